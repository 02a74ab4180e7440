"""What no test of a rule would notice. In: packs as read, without mistakes. Out: warnings, added to their sources.

A pattern that could be dropped, a gap that could be wider, a position that could be another: each is a mistake that a
later edit could make without a test failing. Looked at are the words of the tests alone, so an answer takes no time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from briefing.errors import Severity
from briefing.model import Case, Rule, Status
from briefing.phrases import Phrases
from briefing.ruleset.flaws import MAX_GAP
from briefing.ruleset.pack import Pack, Written
from briefing.ruleset.written import WrittenRule

_GAP = re.compile(r"\.\.\.(\d*)")
_WIDEST = f"...{MAX_GAP}"


def untested(chains: Mapping[Written, tuple[Written, ...]], made: Mapping[Written, Pack]) -> None:
    """Warn of what the tests of rules leave open."""
    for pack in chains:
        for issue, part in zip(pack.issues, made[pack].issues, strict=True):
            for written, rule in zip(issue.rules, part.rules, strict=True):
                if rule.status is not Status.DEPRECATED:
                    _rule(written, rule)


def _rule(written: WrittenRule, rule: Rule) -> None:
    for number in _needless(rule):
        message = f"no test needs the pattern '{rule.patterns.any[number]}'"
        _warn(written, "W008", message, "any", at=number, hint="add a sentence to 'match' that only this pattern hits")
    for number in _unbounded(rule):
        message = f"no test bounds the gap of '{rule.patterns.any[number]}'"
        hint = "add a sentence to 'no_match' in which more words stand between"
        _warn(written, "W009", message, "any", at=number, hint=hint)
    if rule.position is not None and not any(case.expect and case.expect.position is not None for case in rule.match):
        hint = f"write it into one: expect: {{position: {rule.position}}}"
        _warn(written, "W010", f"no test of rule '{rule.id}' says its position", "match", hint=hint)


def _warn(entry: WrittenRule, code: str, message: str, key: str, *, at: int | None = None, hint: str) -> None:
    entry.wrong(code, message, key, entry=at, hint=hint, severity=Severity.WARNING)


def _needless(rule: Rule) -> Iterator[int]:
    """Give the patterns that could be dropped: no sentence that must match is hit by them alone."""
    any_of = Phrases(rule.patterns.any)
    alone = {next(iter(hit)) for case in rule.match if len(hit := _hits(any_of, case)) == 1}
    yield from (number for number in range(len(rule.patterns.any)) if number not in alone)


def _unbounded(rule: Rule) -> Iterator[int]:
    """Give the patterns whose gaps could all be as wide as any: no sentence that must not match would then be hit."""
    any_of = Phrases(rule.patterns.any)
    missed = [case for case in rule.no_match if not _hits(any_of, case)]
    for number, pattern in enumerate(rule.patterns.any):
        wider = _GAP.sub(_WIDEST, pattern)
        if wider != pattern and not any(_hits(Phrases([wider]), case) for case in missed):
            yield number


def _hits(phrases: Phrases, case: Case) -> set[int]:
    return {hit.pattern for hit in phrases.find(case.text)}
