"""Reading nodes by schema classes. In: a `Source` and what its file may hold. Out: the value; mistakes are reported."""

from __future__ import annotations

import enum
import functools
import re
import types
from collections.abc import Callable, Mapping
from typing import Annotated, Any, TypeGuard, Union, get_args, get_origin

from briefing.marked_yaml.nodes import FASTEST, Leaf, Node, Row, Table
from briefing.marked_yaml.schema import Check, Choice, Marked, closest, guess
from briefing.marked_yaml.source import Source, shown
from briefing.marked_yaml.syntax import parse

_NUMBER = re.compile(r"[-+]?[0-9]{1,9}")

Read = Callable[[Source, Node, str], Any]


class _Wrong(enum.Enum):
    """Stands for a value that could not be read; the field keeps its default."""

    WRONG = 0


WRONG = _Wrong.WRONG


def read(source: Source, kind: Any, parser: type = FASTEST) -> Any:
    """Read a file by a schema class, or by `tuple[Class, ...]` for a list of them, or `Mapping[str, str]`.

    Returns:
        the value, perhaps with parts missing that the source's problems name; None where nothing can be read.
    """
    if source.broken:
        return None
    node = parse(source, kind, parser)
    if node is None:
        return None
    value = reader(kind)(source, node, "the file")
    return None if value is WRONG else value


# ── one reader a type ───────────────────────────────────────────────────────────────────────────────────────────────


def reader(kind: Any, check: Check | None = None) -> Read:
    """Give the function that reads a node as a type."""
    return _reader(kind, check)


@functools.cache
def _reader(kind: Any, check: Check | None) -> Read:
    kind, choice = without_none(kind)
    if choice is not None:
        return _choice(choice)
    if _is_table(kind):
        return _table(kind)
    for fits, build in _BUILDERS:
        if fits(kind):
            return build(kind, check)
    raise TypeError(f"no way to read {kind}")


def without_none(kind: Any) -> tuple[Any, Choice | None]:
    """Give a type without `None`, and the closed choice it is made of, if it is one."""
    if get_origin(kind) in (Union, types.UnionType):
        rest = [a for a in get_args(kind) if a is not types.NoneType]
        if len(rest) == 1:
            kind = rest[0]
    if get_origin(kind) is Annotated:
        kind, choice = get_args(kind)[:2]
        return kind, choice
    return kind, None


def _is_table(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Marked)


def _leaf(source: Source, node: Node, name: str) -> str | None:
    """Give the text of a leaf, or None after reporting why there is none."""
    if not isinstance(node, Leaf):
        hint = "put quotes around text that holds ': ' or starts with [ or {"
        source.report("S003", f"{name}: expected text, got {node.kind}", node, hint=hint)
        return None
    if not node.value:
        _report_empty(source, node, name)
        return None
    return node.value


def _text(_: Any, check: Check | None) -> Read:
    def read_text(source: Source, node: Node, name: str) -> Any:
        value = _leaf(source, node, name)
        if value is None:
            return WRONG
        if check is not None and (flaw := check(value)):
            source.report(flaw.code, f"{name}: {flaw.message}", node, hint=flaw.hint, at=flaw.at)
            return WRONG
        return value

    return read_text


def _number(_: Any, __: Check | None) -> Read:
    def read_number(source: Source, node: Node, name: str) -> Any:
        value = _leaf(source, node, name)
        if value is None:
            return WRONG
        if not _NUMBER.fullmatch(value):
            source.report("S007", f"{name}: '{shown(value)}' is not a whole number", node)
            return WRONG
        return int(value)

    return read_number


def _choice(choice: Choice) -> Read:
    values = choice.values

    def read_choice(source: Source, node: Node, name: str) -> Any:
        value = _leaf(source, node, name)
        if value is None:
            return WRONG
        if value not in values:
            message = f"{name}: '{shown(value)}' is not one of {', '.join(values)}"
            source.report("S006", message, node, hint=guess(value, values))
            return WRONG
        return values[value]

    return read_choice


def _enum(kind: Any, _: Check | None) -> Read:
    return _choice(Choice({str(member.value): member for member in kind}))


def _yes_no(_: Any, __: Check | None) -> Read:
    return _choice(Choice({"yes": True, "no": False}))


def _list(kind: Any, check: Check | None) -> Read:
    item_kind = get_args(kind)[0]
    item = reader(item_kind, check)
    one_is_enough = not _is_table(item_kind) and get_origin(item_kind) is None

    def read_list(source: Source, node: Node, name: str) -> Any:
        if isinstance(node, Row):
            values = [item(source, n, name) for n in node.nodes]
            return tuple(v for v in values if v is not WRONG)
        if isinstance(node, Leaf) and (one_is_enough or not node.value):
            value = item(source, node, name)  # one text is a list of one; an empty one says so itself
            return WRONG if value is WRONG else (value,)
        source.report("S004", f"{name}: expected a list, got {node.kind}", node, hint="start each entry with '- '")
        return WRONG

    return read_list


