"""The shipped reporting words with two invented states, for the tests of attribution."""

from __future__ import annotations

import datetime
from dataclasses import replace

from briefing.attribution import attribute
from briefing.model import Authority, Body, Document, Genre, Lexicon, Office, Person, Side, Statement
from briefing.ruleset import load
from briefing.text import paragraphs, sentences

SIDES = (
    Side(id="ALD", name="Alden", in_text="Alden", short="Alden", adjectives=("Aldenian",), metonyms=("Port Alden",)),
    Side(id="BOR", name="Borska", in_text="Borska", short="Borska", adjectives=("Borskan",), metonyms=("Borsk",)),
    Side(id="CRU", name="Crune", in_text="Crune", short="Crune", adjectives=("Crunian",)),
)
PEOPLE = (
    Person(
        name="Ada Berg",
        side="ALD",
        pronoun="she",
        offices=(Office(title="Foreign Minister", authority=Authority.MINISTER),),
    ),
    Person(name="Ivo Kral", side="BOR", pronoun="he", offices=(Office(title="President", authority=Authority.HEAD),)),
    Person(name="Lena Moss", side="ALD", pronoun="she", offices=(Office(title="President", authority=Authority.HEAD),)),
    Person(
        name="He Tolan",
        side="BOR",
        family="He",
        pronoun="he",
        offices=(Office(title="Vice Premier", authority=Authority.MINISTER),),
    ),
)
BODIES = (
    Body(name="Borsk Herald Agency", side="BOR", authority=Authority.MEDIA),
    Body(name="Aldenian State Office", side="ALD", aliases=("State Office",)),
)


def lexicon() -> Lexicon:
    """Give the lexicon of the invented states, built once a call of `load`, which remembers."""
    return replace(load().lexicon, sides=SIDES, people=PEOPLE, bodies=BODIES)


LEXICON = lexicon()


def document(text: str, genre: Genre = Genre.NEWS, **more: object) -> Document:
    """Read a text as a document of a day when everybody held office."""
    values: dict[str, object] = {"path": "text.txt", "sha256": "", "date": datetime.date(2030, 5, 1), "publisher": "P"}
    return Document(
        text=text,
        genre=genre,
        sentences=sentences(text),
        paragraphs=paragraphs(text),
        **(values | more),  # type: ignore[arg-type]  # the tests' own short form
    )


def found(text: str, genre: Genre = Genre.NEWS, **more: object) -> tuple[Statement, ...]:
    """Give the statements of a text."""
    return attribute(document(text, genre, **more), LEXICON)


def one(text: str, genre: Genre = Genre.NEWS, **more: object) -> Statement:
    """Give the only statement of a text."""
    (statement,) = found(text, genre, **more)
    return statement


def contents(statement: Statement) -> list[str]:
    """Give the words of a statement's content."""
    return [statement.document.words(c) for c in statement.content]


def words(statement: Statement, part: str) -> str | None:
    """Give the words of a statement's source or cue."""
    span = getattr(statement, part)
    return statement.document.words(span) if span else None
