"""The two-page profile: two pages whatever comes, and it says what it leaves out."""

from __future__ import annotations

import io
from random import Random

import pypdf
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from briefing.model import Analysis, Look, Paper, Profile
from briefing.pages import draw
from tests.pages import scenes
from tests.pages.tagged import generated


def pages(analysis: Analysis, **look: object) -> list[str]:
    file = draw(analysis, record=b"{}\n", look=Look(profile=Profile.TWO_PAGE, **look))  # type: ignore[arg-type]
    return [" ".join(page.extract_text().split()) for page in pypdf.PdfReader(io.BytesIO(file)).pages]


@pytest.mark.parametrize("name", ["quarrel", "beijing", "readouts", "nobody", "many", "archive", "scripts"])
@pytest.mark.parametrize("paper", list(Paper))
def test_every_scene_has_two_pages(name: str, paper: Paper) -> None:
    assert len(pages(getattr(scenes, name)().analysis(), paper=paper, marking="FOR THE DESK")) == 2


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@example(seed=4242, issues=21, longest=5)  # a note on characters that grows by what it says itself
@given(seed=st.integers(0, 10_000), issues=st.sampled_from([0, 1, 7, 21, 60]), longest=st.sampled_from([5, 60, 400]))
def test_any_briefing_has_two_pages(seed: int, issues: int, longest: int) -> None:
    analysis = generated.analysis(Random(seed), issues=issues, longest=longest)
    assert len(pages(analysis, paper=Paper.LETTER, marking="X" * 200, title="Word " * 200)) == 2


def test_page_two_holds_the_words_of_both_sides() -> None:
    _, second = pages(scenes.quarrel().analysis())
    assert "In their words" in second
    assert "A quota is out of the question” Ivo Kral, strong" in second


def test_issues_that_found_no_room_are_counted() -> None:
    first, second = pages(generated.analysis(Random(3), issues=60))
    assert "Shown are the first" in first
    assert "Shown are the first" in second


def test_a_character_that_no_font_has_is_named() -> None:
    assert "U+" in pages(scenes.scripts().analysis())[1]
