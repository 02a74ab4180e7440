"""Texts as read, and places in them."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from briefing.model.choices import Genre

_ONE_DAY = datetime.timedelta(days=1)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a document's text, `start` inclusive, `stop` exclusive."""

    start: int
    stop: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.stop:
            raise ValueError(f"not a span: {self.start}–{self.stop}")

    def __len__(self) -> int:
        return self.stop - self.start

    def holds(self, other: Span) -> bool:
        """Whether the other span lies wholly inside this one."""
        return self.start <= other.start and other.stop <= self.stop

    def meets(self, other: Span) -> bool:
        """Whether the two spans share a character."""
        return self.start < other.stop and other.start < self.stop


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One text as read.

    `path` is the file's name alone; `sha256` is of the file's bytes; `inferred` names the metadata fields that were
    read off the text itself. `sentences` and `paragraphs` are ordered and never overlap; headlines, captions and list
    items are sentences of their own. `first_line` is the line of the file at which the text
    begins, after the front matter. `hidden` are words of the file that a reader is not meant to see; they are not read.
    """

    path: str
    text: str
    sha256: str
    sentences: tuple[Span, ...] = ()
    paragraphs: tuple[Span, ...] = ()
    id: str = ""
    title: str | None = None
    publisher: str | None = None
    date: datetime.date | None = None
    genre: Genre = Genre.NEWS
    side: str | None = None
    occasion: str | None = None
    url: str | None = None
    language: str | None = None
    inferred: tuple[str, ...] = ()
    first_line: int = 1
    hidden: tuple[str, ...] = ()

    def shares_occasion(self, other: Document) -> bool:
        """Whether two texts are about one meeting: they say so, or are at most a day apart."""
        if self.occasion or other.occasion:
            return self.occasion == other.occasion
        return bool(self.date and other.date and abs(self.date - other.date) <= _ONE_DAY)

    def words(self, span: Span) -> str:
        """Give the document's own words at a span."""
        return self.text[span.start : span.stop]

    def line(self, offset: int) -> int:
        """Give the line of the file, from 1, that holds an offset of the text."""
        return self.text.count("\n", 0, offset) + self.first_line
