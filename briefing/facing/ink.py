"""Marks beside words. In: pages, and lines whose words are the same in both. Out: boxes where the ink is another.

Ink is summed over small columns of a line, so that a line which stands a hair lower counts as the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from briefing.facing.lines import Box, Line

_SCALE = 2.0  # pixels a point
_COLUMN = 6.0  # points
_LEAST = 2.5  # points of full ink, squared, that make a mark


class Ink:
    """The ink of one PDF's pages, drawn as they are asked for."""

    def __init__(self, pdf: Any, lines: Sequence[Line]) -> None:
        self._pdf = pdf
        self._drawn: dict[int, tuple[int, int, int, bytes]] = {}
        self._boxes: dict[int, list[Box]] = defaultdict(list)
        for line in lines:
            self._boxes[line.box.page].append(line.box)

    def reach(self, box: Box) -> Box:
        """Widen a line to where other words begin, or the page ends."""
        level = [b for b in self._boxes[box.page] if b.low < box.high and b.high > box.low]
        left = max((b.right for b in level if b.right <= box.left), default=0.0)
        right = min((b.left for b in level if b.left >= box.right), default=self._pdf[box.page].get_width())
        return Box(page=box.page, left=left, low=box.low, right=right, high=box.high)

    def columns(self, box: Box, count: int) -> list[float]:
        """Sum the ink of so many columns of a box, from its left edge on, in square points."""
        width, height, stride, pixels = self._page(box.page)
        top, low = height - round(box.high * _SCALE), height - round(box.low * _SCALE)
        out = []
        for k in range(count):
            start = round((box.left + k * _COLUMN) * _SCALE)
            stop = min(start + round(_COLUMN * _SCALE), width)
            rows = (pixels[y * stride + start : y * stride + stop] for y in range(max(top, 0), min(low, height)))
            dark = sum(255 * len(row) - sum(row) for row in rows)
            out.append(dark / 255 / _SCALE**2)
        return out

    def _page(self, number: int) -> tuple[int, int, int, bytes]:
        if number not in self._drawn:
            bitmap = self._pdf[number].render(scale=_SCALE, grayscale=True)
            self._drawn[number] = (bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
        return self._drawn[number]


def marked(old: Ink, new: Ink, same: Sequence[tuple[Line, Line]]) -> Iterator[tuple[Box, Box]]:
    """Give the pieces beside equal words in which the ink is another, old and new."""
    for before, after in same:
        first, second = old.reach(before.box), new.reach(after.box)
        if abs(first.left - second.left) > 1:  # words beside it are another, and boxed themselves
            continue
        count = int(min(first.right - first.left, second.right - second.left) / _COLUMN)
        pairs = zip(old.columns(first, count), new.columns(second, count), strict=True)
        other = [k for k, (a, b) in enumerate(pairs) if abs(a - b) > _LEAST]
        if other:
            yield _cut(first, other), _cut(second, other)


def _cut(box: Box, columns: Sequence[int]) -> Box:
    left, right = box.left + columns[0] * _COLUMN, box.left + (columns[-1] + 1) * _COLUMN
    return Box(page=box.page, left=left, low=box.low, right=right, high=box.high)
