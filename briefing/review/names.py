"""Names that a review uses. In: a reading and the rule set. Out: what no pack has, or what does not go together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefing.errors import Problem
from briefing.marked_yaml import Marked, guess
from briefing.model import RuleSet
from briefing.review.read import problem
from briefing.review.readings import Reading

_SHOWN = 8  # names listed where none is near


def mistaken(entry: Marked, reading: Reading, ruleset: RuleSet) -> Iterator[Problem]:
    """Give what is wrong with the names in a reading."""
    sides = [side.id for side in ruleset.lexicon.sides]
    if reading.side not in sides:
        yield _unknown(entry, "side", reading.side, sides)
    issues = [issue.id for issue in ruleset.issues]
    if reading.issue not in issues:
        yield _unknown(entry, "issue", reading.issue, issues)
        return
    yield from _proposition(entry, reading, ruleset)


def _proposition(entry: Marked, reading: Reading, ruleset: RuleSet) -> Iterator[Problem]:
    homes = {p.id: issue.id for issue in ruleset.issues for p in issue.propositions}
    own = [id for id, issue in homes.items() if issue == reading.issue]
    wanted = reading.proposition
    if wanted is not None and wanted not in homes:
        yield _unknown(entry, "proposition", wanted, own or homes, also=homes)
    elif wanted is not None and homes[wanted] != reading.issue:
        message = f"proposition '{wanted}' is one of the issue '{homes[wanted]}', not of '{reading.issue}'"
        hint = f"of '{reading.issue}' there are {_listed(own)}; or write none, for position too"
        yield problem(entry, "V007", message, "proposition", hint=hint)
    elif wanted is not None and reading.position is None:
        yield problem(entry, "V007", f"no position on '{wanted}'", "proposition", hint="add position: -2 to +2")
    elif wanted is None and reading.position is not None:
        hint = f"of '{reading.issue}' there are {_listed(own)}" if own else "write position: none"
        yield problem(entry, "V007", "a position without a proposition", "position", hint=hint)


def _unknown(entry: Marked, key: str, value: str | None, known: Iterable[str], *, also: Iterable[str] = ()) -> Problem:
    names = list(known)
    hint = guess(value or "", [*names, *also]) or f"there are {_listed(names)}"
    return problem(entry, "V006", f"unknown {key} '{value or 'none'}'", key, hint=hint)


def _listed(names: list[str]) -> str:
    more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
    return ", ".join(names[:_SHOWN]) + more if names else "none"
