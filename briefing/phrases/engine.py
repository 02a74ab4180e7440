"""Finding. In: patterns, then one sentence after another; out: hits with exact spans.

Each phrase is looked up at its rarest word and that word's neighbour, then checked around it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import compress
from typing import NamedTuple

from briefing.phrases.index import Index
from briefing.phrases.match import Phrase, row, sweep
from briefing.phrases.pattern import parse
from briefing.phrases.tokens import Tokens, cut

_Candidates = list[tuple[int, Sequence[Phrase]]]


class Hit(NamedTuple):  # a tuple, because a dataclass takes three times as long to make
    """A pattern, by its number, found at `start` to `stop` of the text."""

    pattern: int
    start: int
    stop: int


class Phrases:
    """A set of patterns, ready to be found in any number of texts."""

    def __init__(self, patterns: Sequence[str]) -> None:
        """Read the patterns; a hit names one by its place in the sequence.

        Raises:
            PatternError: one of them cannot be read.
        """
        self._index = Index((number, v) for number, pattern in enumerate(patterns) for v in parse(pattern))

    def find(self, text: str) -> tuple[Hit, ...]:
        """Find all hits in one sentence, in order; a hit that holds another of the same pattern is left out."""
        words, folded = cut(text)
        candidates = self._candidates(words)
        return _hits(Tokens.placed(text, words, folded), candidates) if candidates else ()

    def _candidates(self, words: list[str]) -> _Candidates:
        """Give the phrases whose anchor and neighbour stand in a sentence, and at which word."""
        found: _Candidates = []
        nodes = list(map(self._index.nodes.__getitem__, words))
        around = [*words, ""]  # so that the last word has one after it, and the first one before it
        for i in compress(range(len(words)), nodes):
            for alone, after, before in nodes[i]:
                if alone:
                    found.append((i, alone))
                if after and (phrases := after.get(around[i + 1])):
                    found.append((i, phrases))
                if before and (phrases := before.get(around[i - 1])):
                    found.append((i, phrases))
        return found


def _hits(tokens: Tokens, candidates: _Candidates) -> tuple[Hit, ...]:
    spans: list[tuple[int, int, int]] = []
    anchors: dict[Phrase, list[int]] = {}
    for i, phrases in candidates:
        for phrase in phrases:
            if phrase.unchecked is None:
                anchors.setdefault(phrase, []).append(i)
            elif span := row(tokens, phrase, i):
                spans.append((phrase.pattern, span[1], -span[0]))
    for phrase, places in anchors.items():
        spans += ((phrase.pattern, stop, -first) for first, stop in sweep(tokens, phrase, places))
    return _smallest(tokens, spans)


def _smallest(tokens: Tokens, spans: Iterable[tuple[int, int, int]]) -> tuple[Hit, ...]:
    """Drop every span that holds another of the same pattern; spans are given as (pattern, stop, minus first)."""
    out: list[Hit] = []
    last = (-1, 0)
    for pattern, stop, minus in sorted(spans):
        if (pattern, -minus) > last:
            last = (pattern, -minus)
            out.append(Hit(pattern, tokens.starts[-minus], tokens.stops[stop - 1]))
    return tuple(out)
