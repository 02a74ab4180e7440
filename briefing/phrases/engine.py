"""Finding. In: patterns, then one sentence after another; out: hits with exact spans.

Each phrase is looked up at its rarest word and that word's neighbour, then checked around it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from briefing.phrases.pattern import Gap, Variant, Word, parse
from briefing.phrases.tokens import TOKEN, Tokens, fold

_MEMORY = 50_000  # distinct words whose look-up is remembered


@dataclass(frozen=True, slots=True, order=True)
class Hit:
    """A pattern, by its number, found at `start` to `stop` of the text."""

    pattern: int
    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class _Phrase:
    """One variant of one pattern, and the place in it that is looked up."""

    pattern: int
    elements: Variant
    anchor: int
    plain: bool = False  # whole words only, so that they stand in a fixed row


@dataclass(slots=True)
class _Node:
    """The phrases that are looked up at one word: by itself, or by the word after or before it too."""

    alone: list[_Phrase] = field(default_factory=list)
    after: dict[str, list[_Phrase]] = field(default_factory=dict)
    before: dict[str, list[_Phrase]] = field(default_factory=dict)

    def add(self, phrase: _Phrase) -> None:
        """Put a phrase under the neighbour of its anchor that has whole words, if one has."""
        for table, word in ((self.after, _word(phrase, 1)), (self.before, _word(phrase, -1))):
            if word and not word.prefixes:
                for neighbour in sorted({w for w, _ in word.exact}):
                    table.setdefault(neighbour, []).append(phrase)
                return
        self.alone.append(phrase)


def _word(phrase: _Phrase, step: int) -> Word | None:
    """Give the word next to the anchor, if one stands there; what may carry a possessive s has no fixed neighbour."""
    k = phrase.anchor + step
    near = phrase.elements[k] if 0 <= k < len(phrase.elements) else None
    anchor = phrase.elements[phrase.anchor]
    if not isinstance(near, Word) or not isinstance(anchor, Word) or (step > 0 and anchor.prefixes):
        return None
    return near


class Phrases:
    """A set of patterns, ready to be found in any number of texts."""

    def __init__(self, patterns: Sequence[str]) -> None:
        """Read the patterns; a hit names one by its place in the sequence.

        Raises:
            PatternError: one of them cannot be read.
        """
        self._exact: dict[str, _Node] = {}
        self._prefix: dict[str, _Node] = {}
        for number, pattern in enumerate(patterns):
            for elements in parse(pattern):
                plain = all(isinstance(e, Word) and not e.prefixes for e in elements)
                self._index(_Phrase(number, elements, _rarest(elements), plain))
        self._lengths = sorted({len(p) for p in self._prefix})
        self._memory: dict[str, tuple[_Node, ...]] = {}

    def _index(self, phrase: _Phrase) -> None:
        anchor = phrase.elements[phrase.anchor]
        assert isinstance(anchor, Word)  # _rarest never picks a gap
        for table, words in ((self._exact, anchor.exact), (self._prefix, anchor.prefixes)):
            for word in sorted({w for w, _ in words}):
                table.setdefault(word, _Node()).add(phrase)

    def _nodes(self, word: str) -> tuple[_Node, ...]:
        """Give the nodes of the phrases whose anchor this word can be."""
        known = self._memory.get(word)
        if known is None:
            starts = (self._prefix.get(word[:n]) for n in self._lengths if n <= len(word))
            known = tuple(n for n in (self._exact.get(word), *starts) if n)
            if len(self._memory) >= _MEMORY:
                self._memory.clear()
            self._memory[word] = known
        return known

    def find(self, text: str) -> tuple[Hit, ...]:
        """Find all hits in one sentence, in order; a hit that holds another of the same pattern is left out."""
        found = list(TOKEN.finditer(text))
        words = [fold(m[0]) for m in found]
        candidates = list(self._candidates(words))
        return _hits(Tokens.made(text, found, words), candidates) if candidates else ()

    def _candidates(self, words: Sequence[str]) -> Iterator[tuple[int, _Phrase]]:
        """Give the phrases whose anchor and neighbour stand in a sentence, and at which word."""
        last = len(words) - 1
        for i, word in enumerate(words):
            for node in self._nodes(word):
                found = node.alone
                if node.after and i < last:
                    found = found + node.after.get(words[i + 1], [])
                if node.before and i:
                    found = found + node.before.get(words[i - 1], [])
                for phrase in found:
                    yield i, phrase


def _hits(tokens: Tokens, candidates: Iterable[tuple[int, _Phrase]]) -> tuple[Hit, ...]:
    spans: dict[int, set[tuple[int, int]]] = {}
    for i, phrase in candidates:
        spans.setdefault(phrase.pattern, set()).update(_around(tokens, phrase, i))
    return tuple(
        sorted(
            Hit(pattern, tokens.starts[a], tokens.stops[b - 1])
            for pattern, found in spans.items()
            for a, b in _smallest(found)
        )
    )


def _rarest(elements: Variant) -> int:
    """Choose the place to look up: beside another word, long, whole, and without many alternatives."""

    def rarity(k: int) -> tuple[int, int]:
        word = elements[k]
        if isinstance(word, Gap):
            return (-1000, 0)
        choices = [len(w) for w, _ in word.exact] + [len(w) - 2 for w, _ in word.prefixes]
        paired = any(_word(_Phrase(0, elements, k), step) for step in (1, -1))
        return (min(choices) - len(choices) + 6 * paired, -k)

    return max(range(len(elements)), key=rarity)


def _around(tokens: Tokens, phrase: _Phrase, i: int) -> Iterator[tuple[int, int]]:
    """Give the smallest (first, last + 1) words that the phrase can span with its anchor at word i."""
    if phrase.plain:
        yield from _row(tokens, phrase.elements, i - phrase.anchor)
        return
    if (first := _first(tokens, phrase.elements[: phrase.anchor], i)) is None:
        return
    if (stop := _stop(tokens, phrase.elements[phrase.anchor :], i)) is not None:
        yield first, stop


def _row(tokens: Tokens, elements: Variant, first: int) -> Iterator[tuple[int, int]]:
    """Match whole words in a row from a first word on."""
    stop = first + len(elements)
    if first < 0 or stop > len(tokens.words) or not all(tokens.linked[first + 1 : stop]):
        return
    if all(isinstance(e, Word) and word_fits(tokens, e, first + k) for k, e in enumerate(elements)):
        yield first, stop


def _stop(tokens: Tokens, elements: Variant, i: int) -> int | None:
    """Match elements from word i on; give the nearest word after the last."""
    places, gap = {i}, True
    for element in elements:
        if isinstance(element, Gap):
            places = {q for p in places for q in range(p, min(p + element.most, len(tokens.words)) + 1)}
            gap = True
        else:
            fits = (p for p in places if (gap or _linked(tokens, p)) and word_fits(tokens, element, p))
            places = {q for p in fits for q in _after(tokens, element, p)}
            gap = False
        if not places:
            return None
    return min(places)


def _first(tokens: Tokens, elements: Variant, i: int) -> int | None:
    """Match elements that end before word i; give the nearest word of the first."""
    places, gap = {i}, False
    for element in reversed(elements):
        if isinstance(element, Gap):
            places = {q for p in places for q in range(max(p - element.most, 0), p + 1)}
            gap = True
        else:
            ends = {p for p in places if gap or _linked(tokens, p)}
            places = {
                q
                for p in ends
                for q in (p - 1, p - 2)
                if q >= 0 and p in _after(tokens, element, q) and word_fits(tokens, element, q)
            }
            gap = False
        if not places:
            return None
    return max(places)


def _linked(tokens: Tokens, i: int) -> bool:
    return i < len(tokens.words) and tokens.linked[i]


def word_fits(tokens: Tokens, element: Word, i: int) -> bool:
    """Whether a word of a pattern can be word i of a text."""
    if i >= len(tokens.words):
        return False
    word, capitals = tokens.words[i], tokens.capitals[i]
    if (word, False) in element.exact or (capitals and (word, True) in element.exact):
        return True
    return any(word.startswith(w) and capitals >= need for w, need in element.prefixes)


def _after(tokens: Tokens, element: Word, i: int) -> tuple[int, ...]:
    """Where the next word may stand: an open end also takes the s of "China's"."""
    if element.prefixes and i + 1 < len(tokens.words) and tokens.possessive[i + 1]:
        return (i + 1, i + 2)
    return (i + 1,)


def _smallest(spans: set[tuple[int, int]]) -> list[tuple[int, int]]:
    """Drop every span that holds another."""
    out: list[tuple[int, int]] = []
    for a, b in sorted(spans, key=lambda s: (s[1], -s[0])):
        if not out or a > out[-1][0]:
            out.append((a, b))
    return out
