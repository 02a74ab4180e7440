"""Events of YAML into nodes with places. In: text. Out: the one node of its one document.

This is the only file that touches `yaml`. The C parser is taken where there is one; both give the same nodes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

MAX_DEPTH = 30

# The parsers differ in where a question mark may stand, and it would be a mark of YAML only for keys that are no words;
# so none is shown to them, but this character for private use, which no file may hold.
STAND_IN = "\ue03f"

# Only the parser of these classes is used, never their constructor: no tag can build an object.
PURE: type = yaml.SafeLoader
FASTEST: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(slots=True, eq=False)
class Leaf:
    """A scalar: its text, whether it stood in quotes, and from where to where it stands."""

    value: str
    quoted: bool
    start: yaml.Mark
    end: yaml.Mark

    kind = "text"


@dataclass(slots=True, eq=False)
class Row:
    """A list of nodes."""

    start: yaml.Mark
    end: yaml.Mark
    nodes: list[Node] = field(default_factory=list)

    kind = "a list"


@dataclass(slots=True, eq=False)
class Table:
    """A mapping: keys and values by turns, as written."""

    start: yaml.Mark
    end: yaml.Mark
    nodes: list[Node] = field(default_factory=list)

    kind = "a mapping"

    @property
    def pairs(self) -> list[tuple[Node, Node]]:
        """Each key with its value."""
        return list(zip(self.nodes[::2], self.nodes[1::2], strict=False))

    def has(self, key: str) -> bool:
        """Whether a key was written."""
        return any(node.__class__ is Leaf and node.value == key for node in self.nodes[::2])


Node = Leaf | Row | Table
Mark = yaml.Mark
Report = Callable[[str, yaml.Mark, yaml.Mark], None]


class TooDeepError(Exception):
    """The file nests deeper than it may."""

    def __init__(self, mark: yaml.Mark) -> None:
        self.mark = mark
        super().__init__()


def compose(text: str, report: Report, parser: type = FASTEST) -> Node | None:
    """Give the node of the first document, or None where the text holds nothing.

    Aliases, anchors, tags and further documents are handed to `report` with their code and place.

    Raises:
        yaml.MarkedYAMLError: the text is not YAML.
        TooDeepError: it nests more than `MAX_DEPTH` deep.
    """
    asks = "?" in text
    parsing = parser(text.replace("?", STAND_IN) if asks else text)
    try:
        tree = _Tree(report)
        root = tree.grow(iter(parsing.get_event, None))
    finally:
        parsing.dispose()
    for leaf in tree.leaves if asks else ():
        leaf.value = leaf.value.replace(STAND_IN, "?")
    return root


class _Tree:
    """Builds nodes from events, without recursion, so that no file can exhaust the stack."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self.leaves: list[Leaf] = []
        self._open: list[Row | Table] = []
        self._here: list[Node] = []
        self._roots = self._here
        self._documents = 0

    def grow(self, events: Iterable[Any]) -> Node | None:
        # Any: an event's attributes depend on its class, which is compared by identity for speed.
        for event in events:
            kind = event.__class__
            if kind is ScalarEvent:
                leaf = Leaf(event.value, bool(event.style), event.start_mark, event.end_mark)
                self._here.append(leaf)
                self.leaves.append(leaf)
                if event.anchor or event.tag:
                    self._forbid(event)
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                self._enter(event)
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                self._leave(event)
            elif kind is AliasEvent:
                self._here.append(Leaf("", True, event.start_mark, event.end_mark))
                self._forbid(event)
            elif kind is DocumentStartEvent and self._second(event):
                break
        return self._roots[0] if self._roots else None

    def _enter(self, event: Any) -> None:
        if len(self._open) == MAX_DEPTH:
            raise TooDeepError(event.start_mark)
        if event.anchor or event.tag:
            self._forbid(event)
        branch = (Table if event.__class__ is MappingStartEvent else Row)(event.start_mark, event.end_mark)
        self._here.append(branch)
        self._open.append(branch)
        self._here = branch.nodes

    def _leave(self, event: Any) -> None:
        self._open.pop().end = event.end_mark
        self._here = self._open[-1].nodes if self._open else self._roots

    def _second(self, event: Any) -> bool:
        """Whether this is a further document; only the first is read."""
        self._documents += 1
        if self._documents > 1:
            self._report("Y008", event.start_mark, event.end_mark)
        return self._documents > 1

    def _forbid(self, event: Any) -> None:
        self._report("Y003" if event.anchor else "Y009", event.start_mark, event.end_mark)
