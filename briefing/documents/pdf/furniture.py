"""What stands on a page beside its text: running heads, page numbers, footnotes. In and out: words, or blocks."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from briefing.documents.pdf.glyphs import Word
from briefing.documents.pdf.lines import Block, Line, lines

_ROUNDS = 3  # lines at either edge of a page that may be furniture
_LEVEL = 4.0  # points up or down from page to page
_AWAY = 1.25  # times the usual step between lines, at least, parts furniture from text
_NUMBER = re.compile(r"[-–—\s]*(?:page\s+)?(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:of|/)\s*\d{1,4})?[-–—\s]*", re.I)
_SMALL = 0.9  # of the text's size is a footnote's
_MARK = re.compile(r"(\d{1,3}|[*†‡§]+)[.)]?(?=\D|$)")
_RAISED = 0.12  # of the size


def without_heads(pages: Sequence[Sequence[Word]]) -> list[list[Word]]:
    """Take running heads, running feet and page numbers off pages."""
    rows = [lines(page) for page in pages]
    for from_top in (True, False):
        for _ in range(_ROUNDS):
            edges = [_edge(page, from_top) for page in rows]
            again = Counter(_key(line) for line in edges if line)
            for page, line in zip(rows, edges, strict=True):
                if line and (_repeated(line, again) or _NUMBER.fullmatch(line.text)):
                    page.remove(line)
    return [[word for line in page for word in line.words] for page in rows]


def _edge(page: Sequence[Line], from_top: bool) -> Line | None:
    """Give the outermost line of a page, if it stands away from the text or nothing else is there."""
    if not page:
        return None
    line, *others = page if from_top else reversed(page)
    steps = sorted(after.base - before.base for before, after in pairwise(page))
    usual = steps[len(steps) // 2] if len(steps) > 2 else 0
    return (
        line if not others or abs(others[0].base - line.base) >= _AWAY * usual or _NUMBER.fullmatch(line.text) else None
    )


def _key(line: Line) -> tuple[str, int]:
    return re.sub(r"\d+", "#", line.text), round(line.base / _LEVEL)


def _repeated(line: Line, again: Counter[tuple[str, int]]) -> bool:
    text, level = _key(line)
    return sum(again[text, near] for near in (level - 1, level, level + 1)) > 1


def without_notes(blocks: Sequence[Block]) -> tuple[list[Block], list[Block]]:
    """Part footnotes from the text, and take their figures out of it."""
    usual = _usual(blocks)
    body, notes, marks = list[Block](), list[Block](), set[str]()
    for block in blocks:
        start = _first_note(block.lines, usual)
        body.append(Block(block.lines[:start]))
        notes.append(Block(block.lines[start:]))
        marks |= {found[1] for line in block.lines[start:] if (found := _MARK.match(line.text))}
    for line in (line for block in body for line in block.lines):
        kept = [w for w in line.words if not _is_reference(w, line, marks)]
        line.words = kept or line.words
    return [b for b in body if b.lines], [n for n in notes if n.lines]


def _usual(blocks: Sequence[Block]) -> float:
    """Give the size in which most of the text is set."""
    sizes: Counter[float] = Counter()
    for line in (line for block in blocks for line in block.lines):
        sizes[round(line.size, 1)] += len(line.text)
    return max(sizes, key=lambda size: (sizes[size], size), default=0)


def _first_note(found: Sequence[Line], usual: float) -> int:
    """Give the number of the first of the small lines at a block's end that opens with a mark; else of none."""
    start = len(found)
    while start and found[start - 1].size < _SMALL * usual:
        start -= 1
    marked = (n for n in range(start, len(found)) if _MARK.match(found[n].text))
    return next(marked, len(found)) if start else len(found)


def _is_reference(word: Word, line: Line, marks: set[str]) -> bool:
    raised = line.base - word.base >= _RAISED * line.size or word.size < _SMALL * line.size
    return raised and word.text in marks and word.size < line.size
