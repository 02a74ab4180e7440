"""Texts cut into words. In: a string; out: folded words, where each stands, and what stands between them.

Most texts are folded character by character, so that a place in the folded text is the place in the text. Where that
cannot be, because a character folds into several or full stops stand inside words, each word is folded by itself.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import accumulate, compress, count
from operator import add, sub

TOKEN = re.compile(r"[^\W\d_](?:\.[^\W\d_])+(?!\w)\.?|\w+")
_INNER_STOP = re.compile(r"\.[^\W\d_]")
_LINK = frozenset(" \t\n\r\f\v\u00a0\u2009\u202f\"'`´“”„‟‘’‚‛«»‹›「」『』-\u2010\u2011\u2012–")
_APOSTROPHES = frozenset("'’‘`´")
_UNEVEN = "\0"  # stands for itself in no folded text, because it is no letter


def fold(word: str) -> str:
    """Strip case, accents and inner full stops: 'U.S.' and 'US' become 'us'.

    >>> fold("Élysée"), fold("U.S.")
    ('elysee', 'us')
    """
    if word.isascii():
        return word.lower().replace(".", "")
    plain = unicodedata.normalize("NFKD", word.lower())
    return "".join(c for c in plain if not unicodedata.combining(c) and c != ".")


class _Letters(dict[int, str]):
    """The one character that stands for a character in a folded text: a blank for whatever is no part of a word."""

    def __missing__(self, code: int) -> str:
        self[code] = _letter(chr(code))
        return self[code]


def _letter(char: str) -> str:
    if not char.isalnum() and char != "_":
        return " "
    folded = fold(char)
    # The sigma is folded by its place in the word; some Arabic signs fold to a blank.
    return _UNEVEN if len(folded) != 1 or folded == " " or char == "Σ" else folded


_LETTERS = _Letters()


def cut(text: str) -> tuple[list[str], str | None]:
    """Give the folded words, and the folded text if it is as long as the text."""
    if not _INNER_STOP.search(text):
        folded = text.translate(_LETTERS)
        if _UNEVEN not in folded:
            return folded.split(), folded
    return [fold(word) for word in TOKEN.findall(text)], None


@dataclass(frozen=True, slots=True)
class Tokens:
    """A text cut into folded words; word i stands at `starts[i]` to `stops[i]`."""

    text: str
    words: list[str]
    starts: list[int]
    stops: list[int]

    @staticmethod
    def of(text: str) -> Tokens:
        """Cut a text."""
        return Tokens.placed(text, *cut(text))

    @staticmethod
    def placed(text: str, words: list[str], folded: str | None) -> Tokens:
        """Find out where the words of a text that has been cut stand."""
        if folded is None:
            spans = [m.span() for m in TOKEN.finditer(text)]
            return Tokens(text, words, [start for start, _ in spans], [stop for _, stop in spans])
        pieces = folded.split(" ")  # an empty one for each further blank
        stops = list(compress(map(add, accumulate(map(len, pieces)), count()), pieces))
        return Tokens(text, words, list(map(sub, stops, map(len, words))), stops)

    def linked(self, i: int) -> bool:
        """Whether nothing but blanks, quotation marks and hyphens stands between word i and the one before it."""
        between = self.text[self.stops[i - 1] : self.starts[i]]
        return between == " " or _LINK.issuperset(between)

    def capitals(self, i: int) -> bool:
        """Whether word i is written in capitals."""
        word = self.text[self.starts[i] : self.stops[i]]
        return len(word) > 1 and word.isupper()

    def possessive(self, i: int) -> bool:
        """Whether word i is the s of "China's"."""
        between, word = self.text[self.stops[i - 1] : self.starts[i]], self.text[self.starts[i] : self.stops[i]]
        return word in ("s", "S") and between in _APOSTROPHES
