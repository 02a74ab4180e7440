"""Names and reporting words as written into those of `model`. In: the lists of one pack. Out: its `Lexicon`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from briefing.model import Body, CueClass, Lexicon, Office, Person, Role, Side
from briefing.ruleset.written_names import (
    WrittenBody,
    WrittenCues,
    WrittenOffice,
    WrittenPerson,
    WrittenRole,
    WrittenSide,
)


def lexicon(lists: Mapping[str, tuple[Any, ...]]) -> Lexicon:
    """Make the lexicon of a pack from its lists, by the kind of file they came from."""
    people = (*lists.get("people", ()), *lists.get("people-leaders.yaml", ()))
    return Lexicon(
        sides=tuple(_side(e) for e in lists.get("countries", ())),
        people=tuple(_person(e) for e in people if isinstance(e, WrittenPerson)),
        bodies=tuple(_body(e) for e in people if isinstance(e, WrittenBody)),
        roles=tuple(_role(e) for e in people if isinstance(e, WrittenRole)),
        cues=tuple(_cues(e) for e in lists.get("cues", ())),
    )


def _side(entry: WrittenSide) -> Side:
    return Side(
        id=entry.id,
        name=entry.name,
        in_text=entry.in_text or entry.name,
        short=entry.short or entry.name,
        aliases=entry.aliases,
        adjectives=entry.adjectives,
        metonyms=entry.metonyms,
        state=entry.state,
    )


def _person(entry: WrittenPerson) -> Person:
    return Person(
        name=entry.name,
        side=entry.side,
        aliases=entry.aliases,
        family=entry.family,
        pronoun=entry.pronoun,
        offices=tuple(_office(o) for o in entry.offices),
    )


def _office(entry: WrittenOffice) -> Office:
    return Office(title=entry.title, since=entry.since, until=entry.until, authority=entry.authority, cites=entry.cites)


def _body(entry: WrittenBody) -> Body:
    return Body(name=entry.name, side=entry.side, aliases=entry.aliases, authority=entry.authority, cites=entry.cites)


def _role(entry: WrittenRole) -> Role:
    return Role(noun=entry.role, authority=entry.authority, body=entry.body, sides=entry.sides)


def _cues(entry: WrittenCues) -> CueClass:
    return CueClass(
        name=entry.name,
        verbs=entry.verbs,
        nouns=entry.nouns,
        adjectives=entry.adjectives,
        frames=entry.frames,
        unless=entry.unless,
    )
