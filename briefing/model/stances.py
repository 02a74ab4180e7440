"""What was found: stances, and how the two sides compare."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field

from briefing.model.choices import Act, Confirmation, Decision, Modality, Relation
from briefing.model.documents import Document, Span
from briefing.model.lexicon import Place, Side
from briefing.model.rules import Issue, Proposition, RuleSet
from briefing.model.statements import Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """What a desk decided about a stance, signed: by whom, why, and at which line of its review file.

    `was` holds each value that the desk changed, by its name, as the program had read it, and the rule that read it if
    that no longer vouches for the stance. Only a stance that was kept as it is may go without a reason.
    """

    decision: Decision
    by: str
    why: str | None
    place: Place
    was: tuple[tuple[str, str | int | None], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Stance:
    """One statement under one rule: who holds what on which issue, how strongly, and the words that prove it.

    `rule` is the id of the rule, or `<issue>.about` where no rule says more than the issue. `words` is the verb phrase
    for the page, `ask` what is asked of the other side, as a bare infinitive. `covers` is whole sentences. `carried`
    says that the words themselves name no issue and the sentence around or before them does. `edit` is what a desk
    decided about it, if one has.
    """

    statement: Statement
    side: str
    issue: str
    proposition: str | None
    position: int | None
    act: Act
    force: int
    modality: Modality
    via: str | None
    covers: Span
    evidence: tuple[Span, ...]
    rule: str
    place: Place
    words: str
    ask: str | None = None
    carried: bool = False
    edit: Edit | None = None
    id: str = ""

    @property
    def own(self) -> bool:
        """Whether the side's own voice carries it, rather than the other side's report."""
        return self.via is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something to know about the material; `document` and `span` where it stands, if anywhere."""

    code: str
    message: str
    document: Document | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One side on one issue: its stances, the leading one first; empty where it does not speak."""

    side: str
    stances: tuple[Stance, ...] = ()

    @property
    def lead(self) -> Stance | None:
        """The stance that speaks for the side here."""
        return self.stances[0] if self.stances else None

    @property
    def force(self) -> int | None:
        """The force of the leading stance, 1 to 5."""
        return self.lead.force if self.lead else None

    @property
    def told(self) -> bool:
        """Whether all that is known here comes from the other side."""
        return bool(self.stances) and not any(s.own for s in self.stances)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The two sides on one proposition. `records` hold each side's stances, the representative one first."""

    proposition: Proposition
    relation: Relation
    confirmed: Confirmation | None
    records: tuple[tuple[Stance, ...], tuple[Stance, ...]]

    @property
    def positions(self) -> tuple[int | None, int | None]:
        """The representative position of each side, None where it has none."""
        first, second = (r[0].position if r else None for r in self.records)
        return first, second


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One issue of the comparison. `confirmed` is set where the relation is claimed."""

    issue: Issue
    relation: Relation
    confirmed: Confirmation | None
    cells: tuple[Cell, Cell]
    answers: tuple[Answer, ...]
    summary: str


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
    findings: tuple[Finding, ...] = field(default=())
    review: Reviewed | None = None
