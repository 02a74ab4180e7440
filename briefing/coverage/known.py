"""Which words of a text say nothing new. In: a rule set; out: for any words, where names and known words stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from briefing.model import Person, RuleSet, Span
from briefing.phrases import PatternError, Phrases, parse

_BEFORE = re.compile(r"(?:\b[A-Z][\w.’'-]*\s+)+$")  # "National Security Advisor" before a name


class Known:
    """The names of people, those of states, bodies and offices, and what issues are about."""

    def __init__(self, ruleset: RuleSet, speakers: Iterable[str] = ()) -> None:
        lexicon = ruleset.lexicon
        people = {n for p in lexicon.people for n in _names(p)} | {n for n in speakers if " " in n}
        states = {
            n for s in lexicon.sides for n in (s.name, s.in_text, s.short, *s.aliases, *s.adjectives, *s.metonyms)
        }
        bodies = {n for b in lexicon.bodies for n in (b.name, *b.aliases)}
        offices = {o.title for p in lexicon.people for o in p.offices} | {r.noun for r in lexicon.roles}
        self._people = Phrases(sorted(filter(_readable, people)))
        self._others = Phrases(sorted(filter(_readable, states | bodies | offices)))
        self._about = Phrases([p for i in ruleset.issues for p in (*i.about.any, *i.about.weak)])

    def people(self, words: str) -> list[Span]:
        """Give the names of people, titles in front included. "Rice" is one, "rice" is not."""
        hits = [h for h in self._people.find(words) if words[h.start].isupper()]
        return [Span(_begin(words, h.start), h.stop) for h in hits]

    def others(self, words: str) -> list[Span]:
        """Give the names of states, bodies and offices."""
        return [Span(h.start, h.stop) for h in self._others.find(words)]

    def about(self, words: str) -> list[Span]:
        """Give the words that an `about` finds."""
        return [Span(h.start, h.stop) for h in self._about.find(words)]


def _names(person: Person) -> Iterator[str]:
    yield from (person.name, *person.aliases)
    yield person.family or person.name.split()[-1]


def _begin(words: str, start: int) -> int:
    title = _BEFORE.search(words, max(0, start - 80), start)
    return title.start() if title else start


def _readable(name: str) -> bool:
    try:
        parse(name)
    except PatternError:  # names are no patterns: "G. (Bob) Hale" holds marks of the language
        return False
    return True
