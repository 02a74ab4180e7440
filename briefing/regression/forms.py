"""The results of a run in words. In: a `Report`. Out: text, Markdown, JSON, JUnit XML or GitHub annotations.

The JSON is `{"schema": "briefing.check/1", "counts": {VERDICT: N}, "left_over": [PATH], "cases": [{"name", "verdict",
"reasons": ["…"], "snapshot": PATH, "page": [{"old", "new"}], "changes": CHANGES|null, "message": "…"|null,
"problems": ["…"]}]}`; CHANGES is `briefing.changes/1`, see `briefing/changes/as_json.py`. Keys may be added, none is
removed or renamed within version 1.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

from briefing.changes import headline, sections, tree
from briefing.changes.as_markdown import escaped, fitted, table, tables
from briefing.changes.as_text import part
from briefing.errors import Problem, shown
from briefing.regression.github import github
from briefing.regression.junit import junit
from briefing.regression.run import Report
from briefing.regression.verdict import Line, Result, Verdict

SCHEMA = "briefing.check/1"
_NONE = "nothing"

_WORDS: Mapping[Verdict, str] = {
    Verdict.SAME: "the same",
    Verdict.EQUAL: "equal in meaning",
    Verdict.STANCES: "with other stances",
    Verdict.CELLS: "with other cells",
    Verdict.NEW: "never accepted",
    Verdict.FAILED: "not built",
}


# ── text ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def text(report: Report) -> str:
    """Say what became of each case, and what to do; what is the same takes a line."""
    lines = [line for result in report.results for line in (f"{result.case.name}: {said(result)}", *_moves(result))]
    lines += [f"{path}: belongs to no case; delete it" for path in report.left_over]
    return shown("\n".join([*lines, *([""] if lines and lines[-1] else []), f"{summary(report)}{_advice(report)}."]))


def said(result: Result) -> str:
    """Say in one line what became of a case."""
    because = f" (because {'; '.join(result.reasons)})" if result.reasons else ""
    if result.accepted:
        return "accepted" if result.verdict != Verdict.SAME else "the same as before"
    if result.verdict in (Verdict.SAME, Verdict.NEW):
        return {Verdict.SAME: "same", Verdict.NEW: "nothing was accepted yet"}[result.verdict]
    if result.verdict == Verdict.EQUAL:
        return f"equal in meaning, not in bytes{because or ', for no reason that is known'}"
    if result.changes is None:
        return result.message or ""
    words = "What page one says moves" if result.changes.empty else headline(result.changes)
    return f"{words}{because}."


def summary(report: Report) -> str:
    """Count the cases by verdict.

    >>> summary(Report(results=()))
    'No case'
    """
    accepted = sum(result.accepted for result in report.results)
    left = Counter(result.verdict for result in report.results if not result.accepted)
    counts = [f"{accepted} accepted"] if accepted else []
    counts += [f"{left[verdict]} {_WORDS[verdict]}" for verdict in Verdict if left[verdict]]
    n = len(report.results)
    return f"{n} case{'s' * (n != 1)}: {', '.join(counts)}" if n else "No case"


def _advice(report: Report) -> str:
    open_ = [r.case.name for r in report.results if not (r.verdict.passes or r.accepted or r.verdict == Verdict.FAILED)]
    if not open_:
        return ""
    names = "" if len(open_) == len(report.results) else "".join(f" {name}" for name in open_[:5])
    return f"; if that is right: briefing accept{names}"


def _moves(result: Result) -> Iterator[str]:
    for line in _body(result):
        yield f"  {line}" if line else ""


def _body(result: Result) -> Iterator[str]:
    for problem in result.problems:
        yield from problem.frame().splitlines()
    if result.changes is None or result.verdict.passes or result.accepted:
        return
    yield from part("Page one", [entry for _, entry in page_moves(result)])
    for title, entries in sections(result.changes):
        yield from part(title, [entry.words for entry in entries])
    yield ""


def chunks(result: Result) -> list[str]:
    """Give each change of a case as a text of its own, to be asked about one by one; a cell stands for its stance."""
    if result.changes is None:
        return []
    led = {stance.id for cell in result.changes.cells for stance in (cell.old, cell.new) if stance}
    found = [("Page one", words) for _, words in page_moves(result)]
    for title, entries in sections(result.changes):
        found += [(title, e.words) for e in entries if title != "Stances" or not (e.stance and e.stance.id in led)]
    return [shown(f"{title}: {words}") for title, words in found]


def page_moves(result: Result) -> list[tuple[Line, str]]:
    """Give the sentences of page one that are others, where no cell or relation says why they are."""
    changes = result.changes
    if changes is None or changes.cells or changes.relations:
        return []
    return [(line, f"{line.old or _NONE}\n    → {line.new or _NONE}") for line in result.page]


# ── Markdown ────────────────────────────────────────────────────────────────────────────────────────────────────────


def markdown(report: Report) -> str:
    """Write the results for a comment on a pull request or the summary of a job."""

    def render(rows: int) -> str:
        lines = [f"**{escaped(summary(report))}.**"]
        for result in report.results:
            if result.verdict != Verdict.SAME:
                lines += ["", f"## {escaped(result.case.name)}", "", escaped(said(result)), *_tables(result, rows)]
        return "\n".join([*lines, ""])

    return fitted(render)


def _tables(result: Result, rows: int) -> Iterator[str]:
    yield from table("Mistakes", ("Place", "What"), [_problem(p) for p in result.problems], rows)
    if result.changes is not None and not result.verdict.passes:
        pairs = [(line.old or _NONE, line.new or _NONE) for line, _ in page_moves(result)]
        yield from table("Page one", ("Before", "After"), pairs, rows)
        yield from tables(result.changes, rows)


def _problem(problem: Problem) -> Sequence[str]:
    return f"{problem.path}:{problem.line}", f"{problem.code} {problem.message}"


# ── JSON ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def as_json(report: Report) -> str:
    """Write the results for other programs."""
    data = {
        "schema": SCHEMA,
        "counts": {verdict.value: report.of(verdict) for verdict in Verdict},
        "left_over": [path.as_posix() for path in report.left_over],
        "cases": [_tree(result) for result in report.results],
    }
    return json.dumps(data, ensure_ascii=True, indent=1)


def _tree(result: Result) -> Mapping[str, object]:
    return {
        "name": result.case.name,
        "verdict": result.verdict.value,
        "reasons": list(result.reasons),
        "snapshot": result.case.snapshot.as_posix(),
        "page": [{"old": line.old, "new": line.new} for line in result.page],
        "changes": tree(result.changes) if result.changes else None,
        "message": result.message,
        "problems": [str(problem) for problem in result.problems],
    }


FORMS: Mapping[str, Callable[[Report], str]] = {
    "text": text,
    "json": as_json,
    "junit": junit,
    "github": github,
    "markdown": markdown,
}
