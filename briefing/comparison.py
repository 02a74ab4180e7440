"""Set the stances of two sides against each other. In: documents, statements, stances; out: one row per issue.

Silence is only said of a text that was read whole on the same occasion: "not quoted in what was read" is another
result, and "no document" a third.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from briefing.model import (
    Act,
    Answer,
    Cell,
    Confirmation,
    Document,
    Finding,
    Genre,
    Issue,
    Kind,
    Proposition,
    Relation,
    Row,
    RuleSet,
    Side,
    Stance,
    Statement,
)

Pair = tuple[tuple[Stance, ...], tuple[Stance, ...]]

_OWN_TEXTS = frozenset({Genre.READOUT, Genre.SPEECH, Genre.FACT_SHEET, Genre.TRANSCRIPT, Genre.JOINT_STATEMENT})
_SHARED_ORDER = (Relation.DIVERGENT, Relation.PARTIAL, Relation.CLAIMED, Relation.CONVERGENT)


def compare(
    documents: Sequence[Document],
    statements: Sequence[Statement],
    stances: Sequence[Stance],
    sides: tuple[Side, Side],
    ruleset: RuleSet,
) -> tuple[tuple[Row, ...], tuple[Finding, ...]]:
    """Compare the two sides on every issue that either speaks to.

    An issue only one side speaks to keeps its row: what the other does not say is a finding. A headline is the
    editor’s and never speaks for a side.

    Returns:
        The rows in the order of the rule set's issues, and what was found: codes `inconsistent`, `thin-cell`.
    """
    read = _Read(tuple(documents), tuple(statements), sides)
    rows = []
    for issue in ruleset.issues:
        pair = _split((s for s in stances if s.issue == issue.id and not s.statement.headline), sides)
        if any(pair):
            rows.append(_row(issue, pair, read, ruleset))
    return tuple(rows), (*_inconsistencies(rows, ruleset), *_thin(rows, ruleset))


@dataclass(frozen=True, slots=True)
class _Read:
    """What was read: the ground on which an empty column is judged."""

    documents: tuple[Document, ...]
    statements: tuple[Statement, ...]
    sides: tuple[Side, Side]

    def own_texts(self, side: str) -> tuple[Document, ...]:
        """Give the texts that a side published itself, jointly or alone."""
        joint = {s.document.id for s in self.statements if s.side == side and s.document.genre == Genre.JOINT_STATEMENT}
        return tuple(d for d in self.documents if d.genre in _OWN_TEXTS and (d.side == side or d.id in joint))

    def heard(self, side: str) -> bool:
        """Whether some document carries words of the side in its own voice, or is its own text."""
        return bool(self.own_texts(side)) or any(s.side == side and s.via is None for s in self.statements)


def _split(stances: Iterable[Stance], sides: tuple[Side, Side]) -> Pair:
    found = tuple(stances)
    first, second = (tuple(s for s in found if s.side == side.id) for side in sides)
    return first, second


# ── the record that speaks for a side ───────────────────────────────────────────────────────────────────────────────


def _day(stance: Stance) -> int:
    date = stance.statement.document.date
    return date.toordinal() if date else 0


def _offset(stance: Stance) -> tuple[str, int]:
    return stance.statement.document.id, stance.evidence[0].start if stance.evidence else stance.covers.start


def _by_standing(stance: Stance) -> tuple[object, ...]:
    """Own voice before told, then authority, later date, stronger force, earlier offset; a carried issue comes last."""
    authority = stance.statement.authority
    return stance.carried, not stance.own, authority, -_day(stance), -stance.force, _offset(stance)


def _by_force(stance: Stance) -> tuple[object, ...]:
    """Give the order in which representative records lead a cell."""
    authority = stance.statement.authority
    return stance.carried, not stance.own, -stance.force, authority, -_day(stance), _offset(stance)


def _led(stances: Sequence[Stance], deciding: Collection[str]) -> tuple[Stance, ...]:
    """Put the representative record of each proposition first, strongest leading; the rest follow.

    Where propositions decide the relation of the issue, what a side says on those leads: a cell beside the word
    "divergent" must show what diverges.
    """
    groups: dict[str | None, list[Stance]] = {}
    for stance in sorted(stances, key=_by_standing):
        groups.setdefault(stance.proposition, []).append(stance)
    leaders = sorted((g[0] for g in groups.values()), key=lambda s: (s.proposition not in deciding, *_lead_order(s)))
    return (*leaders, *sorted((s for g in groups.values() for s in g[1:]), key=_by_force))


def _lead_order(stance: Stance) -> tuple[object, ...]:
    """Prefer, at equal force, a stance with a position to one that only touches the issue."""
    carried, told, force, *rest = _by_force(stance)
    return carried, told, force, stance.proposition is None, *rest


# ── relations ───────────────────────────────────────────────────────────────────────────────────────────────────────


def _row(issue: Issue, pair: Pair, read: _Read, ruleset: RuleSet) -> Row:
    ids = dict.fromkeys(s.proposition for stances in pair for s in stances if s.proposition)
    known = [p for i in ruleset.issues for p in i.propositions if p.id in ids]
    answers = tuple(_worded(_answer(p, pair, read), read.sides, ruleset) for p in known)
    relation = _issue_relation(pair, answers, read)
    deciding = {a.proposition.id for a in answers if a.relation == relation != Relation.CLAIMED and all(a.records)}
    first, second = (Cell(side=side.id, stances=_led(s, deciding)) for side, s in zip(read.sides, pair, strict=True))
    return Row(
        issue=issue,
        relation=relation,
        confirmed=_confirmed(pair, pair, read) if relation == Relation.CLAIMED else None,
        cells=(first, second),
        answers=answers,
        summary=_summary(issue, (first, second), ruleset),
    )


def _answer(proposition: Proposition, pair: Pair, read: _Read) -> Answer:
    first, second = (
        tuple(sorted((s for s in stances if s.proposition == proposition.id), key=_by_standing)) for stances in pair
    )
    records = (first, second)
    relation = _relation(records, read)
    confirmed = _confirmed(records, pair, read) if relation == Relation.CLAIMED else None
    return Answer(proposition=proposition, relation=relation, confirmed=confirmed, records=records)


def _relation(records: Pair, read: _Read) -> Relation:
    """Compare two sides on one proposition; the first case of MODEL's table that holds."""
    if any(_told(r) for r in records):
        return Relation.CLAIMED
    first, second = (r[0].position if r else None for r in records)
    if first is not None and second is not None:
        return _meet(first, second)
    return _one_sided(records, read)


