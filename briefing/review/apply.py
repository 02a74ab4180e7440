"""A review put to what was found. In: a `Review` and the `Ground`. Out: statements and stances as they then stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from briefing.errors import Problem, ReviewError
from briefing.model import Act, Decision, Reviewed, Stance, Statement
from briefing.review.adding import Addition, add
from briefing.review.follow import follow, join
from briefing.review.ground import Ground
from briefing.review.holders import DESK, authority_of, told_by
from briefing.review.read import Review, problem
from briefing.review.readings import Reading
from briefing.review.rulings import Ruling, rule_on
from briefing.review.wording import words_for

_SAID_ANEW = frozenset({"issue", "proposition", "position", "act"})  # what the page's words say of a stance


@dataclass(frozen=True, slots=True, kw_only=True)
class Applied:
    """What stands after a review, and what it did."""

    statements: tuple[Statement, ...]
    stances: tuple[Stance, ...]
    reviewed: Reviewed


def apply(review: Review, ground: Ground) -> Applied:
    """Put a review to what was found.

    Stances keep their ids, whether edited or not; the order of the entries changes nothing.

    Raises:
        ReviewError: an entry is not signed, names what is not known, or does not fit what was found; it names all.
    """
    rulings = [rule_on(entry, ground.by_id.get(entry.id), review, ground) for entry in review.stances]
    additions = [add(entry, review, ground) for entry in review.added]
    problems = [p for ruling in rulings for p in (*ruling.mistakes, *map(_advised, ruling.lapses))]
    problems += [p for addition in additions for p in (*addition.mistakes, *addition.lapses)]
    problems += _twice(additions)
    if problems:
        unread = {p.message: p for p in reversed(problems) if p.code == "V009"}  # once for each document
        raise ReviewError([*(p for p in problems if p.code != "V009"), *unread.values()])
    signed = {ruling.entry.id: ruling for ruling in rulings if ruling.edit}
    edited = [_edited(signed[s.id], s, ground) if s.id in signed else s for s in ground.stances]
    struck = tuple(s for s in edited if s.edit and s.edit.decision == Decision.STRUCK)
    out = {s.id for s in struck}
    statements, stances = follow(ground.statements, [s for s in edited if s.id not in out])
    statements, added = join(statements, (a.stance for a in additions if a.stance), ground.documents)
    stances = (*stances, *added)
    return Applied(
        statements=statements,
        stances=stances,
        reviewed=_reviewed(review, ground, signed, struck, stances),
    )


def _advised(lapse: Problem) -> Problem:
    """Say how to bring the file up to date, where the officer has not changed what is not his to change."""
    if lapse.code == "V002":
        return lapse
    return replace(lapse, hint="; ".join(filter(None, [lapse.hint, "run briefing review again"])))


def _twice(additions: Iterable[Addition]) -> Iterator[Problem]:
    seen: dict[str, Addition] = {}
    for addition in additions:
        if addition.stance is None:
            continue
        before = seen.setdefault(addition.stance.id, addition)
        if before is not addition:
            hint = f"the first is on line {before.entry.line}"
            yield problem(addition.entry, "V003", "this statement is added twice", "quote", hint=hint)


def _reviewed(
    review: Review, ground: Ground, signed: dict[str, Ruling], struck: tuple[Stance, ...], stances: Sequence[Stance]
) -> Reviewed:
    pair = {side.id for side in ground.sides}
    before = [s.id for s in ground.shown]
    after = [s.id for s in stances if s.edit and s.side in pair and not s.statement.headline]
    return Reviewed(
        path=review.path,
        sha256=review.sha256,
        total=len({*before, *after}),
        open=tuple(id for id in before if id not in signed),
        struck=struck,
        stale=len(review.stale),
    )


# ── one stance ──────────────────────────────────────────────────────────────────────────────────────────────────────


def _edited(ruling: Ruling, stance: Stance, ground: Ground) -> Stance:
    """Give a stance as the desk reads it."""
    names = {name for name, _ in ruling.was}
    edited = replace(stance, edit=ruling.edit)
    if names & {"side", "speaker"}:
        edited = _held_by(edited, ruling.reading, ground)
    edited = replace(edited, force=ruling.reading.force or stance.force)
    return _said_anew(edited, ruling, ground) if names & _SAID_ANEW else edited


def _said_anew(stance: Stance, ruling: Ruling, ground: Ground) -> Stance:
    """Give a stance another meaning: the rule that read it does not vouch for that, and its words no longer fit."""
    reading = ruling.reading
    assert ruling.edit is not None
    assert reading.issue is not None  # a signed entry without mistakes
    bare = reading.proposition is None
    return replace(
        stance,
        issue=reading.issue,
        proposition=reading.proposition,
        position=reading.position,
        act=Act(reading.act or stance.act),
        rule=f"{reading.issue}.about" if bare else DESK,
        place=ruling.edit.place,
        words=words_for(reading, ground.ruleset),
        edit=replace(ruling.edit, was=(*ruling.was, ("rule", stance.rule))),
        ask=None,
        carried=False,
    )


def _held_by(stance: Stance, reading: Reading, ground: Ground) -> Stance:
    """Give a stance, and its statement, to another side or speaker."""
    old = stance.statement
    via = old.via if reading.side == old.side else told_by(old.document, reading.side)
    statement = replace(old, side=reading.side, speaker=reading.speaker, via=via)
    statement = replace(statement, authority=authority_of(reading.speaker, statement, ground.ruleset))
    return replace(stance, side=reading.side or stance.side, via=via, statement=statement)
