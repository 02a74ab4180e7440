"""The results for machines, checked against readers that others wrote."""

from __future__ import annotations

import json
import re

import pytest
from junitparser import Error, Failure, JUnitXml

from briefing.regression import FORMS
from tests.regression.repository import Repository

COMMAND = re.compile(r"::(error|warning) ([^:]*)::(.*)")


def commands(page: str) -> list[tuple[str, dict[str, str], str]]:
    """Read workflow commands as GitHub's runner does: properties by commas, then what was escaped."""
    found = []
    for line in page.splitlines():
        match = COMMAND.fullmatch(line)
        assert match, line
        properties = dict(part.split("=", 1) for part in match[2].split(","))
        plain = match[3].replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%")
        found.append((match[1], {k: v.replace("%3A", ":").replace("%2C", ",") for k, v in properties.items()}, plain))
    return found


@pytest.fixture
def moved(repository: Repository) -> Repository:
    repository.accept()
    repository.without_rule("fish.quota.oppose")
    return repository


def test_junit_has_a_suite_a_case_and_a_test_an_issue(moved: Repository) -> None:
    report = JUnitXml.fromstring(FORMS["junit"](moved.check()).encode())
    suites = {suite.name: suite for suite in report}
    assert set(suites) == {"talks", "visit"}
    tests = {test.name: test.result for test in suites["talks"]}
    assert set(tests) == {"the briefing", "fish"}
    (failure,) = tests["fish"]
    assert isinstance(failure, Failure)
    assert failure.message.startswith("Cells: fish × BOR: -2 → no position")
    assert (suites["talks"].failures, suites["visit"].failures, report.failures) == (1, 0, 1)


def test_junit_tells_what_could_not_be_built_as_an_error(repository: Repository) -> None:
    repository.accept()
    repository.write("texts/talks.txt", "")
    report = JUnitXml.fromstring(FORMS["junit"](repository.check()).encode())
    (suite, _) = list(report)
    assert suite.errors == 1
    assert [type(result) for test in suite for result in test.result] == [Error]


def test_junit_can_be_parsed_whatever_a_document_holds(moved: Repository) -> None:
    moved.write(
        "texts/talks.txt", "President Ivo Kral said that Borska opposes the ]]> & <b>quota\x0b\u202e of fish.\n"
    )
    assert JUnitXml.fromstring(FORMS["junit"](moved.check()).encode())


def test_annotations_stand_at_the_words_that_moved(moved: Repository) -> None:
    found = commands(FORMS["github"](moved.check()))
    severity, properties, message = found[0]
    assert severity == "error"
    assert (properties["file"], properties["line"], properties["title"]) == ("texts/talks.txt", "3", "talks")
    assert message.startswith("fish × BOR: -2 → no position")
    assert len(found) <= 10


def test_what_is_only_equal_is_a_warning_at_its_case(repository: Repository) -> None:
    repository.accept()
    repository.edit("texts/talks.txt", "Foreign Minister Ada", "The sun rose.\n\nForeign Minister Ada")
    ((severity, properties, message),) = commands(FORMS["github"](repository.check()))
    assert (severity, properties["file"], properties["line"]) == ("warning", "briefing.yaml", "5")
    assert message == "equal in meaning, not in bytes: talks.txt was edited"


def test_nothing_is_annotated_where_all_is_the_same(repository: Repository) -> None:
    repository.accept()
    assert FORMS["github"](repository.check()) == ""


def test_the_json_has_every_key_of_its_contract(moved: Repository) -> None:
    data = json.loads(FORMS["json"](moved.check()))
    assert data["schema"] == "briefing.check/1"
    assert data["counts"] == {"same": 0, "equal": 1, "stances": 0, "cells": 1, "new": 0, "failed": 0}
    (talks, visit) = data["cases"]
    assert set(talks) >= {"name", "verdict", "reasons", "snapshot", "page", "changes", "message", "problems"}
    assert (talks["verdict"], talks["changes"]["schema"]) == ("cells", "briefing.changes/1")
    assert visit["verdict"] == "equal"


def test_the_markdown_leaves_out_what_is_the_same(moved: Repository) -> None:
    page = FORMS["markdown"](moved.check())
    assert page.startswith("**2 cases: 1 equal in meaning, 1 with other cells.**")
    assert "| Fisheries | Borska | -2 | no position |" in page
    moved.accept()
    assert FORMS["markdown"](moved.check()).strip() == "**2 cases: 2 the same.**"
