"""Who holds what a desk reads anew. In: a document, side and speaker. Out: through whom we know it, rank, id."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence

from briefing.model import Authority, Document, Genre, Person, RuleSet, Statement

DESK = "desk"  # the rule by which a desk's own readings go


def told_by(document: Document, side: str | None) -> str | None:
    """Name the side through whose own text alone we know of another's words."""
    other = document.side if document.genre != Genre.JOINT_STATEMENT else None
    return other if other != side else None


def authority_of(speaker: str | None, statement: Statement, ruleset: RuleSet) -> Authority:
    """Give the rank of a speaker whom the rule set knows by name, on the day of the text; else the statement's."""
    known = (p for p in ruleset.lexicon.people if p.side == statement.side and p.name == speaker)
    ranks = [rank for person in known for rank in _ranks(person, statement.document)]
    return min(ranks, default=statement.authority)


def _ranks(person: Person, document: Document) -> Iterator[Authority]:
    return (office.authority for office in person.offices if office.held(document.date))


def hashed(prefix: str, parts: Sequence[object]) -> str:
    """Give an id that depends on some values only."""
    text = json.dumps(parts, ensure_ascii=False)
    return prefix + hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]
