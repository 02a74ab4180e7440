"""Reading on after a mistake. In: a `Source` in which something stands wrong. Out: its text put right.

One key too far left, or one entry that is not YAML, must not hide the mistakes of the rest of the file.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, get_args, get_origin

from briefing.marked_yaml.nodes import Leaf, Node, Row, Table
from briefing.marked_yaml.source import Source, shown

_KEY = re.compile(r"(?P<indent> *)(?P<dash>- +)?(?P<key>[A-Za-z_]\w*):(?:\s+(?P<value>.*)|$)")
_INDENT = re.compile(r" *")
_ENTRY = re.compile(r" *- ")
_OUTER = 4  # columns that an outer list is indented at most


@dataclass(slots=True)
class _Entry:
    """The list entry that lines belong to: its columns, its class and what it calls itself."""

    dash: int
    keys: int
    kind: Any
    row: int
    line: int
    id: str | None = None
    lone: bool = True  # no key below its first stands where its keys stand

    @property
    def name(self) -> str:
        return f"{self.kind.noun} {self.id}" if self.id else f"the {self.kind.noun} of line {self.line}"


# ── keys in the wrong column ─────────────────────────────────────────────────────────────────────────────────────────


def strayed(node: Node | None, kind: Any) -> bool:
    """Whether a key stands at the top that only entries of a list below may have, or an entry holds two ids."""
    lists = _entries(kind)
    if isinstance(node, Row):
        return _doubled(node) if lists else False
    if not isinstance(node, Table) or not _is_schema(kind):
        return False
    below = {key for entry in lists.values() for key in entry.keys}
    stray = any(isinstance(k, Leaf) and k.value in below and k.value not in kind.keys for k in node.nodes[::2])
    return stray or any(_doubled(v) for k, v in node.pairs if isinstance(k, Leaf) and k.value in lists)


def _doubled(node: Node) -> bool:
    entries = node.nodes if isinstance(node, Row) else ()
    return any(isinstance(e, Table) and sum(getattr(k, "value", "") == "id" for k in e.nodes[::2]) > 1 for e in entries)


def put_right(source: Source, kind: Any) -> bool:
    """Report each key that stands in the wrong column, and move it; say whether there was one."""
    return _Outline(source, kind).put_right()


class _Outline:
    """Walks the lines of a file and knows which entry of which list each belongs to."""

    def __init__(self, source: Source, kind: Any) -> None:
        self._source = source
        self._lists = _entries(kind)
        self._top = kind.keys if _is_schema(kind) else {}
        self._section = self._lists.get("")
        self._entry: _Entry | None = None
        self._nothing_below = True  # the last key had its value beside it, so that no key can stand deeper
        self._moved = False

    def put_right(self) -> bool:
        for row, line in enumerate(self._source.rows):
            match = _KEY.match(line)
            if match:
                self._key(row, match)
        return self._moved

    def _key(self, row: int, match: re.Match[str]) -> None:
        indent, key, entry = len(match["indent"]), match["key"], self._entry
        if match["dash"]:
            if self._section and (entry is None or indent == entry.dash):
                self._enter(row, match)
        elif indent == 0 and key in self._top:
            self._section, self._entry = self._lists.get(key), None
        elif entry and indent == entry.keys:
            if key == "id" and entry.id:
                self._dash(row, match)
            entry.id, entry.lone = entry.id or _id(match), False
        elif entry and indent < entry.keys:
            self._stray(row, match, entry)
        elif key in self._top and self._nothing_below:
            self._to_the_left(row, indent, key)
        self._nothing_below = bool(match["value"]) and match["value"][0] not in "|>#"

    def _enter(self, row: int, match: re.Match[str]) -> None:
        indent = len(match["indent"])
        line = row + self._source.first_line
        self._entry = _Entry(indent, indent + len(match["dash"]), self._section, row, line, _id(match))

    def _stray(self, row: int, match: re.Match[str], entry: _Entry) -> None:
        """Move a key that stands left of its entry's keys: into the entry, or to the very left."""
        indent, key = len(match["indent"]), match["key"]
        if key in entry.kind.keys and entry.lone and entry.dash < indent and self._next_indent(row) == indent:
            self._pull_back(entry, entry.keys - indent)
        elif key in entry.kind.keys:
            _indent(self._source, row, indent, entry, key)
            self._moved = True
        elif key in self._top:
            self._to_the_left(row, indent, key)

    def _to_the_left(self, row: int, indent: int, key: str) -> None:
        hint = f"it belongs at the very left: take {_blanks(indent)} away"
        if not self._source.told("Y010", row):
            self._source.flaw("S001", f"key '{key}' is indented", row, indent, width=len(key), hint=hint)
        self._source.shift(row, -indent)
        self._section, self._entry = self._lists.get(key), None
        self._moved = True

    def _next_indent(self, row: int) -> int | None:
        """Give the indentation of the next line that is a key."""
        matches = (_KEY.match(line) for line in self._source.rows[row + 1 : row + 20])
        return next((len(m["indent"]) for m in matches if m and not m["dash"]), None)

    def _pull_back(self, entry: _Entry, by: int) -> None:
        """Move the line of an entry's dash to where all its other lines say it should be."""
        if entry.dash < by:
            return
        hint = f"take {_blanks(by)} away"
        self._source.flaw("Y001", "this entry is indented further than its keys", entry.row, entry.dash, hint=hint)
        self._source.shift(entry.row, -by)
        entry.dash, entry.keys, entry.lone = entry.dash - by, entry.keys - by, False
        self._moved = True

    def _dash(self, row: int, match: re.Match[str]) -> None:
        """Begin a new entry where a second id stands."""
        entry = self._entry
        if entry is None:
            return
        hint = f"put '- ' in front of it if a new {entry.kind.noun} begins here"
        self._source.flaw("S009", "duplicate key 'id'", row, entry.keys, width=len("id"), hint=hint)
        line = self._source.rows[row]
        self._source.rows[row] = line[: entry.dash] + "-" + line[entry.dash + 1 :]
        self._entry = _Entry(entry.dash, entry.keys, entry.kind, row, row + self._source.first_line)
        self._moved = True


