"""Texts and patterns cut into words. In: a string; out: folded words and what stands between them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

_MEMORY = 50_000  # distinct words whose folding is remembered

TOKEN = re.compile(r"(?<!\w)[^\W\d_](?:\.[^\W\d_])+(?!\w)\.?|\w+")
_LINK = frozenset(" \t\n\r\f\v\u00a0\u2009\u202f\"'`´“”„‟‘’‚‛«»‹›「」『』-\u2010\u2011\u2012–")
_APOSTROPHES = frozenset("'’‘`´")


@lru_cache(maxsize=_MEMORY)
def fold(word: str) -> str:
    """Strip case, accents and inner full stops: 'U.S.' and 'US' become 'us'.

    >>> fold("Élysée"), fold("U.S.")
    ('elysee', 'us')
    """
    if word.isascii():
        return word.lower().replace(".", "")
    plain = unicodedata.normalize("NFKD", word.lower())
    return "".join(c for c in plain if not unicodedata.combining(c) and c != ".")


@dataclass(frozen=True, slots=True)
class Tokens:
    """A text cut into folded words; `linked[i]` says that nothing but blanks, marks and hyphens stands before word i.

    `possessive[i]` says that word i is the s of "China's".
    """

    words: tuple[str, ...]
    capitals: tuple[bool, ...]
    starts: tuple[int, ...]
    stops: tuple[int, ...]
    linked: tuple[bool, ...]
    possessive: tuple[bool, ...]

    @staticmethod
    def of(text: str) -> Tokens:
        """Cut a text."""
        found = list(TOKEN.finditer(text))
        return Tokens.made(text, found, [fold(m[0]) for m in found])

    @staticmethod
    def made(text: str, found: Sequence[re.Match[str]], words: Sequence[str]) -> Tokens:
        """Put together what is known of a text's words."""
        raw = [m[0] for m in found]
        starts, stops = tuple(m.start() for m in found), tuple(m.end() for m in found)
        between = [text[a:b] for a, b in zip((0, *stops), starts, strict=False)]
        return Tokens(
            words=tuple(words),
            capitals=tuple(w.isupper() and len(w) > 1 for w in raw),
            starts=starts,
            stops=stops,
            linked=tuple(_LINK.issuperset(gap) for gap in between),
            possessive=tuple(w in "sS" and gap in _APOSTROPHES for w, gap in zip(raw, between, strict=True)),
        )
