"""Words compared. In: texts. Out: where one stands in another, blanks folded, or which of several is nearest."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from typing import TypeVar

from briefing.model import Span

T = TypeVar("T")

_WORD = re.compile(r"\w+")
_NEAR = 0.5  # share of the words from which on a text is worth naming
_LONG = 70  # characters of a text inside a message


def folded(text: str) -> str:
    r"""Give a text in one line.

    >>> folded("red\n  line ")
    'red line'
    """
    return " ".join(text.split())


def places(quote: str, text: str) -> tuple[Span, ...]:
    r"""Find where a quotation stands in a text word for word; only its blanks and line ends may differ.

    >>> places("red line", "A red\nline, and a red line")
    (Span(start=2, stop=10), Span(start=18, stop=26))
    """
    words = quote.split()
    if not words:
        return ()
    pattern = re.compile(r"\s+".join(map(re.escape, words)))
    found = (Span(hit.start(), hit.end()) for hit in pattern.finditer(text))
    return tuple(span for span in found if _whole(text, span))


def _whole(text: str, span: Span) -> bool:
    """Whether a span begins and ends where words do."""
    inside = (_joins(text, span.start), _joins(text, span.stop))
    return not any(inside)


def _joins(text: str, at: int) -> bool:
    return 0 < at < len(text) and _in_word(text[at - 1]) and _in_word(text[at])


def _in_word(char: str) -> bool:
    """Whether a character belongs to a word that blanks part from others: scripts without capitals may need none."""
    return char.isdigit() or char.lower() != char.upper()


def nearest(words: str, among: Iterable[tuple[str, T]]) -> tuple[str, T] | None:
    """Give the text that has most of the words, the shortest of several, and what goes with it; None: none is near."""
    wanted = _bag(words)
    best, found = (_NEAR, 0), None
    for text, value in among:
        own = _bag(text)
        rank = len(wanted & own) / max(1, len(wanted)), -len(own)
        if rank > best:
            best, found = rank, (text, value)
    return found


@functools.lru_cache(maxsize=20_000)  # every entry that lapsed is held against every stance
def _bag(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.lower()))


def short(text: str) -> str:
    """Cut a text for a message, at a word."""
    return text if len(text) <= _LONG else text[:_LONG].rsplit(" ", 1)[0] + " …"
