"""The pattern language. In: a pattern as people write it; out: the plain sequences of words and gaps it stands for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from briefing.phrases.tokens import TOKEN, fold

GAP = 6  # words a plain '...' may skip
MAX_LENGTH = 300  # characters of a pattern
MAX_GAPS = 3
_MEMORY = 20_000  # patterns whose reading is remembered: rules are read once to be checked, once to be searched for
MAX_GAP = 50  # words that a gap may skip
MAX_VARIANTS = 200
MAX_DEPTH = 20  # parentheses inside each other
_MEMORY = 10_000  # distinct words of patterns that are read once

_DOTS = re.compile(r"\.\.\.(\d*)")
_RAW = re.compile(r"[^\s()|*]+")


class PatternError(ValueError):
    """A pattern that cannot be read; `at` is the offset of the bad character in it."""

    def __init__(self, message: str, at: int = 0) -> None:
        self.at = at
        super().__init__(message)


@dataclass(frozen=True, slots=True)
class Word:
    """One place of a pattern: folded words, and beginnings of words; some of both only fit words in capitals."""

    words: frozenset[str] = frozenset()
    starts: frozenset[str] = frozenset()
    capitals: frozenset[str] = frozenset()
    capital_starts: frozenset[str] = frozenset()

    @property
    def open(self) -> bool:
        """Whether it has beginnings of words."""
        return bool(self.starts or self.capital_starts)

    @property
    def exact(self) -> frozenset[tuple[str, bool]]:
        """The whole words, and whether only capitals will do."""
        return frozenset([*((w, False) for w in self.words), *((w, True) for w in self.capitals)])

    @property
    def prefixes(self) -> frozenset[tuple[str, bool]]:
        """The beginnings of words, and whether only capitals will do."""
        return frozenset([*((w, False) for w in self.starts), *((w, True) for w in self.capital_starts)])

    @property
    def keys(self) -> tuple[str, ...]:
        """What it is looked up by: 'pact' for a word, 'pact*' for a beginning."""
        return (*self.words, *self.capitals, *(f"{w}*" for w in self.starts | self.capital_starts))


@dataclass(frozen=True, slots=True)
class Gap:
    """Up to `most` words that do not matter."""

    most: int


Element = Word | Gap
Variant = tuple[Element, ...]


@lru_cache(maxsize=_MEMORY)
def parse(pattern: str) -> tuple[Variant, ...]:
    """Read a pattern into the plain sequences it stands for.

    Raises:
        PatternError: the pattern is empty, breaks a limit or its marks do not fit together.
    """
    if len(pattern) > MAX_LENGTH:
        raise PatternError(f"the pattern is longer than {MAX_LENGTH} characters", MAX_LENGTH)
    reader = _Reader(pattern)
    variants = reader.sequence(depth=0)
    for variant in variants:
        _check(variant, pattern)
    return tuple(dict.fromkeys(variants))


def _check(variant: Variant, pattern: str) -> None:
    if not any(isinstance(e, Word) for e in variant):
        raise PatternError("the pattern is or can be empty, so it can never match", 0)
    if isinstance(variant[0], Gap) or isinstance(variant[-1], Gap):
        raise PatternError("a gap '...' needs words on both sides", max(0, pattern.find("...")))
    if sum(isinstance(e, Gap) for e in variant) > MAX_GAPS:
        raise PatternError(f"more than {MAX_GAPS} gaps", pattern.rfind("..."))
    if any(isinstance(e, Gap) and e.most > MAX_GAP for e in variant):
        raise PatternError(f"a gap of more than {MAX_GAP} words", pattern.find("..."))


class _Reader:
    """A cursor over a pattern; every method gives the variants of the part it reads."""

    def __init__(self, pattern: str) -> None:
        self.text = pattern
        self.at = 0

    def sequence(self, depth: int) -> list[Variant]:
        parts: list[list[Variant]] = []
        while self.at < len(self.text):
            char = self.text[self.at]
            if depth and char in "|)":
                break
            if char.isspace():
                self.at += 1
            elif gap := _DOTS.match(self.text, self.at):
                self.at = gap.end()
                parts.append([(Gap(int(gap[1] or GAP)),)])
            elif char == "(":
                parts.append(self.options(depth))
            elif char in "|)*":
                raise PatternError(_STRAY[char], self.at)
            else:
                parts.append(self.word())
            self.limit(parts)
        return [_merge(choice) for choice in product(*parts)]

    def limit(self, parts: list[list[Variant]]) -> None:
        count = 1
        for part in parts:
            count *= len(part)
        if count > MAX_VARIANTS:
            raise PatternError(f"the pattern stands for more than {MAX_VARIANTS} phrases", 0)

    def options(self, depth: int) -> list[Variant]:
        opened, found = self.at, list[Variant]()
        if depth == MAX_DEPTH:
            raise PatternError(f"more than {MAX_DEPTH} parentheses inside each other", opened)
        while self.at == opened or self.text[self.at] == "|":
            self.at += 1
            found += self.sequence(depth + 1)
            if self.at == len(self.text):
                raise PatternError("'(' is never closed", opened)
        self.at += 1
        self.blank()
        return _gather(found)

    def word(self) -> list[Variant]:
        start = self.at
        raw = _RAW.match(self.text, start)
        assert raw is not None  # the caller saw a character that is no mark
        self.at = raw.end()
        if dots := raw[0].find("...") + 1:  # a gap that touches a word
            self.at = start + dots - 1
            raw_text = raw[0][: dots - 1]
        else:
            raw_text = raw[0]
        if not TOKEN.search(raw_text):
            raise PatternError(f"'{raw_text}' holds no letter or digit", start)
        return self.ending(raw_text)

    def ending(self, raw: str) -> list[Variant]:
        mark = self.text[self.at : self.at + 1]
        if mark == "*":
            self.at += 1
            self.blank()
            return [_words(raw, open_ended=True)]
        if mark != "(":
            return [_words(raw)]
        closed = self.text.find(")", self.at)
        inside = self.text[self.at + 1 : closed] if closed > 0 else ""
        if closed < 0 or "(" in inside or any(c.isspace() for c in inside):
            raise PatternError("only endings may stand in parentheses that touch a word", self.at)
        self.at = closed + 1
        self.blank()
        return _gather([_words(raw), *(_words(raw + end) for end in inside.split("|"))])

    def blank(self) -> None:
        rest = self.text[self.at : self.at + 1]
        if rest and not rest.isspace() and rest not in "|)" and not self.text.startswith("...", self.at):
            raise PatternError("a blank is missing here", self.at)


_STRAY = {
    "|": "'|' stands outside parentheses",
    ")": "')' has no '(' before it",
    "*": "'*' needs a word before it",
}


def _words(raw: str, *, open_ended: bool = False) -> Variant:
    """Read 'one-China' as two neighbours; the last may be open at its end."""
    *before, last = TOKEN.findall(raw)
    return (*map(_word, before), _word(last, open_ended=open_ended))


@lru_cache(maxsize=_MEMORY)
def _word(raw: str, *, open_ended: bool = False) -> Word:
    only = frozenset([fold(raw)])
    if _capitals(raw):
        return Word(capital_starts=only) if open_ended else Word(capitals=only)
    return Word(starts=only) if open_ended else Word(words=only)


def _capitals(word: str) -> bool:
    letters = [c for c in word if c.isalpha()] if word.isupper() else []
    return len(letters) > 1 and all(c.isupper() for c in letters)


def _merge(choice: Sequence[Variant]) -> Variant:
    """Join the chosen parts, adding up neighbouring gaps."""
    out: list[Element] = []
    for element in (e for part in choice for e in part):
        if isinstance(element, Gap) and out and isinstance(last := out[-1], Gap):
            out[-1] = Gap(last.most + element.most)
        else:
            out.append(element)
    return tuple(out)


def _gather(options: list[Variant]) -> list[Variant]:
    """Put alternatives of one word each into one place, so that they cost one look-up.

    Those with an open end have a place of their own: only they take the s of "China's".
    """
    single = [o[0] for o in options if len(o) == 1 and isinstance(o[0], Word)]
    rest = [o for o in options if not (len(o) == 1 and isinstance(o[0], Word))]
    closed, opened = ([w for w in single if w.open is kind] for kind in (False, True))
    return [*rest, *((_joined(words),) for words in (closed, opened) if words)]


def _joined(words: Sequence[Word]) -> Word:
    return Word(
        words=frozenset().union(*(w.words for w in words)),
        starts=frozenset().union(*(w.starts for w in words)),
        capitals=frozenset().union(*(w.capitals for w in words)),
        capital_starts=frozenset().union(*(w.capital_starts for w in words)),
    )
