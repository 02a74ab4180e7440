"""How near a text comes to a pattern: what failed, and the edit that would have matched."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.phrases import Phrases, nearest

words = st.sampled_from(["a", "ab", "abc", "US", "us"])
texts = st.lists(st.tuples(words, st.sampled_from([" ", "-", ", ", " “"])), max_size=9).map(
    lambda pairs: "".join(word + gap for word, gap in pairs)
)
patterns = st.lists(st.sampled_from(["a", "ab*", "US", "(a|abc)", "a ...2 ab"]), min_size=1, max_size=3).map(" ".join)

MISSES = [
    pytest.param(
        "oppose* ... harbour",
        "We oppose all and any of the new dredging in the harbour.",
        "the gap is 9 words, the pattern allows 6",
        "...9",
        "oppose* ...9 harbour",
        id="a gap too wide",
    ),
    pytest.param(
        "herring quota for Borska",
        "a herring quota again for Borska",
        "‘again’ stands between ‘quota’ and ‘for’",
        "quota ...1 for",
        "herring quota ...1 for Borska",
        id="a word between neighbours",
    ),
    pytest.param(
        "Alden and Borska",
        "Alden, and Borska",
        "a mark such as a comma stands between ‘alden’ and ‘and’",
        "alden ...1 and",
        "Alden ...1 and Borska",
        id="a comma between neighbours",
    ),
    pytest.param(
        "close the fishing ground",
        "they closed the fishing ground",
        "the text has ‘closed’, the pattern ‘close’",
        "(close|closed)",
        "(close|closed) the fishing ground",
        id="another form of a word",
    ),
    pytest.param(
        "does not support the quota",
        "Alden does not back the quota",
        "the text has ‘back’ where the pattern has ‘support’",
        "(support|back)",
        "does not (support|back) the quota",
        id="another word",
    ),
    pytest.param(
        "US fleet",
        "all of us fleet",
        "‘us’ does not stand in capitals",
        "us",
        "us fleet",
        id="capitals",
    ),
    pytest.param(
        "an early and fair quota",
        "an early and quota",
        "‘fair’ does not stand after ‘and’",
        "(fair|)",
        "an early and (fair|) quota",
        id="a word that is missing",
    ),
]


@pytest.mark.parametrize(("pattern", "text", "said", "edit", "better"), MISSES)
def test_a_near_miss_is_told_with_an_edit_that_matches(
    pattern: str, text: str, said: str, edit: str, better: str
) -> None:
    miss = nearest(pattern, text)
    assert miss is not None
    assert (miss.said, miss.edit) == (said, edit)
    assert not Phrases([pattern]).find(text)
    assert Phrases([better]).find(text)


def test_two_misfits_are_both_told() -> None:
    miss = nearest("never close the old fishing ground to us", "never closes the old, fishing ground to us")
    assert miss is not None
    assert miss.edit == "(close|closes); old ...1 fishing"


@pytest.mark.parametrize("text", ["The weather is fine.", "", "line by line", "a red herring"])
def test_nothing_near_is_not_made_up(text: str) -> None:
    assert nearest("red line", text) is None


def test_a_gap_wider_than_any_gap_is_no_near_miss() -> None:
    assert nearest("oppose* ... harbour", "oppose " + "word " * 16 + "harbour") is None


@given(patterns, texts)
def test_what_matches_is_no_miss_and_what_misses_is_in_the_text(pattern: str, text: str) -> None:
    miss = nearest(pattern, text)
    if Phrases([pattern]).find(text):
        assert miss is None
    if miss:
        assert 0 <= miss.start < miss.stop <= len(text)


def test_a_megabyte_is_not_slow() -> None:
    start = time.process_time()
    nearest("word (a|b|c) ...3 (d|e) word end", "word " * 200_000)
    assert time.process_time() - start < 5
