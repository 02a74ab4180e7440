"""What the page asks of a comparison: who speaks alone, which rows stand together, what is shown where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefing.model import Answer, Cell, Kind, Relation, Row, Stance

ORDER = tuple(Relation)
_WORDS = {Kind.DIRECT: 0, Kind.MIXED: 0, Kind.OWN: 0, Kind.JOINT: 2}
MEETING = (Relation.DIVERGENT, Relation.PARTIAL, Relation.CONVERGENT)


@dataclass(frozen=True, slots=True)
class Numbered:
    """A row with its number on the page."""

    number: int
    row: Row

    @property
    def key(self) -> str:
        """The name of the place where the issue is treated."""
        return f"i{self.number}"


@dataclass(frozen=True, slots=True)
class Group:
    """Rows of one result; `speaker` is the side that speaks alone in it (0 or 1; 0 where both do)."""

    relation: Relation
    speaker: int
    rows: tuple[Numbered, ...]


def both_speak(row: Row) -> bool:
    """Whether each side has a stance in its own voice."""
    return all(any(s.own for s in cell.stances) for cell in row.cells)


def speaker(row: Row) -> int:
    """Give the side that speaks alone; for what is only told, the side that tells it."""
    first, second = row.cells
    if row.relation == Relation.CLAIMED and all(c.stances for c in row.cells):
        return 1 if first.told or (not second.told and _told_answer(row, 0)) else 0
    if row.relation == Relation.CLAIMED:
        told = first if first.stances else second
        return 1 if told is first else 0
    return 0 if first.stances or not second.stances else 1


def _told_answer(row: Row, side: int) -> bool:
    records = [a.records[side] for a in row.answers if a.relation == Relation.CLAIMED]
    return any(r and not any(s.own for s in r) for r in records)


def groups(rows: Sequence[Row]) -> tuple[Group, ...]:
    """Set rows of one result and one speaker together, in the order of the page, and number them through."""
    found: dict[tuple[int, int], list[Row]] = {}
    for row in rows:
        alone = 0 if row.relation in (*MEETING, Relation.TALKING_PAST) else speaker(row)
        found.setdefault((ORDER.index(row.relation), alone), []).append(row)
    out, number = [], 0
    for (place, alone), members in sorted(found.items()):
        members.sort(key=both_speak, reverse=True)  # as the sections stand: those with a section of their own first
        numbered = tuple(Numbered(number + k, row) for k, row in enumerate(members, 1))
        number += len(members)
        out.append(Group(ORDER[place], alone, numbered))
    return tuple(out)


def first(groups: Sequence[Group], most: int | None) -> list[tuple[Group, tuple[Numbered, ...]]]:
    """Give each group with its rows, of all groups the first rows alone; a group that none is left of falls out."""
    left = sum(len(group.rows) for group in groups) if most is None else most
    out = []
    for group in groups:
        if rows := group.rows[: max(left, 0)]:
            out.append((group, rows))
        left -= len(rows)
    return out


def force(row: Row) -> int:
    """Give the stronger force of the two sides."""
    return max(cell.force or 0 for cell in row.cells)


def lead_row(group: Group) -> Row:
    """Give the issue that speaks for its group: the most forceful, then the first."""
    rows = [n.row for n in group.rows]
    if group.relation == Relation.CLAIMED:
        rows = [row for row in rows if not both_speak(row)] or rows
    return max(rows, key=force)


def shared(row: Row) -> list[Answer]:
    """Give the propositions that both sides answer, in the order of results; told answers last."""
    found = [a for a in row.answers if all(a.records)]
    return sorted(found, key=lambda a: ORDER.index(a.relation))


def alone(row: Row, side: int) -> list[Answer]:
    """Give the propositions that only one side answers."""
    return [a for a in row.answers if a.records[side] and not a.records[1 - side]]


def firm(stance: Stance) -> bool:
    """Whether the words themselves hold a position, rather than name the issue or follow words that do."""
    return not stance.carried and stance.rule != f"{stance.issue}.about"


def leads(cell: Cell) -> list[Stance]:
    """Give the stances of a side in its own voice, one for each set of words.

    The leading one comes first, then those with words of the speaker, then reported ones, then joint ones. Where some
    hold a position, those that do not are left out.
    """
    seen: dict[tuple[object, ...], Stance] = {}
    some = any(stance.own and firm(stance) for stance in cell.stances)
    for stance in cell.stances:
        if stance.own and (firm(stance) or not some):
            seen.setdefault((stance.statement.document.sha256, stance.statement.span, stance.covers), stance)
    found = list(seen.values())
    return [*found[:1], *sorted(found[1:], key=lambda s: _WORDS.get(s.statement.kind, 1))]
