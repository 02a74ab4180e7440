"""Finding. In: patterns, then one sentence after another; out: hits with exact spans.

Each phrase is looked up at its rarest word and that word's neighbour, then checked around it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import compress, pairwise
from typing import NamedTuple

from briefing.phrases.index import indexed
from briefing.phrases.match import Phrase, row, sweep
from briefing.phrases.pattern import parse
from briefing.phrases.tokens import Tokens, cut

_LONG = 5_000  # characters; in a longer text a search for a word costs more than it saves
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
        rows, others = _possible(candidates, " ".join(words) if folded is None else folded)
        if not rows and not others:
            return ()
        tokens = Tokens.placed(text, words, folded)
        spans = [(p.pattern, span[1], -span[0]) for p, i in rows if (span := row(tokens, p, i))]
        for phrase, anchors in others.items():
            spans += [(phrase.pattern, stop, -first) for first, stop in sweep(tokens, phrase, anchors)]
        return _smallest(tokens, spans)

    def _candidates(self, words: list[str]) -> _Candidates:
        """Give the phrases that were looked up in a sentence with success, and at which word."""
        pairs = list(map(self._index.pairs.get, pairwise(words)))
        single = list(map(self._index.single.__getitem__, words))
        found: _Candidates = list(compress(enumerate(pairs), pairs))  # type: ignore[arg-type]  # compress leaves no None
        found += [(i, phrases) for i in compress(range(len(words)), single) for phrases in single[i]]
        return found


def _possible(candidates: _Candidates, folded: str) -> tuple[list[tuple[Phrase, int]], dict[Phrase, list[int]]]:
    """Give the candidates that are words in a row, and of others those that have the word they need, with anchors."""
    rows: list[tuple[Phrase, int]] = []
    others: dict[Phrase, list[int]] = {}
    padded = f" {folded} "
    for i, phrases in candidates:
        for phrase in phrases:
            if phrase.row:
                rows.append((phrase, i))
            elif len(padded) > _LONG or any(map(padded.__contains__, phrase.needs)):
                others.setdefault(phrase, []).append(i)
    return rows, others


def _smallest(tokens: Tokens, spans: list[tuple[int, int, int]]) -> tuple[Hit, ...]:
    """Drop every span that holds another of the same pattern; spans are given as (pattern, stop, minus first)."""
    spans.sort()
    out: list[Hit] = []
    last, inner = -1, 0
    for pattern, stop, minus in spans:
        if pattern != last or minus < inner:
            out.append(Hit(pattern, tokens.starts[-minus], tokens.stops[stop - 1]))
            last, inner = pattern, minus
    return tuple(out)
