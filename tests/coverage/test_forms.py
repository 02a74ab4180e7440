"""The report, as people and tools read it."""

from __future__ import annotations

import json

import pytest

from briefing.coverage import FORMS, Coverage, cover
from briefing.ruleset import load_texts
from tests.coverage.ground import analysis, spoken
from tests.fiction import PACK

LINES = (
    ("ALD", "They mend the nets | in spring."),
    ("BOR", "We mend the nets."),
    ("ALD", "We support the quota."),
    ("BOR", "The trawlers leave."),
)


def coverage() -> Coverage:
    return cover(analysis(*spoken(*LINES)), ())


def test_every_part_has_its_heading() -> None:
    text = FORMS["text"](coverage())
    for heading in (
        "Alden and Borska: 1 document, rules ald-bor 1",
        "Rules that fired: 1 of 4",
        "Rules that clash: none",
        "Rules that never fired: 3",
        "So dense that they may say nothing: none",
        "What issues are about, pattern by pattern",
        "Side against side",
        "Phrases that come back where no rule reads: the best 1",
    ):
        assert heading in text.splitlines()


def test_a_rule_that_never_fired_is_listed_with_its_place() -> None:
    lines = FORMS["text"](coverage()).splitlines()
    assert "ald-bor/issues/drills.yaml: 9 drills.stop.affirm" in lines


def test_the_text_fits_a_terminal_of_100_columns() -> None:
    assert max(map(len, FORMS["text"](coverage()).splitlines())) <= 100


@pytest.mark.parametrize("form", FORMS)
def test_the_same_coverage_gives_the_same_text(form: str) -> None:
    assert FORMS[form](coverage()) == FORMS[form](coverage())


def test_json_has_every_key_of_its_contract() -> None:
    data = json.loads(FORMS["json"](coverage()))
    assert data["schema"] == "briefing.coverage/1"
    keys = "schema ruleset sides documents thresholds totals rules clashes alarms about balance phrases"
    assert set(data) == set(keys.split())
    rule = "id issue place hits documents alone shared won lost held asked"
    assert set(data["rules"][0]) == set(rule.split())
    assert data["phrases"][0]["example"] == {
        "document": "d1",
        "path": "d1.txt",
        "line": 1,
        "start": 5,
        "stop": 18,
        "sentence": "They mend the nets | in spring.",
    }


def test_markdown_tables_are_not_broken_by_what_they_hold() -> None:
    lines = FORMS["markdown"](coverage()).splitlines()
    assert "| fish.quota.affirm | 1 | 1 | 1 | 0 | 0 | 0 |" in lines
    assert "* fish, most: trawler\\* 1" in lines


def test_what_is_to_be_pasted_can_be_pasted() -> None:
    report = FORMS["text"](coverage())
    pasted = report.split("Ready to paste under any:\n")[1]
    rule = "  - id: fish.nets\n    any:\n" + "".join(f"      {line}\n" for line in pasted.splitlines())
    rule += "    summary: mends nets\n    match: [{text: We mend the nets., side: ALD}]\n"
    texts = {n: t + rule if n.endswith("fish.yaml") else t for n, t in PACK.items()}
    after = cover(analysis(*spoken(*LINES), rules=load_texts(texts).select("ald-bor")), ())
    assert [r.hits for r in after.rules if r.rule.id == "fish.nets"] == [2]
    assert after.phrases == ()


def test_controls_of_a_document_never_reach_the_terminal() -> None:
    lines = (("ALD", "They mend the nets \x1b[2J."), ("BOR", "We mend the nets."))
    found = cover(analysis(*spoken(*lines)), ())
    assert not any("\x1b" in FORMS[form](found) for form in FORMS)
