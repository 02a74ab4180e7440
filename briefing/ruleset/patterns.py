"""Patterns as written into patterns to match. In: patterns with macros. Out: macros written out, syntax checked."""

from __future__ import annotations

import re
from collections.abc import Mapping

from briefing import phrases
from briefing.marked_yaml import Marked, guess
from briefing.model import Patterns
from briefing.ruleset.written import PatternLists, WrittenAbout

_MACRO = re.compile(r"\{([^{}\s]*)\}")


class PatternReader:
    """Writes out macros and checks each pattern once, however often it occurs."""

    def __init__(self, macros: Mapping[str, str]) -> None:
        self._macros = macros
        self._good: set[str] = set()

    def lists(self, entry: PatternLists | None) -> Patterns:
        """Give `any`, `all` and `none` of an entry, and `weak` of an `about`."""
        if entry is None:
            return Patterns()
        return Patterns(
            any=self.read(entry, "any", entry.any),
            all=self.read(entry, "all", entry.all),
            none=self.read(entry, "none", entry.none),
            weak=self.read(entry, "weak", entry.weak) if isinstance(entry, WrittenAbout) else (),
        )

    def read(self, entry: Marked, key: str, patterns: tuple[str, ...]) -> tuple[str, ...]:
        """Give the patterns of one key, macros written out; mistakes are reported at their character."""
        return tuple(self._one(entry, key, pattern) for pattern in patterns)

    def _one(self, entry: Marked, key: str, pattern: str) -> str:
        if pattern in self._good:
            return pattern
        expanded = self._expand(entry, key, pattern) if "{" in pattern else pattern
        try:
            phrases.parse(expanded)
            self._good.add(expanded)
        except phrases.PatternError as error:
            at = error.at if expanded is pattern else self._origin(pattern, error.at)
            entry.wrong("R001", f"{key}: {error}", key, entry=pattern, at=at)
        return expanded

    def _expand(self, entry: Marked, key: str, pattern: str) -> str:
        def text(found: re.Match[str]) -> str:
            if found[1] not in self._macros:
                hint = guess(found[1], self._macros) or "macros stand in pack.yaml"
                message = f"{key}: unknown macro '{found[1]}'"
                entry.wrong("R012", message, key, entry=pattern, hint=hint, at=found.start())
                return "macro"  # a word in its place, so that the rest is checked all the same
            return self._macros[found[1]]

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
