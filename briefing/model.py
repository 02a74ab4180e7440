"""Every value that flows through the program, in the order of its flow.

document → statements → stances → comparison → analysis; beside them the rule set that turns the one into the other.
All values are immutable; each keeps the one it came from. Offsets are Unicode code points into `Document.text`,
`stop` exclusive.
"""

from __future__ import annotations

import datetime
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from itertools import takewhile

# ── closed choices ──────────────────────────────────────────────────────────────────────────────────────────────────


class Genre(StrEnum):
    """What sort of text a document is."""

    NEWS = "news"
    READOUT = "readout"
    JOINT_STATEMENT = "joint_statement"
    TRANSCRIPT = "transcript"
    SPEECH = "speech"
    INTERVIEW = "interview"
    FACT_SHEET = "fact_sheet"


class Kind(StrEnum):
    """How a statement reaches us; the first three as in Pareti et al. 2013 (PARC)."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"
    OWN = "own"
    NARRATED = "narrated"
    JOINT = "joint"


class Act(StrEnum):
    """What is done with the words: PLOVER's verbal types and the WEIS distinctions that PLOVER merged."""

    STATE = "state"
    CONSULT = "consult"
    SUPPORT = "support"
    COMMIT = "commit"
    ASSURE = "assure"
    CONCEDE = "concede"
    REQUEST = "request"
    DEMAND = "demand"
    CONCERN = "concern"
    CRITICISE = "criticise"
    REJECT = "reject"
    WARN = "warn"


class Modality(StrEnum):
    """Whether a stance is asserted, or tied to a condition, or only imagined."""

    ASSERTED = "asserted"
    CONDITIONAL = "conditional"
    HYPOTHETICAL = "hypothetical"


class Authority(IntEnum):
    """Who speaks for a side, highest first; after the ladder of Miller and Swaine."""

    HEAD = 1
    MINISTER = 2
    OFFICIAL = 3
    MEDIA = 4


class Relation(StrEnum):
    """How the positions of the two sides stand to each other, in the order of the page."""

    DIVERGENT = "divergent"
    TALKING_PAST = "talking-past"
    PARTIAL = "partial"
    CONVERGENT = "convergent"
    CLAIMED = "claimed"
    SILENT = "silent"
    UNREPORTED = "unreported"
    NO_DOCUMENT = "no-document"


class Confirmation(StrEnum):
    """What the told side's own text does with what the other side tells of it."""

    DENIED = "denied"
    ABSENT = "absent"
    NOT_READ = "not-read"


class Status(StrEnum):
    """Where a rule stands in its life."""

    DRAFT = "draft"
    STABLE = "stable"
    DEPRECATED = "deprecated"


# ── documents ───────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a document's text, `start` inclusive, `stop` exclusive."""

    start: int
    stop: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.stop:
            raise ValueError(f"not a span: {self.start}–{self.stop}")

    def __len__(self) -> int:
        return self.stop - self.start

    def holds(self, other: Span) -> bool:
        """Whether the other span lies wholly inside this one."""
        return self.start <= other.start and other.stop <= self.stop

    def meets(self, other: Span) -> bool:
        """Whether the two spans share a character."""
        return self.start < other.stop and other.start < self.stop


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One text as read.

    `path` is the file's name alone; `sha256` is of the file's bytes; `inferred` names the metadata fields that were
    read off the text itself. `sentences` and `paragraphs` are ordered and never overlap; headlines, captions and list
    items are sentences of their own.
    """

    path: str
    text: str
    sha256: str
    sentences: tuple[Span, ...] = ()
    paragraphs: tuple[Span, ...] = ()
    id: str = ""
    title: str | None = None
    publisher: str | None = None
    date: datetime.date | None = None
    genre: Genre = Genre.NEWS
    side: str | None = None
    occasion: str | None = None
    url: str | None = None
    language: str | None = None
    inferred: tuple[str, ...] = ()

    def words(self, span: Span) -> str:
        """Give the document's own words at a span."""
        return self.text[span.start : span.stop]

    def line(self, offset: int) -> int:
        """Give the line of the text, from 1, that holds an offset."""
        return self.text.count("\n", 0, offset) + 1


