"""Lines into paragraphs. In: blocks of lines in reading order. Out: text, with hyphens at line ends undone."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median

from briefing.documents.pdf.lines import Block, Line
from briefing.text import words

_SAME = 0.07  # of the size: letters so alike are of one size
_SPACED = 1.3  # times the usual step from line to line begins a paragraph
_INDENT = 0.8  # of the size
_BLANK = 0.25  # of the size is a blank's width
_TITLE = 1.15  # times the text's size
_LONGEST_TITLE = 220
_ITEM = re.compile(r"(?:[•‣▪◦·●○■]|[-–—*](?=\s)|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)](?=\s))")
_LABEL = re.compile(r"(?:Q(?:UESTION)?[.:]?\s|[A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]*){0,4}(?: \([^)]{1,40}\))?:)")
_ENDED = re.compile(r"[.!?:;…][\"”’')\]]*$")
_BROKEN = re.compile(r"\w[-‐]$")
_WORD = re.compile(r"[^\W_]+(?:[-‐’'][^\W_]+)*")
# First parts of words that are written with a hyphen wherever they stand.
_OFTEN = words("self well long short high low all ill so ever cross half vice")


class Prose:
    """The text of a document: paragraphs of its lines, footnotes at the end."""

    def __init__(self, blocks: Sequence[Block], notes: Sequence[Block]) -> None:
        self._lines = [line for block in blocks for line in block.lines]
        self._step = _steps([*blocks, *notes])
        self._usual = _usual(self._lines)
        self._words = Counter(w.casefold() for line in self._lines for w in _WORD.findall(line.text))
        self._paragraphs = [*self._gathered(blocks), *self._gathered(notes)]

    def text(self) -> str:
        """Give the paragraphs, a blank line between them."""
        return "\n\n".join(self._joined(p) for p in self._paragraphs) + "\n"

    def title(self) -> str | None:
        """Give the paragraph in the largest letters, if they are larger than those of the text."""
        sizes = [(p[0].size, -n, p) for n, p in enumerate(self._paragraphs) if p[0].size >= _TITLE * self._usual]
        found = self._joined(max(sizes)[2]) if sizes else ""
        return found if found and len(found) <= _LONGEST_TITLE else None

    def _gathered(self, blocks: Sequence[Block]) -> Iterator[list[Line]]:
        paragraph: list[Line] = []
        for block in blocks:
            right = block.x1
            for n, line in enumerate(block.lines):
                if paragraph and self._begins(paragraph, line, right if n else None):
                    yield paragraph
                    paragraph = []
                paragraph.append(line)
        if paragraph:
            yield paragraph

    def _begins(self, paragraph: list[Line], line: Line, right: float | None) -> bool:
        """Whether a line begins a paragraph; `right` is where its block ends, None if the line is the block's first."""
        last, text = paragraph[-1], line.text
        if abs(line.size - last.size) > _SAME * last.size or _ITEM.match(text) or _LABEL.match(text):
            return True
        if right is None:
            return bool(_ENDED.search(last.text)) or not (
                _BROKEN.search(last.text) or text[0].islower() or _full(last, line)
            )
        if line.base - last.base > _SPACED * self._step.get(round(line.size), last.size * 1.2):
            return True
        if _BROKEN.search(last.text):
            return False
        indented = line.x0 - last.x0 > _INDENT * line.size and not (len(paragraph) == 1 and _ITEM.match(last.text))
        return indented or last.x1 + _BLANK * line.size + _first_width(line) < right - 1

    def _joined(self, paragraph: Sequence[Line]) -> str:
        out = ""
        for line in paragraph:
            out = self._hyphened(out, line.text) if _BROKEN.search(out) else f"{out} {line.text}".strip()
        return out

    def _hyphened(self, before: str, after: str) -> str:
        """Join two lines at a hyphen, which stays if it belongs to the word."""
        left, right = _last_word(before[:-1]), _first_word(after)
        whole, parted = (left + right).casefold(), f"{left}-{right}".casefold()
        if not right[:1].islower() or "-" in left:
            keep = True
        elif self._words[whole]:
            keep = False
        else:
            known = self._words[left.casefold()] > 0 and self._words[right.casefold()] > 1
            keep = known or self._words[parted] > 0 or left.casefold() in _OFTEN
        return (before if keep else before[:-1]) + after


def _steps(blocks: Iterable[Block]) -> dict[int, float]:
    """Give the usual step from line to line for each size."""
    found: dict[int, list[float]] = {}
    for block in blocks:
        for before, after in pairwise(block.lines):
            if round(before.size) == round(after.size) and after.base > before.base:
                found.setdefault(round(after.size), []).append(round(after.base - before.base, 1))
    return {size: _common(steps) for size, steps in found.items()}


def _common(steps: Sequence[float]) -> float:
    """Give the least of the steps that are not rare: between paragraphs they are wider."""
    return sorted(steps)[len(steps) // 4]


def _usual(found: Sequence[Line]) -> float:
    return median(line.size for line in found for _ in line.text) if found else 0


def _full(last: Line, line: Line) -> bool:
    """Whether a line is so long that the next one's first word would hardly fit a line like it."""
    return last.x1 - last.x0 >= 0.85 * (line.x1 - line.x0)


def _first_width(line: Line) -> float:
    """Give the width of a line's first word, with what is glued to it."""
    end = line.words[0].x1
    for word in line.words[1:]:
        if not word.glued:
            break
        end = word.x1
    return end - line.x0


def _last_word(text: str) -> str:
    return re.split(r"[\s“”\"(—–]", text)[-1]


def _first_word(text: str) -> str:
    found = _WORD.match(text)
    return found[0] if found else ""
