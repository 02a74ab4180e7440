"""Changes for a terminal. In: `Changes`. Out: lines, the headline first; long lists are cut."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from briefing.changes.compare import Changes, Difference, What
from briefing.changes.words import NONE, answers, because, both, cited, headline, relation, rule, stance
from briefing.errors import shown

MOST = 20  # lines of one list
_VERBS = {What.GAINED: "read now", What.LOST: "no longer read", What.CHANGED: "edited"}


def text(changes: Changes) -> str:
    """Say what differs between two briefings; one line where nothing does."""
    return shown("\n".join([f"{headline(changes)}.", *parts(changes)]))


def parts(changes: Changes) -> Iterator[str]:
    """Give a paragraph for each sort of thing that moves."""
    yield from part("Documents", [f"{t.path}: {_VERBS[t.what]}" for t in changes.texts])
    if changes.old.sides != changes.new.sides:
        before, after = (" and ".join(picture.sides) for picture in (changes.old, changes.new))
        yield from part("Sides", [f"{before} -> {after}"])
    yield from part("Cells", list(_cells(changes)))
    yield from part("Relations", list(_relations(changes)))
    yield from part("Propositions", list(_answers(changes)))
    yield from part("Stances", list(_stances(changes)))


def part(title: str, items: Sequence[str]) -> Iterator[str]:
    """Give a titled list; an empty one is left out."""
    if items:
        yield from ("", title, *(f"  {line}" for item in cut(items) for line in item.split("\n")))


def cut(items: Sequence[str], most: int = MOST) -> list[str]:
    """Cut a list that is too long to read, and say how much is left out.

    >>> cut(["a", "b", "c"], 2)
    ['a', 'and 2 more']
    """
    return list(items) if len(items) <= most else [*items[: most - 1], f"and {len(items) - most + 1} more"]


def _cells(changes: Changes) -> Iterable[str]:
    for cell in changes.cells:
        yield _reasoned(f"{cell.issue} x {cell.side}: {' -> '.join(both(cell.old, cell.new))}", cell.causes)


def _relations(changes: Changes) -> Iterable[str]:
    for move in changes.relations:
        yield _reasoned(f"{move.issue}: {relation(move.old)} -> {relation(move.new)}", move.causes)


def _answers(changes: Changes) -> Iterable[str]:
    for move in changes.answers:
        label = move.new.label if move.new else move.old.label if move.old else NONE
        moves = [f"{side} {old} -> {new}" for side, old, new in answers(move.old, move.new)]
        if relation(move.old) != relation(move.new):
            moves.append(f"{relation(move.old)} -> {relation(move.new)}")
        yield f"{move.proposition} ({label}): {'; '.join(moves)}"


def _reasoned(line: str, causes: Sequence[Difference]) -> str:
    return f"{line}\n    {because(causes)}" if causes else line


def _stances(changes: Changes) -> Iterable[str]:
    for what in (What.GAINED, What.LOST):
        yield from cut([f"{what:7} {_one(d)}" for d in changes.of(what)])
    yield from cut([f"changed {_two(d)}" for d in changes.of(What.CHANGED)])


def _one(difference: Difference) -> str:
    seen = difference.stance
    return f"{seen.issue} x {seen.side}: {stance(seen)}, by {rule(seen)}\n        {cited(seen)}"


def _two(difference: Difference) -> str:
    old, new = difference.old, difference.new
    assert old is not None  # a changed stance has both
    assert new is not None
    before, after = both(old, new)
    moves = [f"{before} -> {after}"] if before else []
    if old.rule != new.rule:
        moves.append(f"{rule(old)} -> {rule(new)}")
    if not moves:
        moves = [f"other words prove it, by {rule(new)}"]
    return f"{new.issue} x {new.side}: {'; '.join(moves)}\n        {cited(new)}"
