"""All that was found in one run: the value that the JSON file writes out and the pages show."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field

from briefing.model.documents import Document
from briefing.model.lexicon import Side
from briefing.model.outline import Outline
from briefing.model.rules import RuleSet
from briefing.model.stances import Finding, Row, Stance
from briefing.model.statements import Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class AsOf:
    """The day a briefing speaks of, and where it comes from: metadata, the text, or nowhere."""

    date: datetime.date | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewed:
    """What a desk's review file has done to an analysis.

    `total` counts the stances that feed the page as the program found them, and those that the desk added; `open` are
    the ids of those that nobody signed. `struck` are the stances taken out, each with its `edit`. `stale` counts edits
    that the file itself sets aside, because they did not hold any more.
    """

    path: str
    sha256: str
    total: int
    open: tuple[str, ...]
    struck: tuple[Stance, ...]
    stale: int

    @property
    def signed(self) -> int:
        """How many stances were reviewed."""
        return self.total - len(self.open)


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """All that was found, before any page: the value that the JSON file writes out."""

    as_of: AsOf
    ruleset: RuleSet
    sides: tuple[Side, Side]
    documents: tuple[Document, ...]
    statements: tuple[Statement, ...]
    stances: tuple[Stance, ...]
    rows: tuple[Row, ...]
    outline: Outline = field(default_factory=Outline)
    findings: tuple[Finding, ...] = ()
    review: Reviewed | None = None
