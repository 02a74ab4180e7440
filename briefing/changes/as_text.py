"""Changes for a terminal. In: `Changes`. Out: lines, the headline first; long lists are cut."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from briefing.changes.compare import Changes, Difference, What
from briefing.changes.picture import SeenStance
from briefing.changes.words import NONE, answers, because, both, cited, headline, relation, rule, stance
from briefing.errors import shown

MOST = 20  # lines of one list
_VERBS = {What.GAINED: "read now", What.LOST: "no longer read", What.CHANGED: "edited"}


def text(changes: Changes) -> str:
    """Say what differs between two briefings; one line where nothing does."""
    return shown("\n".join([f"{headline(changes)}.", *parts(changes)]))


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing that moves, in words of one or more lines; its issue, and a stance that shows where, if there are."""

    words: str
    issue: str | None = None
    stance: SeenStance | None = None


def parts(changes: Changes) -> Iterator[str]:
    """Give a paragraph for each sort of thing that moves."""
    for title, entries in sections(changes):
        yield from part(title, [entry.words for entry in entries])


def sections(changes: Changes) -> Iterator[tuple[str, Sequence[Entry]]]:
    """Give each sort of thing that may move, with what moves of it."""
    yield "Documents", [Entry(words=f"{t.path}: {_VERBS[t.what]}") for t in changes.texts]
    pairs = [" and ".join(picture.sides) for picture in (changes.old, changes.new)]
    yield "Sides", [Entry(words=" → ".join(pairs))] if changes.old.sides != changes.new.sides else []
    yield "Cells", list(_cells(changes))
    yield "Relations", list(_relations(changes))
    yield "Propositions", list(_answers(changes))
    yield "Sentences", [Entry(words=f"{s.issue}: {s.old}\n    → {s.new}", issue=s.issue) for s in changes.sentences]
    yield "Stances", list(_stances(changes))


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


def _cells(changes: Changes) -> Iterable[Entry]:
    for cell in changes.cells:
        words = _reasoned(f"{cell.issue} × {cell.side}: {' → '.join(both(cell.old, cell.new))}", cell.causes)
        yield Entry(words=words, issue=cell.issue, stance=cell.new or cell.old)


def _relations(changes: Changes) -> Iterable[Entry]:
    for move in changes.relations:
        words = _reasoned(f"{move.issue}: {relation(move.old)} → {relation(move.new)}", move.causes)
        yield Entry(words=words, issue=move.issue, stance=move.causes[0].stance if move.causes else None)


def _answers(changes: Changes) -> Iterable[Entry]:
    for move in changes.answers:
        label = move.new.label if move.new else move.old.label if move.old else NONE
        moves = [f"{side} {old} → {new}" for side, old, new in answers(move.old, move.new)]
        if relation(move.old) != relation(move.new):
            moves.append(f"{relation(move.old)} → {relation(move.new)}")
        words = f"{move.proposition} ({label}): {'; '.join(moves)}"
        yield Entry(words=words, issue=move.issue, stance=move.causes[0].stance if move.causes else None)


def _reasoned(line: str, causes: Sequence[Difference]) -> str:
    return f"{line}\n    {because(causes)}" if causes else line


def _stances(changes: Changes) -> Iterable[Entry]:
    for what in (What.GAINED, What.LOST, What.CHANGED):
        for difference in changes.of(what):
            words = _two(difference) if what == What.CHANGED else _one(difference)
            yield Entry(words=f"{what:7} {words}", issue=difference.stance.issue, stance=difference.stance)


def _one(difference: Difference) -> str:
    seen = difference.stance
    return f"{seen.issue} × {seen.side}: {stance(seen)}, by {rule(seen)}\n        {cited(seen)}"


def _two(difference: Difference) -> str:
    old, new = difference.old, difference.new
    assert old is not None  # a changed stance has both
    assert new is not None
    before, after = both(old, new)
    moves = [f"{before} → {after}"] if before else []
    if old.rule != new.rule:
        moves.append(f"{rule(old)} → {rule(new)}")
    if not moves:
        moves = [f"other words prove it, by {rule(new)}"]
    return f"{new.issue} × {new.side}: {'; '.join(moves)}\n        {cited(new)}"
