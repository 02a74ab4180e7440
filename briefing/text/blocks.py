"""Paragraphs: blocks of lines, with the lines of hard-wrapped text joined and list items kept apart."""

from __future__ import annotations

import re

from briefing.model import Span

_LINE = re.compile(r"[^\n]+")
_ITEM = re.compile(r"\s*(?:[-*•‣▪◦·–—]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s")
_WIDEST_WRAP = 130  # characters; longer lines are paragraphs of their own
_NARROWEST_WRAP = 40
_BLANK = " \t\r\f\v\u00a0\u200b\ufeff"


def paragraphs(text: str) -> tuple[Span, ...]:
    """Give the paragraphs of a text, in order, without the blanks around them.

    A blank line always parts paragraphs. A single line end does so too, except where the text is hard-wrapped: its
    lines are short, and the next word would not have fitted on this one.
    """
    lines = [_trimmed(text, m.start(), m.end()) for m in _LINE.finditer(text)]
    lines = [line for line in lines if len(line)]
    width = max(map(len, lines), default=0)
    wrapped = _NARROWEST_WRAP <= width <= _WIDEST_WRAP
    out: list[Span] = []
    for before, line in zip([None, *lines], lines, strict=False):
        if before and wrapped and _goes_on(text, before, line, width):
            out[-1] = Span(out[-1].start, line.stop)
        else:
            out.append(line)
    return tuple(out)


def _goes_on(text: str, last: Span, line: Span, width: int) -> bool:
    """Whether a line was broken off only because the next word did not fit."""
    between = text[last.stop : line.start]
    if between.count("\n") > 1 or _ITEM.match(text, line.start, line.stop):
        return False
    word = len(text[line.start : line.stop].split(None, 1)[0])
    return len(last) + 1 + word > width


def _trimmed(text: str, start: int, stop: int) -> Span:
    while start < stop and text[start] in _BLANK:
        start += 1
    while stop > start and text[stop - 1] in _BLANK:
        stop -= 1
    return Span(start, stop)
