"""What may stand in rule files, for editors. In: the classes of `written`. Out: JSON Schema (2020-12) of each kind.

Editors read a file with a YAML parser of their own, which makes numbers of `+2` and `2024` and perhaps a yes of `yes`,
so the schema takes these where our reader takes their text. What shows across entries alone is left to `rules check`.
"""

from __future__ import annotations

import enum
import inspect
import json
from collections.abc import Iterable, Mapping
from types import UnionType
from typing import Any, Union, get_args, get_origin

from briefing.marked_yaml import Check, Marked, guess, without_none
from briefing.ruleset.forms import Form
from briefing.ruleset.meanings import MEANINGS
from briefing.ruleset.written import ISSUES, KINDS

DIALECT = "https://json-schema.org/draft/2020-12/schema"
FOLDER = "schema"
_MODELINE = "# yaml-language-server: $schema="

Schema = dict[str, Any]


def schema(kind: str) -> Schema:
    """Give the schema of a kind of file.

    Raises:
        KeyError: there is no such kind; `KINDS` has them.
    """
    shapes = _Shapes()
    shape = shapes.of(KINDS[kind])
    defs = {name: shapes.defs[name] for name in sorted(shapes.defs)}
    return {"$schema": DIALECT, "title": f"briefing rules: {kind}", **shape, **({"$defs": defs} if defs else {})}


def schemas() -> Mapping[str, Schema]:
    """Give the schemas of all kinds."""
    return {kind: schema(kind) for kind in KINDS}


def schema_files() -> Mapping[str, bytes]:
    """Give the schemas of all kinds as files, by name."""
    return {f"{kind}.json": written(each).encode() for kind, each in schemas().items()}


def written(value: Mapping[str, Any]) -> str:
    """Write a schema as it stands in its file."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def modeline(path: str, kind: str) -> str:
    """Give the first line of a file of a pack, by its path in the pack: it tells editors which schema is the file's."""
    up = "../../" if path.startswith(f"{ISSUES}/") else "../"
    return f"{_MODELINE}{up}{FOLDER}/{kind}.json"


def guess_kind(kind: str) -> str:
    """Say which kinds of file there are, to somebody who named none of them."""
    return guess(kind, KINDS) or f"there are {', '.join(KINDS)}"


class _Shapes:
    """Gives the shape of each type, and keeps those of classes to refer to."""

    def __init__(self) -> None:
        self.defs: dict[str, Schema] = {}

    def of(self, kind: Any, check: Check | None = None) -> Schema:
        kind, choice = without_none(kind)
        if choice is not None:
            return _choice(choice.values)
        if isinstance(kind, type) and issubclass(kind, Marked):
            return self._table(kind)
        if isinstance(kind, type) and issubclass(kind, enum.Enum):
            return _choice([str(member.value) for member in kind])
        if get_origin(kind) is tuple:
            return self._list(get_args(kind)[0], check)
        if get_origin(kind) is Mapping:
            return {"type": "object", "additionalProperties": {"type": _SCALARS}}
        if get_origin(kind) in (Union, UnionType):
            return {"anyOf": [self.of(each) for each in get_args(kind)]}
        return _PLAIN[kind] if check is None else _checked(check)

    def _list(self, kind: Any, check: Check | None) -> Schema:
        item = self.of(kind, check)
        many: Schema = {"type": "array", "items": item}
        tables = "$ref" in item or ("anyOf" in item and get_origin(kind) in (Union, UnionType))
        return many if tables else {"anyOf": [many, item]}  # one text is a list of one

    def _table(self, kind: type[Marked]) -> Schema:
        name = short_name(kind)
        if name not in self.defs:
            self.defs[name] = {}  # a place, in case the class holds itself
            self.defs[name] = self._shape(kind, name)
        return {"$ref": f"#/$defs/{name}"}

    def _shape(self, kind: type[Marked], name: str) -> Schema:
        keys = {k: self._key(name, k, hint, said) for k, (_, hint, said) in kind.keys.items()}
        needed = [k for k, (_, _, said) in kind.keys.items() if said.needs]
        shape: Schema = {
            "description": inspect.cleandoc(kind.__doc__ or ""),
            "type": "object",
            "properties": keys,
            **({"required": needed} if needed else {}),
            "additionalProperties": False,
        }
        return {"anyOf": [_TEXT, shape]} if kind.plain else shape

    def _key(self, name: str, key: str, hint: Any, said: Any) -> Schema:
        meaning = MEANINGS.get(name, {}).get(key) or said.needs
        return {**({"description": meaning} if meaning else {}), **self.of(hint, said.check)}


def short_name(kind: type[Marked]) -> str:
    """Give the name of a class as schemas and meanings have it."""
    return kind.__name__.removeprefix("Written").lower()


_SCALARS = ["string", "number", "boolean"]
_TEXT: Schema = {"type": _SCALARS, "minLength": 1}
_YES_NO: Schema = {"anyOf": [{"enum": ["yes", "no"]}, {"type": "boolean"}]}
_PLAIN: Mapping[Any, Schema] = {str: _TEXT, int: {"type": "integer"}, bool: _YES_NO}


def _checked(check: Check) -> Schema:
    """Give the shape of a text that a form is asked of; a year is a number to editors."""
    if not isinstance(check, Form):
        return _TEXT
    return {"type": ["string", "number"], "pattern": f"^(?:{check.pattern})$"}


def _choice(values: Iterable[str]) -> Schema:
    texts = list(values)
    numbers = sorted({int(text) for text in texts if text.lstrip("+-").isdigit()})
    return {"anyOf": [{"enum": texts}, {"enum": numbers}]} if numbers else {"enum": texts}
