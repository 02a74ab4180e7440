"""Words and marks of a text, with their places; possessive endings stand alone."""

from __future__ import annotations

import re
from typing import NamedTuple

_TOKEN = re.compile(
    r"[A-Za-z]++(?![\w.’'‘‑-])"  # most words: nothing below could make more of them
    r"|(?:[^\W\d_]\.){2,}"  # U.S.
    r"|(?:Mr|Mrs|Ms|Dr|Prof|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Capt|Adm|Maj|Jr|Sr|St)\."
    r"|\d+(?:[.,:/]\d+)*(?:[-–]\w+)*"
    r"|[^\W\d_]+n[’'‘]t\b"
    r"|[^\W\d_](?:\w|[’'‘](?=\w{3}))*(?:[-‑]\w+)*"
    r"|[’'‘](?:s|re|ve|ll|d|m)\b"
    r"|``|''|--+|\.{2,}|[^\w\s]|\w+"
)


def pieces(text: str, start: int, stop: int) -> tuple[list[str], list[int], list[int]]:
    """Give the words and marks between two offsets as lists: what they are, where they start and stop."""
    found = list(_TOKEN.finditer(text, start, stop))
    return [m[0] for m in found], [m.start() for m in found], [m.end() for m in found]


class Token(NamedTuple):
    """A word or mark: its text, its lower-case form, and where it stands."""

    text: str
    lower: str
    start: int
    stop: int


def tokens(text: str, start: int = 0, stop: int | None = None) -> list[Token]:
    """Give the words and marks between two offsets.

    >>> [t.text for t in tokens("The U.S. didn't sign Alden's pact.")]
    ['The', 'U.S.', "didn't", 'sign', 'Alden', "'s", 'pact', '.']
    """
    found = _TOKEN.finditer(text, start, len(text) if stop is None else stop)
    return [Token(word := m[0], word.lower(), *m.span()) for m in found]


def words(line: str) -> frozenset[str]:
    """Give the words of a line as a set: the way this program writes its closed word classes.

    >>> sorted(words("he she it"))
    ['he', 'it', 'she']
    """
    return frozenset(line.split())
