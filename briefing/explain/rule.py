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
    for name, text in _parts(rule, ruleset):
        yield f"{name:<12}{text}"


def _parts(rule: Rule, ruleset: RuleSet) -> Iterable[tuple[str, str]]:
    """Give what a rule says, part by part: a name and a text."""
    yield "says", rule.summary + (f"; asks the other side to {rule.ask}" if rule.ask else "")
    if rule.proposition and rule.position is not None:
        yield "position", f"{rule.position:+d} on {rule.proposition}: {ruleset.proposition(rule.proposition).text}"
    for name, words in _ASKS.items():
        yield from ((words, pattern) for pattern in getattr(rule.patterns, name))
    yield from _limits(rule)
    for name in ("negated", "conditional"):
        value = getattr(rule, name)
        yield name, "a hit is dropped" if value is None else f"a hit counts as {value:+d}"
    for name in ("match", "no_match", "todo_match", "todo_no_match"):
        yield from ((name, case.text) for case in getattr(rule, name))
    notes = (("related", ", ".join(rule.related)), ("note", rule.note), ("cites", rule.cites))
    yield from ((name, text) for name, text in notes if text)


def _limits(rule: Rule) -> Iterable[tuple[str, str]]:
    if rule.within != "sentence":
        yield "within", "the whole statement"
    for name in ("sides", "kinds", "acts", "via", "addressee", "of"):
        if limit := getattr(rule, name):
            yield "only", f"{name}: {', '.join(limit)}"
    if rule.near:
        yield "near", f"{rule.near.issue}, within {rule.near.sentences} sentence(s)"


_ASKS = {"any": "one of", "all": "each of", "none": "unless"}
