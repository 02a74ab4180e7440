"""What a case says now beside what was accepted. In: two snapshots. Out: a `Result`, the cheapest verdict first."""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from briefing.cases import Case
from briefing.changes import Changes, Picture, Snapshot, What, compare, issues_in, picture, read_snapshot
from briefing.errors import Problem, RuleError
from briefing.regression.build import Built


class Verdict(StrEnum):
    """How a case stands to its accepted snapshot, the least change first."""

    SAME = "same"  # byte for byte
    EQUAL = "equal"  # in meaning: bytes differ, nothing that the briefing says
    STANCES = "stances"
    CELLS = "cells"  # or relations, or what page one says
    NEW = "new"  # nothing was accepted yet
    FAILED = "failed"  # it cannot be built, or its snapshot cannot be read

    @property
    def passes(self) -> bool:
        """Whether the briefing says what was accepted."""
        return self in (Verdict.SAME, Verdict.EQUAL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A sentence of page one that is another; None where there was or is none."""

    old: str | None
    new: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """One case: its verdict, what it follows from that is another, and all that moves.

    `issues` are those of the briefing as it is now; `message` says why it failed, `accepted` whether what it says now
    was accepted since.
    """

    case: Case
    verdict: Verdict
    issues: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    changes: Changes | None = None
    page: tuple[Line, ...] = ()
    message: str | None = None
    problems: tuple[Problem, ...] = ()
    accepted: bool = False


def judge(case: Case, built: Built, accepted: str | None) -> Result:
    """Compare what a case says now with its accepted snapshot, None where there is none."""
    issues = issues_in(built.snapshot)
    if accepted is None:
        return Result(case=case, verdict=Verdict.NEW, issues=issues)
    if accepted == built.snapshot:
        return Result(case=case, verdict=Verdict.SAME, issues=issues)
    try:
        old = read_snapshot(accepted, str(case.snapshot))
    except RuleError as error:
        message = f"{case.snapshot}: this snapshot cannot be read; accept the briefing anew"
        return Result(case=case, verdict=Verdict.FAILED, message=message, problems=error.problems)
    new = read_snapshot(built.snapshot, case.name)
    changes = compare(old.picture, _placed(built, new))
    page = tuple(_page(old.page, new.page))
    return Result(
        case=case,
        verdict=_verdict(changes, page),
        issues=issues,
        reasons=tuple(_reasons(old, new, changes)),
        changes=changes,
        page=page,
    )


def _placed(built: Built, new: Snapshot) -> Picture:
    """Give the picture with the texts of the documents, in which sentences that are gone can be told."""
    return replace(picture(json.loads(built.analysis)), rules_sha256=new.picture.rules_sha256)


def _verdict(changes: Changes, page: Sequence[Line]) -> Verdict:
    sides = changes.old.sides != changes.new.sides
    if changes.cells or changes.relations or changes.sentences or sides or page:
        return Verdict.CELLS
    other = any(text.what != What.CHANGED for text in changes.texts)
    return Verdict.STANCES if changes.stances or changes.answers or other else Verdict.EQUAL


def _page(old: Sequence[str], new: Sequence[str]) -> Iterator[Line]:
    """Pair the sentences of page one that differ."""
    for what, i, j, k, m in difflib.SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes():
        for n in range(max(j - i, m - k)) if what != "equal" else ():
            yield Line(old=old[i + n] if i + n < j else None, new=new[k + n] if k + n < m else None)


# ── what it follows from ────────────────────────────────────────────────────────────────────────────────────────────

_NAMES = {
    "rules": "the rules changed",
    "review": "the review changed",
    "program": "the program changed",
    "fonts": "the fonts changed",
    "settings": "the case is set up in another way",
}


def _reasons(old: Snapshot, new: Snapshot, changes: Changes) -> Iterator[str]:
    """Name what the briefing follows from that is another; page and lines follow from these."""
    yield from (f"{text.path} was edited" for text in changes.texts if text.what == What.CHANGED)
    for name, words in _NAMES.items():
        if old.facts.get(name) != new.facts.get(name):
            yield words + _versions(name, old.facts, new.facts)
    before, after = (_parts(snapshot.facts.get("libraries", "")) for snapshot in (old, new))
    for name in dict.fromkeys((*before, *after)):
        if before.get(name) != after.get(name):
            yield f"{name} {before.get(name, 'none')} → {after.get(name, 'none')}"


def _versions(name: str, old: Mapping[str, str], new: Mapping[str, str]) -> str:
    before, after = (facts.get(name, "").partition(" ")[0] for facts in (old, new))
    return f", {before} → {after}" if name == "program" and before != after else ""


def _parts(libraries: str) -> Mapping[str, str]:
    pairs = (part.rpartition(" ") for part in libraries.split(", ") if part)
    return {name: version for name, _, version in pairs}
