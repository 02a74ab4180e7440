"""Phrases that no rule reads, ready to paste."""

from __future__ import annotations

from dataclasses import replace

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.coverage import cover
from briefing.coverage.phrases import frequent
from briefing.coverage.sections import quoted
from briefing.phrases import Phrases, parse
from tests.coverage.ground import analysis, spoken
from tests.fiction import said


def phrases(*lines: str, top: int = 20) -> list[str]:
    found = analysis(*spoken(*(("ALD", line) for line in lines)))
    return [p.pattern for p in frequent(found, top)]


def test_words_that_come_back_are_proposed() -> None:
    assert phrases("They mend the nets in spring.", "She saw nets mended.", "We mend the nets.") == ["mend the nets"]


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(("We mend the nets.",), id="once"),
        pytest.param(("We mend the nets.", "We mend the nets."), id="the same words again"),
        pytest.param(("They mend, nets are old.", "We mend, nets rot."), id="over a comma"),
        pytest.param(("They mend. Nets are old.", "We mend. Nets rot."), id="over the end of a sentence"),
        pytest.param(("Ships of the old.", "Ships of the new."), id="ending in a function word"),
        pytest.param(("Ask Ada Berg today.", "Tell Ada Berg tomorrow."), id="a name of a person"),
        pytest.param(("Before Foreign Minister Kral.", "Behind Foreign Minister Kral."), id="a title and a name"),
        pytest.param(("Alden and Borska met.", "Alden and Borska rest."), id="names of states"),
        pytest.param(("In May 2030 it rained.", "By May 2030 we left."), id="a date"),
        pytest.param(("We support the quota at sea level.", "We want a quota at sea level."), id="read by a rule"),
    ],
)
def test_nothing_is_proposed(lines: tuple[str, ...]) -> None:
    assert phrases(*lines) == []


def test_what_an_issue_is_about_needs_a_word_that_is_new() -> None:
    assert phrases("One drill drills us.", "A drill drills them.") == []
    assert phrases("They dread naval drills.", "We plan naval drills.") == ["naval drills"]


def test_a_long_phrase_swallows_its_parts() -> None:
    assert phrases("They guard the narrow strait well.", "We guard the narrow strait.") == ["guard the narrow strait"]


def test_a_part_that_comes_back_elsewhere_stands_by_itself() -> None:
    lines = ("They guard the narrow strait.", "We guard the narrow strait.", "A narrow strait lies here.")
    assert set(phrases(*lines)) == {"guard the narrow strait", "narrow strait"}


def test_a_passage_that_is_repeated_gives_one_phrase() -> None:
    passage = "fresh water flows under old stone bridges towards quiet inland harbours"
    assert len(phrases(f"In spring {passage}.", f"In autumn {passage}.")) == 1


def test_the_text_keeps_its_spelling_and_loses_its_quotation_marks() -> None:
    assert phrases("They want “Fair Winds” now.", "We need “Fair Winds”.", "I saw fair winds.") == ["Fair Winds"]


def test_what_no_rule_may_ask_about_is_left_out() -> None:
    found = analysis(*spoken(("ALD", "They mend the nets."), ("BOR", "We mend the nets.")))
    nobodys = replace(found, statements=tuple(replace(s, side=None) for s in found.statements))
    headlines = replace(found, statements=tuple(replace(s, headline=True) for s in found.statements))
    assert [len(frequent(a, 9)) for a in (found, nobodys, headlines)] == [1, 0, 0]


def test_the_narrators_words_are_not_the_holders() -> None:
    lines = ("They left, he said in his quiet voice.", "We stayed, she said in her quiet voice.")
    (first, second) = spoken(*(("ALD", line) for line in lines))
    cut = [said("ALD", s.words, s.document, content=(replace(s.span, stop=s.span.start + 9),)) for s in (first, second)]
    assert frequent(analysis(first, second), 9)
    assert frequent(analysis(*cut), 9) == ()


def test_words_told_of_both_sides_count_once() -> None:
    text = spoken(("ALD", "They mend the nets."))[0].document
    both = [said(side, "They mend the nets.", text) for side in ("ALD", "BOR")]
    assert frequent(analysis(*both), 9) == ()


def test_no_more_than_asked_for_are_given() -> None:
    lines = ("They mend the nets and dry the sails.", "We mend the nets.", "We dry the sails.")
    assert [len(phrases(*lines, top=n)) for n in (0, 1, 5)] == [0, 1, 2]


def test_a_phrase_tells_where_it_stands_and_on_what_issue() -> None:
    first, second = spoken(("ALD", "Old trawlers leak oil.")), spoken(("BOR", "Ships leak oil."), name="d2")
    (phrase,) = cover(analysis(*first, *second), ()).phrases
    assert (phrase.statements, phrase.documents, phrase.issues) == (2, 2, ("fish",))
    assert phrase.document.words(phrase.words) == "leak oil"


WORDS = """mend nets the old U.S. US Élan one-way 3,000 3rd don’t Alden’s NATO’s “high seas” ‘x y’ a_b mend"nets
x‘y yes No - – , . * ( | {m} ..."""
texts = st.lists(st.sampled_from(WORDS.split()), min_size=2, max_size=14).map(" ".join)


@settings(max_examples=300)
@given(st.lists(texts, min_size=2, max_size=4))
def test_every_phrase_is_a_pattern_that_yaml_reads_and_its_example_holds(lines: list[str]) -> None:
    statements = [s for n, line in enumerate(lines) for s in spoken(("ALD", f"{line}."), name=f"d{n}")]
    for phrase in frequent(analysis(*statements), 50):
        assert parse(phrase.pattern)
        assert Phrases([phrase.pattern]).find(phrase.document.words(phrase.sentence))
        assert yaml.safe_load(f"- {quoted(phrase.pattern)}  # why") == [phrase.pattern]
