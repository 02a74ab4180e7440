"""The project keeps its own examples under test: what they say is what was accepted."""

from __future__ import annotations

from pathlib import Path

from briefing.cases import load_cases
from briefing.regression import FORMS, check

SETTINGS = Path(__file__).resolve().parent.parent / "examples" / "briefing.yaml"


def test_the_examples_say_what_was_accepted() -> None:
    report = check(load_cases(SETTINGS), cached=False)
    assert report.code() == 0, FORMS["text"](report)
    assert report.left_over == ()
