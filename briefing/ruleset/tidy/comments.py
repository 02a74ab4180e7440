"""Which comment belongs where. In: a file's text and its entries. Out: nothing; each entry has its comments."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from briefing.marked_yaml import Leaf, Node, Source
from briefing.ruleset.tidy.entries import Block, Entry, Spot, block_scalar, start_of

_COMMENT = re.compile(r"(?:^|(?<=\s))#.*")


def find(source: Source, root: Node) -> list[tuple[Spot, str]]:
    """Find every comment: what begins with # after a blank, outside all texts."""
    covered: dict[int, list[tuple[int, int]]] = {}
    for leaf in _leaves(root):
        for row, start, stop in _cover(source, leaf):
            covered.setdefault(row, []).append((start, stop))
    found = []
    for row, line in enumerate(source.rows):
        if "#" in line:
            bare = _blanked(line, covered.get(row, ()))
            found += [((row, m.start()), line[m.start() :].rstrip()) for m in _COMMENT.finditer(bare)]
    return found


def _leaves(root: Node) -> Iterator[Leaf]:
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Leaf):
            yield node
        else:
            waiting += node.nodes


def _cover(source: Source, leaf: Leaf) -> Iterator[tuple[int, int, int]]:
    """Give the parts of rows that a text takes; beside the mark of a text in lines of its own may stand a comment."""
    first, last = leaf.start.line, leaf.end.line
    for row in range(first, last + 1):
        start = leaf.start.column if row == first else 0
        stop = leaf.end.column if row == last else len(source.rows[row])
        if row == first and (mark := block_scalar(source, leaf)):
            stop = start + len(mark)
        yield row, start, stop


def _blanked(line: str, parts: Iterable[tuple[int, int]]) -> str:
    for start, stop in parts:
        line = line[:start] + "_" * (stop - start) + line[stop:]
    return line


class Placing:
    """Gives each comment to the entry it stands beside or above, or to the end of the block it is indented like."""

    def __init__(self, source: Source, root: Block, comments: Sequence[tuple[Spot, str]]) -> None:
        self._rows = source.rows
        self._root = root
        self._comments = comments
        self._entries = sorted(_entries(root), key=lambda entry: entry.start)
        self._starts = [entry.start for entry in self._entries]
        self._head: list[str] = []
        self._texts = {
            row for entry in self._entries if isinstance(entry.node, Leaf) for row in _inner_rows(entry.node)
        }

    def place(self) -> list[str]:
        """Give comments and empty lines to entries; what stands before all of them is returned."""
        events: list[tuple[Spot, str | Entry]] = [*self._comments, *zip(self._starts, self._entries, strict=True)]
        seen = -1
        for spot, what in sorted(events, key=lambda event: event[0]):
            alone = not self._rows[spot[0]][: spot[1]].strip()
            blank = self._blank(spot[0] - 1) and spot[0] != seen
            seen = spot[0]
            if isinstance(what, str):
                self._comment(spot, what, alone=alone, blank=blank)
            elif blank and alone and not what.parent.flow:
                self._lines_above(what).append("")
        return self._head

    def _blank(self, row: int) -> bool:
        return row >= 0 and not self._rows[row].strip() and row not in self._texts

    def _lines_above(self, entry: Entry) -> list[str]:
        return self._head if entry is self._entries[0] else entry.above

    def _comment(self, spot: Spot, text: str, *, alone: bool, blank: bool) -> None:
        n = bisect_left(self._starts, spot)
        last = self._entries[n - 1] if n else None
        following = self._entries[n] if n < len(self._entries) else None
        if alone or last is None:
            lines = self._lines_for(spot, last, following)
            lines += ["", text] if blank else [text]
        else:
            _set_beside(_closed(last, spot), text)

    def _lines_for(self, spot: Spot, last: Entry | None, following: Entry | None) -> list[str]:
        """Choose where a comment on a line of its own belongs."""
        if last is None:
            return self._head
        flow = next((b for b in _blocks_at(last) if b.flow and start_of(b.node) < spot < _stop(b.node)), None)
        if flow is not None:
            return following.above if following and following.parent is flow else flow.foot
        if last.block is None and spot < start_of(last.node):
            return last.above  # between a key and its value
        owner = self._indented_like(spot[1], last)
        if following is None or (owner.column > following.parent.column and not any(following.above)):
            return owner.foot
        return following.above

    def _indented_like(self, column: int, last: Entry) -> Block:
        """Give the innermost block around an entry that a comment is not to the left of; of equals the outermost."""
        blocks = [block for block in last.parent.around if not block.flow and block.column <= column]
        return max(reversed(blocks), key=lambda block: block.column, default=self._root)


def _closed(entry: Entry, spot: Spot) -> Entry:
    """Give the entry that a comment beside it is about: the whole, where its brackets are closed before the comment."""
    while entry.parent.flow and entry.parent.owner and _stop(entry.parent.node) <= spot:
        entry = entry.parent.owner
    return entry


def _set_beside(entry: Entry, text: str) -> None:
    if entry.beside:
        entry.above.append(text)
    else:
        entry.beside = text


def _entries(block: Block) -> Iterator[Entry]:
    for entry in block.entries:
        yield entry
        if entry.block:
            yield from _entries(entry.block)


def _blocks_at(entry: Entry) -> Iterator[Block]:
    if entry.block:
        yield entry.block
    yield from entry.parent.around


def _stop(node: Node) -> Spot:
    return node.end.line, node.end.column


def _inner_rows(leaf: Leaf) -> range:
    """Give the rows inside a text, whose empty lines are its own."""
    return range(leaf.start.line + 1, leaf.end.line)
