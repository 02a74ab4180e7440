"""A snapshot read back. In: its text. Out: `Snapshot`; mistakes are named with their line."""

from collections.abc import Mapping
from typing import Annotated, ClassVar

from briefing.changes.as_snapshot import ISSUE, NONE, SCHEMA, Snapshot
from briefing.changes.picture import Picture, SeenAnswer, SeenIssue, SeenStance, SeenText
from briefing.errors import RuleError
from briefing.marked_yaml import Choice, Marked, Source, key, read

_POSITIONS = Choice({"-2": -2, "-1": -1, "0": 0, "+1": 1, "+2": 2})


class _Text(Marked):
    """A document of a snapshot."""

    id: str = key("its number", default="")
    path: str = key("its file", default="")
    sha256: str = key("the hash of its bytes", default="")


class _Answer(Marked):
    """The two sides on one proposition."""

    id: str = key("the proposition", default="")
    label: str = key("its label", default="")
    result: str = key("the relation", default="")
    confirmed: str | None = key()
    positions: Mapping[str, str] = key("a position a side", default=None)


class _Issue(Marked):
    """One issue of a snapshot."""

    issue: str = key("its id", default="")
    name: str = key("its name", default="")
    result: str = key("the relation", default="")
    confirmed: str | None = key()
    says: str | None = key()
    leads: Mapping[str, str] = key("a stance a side", default=None)
    propositions: tuple[_Answer, ...] = key(default=())


class _Stance(Marked):
    """One stance of a snapshot."""

    id: str = key("its id", default="")
    side: str = key("the side", default="")
    issue: str = key("the issue", default="")
    proposition: str | None = key()
    position: Annotated[int, _POSITIONS] | None = key()
    act: str = key("the act", default="")
    force: int = key("the rung", default=1)
    modality: str = key("the modality", default="")
    carried: bool = key(default=False)
    via: str | None = key()
    says: str = key("the words for the page", default="")
    desk: str | None = key()
    rule: str = key("the rule", default="")
    document: str = key("the document", default="")
    row: int | None = key(written="line")
    quote: str | None = key()
    sentence: str | None = key()


class _Struck(Marked):
    """A stance that a desk took out."""

    id: str = key("its id", default="")
    desk: str = key("by whom, and why", default="")


class _Snapshot(Marked):
    """A snapshot file."""

    noun: ClassVar[str] = "snapshot"

    form: str = key("the form of the file", default="", written="schema")
    pack: str = key("the pack", default="")
    version: str = key("its version", default="")
    sides: Mapping[str, str] = key("the two sides", default=None)
    facts: Mapping[str, str] = key(default=None)
    documents: tuple[_Text, ...] = key("what was read", default=())
    page: tuple[str, ...] = key(default=())
    issues: tuple[_Issue, ...] = key("the comparison", default=())
    stances: tuple[_Stance, ...] = key("the stances", default=())
    struck: tuple[_Struck, ...] = key(default=())


def read_snapshot(text: str, path: str) -> Snapshot:
    """Read a snapshot back.

    Raises:
        RuleError: the text is no snapshot, or was edited or merged so that it is none any more.
    """
    source = Source(path, text)
    found: _Snapshot | None = read(source, _Snapshot)
    if found and not source.problems:
        _look(found)
    if found is None or source.problems:
        raise RuleError(source.problems)
    return Snapshot(picture=_picture(found), page=found.page, facts=found.facts or {})


def issues_in(text: str) -> tuple[str, ...]:
    """Give the issues of a snapshot that is known to be whole, without reading the rest of it."""
    return tuple(line.removeprefix(ISSUE) for line in text.splitlines() if line.startswith(ISSUE))


def _look(found: _Snapshot) -> None:
    """Report what refers to nothing."""
    if found.form != SCHEMA:
        found.wrong("P001", f"the snapshot is of the form '{found.form}', not '{SCHEMA}'", "schema")
    texts, stances = {t.id for t in found.documents}, {s.id for s in found.stances}
    for stance in found.stances:
        if stance.document not in texts:
            stance.wrong("P002", f"no document '{stance.document}' in this snapshot", "document")
    for issue in found.issues:
        for lead in (issue.leads or {}).values():
            if lead != NONE and lead not in stances:
                issue.wrong("P002", f"no stance '{lead}' in this snapshot", "leads", entry=lead)
        for answer in issue.propositions:
            for position in (answer.positions or {}).values():
                if position != NONE and position not in _POSITIONS.values:
                    answer.wrong("P002", f"'{position}' is no position", "positions", entry=position)


def _picture(found: _Snapshot) -> Picture:
    texts = {t.id: SeenText(id=t.id, path=t.path, sha256=t.sha256) for t in found.documents}
    stances = {s.id: _seen(s, texts[s.document]) for s in found.stances}
    return Picture(
        pack=found.pack,
        version=found.version,
        rules_sha256=(found.facts or {}).get("rules", ""),
        sides=tuple(found.sides or ()),
        names={**{i.issue: i.name for i in found.issues}, **(found.sides or {})},
        texts=tuple(texts.values()),
        stances=tuple(stances.values()),
        issues={i.issue: _seen_issue(i, stances) for i in found.issues},
        struck={s.id: s.desk for s in found.struck},
    )


def _seen(entry: _Stance, text: SeenText) -> SeenStance:
    return SeenStance(
        id=entry.id,
        text=text,
        side=entry.side,
        issue=entry.issue,
        proposition=entry.proposition,
        position=entry.position,
        act=entry.act,
        force=entry.force,
        modality=entry.modality,
        carried=entry.carried,
        via=entry.via,
        words=entry.says,
        rule=entry.rule,
        quote=entry.quote or "",
        line=entry.row,
        covered=entry.sentence,
        desk=entry.desk,
    )


def _seen_issue(entry: _Issue, stances: Mapping[str, SeenStance]) -> SeenIssue:
    return SeenIssue(
        id=entry.issue,
        relation=entry.result,
        confirmed=entry.confirmed,
        leads={side: stances.get(lead) for side, lead in (entry.leads or {}).items()},
        answers={a.id: _seen_answer(a) for a in entry.propositions},
        summary=entry.says,
    )


def _seen_answer(entry: _Answer) -> SeenAnswer:
    return SeenAnswer(
        proposition=entry.id,
        label=entry.label,
        relation=entry.result,
        confirmed=entry.confirmed,
        positions={side: _POSITIONS.values.get(value) for side, value in (entry.positions or {}).items()},
    )
