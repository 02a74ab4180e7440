"""What is another in two briefings. In: the lines of both. Out: boxes in the old one and in the new one.

Words that only stand elsewhere are the same; a mark is another where the same line has other ink beside its words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from briefing.facing.lines import Box, Line, Word


class Moved(NamedTuple):
    """What is another: words of the old briefing, words of the new one, and pairs of lines with equal words."""

    old: Sequence[Box]
    new: Sequence[Box]
    same: Sequence[tuple[Line, Line]]


def moved(old: Sequence[Line], new: Sequence[Line]) -> Moved:
    """Compare line by line, and word by word where lines are another."""
    gone: list[Word] = []
    come: list[Word] = []
    same: list[tuple[Line, Line]] = []
    for kind, a, b, c, d in _steps([line.text for line in old], [line.text for line in new]):
        if kind == "equal":
            same += zip(old[a:b], new[c:d], strict=True)
            continue
        before = [w for line in old[a:b] for w in line.words]
        after = [w for line in new[c:d] for w in line.words]
        for change, e, f, g, h in _steps([w.text for w in before], [w.text for w in after]):
            if change != "equal":
                gone += before[e:f]
                come += after[g:h]
    return Moved(list(_boxes(gone)), list(_boxes(come)), same)


def _steps(old: Sequence[str], new: Sequence[str]) -> Sequence[tuple[str, int, int, int, int]]:
    return SequenceMatcher(None, old, new, autojunk=False).get_opcodes()


def _boxes(words: Sequence[Word]) -> Iterator[Box]:
    """Put one box around words that follow one another on a line."""
    box: Box | None = None
    for word in words:
        if box and box.level(word.box) and 0 <= word.box.left - box.right < word.box.high - word.box.low:
            box = box.around(word.box)
            continue
        if box:
            yield box
        box = word.box
    if box:
        yield box
