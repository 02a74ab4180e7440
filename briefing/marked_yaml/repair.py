"""Reading on after a mistake. In: a `Source` in which something stands wrong. Out: its text put right.

One key too far left, or one entry that is not YAML, must not hide the mistakes of the rest of the file.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, get_args, get_origin

from briefing.marked_yaml.nodes import Leaf, Node, Table
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
    line: int
    id: str | None = None

    @property
    def name(self) -> str:
        return f"{self.kind.noun} {self.id}" if self.id else f"the {self.kind.noun} of line {self.line}"


# ── keys too far left ───────────────────────────────────────────────────────────────────────────────────────────────


def strayed(node: Node | None, kind: Any) -> bool:
    """Whether a key stands at the top that only entries of a list below may have."""
    if not isinstance(node, Table) or not _is_schema(kind):
        return False
    below = {key for entry in _entries(kind).values() for key in entry.keys}
    return any(isinstance(k, Leaf) and k.value in below and k.value not in kind.keys for k in node.nodes[::2])


def indent_strays(source: Source, kind: Any) -> bool:
    """Report each key that stands too far left for its entry, and move it there; say whether there was one."""
    top = _entries(kind)
    own = kind.keys if _is_schema(kind) else {}
    section = top.get("", None)
    entry: _Entry | None = None
    found = False
    for row, line in enumerate(source.rows):
        match = _KEY.match(line)
        if match is None:
            continue
        indent, key = len(match["indent"]), match["key"]
        if match["dash"]:
            if section and (entry is None or indent == entry.dash):
                keys = indent + len(match["dash"])
                entry = _Entry(indent, keys, section, row + source.first_line, _id(match))
        elif indent == 0 and key in own:
            section, entry = top.get(key), None
        elif entry and indent == entry.keys:
            entry.id = entry.id or _id(match)
        elif entry and indent < entry.keys and key in entry.kind.keys:
            _indent(source, row, indent, entry, key)
            found = True
    return found


def _id(match: re.Match[str]) -> str | None:
    return shown(match["value"].strip()) if match["key"] == "id" and match["value"] else None


def _indent(source: Source, row: int, indent: int, entry: _Entry, key: str) -> None:
    by = entry.keys - indent
    hint = f"belongs under {entry.name}: indent it by {by}"
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
    if match and (here == entry.dash and match["dash"] and match["key"] in entry.kind.keys):
        return False
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
