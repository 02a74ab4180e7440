"""Reporting clauses outside quotation marks: every reporting word proposes who said what."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.attribution import grammar as g
from briefing.attribution.after import content_after
from briefing.attribution.before import according_to, content_before, content_missing, inverted
from briefing.attribution.cues import Cues
from briefing.attribution.headlines import headline
from briefing.attribution.nouns import noun_content
from briefing.attribution.page import Page, Sentence
from briefing.attribution.proposal import Proposal
from briefing.attribution.spots import Spot, spots
from briefing.attribution.states import state_content
from briefing.attribution.verbhood import in_capitals, is_verb
from briefing.text import words

_FRONTED = words(
    "as when while after before although though since during monday tuesday wednesday thursday friday saturday sunday"
)


class ClauseFinder:
    """Finds reporting clauses with one lexicon."""

    def __init__(self, cues: Cues, without: frozenset[str] = frozenset()) -> None:
        """Take the reporting words, whose forms also bound noun phrases, and constructions to leave out."""
        self.cues = cues
        self.without = without
        self.verbs = frozenset(cues.verbs)
        self._first = self.verbs | cues.nouns.keys() | cues.adjectives.keys() | {"according"}

    def proposals(self, page: Page, s: Sentence) -> Iterator[Proposal]:
        """Give what each reporting word of a sentence proposes, in order."""
        found = self._all(page, s)
        return (p for p in found if p.construction.isdisjoint(self.without)) if self.without else found

    def _all(self, page: Page, s: Sentence) -> Iterator[Proposal]:
        yield from _first([headline(page, s)])
        for i, lower in [(i, w) for i, w in enumerate(s.lower) if w in self._first and not s.quoted[i]]:
            if lower == "according" and i + 2 < len(s) and s.lower[i + 1] == "to":
                yield from according_to(page, s, i)
                continue
            entries = self.cues.verbs.get(lower)
            verb = entries is not None and is_verb(s, i, entries, self.verbs)
            if entries and verb:
                yield from _first(map(_verb_content, spots(page, s, i, entries, self.verbs)))
            noun = self.cues.nouns.get(lower)
            if noun and not verb and (lower == s.words[i] or in_capitals(s)):
                yield from _first([noun_content(Spot(page, s, i, i, noun, self.verbs, i))])
            adjectives = self.cues.adjectives.get(lower)
            if adjectives:
                yield from _first(map(state_content, spots(page, s, i, adjectives, self.verbs)))


def _is_fronted(spot: Spot) -> bool:
    """Whether what stands before is a fronted clause or phrase: "As talks began, Berg said Alden …"."""
    s = spot.s
    comma = next((k for k in range(spot.first) if s.words[k] == ","), None)
    if comma is None:
        return False
    opens = s.lower[0] in g.OPENERS or s.lower[0].endswith("ing")
    return s.lower[0] in _FRONTED or (opens and not any(w in g.FINITE or w in g.PASTS for w in s.lower[:comma]))


def _first(made: Iterator[Proposal | None] | list[Proposal | None]) -> Iterator[Proposal]:
    """Give the first proposal that there is."""
    found = next((p for p in made if p), None)
    if found:
        yield found


def _verb_content(spot: Spot) -> Proposal | None:
    """Propose the content of a verb: behind it, before it, or before its holder."""
    before = "before" in spot.entry.frames
    found = content_before(spot) if before and inverted(spot) else None
    found = found or content_after(spot)
    fronted = _is_fronted(spot)
    if before and (found is None or (found.frame == "bare-clause" and not fronted)):
        found = content_before(spot) or found
    if found is None and "object" in spot.entry.frames:
        found = content_missing(spot)
    return found
