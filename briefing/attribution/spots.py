"""A reporting word where it stands, and the pieces of which proposals are made."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefing.attribution import grammar as g
from briefing.attribution.contents import content_end
from briefing.attribution.cues import Entry
from briefing.attribution.page import Page, Sentence
from briefing.attribution.subjects import Subject, group_start, phrase_start
from briefing.model import Span
from briefing.text import words

_AGENT_ENDS = words("that to as for in on during after when while who which over about at against")


@dataclass(frozen=True, slots=True)
class Spot:
    """A cue at words `first` to `last` of a sentence, what the lexicon says of it, and all forms of reporting verbs."""

    page: Page
    s: Sentence
    first: int
    last: int
    entry: Entry
    verbs: frozenset[str]
    group: int  # the first word of the verb group that the cue belongs to

    @property
    def cue(self) -> Span:
        """The cue's words."""
        return self.s.span_of(self.first, self.last + 1)

    def content(self, start: int, limit: int | None = None, *, clause: bool = False) -> Span | None:
        """Give the content that begins at word `start`, up to where the narrator returns."""
        stop = content_end(self.s, start, self.verbs, clause=clause)
        if limit is not None:
            stop = min(stop, limit)
        return self.page.trimmed(self.s.starts[start], self.s.stops[stop - 1]) if stop > start else None


def spots(page: Page, s: Sentence, i: int, entries: tuple[Entry, ...], verbs: frozenset[str]) -> Iterator[Spot]:
    """Give the readings of the word at `i` whose particles stand behind it, the longest first."""
    for entry in entries:
        last = _last_word(s, i, entry) if entry.tail else i
        if last is not None:
            yield Spot(page, s, i, last, entry, verbs, group_start(s, i))


def _last_word(s: Sentence, i: int, entry: Entry) -> int | None:
    """Give the last word of a cue that begins at word `i`; an adverb may stand before its particle."""
    n = len(entry.tail)
    if entry.tail[0] not in s.lower[i + 1 : i + 3]:
        return None
    if tuple(s.lower[i + 1 : i + 1 + n]) == entry.tail:
        return i + n
    if i + 1 < len(s) and (
        g.is_adverb(s.words[i + 1], s.lower[i + 1]) or s.lower[i + 1] in ("instead", "again", "also")
    ):
        return i + 1 + n if tuple(s.lower[i + 2 : i + 2 + n]) == entry.tail else None
    return None


def antecedent(s: Sentence, who: Subject | None) -> Span | None:
    """Give the noun phrase that "who" or "which" stands for."""
    if who is None or who.how != "relative":
        return None
    stop = who.first
    while stop > 0 and s.words[stop - 1] in (",", "(", "–", "—", "-"):
        stop -= 1
    start = phrase_start(s, stop) if stop else None
    return s.span_of(start, stop) if start is not None else None


def agent_end(s: Sentence, start: int) -> int:
    """Give the word behind the agent or origin that begins at word `start`: "by Alden", "from Ada Berg"."""
    x = start
    while x < len(s):
        lower = s.lower[x]
        if s.words[x] in ",.;:" or s.quoted[x] or lower in _AGENT_ENDS or lower in g.FINITE or lower in g.NEGATORS:
            break
        x += 1
    return x
