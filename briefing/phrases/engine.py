"""Finding. In: patterns, then one sentence after another; out: hits with exact spans.

Each phrase is looked up at its rarest word and that word's neighbour, then checked around it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import compress, pairwise
from typing import NamedTuple

from briefing.phrases.index import indexed
from briefing.phrases.match import Phrase, row, sweep
from briefing.phrases.pattern import parse
from briefing.phrases.tokens import Tokens, cut

_LONG = 1_000  # words; in a longer text a search for one costs more than it saves
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
        self._index = indexed((number, v) for number, pattern in enumerate(patterns) for v in parse(pattern))

    def find(self, text: str) -> tuple[Hit, ...]:
        """Find all hits in one sentence, in order; a hit that holds another of the same pattern is left out."""
        words, folded = cut(text)
        candidates = self._candidates(words)
        if not candidates:
            return ()
        rows = [(p, i) for i, phrases in candidates for p in phrases if p.row]
        others = _others(words, candidates)
        return _hits(Tokens.placed(text, words, folded), rows, others) if rows or others else ()

    def _candidates(self, words: list[str]) -> _Candidates:
        """Give the phrases that were looked up in a sentence with success, and at which word."""
        pairs = list(map(self._index.pairs.get, pairwise(words)))
        single = list(map(self._index.single.__getitem__, words))
        found: _Candidates = list(compress(enumerate(pairs), pairs))  # type: ignore[arg-type]  # compress leaves no None
        found += [(i, phrases) for i in compress(range(len(words)), single) for phrases in single[i]]
        return found


def _others(words: list[str], candidates: _Candidates) -> dict[Phrase, list[int]]:
    """Give the phrases that are not words in a row and have the word they need, each with its anchors."""
    found: dict[Phrase, list[int]] = {}
    others = [(i, p) for i, phrases in candidates for p in phrases if not p.row]
    text = f" {' '.join(words)} " if others else ""
    for i, phrase in others:
        if len(words) > _LONG or any(map(text.__contains__, phrase.needs)):
            found.setdefault(phrase, []).append(i)
    return found


def _hits(tokens: Tokens, rows: Iterable[tuple[Phrase, int]], others: Mapping[Phrase, list[int]]) -> tuple[Hit, ...]:
    spans = [(p.pattern, span[1], -span[0]) for p, i in rows if (span := row(tokens, p, i))]
    for phrase, anchors in others.items():
        spans += [(phrase.pattern, stop, -first) for first, stop in sweep(tokens, phrase, anchors)]
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
