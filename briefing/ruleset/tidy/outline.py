"""A rule file as an outline, ready to be written. In: a file's text and its nodes. Out: `Outline`.

Entries stand in the order of their class, each with the comments that belong to it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from briefing.marked_yaml import Leaf, Node, Row, Source, Table
from briefing.ruleset.tidy.comments import Placing, find
from briefing.ruleset.tidy.entries import Block, Entry, Spot, entry_kind, in_brackets, order, start_of

_MODELINE = "# yaml-language-server:"


@dataclass(slots=True, eq=False, kw_only=True)
class Outline:
    """A whole file: `head` are the lines of comment that belong to no entry. `sections`: its keys are set apart."""

    head: list[str]
    root: Block
    sections: bool


def outline(source: Source, node: Row | Table, kind: Any) -> Outline:
    """Make the outline of a file without mistakes."""
    comments = find(source, node)
    root = _Tree(source, [spot for spot, _ in comments]).block(node, kind)
    head = Placing(source, root, comments).place()
    header, above = _split(head)
    if root.entries:
        root.entries[0].above[:0] = above
    _settle(root, kind)
    return Outline(head=header, root=root, sections=isinstance(kind, type))


class _Tree:
    """Makes blocks of nodes: what stands in brackets stays one value, unless there is a comment in it."""

    def __init__(self, source: Source, comments: Sequence[Spot]) -> None:
        self._source = source
        self._comments = comments

    def block(self, node: Row | Table, kind: Any, owner: Entry | None = None) -> Block:
        block = Block(node=node, owner=owner, flow=in_brackets(self._source, node), column=node.start.column)
        if isinstance(node, Row):
            for each in node.nodes:
                self._add(block, each, entry_kind(kind), None, self._dash(block, each))
        else:
            for key, value, value_kind in order(node, kind):
                self._add(block, value, value_kind, key, start_of(key))
        block.entries.sort(key=lambda entry: entry.start)  # in the order of the file, until comments have their places
        return block

    def _add(self, block: Block, node: Node, kind: Any, key: Node | None, start: Spot) -> None:
        entry = Entry(parent=block, start=start, node=node, kind=kind, key=key if isinstance(key, Leaf) else None)
        if not isinstance(node, Leaf) and node.nodes and (not in_brackets(self._source, node) or self._commented(node)):
            entry.block = self.block(node, kind, entry)
        block.entries.append(entry)

    def _dash(self, block: Block, node: Node) -> Spot:
        if block.flow:
            return start_of(node)
        column = block.column
        rows = range(node.start.line, block.node.start.line - 1, -1)
        row = next(r for r in rows if self._source.rows[r][column : column + 1] == "-")
        return row, column

    def _commented(self, node: Node) -> bool:
        start, end = start_of(node), (node.end.line, node.end.column)
        return bisect_left(self._comments, start) < bisect_left(self._comments, end)


def _split(head: list[str]) -> tuple[list[str], list[str]]:
    """Tell the head of a file from the comment on its first entry: an empty line stands between them."""
    for_editors = bool(head) and head[0].startswith(_MODELINE)
    cut = len(head) - head[::-1].index("") if "" in head else int(for_editors)
    return head[:cut], head[cut:]


def _settle(block: Block, kind: Any) -> None:
    """Put the keys of every table in order, and comments where they can be written."""
    if isinstance(block.node, Table):
        places = {id(value): n for n, (_, value, _) in enumerate(order(block.node, kind))}
        block.entries.sort(key=lambda entry: places[id(entry.node)])
    for entry in block.entries:
        if entry.block is None:
            continue
        _settle(entry.block, entry.kind)
        first = entry.block.entries[0]
        first.above = list(_without_blank_start(first.above))
        if entry.key is None:  # the first key stands on the line of the dash
            entry.above += [*([entry.beside] if entry.beside else []), *first.above]
            entry.beside, first.above = "", []
    for entry in block.entries:
        entry.above = _single(entry.above)
    block.foot = _single(block.foot)


def _without_blank_start(lines: list[str]) -> list[str]:
    return lines[1:] if lines and not lines[0] else lines


def _single(lines: list[str]) -> list[str]:
    """Let no two empty lines follow each other."""
    return [b for a, b in pairwise(["#", *lines]) if a or b]
