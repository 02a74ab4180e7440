"""What words mean: issues, propositions, rules with their tests, acts and force."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from briefing.model.choices import Act, Genre, Kind, Status
from briefing.model.lexicon import Lexicon, Place, Side


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
    limit where the rule holds; empty means anywhere. `of` are the sides
    whose doings the words must be about. `negated` and `conditional` are the positions that a hit under a
    negator or a condition stands for; None drops such a hit. `match` and `no_match` are its tests, those under `todo_`
    the ones that do not hold yet.
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
    of: tuple[str, ...] = ()
    match: tuple[Case, ...] = ()
    no_match: tuple[Case, ...] = ()
    todo_match: tuple[Case, ...] = ()
    todo_no_match: tuple[Case, ...] = ()
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
    todo_match: tuple[Case, ...] = ()
    todo_no_match: tuple[Case, ...] = ()
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
    todo_match: tuple[Case, ...] = ()
    todo_no_match: tuple[Case, ...] = ()
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """The name that one side gives a matter which the other calls by another; `any` are the words to look for."""

    matter: str
    side: str
    name: str
    any: tuple[str, ...] = ()
    cites: str = ""
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
    namings: tuple[Naming, ...] = ()

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
