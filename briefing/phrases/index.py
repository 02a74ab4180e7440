"""Looking up. In: variants of patterns; out: tables of the phrases to check wherever two words, or a word, are met.

A word of a pattern goes by its keys: 'pact' for the word, 'pact*' for a beginning.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from briefing.phrases.match import Phrase
from briefing.phrases.pattern import Gap, Variant, Word

_MEMORY = 50_000  # distinct words whose look-up is remembered
_LONG = 50  # letters; longer words are not remembered
_PAIR = 6  # letters that a word beside it is worth
_PAIRS = 100  # alternatives of two neighbours that are looked up together

_Places = Mapping[int, Sequence[str]]  # the keys of each word of a phrase


@dataclass(frozen=True, slots=True)
class Index:
    """Phrases by two whole words side by side, others by one word."""

    pairs: dict[tuple[str, str], list[Phrase]]
    single: Single


class Single(dict[str, tuple[list[Phrase], ...]]):
    """The phrases to check at a word of a text, by the word and by its beginnings; for most words there are none."""

    def __init__(self, table: Mapping[str, list[Phrase]]) -> None:
        super().__init__()
        self._table = table
        self._lengths = sorted({len(key) for key in table if key.endswith("*")})

    def __missing__(self, word: str) -> tuple[list[Phrase], ...]:
        keys = [word, *(word[: n - 1] + "*" for n in self._lengths if n <= len(word) + 1)]
        found = tuple(self._table[key] for key in keys if key in self._table)
        if len(word) <= _LONG:
            if len(self) >= _MEMORY:
                self.clear()
            self[word] = found
        return found


def indexed(variants: Iterable[tuple[int, Variant]]) -> Index:
    """Put the variants of patterns, given with the pattern's number, under their rarest words."""
    kept = [(number, v, {k: e.keys for k, e in enumerate(v) if isinstance(e, Word)}) for number, v in variants]
    crowd = Counter(key for _, _, places in kept for keys in places.values() for key in keys)
    pairs: dict[tuple[str, str], list[Phrase]] = {}
    single: dict[str, list[Phrase]] = {}
    for number, elements, places in kept:
        phrase, paired = _phrase(number, elements, places, crowd)
        if paired:
            for pair in product(places[phrase.anchor], places[phrase.anchor + 1]):
                pairs.setdefault(pair, []).append(phrase)
        else:
            for key in places[phrase.anchor]:
                single.setdefault(key, []).append(phrase)
    return Index(pairs, Single(single))


def _phrase(number: int, elements: Variant, places: _Places, crowd: Mapping[str, int]) -> tuple[Phrase, bool]:
    """Choose where a phrase is looked up: at its rarest place, with the one after it if that can be."""
    rarity = {k: _rarity(keys, crowd) for k, keys in places.items()}
    ranks = {(k,): rank for k, rank in rarity.items()} | {
        (k, k + 1): max(rarity[k], rarity[k + 1]) + _PAIR for k in places if _paired(places, k)
    }
    best = max(ranks, key=ranks.__getitem__)
    others = {k: e for k, e in enumerate(elements) if isinstance(e, Word) and k not in best}
    needed = max(others, key=rarity.__getitem__, default=best[0])
    phrase = Phrase(
        pattern=number,
        elements=elements,
        anchor=best[0],
        rest=tuple((k - best[0], word) for k, word in others.items()),
        row=_is_row(elements),
        needs=tuple(f" {key[:-1]}" if key.endswith("*") else f" {key} " for key in places[needed]),
        before=_lengths(elements[: best[0]]),
    )
    return phrase, len(best) > 1


def _lengths(elements: Variant) -> tuple[int, int]:
    """Count the words that elements can span, at least and at most; an open one also spans the s of "China's"."""
    words = [e for e in elements if isinstance(e, Word)]
    gaps = sum(e.most for e in elements if isinstance(e, Gap))
    return len(words), len(words) + sum(w.open for w in words) + gaps


def _paired(places: _Places, k: int) -> bool:
    """Whether whole words, and not too many, stand at a place and the next."""
    here, there = places[k], places.get(k + 1, ())
    return 0 < len(here) * len(there) <= _PAIRS and not any(key.endswith("*") for key in (*here, *there))


def _is_row(elements: Variant) -> bool:
    """Whether it is words side by side in any case; only the last may be open, because nothing follows its s."""
    words = [e for e in elements if isinstance(e, Word) and not e.capitals and not e.capital_starts]
    return len(words) == len(elements) and not any(w.starts for w in words[:-1])


def _rarity(keys: Sequence[str], crowd: Mapping[str, int]) -> float:
    """Say how rare a word is: long, whole, in few phrases, without many alternatives."""
    length = min(len(key) - 3 * key.endswith("*") for key in keys)
    return length - len(keys) - 2 * math.log2(max(crowd[key] for key in keys))
