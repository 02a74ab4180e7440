"""What a review is held against. In: what the program found, before any review. Out: answers about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from briefing.model import Document, RuleSet, Side, Span, Stance, Statement
from briefing.review.words import folded


@dataclass(frozen=True, kw_only=True)
class Ground:
    """What the program found; `sides` are the two compared."""

    documents: tuple[Document, ...]
    statements: tuple[Statement, ...]
    stances: tuple[Stance, ...]
    sides: tuple[Side, Side]
    ruleset: RuleSet

    @cached_property
    def by_id(self) -> dict[str, Stance]:
        """The stances by their ids."""
        return {stance.id: stance for stance in self.stances}

    @cached_property
    def shown(self) -> tuple[Stance, ...]:
        """The stances that feed the page: those of the two sides, but for headlines, which speak for nobody."""
        pair = {side.id for side in self.sides}
        return tuple(s for s in self.stances if s.side in pair and not s.statement.headline)

    def named(self, name: str) -> tuple[Document, ...]:
        """Give the documents of an id, or of a file's name, with or without its folder."""
        last = name.replace("\\", "/").rpartition("/")[2]
        return tuple(d for d in self.documents if name == d.id or last == d.path)


def quote_of(stance: Stance) -> str:
    """Give the words that prove a stance, in one line."""
    return " … ".join(folded(stance.statement.document.words(span)) for span in stance.evidence)


def context_of(stance: Stance) -> str:
    """Give the sentences a stance holds for, in one line."""
    return folded(stance.statement.document.words(stance.covers))


def place_of(document: Document, span: Span) -> str:
    """Name the line of a file at which a span begins."""
    return f"{document.path}:{document.line(span.start)}"


def place_of_stance(stance: Stance) -> str:
    """Name the line at which the words that prove a stance begin."""
    return place_of(stance.statement.document, min(stance.evidence, default=stance.covers))


def sentences(documents: Iterable[Document]) -> Iterable[tuple[str, str]]:
    """Give every sentence with its place."""
    return ((folded(d.words(s)), place_of(d, s)) for d in documents for s in d.sentences)
