"""The book of a rule set: all of it, readable, and the same each time."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from briefing.model import RuleSet
from briefing.pipeline import load_packs
from briefing.workbench import book
from briefing.workbench.book import slug
from tests.fiction import ruleset as fiction


@pytest.fixture(scope="module")
def us_china() -> RuleSet:
    return load_packs(None).select("us-china")


def cells(line: str) -> int:
    """Count the columns of a row; an escaped stroke is a letter."""
    return len(re.findall(r"(?<!\\)\|", line)) - 1


def test_the_same_rules_give_the_same_book(us_china: RuleSet) -> None:
    assert book(us_china) == book(load_packs(None).select("us-china"))


def test_every_table_has_as_many_cells_in_each_row(us_china: RuleSet) -> None:
    for block in book(us_china).split("\n\n"):
        rows = [line for line in block.splitlines() if line.startswith("|")]
        assert len({cells(row) for row in rows}) <= 1, block


def test_every_line_of_the_contents_leads_to_a_heading(us_china: RuleSet) -> None:
    text = book(us_china)
    headings = {slug(line.lstrip("# ")) for line in text.splitlines() if line.startswith("## ")}
    links = re.findall(r"\]\(#([^)]+)\)", text)
    assert len(links) == len(us_china.issues) + 4
    assert set(links) <= headings


def test_every_rule_proposition_and_source_is_in_it(us_china: RuleSet) -> None:
    text = book(us_china)
    for issue in us_china.issues:
        assert all(f"`{p.id}`" in text for p in issue.propositions)
        assert all(f"### Rule `{rule.id}`" in text for rule in issue.rules)
    for rung in us_china.forces:
        assert f"Source: {rung.cites}" in text.replace("\\", "")


def test_only_people_of_the_two_sides_are_in_it(us_china: RuleSet) -> None:
    text = book(us_china)
    for person in us_china.lexicon.people:
        if person.side in us_china.sides:
            assert f"| {person.name} |" in text
    others = [p.name for p in us_china.lexicon.people if p.side not in us_china.sides]
    assert others
    assert not any(f"| {name} |" in text for name in others)


def test_a_rule_is_told_in_words() -> None:
    text = book(fiction())
    assert "The side **wants a fishing quota** and asks the other side to **agree to a fishing quota**." in text
    assert "It affirms (+2) “There should be a fishing quota.” (`fish.quota`)." in text
    assert "  - *(support… / welcom… / want…) ‹up to 3 words› quota*" in text
    assert "- Under “not” the side rejects (−2) the sentence." in text
    assert "- Yes: “We support the quota.” — Alden (ALD)" in text


def test_marks_of_markdown_in_a_text_stay_text() -> None:
    rules = fiction()
    issue = rules.issues[0]
    odd = replace(issue.propositions[0], label="a | b *c* [d](e) `f` <g>", text="1. One & two &amp; three.")
    text = book(replace(rules, issues=(replace(issue, propositions=(odd,)), *rules.issues[1:])))
    row = next(line for line in text.splitlines() if line.startswith("| `fish.quota`"))
    assert cells(row) == 3
    assert r"a \| b \*c\* \[d\](e) \`f\` \<g\>" in row
    assert r"1\. One & two \&amp; three." in row
