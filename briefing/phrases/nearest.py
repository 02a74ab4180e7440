"""How near a text comes to a pattern that it does not match. In: both; out: the piece that failed, and an edit.

The pattern is laid along the text at the least cost, where a word may be in another form, be another or be missing, and
neighbours may stand apart. What is told is what does not fit there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from briefing.phrases.match import fits
from briefing.phrases.pattern import Gap, Variant, Word, parse
from briefing.phrases.tokens import Tokens

_WIDEST = 15  # words that an edit would let a gap skip; further apart, they have nothing to do with each other
_MAX_WORDS = 2_000  # words of a text that are looked at
_MAX_VARIANTS = 8  # phrases of a pattern that are looked at: those with most words in the text
_STEM = 4  # letters that two forms of a word share

# What a misfit costs: another form of a word is nearer than another word, and that is nearer than none.
_FORM, _CAPITALS, _APART, _LONG, _OTHER, _MISSING = 1.0, 1.0, 1.5, 1.0, 2.5, 3.0
_STEP = 0.1  # what each word too many costs
_SKIP = 0.01  # what each word in a gap costs, so that the nearest of equal words is taken


@dataclass(frozen=True, slots=True, kw_only=True)
class Miss:
    """What kept a pattern from matching: in words, as pieces to write into it, and where in the text it came near.

    `cost` tells misses apart: the lower, the nearer.
    """

    said: str
    edit: str
    start: int
    stop: int
    cost: float


@dataclass(frozen=True, slots=True)
class _Path:
    """A way to lay the first elements along a text: its cost, its last word, what did not fit."""

    cost: float
    first: int
    last: int
    misfits: tuple[tuple[str, str], ...] = ()  # what is wrong, and the edit

    def then(self, at: int, cost: float, *misfits: tuple[str, str]) -> _Path:
        return _Path(self.cost + cost, self.first, at, (*self.misfits, *misfits))


def nearest(pattern: str, text: str) -> Miss | None:
    """Say why a pattern does not match a text, if it comes near: at least half of its words are there.

    Returns:
        what does not fit on the way with the fewest misfits; None where nothing is near, or the pattern does match.

    Raises:
        PatternError: the pattern cannot be read.
    """
    tokens = Tokens.of(text)
    variants = sorted(parse(pattern), key=lambda v: -_present(v, tokens))[:_MAX_VARIANTS]
    found = [path for variant in variants if (path := _laid(variant, tokens)) and _near(path, variant)]
    best = min(found, key=lambda path: path.cost, default=None)
    if best is None or not best.misfits:
        return None
    said, edits = ("; ".join(parts) for parts in zip(*best.misfits, strict=True))
    return Miss(said=said, edit=edits, start=tokens.starts[best.first], stop=tokens.stops[best.last], cost=best.cost)


def _present(variant: Variant, tokens: Tokens) -> float:
    """Give the share of a variant's words that the text has."""
    words = [e for e in variant if isinstance(e, Word)]
    here = sum(any(fits(tokens, word, i) for i in range(min(len(tokens.words), _MAX_WORDS))) for word in words)
    return here / len(words)


