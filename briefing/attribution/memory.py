"""What has been resolved so far in a document: the ground of all sieves."""

from __future__ import annotations

import itertools
from abc import ABC, abstractmethod
from collections.abc import Iterable

from briefing.attribution.discourse import Discourse
from briefing.attribution.holders import Figure, Holder
from briefing.attribution.names import Mention
from briefing.attribution.page import Page, Sentence
from briefing.attribution.subjects import Subject, main_subject
from briefing.model import Body, Person, Side, Span
from briefing.text import words

_CONCERNING = words("with to on against about over toward towards between")
_RECENT = 8  # sentences for which a side is the one that spoke last


class Memory(ABC):
    """The holders of a document in the order of its text."""

    def __init__(self, page: Page, discourse: Discourse, verbs: frozenset[str]) -> None:
        """Take a document, what it tells about people and sides, and the forms of reporting verbs."""
        self.page = page
        self.discourse = discourse
        self.verbs = verbs
        self.told: list[tuple[int, Holder]] = []  # sentence and holder of what has been resolved so far
        self._told_in: dict[int, list[Holder]] = {}
        self.teller: str | None = None  # the side whose words are being read: one of "the two sides"
        self.own: str | None = None  # the side whose own text is read
        self.floor: Figure | None = None  # who has the word, and calls themselves "I": never "he" or "she"
        self.paired = False  # whether "they" without a group before are the two sides: in readouts
        self._capital_words: dict[int, list[tuple[int, str]]] = {}
        self._subjects: dict[int, tuple[Holder, ...]] = {}

    def side_within(self, s: Sentence, span: Span) -> str | None:
        """Give the first side that the words of a span name."""
        first, last = s.at(span.start), s.at(span.stop)
        found = (side_of(m) for m in self.discourse.mentions[s.number] if first <= m.first < last)
        return next((x for x in found if x), None)

    @abstractmethod
    def resolve(self, s: Sentence, first: int, last: int) -> tuple[Holder, ...]:
        """Give those whom a phrase stands for; the last floor of sieves does it."""

    @abstractmethod
    def pronoun(self, s: Sentence, at: int, pronoun: str) -> tuple[Holder, ...]:
        """Give those whom a pronoun stands for; the last floor of sieves does it."""

    def remember(self, sentence: int, holders: Iterable[Holder]) -> None:
        """Keep the holders of a statement for the pronouns that follow."""
        kept = [h for h in holders if h.how != "pronoun" or h.figure or h.side]
        self.told.extend((sentence, h) for h in kept)
        self._told_in.setdefault(sentence, []).extend(kept)

    def told_in(self, sentence: int) -> list[Holder]:
        """Give the holders of a sentence's statements so far, in the order of the text."""
        return self._told_in.get(sentence, [])

    def main_holders(self, s: Sentence) -> tuple[Holder, ...]:
        """Give whom the subject of a sentence's main clause stands for."""
        if s.number not in self._subjects:
            self._subjects[s.number] = ()
            who = main_subject(s, len(s), self.verbs)
            if who and not s.quoted[who.first] and not self._is_about(s, who):
                self._subjects[s.number] = self.resolve(s, who.first, who.last)
        return self._subjects[s.number]

    def _is_about(self, s: Sentence, who: Subject) -> bool:
        """Whether a subject is a thing that only concerns those it names: "talks with Borska’s envoy"."""
        names = [m.first for m in self.discourse.mentions[s.number] if who.first <= m.first < who.last]
        return bool(names) and any(w in _CONCERNING for w in s.lower[who.first : names[0]])

    def side_here(self, s: Sentence, before: int) -> str | None:
        """Give the side of the sentence's own subject, if it stands before a word."""
        who = main_subject(s, before, self.verbs) if before > 2 else None
        if who is None or who.last > before or s.quoted[who.first]:
            return None
        if self._is_about(s, who):
            return None
        found = [side_of(m) for m in self.discourse.mentions[s.number] if who.first <= m.first < who.last]
        return next((x for x in found if x), None)

    def last_side(self, s: Sentence) -> str | None:
        """Give the side that spoke last, or that the sentence before names as its subject."""
        for back in range(1, 3):
            if s.number - back >= 0:
                for h in self.main_holders(self.page.sentences[s.number - back]):
                    if h.side:
                        return h.side
        recent = itertools.takewhile(lambda told: s.number - told[0] <= _RECENT, reversed(self.told))
        return next((h.side for _, h in recent if h.side), None)


def side_of(m: Mention) -> str | None:
    """Give the side that a name belongs to."""
    named = m.named[0]
    if isinstance(named, Side):
        return named.id
    return named.side if isinstance(named, (Person, Body)) else None
