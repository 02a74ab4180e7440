"""Phrases that stand for all that a pattern matches. In: a pattern. Out: texts to try other patterns on."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, product

from briefing.phrases import Gap, Variant, Word, parse

_MOST = 200  # phrases of one pattern; whoever tries a pattern on all of them has tried enough

# A word that no pattern names: whatever hits it hits any word there.
_ANY = "ꙮ"


def samples(pattern: str) -> Iterator[str]:
    """Give phrases that a pattern matches, with its gaps empty and full, in a fixed order.

    An empty gap is a comma, for that is what a gap may cross and neighbours may not.

    >>> list(samples("(oppos*|US) ...2 sale(s)"))[:2]
    ['US , sale', 'US , sales']
    """
    found = (text for variant in parse(pattern) for text in _spellings(variant))
    return islice(found, _MOST)


def _spellings(variant: Variant) -> Iterator[str]:
    gaps = any(isinstance(e, Gap) for e in variant)
    for full in (False, True) if gaps else (False,):
        places = [_words(e) if isinstance(e, Word) else [_filled(e, full=full)] for e in variant]
        yield from map(" ".join, product(*places))


def _words(place: Word) -> list[str]:
    whole = sorted(_written(*word) for word in place.exact)
    return whole + sorted(_written(word, capitals) + _ANY for word, capitals in place.prefixes)


def _written(word: str, capitals: bool) -> str:
    return word.upper() if capitals else word


def _filled(gap: Gap, *, full: bool) -> str:
    return " ".join([_ANY] * gap.most) if full and gap.most else ","
