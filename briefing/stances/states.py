"""The states that words name, to tell whose doings they are about. In: a text and a hit in it. Out: sides."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from briefing.model import Side, Span

_BREAK = re.compile(r"[,;:.!?()–—]|\b(?:that|which|who|while|but|because)\b", re.IGNORECASE)
_BEFORE, _BEHIND = 4, 5  # words around a hit in which a state is named as the one it is about


class States:
    """The names of all states, ready to be looked for."""

    def __init__(self, sides: Iterable[Side]) -> None:
        known = tuple(sides)
        self._ids = {n: s.id for s in known for n in (s.name, s.short, *s.aliases, *s.adjectives)}
        self._seats = {n: s.id for s in known for n in s.metonyms}
        names = "|".join(map(re.escape, sorted(self._ids, key=len, reverse=True)))
        self._names = re.compile(rf"(?=[A-Z])\b(?:{names})\b" if names else r"(?!)")

    def are_others(self, text: str, hit: Span, speaker: str | None, wanted: Sequence[str]) -> bool:
        """Whether the words of a hit and close around it name states, but none of those wanted.

        Args:
            text: a sentence.
            hit: words of it.
            speaker: the side whose words they are; its own name tells nothing.
            wanted: ids of sides.
        """
        named = {self._ids[m[0]] for m in self._names.finditer(_around(text, hit))} - {speaker}
        return bool(named) and named.isdisjoint(wanted)

    def is_name(self, words: str, sides: Sequence[str | None]) -> bool:
        """Whether words are nothing but a name of one of these sides, or of its seat."""
        return self._ids.get(words, self._seats.get(words, "")) in sides


def _around(text: str, hit: Span) -> str:
    """Give the hit with the words of its clause close to it."""
    before = _BREAK.split(text[: hit.start])[-1].split(" ")[-_BEFORE - 1 :]
    behind = _BREAK.split(text[hit.stop :])[0].split(" ")[: _BEHIND + 1]
    return " ".join(before) + text[hit.start : hit.stop] + " ".join(behind)
