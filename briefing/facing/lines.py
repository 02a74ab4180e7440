"""What stands on the pages of a PDF, and where. In: a PDF opened by pypdfium2. Out: lines of words with their boxes."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

_FOOT = 45.0  # points; what is below is the footer, which names the file's own record
_SAME = 0.5  # of a word's height: words whose feet are no further apart stand on one line


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A piece of a page, in points from its lower left corner."""

    page: int
    left: float
    low: float
    right: float
    high: float

    def around(self, other: Box) -> Box:
        """Give the box that holds both."""
        return Box(
            page=self.page,
            left=min(self.left, other.left),
            low=min(self.low, other.low),
            right=max(self.right, other.right),
            high=max(self.high, other.high),
        )

    def level(self, other: Box) -> bool:
        """Whether both stand on one line."""
        near = abs(self.low - other.low) <= _SAME * max(self.high - self.low, other.high - other.low)
        return self.page == other.page and near


@dataclass(frozen=True, slots=True)
class Word:
    """A word and where it stands."""

    text: str
    box: Box


@dataclass(frozen=True, slots=True)
class Line:
    """Words that follow one another on one line."""

    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        """The words, a space between them."""
        return " ".join(word.text for word in self.words)

    @property
    def box(self) -> Box:
        """The piece of the page that it covers."""
        box = self.words[0].box
        for word in self.words[1:]:
            box = box.around(word.box)
        return box


def lines(pdf: Any) -> list[Line]:
    """Give all lines in the order of reading, but for the footers."""
    return [line for page in range(len(pdf)) for line in _joined(_words(pdf[page].get_textpage(), page))]


def _joined(words: Iterator[Word]) -> Iterator[Line]:
    line: list[Word] = []
    for word in words:
        if line and not (line[-1].box.level(word.box) and word.box.left >= line[-1].box.left):
            yield Line(tuple(line))
            line = []
        line.append(word)
    if line:
        yield Line(tuple(line))


def _words(page: Any, number: int) -> Iterator[Word]:
    text, box = "", None
    for char, at in _characters(page, number):
        if at is None or char.isspace():
            if box and box.low > _FOOT:
                yield Word(text, box)
            text, box = "", None
        else:
            text, box = text + char, box.around(at) if box else at
    if box and box.low > _FOOT:
        yield Word(text, box)


def _characters(page: Any, number: int) -> Iterator[tuple[str, Box | None]]:
    """Give each character with its box; none for what the library puts between words."""
    edges = [ctypes.c_double() for _ in range(4)]
    for k in range(page.count_chars()):
        char = chr(pdfium.FPDFText_GetUnicode(page, k))
        if pdfium.FPDFText_IsGenerated(page, k) == 1 or not pdfium.FPDFText_GetCharBox(page, k, *edges):
            yield char, None
            continue
        left, right, low, high = (edge.value for edge in edges)
        yield char, Box(page=number, left=left, low=low, right=right, high=high)
