"""Whether the rules treat the two sides alike."""

from __future__ import annotations

from briefing.coverage import cover
from briefing.coverage.values import Balance
from briefing.model import RuleSet
from briefing.ruleset import load_texts
from tests.coverage.ground import analysis, spoken
from tests.fiction import PACK


def fish(*lines: tuple[str, str], rules: RuleSet | None = None) -> Balance:
    return cover(analysis(*spoken(*lines), rules=rules), ()).balances[0]


def lopsided(patterns: int) -> RuleSet:
    words = ", ".join(f"quota of {n}" for n in range(patterns))
    rule = f"""
  - id: fish.quota.ours
    proposition: fish.quota
    position: -1
    sides: [ALD]
    any: [{words}]
    summary: doubts the quota
    match: [{{text: A quota of 1., side: ALD}}]
"""
    return load_texts({n: t + rule if n.endswith("fish.yaml") else t for n, t in PACK.items()}).select("ald-bor")


def test_a_rule_without_a_limit_can_speak_for_both() -> None:
    ours, theirs = fish(rules=lopsided(2)).sides
    assert (ours.rules, ours.patterns) == (4, 5)
    assert (theirs.rules, theirs.patterns) == (3, 3)


def test_what_a_denied_hit_stands_for_counts_as_a_position() -> None:
    ours, _ = fish().sides
    assert (ours.affirms, ours.rejects) == (1, 1)


def test_three_times_the_patterns_raise_a_question() -> None:
    assert fish(rules=lopsided(5)).questions == ()
    assert fish(rules=lopsided(6)).questions == ("9 patterns can speak for Alden, 3 for Borska",)


def test_a_side_that_is_read_far_less_raises_a_question() -> None:
    ours = [("ALD", f"We support the quota for fish, {n}.") for n in range(5)]
    theirs = [("BOR", f"We count the fish of bay {n}.") for n in range(5)]
    assert fish(*ours, *theirs).questions == ("rules read 5 of 5 statements by Alden, 0 of 5 by Borska",)


def test_a_side_that_speaks_less_raises_none() -> None:
    ours = [("ALD", f"We support the quota for fish, {n}.") for n in range(9)]
    theirs = [("BOR", f"We count the fish of bay {n}.") for n in range(4)]
    balance = fish(*ours, *theirs)
    assert balance.questions == ()
    assert [(s.spoken, s.read) for s in balance.sides] == [(9, 9), (4, 0)]
