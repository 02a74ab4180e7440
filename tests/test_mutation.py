"""The net holds: nine in ten mistakes put into rules are caught by rule tests or accepted briefings."""

from __future__ import annotations

from briefing.ruleset.folders import shipped
from tests.mutation import HOW_MANY, Mutant, mutants, run, survivors


def test_nine_in_ten_mistakes_in_rules_are_caught() -> None:
    results = run()
    assert len(results) == HOW_MANY
    assert sum(how is not None for _, how in results) >= 0.9 * HOW_MANY, survivors(results)


def test_a_mutant_differs_from_its_file_in_one_rule() -> None:
    for mutant in mutants(shipped()):
        before = (shipped() / mutant.path).read_text("utf-8").splitlines()
        after = mutant.text.splitlines()
        assert len(before) == len(after)
        assert 1 <= sum(old != new for old, new in zip(before, after, strict=True)) <= 1, mutant.rule


def test_a_survivor_is_listed_by_name() -> None:
    one = Mutant(rule="fish.quota", what="a gap widened", path="a/issues/fish.yaml", text="")
    page = survivors([(one, None), (one, "rule tests")])
    assert page.splitlines() == [
        "1 of 2 mutants caught (50 %)",
        "  survives: fish.quota (a/issues/fish.yaml): a gap widened",
    ]