def _texts(_: Any, check: Check | None) -> Read:
    def read_texts(source: Source, node: Node, name: str) -> Any:
        if not isinstance(node, Table):
            return _no_table(source, node, name)
        values: dict[str, str] = {}
        seen: dict[str, Leaf] = {}
        for k, v in node.pairs:
            if _new_key(k, source, seen):
                value = v.value if isinstance(v, Leaf) and v.quoted else _leaf(source, v, k.value)
                values[k.value] = value or ""
        return values

    return read_texts


def _union(kind: Any, _: Check | None) -> Read:
    kinds = {next(iter(k.keys)): reader(k) for k in get_args(kind)}
    known = ", ".join(f"'{k}'" for k in kinds)

    def read_union(source: Source, node: Node, name: str) -> Any:
        if not isinstance(node, Table):
            return _no_table(source, node, name)
        for k in node.nodes[::2]:
            if isinstance(k, Leaf) and k.value in kinds:
                return kinds[k.value](source, node, name)
        head = node.nodes[0] if node.nodes else node
        hint = guess(head.value, kinds) if isinstance(head, Leaf) else None
        source.report("S010", f"an entry needs one of the keys {known}", head, hint=hint)
        return WRONG

    return read_union


_BUILDERS: tuple[tuple[Callable[[Any], bool], Callable[[Any, Check | None], Read]], ...] = (
    (lambda kind: kind is str, _text),
    (lambda kind: kind is int, _number),
    (lambda kind: kind is bool, _yes_no),
    (lambda kind: isinstance(kind, type) and issubclass(kind, enum.Enum), _enum),
    (lambda kind: get_origin(kind) is tuple, _list),
    (lambda kind: get_origin(kind) is Mapping, _texts),
    (lambda kind: get_origin(kind) in (Union, types.UnionType), _union),
)


# ── tables ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def _table(kind: type[Marked]) -> Read:
    fields = {k: (name, reader(hint, said.check)) for k, (name, hint, said) in kind.keys.items()}
    needed = {k for k, (_, _, said) in kind.keys.items() if said.needs}

    def read_table(source: Source, node: Node, name: str) -> Any:
        if not isinstance(node, Table):
            return _plain(kind, source, node, name)
        values: dict[str, Any] = {}
        seen: dict[str, Leaf] = {}
        for k, v in node.pairs:
            if not _new_key(k, source, seen):
                continue
            if k.value not in fields and not _meant(kind, source, node, k):
                continue
            field_name, read_field = fields[k.value]
            value = read_field(source, v, k.value)
            if value is not WRONG:
                values[field_name] = value
        if not seen.keys() >= needed:
            _report_missing(kind, source, node)
        return kind(source=source, node=node, **values)

    return read_table


def _meant(kind: type[Marked], source: Source, node: Table, key: Leaf) -> bool:
    """Report an unknown key; if it must be one that is missing, let it be that one, so that its value is read too."""
    if source.full:
        return False
    meant = closest(key.value, kind.keys, kind.synonyms)
    hint = f"did you mean '{meant}'?" if meant else "allowed: " + ", ".join(kind.keys)
    source.report("S001", f"unknown key '{shown(key.value)}'", key, hint=hint)
    if meant is None or any(isinstance(k, Leaf) and k.value == meant for k in node.nodes[::2]):
        return False
    key.value = meant
    return True


def _report_missing(kind: type[Marked], source: Source, node: Table) -> None:
    head = node.nodes[0] if node.nodes else node
    written = {k.value for k in node.nodes[::2] if isinstance(k, Leaf)}
    for name, (_, _, said) in kind.keys.items():
        if said.needs and name not in written and not source.incomplete(node):
            source.report("S010", f"this {kind.noun} has no '{name}'", head, hint=said.needs)


def _plain(kind: type[Marked], source: Source, node: Node, name: str) -> Any:
    if kind.plain is None or not isinstance(node, Leaf):
        return _no_table(source, node, name)
    value = _leaf(source, node, name)
    return WRONG if value is None else kind(source=source, node=node, **{kind.plain: value})


def _no_table(source: Source, node: Node, name: str) -> _Wrong:
    if isinstance(node, Leaf) and not node.value:
        _report_empty(source, node, name)
    else:
        source.report("S002", f"{name}: expected 'key: value' lines, got {node.kind}", node)
    return WRONG


def _report_empty(source: Source, node: Leaf, name: str) -> None:
    if not source.emptied(node):
        source.report("S005", f"{name}: empty value", node, hint="delete the line or give a value")


def _new_key(node: Node, source: Source, seen: dict[str, Leaf]) -> TypeGuard[Leaf]:
    """Whether a key is a word that was not there before, and note it; reports it if not."""
    if not isinstance(node, Leaf):
        source.report("S008", "a key must be a plain word", node)
        return False
    if node.value in seen:
        line = seen[node.value].start.line + source.first_line
        source.report("S009", f"duplicate key '{shown(node.value)}'", node, hint=f"the first one is on line {line}")
        return False
    seen[node.value] = node
    return True
