"""Rules tried on sentences: every condition told, and never another result than the stances have."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from briefing import analyze
from briefing.model import Condition, Kind, Rule, RuleSet, Span, Stance, Statement, Trial
from briefing.ruleset import load_texts
from briefing.stances import detect, trials
from tests.fiction import PACK, document, ruleset, said

EXAMPLES = sorted((Path(__file__).resolve().parents[2] / "examples").glob("re*.md"))
FISH = "ald-bor/issues/fish.yaml"
RULES = ruleset()


def with_rule(lines: str) -> RuleSet:
    """Give the rules of Alden and Borska with more lines under the fishing quota's first rule."""
    text = PACK[FISH].replace("    negated: -2\n", lines)
    return load_texts({**PACK, FISH: text}).select("ald-bor")


def the(ruleset: RuleSet, id: str) -> Rule:
    return next(rule for issue in ruleset.issues for rule in issue.rules if rule.id == id)


def failed(side: str, words: str, rules: RuleSet = RULES, id: str = "fish.quota.affirm") -> Condition:
    (trial,) = trials([said(side, words)], rules, the(rules, id))
    (condition,) = [c for c in trial.conditions if not c.held]
    return condition


def test_a_rule_that_holds_tells_its_words() -> None:
    statement = said("ALD", "We support the quota.")
    (trial,) = trials([statement], RULES)
    assert (trial.held, trial.position, [c.name for c in trial.conditions]) == (True, 2, ["any"])
    (part,) = trial.conditions[0].parts
    assert part.said == "(support*|welcom*|want*) ...3 quota"
    assert [statement.document.words(span) for span in part.spans] == ["support the quota"]


def test_a_gap_too_wide_is_told_with_the_edit() -> None:
    missed = failed("ALD", "We support a fair and early and lasting quota.")
    assert (missed.name, missed.advice) == ("any", "...6")
    assert "the gap is 6 words, the pattern allows 3" in missed.said


def test_words_that_come_near_nothing_have_no_advice() -> None:
    missed = failed("ALD", "We met in spring.")
    assert (missed.advice, missed.spans) == (None, ())


def test_a_side_that_the_rule_is_not_for_is_told() -> None:
    missed = failed("BOR", "The drills should stop.", id="drills.stop.affirm")
    assert (missed.name, missed.said, missed.advice) == ("sides", "BOR, the rule is for ALD only", "sides: [ALD, BOR]")


def test_words_about_another_state_than_the_rule_asks_for_are_told() -> None:
    missed = failed("ALD", "We support Borska's quota.", with_rule("    of: [ALD]\n"))
    assert (missed.name, missed.said) == ("of", "other states, the rule is about ALD only")
    (trial,) = trials([said("ALD", "We support Borska's quota.")], with_rule("    of: [BOR]\n"))
    assert trial.held


def test_an_act_that_the_rule_is_not_for_is_told_with_its_words() -> None:
    rules = with_rule("    acts: [reject]\n")
    missed = failed("ALD", "We support the quota.", rules)
    assert (missed.name, missed.said) == ("acts", "support, the rule is for reject only")
    assert missed.spans == (Span(3, 10),)


def test_a_negator_is_told_and_what_it_counts_as() -> None:
    rules = with_rule("")
    missed = failed("ALD", "We do not support the quota.", rules)
    assert (missed.name, missed.spans) == ("negated", (Span(6, 9),))
    (trial,) = [t for t in trials([said("ALD", "We do not support the quota.")], RULES) if t.held]
    assert trial.conditions[-1].said == "the words stand under ‘not’, which counts as -2"


def test_a_condition_is_told() -> None:
    assert failed("ALD", "If we support the quota, they come.").name == "conditional"


def test_a_hit_that_none_takes_away_is_told() -> None:
    rules = with_rule("    none: [support the quota only]\n")
    missed = failed("ALD", "We support the quota only in words.", rules)
    assert (missed.name, missed.said) == ("none", "support the quota only takes every hit away")


def test_an_issue_that_is_not_near_is_told() -> None:
    rules = with_rule("    near: {issue: drills}\n")
    assert failed("ALD", "We support the quota.", rules).said == "drills is not named within 1 sentence(s)"


def test_words_of_somebody_else_are_told() -> None:
    text = document("We met, said the man who supports the quota.")
    statement = said("ALD", text.text, text, content=(Span(0, len("We met")),))
    (trial,) = trials([statement], RULES, the(RULES, "fish.quota.affirm"))
    assert trial.conditions[0].said.endswith("stands here only in words that are not the holder's own")


def test_words_of_nobody_are_told() -> None:
    statement = replace(said("ALD", "We support the quota."), side=None)
    (trial,) = trials([statement], RULES, the(RULES, "fish.quota.affirm"))
    assert (trial.held, trial.conditions[0].name) == (False, "holder")


def test_the_loser_of_a_conflict_names_the_winner() -> None:
    text = PACK[FISH].replace("any: [could live with a quota]", "any: [support the quota in part]")
    rules = load_texts({**PACK, FISH: text}).select("ald-bor")
    tried = {t.rule.id: t for t in trials([said("ALD", "We support the quota in part.")], rules)}
    lost = tried["fish.quota.affirm"]
    assert (lost.held, lost.outweighed_by, lost.position) == (False, tried["fish.quota.partly"].rule, 2)
    assert tried["fish.quota.partly"].held


def test_a_deprecated_rule_no_longer_holds_and_says_what_follows() -> None:
    rules = with_rule("    status: deprecated\n    related: [fish.quota.partly]\n")
    statement = said("ALD", "We support the quota.")
    assert [s.rule for s in detect([statement], rules)] == []
    (trial,) = trials([statement], rules, the(rules, "fish.quota.affirm"))
    assert trial.conditions[0].said == "the rule is deprecated and no longer holds, fish.quota.partly follows it"
    assert trials([statement], rules) == ()


def test_a_rule_that_looks_within_a_statement_is_tried_on_the_whole() -> None:
    rules = with_rule("    within: statement\n    all: [herring]\n")
    text = document("We support the quota. The herring needs it.")
    statement = said("ALD", text.text, text, kind=Kind.OWN)
    (trial,) = [t for t in trials([statement], rules) if t.rule.id == "fish.quota.affirm"]
    assert (trial.held, trial.sentence) == (True, statement.span)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_trials_hold_where_there_are_stances_and_nowhere_else(path: Path) -> None:
    analysis = analyze(path, sides=("USA", "CHN"))
    tried = trials(analysis.statements, analysis.ruleset)
    assert len(tried) > 5
    assert _held(tried) == _ruled(analysis.stances)


def _held(tried: Sequence[Trial]) -> set[tuple[str, str, Span]]:
    return {(t.rule.id, t.statement.id, t.sentence) for t in tried if t.held}


def _ruled(stances: Sequence[Stance]) -> set[tuple[str, str, Span]]:
    ruled = (s for s in stances if not s.rule.endswith(".about"))
    return {(s.rule, s.statement.id, covered) for s in ruled for covered in _sentences(s.statement, s.covers)}


def _sentences(statement: Statement, covers: Span) -> list[Span]:
    return [sentence for sentence in statement.sentences if covers.holds(sentence)]