# ── the lexicon: names and reporting words, from the rule files ─────────────────────────────────────────────────────


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
    person holds.
    """

    noun: str
    authority: Authority = Authority.MINISTER
    body: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CueClass:
    """Reporting words of one meaning. `verbs` are base forms ("call for"); `frames` what may follow them."""

    name: str
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    frames: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """The names and reporting words that attribution needs."""

    sides: tuple[Side, ...] = ()
    people: tuple[Person, ...] = ()
    bodies: tuple[Body, ...] = ()
    roles: tuple[Role, ...] = ()
    cues: tuple[CueClass, ...] = ()


# ── statements ──────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Who said what: one attribution found in a document.

    `span` is whole sentences, say-clause included; `content` the holder's words or what is reported of them, without
    the narrator's. `source` is the mention of the holder, `speaker` its resolved name; both are None where the text
    does not say. `side` is the holder's, None where unknown. `via` is the other side through which alone we know it.
    """

    document: Document
    span: Span
    kind: Kind
    side: str | None = None
    speaker: str | None = None
    authority: Authority = Authority.OFFICIAL
    source: Span | None = None
    cue: Span | None = None
    content: tuple[Span, ...] = ()
    addressee: str | None = None
    via: str | None = None
    channel: str | None = None
    headline: bool = False
    found_by: str = ""
    resolved_by: str | None = None
    id: str = ""

    @property
    def words(self) -> str:
        """The document's own words of the whole statement."""
        return self.document.words(self.span)

    @property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences the statement covers, in order."""
        every = self.document.sentences
        first = bisect_left(every, self.span.start, key=lambda s: s.start)
        return tuple(takewhile(self.span.holds, every[first : first + len(self.span)]))


# ── rules ───────────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True, kw_only=True)
class Patterns:
    """What must, may and must not be there; each a phrase of the pattern language, macros written out.

    `weak` phrases, of an issue's `about` alone, count where the sentence names no other issue.
    """

    any: tuple[str, ...] = ()
    all: tuple[str, ...] = ()
    none: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Expect:
    """What a rule test expects of the stance; None does not care."""

    side: str | None = None
    via: str | None = None
    position: int | None = None
    act: Act | None = None
    force: int | None = None
    issue: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One test sentence of a rule, with what surrounds it."""

    text: str
    side: str | None = None
    genre: Genre | None = None
    before: str | None = None
    expect: Expect | None = None
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposition:
    """A worded sentence that a side can affirm or reject. `in_text` is the same without capital and full stop."""

    id: str
    label: str
    text: str
    in_text: str
    issue: str
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """A wish for another issue in the sentences around."""

    issue: str
    sentences: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What a hit of its patterns means: an issue, perhaps a position on a proposition, and words for the page.

    `summary` is a third-person verb phrase, `ask` a bare infinitive. `sides`, `kinds`, `acts`, `via` and `addressee`
    limit where the rule holds; empty means anywhere. `negated` and `conditional` are the positions that a hit under a
    negator or a condition stands for; None drops such a hit.
    """

    id: str
    issue: str
    patterns: Patterns
    summary: str
    place: Place
    proposition: str | None = None
    position: int | None = None
    ask: str | None = None
    within: str = "sentence"
    negated: int | None = None
    conditional: int | None = None
    near: Near | None = None
    sides: tuple[str, ...] = ()
    kinds: tuple[Kind, ...] = ()
    acts: tuple[Act, ...] = ()
    via: tuple[str, ...] = ()
    addressee: tuple[str, ...] = ()
    match: tuple[Case, ...] = ()
    no_match: tuple[Case, ...] = ()
    status: Status = Status.STABLE
    related: tuple[str, ...] = ()
    note: str | None = None
    cites: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """A subject the sides speak to: `name` on the page, `in_text` inside a sentence, `short` in a narrow column."""

    id: str
    name: str
    in_text: str
    short: str
    about: Patterns
    propositions: tuple[Proposition, ...] = ()
    rules: tuple[Rule, ...] = ()
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class ActRule:
    """Words that mark an act: `any` verbs and phrases, `nouns` noun phrases."""

    act: Act
    any: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    match: tuple[Case, ...] = ()
    no_match: tuple[Case, ...] = ()
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class ForceRule:
    """Words of one rung of the ladder, perhaps of one side's language only; `cites` names the published source."""

    force: int
    any: tuple[str, ...] = ()
    sides: tuple[str, ...] = ()
    cites: str = ""
    match: tuple[Case, ...] = ()
    no_match: tuple[Case, ...] = ()
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleFile:
    """One file of the rules as read: its path below the folder of packs, and the hash of its bytes."""

    path: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleSet:
    """One pack with all that it extends, ready to use. `issues` stand in the order of the page."""

    id: str
    title: str
    version: str
    sides: tuple[str, ...]
    issues: tuple[Issue, ...]
    acts: tuple[ActRule, ...]
    forces: tuple[ForceRule, ...]
    phrases: Mapping[str, str]
    lexicon: Lexicon
    files: tuple[RuleFile, ...]
    sha256: str

    def side(self, id: str) -> Side:
        """Give a side by its id; an id without an entry names itself."""
        found = next((s for s in self.lexicon.sides if s.id == id), None)
        return found or Side(id=id, name=id, in_text=id, short=id)

    def issue(self, id: str) -> Issue:
        """Give an issue by its id."""
        return next(i for i in self.issues if i.id == id)

    def proposition(self, id: str) -> Proposition:
        """Give a proposition by its id."""
        return next(p for i in self.issues for p in i.propositions if p.id == id)


# ── stances and their comparison ────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True, kw_only=True)
class Stance:
    """One statement under one rule: who holds what on which issue, how strongly, and the words that prove it.

    `rule` is the id of the rule, or `<issue>.about` where no rule says more than the issue. `words` is the verb phrase
    for the page, `ask` what is asked of the other side, as a bare infinitive. `covers` is whole sentences. `carried`
    says that the words themselves name no issue and the sentence around or before them does.
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
