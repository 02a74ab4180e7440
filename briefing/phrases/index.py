"""Looking up. In: phrases; out: for a word of a text, the phrases to check, by the word after or before it too.

A word of a pattern goes by its keys: 'pact' for the word, 'pact*' for a beginning.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Generic, TypeVar

from briefing.phrases.match import Phrase
from briefing.phrases.pattern import Variant, Word

_MEMORY = 50_000  # distinct words whose look-up is remembered
_LONG = 50  # letters; longer words are not remembered
_POSSESSIVE = frozenset("s")

_T = TypeVar("_T")
_Table = dict[str, list[Phrase]]
Node = tuple[list[Phrase], _Table, _Table]  # the phrases of one word: by itself, by the word after it, before it


class ByWord(dict[str, tuple[_T, ...]], Generic[_T]):
    """What a table with keys holds for each word of a text; for most it is nothing."""

    def __init__(self, table: Mapping[str, _T]) -> None:
        super().__init__()
        self._table = table
        self._lengths = sorted({len(key) for key in table if key.endswith("*")})

    def __missing__(self, word: str) -> tuple[_T, ...]:
        keys = [word, *(word[: n - 1] + "*" for n in self._lengths if n <= len(word) + 1)]
        found = tuple(self._table[key] for key in keys if key in self._table)
        if len(word) <= _LONG:
            if len(self) >= _MEMORY:
                self.clear()
            self[word] = found
        return found


def indexed(variants: Iterable[tuple[int, Variant]]) -> tuple[ByWord[Node], ByWord[str]]:
    """Put the variants of patterns, given with the pattern's number, under their rarest words.

    Returns:
        The nodes of each word, and those of its keys that any phrase needs.
    """
    kept = [(number, v, {k: e.keys for k, e in enumerate(v) if isinstance(e, Word)}) for number, v in variants]
    crowd = Counter(key for _, _, places in kept for keys in places.values() for key in keys)
    nodes: dict[str, Node] = {}
    needs: dict[str, str] = {}
    for number, elements, places in kept:
        phrase = _phrase(number, elements, places, crowd)
        _add(nodes, phrase)
        if phrase.unchecked is None:
            needs.update(zip(phrase.needs, phrase.needs, strict=True))
    return ByWord(nodes), ByWord(needs)


def _phrase(number: int, elements: Variant, places: Mapping[int, Sequence[str]], crowd: Mapping[str, int]) -> Phrase:
    """Choose the places to look up and to need: the rarest, and that beside another word first."""
    rarity = {k: _rarity(keys, crowd) for k, keys in places.items()}
    anchor = max(places, key=lambda k: rarity[k] + 6 * bool(_side(elements, k)))
    looked_up = (anchor, anchor + _side(elements, anchor))
    others = [k for k in places if k not in looked_up]
    needed = max(others, key=rarity.__getitem__, default=anchor)
    return Phrase(number, elements, anchor, _unchecked(elements, anchor, others), frozenset(places[needed]))


def _unchecked(elements: Variant, anchor: int, others: Iterable[int]) -> tuple[tuple[int, Word], ...] | None:
    """Give the other words by distance, if it is words side by side in any case and none but the last is open.

    The last may be, because nothing follows its possessive s.
    """
    words = [e for e in elements if isinstance(e, Word) and not e.capitals and not e.capital_starts]
    if len(words) < len(elements) or any(w.starts for w in words[:-1]):
        return None
    return tuple((k - anchor, words[k]) for k in others)


def _add(nodes: dict[str, Node], phrase: Phrase) -> None:
    side = _side(phrase.elements, phrase.anchor)
    anchor, near = phrase.elements[phrase.anchor], phrase.elements[phrase.anchor + side]
    assert isinstance(anchor, Word)  # only words are looked up
    assert isinstance(near, Word)
    # After an open end may stand the s of "China's".
    neighbours = near.words | near.capitals | (_POSSESSIVE if side > 0 and anchor.open else frozenset())
    for key in anchor.keys:
        alone, after, before = nodes.setdefault(key, ([], {}, {}))
        if not side:
            alone.append(phrase)
            continue
        for word in neighbours:
            (after if side > 0 else before).setdefault(word, []).append(phrase)


def _side(elements: Variant, k: int) -> int:
    """Give the side of a place, 1 or -1, where whole words stand next to it; 0 if they stand on neither."""
    for side in (1, -1):
        near = elements[k + side] if 0 <= k + side < len(elements) else None
        if isinstance(near, Word) and not near.open:
            return side
    return 0


def _rarity(keys: Sequence[str], crowd: Mapping[str, int]) -> float:
    """Say how rare a word is: long, whole, in few phrases, without many alternatives."""
    length = min(len(key) - 3 * key.endswith("*") for key in keys)
    return length - len(keys) - 2 * math.log2(max(crowd[key] for key in keys))