def _near(path: _Path, variant: Variant) -> bool:
    """Whether a way is worth telling: with one or two words, another word is no near miss but another phrase."""
    words = sum(isinstance(e, Word) for e in variant)
    limit = _FORM if words == 1 else _OTHER - _SKIP if words == 2 else _MISSING
    return path.cost <= limit and len(path.misfits) <= max(1, words // 2)


def _laid(variant: Variant, tokens: Tokens) -> _Path | None:
    """Lay a variant along a text, word by word; for each word of the text the cheapest way that ends there is kept."""
    words, gaps = _split(variant)
    ends = [_Path(0, i, i).then(i, *_misfit(words[0], tokens, i)) for i in range(min(len(tokens.words), _MAX_WORDS))]
    for before, word, gap in zip(words, words[1:], gaps, strict=False):
        steps = (step for path in ends for step in _steps(path, before, word, gap, tokens))
        ends = list(_cheapest(steps))
    return min(ends, key=lambda path: path.cost, default=None)


def _split(variant: Variant) -> tuple[list[Word], list[int | None]]:
    """Give the words of a variant, and for each but the first the longest gap before it; None for neighbours."""
    words, gaps = list[Word](), list[int | None]()
    gap: int | None = None
    for element in variant:
        if isinstance(element, Gap):
            gap = element.most
            continue
        if words:
            gaps.append(gap)
        words.append(element)
        gap = None
    return words, gaps


def _cheapest(paths: Iterator[_Path]) -> Iterator[_Path]:
    kept: dict[int, _Path] = {}
    for path in paths:
        if path.cost <= _MISSING and (path.last not in kept or path.cost < kept[path.last].cost):
            kept[path.last] = path
    return iter(kept.values())


def _steps(path: _Path, before: Word, word: Word, gap: int | None, tokens: Tokens) -> Iterator[_Path]:
    """Go on to the next word of a pattern: wherever it may stand, or without it."""
    for at in range(path.last + 1, min(path.last + 2 + max(_WIDEST, gap or 0), len(tokens.words))):
        cost, *misfits = _misfit(word, tokens, at)
        further, *apart = _distance(path.last, at, gap, before, word, tokens)
        yield path.then(at, cost + further, *apart, *misfits)
    missing = f"‘{_shown(word)}’ does not stand after ‘{_shown(before)}’"
    yield path.then(path.last, _MISSING, (missing, f"({_bare(word)}|)"))


def _distance(
    last: int, at: int, gap: int | None, before: Word, word: Word, tokens: Tokens
) -> tuple[float, *tuple[tuple[str, str], ...]]:
    """Give the cost of the words between two words of a pattern, and what is wrong with them."""
    between = at - last - 1
    if gap is not None:
        if between <= gap:
            return (_SKIP * between,)
        said = f"the gap is {between} words, the pattern allows {gap}"
        return _LONG + _STEP * (between - gap), (said, f"...{between}")
    if not between and tokens.linked(at):
        return (0.0,)
    if before.open and between == 1 and tokens.possessive(at - 1) and tokens.linked(at):
        return (0.0,)
    named = " ".join(tokens.words[last + 1 : at])
    said = f"‘{named}’ stands between" if between else "a mark such as a comma stands between"
    edit = f"{_shown(before)} ...{max(1, between)} {_shown(word)}"
    return _APART + _STEP * between, (f"{said} ‘{_shown(before)}’ and ‘{_shown(word)}’", edit)


def _misfit(word: Word, tokens: Tokens, at: int) -> tuple[float, *tuple[tuple[str, str], ...]]:
    """Give the cost of taking a word of the text for one of a pattern, and what is wrong with it."""
    if fits(tokens, word, at):
        return (0.0,)
    here = tokens.words[at]
    forms = {w for w, _ in (*word.exact, *word.prefixes)}
    if here in forms:
        return _CAPITALS, (f"‘{here}’ does not stand in capitals", here)
    shared = max((_shared(here, form), form) for form in forms)
    if shared[0] >= min(_STEM, len(shared[1])) and shared[0] * 2 > len(here):
        said = f"the text has ‘{here}’, the pattern ‘{_shown(word)}’"
        return _FORM, (said, f"({_bare(word)}|{here})")
    said = f"the text has ‘{here}’ where the pattern has ‘{_shown(word)}’"
    return _OTHER, (said, f"({_bare(word)}|{here})")


def _shared(one: str, other: str) -> int:
    """Count the letters that two words begin with alike."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _shown(word: Word) -> str:
    """Write a word as a pattern does."""
    bare = _bare(word)
    return f"({bare})" if "|" in bare else bare


def _bare(word: Word) -> str:
    exact = [w.upper() if capitals else w for w, capitals in sorted(word.exact)]
    opened = [f"{w.upper() if capitals else w}*" for w, capitals in sorted(word.prefixes)]
    return "|".join([*exact, *opened])
