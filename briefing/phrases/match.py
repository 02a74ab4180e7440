"""Checking. In: phrases, the cut sentence and the words at which they were looked up; out: the words they span."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from briefing.phrases.pattern import Gap, Variant, Word
from briefing.phrases.tokens import Tokens


@dataclass(frozen=True, slots=True, eq=False)
class Phrase:
    """One variant of one pattern, and the place in it that is looked up.

    `rest` are the words that the look-up leaves to check, by their distance from the anchor; `row` says that the phrase
    is nothing but words side by side; of `needs`, words or beginnings with a blank before, a sentence has at least one;
    `before` are the fewest and the most words that can stand before the anchor.
    """

    pattern: int
    elements: Variant
    anchor: int
    rest: tuple[tuple[int, Word], ...]
    row: bool
    needs: tuple[str, ...]
    before: tuple[int, int]


def row(tokens: Tokens, phrase: Phrase, i: int) -> tuple[int, int] | None:
    """Give the first word and the word after the last of words in a row whose anchor is word i."""
    first = i - phrase.anchor
    stop = first + len(phrase.elements)
    if first < 0 or stop > len(tokens.words):
        return None
    for distance, word in phrase.rest:
        if not fits(tokens, word, i + distance):
            return None
    for k in range(first + 1, stop):
        if not tokens.linked(k):
            return None
    return first, stop


def sweep(tokens: Tokens, phrase: Phrase, anchors: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Give, for each word where a phrase can end, the nearest word where it can begin.

    One pass over the sentence however many anchors there are: `reached` holds each word that the elements so far lead
    to, in order, with the last word they can have begun at, which never moves back.
    """
    reached = {i: i for i in _beginnings(phrase, anchors)}
    free = True
    for element in phrase.elements:
        if isinstance(element, Gap):
            reached = _skip(reached, element.most, len(tokens.words))
        else:
            reached = _step(tokens, element, reached, free=free)
        if not reached:
            break
        free = isinstance(element, Gap)
    return ((first, stop) for stop, first in reached.items())


def _beginnings(phrase: Phrase, anchors: Iterable[int]) -> Iterator[int]:
    """Give each word once where a phrase with one of these anchors can begin."""
    least, most = phrase.before
    done = 0
    for i in anchors:
        yield from range(max(done, i - most), i - least + 1)
        done = max(done, i - least + 1)


def _step(tokens: Tokens, word: Word, reached: Mapping[int, int], *, free: bool) -> dict[int, int]:
    after: dict[int, int] = {}
    for i, first in reached.items():
        if i < len(tokens.words) and fits(tokens, word, i) and (free or tokens.linked(i)):
            after[i + 1] = first
            # An open end also takes the s of "China's".
            if word.open and i + 1 < len(tokens.words) and tokens.possessive(i + 1):
                after[i + 2] = first
    return after


def _skip(reached: Mapping[int, int], most: int, end: int) -> dict[int, int]:
    """Go up to so many words further from each, but not past the next one that was reached."""
    after: dict[int, int] = {}
    for i, following in pairwise([*reached, end]):
        after.update(dict.fromkeys(range(i, min(i + most + 1, following)), reached[i]))
    return after


def fits(tokens: Tokens, word: Word, i: int) -> bool:
    """Whether word i of a text can stand at a place of a pattern."""
    text = tokens.words[i]
    if text in word.words or any(map(text.startswith, word.starts)):
        return True
    if not (word.capitals or word.capital_starts) or not tokens.capitals(i):
        return False
    return text in word.capitals or any(map(text.startswith, word.capital_starts))
