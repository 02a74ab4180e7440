"""What a rule says. In: a `RuleSet`; out: the rule in words, macros written out, or the ids of all."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from briefing.errors import ChoiceError, shown
from briefing.model import Rule, RuleSet


def rule_ids(ruleset: RuleSet) -> str:
    """List the rules of a rule set, an id a line, in the order of its issues."""
    return "\n".join(rule.id for issue in ruleset.issues for rule in issue.rules)


def show(ruleset: RuleSet, id: str) -> str:
    """Say in words what a rule asks for and what it then means, macros written out.

    Raises:
        ChoiceError: the rule set has no such rule.
    """
    return shown("\n".join(_in_words(find(ruleset, id), ruleset)))


def find(ruleset: RuleSet, id: str) -> Rule:
    """Give a rule by its id.

    Raises:
        ChoiceError: the rule set has no such rule.
    """
    rules = {rule.id: rule for issue in ruleset.issues for rule in issue.rules}
    if id not in rules:
        close = difflib.get_close_matches(id, rules, 1, 0.5)
        hint = f"did you mean '{close[0]}'?" if close else "briefing rules show --list names them all"
        raise ChoiceError(f"no rule '{id}' in {ruleset.id} ({hint})")
    return rules[id]


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
