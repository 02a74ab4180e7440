"""What a rule file is made of: entries below each other. In: nodes. Out: the values that the files beside it share."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, get_args, get_origin

from briefing.marked_yaml import Leaf, Marked, Node, Source, Table, without_none

_BLOCK_SCALAR = re.compile(r"[|>][-+0-9]*")

Spot = tuple[int, int]  # row and column, from 0


@dataclass(slots=True, eq=False, kw_only=True)
class Entry:
    """A key with its value, or an entry of a list.

    `above` holds whole lines, empty ones too; `block` the entries of the value, where each has a line of its own.
    """

    parent: Block
    start: Spot
    node: Node
    kind: Any
    key: Leaf | None = None
    block: Block | None = None
    above: list[str] = field(default_factory=list)
    beside: str = ""


@dataclass(slots=True, eq=False, kw_only=True)
class Block:
    """Entries below each other; `foot` are comments after the last. `flow`: they stood in brackets."""

    node: Node
    owner: Entry | None = None
    flow: bool = False
    column: int = 0
    entries: list[Entry] = field(default_factory=list)
    foot: list[str] = field(default_factory=list)

    @property
    def around(self) -> Iterator[Block]:
        """This block and those it stands in, the outermost last."""
        block: Block | None = self
        while block is not None:
            yield block
            block = block.owner.parent if block.owner else None


def order(node: Table, kind: Any) -> list[tuple[Node, Node, Any]]:
    """Give keys and values of a table with the type of each value, in the order of its class.

    A table of texts has no class: its order is the writer's, and there is no type.
    """
    table = _class_of(node, kind)
    if table is None:
        return [(k, v, None) for k, v in node.pairs]
    names = list(table.keys)
    pairs = sorted(node.pairs, key=lambda pair: names.index(_name(pair[0])))
    return [(k, v, table.keys[_name(k)][1]) for k, v in pairs]


def entry_kind(kind: Any) -> Any:
    """Give the type of a list's entries."""
    kind, _ = without_none(kind)
    return get_args(kind)[0] if get_origin(kind) is tuple else None


def in_brackets(source: Source, node: Node) -> bool:
    """Whether a list or mapping stands in [ ] or { }."""
    return not isinstance(node, Leaf) and source.rows[node.start.line][node.start.column] in "[{"


def _class_of(node: Table, kind: Any) -> type[Marked] | None:
    kind, _ = without_none(kind)
    if isinstance(kind, type) and issubclass(kind, Marked):
        return kind
    if get_origin(kind) is Mapping:
        return None
    kinds = {next(iter(each.keys)): each for each in get_args(kind)}
    return next((kinds[_name(k)] for k, _ in node.pairs if _name(k) in kinds), None)


def _name(key: Node) -> str:
    return key.value if isinstance(key, Leaf) else ""


def block_scalar(source: Source, leaf: Leaf) -> str:
    """Give the mark of a text that stands in lines of its own (| or >), else nothing."""
    found = _BLOCK_SCALAR.match(source.rows[leaf.start.line], leaf.start.column) if leaf.quoted else None
    return found[0] if found else ""


def start_of(node: Node) -> Spot:
    """Give row and column at which a node begins."""
    return node.start.line, node.start.column
