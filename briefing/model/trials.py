"""A rule tried on a sentence: what held, what did not, and what would have to change."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.model.documents import Span
from briefing.model.rules import Rule
from briefing.model.statements import Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """One thing a rule asks for: `name` is its key in the rule, `spans` the words that decided, in the document.

    `said` tells in words what was found; `advice`, where it does not hold, the smallest edit that would have made it.
    `parts` are the patterns that were found, each with its words.
    """

    name: str
    held: bool
    said: str
    spans: tuple[Span, ...] = ()
    advice: str | None = None
    parts: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """One rule on one sentence of a statement, or on a whole statement if the rule looks within it.

    `position` is what the hit stands for, if there is a hit; `outweighed_by` the rule with better evidence for another
    position on the same proposition.
    """

    rule: Rule
    statement: Statement
    sentence: Span
    conditions: tuple[Condition, ...]
    position: int | None = None
    outweighed_by: Rule | None = None

    @property
    def held(self) -> bool:
        """Whether the rule gives a stance here."""
        return all(c.held for c in self.conditions)
