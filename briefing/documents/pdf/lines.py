"""Words into lines, column by column. In: the words of a page. Out: blocks of lines in reading order.

A column is told by the white between it and the next: a strip that no word touches, with running text on both sides.
The order in which a file paints its words is not used, since files paint line by line across columns.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from briefing.documents.pdf.glyphs import Word

_STEP = 2.0  # points between the places where a gutter is looked for
_GUTTER = 0.75  # of the size is the least width of one
_MARGIN = 0.18  # of the width is the least a column may have
_THIN = 0.7  # of what is usual: so few words may stand across a gutter
_TRIED = 4  # places a block
_LINES = 3  # a column has at least so many
_FILL = 0.55  # of a column's width are its lines, on average
_DENSE = 2.2  # sizes from line to line; what is wider apart is a list or table
_DEEPEST = 4


@dataclass(slots=True)
class Line:
    """The words of one line of a column."""

    words: list[Word] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Its words with the blanks between them."""
        return "".join(w.text if w.glued or not n else f" {w.text}" for n, w in enumerate(self.words))

    @property
    def x0(self) -> float:
        """Where it begins."""
        return self.words[0].x0

    @property
    def x1(self) -> float:
        """Where it ends."""
        return max(w.x1 for w in self.words)

    @property
    def base(self) -> float:
        """Its distance from the top of the page."""
        return max(self.words, key=lambda w: len(w.text)).base

    @property
    def size(self) -> float:
        """The size of most of its letters."""
        return max(self.words, key=lambda w: len(w.text)).size


@dataclass(slots=True)
class Block:
    """Lines that one reads from top to bottom: a column, or what stands across columns."""

    lines: list[Line]

    @property
    def x1(self) -> float:
        """How far its lines reach."""
        return max(line.x1 for line in self.lines)


def lines(words: Sequence[Word]) -> list[Line]:
    """Put words on lines, from top to bottom and left to right."""
    out: list[Line] = []
    for word in sorted(words, key=lambda w: (w.base, w.x0)):
        if out and word.base - out[-1].words[0].base <= _half(word, out[-1].words[0]):
            out[-1].words.append(word)
        else:
            out.append(Line([word]))
    for line in out:
        line.words.sort(key=lambda w: w.x0)
        _unglue(line)
    return out


def _half(word: Word, other: Word) -> float:
    return 0.4 * max(word.size, other.size)


def _unglue(line: Line) -> None:
    """A word is glued to the one before only if that is still the one before."""
    for before, word in zip([None, *line.words], line.words, strict=False):
        if word.glued and (before is None or word.x0 - before.x1 > _GUTTER * word.size):
            word.glued = False


def laid_out(words: Sequence[Word]) -> list[Block]:
    """Give the blocks of a page in reading order."""
    return [Block(lines(part)) for part in _parts(words, 0) if part]


def _parts(words: Sequence[Word], depth: int) -> Iterator[Sequence[Word]]:
    found = _best(words) if depth < _DEEPEST and len(words) > 2 * _LINES else None
    if found is None:
        yield words
        return
    x, bands = found
    done = float("-inf")
    for top, bottom in bands:
        yield [w for w in words if done < w.base <= top]
        inside = [w for w in words if top < w.base < bottom]
        yield from _parts([w for w in inside if w.x1 <= x], depth + 1)
        yield from _parts([w for w in inside if w.x0 >= x], depth + 1)
        done = bottom - 1e-6
    yield [w for w in words if w.base > done]


def _best(words: Sequence[Word]) -> tuple[float, list[tuple[float, float]]] | None:
    """Find the gutter with most words beside it, and the bands of the page in which it parts columns."""
    tried = [(x, _bands(words, x)) for x in _places(words)]
    scored = [(sum(1 for w in words for t, b in bands if t < w.base < b), x, bands) for x, bands in tried if bands]
    if not scored:
        return None
    _, x, bands = max(scored, key=lambda s: (s[0], -s[1]))
    return x, bands


def _places(words: Sequence[Word]) -> list[float]:
    """Give the places that fewest words stand across."""
    left, right = min(w.x0 for w in words), max(w.x1 for w in words)
    size = median(w.size for w in words)
    across = [0] * (int((right - left) / _STEP) + 2)
    for w in words:
        for n in range(int((w.x0 - left) / _STEP), int((w.x1 - left) / _STEP) + 1):
            across[n] += 1
    first, last = int(_MARGIN * len(across)), int((1 - _MARGIN) * len(across))
    usual = median(across)
    width = max(1, int(_GUTTER * size / _STEP))
    sums = [(sum(across[n : n + width]) / width, n) for n in range(first, last - width)]
    thin = sorted((total, n) for total, n in sums if total <= _THIN * usual)
    chosen: list[int] = []
    for _, n in thin:
        if all(abs(n - other) > width + 2 for other in chosen):
            chosen.append(n)
    return [left + (n + width / 2) * _STEP for n in chosen[:_TRIED]]


def _bands(words: Sequence[Word], x: float) -> list[tuple[float, float]]:
    """Give the stretches from top to bottom in which a place parts two columns."""
    half = _GUTTER * median(w.size for w in words) / 2
    crossing = sorted(w.base for w in words if w.x0 < x + half and w.x1 > x - half)
    edges = [min(w.base for w in words) - 1, *crossing, max(w.base for w in words) + 1]
    pairs = pairwise(edges)
    return [(top, bottom) for top, bottom in pairs if bottom > top and _is_band(words, x, top, bottom)]


def _is_band(words: Sequence[Word], x: float, top: float, bottom: float) -> bool:
    inside = [w for w in words if top < w.base < bottom]
    return all(_is_column(side) for side in ([w for w in inside if w.x1 <= x], [w for w in inside if w.x0 >= x]))


def _is_column(words: Sequence[Word]) -> bool:
    """Whether words make running text: several lines, close to each other, that fill their width."""
    found = lines(words) if len(words) > _LINES else []
    if len(found) < _LINES:
        return False
    width = max(line.x1 for line in found) - min(line.x0 for line in found)
    fill = sum(line.x1 - line.x0 for line in found) / len(found) / (width or 1)
    steps = [after.base - before.base for before, after in pairwise(found)]
    return fill >= _FILL and median(steps) <= _DENSE * median(line.size for line in found)
