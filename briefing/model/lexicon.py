"""Names and reporting words, from the rule files."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from briefing.model.choices import Authority


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Place:
    """Where in the rule files something stands; `line` and `column` from 1."""

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return f"{self.path}:{self.line}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """A state or body that holds positions, and how texts name it.

    `id` is ISO 3166-1 alpha-3 or EU, NATO, UN, G7. `name` stands alone on the page, `in_text` inside a sentence,
    `short` in a narrow column. `aliases` are other names, `adjectives` and `people` its nationality words, `metonyms`
    capitals and seats that stand for it.
    """

    id: str
    name: str
    in_text: str
    short: str
    aliases: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    state: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """An office somebody held. `since` and `until` are ISO dates, perhaps cut to year or month; None is open."""

    title: str
    since: str | None = None
    until: str | None = None
    authority: Authority = Authority.MINISTER
    cites: str = ""

    def held(self, on: datetime.date | None) -> bool:
        """Whether the office was held on a day; without a day every office counts."""
        if on is None:
            return True
        day = on.isoformat()
        after = self.since is None or day[: len(self.since)] >= self.since
        before = self.until is None or day[: len(self.until)] <= self.until
        return after and before


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody who speaks for a side. `name` is the full name as printed; `aliases` are other full or short names.

    `family` is the family name where it is not the last word of `name` ("Wang" for Wang Yi). `pronoun` is he, she,
    they or None where it is not known.
    """

    name: str
    side: str
    aliases: tuple[str, ...] = ()
    family: str | None = None
    pronoun: str | None = None
    offices: tuple[Office, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A ministry, party, mission, press office or state medium that speaks for a side by its own name.

    `aliases` are other phrases that name it by themselves ("the White House", "State Department").
    """

    name: str
    side: str
    aliases: tuple[str, ...] = ()
    authority: Authority = Authority.MINISTER
    cites: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """An office or body that every state has, named beside a side: "foreign ministry", "president", "officials".

    `noun` is the phrase in the singular or as used; `body` tells a ministry, army or group from an office that one
    person holds. Where `sides` names some, the phrase without a state means none but theirs: "the Secretary".
    """

    noun: str
    authority: Authority = Authority.MINISTER
    body: bool = False
    sides: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CueClass:
    """Reporting words of one meaning. `verbs` are base forms ("call for"); `frames` what may follow them.

    `unless` are things of which the verbs say nothing: to raise money.
    """

    name: str
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    frames: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """The names and reporting words that attribution needs."""

    sides: tuple[Side, ...] = ()
    people: tuple[Person, ...] = ()
    bodies: tuple[Body, ...] = ()
    roles: tuple[Role, ...] = ()
    cues: tuple[CueClass, ...] = ()
