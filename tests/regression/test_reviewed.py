"""A desk's review is part of what a briefing follows from: each edit of it is told as the desk's."""

from __future__ import annotations

from pathlib import Path

import pytest

import briefing
from briefing.regression import FORMS, Verdict
from tests.regression.repository import Repository

HEAD = "by: Ann Lee\nstances:\n"


@pytest.fixture
def reviewed(repository: Repository) -> Repository:
    """Accept both cases; that of the talks has a review in which nobody decided anything."""
    repository.write("review.yaml", f"{HEAD}- id: {stance('BOR')}\n")
    repository.edit("briefing.yaml", "  - name: talks\n", "  - name: talks\n    review: review.yaml\n")
    repository.accept()
    return repository


def stance(side: str) -> str:
    found = briefing.analyze("texts/talks.txt", rules="packs", pack="ald-bor", sides=("ALD", "BOR"))
    return next(s.id for s in found.stances if s.side == side)


def text(repository: Repository) -> str:
    return FORMS["text"](repository.check("talks"))


def test_a_review_that_decides_nothing_moves_nothing(reviewed: Repository) -> None:
    assert reviewed.result().verdict == Verdict.SAME
    assert "Reviewed 0 of 2 stances." in Path("snapshots/talks.yaml").read_text("utf-8")


def test_a_struck_stance_is_laid_to_the_desk_not_to_the_rules(reviewed: Repository) -> None:
    reviewed.write("review.yaml", f"{HEAD}- {{id: {stance('BOR')}, keep: no, why: He meant something else.}}\n")
    result = reviewed.result()
    assert (result.verdict, result.reasons) == (Verdict.CELLS, ("the review changed",))
    assert "(talks.txt:3) was struck by a desk" in text(reviewed)
    assert "no longer matches" not in text(reviewed)
    reviewed.accept()
    assert 'desk: "struck by Ann Lee: He meant something else."' in Path("snapshots/talks.yaml").read_text("utf-8")
    reviewed.write("review.yaml", f"{HEAD}- id: {stance('BOR')}\n")
    assert "(talks.txt:3) is no longer struck by a desk" in text(reviewed)


def test_a_confirmed_stance_is_a_change_of_the_stance(reviewed: Repository) -> None:
    reviewed.write("review.yaml", f"{HEAD}- {{id: {stance('BOR')}, keep: yes}}\n")
    page = text(reviewed)
    assert "not reviewed → kept by Ann Lee" in page
    assert "no longer matches" not in page


def test_another_force_by_the_desk_moves_the_cell(reviewed: Repository) -> None:
    reviewed.write("review.yaml", f"{HEAD}- {{id: {stance('BOR')}, force: 5, why: The tone.}}\n")
    assert "fish × BOR: reject (force 2) → reject (force 5)" in text(reviewed)


def test_a_review_that_does_not_fit_fails_its_case_with_its_line(reviewed: Repository) -> None:
    reviewed.write("review.yaml", f"{HEAD}- {{id: t000000000000, keep: no, why: Gone.}}\n")
    report = reviewed.check()
    assert report.code() == 2
    assert "review.yaml:3:" in FORMS["text"](report)
    assert report.of(Verdict.SAME) == 1
