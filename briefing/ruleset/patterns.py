"""Patterns as written into patterns to match. In: patterns with macros. Out: macros written out, mistakes reported."""

from __future__ import annotations

import re
from collections.abc import Mapping

from briefing.marked_yaml import Marked, guess
from briefing.model import Patterns
from briefing.phrases import Phrases
from briefing.ruleset.flaws import flaw_of
from briefing.ruleset.samples import samples
from briefing.ruleset.written import PatternLists, WrittenAbout

_MACRO = re.compile(r"\{([^{}\s]*)\}")

# What nobody writes is not looked into, so that no file takes long.
_MOST_PAIRS = 2000  # patterns times what may cancel them
_MOST_PHRASES = 50  # of one pattern


class PatternReader:
    """Writes out macros and checks each pattern once, however often it occurs.

    Where the packs are not `whole`, a macro that is not known may be defined in what is missing.
    """

    def __init__(self, macros: Mapping[str, str], *, whole: bool = True) -> None:
        self._macros = macros
        self._whole = whole
        self._good: set[str] = set()

    def lists(self, entry: PatternLists | None) -> Patterns:
        """Give `any`, `all` and `none` of an entry, and `weak` of an `about`."""
        if entry is None:
            return Patterns()
        patterns = Patterns(
            any=self.read(entry, "any", entry.any),
            all=self.read(entry, "all", entry.all),
            none=self.read(entry, "none", entry.none),
            weak=self.read(entry, "weak", entry.weak) if isinstance(entry, WrittenAbout) else (),
        )
        if patterns.none:
            self._cancelled(entry, "any", entry.any, patterns.any, patterns.none)
        if patterns.none and isinstance(entry, WrittenAbout):
            self._cancelled(entry, "weak", entry.weak, patterns.weak, patterns.none)
        return patterns

    def read(self, entry: Marked, key: str, patterns: tuple[str, ...]) -> tuple[str, ...]:
        """Give the patterns of one key, macros written out; mistakes are reported at their character."""
        return tuple(self._one(entry, key, pattern) for pattern in patterns)

    def _one(self, entry: Marked, key: str, pattern: str) -> str:
        if pattern in self._good or entry.source.full:
            return pattern
        expanded = self._expand(entry, key, pattern) if "{" in pattern else pattern
        flaw = flaw_of(expanded)
        if flaw is None:
            self._good.add(expanded)
        else:
            at = flaw.at if expanded is pattern else self._origin(pattern, flaw.at)
            entry.wrong(flaw.code, f"{key}: {flaw.message}", key, entry=pattern, at=at, hint=flaw.hint)
        return expanded

    def _expand(self, entry: Marked, key: str, pattern: str) -> str:
        def text(found: re.Match[str]) -> str:
            if found[1] in self._macros:
                return self._macros[found[1]]
            if self._whole:
                hint = guess(found[1], self._macros) or "macros stand in pack.yaml"
                message = f"{key}: unknown macro '{found[1]}'"
                entry.wrong("R012", message, key, entry=pattern, hint=hint, at=found.start())
            return "macro"  # a word in its place, so that the rest is checked all the same

        return _MACRO.sub(text, pattern)

    def _origin(self, pattern: str, at: int) -> int:
        """Give the offset in the pattern as written for one in the pattern written out."""
        grown = 0
        for found in _MACRO.finditer(pattern):
            start = found.start() + grown
            length = len(self._macros.get(found[1], "macro"))
            if at < start:
                break
            if at < start + length:
                return found.start()
            grown += length - len(found[0])
        return max(0, min(at - grown, len(pattern) - 1))

    def _cancelled(
        self, entry: Marked, key: str, written: tuple[str, ...], patterns: tuple[str, ...], none: tuple[str, ...]
    ) -> None:
        """Report each pattern whose every hit a `none` cancels."""
        cancelling = [p for p in none if p in self._good]
        if len(patterns) * len(cancelling) > _MOST_PAIRS:
            return
        phrases = Phrases(cancelling)
        for raw, pattern in zip(written, patterns, strict=True):
            by = _canceller(pattern, phrases) if pattern in self._good else None
            if by is not None:
                message = f"{key}: every hit is cancelled by none '{cancelling[by]}', so it can never match"
                entry.wrong("R023", message, key, entry=raw, hint="narrow the one or delete the other")


def _canceller(pattern: str, none: Phrases) -> int | None:
    """Give the number of the `none` that cancels the first phrase of a pattern, if all its phrases are cancelled."""
    first: int | None = None
    itself: Phrases | None = None
    for number, text in enumerate(samples(pattern)):
        cancelling = none.find(text)
        if not cancelling or number == _MOST_PHRASES:
            return None
        itself = itself or Phrases([pattern])
        own = itself.find(text)
        by = next((h for h in cancelling if all(h.start < o.stop and o.start < h.stop for o in own)), None)
        if not own or by is None:
            return None
        first = by.pattern if first is None else first
    return first
