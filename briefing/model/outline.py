"""What a whole comparison shows beside its rows: weights, asks, deliverables, names, meetings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from briefing.model.documents import Document
from briefing.model.rules import Issue
from briefing.model.stances import Stance


@dataclass(frozen=True, slots=True, kw_only=True)
class Weight:
    """One side's emphasis on one issue: its sentences on it, their share of all its coded ones, its place in order."""

    issue: Issue
    side: str
    sentences: int
    share: float
    order: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """What one side asks of others, in the words of the rules, with all that carries it."""

    side: str
    words: str
    force: int
    stances: tuple[Stance, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Deliverable:
    """What both sides say in their own voice that they agreed or will do."""

    issue: Issue
    words: str
    stances: tuple[Stance, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NamingPair:
    """One matter to which the two sides give different names; `names` by side."""

    matter: str
    names: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """The own texts of both sides on one occasion."""

    occasion: str | None
    documents: tuple[Document, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """The two sides' texts as wholes. `overlap` is how alike they spread their words over issues, 0 to 100."""

    weights: tuple[Weight, ...] = ()
    overlap: float | None = None
    asks: tuple[Ask, ...] = ()
    deliverables: tuple[Deliverable, ...] = ()
    names: tuple[NamingPair, ...] = ()
    meetings: tuple[Meeting, ...] = ()
