"""What a rule set does to a pile of documents, in numbers: the values this room makes and writes out."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.model import Document, Issue, Place, Rule, RuleSet, Side, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """How far the rules reach. Each statement of a side is in one of the four groups that follow `of_a_side`."""

    statements: int
    of_a_side: int
    with_position: int
    with_rule: int  # a rule holds, but takes no position
    with_issue: int
    untouched: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleCount:
    """What one rule does.

    `hits` counts its stances. `alone` and `shared` count sentences of a side: read by no other rule of the issue, or
    by another one too. `won` and `lost` count clashes. It held in `held` of the `asked` statements of its sides.
    """

    rule: Rule
    hits: int
    documents: int
    alone: int
    shared: int
    won: int
    lost: int
    held: int
    asked: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """Two rules that took different positions on one proposition from the same words; `sentence` is the first."""

    winner: Rule
    loser: Rule
    times: int
    document: Document
    sentence: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class PatternCount:
    """One pattern that says what an issue is about, and in how many statements on the issue it was found."""

    issue: Issue
    pattern: str
    weak: bool
    statements: int
    documents: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Alarm:
    """A rule or pattern, by `name`, that holds in so many of the `asked` statements that it may say nothing."""

    name: str
    place: Place
    held: int
    asked: int
    documents: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SideCount:
    """What the rules of an issue can say of one side, and what they did.

    `affirms` and `rejects` count propositions. Of the side's statements, `spoken` are on the issue and `read` are read
    by a rule of it.
    """

    side: Side
    rules: int
    patterns: int
    affirms: int
    rejects: int
    spoken: int
    read: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Balance:
    """One issue, side against side, and the questions that the numbers raise."""

    issue: Issue
    sides: tuple[SideCount, SideCount]
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FrequentPhrase:
    """Words that come back in statements no rule read, as a pattern.

    `issues` are those of the statements, if any. `words` is the first place so spelled, within its `sentence`.
    """

    pattern: str
    statements: int
    documents: int
    issues: tuple[str, ...]
    document: Document
    sentence: Span
    words: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """All of it; rules and issues stand in the order of the rule set."""

    ruleset: RuleSet
    sides: tuple[Side, Side]
    documents: tuple[Document, ...]
    totals: Totals
    rules: tuple[RuleCount, ...]
    clashes: tuple[Clash, ...]
    alarms: tuple[Alarm, ...]
    patterns: tuple[PatternCount, ...]
    balances: tuple[Balance, ...]
    phrases: tuple[FrequentPhrase, ...]
