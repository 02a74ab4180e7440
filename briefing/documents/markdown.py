"""Paragraphs and sentences of Markdown. In: its text, marks and all. Out: spans; a heading stands by itself.

The text itself is left as it is: marks are the document's own characters, and offsets must stay true.
"""

import re
from collections.abc import Iterable

from briefing import text as writing
from briefing.model import Span

_HEADING = re.compile(r"^ {0,3}#{1,6}(?:[ \t].*|$)", re.M)
_RULE = re.compile(r"[-*_=> \t#]+")  # a line of marks alone says nothing


def paragraphs(text: str) -> tuple[Span, ...]:
    """Give the paragraphs of a text, every heading a paragraph of its own."""
    return _parted(text, writing.paragraphs(text))


def sentences(text: str) -> tuple[Span, ...]:
    """Give the sentences of a text, every heading a sentence of its own."""
    return _parted(text, writing.sentences(text))


def _parted(text: str, spans: Iterable[Span]) -> tuple[Span, ...]:
    """Cut spans at the ends of headings, and drop lines that hold marks alone."""
    edges = sorted({edge for found in _HEADING.finditer(text) for edge in found.span()})
    out: list[Span] = []
    at = 0
    for span in spans:
        start = span.start
        while at < len(edges) and edges[at] <= start:
            at += 1
        inner = at
        while inner < len(edges) and edges[inner] < span.stop:
            out += _trimmed(text, start, edges[inner])
            start = edges[inner]
            inner += 1
        out += _trimmed(text, start, span.stop)
    return tuple(out)


def _trimmed(text: str, start: int, stop: int) -> list[Span]:
    words = text[start:stop]
    start += len(words) - len(words.lstrip())
    stop -= len(words) - len(words.rstrip())
    return [Span(start, stop)] if start < stop and not _RULE.fullmatch(text, start, stop) else []
