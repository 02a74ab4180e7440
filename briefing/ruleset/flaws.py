"""What is wrong with a pattern by itself. In: a pattern, macros written out. Out: its flaw, at the bad character."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cache

from briefing.marked_yaml import Flaw
from briefing.phrases import Gap, PatternError, Tokens, Variant, Word, parse

MAX_GAP = 15  # words; a wider gap joins words of clauses that have nothing to do with each other

_GAP = re.compile(r"\.\.\.(\d*)")
_SIGN = re.compile(r"\.\.\.\d*|[^\w\s()|*]")
_STAND_INS = 0xA500  # from here on 300 letters that no text of ours has, Vai; each is a word put in place of a mark


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
    at = next((at for at in marks if pattern.startswith("*", at + 1)), None)  # no word may stand before a *
    if marks and at is None:
        at = _first_between(pattern, marks)
    if at is None:
        return None
    return Flaw("R022", f"'{pattern[at]}' between words, so it can never match", at, _without(pattern, at))


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
    return Tokens.of(f"one{char}two").linked(1)


def _first_between(pattern: str, marks: list[int]) -> int | None:
    """Give the first mark with words, not gaps, on both sides: a word of its own is put in place of each, to see."""
    named = {chr(_STAND_INS + n): at for n, at in enumerate(marks)}
    put = {at: f" {name} " for name, at in named.items()}
    try:
        variants = parse("".join(put.get(n, char) for n, char in enumerate(pattern)))
    except PatternError:  # a limit is broken by these words only
        return None
    found = [named[name] for variant in variants for name in _between(variant, named)]
    return min(found, default=None)


def _between(variant: Variant, named: Collection[str]) -> Iterator[str]:
    """Give the words that stand for marks and have others beside them, further marks left out."""
    before: Word | Gap | None = None
    waiting: list[str] = []
    for element in variant:
        name = next((w for w, _ in element.exact if w in named), None) if isinstance(element, Word) else None
        if name is not None:
            waiting.append(name)
            continue
        if isinstance(element, Word) and isinstance(before, Word):
            yield from waiting
        before, waiting = element, []


def _without(pattern: str, at: int) -> str:
    """Suggest a gap in place of the mark, with the words beside it where they are plain."""
    if pattern[at] == "…":
        return "write a gap as three full stops: ..."
    beside = re.search(r"(\w+)\W?$", pattern[:at]), re.match(r"[^\w()|]*(\w+)", pattern[at + 1 :])
    words = [found[1] for found in beside if found]
    return "put a gap in its place: " + " ...1 ".join(words) if len(words) == 2 else "put a gap ...1 in its place"
