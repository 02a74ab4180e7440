"""How a result came about, and what a rule says. In: an `Analysis` or a `RuleSet`; out: plain lines."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence

from briefing.errors import ChoiceError, shown
from briefing.model import Analysis, Rule, RuleSet, Span, Stance, Statement

_WIDTH = 110


def why(analysis: Analysis, *, line: int | None = None, statement: str | None = None) -> str:
    """Explain the statements of an analysis, or those at one line of a text, or one by its id.

    Raises:
        ChoiceError: no statement stands there.
    """
    chosen = [s for s in analysis.statements if _wanted(s, line, statement)]
    if not chosen and (line or statement):
        place = f"--at {line}" if line else f"--statement {statement}"
        raise ChoiceError(f"{place}: no statement was found there; leave it out to see them all")
    return shown("\n\n".join("\n".join(_explained(s, analysis.stances)) for s in chosen) or "no statement was found")


def _wanted(statement: Statement, line: int | None, id: str | None) -> bool:
    document = statement.document
    if id is not None:
        return statement.id == id
    return line is None or document.line(statement.span.start) <= line <= document.line(statement.span.stop)


def _explained(statement: Statement, stances: Sequence[Stance]) -> Iterable[str]:
    document = statement.document
    yield f"{document.path}:{document.line(statement.span.start)}  {statement.id}"
    yield f"  “{_short(statement.words)}”"
    yield f"  who       {_holder(statement)}"
    yield f"  found     {statement.kind}, by {statement.found_by or 'its form'}{_at(statement, 'cue', statement.cue)}"
    held = [s for s in stances if s.statement.id == statement.id]
    for stance in held:
        yield from _read(stance)
    if not held:
        yield "  rules     none reads it" if statement.side else "  rules     nobody's side, so no rule is asked"


def _holder(statement: Statement) -> str:
    side = statement.side or "no side"
    told = f", as {statement.via} tells it" if statement.via else ""
    how = f", resolved by {statement.resolved_by}" if statement.resolved_by else ""
    return f"{side}, {statement.speaker or 'unresolved'}{told}{how}{_at(statement, 'source', statement.source)}"


def _read(stance: Stance) -> Iterable[str]:
    held = f"{stance.proposition} {stance.position:+d}" if stance.position is not None else "no position"
    yield f"  {stance.issue:8}  {stance.rule} ({stance.place}): {held}, {stance.act} {stance.force}, {stance.modality}"
    if stance.carried:
        yield "            the words name no issue; it is carried over from what stands around them"
    for span in stance.evidence:
        yield f"            “{_short(stance.statement.document.words(span))}” {span.start}–{span.stop}"


def _at(statement: Statement, name: str, span: Span | None) -> str:
    if span is None:
        return ""
    return f"; {name} “{_short(statement.document.words(span))}” {span.start}–{span.stop}"


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _WIDTH else f"{words[:_WIDTH].rsplit(' ', 1)[0]} …"


def rule_ids(ruleset: RuleSet) -> str:
    """List the rules of a rule set, an id a line, in the order of its issues."""
    return "\n".join(rule.id for issue in ruleset.issues for rule in issue.rules)


def show(ruleset: RuleSet, id: str) -> str:
    """Say in words what a rule asks for and what it then means, macros written out.

    Raises:
        ChoiceError: the rule set has no such rule.
    """
    rules = {rule.id: rule for issue in ruleset.issues for rule in issue.rules}
    if id not in rules:
        close = difflib.get_close_matches(id, rules, 1, 0.5)
        hint = f"did you mean '{close[0]}'?" if close else "briefing rules show --list names them all"
        raise ChoiceError(f"no rule '{id}' in {ruleset.id} ({hint})")
    return shown("\n".join(_in_words(rules[id], ruleset)))


def _in_words(rule: Rule, ruleset: RuleSet) -> Iterable[str]:
    yield f"{rule.id}, {rule.status}, in {rule.place}"
    yield f"says      {rule.summary}" + (f"; asks the other side to {rule.ask}" if rule.ask else "")
    if rule.proposition and rule.position is not None:
        yield f"position  {rule.position:+d} on {rule.proposition}: {ruleset.proposition(rule.proposition).text}"
    for name in ("any", "all", "none"):
        for pattern in getattr(rule.patterns, name):
            yield f"{_ASKS[name]:8}  {pattern}"
    for name in ("sides", "kinds", "acts", "via", "addressee"):
        if limit := getattr(rule, name):
            yield f"only      {name}: {', '.join(limit)}"
    if rule.near:
        yield f"near      {rule.near.issue}, within {rule.near.sentences} sentence(s)"
    for name in ("negated", "conditional"):
        value = getattr(rule, name)
        yield f"{name:11} " + ("a hit is dropped" if value is None else f"a hit counts as {value:+d}")
    for name, cases in (("match", rule.match), ("no match", rule.no_match)):
        yield from (f"{name:8}  {case.text}" for case in cases)


_ASKS = {"any": "one of", "all": "each of", "none": "unless"}
