"""Values out of a JSON file that others may have written. In: parsed JSON. Out: values of the type asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar

from briefing.errors import BriefingError

T = TypeVar("T")

Entry = Mapping[str, object]


def get(entry: object, key: str, kind: type[T]) -> T:
    """Give the value of a key.

    Raises:
        BriefingError: it is missing or of another type.
    """
    value = entry.get(key) if isinstance(entry, Mapping) else None
    if not isinstance(value, kind):
        raise BriefingError(f"this is not a whole analysis: '{key}' is missing or of the wrong type in it")
    return value


def maybe(entry: object, key: str, kind: type[T]) -> T | None:
    """Give the value of a key, None where it is missing or null."""
    if isinstance(entry, Mapping) and entry.get(key) is None:
        return None
    return get(entry, key, kind)


def entries(entry: object, key: str) -> Sequence[object]:
    """Give the list at a key."""
    return get(entry, key, list)


def known(values: Mapping[str, T], id: str) -> T:
    """Give the value that an id refers to.

    Raises:
        BriefingError: nothing has this id.
    """
    if id not in values:
        raise BriefingError(f"this is not a whole analysis: it refers to '{id}', which is not in it")
    return values[id]
