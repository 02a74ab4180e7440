"""The results of a run as annotations of a change on GitHub. In: a `Report`. Out: problems at documents and snapshots.

Each thing that moves stands at the words that made it move, so that a reviewer sees it beside them.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from briefing.changes import Entry, sections
from briefing.diagnostics import diagnostics
from briefing.errors import Problem, Severity
from briefing.regression.run import Report
from briefing.regression.verdict import Result, Verdict

MOST = 10  # of one case; GitHub shows ten of a step
_SHOWN = ("Sides", "Cells", "Relations", "Propositions", "Sentences")


def github(report: Report) -> str:
    """Write the results as workflow commands."""
    found = [problem for result in report.results for problem in problems(result)]
    return diagnostics(found, "github")


def problems(result: Result) -> list[Problem]:
    """Give what is to be said of a case, each with a place in the repository."""
    if result.verdict == Verdict.FAILED:
        return [*result.problems] or [_at_case(result, result.message or "")]
    if result.verdict == Verdict.NEW:
        return [_at_case(result, "nothing was accepted yet; run briefing accept and commit the snapshot")]
    if result.verdict == Verdict.EQUAL:
        reasons = f": {'; '.join(result.reasons)}" if result.reasons else ""
        return [_at_case(result, f"equal in meaning, not in bytes{reasons}", Severity.WARNING)]
    return list(_moves(result))[:MOST]


def _moves(result: Result) -> Iterator[Problem]:
    if result.changes is None:
        return
    paths = _paths(result)
    listed = dict(sections(result.changes))
    titles = _SHOWN if any(listed[title] for title in _SHOWN) else ("Documents", "Stances")
    found = [entry for title in titles for entry in listed[title]]
    yield from (_at_words(result, entry, paths) for entry in found)
    if not found:
        yield from (_at_case(result, f"page one: {line.old} → {line.new}") for line in result.page)


def _at_words(result: Result, entry: Entry, paths: Mapping[str, str]) -> Problem:
    seen = entry.stance
    path = paths.get(seen.text.sha256) if seen else None
    if seen is None or path is None:
        return _at_case(result, entry.words)
    return Problem(path=path, line=seen.line or 1, code=result.case.name, message=entry.words)


def _at_case(result: Result, message: str, severity: Severity = Severity.ERROR) -> Problem:
    place = result.case.place
    return Problem(path=place.path, line=place.line, code=result.case.name, message=message, severity=severity)


def _paths(result: Result) -> Mapping[str, str]:
    """Give the documents' paths by the hash of what they hold."""
    changes = result.changes
    names = {text.sha256: text.path for text in changes.new.texts} if changes else {}
    real = {path.name: os.path.normpath(path) for path in result.case.documents}
    return {sha256: Path(real[name]).as_posix() for sha256, name in names.items() if name in real}