def _told(records: Sequence[Stance]) -> bool:
    return bool(records) and not any(s.own for s in records)


def _meet(first: int, second: int) -> Relation:
    if first * second < 0:
        return Relation.DIVERGENT
    return Relation.CONVERGENT if first == second else Relation.PARTIAL


def _one_sided(pair: Pair, read: _Read) -> Relation:
    """Tell silence, not quoted, and no document apart for the side without a record."""
    speaking = next(stances for stances in pair if stances)
    quiet = next(side for side, stances in zip(read.sides, pair, strict=True) if not stances)
    occasions = [s.statement.document for s in speaking]
    if any(text.shares_occasion(other) for text in read.own_texts(quiet.id) for other in occasions):
        return Relation.SILENT
    return Relation.UNREPORTED if read.heard(quiet.id) else Relation.NO_DOCUMENT


def _issue_relation(pair: Pair, answers: Sequence[Answer], read: _Read) -> Relation:
    shared = {a.relation for a in answers if all(a.records)}
    if shared:
        return next(r for r in _SHARED_ORDER if r in shared)
    if any(_told(stances) for stances in pair):
        return Relation.CLAIMED
    if all(pair):
        return Relation.CONVERGENT if _same_joint_words(pair) else Relation.TALKING_PAST
    return _one_sided(pair, read)


def _same_joint_words(pair: Pair) -> bool:
    """Whether each side's own-voice stances all rest on words said by both."""
    first, second = (
        {(s.statement.document.id, s.covers) for s in stances if s.own and s.statement.kind == Kind.JOINT}
        for stances in pair
    )
    alone = any(s.own and s.statement.kind != Kind.JOINT for stances in pair for s in stances)
    return bool(first & second) and not alone


def _confirmed(records: Pair, pair: Pair, read: _Read) -> Confirmation:
    """Ask the told side's own text on the occasion, if it was read; `pair` holds all stances on the issue."""
    told = 0 if _told(records[0]) else 1
    occasions = [s.statement.document for s in records[told]]
    texts = [t for t in read.own_texts(read.sides[told].id) if any(t.shares_occasion(o) for o in occasions)]
    if not texts:
        return Confirmation.NOT_READ
    denied = any(s.own and s.act == Act.REJECT and s.statement.document in texts for s in pair[told])
    return Confirmation.DENIED if denied else Confirmation.ABSENT


# ── words ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _summary(issue: Issue, cells: tuple[Cell, Cell], ruleset: RuleSet) -> str:
    """Say in one sentence what the sides hold, by the templates of the rule set."""
    speaking = [c for c in cells if c.lead]
    key = "summary.both" if len(speaking) == 2 else "summary.one"
    values = {"issue": issue.in_text}
    for letter, cell in zip("AB", speaking, strict=False):
        assert cell.lead is not None  # chosen above
        values[letter] = ruleset.side(cell.side).in_text
        values[letter.lower()] = cell.lead.words
    return ruleset.phrases[key].format(**values)


def _worded(answer: Answer, sides: tuple[Side, Side], ruleset: RuleSet) -> Answer:
    """Say the result in one sentence, by the template of the rule set for it.

    A is the side that speaks; where something is only told, the side that tells it.
    """
    key = f"answer.{answer.relation}" + (f".{answer.confirmed}" if answer.confirmed else "")
    template = ruleset.phrases.get(key)
    if template is None:
        return answer
    pairs = sorted(zip(sides, answer.records, strict=True), key=lambda pair: _told(pair[1]) or not pair[1])
    names = {letter: side.in_text for letter, (side, _) in zip("AB", pairs, strict=True)}
    words = {letter: held[0].words if held else "" for letter, (_, held) in zip("ab", pairs, strict=True)}
    return replace(answer, sentence=_capital(template.format(**names, **words)))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _thin(rows: Iterable[Row], ruleset: RuleSet) -> Iterable[Finding]:
    """Find cells that rest on one sentence in a reporter's voice: they are shown, and marked as thin ground."""
    for row in rows:
        for cell in row.cells:
            if cell.lead and cell.thin:
                name = ruleset.side(cell.side).in_text
                message = f"what {name} holds on {row.issue.in_text} rests on one narrated sentence"
                yield Finding(
                    code="thin-cell", message=message, document=cell.lead.statement.document, span=cell.lead.covers
                )


def _inconsistencies(rows: Iterable[Row], ruleset: RuleSet) -> Iterable[Finding]:
    """Find sides whose own words on one proposition have both signs."""
    for answer in (a for row in rows for a in row.answers):
        for records in answer.records:
            own = [s for s in records if s.own and s.position]
            if len({(s.position or 0) > 0 for s in own}) == 2:
                last = max(own, key=_offset)
                name = ruleset.side(last.side).in_text
                message = f"{name} both affirms and rejects “{answer.proposition.label}” in what was read"
                yield Finding(code="inconsistent", message=message, document=last.statement.document, span=last.covers)
