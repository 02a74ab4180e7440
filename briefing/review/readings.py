"""What a stance says, as a review shows it. In: stances, or what people wrote. Out: values that can be compared."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Any

from briefing.model import Stance
from briefing.review.written import NONE, WrittenAdded, WrittenReading

Value = str | int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The values of a stance that a desk may change; None where there is none, or where it is not known."""

    side: str | None = None
    speaker: str | None = None
    issue: str | None = None
    proposition: str | None = None
    position: int | None = None
    act: str | None = None
    force: int | None = None


NAMES = tuple(field.name for field in fields(Reading))


def reading_of(stance: Stance) -> Reading:
    """Give what the program read."""
    return Reading(
        side=stance.side,
        speaker=stance.statement.speaker,
        issue=stance.issue,
        proposition=stance.proposition,
        position=stance.position,
        act=stance.act,
        force=stance.force,
    )


def written_over(entry: WrittenReading | WrittenAdded | None, base: Reading) -> Reading:
    """Give a reading with the values that an entry writes down."""
    given: dict[str, Any] = {name: getattr(entry, name) for name in NAMES if entry and getattr(entry, name) is not None}
    return replace(base, **{name: None if value == NONE else value for name, value in given.items()})


def differences(old: Reading, new: Reading) -> tuple[tuple[str, Value], ...]:
    """Give the names of the values in which two readings differ, each with the old value."""
    return tuple((name, getattr(old, name)) for name in NAMES if getattr(old, name) != getattr(new, name))


def in_file(name: str, value: Value) -> str:
    """Write a value as the file has it.

    >>> in_file("position", 2), in_file("force", 2), in_file("speaker", None)
    ('+2', '2', 'none')
    """
    if value is None:
        return NONE
    if name == "position" and isinstance(value, int):
        return f"{value:+d}" if value else "0"
    return str(value)
