"""Looking up. In: phrases; out: for a word of a text, the phrases to check, by the word after or before it too."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping

from briefing.phrases.match import Phrase
from briefing.phrases.pattern import Variant, Word

_MEMORY = 50_000  # distinct words whose nodes are remembered
_LONG = 50  # letters; longer words are not remembered

Table = dict[str, list[Phrase]]
Node = tuple[list[Phrase], Table, Table]  # the phrases of one word: by itself, with the word after it, before it


class Index:
    """The phrases by their rarest words; `nodes[word]` has all that could stand around this word of a text."""

    def __init__(self, variants: Iterable[tuple[int, Variant]]) -> None:
        """Take the variants of the patterns with the pattern's number."""
        kept = list(variants)
        crowd = Counter(word for _, elements in kept for e in elements if isinstance(e, Word) for word in _keys(e))
        self._whole: dict[str, Node] = {}
        self._starts: dict[str, Node] = {}
        for pattern, elements in kept:
            self._add(_phrase(pattern, elements, crowd))
        self.nodes: Mapping[str, tuple[Node, ...]] = _Nodes(self._whole, self._starts)

    def _add(self, phrase: Phrase) -> None:
        anchor = phrase.elements[phrase.anchor]
        assert isinstance(anchor, Word)  # a gap is never the anchor
        step, neighbours = _neighbour(phrase.elements, phrase.anchor)
        nodes = [self._whole.setdefault(w, ([], {}, {})) for w in anchor.words | anchor.capitals]
        nodes += [self._starts.setdefault(w, ([], {}, {})) for w in anchor.starts | anchor.capital_starts]
        for alone, after, before in nodes:
            if not step:
                alone.append(phrase)
            for word in neighbours:
                (after if step > 0 else before).setdefault(word, []).append(phrase)


class _Nodes(dict[str, tuple[Node, ...]]):
    """The nodes for each word that has been met; empty for most."""

    def __init__(self, whole: Mapping[str, Node], starts: Mapping[str, Node]) -> None:
        super().__init__()
        self._whole, self._starts = whole, starts
        self._lengths = sorted(set(map(len, starts)))

    def __missing__(self, word: str) -> tuple[Node, ...]:
        starts = (self._starts.get(word[:n]) for n in self._lengths if n <= len(word))
        nodes = tuple(node for node in (self._whole.get(word), *starts) if node)
        if len(word) <= _LONG:
            if len(self) >= _MEMORY:
                self.clear()
            self[word] = nodes
        return nodes


def _phrase(pattern: int, elements: Variant, crowd: Mapping[str, int]) -> Phrase:
    anchor = max(range(len(elements)), key=lambda k: _rarity(elements, k, crowd))
    return Phrase(pattern, elements, anchor, _unchecked(elements, anchor))


def _unchecked(elements: Variant, anchor: int) -> tuple[tuple[int, Word], ...] | None:
    """Give the words that the look-up leaves to check, by distance; None if they are not simply words in a row."""
    words = [e for e in elements if isinstance(e, Word)]
    if (
        len(words) < len(elements)
        or any(w.capitals or w.capital_starts for w in words)
        or any(w.open for w in words[:-1])
    ):
        return None
    seen = (0, _neighbour(elements, anchor)[0])
    return tuple((k - anchor, word) for k, word in enumerate(words) if k - anchor not in seen)


def _rarity(elements: Variant, k: int, crowd: Mapping[str, int]) -> float:
    """Say how rare a place is: a long word in few phrases, whole, beside another word, without many alternatives."""
    word = elements[k]
    if not isinstance(word, Word):
        return -math.inf
    keys = _keys(word)
    length = min(len(key) - 3 * key.endswith("*") for key in keys)
    paired = bool(_neighbour(elements, k)[0])
    return length - len(keys) + 6 * paired - 2 * math.log2(max(crowd[key] for key in keys))


def _keys(word: Word) -> list[str]:
    """Name the nodes of a word."""
    return [*word.words, *word.capitals, *(f"{w}*" for w in word.starts | word.capital_starts)]


def _neighbour(elements: Variant, k: int) -> tuple[int, frozenset[str]]:
    """Give the side of an anchor where whole words stand next to it, and these words; 0 if there is none."""
    anchor = elements[k]
    for step in (1, -1):
        near = elements[k + step] if 0 <= k + step < len(elements) else None
        if isinstance(near, Word) and not near.open:
            # After an open end may stand the s of "China's".
            also = {"s"} if step > 0 and isinstance(anchor, Word) and anchor.open else set()
            return step, near.words | near.capitals | also
    return 0, frozenset()
