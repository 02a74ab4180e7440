"""Entries put to the stances they speak of. In: entries and what was found. Out: what each decides, and what is wrong.

A mistake is the officer's and must be put right. A lapse is nobody's: the document or the rules have moved since.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefing.errors import Problem
from briefing.model import Decision, Edit, Place, Stance
from briefing.review.ground import Ground, context_of, place_of_stance, quote_of, sentences
from briefing.review.names import mistaken
from briefing.review.read import Review, problem
from briefing.review.readings import Reading, Value, differences, in_file, reading_of, written_over
from briefing.review.words import folded, nearest, places, short
from briefing.review.written import WrittenAdded, WrittenStance


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """What an entry makes of a stance: the reading that shall stand, and each value it changes as it was."""

    entry: WrittenStance
    stance: Stance | None
    reading: Reading
    was: tuple[tuple[str, Value], ...]
    edit: Edit | None  # None where nobody signed
    mistakes: tuple[Problem, ...] = ()
    lapses: tuple[Problem, ...] = ()


def rule_on(entry: WrittenStance, stance: Stance | None, review: Review, ground: Ground) -> Ruling:
    """Say what an entry decides about a stance, None where no stance has its id."""
    found = written_over(entry.found, reading_of(stance) if stance else Reading())
    reading = written_over(entry, found)
    was = differences(found, reading)
    decided = entry.keep is not None or bool(was) or entry.by is not None or entry.why is not None
    struck = entry.keep is False
    by = entry.by or review.by
    spot = was[0][0] if was else "keep"
    mistakes = list(_overwritten(entry, stance)) if stance else []
    mistakes += unsigned(entry, by, spot, needs_why=bool(was) or struck) if decided else []
    if struck and was:
        mistakes.append(problem(entry, "V010", f"struck, and its {was[0][0]} changed", "keep", hint="do one or other"))
    if was:
        mistakes += mistaken(entry, reading, ground.ruleset)
    decision = Decision.STRUCK if struck else Decision.CHANGED if was else Decision.KEPT
    return Ruling(
        entry=entry,
        stance=stance,
        reading=reading,
        was=was,
        edit=edit(entry, review, decision, was) if decided and by else None,
        mistakes=tuple(mistakes),
        lapses=tuple(_lapsed(entry, stance, found, ground, asked=decided and not struck)),
    )


def _overwritten(entry: WrittenStance, stance: Stance) -> Iterator[Problem]:
    """Give what an entry writes where only the program does: it would have no effect."""
    own = {"context": context_of(stance), "rule": stance.rule, "via": stance.via}
    for key, value in own.items():
        written = getattr(entry, key)
        if written is not None and folded(written) != value:
            hint = f"leave it as '{short(value)}'" if value else "delete the line"
            yield problem(entry, "V012", f"'{key}' is the program's and has no effect here", key, hint=hint)


def edit(
    entry: WrittenStance | WrittenAdded, review: Review, decision: Decision, was: tuple[tuple[str, Value], ...] = ()
) -> Edit:
    """Sign a decision with the entry's name, or else the file's."""
    place = Place(path=review.path, line=entry.line, column=entry.column)
    return Edit(decision=decision, by=entry.by or review.by or "", why=entry.why, place=place, was=was)


def unsigned(entry: WrittenStance | WrittenAdded, by: str | None, spot: str, *, needs_why: bool) -> Iterator[Problem]:
    """Give what an edit lacks: a name, a reason; `spot` is the key at which it is told, else that of the reason."""
    key = next((key for key in (spot, "why") if entry.has(key)), next(iter(entry.keys)))
    if by is None:
        hint = "add by: and your name, here or once at the head of the file"
        yield problem(entry, "V004", "an edit without a name", key, hint=hint)
    if needs_why and entry.why is None:
        yield problem(entry, "V005", "an edit without a reason", key, hint="add why:")


# ── what holds no more ──────────────────────────────────────────────────────────────────────────────────────────────


def _lapsed(
    entry: WrittenStance, stance: Stance | None, found: Reading, ground: Ground, *, asked: bool
) -> Iterator[Problem]:
    """Give why an entry does not fit what was found; what the rules read is `asked` only of what somebody signed."""
    if stance is None and (unread := _unread(entry, ground)):
        message = f"this review speaks of '{unread}', which was not read"
        yield problem(entry, "V009", message, "at", hint="read it too")
    elif stance is None:
        yield problem(entry, "V001", f"no stance has the id '{entry.id}'", "id", hint=_meant(entry, ground))
    elif entry.quote is not None and folded(entry.quote) != quote_of(stance):
        yield _misquoted(entry, stance, ground)
    elif asked and (moved := differences(reading_of(stance), found)):
        name, now = moved[0]
        old = in_file(name, dict(differences(found, reading_of(stance)))[name])
        message = f"the rules read this otherwise now: {name} {in_file(name, now)}, no longer {old}"
        yield problem(entry, "V008", message, "found", hint="look again")


def _unread(entry: WrittenStance, ground: Ground) -> str | None:
    """Name the document that an entry says it is of, if that was not read."""
    name = (entry.place or "").rpartition(":")[0]
    return name if name and not ground.named(name) else None


def _meant(entry: WrittenStance, ground: Ground) -> str:
    """Name the stance that is nearest in words."""
    words = folded(f"{entry.context or ''} {entry.quote or ''}")
    found = nearest(words, ((f"{context_of(s)} {quote_of(s)}", s) for s in ground.shown))
    if found is None:
        return "nothing that was read comes near"
    stance = found[1]
    return f"nearest: '{stance.id}' at {place_of_stance(stance)}, “{short(quote_of(stance))}”"


def _misquoted(entry: WrittenStance, stance: Stance, ground: Ground) -> Problem:
    quote = folded(entry.quote or "")
    text = stance.statement.document.text
    if all(places(part, text) for part in quote.split(" … ")):
        message = "this quotation is not the one that proves the stance"
        hint = f"it is “{short(quote_of(stance))}”; to prove it by others, add a statement"
    else:
        message = f"this quotation is not in {stance.statement.document.path}"
        hint = f"nearest: {place_of_stance(stance)}, “{short(quote_of(stance))}”"
    return problem(entry, "V002", message, "quote", hint=hint)


def near_sentence(quote: str, ground: Ground, path: str | None = None) -> str | None:
    """Name the sentence of the documents, or of one, that is nearest to a quotation."""
    chosen = [d for d in ground.documents if path in (None, d.path)]
    found = nearest(quote, sentences(chosen))
    return f"nearest: {found[1]}, “{short(found[0])}”" if found else None
