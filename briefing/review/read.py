"""The review file. In: its path or bytes. Out: a `Review`, or all mistakes that the file alone shows."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from briefing.errors import BriefingError, Problem, ReviewError
from briefing.marked_yaml import Marked, Source, read
from briefing.review.written import WrittenAdded, WrittenReview, WrittenStance

MAX_BYTES = 16 << 20  # one stance takes up to a thousand bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """A review file as read; `path` is the file's name alone."""

    path: str
    sha256: str
    by: str | None
    stances: tuple[WrittenStance, ...]
    added: tuple[WrittenAdded, ...]
    stale: tuple[WrittenStance | WrittenAdded, ...]


def read_review(path: str | Path) -> Review:
    """Read a review file.

    Raises:
        BriefingError: the file cannot be read.
        ReviewError: it holds mistakes; it names all of them.
    """
    try:
        data = Path(path).read_bytes()
    except FileNotFoundError:
        raise BriefingError(f"{path}: there is no such file; write one with briefing review") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise BriefingError(f"{path}: this review cannot be read: {reason}") from None
    return review_of(str(path), data)


def review_of(path: str, data: bytes) -> Review:
    """Read the bytes of a review file.

    Raises:
        ReviewError: they hold mistakes; it names all of them.
    """
    source = Source.decode(path, data, most=MAX_BYTES)
    written: WrittenReview | None = read(source, WrittenReview)
    if written:
        _twice(written.stances)
    if source.problems or written is None:
        raise ReviewError(source.problems)
    return Review(
        path=Path(path).name,
        sha256=hashlib.sha256(data).hexdigest(),
        by=written.by,
        stances=written.stances,
        added=written.added,
        stale=written.stale,
    )


def _twice(entries: Iterable[WrittenStance]) -> None:
    first: dict[str, WrittenStance] = {}
    for entry in entries:
        before = first.setdefault(entry.id, entry)
        if before is not entry and entry.id:
            hint = f"the first is on line {before.line}; join the two"
            entry.wrong("V003", f"stance '{entry.id}' stands twice", "id", hint=hint)


def problem(entry: Marked, code: str, message: str, key: str | None = None, *, hint: str | None = None) -> Problem:
    """Give a problem at a key of an entry, without taking it down in the file's source."""
    spot = entry.at(key) if key else entry.at("id")
    line, column = spot.start.line + entry.source.first_line, spot.start.column + 1
    width = spot.end.column - spot.start.column if spot.end.line == spot.start.line else None
    return entry.source.problem(line, column, code, message, width=width, hint=hint)
