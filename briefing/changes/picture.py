"""A briefing as it is compared with another. In: an analysis file (`briefing.analysis/1`) as JSON. Out: `Picture`.

A file without the documents' texts, as a PDF carries it, gives a picture too; only its sentences are then unknown.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from briefing.changes.entries import entries, get, known, maybe
from briefing.errors import BriefingError

SCHEMA = "briefing.analysis/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenText:
    """A document of a briefing; `words` is its whole text, blanks folded, None where the file leaves it out."""

    id: str
    path: str
    sha256: str
    words: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenStance:
    """A stance of a briefing.

    `quote` is the words that prove it, `covered` the whole sentences, `start` and `stop` their place in the text; None
    where the briefing does not say. `desk` says what a desk's review did to it, by whom and why.
    """

    id: str
    text: SeenText
    side: str
    issue: str
    proposition: str | None
    position: int | None
    act: str
    force: int
    modality: str
    carried: bool
    via: str | None
    words: str
    rule: str
    quote: str
    start: int | None = None
    stop: int | None = None
    line: int | None = None
    covered: str | None = None
    desk: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenAnswer:
    """The two sides on one proposition."""

    proposition: str
    label: str
    relation: str
    confirmed: str | None
    positions: Mapping[str, int | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenIssue:
    """One issue that a side speaks to.

    `leads` holds the stance that speaks for each side, None where it is quiet; `summary` the sentence on both.
    """

    id: str
    relation: str
    confirmed: str | None
    leads: Mapping[str, SeenStance | None]
    answers: Mapping[str, SeenAnswer]
    summary: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """What a briefing shows.

    `names` are those of the issues and sides, the issues in the order of the page. `struck` gives for the id of each
    stance that a desk took out by whom that was done and why.
    """

    pack: str
    version: str
    rules_sha256: str
    sides: tuple[str, ...]
    names: Mapping[str, str]
    texts: tuple[SeenText, ...]
    stances: tuple[SeenStance, ...]
    issues: Mapping[str, SeenIssue]
    struck: Mapping[str, str] = field(default_factory=dict)


def picture(analysis: object) -> Picture:
    """Make the picture of an analysis file.

    Raises:
        BriefingError: the value is no analysis, or one of a form that this version cannot read.
    """
    schema = get(analysis, "schema", str)
    if schema != SCHEMA:
        raise BriefingError(f"this file is of the form '{schema}', not '{SCHEMA}'")
    texts = {text.id: text for text in map(_text, entries(analysis, "documents"))}
    whole = {get(d, "id", str): maybe(d, "text", str) for d in entries(analysis, "documents")}
    homes = {get(s, "id", str): get(s, "document", str) for s in entries(analysis, "statements")}
    stances = {
        stance.id: stance
        for entry in entries(analysis, "stances")
        for home in [known(homes, get(entry, "statement", str))]
        for stance in [_stance(entry, known(texts, home), whole[home])]
    }
    listed = entries(analysis, "issues")
    labels = {get(p, "id", str): get(p, "label", str) for i in listed for p in entries(i, "propositions")}
    ruleset = get(analysis, "ruleset", dict)
    review = maybe(analysis, "review", dict) or {"struck": []}
    sides = entries(analysis, "sides")
    return Picture(
        pack=get(ruleset, "id", str),
        version=get(ruleset, "version", str),
        rules_sha256=get(ruleset, "sha256", str),
        sides=tuple(get(side, "id", str) for side in sides),
        names={get(entry, "id", str): get(entry, "name", str) for entry in (*listed, *sides)},
        texts=tuple(texts.values()),
        stances=tuple(stances.values()),
        issues={i.id: i for i in (_issue(row, stances, labels) for row in entries(analysis, "comparison"))},
        struck={get(entry, "id", str): _desk(entry) or "" for entry in entries(review, "struck")},
    )


def _text(entry: object) -> SeenText:
    words = maybe(entry, "text", str)
    return SeenText(
        id=get(entry, "id", str),
        path=get(entry, "path", str),
        sha256=get(entry, "sha256", str),
        words=None if words is None else _folded(words),
    )


def _stance(entry: object, text: SeenText, whole: str | None) -> SeenStance:
    rule = get(entry, "rule", dict)
    covers = get(entry, "covers", dict)
    start, stop = get(covers, "start", int), get(covers, "stop", int)
    return SeenStance(
        id=get(entry, "id", str),
        text=text,
        side=get(entry, "side", str),
        issue=get(entry, "issue", str),
        proposition=maybe(entry, "proposition", str),
        position=maybe(entry, "position", int),
        act=get(entry, "act", str),
        force=get(entry, "force", int),
        modality=get(entry, "modality", str),
        carried=bool(maybe(entry, "carried", bool)),
        via=maybe(entry, "via", str),
        words=get(entry, "words", str),
        rule=get(rule, "id", str),
        quote=" … ".join(_folded(get(span, "text", str)) for span in entries(entry, "evidence")),
        start=start,
        stop=stop,
        line=maybe(entry, "line", int),
        covered=None if whole is None else _folded(whole[start:stop]),
        desk=_desk(entry),
    )


def _desk(entry: object) -> str | None:
    edit = maybe(entry, "edit", dict)
    if edit is None:
        return None
    why = maybe(edit, "why", str)
    return f"{get(edit, 'decision', str)} by {get(edit, 'by', str)}{f': {_folded(why)}' if why else ''}"


def _issue(row: object, stances: Mapping[str, SeenStance], labels: Mapping[str, str]) -> SeenIssue:
    cells = get(row, "cells", dict)
    return SeenIssue(
        id=get(row, "issue", str),
        relation=get(row, "relation", str),
        confirmed=maybe(row, "confirmed", str),
        leads={side: _lead(cell, stances) for side, cell in cells.items()},
        answers={a.proposition: a for a in (_answer(entry, labels) for entry in entries(row, "propositions"))},
        summary=maybe(row, "summary", str),
    )


def _lead(cell: object, stances: Mapping[str, SeenStance]) -> SeenStance | None:
    ids = entries(cell, "stances")
    return known(stances, str(ids[0])) if ids else None


def _answer(entry: object, labels: Mapping[str, str]) -> SeenAnswer:
    id = get(entry, "id", str)
    positions = get(entry, "positions", dict)
    return SeenAnswer(
        proposition=id,
        label=labels.get(id, id),
        relation=get(entry, "relation", str),
        confirmed=maybe(entry, "confirmed", str),
        positions={side: maybe(positions, side, int) for side in positions},
    )


def _folded(words: str) -> str:
    return " ".join(words.split())
