"""Who can hold a position: a person, an office, a body, a state, or both sides together."""

from __future__ import annotations

from dataclasses import dataclass, field

from briefing.model import Authority


@dataclass(slots=True, eq=False)
class Figure:
    """A person as a document knows them; `pronoun` and `side` may be learnt on the way.

    `name` is None for a surname that several bear.
    """

    name: str | None
    side: str | None = None
    authority: Authority = Authority.OFFICIAL
    pronoun: str | None = None
    titles: set[str] = field(default_factory=set)
    official: bool = True
    placeable: bool = True  # whether the side that spoke last may be theirs if the text names none


@dataclass(frozen=True, slots=True)
class Holder:
    """Whom a source stands for, and which sieve told."""

    side: str | None
    speaker: str | None
    authority: Authority
    how: str
    figure: Figure | None = None
    plural: bool = False
    joint: bool = False
    noun: str = ""
