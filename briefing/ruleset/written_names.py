"""The files of names and reporting words as people write them: countries, people, cues.

In: nothing. Out: schema classes for `marked_yaml.read`; `lexicon` turns their instances into values.
"""

from typing import Annotated, ClassVar

from briefing.marked_yaml import Choice, Marked, key
from briefing.model import Authority
from briefing.ruleset.forms import a_day, a_side, an_id


class WrittenSide(Marked):
    """A state or body, and how texts name it."""

    noun: ClassVar[str] = "side"

    id: str = key("ISO 3166-1 alpha-3, or EU, NATO, UN, G7", default="", check=a_side)
    name: str = key("as printed", default="")
    in_text: str | None = key()
    short: str | None = key()
    aliases: tuple[str, ...] = key(default=())
    adjectives: tuple[str, ...] = key(default=())
    metonyms: tuple[str, ...] = key(default=())
    state: bool = key(default=True)


class WrittenCues(Marked):
    """Reporting words of one meaning."""

    name: str = key("what the words mean", default="", check=an_id, written="class")
    verbs: tuple[str, ...] = key(default=())
    nouns: tuple[str, ...] = key(default=())
    adjectives: tuple[str, ...] = key(default=())
    frames: tuple[str, ...] = key(default=())
    unless: tuple[str, ...] = key(default=())


class WrittenOffice(Marked):
    """An office with its dates."""

    noun: ClassVar[str] = "office"

    title: str = key("the office", default="")
    since: str | None = key(check=a_day, written="from")
    until: str | None = key(check=a_day, written="to")
    authority: Authority = key(default=Authority.MINISTER)
    cites: str = key("where the dates come from", default="")


class WrittenPerson(Marked):
    """Somebody who speaks for a side."""

    noun: ClassVar[str] = "person"

    name: str = key("the full name", default="")
    side: str = key("whom they speak for", default="", check=a_side)
    aliases: tuple[str, ...] = key(default=())
    family: str | None = key()
    pronoun: Annotated[str, Choice({w: w for w in ("he", "she", "they")})] | None = key()
    offices: tuple[WrittenOffice, ...] = key("what they were, and when", default=())


class WrittenBody(Marked):
    """A body that speaks for a side."""

    noun: ClassVar[str] = "body"

    name: str = key("the body's name", default="", written="body")
    side: str = key("whom it speaks for", default="", check=a_side)
    aliases: tuple[str, ...] = key(default=())
    authority: Authority = key(default=Authority.MINISTER)
    cites: str = key(default="")


class WrittenRole(Marked):
    """An office or body that every state has."""

    noun: ClassVar[str] = "role"

    role: str = key("the noun", default="")
    authority: Authority = key(default=Authority.MINISTER)
    body: bool = key(default=False)
    sides: tuple[str, ...] = key(default=(), check=a_side)
