"""Explanations as an officer reads them."""

from __future__ import annotations

import pytest

from briefing.errors import ChoiceError
from briefing.explain import find, why_not
from briefing.model import Statement
from briefing.stances import trials
from tests.fiction import document, ruleset, said

RULES = ruleset()
TEXT = document("We want the quota. We support a fair and early and lasting quota. The nets are wet.")
STATEMENTS = tuple(said("ALD", TEXT.words(sentence), TEXT, id=f"s{n}") for n, sentence in enumerate(TEXT.sentences, 1))


def told(statements: tuple[Statement, ...] = STATEMENTS, id: str = "fish.quota.affirm", **asked: str) -> list[str]:
    rule = find(RULES, id)
    return why_not(rule, trials(statements, RULES, rule), **asked).splitlines()  # type: ignore[arg-type]  # short form


def test_where_a_rule_holds_comes_first_then_where_it_comes_near() -> None:
    lines = told()
    assert lines[0].startswith("fish.quota.affirm (ald-bor/issues/fish.yaml:")
    assert lines[0].endswith("holds in 1 of 3 sentences tried")
    assert lines[3:5] == ["  “We want the quota.”", "  it holds here"]
    assert "             write: ...6" in [line.removeprefix("  ") for line in lines]
    assert not any("nets" in line for line in lines)


def test_a_rule_that_comes_near_nowhere_says_so() -> None:
    assert told(STATEMENTS[2:]) == [
        f"fish.quota.affirm ({find(RULES, 'fish.quota.affirm').place}) holds in none of 1 sentence tried, "
        "and comes near in none"
    ]


def test_one_statement_is_explained_however_far_it_is() -> None:
    assert any("nothing here comes near" in line for line in told(statement="s3"))


def test_a_statement_that_is_not_there_is_a_choice_nobody_has() -> None:
    with pytest.raises(ChoiceError, match="--statement s9: no statement was found there"):
        told(statement="s9")


def test_an_unknown_rule_is_named_with_a_suggestion() -> None:
    with pytest.raises(ChoiceError, match=r"no rule 'fish.quota.afirm' in ald-bor \(did you mean 'fish.quota.affirm'"):
        find(RULES, "fish.quota.afirm")
