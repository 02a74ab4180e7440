"""What is wrong with a pattern by itself. In: a pattern, macros written out. Out: its flaw, at the bad character."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from briefing.marked_yaml import Flaw
from briefing.phrases import Gap, PatternError, Tokens, Variant, Word, parse

MAX_GAP = 15  # words; a wider gap joins words of clauses that have nothing to do with each other

_GAP = re.compile(r"\.\.\.(\d*)")
_SIGN = re.compile(r"\.\.\.\d*|[^\w\s()|*]")
_MARK = "ꙮ"  # a word put in place of a mark, to see what stands beside it


def flaw_of(pattern: str) -> Flaw | None:
    """Say what is wrong with a pattern whose macros are written out; None where nothing is."""
    try:
        variants = parse(pattern)
    except PatternError as error:
        return Flaw("R001", str(error), error.at)
    return _too_wide(pattern, variants) or _parted(pattern)


def _too_wide(pattern: str, variants: tuple[Variant, ...]) -> Flaw | None:
    if "..." not in pattern:
        return None
    widest = max((e.most for v in variants for e in v if isinstance(e, Gap)), default=0)
    if widest <= MAX_GAP:
        return None
    one = next((found for found in _GAP.finditer(pattern) if found[1] and int(found[1]) > MAX_GAP), None)
    at = one.start() if one else pattern.index("...")  # else it is two in a row that are too wide together
    return Flaw("R001", f"a gap of {widest} words", at, f"a gap may have {MAX_GAP}: write ...{MAX_GAP} or less")


# ── marks between words ─────────────────────────────────────────────────────────────────────────────────────────────


def _parted(pattern: str) -> Flaw | None:
    """Find a comma or the like between two words: neighbours are never that far apart, so it could not match."""
    marks = list(_marks(pattern)) if _SIGN.search(pattern) else []
    for at in marks:
        others = "".join(" " if n in marks else char for n, char in enumerate(pattern))
        if _between_words(f"{others[:at]} {_MARK} {others[at + 1 :]}"):
            mark = pattern[at]
            return Flaw("R022", f"'{mark}' between words, so it can never match", at, _without(pattern, at))
    return None


def _marks(pattern: str) -> Iterator[int]:
    """Give where marks stand that neighbours may not have between them, but not the full stops of 'U.S.'."""
    tokens = Tokens.of(pattern)
    words = list(zip(tokens.starts, tokens.stops, strict=True))
    for found in _SIGN.finditer(pattern):
        at = found.start()
        if len(found[0]) == 1 and not _links(found[0]) and not any(a <= at < b for a, b in words):
            yield at


@cache
def _links(char: str) -> bool:
    """Whether neighbours may have a character between them."""
    return Tokens.of(f"one{char}two").linked[-1]


def _between_words(marked: str) -> bool:
    try:
        variants = parse(marked)
    except PatternError:  # the mark stood where no word may: before a *, or alone between blanks
        return True
    return any(_has_neighbours(variant) for variant in variants)


def _has_neighbours(variant: Variant) -> bool:
    """Whether the word that stands for the mark has words, not gaps, before and after it."""
    triples = zip(variant, variant[1:], variant[2:], strict=False)
    return any(_is_mark(b) and not any(isinstance(e, Gap) for e in (a, c)) for a, b, c in triples)


def _is_mark(element: Word | Gap) -> bool:
    return isinstance(element, Word) and any(word == _MARK for word, _ in element.exact)


def _without(pattern: str, at: int) -> str:
    """Suggest a gap in place of the mark, with the words beside it where they are plain."""
    if pattern[at] == "…":
        return "write a gap as three full stops: ..."
    beside = re.search(r"(\w+)\W?$", pattern[:at]), re.match(r"[^\w()|]*(\w+)", pattern[at + 1 :])
    words = [found[1] for found in beside if found]
    return "put a gap in its place: " + " ...1 ".join(words) if len(words) == 2 else "put a gap ...1 in its place"
