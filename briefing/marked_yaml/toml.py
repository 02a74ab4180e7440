"""A table of a TOML file, as if it were YAML. In: text and the table's name. Out: what `read` would give.

`tomllib` says nothing of places, so they are looked up in the text: that of a key where its line is found, else that of
the table around it.
"""

from __future__ import annotations

import datetime
import re
import tomllib
from collections.abc import Mapping, Sequence
from typing import Any

import yaml

from briefing.marked_yaml.nodes import Leaf, Mark, Node, Row, Table
from briefing.marked_yaml.reading import WRONG, reader
from briefing.marked_yaml.source import Source

Path = tuple[str | int, ...]

_HEADER = re.compile(r"\s*\[(\[?)\s*([\w.\"' -]+?)\s*\]")
_KEY = re.compile(r"\s*[\"']?([\w-]+)[\"']?\s*=")
_AT = re.compile(r"\(at line (\d+), column (\d+)\)$")


def read_toml(path: str, text: str, kind: Any, table: Sequence[str]) -> tuple[Source, Any]:
    """Read one table of a TOML file by a schema class, as `read` does a YAML file.

    Returns:
        the source with the mistakes found, and the value; None where the file has no such table or cannot be read.
    """
    source = Source(path, text.replace("\t", " "))
    try:
        found: Any = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        _report(source, error)
        return source, None
    for name in table:
        found = found.get(name) if isinstance(found, Mapping) else None
    if found is None:
        return source, None
    node = _Nodes(_places(text)).node(found, tuple(table))
    value = reader(kind)(source, node, f"[{'.'.join(table)}]")
    return source, None if value is WRONG else value


def _report(source: Source, error: tomllib.TOMLDecodeError) -> None:
    place = _AT.search(str(error))
    line, column = (int(place[1]), int(place[2])) if place else (1, 1)
    source.flaw("Y012", f"this is not TOML: {_AT.sub('', str(error)).strip().rstrip('.')}", line - 1, column - 1)


def _places(text: str) -> Mapping[Path, tuple[int, int, int]]:
    """Give row, first and last column of each table and key that begins a line."""
    found: dict[Path, tuple[int, int, int]] = {}
    counts: dict[Path, int] = {}
    here: Path = ()
    for row, line in enumerate(text.split("\n")):
        if header := _HEADER.match(line):
            here = _path(header[2], counts)
            if header[1]:
                counts[here] = counts.get(here, -1) + 1
                here = (*here, counts[here])
            found.setdefault(here, (row, header.start(2), header.end(2)))
        elif key := _KEY.match(line):
            found.setdefault((*here, key[1]), (row, key.start(1), key.end(1)))
    return found


def _path(name: str, counts: Mapping[Path, int]) -> Path:
    """Split the name of a table; inside a list of tables it is the last one so far."""
    path: Path = ()
    for part in name.split("."):
        path = (*path, part.strip(" \"'"))
        if path in counts and path != tuple(p.strip(" \"'") for p in name.split(".")):
            path = (*path, counts[path])
    return path


class _Nodes:
    """Makes nodes of parsed values."""

    def __init__(self, places: Mapping[Path, tuple[int, int, int]]) -> None:
        self._places = places

    def node(self, value: Any, path: Path) -> Node:
        start, end = self._marks(path)
        if isinstance(value, Mapping):
            nodes: list[Node] = []
            for name, inner in value.items():
                nodes += [Leaf(name, False, *self._marks((*path, name))), self.node(inner, (*path, name))]
            return Table(start, end, nodes)
        if isinstance(value, list):
            return Row(start, end, [self.node(inner, (*path, n)) for n, inner in enumerate(value)])
        return Leaf(_written(value), isinstance(value, str), start, end)

    def _marks(self, path: Path) -> tuple[Mark, Mark]:
        place = next((self._places[path[:n]] for n in range(len(path), 0, -1) if path[:n] in self._places), (0, 0, 1))
        row, first, last = place
        return yaml.Mark("", 0, row, first, None, 0), yaml.Mark("", 0, row, last, None, 0)


def _written(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value.isoformat() if isinstance(value, datetime.date | datetime.time) else str(value)