def _blanks(n: int) -> str:
    return "1 blank" if n == 1 else f"{n} blanks"


def _id(match: re.Match[str]) -> str | None:
    return shown(match["value"].strip()) if match["key"] == "id" and match["value"] else None


def _indent(source: Source, row: int, indent: int, entry: _Entry, key: str) -> None:
    by = entry.keys - indent
    hint = f"belongs under {entry.name}: indent it by {by}"
    if not source.told("Y010", row):  # a tab in its place is the reason
        source.flaw("S001", f"unknown key '{key}'", row, indent, width=len(key), hint=hint)
    source.shift(row, by)
    lines = source.rows
    follows = row + 1
    while follows < len(lines) and _belongs(lines[follows], indent, entry):
        follows += 1
    inner = [n for n in range(row + 1, follows) if lines[n].strip()]
    if inner and _indent_of(lines[inner[0]]) <= entry.keys:
        for n in inner:
            source.shift(n, by)


def _belongs(line: str, indent: int, entry: _Entry) -> bool:
    """Whether a line is part of the value of the key above it."""
    here = _indent_of(line)
    match = _KEY.match(line)
    if not line.strip():
        return True
    if match and here == (entry.dash if match["dash"] else entry.keys) and match["key"] in entry.kind.keys:
        return False  # the next entry, or the next key of this one
    return here > indent or (here == indent and bool(_ENTRY.match(line)))


# ── entries that are not YAML ───────────────────────────────────────────────────────────────────────────────────────


def cut_entry(source: Source, row: int) -> bool:
    """Take the list entry, else the key, around a row out of the text; say whether anything was left to take."""
    lines = source.rows
    row = min(row, len(lines) - 1)
    while row > 0 and not lines[row].strip():
        row -= 1
    start = next((n for n in range(row, -1, -1) if _outermost(lines, n)), row)
    indent = _indent_of(lines[start])
    stop = start + 1
    while stop < len(lines) and (not lines[stop].strip() or stop <= row or _indent_of(lines[stop]) > indent):
        stop += 1
    taken = any(lines[n].strip() for n in range(start, stop))
    source.cut(start, stop)
    return taken


def _outermost(lines: list[str], row: int) -> bool:
    """Whether an entry of an outer list, or a key at the very left, begins at a row."""
    line = lines[row]
    if line[:1].strip() and not line.startswith(("#", "]", "}")):
        return True
    return bool(_ENTRY.match(line)) and _indent_of(line) <= _OUTER


def _indent_of(line: str) -> int:
    found = _INDENT.match(line)
    return found.end() if found else 0


# ── what may stand where ────────────────────────────────────────────────────────────────────────────────────────────


def _is_schema(kind: Any) -> bool:
    return isinstance(kind, type) and hasattr(kind, "keys") and hasattr(kind, "noun")


def _entries(kind: Any) -> dict[str, Any]:
    """Give the class of the entries of each list of a file by the list's key, or by "" if the file is a list."""
    if get_origin(kind) is tuple:
        item = get_args(kind)[0]
        return {"": item} if _is_schema(item) else {}
    if not _is_schema(kind):
        return {}
    lists = {key: get_args(hint)[0] for key, (_, hint, _) in kind.keys.items() if get_origin(hint) is tuple}
    return {key: item for key, item in lists.items() if _is_schema(item)}
