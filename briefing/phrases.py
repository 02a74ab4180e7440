"""Many patterns over one text in one pass. In: patterns of the rule language and a text; out: hits with exact spans.

No politics in here, no regular expressions from rules, no guessing. A pattern is words in order:
`word*` any ending · `word(s)` an optional part · `(a|b c)` alternatives · `...` a gap of up to six words, `...3` up to
three. A word in CAPITALS matches only capitals. Case and accents do not count, `U.S.` and `US` are alike. Between
neighbours may stand blanks, quotation marks and hyphens, nothing else; a gap may also cross commas, never the end of a
sentence, which is why callers hand over one sentence at a time.

The work per text is one dictionary look-up a word, and a check around each rare word found; gaps are at most three and
bounded, so no text and no pattern is slow.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

GAP = 6  # words a plain '...' may skip
MAX_LENGTH = 300  # characters of a pattern
MAX_GAPS = 3
MAX_VARIANTS = 200
_MEMORY = 50_000  # distinct words whose look-up is remembered

_TOKEN = re.compile(r"(?<!\w)[^\W\d_](?:\.[^\W\d_])+(?!\w)\.?|\w+")
_LINK = frozenset(" \t\n\r\f\v\u00a0\u2009\u202f\"'`´“”„‟‘’‚‛«»‹›「」『』-\u2010\u2011\u2012–")
_APOSTROPHES = frozenset("'’‘`´")
_DOTS = re.compile(r"\.\.\.(\d*)")
_RAW = re.compile(r"[^\s()|*]+")


class PatternError(ValueError):
    """A pattern that cannot be read; `at` is the offset of the bad character in it."""

    def __init__(self, message: str, at: int = 0) -> None:
        self.at = at
        super().__init__(message)


@dataclass(frozen=True, slots=True, order=True)
class Hit:
    """A pattern, by its number, found at `start` to `stop` of the text."""

    pattern: int
    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class Word:
    """One place of a pattern: whole words (folded, and whether only capitals will do) or beginnings of words."""

    exact: frozenset[tuple[str, bool]] = frozenset()
    prefixes: frozenset[tuple[str, bool]] = frozenset()


@dataclass(frozen=True, slots=True)
class Gap:
    """Up to `most` words that do not matter."""

    most: int


Element = Word | Gap
Variant = tuple[Element, ...]


def fold(word: str) -> str:
    """Strip case, accents and inner full stops: 'U.S.' and 'US' become 'us'.

    >>> fold("Élysée"), fold("U.S.")
    ('elysee', 'us')
    """
    if word.isascii():
        return word.lower().replace(".", "")
    plain = unicodedata.normalize("NFKD", word.lower())
    return "".join(c for c in plain if not unicodedata.combining(c) and c != ".")


# ── reading a pattern ───────────────────────────────────────────────────────────────────────────────────────────────


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
        if not _TOKEN.search(raw_text):
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
    found = [m[0] for m in _TOKEN.finditer(raw)]
    items = [(fold(w), _capitals(w)) for w in found]
    last = Word(prefixes=frozenset(items[-1:])) if open_ended else Word(exact=frozenset(items[-1:]))
    return (*(Word(exact=frozenset([i])) for i in items[:-1]), last)


def _capitals(word: str) -> bool:
    letters = [c for c in word if c.isalpha()]
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
    """Put alternatives of one word each into one place, so that they cost one look-up."""
    single = [o[0] for o in options if len(o) == 1 and isinstance(o[0], Word)]
    if len(single) < 2:
        return options
    words = [w for w in single if isinstance(w, Word)]
    joined = Word(
        frozenset().union(*(w.exact for w in words)),
        frozenset().union(*(w.prefixes for w in words)),
    )
    return [*(o for o in options if not (len(o) == 1 and isinstance(o[0], Word))), (joined,)]


# ── finding ─────────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Tokens:
    """A text cut into folded words; `linked[i]` says that nothing but blanks, marks and hyphens stands before word i.

    `possessive[i]` says that word i is the s of "China's".
    """

    words: tuple[str, ...]
    capitals: tuple[bool, ...]
    starts: tuple[int, ...]
    stops: tuple[int, ...]
    linked: tuple[bool, ...]
    possessive: tuple[bool, ...]

    @staticmethod
    def of(text: str) -> Tokens:
        """Cut a text."""
        found = list(_TOKEN.finditer(text))
        raw = [m[0] for m in found]
        starts, stops = tuple(m.start() for m in found), tuple(m.end() for m in found)
        between = [text[a:b] for a, b in zip((0, *stops), starts, strict=False)]
        return Tokens(
            words=tuple(map(fold, raw)),
            capitals=tuple(w.isupper() and len(w) > 1 for w in raw),
            starts=starts,
            stops=stops,
            linked=tuple(_LINK.issuperset(gap) for gap in between),
            possessive=tuple(w in "sS" and gap in _APOSTROPHES for w, gap in zip(raw, between, strict=True)),
        )


@dataclass(frozen=True, slots=True)
class _Phrase:
    """One variant of one pattern, and the place in it that is looked up."""

    pattern: int
    elements: Variant
    anchor: int


class Phrases:
    """A set of patterns, ready to be found in any number of texts."""

    def __init__(self, patterns: Sequence[str]) -> None:
        """Read the patterns; a hit names one by its place in the sequence.

        Raises:
            PatternError: one of them cannot be read.
        """
        self._exact: dict[str, list[tuple[bool, _Phrase]]] = {}
        self._prefix: dict[str, list[tuple[bool, _Phrase]]] = {}
        for number, pattern in enumerate(patterns):
            for elements in parse(pattern):
                self._index(_Phrase(number, elements, _rarest(elements)))
        self._lengths = sorted({len(p) for p in self._prefix})
        self._memory: dict[str, tuple[tuple[bool, _Phrase], ...]] = {}

    def _index(self, phrase: _Phrase) -> None:
        anchor = phrase.elements[phrase.anchor]
        assert isinstance(anchor, Word)  # _rarest never picks a gap
        for table, words in ((self._exact, anchor.exact), (self._prefix, anchor.prefixes)):
            for word, capitals in sorted(words):
                table.setdefault(word, []).append((capitals, phrase))

    def _phrases(self, word: str) -> tuple[tuple[bool, _Phrase], ...]:
        """Phrases whose anchor this word can be."""
        known = self._memory.get(word)
        if known is None:
            found = list(self._exact.get(word, ()))
            for n in self._lengths:
                if n > len(word):
                    break
                found += self._prefix.get(word[:n], ())
            if len(self._memory) >= _MEMORY:
                self._memory.clear()
            known = self._memory[word] = tuple(found)
        return known

    def find(self, text: str) -> tuple[Hit, ...]:
        """Find all hits in one sentence, in order; a hit that holds another of the same pattern is left out."""
        return self.find_in(Tokens.of(text))

    def find_in(self, tokens: Tokens) -> tuple[Hit, ...]:
        """Find all hits in a sentence that is cut already."""
        spans: dict[int, set[tuple[int, int]]] = {}
        for i, word in enumerate(tokens.words):
            for capitals, phrase in self._phrases(word):
                if not capitals or tokens.capitals[i]:
                    spans.setdefault(phrase.pattern, set()).update(_around(tokens, phrase, i))
        return tuple(
            sorted(
                Hit(pattern, tokens.starts[a], tokens.stops[b - 1])
                for pattern, found in spans.items()
                for a, b in _smallest(found)
            )
        )


def _rarest(elements: Variant) -> int:
    """Choose the place to look up: long words are rare, open ends and many alternatives are not."""

    def rarity(k: int) -> tuple[int, int]:
        word = elements[k]
        if isinstance(word, Gap):
            return (-1000, 0)
        choices = [len(w) for w, _ in word.exact] + [len(w) - 2 for w, _ in word.prefixes]
        return (min(choices) - len(choices), -k)

    return max(range(len(elements)), key=rarity)


def _around(tokens: Tokens, phrase: _Phrase, i: int) -> Iterator[tuple[int, int]]:
    """Give the smallest (first, last + 1) words that the phrase can span with its anchor at word i."""
    if (first := _first(tokens, phrase.elements[: phrase.anchor], i)) is None:
        return
    if (stop := _stop(tokens, phrase.elements[phrase.anchor :], i)) is not None:
        yield first, stop


def _stop(tokens: Tokens, elements: Variant, i: int) -> int | None:
    """Match elements from word i on; give the nearest word after the last."""
    places, gap = {i}, True
    for element in elements:
        if isinstance(element, Gap):
            places = {q for p in places for q in range(p, min(p + element.most, len(tokens.words)) + 1)}
            gap = True
        else:
            fits = (p for p in places if (gap or _linked(tokens, p)) and _fits(tokens, element, p))
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
                if q >= 0 and p in _after(tokens, element, q) and _fits(tokens, element, q)
            }
            gap = False
        if not places:
            return None
    return max(places)


def _linked(tokens: Tokens, i: int) -> bool:
    return i < len(tokens.words) and tokens.linked[i]


def _fits(tokens: Tokens, element: Word, i: int) -> bool:
    if i >= len(tokens.words):
        return False
    word, capitals = tokens.words[i], tokens.capitals[i]
    return any(word == w and capitals >= need for w, need in element.exact) or any(
        word.startswith(w) and capitals >= need for w, need in element.prefixes
    )


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
