"""Numbers for the evidence: each statement that a printed stance rests on, in the order of the documents."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefing.model import Analysis, Kind, Row, Stance, Statement

_Key = tuple[object, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One entry of the register: a statement, or one joint act as both sides' statements, and what rests on it.

    `issues` are the ids of the issues under which it is named.
    """

    number: int
    statements: tuple[Statement, ...]
    stances: tuple[Stance, ...]
    issues: tuple[str, ...]

    @property
    def statement(self) -> Statement:
        """The statement, for all that joint ones share."""
        return self.statements[0]

    @property
    def rules(self) -> tuple[str, ...]:
        """The rules that read it, in the order of their first use."""
        return tuple(dict.fromkeys(s.rule for s in self.stances))


def _key(statement: Statement) -> _Key:
    """Tell statements apart; what both sides say with the same words is one."""
    words = (statement.document.id, statement.document.sha256, statement.span, statement.content, statement.kind)
    return words if statement.kind == Kind.JOINT else (*words, statement.side, statement.speaker, statement.via)


class Register:
    """All evidence of a briefing, and the numbers of any stances."""

    def __init__(self, analysis: Analysis) -> None:
        stances: dict[_Key, list[Stance]] = {}
        issues: dict[_Key, dict[str, None]] = {}
        for row, stance in _printed(analysis.rows):
            key = _key(stance.statement)
            stances.setdefault(key, []).append(stance)
            issues.setdefault(key, {})[row.issue.id] = None
        place = {(d.id, d.sha256): k for k, d in enumerate(analysis.documents)}

        def in_order(key: _Key) -> tuple[object, ...]:
            statement = stances[key][0].statement
            document = (statement.document.id, statement.document.sha256)
            return place.get(document, len(place)), statement.span, statement.content, statement.via or ""

        keys = sorted(stances, key=in_order)
        self._numbers = {key: n for n, key in enumerate(keys, 1)}
        self.entries = tuple(_entry(n, stances[key], tuple(issues[key])) for key, n in self._numbers.items())

    def number(self, stance: Stance) -> int:
        """Give the number of the statement a stance rests on."""
        return self._numbers[_key(stance.statement)]

    def numbers(self, stances: Iterable[Stance]) -> list[int]:
        """Give the numbers of stances, each once, in order."""
        return sorted({self.number(s) for s in stances})


def _entry(number: int, stances: Sequence[Stance], issues: tuple[str, ...]) -> Evidence:
    statements = {s.statement.side: s.statement for s in stances}
    return Evidence(number=number, statements=tuple(statements.values()), stances=tuple(stances), issues=issues)


def _printed(rows: Sequence[Row]) -> list[tuple[Row, Stance]]:
    found = [(row, s) for row in rows for cell in row.cells for s in cell.stances]
    return found + [(row, s) for row in rows for answer in row.answers for records in answer.records for s in records]
