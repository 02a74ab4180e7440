"""The blocks of a page in reading order. In: a tree. Out: paragraphs, headings, items and rows, each with its words."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from briefing.documents.html.tree import is_furniture, is_hidden
from briefing.text import words as vocabulary


class Sort(StrEnum):
    """What a block is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ITEM = "item"
    ROW = "row"


_INLINE = vocabulary(
    "a abbr acronym b bdi bdo big cite code data dfn em font i img ins kbd label mark nobr q ruby rb rt rp samp "
    "small span strong sub sup time tt u var wbr"
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLANK = re.compile(r"[ \t\r\n\f]+")
_ZERO = str.maketrans("", "", "\u00ad\u200b\u2060\ufeff")  # marks where a word may break: no part of it
_BREAK = ("\n", False)


@dataclass(slots=True)
class Block:
    """A stretch of text that stands by itself. `linked` counts its characters that are links, `level` its heading's."""

    sort: Sort
    element: Any
    words: str
    linked: int = 0
    level: int = 0

    @property
    def squeezed(self) -> str:
        """The words without blanks, to compare them."""
        return squeezed(self.words)

    @property
    def is_link(self) -> bool:
        """Whether all of it is links."""
        return self.linked >= 0.9 * len(self.squeezed)


def squeezed(text: str) -> str:
    """Give a text without blanks."""
    return "".join(text.split())


class Walk:
    """Walk a tree once, and collect its blocks and what is hidden in it.

    Args:
        tree: where to begin.
        is_around: tells of an element that it is no furniture, whatever it is called, since the article is in it.
    """

    def __init__(self, tree: Any, is_around: Callable[[Any], bool]) -> None:
        self.blocks: list[Block] = []
        self.hidden: list[tuple[Any, str]] = []
        self._is_around = is_around
        self._pieces: list[tuple[str, bool]] = []
        self._bullet = ""
        self._inside(tree, Sort.PARAGRAPH)
        self._end(tree, Sort.PARAGRAPH)

    def _inside(self, element: Any, sort: Sort, link: bool = False) -> None:
        self._say(element.text, link)
        for child in element:
            self._child(child, element, sort, link)
            self._say(child.tail, link)

    def _child(self, child: Any, parent: Any, sort: Sort, link: bool) -> None:
        if not isinstance(child.tag, str):
            return
        if is_hidden(child):
            self.hidden.append((parent, " ".join(child.text_content().split())))
        elif is_furniture(child) and not self._is_around(child):
            pass
        elif child.tag == "br":
            self._pieces.append(_BREAK)
        elif child.tag == "tr":
            self._row(child, parent, sort)
        elif child.tag in _INLINE:
            self._inside(child, sort, link or child.tag == "a")
        else:
            self._end(parent, sort)
            inner = Sort.HEADING if child.tag in _HEADINGS else Sort.PARAGRAPH
            self._bullet = _bullet(child) if child.tag in ("li", "dd") else self._bullet
            self._inside(child, inner, link)
            self._end(child, inner)
            self._bullet = "" if child.tag in ("li", "dd") else self._bullet

    def _row(self, row: Any, parent: Any, sort: Sort) -> None:
        """Write the cells of a row side by side, unless the table only lays out the page."""
        self._end(parent, sort)
        cells = [cell for cell in row if cell.tag in ("td", "th")]
        plain = len(cells) > 1 and not any(is_block(inner) for cell in cells for inner in cell.iterdescendants())
        for n, cell in enumerate(cells):
            self._inside(cell, Sort.ROW if plain else Sort.PARAGRAPH)
            if not plain:
                self._end(cell, Sort.PARAGRAPH)
            elif n < len(cells) - 1:
                self._pieces.append(("\t", False))
        self._end(row, Sort.ROW)

    def _say(self, text: str | None, link: bool) -> None:
        if text:
            self._pieces.append((_BLANK.sub(" ", text).translate(_ZERO), link))

    def _end(self, element: Any, sort: Sort) -> None:
        """Close the block that is open; two line breaks part it into paragraphs."""
        pieces, self._pieces = self._pieces, []
        for part in _paragraphs(pieces):
            words = _written("".join(text for text, _ in part), sort)
            if not words:
                continue
            linked = sum(len(squeezed(text)) for text, link in part if link)
            level = int(element.tag[1]) if element.tag in _HEADINGS else 0
            self.blocks.append(Block(Sort.ITEM if self._bullet else sort, element, self._bullet + words, linked, level))
            self._bullet = ""


def is_block(element: Any) -> bool:
    """Whether an element begins a line of its own."""
    return isinstance(element.tag, str) and element.tag not in _INLINE and element.tag != "br"


def _bullet(item: Any) -> str:
    """Give what a browser paints before a list item."""
    above = item.getparent()
    if item.tag == "dd" or above is None or above.tag != "ol":
        return "- "
    return f"{sum(1 for before in item.itersiblings('li', preceding=True)) + 1}. "


def _paragraphs(pieces: Iterable[tuple[str, bool]]) -> Iterator[list[tuple[str, bool]]]:
    """Part pieces where two line breaks or more follow each other."""
    part: list[tuple[str, bool]] = []
    breaks = 0
    for piece in pieces:
        breaks = breaks + 1 if piece == _BREAK else breaks if piece[0].isspace() else 0
        part.append(piece)
        if breaks > 1:
            yield part
            part, breaks = [], 0
    yield part


def _written(text: str, sort: Sort) -> str:
    """Lay out the words of a block: no blanks around its lines, bars between the cells of a row."""
    lines = (_cells(line) if sort is Sort.ROW else line.strip(" \t") for line in text.split("\n"))
    return "\n".join(re.sub(" {2,}", " ", line) for line in lines if line)


def _cells(line: str) -> str:
    return " | ".join(cell.strip() for cell in line.split("\t") if cell.strip())
