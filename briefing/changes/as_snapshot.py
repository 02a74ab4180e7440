"""A briefing as a snapshot, which people and git can read. In: a picture. Out: YAML, a line for each thing said.

An edit of one stance changes its own lines and no others; so places are lines of files, not offsets, which every word
before them would move.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from briefing.changes.picture import Picture, SeenAnswer, SeenIssue, SeenStance
from briefing.marked_yaml import in_yaml

SCHEMA = "briefing.snapshot/1"
_HEAD = "# What a briefing shows, as it was accepted; written by briefing accept, not by hand.\n"
NONE = "none"
ISSUE = "  - issue: "  # begins the lines of an issue


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """A briefing as it was accepted: its picture, what page one says, and facts by name, such as hashes."""

    picture: Picture
    page: tuple[str, ...]
    facts: Mapping[str, str]


def written(snapshot: Snapshot) -> str:
    """Write a snapshot."""
    picture, facts = snapshot.picture, snapshot.facts
    lines = [f"schema: {SCHEMA}", f"pack: {in_yaml(picture.pack)}", f"version: {in_yaml(picture.version)}"]
    lines += [f"sides: {{{', '.join(f'{id}: {in_yaml(picture.names[id], flow=True)}' for id in picture.sides)}}}"]
    lines += ["facts:", *(f"  {name}: {in_yaml(value)}" for name, value in facts.items())] if facts else []
    lines += _list("documents", _documents(picture))
    lines += _list("page", (f"  - {in_yaml(line)}" for line in snapshot.page))
    lines += _list("issues", (line for issue in picture.issues.values() for line in _issue(issue, picture)))
    lines += _list("stances", (line for stance in picture.stances for line in _stance(stance)))
    struck = [line for id, desk in picture.struck.items() for line in (f"  - id: {id}", f"    desk: {in_yaml(desk)}")]
    lines += _list("struck", struck) if struck else []
    return _HEAD + "\n".join(lines) + "\n"


def _list(name: str, lines: Iterable[str]) -> list[str]:
    entries = list(lines)
    return [f"{name}:", *entries] if entries else [f"{name}: []"]


def _documents(picture: Picture) -> Iterator[str]:
    for text in picture.texts:
        yield f"  - {{id: {text.id}, path: {in_yaml(text.path, flow=True)}, sha256: {in_yaml(text.sha256, flow=True)}}}"


def _issue(issue: SeenIssue, picture: Picture) -> Iterator[str]:
    yield f"{ISSUE}{issue.id}"
    yield f"    name: {in_yaml(picture.names.get(issue.id, issue.id))}"
    yield f"    result: {issue.relation}"
    if issue.confirmed:
        yield f"    confirmed: {in_yaml(issue.confirmed)}"
    if issue.summary:
        yield f"    says: {in_yaml(issue.summary)}"
    leads = ", ".join(f"{side}: {lead.id if lead else NONE}" for side, lead in issue.leads.items())
    yield f"    leads: {{{leads}}}"
    if issue.answers:
        yield "    propositions:"
        yield from (_answer(answer) for answer in issue.answers.values())


def _answer(answer: SeenAnswer) -> str:
    positions = ", ".join(f'{side}: "{_signed(value)}"' for side, value in answer.positions.items())
    confirmed = f", confirmed: {in_yaml(answer.confirmed, flow=True)}" if answer.confirmed else ""
    named = f"id: {answer.proposition}, label: {in_yaml(answer.label, flow=True)}"
    return f"      - {{{named}, result: {answer.relation}{confirmed}, positions: {{{positions}}}}}"


def _signed(value: int | None) -> str:
    return NONE if value is None else f"{value:+d}" if value else "0"


def _stance(stance: SeenStance) -> Iterator[str]:
    yield f"  - id: {stance.id}"
    yield f"    side: {stance.side}"
    yield f"    issue: {stance.issue}"
    if stance.proposition and stance.position is not None:
        yield f"    proposition: {stance.proposition}"
        yield f'    position: "{_signed(stance.position)}"'
    yield f"    act: {stance.act}"
    yield f"    force: {stance.force}"
    yield f"    modality: {stance.modality}"
    if stance.carried:
        yield "    carried: yes"
    if stance.via:
        yield f"    via: {stance.via}"
    yield f"    says: {in_yaml(stance.words)}"
    if stance.desk:
        yield f"    desk: {in_yaml(stance.desk)}"
    yield f"    rule: {stance.rule}"
    yield f"    document: {stance.text.id}"
    if stance.line:
        yield f"    line: {stance.line}"
    yield f"    quote: {in_yaml(stance.quote)}"
    if stance.covered is not None:
        yield f"    sentence: {in_yaml(stance.covered)}"
