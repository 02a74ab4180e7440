"""What each rule does, counted."""

from __future__ import annotations

from dataclasses import replace

from briefing.coverage import Coverage, cover
from briefing.coverage.values import RuleCount
from briefing.model import Analysis, Kind, RuleSet, Trial
from briefing.ruleset import load_texts
from tests.coverage.ground import analysis, spoken
from tests.fiction import PACK, ruleset, said


def rule(coverage: Coverage, id: str) -> RuleCount:
    return next(r for r in coverage.rules if r.rule.id == id)


def trial(found: Analysis, loser: str, winner: str | None) -> Trial:
    rules = {r.id: r for i in found.ruleset.issues for r in i.rules}
    statement = found.statements[0]
    return Trial(
        rule=rules[loser],
        statement=statement,
        sentence=statement.sentences[0],
        conditions=(),
        outweighed_by=rules[winner] if winner else None,
    )


def test_a_rule_is_counted_by_stances_and_documents() -> None:
    first = spoken(("ALD", "We support the quota."), ("BOR", "We want the quota."))
    second = spoken(("BOR", "Borska welcomes a quota."), name="d2")
    count = rule(cover(analysis(*first, *second), ()), "fish.quota.affirm")
    assert (count.hits, count.documents, count.alone, count.shared) == (3, 2, 3, 0)


def test_a_sentence_that_two_rules_read_is_shared_by_both() -> None:
    words = "We support the quota and oppose a larger quota."
    coverage = cover(analysis(*spoken(("ALD", words), ("ALD", "We reject a quota."))), ())
    assert [(r.alone, r.shared) for r in coverage.rules if r.hits] == [(0, 1), (1, 1)]


def test_rules_of_two_issues_leave_each_other_alone() -> None:
    words = "We support the quota, and the drills should stop."
    coverage = cover(analysis(*spoken(("ALD", words))), ())
    assert [(r.rule.id, r.alone, r.shared) for r in coverage.rules if r.hits] == [
        ("fish.quota.affirm", 1, 0),
        ("drills.stop.affirm", 1, 0),
    ]


def test_one_sentence_of_two_sides_is_read_twice() -> None:
    text = spoken(("ALD", "We support the quota."))[0].document
    both = [said(side, "We support the quota.", text, kind=Kind.JOINT) for side in ("ALD", "BOR")]
    assert rule(cover(analysis(*both), ()), "fish.quota.affirm").alone == 2


def test_every_sentence_of_a_long_stance_counts() -> None:
    text = spoken(("ALD", "We support the quota. We support this quota."))
    count = rule(cover(analysis(*text), ()), "fish.quota.affirm")
    assert (count.hits, count.alone) == (1, 2)


def test_a_rule_that_only_loses_never_fired_but_lost() -> None:
    found = analysis(*spoken(("ALD", "We oppose the quota.")))
    trials = [trial(found, "fish.quota.partly", "fish.quota.oppose")] * 2 + [trial(found, "fish.quota.oppose", None)]
    coverage = cover(found, trials)
    assert (rule(coverage, "fish.quota.partly").hits, rule(coverage, "fish.quota.partly").lost) == (0, 2)
    assert (rule(coverage, "fish.quota.oppose").won, rule(coverage, "fish.quota.oppose").lost) == (2, 0)
    (clash,) = coverage.clashes
    assert (clash.winner.id, clash.loser.id, clash.times) == ("fish.quota.oppose", "fish.quota.partly", 2)


def test_the_pair_that_clashes_most_comes_first() -> None:
    found = analysis(*spoken(("ALD", "We oppose the quota.")))
    once = trial(found, "fish.quota.affirm", "fish.quota.oppose")
    twice = trial(found, "fish.quota.partly", "fish.quota.oppose")
    for order in ([once, twice, twice], [twice, once, twice]):
        assert [c.times for c in cover(found, order).clashes] == [2, 1]


def test_rules_stand_in_the_order_of_the_rule_set() -> None:
    found = analysis()
    assert [r.rule for r in cover(found, ()).rules] == [r for i in found.ruleset.issues for r in i.rules]


def test_each_statement_of_a_side_is_in_one_group() -> None:
    lines = ("We support the quota.", "We sent trawlers.", "Good day.", "Boats, it is said.")
    found = analysis(*spoken(*(("ALD", line) for line in lines)), rules=_speaking_of_trawlers())
    nobodys = replace(found.statements[-1], side=None)
    found = replace(found, statements=(*found.statements[:-1], nobodys), stances=found.stances[:-1])
    t = cover(found, ()).totals
    assert (t.statements, t.of_a_side) == (4, 3)
    assert (t.with_position, t.with_rule, t.with_issue, t.untouched) == (1, 1, 1, 0)


def _speaking_of_trawlers() -> RuleSet:
    rule = "  - {id: fish.boats, any: [sent trawlers], summary: sent trawlers, match: [{text: A., side: ALD}]}\n"
    return load_texts({n: t + rule if n.endswith("fish.yaml") else t for n, t in PACK.items()}).select("ald-bor")


def test_no_statement_at_all_still_gives_a_coverage() -> None:
    coverage = cover(analysis(), ())
    assert coverage.totals.of_a_side == 0
    assert len(coverage.balances) == len(ruleset().issues)
