"""How a room says what may stand in its files: classes of keys. In: nothing. Out: schema classes for `reading`.

A field's type says how its value is read; its `key` says whether it must be there and how its text is checked:

    str · int · bool (yes, no) · an enum · Annotated[int, Choice({...})] · tuple[X, ...] · Mapping[str, str] ·
    another such class · a union of such classes, told apart by their first key
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, dataclass_transform

from briefing.errors import Severity
from briefing.marked_yaml.nodes import Leaf, Node, Row, Table
from briefing.marked_yaml.source import Source


@dataclass(frozen=True, slots=True)
class Flaw:
    """What a check found wrong with a text, and at which offset of it."""

    code: str
    message: str
    at: int = 0
    hint: str | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Choice:
    """A closed choice: how each value is written, and the value."""

    values: Mapping[str, Any]


_LONGEST = 100  # characters of a word that is compared with others: the work is quadratic

Check = Callable[[str], Flaw | None]


@dataclass(frozen=True, slots=True, eq=False)
class _Key:
    """What `key` says of a field."""

    default: Any
    needs: str | None
    check: Check | None
    written: str | None


def key(
    needs: str | None = None, *, default: Any = None, check: Check | None = None, written: str | None = None
) -> Any:
    """Declare a field of a table.

    Args:
        needs: what the value is, if the key must be there.
        default: the field's value where the key is missing or wrong.
        check: looks for flaws in a text, or in each text of a list.
        written: the key in the file, where Python forbids it as a name.
    """
    return _Key(default, needs, check, written)


@dataclass_transform(kw_only_default=True, field_specifiers=(key,))
class Marked:
    """A value read from a table, which knows where it stands.

    Written like a dataclass, but made without generating code, as a schema has many classes and a run needs each once.
    `plain` names the field that a plain text in place of the table stands for; `noun` is what messages call it;
    `synonyms` are words people write for a key.
    """

    plain: ClassVar[str | None] = None
    noun: ClassVar[str] = "entry"
    synonyms: ClassVar[Mapping[str, str]] = {}
    keys: ClassVar[Mapping[str, tuple[str, Any, _Key]]] = {}  # key in the file → name, type, what `key` said

    source: Source
    node: Node

    def __init_subclass__(cls) -> None:
        """Collect the fields, the own before those inherited; what a missing key gives is left as class attribute."""
        own = {name: field for name, field in vars(cls).items() if isinstance(field, _Key)}
        keys = {field.written or name: (name, cls.__annotations__[name], field) for name, field in own.items()}
        cls.keys = {**keys, **cls.keys}
        for name, field in own.items():
            setattr(cls, name, field.default)

    def __init__(self, source: Source, node: Node, **values: Any) -> None:
        self.source = source
        self.node = node
        self.__dict__.update(values)

    @property
    def line(self) -> int:
        """The line of the file it begins at, from 1."""
        return self.node.start.line + self.source.first_line

    @property
    def column(self) -> int:
        """The column it begins at, from 1."""
        return self.node.start.column + 1

    def at(self, key: str, entry: str | int | None = None) -> Node:
        """Give the node of a key's value, or of one entry of it by text or number; the whole where there is none."""
        found = next((v for k, v in _pairs(self.node) if isinstance(k, Leaf) and k.value == key), self.node)
        if entry is None or isinstance(found, Leaf):
            return found
        values = found.nodes if isinstance(found, Row) else found.nodes[1::2]
        if isinstance(entry, int):
            return values[entry]
        return next((n for n in values if isinstance(n, Leaf) and n.value == entry), found)

    def how_many(self, key: str) -> int:
        """Count the entries written under a key, whether they could be read or not."""
        found = self.at(key)
        return 1 if isinstance(found, Leaf) else len(found.nodes)

    def has(self, key: str) -> bool:
        """Whether the key was written."""
        return isinstance(self.node, Table) and self.node.has(key)

    def wrong(
        self,
        code: str,
        message: str,
        key: str | None = None,
        *,
        entry: str | int | None = None,
        hint: str | None = None,
        at: int = 0,
        severity: Severity = Severity.ERROR,
    ) -> None:
        """Report a mistake at a key's value, or at the start of the whole."""
        if self.source.full:
            return
        spot = self.at(key, entry) if key else self._head()
        self.source.report(code, message, spot, hint=hint, at=at, severity=severity)

    def _head(self) -> Node:
        return self.node.nodes[0] if isinstance(self.node, Table) and self.node.nodes else self.node


def _pairs(node: Node) -> list[tuple[Node, Node]]:
    return node.pairs if isinstance(node, Table) else []


def guess(value: str, known: Iterable[str], synonyms: Mapping[str, str] | None = None) -> str | None:
    """Give a hint at what was meant, or None."""
    meant = closest(value, known, synonyms)
    return f"did you mean '{meant}'?" if meant else None


def closest(value: str, known: Iterable[str], synonyms: Mapping[str, str] | None = None) -> str | None:
    """Give the known word that was probably meant, or None."""
    known = list(known)
    if "+" + value in known:
        return "+" + value
    if len(value) > _LONGEST:
        return None
    also = {s: k for s, k in (synonyms or {}).items() if k in known}
    close = difflib.get_close_matches(value, [*known, *also], 1, 0.6)
    return also.get(close[0], close[0]) if close else None
