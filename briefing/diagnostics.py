"""Problems as people and machines read them. In: problems. Out: text for a terminal, JSON, or GitHub annotations."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict

from briefing.errors import Problem, Severity, shown

SCHEMA = "briefing.problems/1"


def diagnostics(problems: Sequence[Problem], form: str, counts: Mapping[str, int] | None = None) -> str:
    """Write problems in one of the `FORMS`: nothing where there are none, but JSON is always a whole object.

    JSON also holds the counts, if they are given.
    """
    return _json(problems, counts) if form == "json" else FORMS[form](problems)


def count(problems: Sequence[Problem]) -> str:
    """Count problems in words.

    >>> count(()), count((Problem(path="a.yaml"), Problem(path="b.yaml", severity=Severity.WARNING)))
    ('no problem', '1 error, 1 warning')
    """
    counted = ((s, sum(p.severity == s for p in problems)) for s in Severity)
    return ", ".join(f"{n} {s}{'s' * (n > 1)}" for s, n in counted if n) or "no problem"


def _text(problems: Sequence[Problem]) -> str:
    return shown("\n".join(problem.frame() for problem in problems))


def _json(problems: Sequence[Problem], counts: Mapping[str, int] | None = None) -> str:
    counted = {"counts": dict(counts)} if counts else {}
    listed = [asdict(problem) for problem in problems]
    return json.dumps({"schema": SCHEMA, **counted, "problems": listed}, ensure_ascii=False, indent=1)


def _github(problems: Sequence[Problem]) -> str:
    return "\n".join(map(_annotation, problems))


def _annotation(problem: Problem) -> str:
    """Write a workflow command: https://docs.github.com/actions/reference/workflow-commands-for-github-actions."""
    places = {"file": problem.path, "line": problem.line, "col": problem.column, "title": problem.code}
    if problem.column:
        places["endColumn"] = problem.column + problem.width
    message = problem.message + (f" ({problem.hint})" if problem.hint else "")
    message = "\n".join([message, *problem.explained])
    written = ",".join(f"{key}={_escaped(str(value), _PROPERTY)}" for key, value in places.items() if value)
    return f"::{problem.severity} {written}::{_escaped(message, _DATA)}"


_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY = {**_DATA, ":": "%3A", ",": "%2C"}


def _escaped(text: str, table: Mapping[str, str]) -> str:
    return text.translate({ord(char): written for char, written in table.items()})


FORMS: Mapping[str, Callable[[Sequence[Problem]], str]] = {"text": _text, "json": _json, "github": _github}
