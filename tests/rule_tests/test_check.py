"""The rules' own tests: what becomes of each, and how it is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing import rule_tests
from briefing.errors import Severity
from briefing.rule_tests import Outcome, Report
from tests.fiction import PACK

FISH = "ald-bor/issues/fish.yaml"
OPPOSE = "    match: [{text: We oppose the quota., side: BOR}]\n"


def checked(folder: Path, lines: str = OPPOSE, *, old: str = OPPOSE) -> Report:
    """Check the pack of Alden and Borska, with the tests of one rule exchanged."""
    for path, text in PACK.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text.replace(old, lines) if path == FISH else text, "utf-8")
    return rule_tests.check(folder)


def last(report: Report) -> tuple[Outcome, str]:
    result = [r for r in report.results if r.owner == "fish.quota.oppose"][-1]
    return result.outcome, result.message


OUTCOMES = [
    pytest.param("match: [{text: We oppose the quota., side: BOR}]", Outcome.REPORTED, "", id="reported"),
    pytest.param("match: [{text: We like it., side: BOR}]", Outcome.MISSING, "does not match; found: nothing", id="m"),
    pytest.param(
        "match: [{text: We want the quota., side: BOR}]",
        Outcome.MISSING,
        "does not match; found: fish.quota.affirm",
        id="missing, with what is found instead",
    ),
    pytest.param(
        "match: [{text: We oppose the quota., side: BOR, expect: {position: -1}}]",
        Outcome.MISSING,
        "matches, but position is -2, not -1",
        id="matches otherwise than expected",
    ),
]


@pytest.mark.parametrize(("tests", "outcome", "message"), OUTCOMES)
def test_a_test_that_should_match(tmp_path: Path, tests: str, outcome: Outcome, message: str) -> None:
    assert last(checked(tmp_path, f"    {tests}\n")) == (outcome, message)


def test_a_test_that_should_stay_out(tmp_path: Path) -> None:
    no_match = "    no_match: [{text: We sell fish., side: BOR}, {text: We reject a quota., side: BOR}]\n"
    report = checked(tmp_path, OPPOSE + no_match)
    found = [r.outcome for r in report.results if r.owner == "fish.quota.oppose"]
    assert found == [Outcome.REPORTED, Outcome.VALIDATED, Outcome.NOISY]
    (problem,) = [p for p in report.problems if p.severity == Severity.ERROR]
    assert (problem.code, problem.column, problem.source) == ("T002", 50, no_match.rstrip("\n"))
    assert any("“reject a quota” 3–17" in line for line in problem.explained)


def test_a_missing_test_shows_the_near_miss(tmp_path: Path) -> None:
    report = checked(tmp_path, "    match: [{text: We oppose that long and unfair quota., side: BOR}]\n")
    (problem,) = report.problems
    assert (problem.code, problem.line) == ("T001", 28)
    assert problem.message == "fish.quota.oppose: missing: does not match; found: nothing"
    assert "             write: ...4" in problem.explained
    assert not report.passed()


def test_a_test_to_do_may_fail(tmp_path: Path) -> None:
    report = checked(tmp_path, OPPOSE + "    todo_match: [{text: Down with the quota., side: BOR}]\n")
    assert (report.passed(strict=True), report.counts["todo"]) == (True, 1)
    assert "t" in report.dots()


def test_a_test_to_do_that_holds_is_shouted_about(tmp_path: Path) -> None:
    report = checked(tmp_path, OPPOSE + "    todo_no_match: [{text: We sell fish., side: BOR}]\n")
    (problem,) = report.problems
    assert (problem.code, problem.severity) == ("T003", Severity.WARNING)
    assert (report.passed(), report.passed(strict=True)) == (True, False)
    assert "!" in report.dots()


def test_acts_and_rungs_have_tests_to_do_too(tmp_path: Path) -> None:
    checked(tmp_path)
    acts = tmp_path / "ald-bor" / "acts.yaml"
    acts.write_text(acts.read_text("utf-8").replace("[That is a red line.]", "[No.], todo_match: [Maybe.]"), "utf-8")
    report = rule_tests.check(tmp_path)
    found = [(r.outcome, r.todo, r.message) for r in report.results if r.owner == "act warn"]
    assert found == [(Outcome.MISSING, False, "is coded as no act"), (Outcome.MISSING, True, "is coded as no act")]


def test_a_deprecated_rule_is_left_out_and_counted(tmp_path: Path) -> None:
    report = checked(tmp_path, OPPOSE + "    status: deprecated\n    related: [fish.quota.partly]\n")
    assert not [r for r in report.results if r.owner == "fish.quota.oppose"]
    assert report.closing().endswith("1 deprecated rule left out")


def test_the_sentence_before_is_read_but_not_tested(tmp_path: Path) -> None:
    case = "{text: We met., before: We oppose the quota., side: BOR}"
    assert last(checked(tmp_path, f"    match: [{case}]\n"))[0] == Outcome.MISSING
    assert last(checked(tmp_path, f"{OPPOSE}    no_match: [{case}]\n"))[0] == Outcome.VALIDATED


def test_a_news_sentence_is_attributed_before_it_is_read(tmp_path: Path) -> None:
    news = "{text: Ivo Kral said Borska opposes the quota., genre: news, expect: {side: BOR}}"
    assert last(checked(tmp_path, f"    match: [{news}]\n"))[0] == Outcome.REPORTED


def test_a_line_of_dots_a_pack_and_a_closing_line(tmp_path: Path) -> None:
    report = checked(tmp_path)
    assert report.dots() == "ald-bor  .........."
    assert report.closing() == "4 rules, 10 tests: 10 reported, 0 validated, 0 missing, 0 noisy"


def test_nothing_to_run_is_no_success() -> None:
    report = Report(rules=0, results=())
    assert (report.passed(), report.closing()) == (False, "no test was run: the folder holds no rule with tests")
