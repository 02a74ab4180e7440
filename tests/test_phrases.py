"""The pattern language, sentence by sentence."""

from __future__ import annotations

import pytest

from briefing.phrases import PatternError, Phrases, parse


def found(pattern: str, text: str) -> list[str]:
    return [text[h.start : h.stop] for h in Phrases([pattern]).find(text)]


@pytest.mark.parametrize(
    ("pattern", "text", "hits"),
    [
        pytest.param("welcome the pact", "They WELCOME the pact.", ["WELCOME the pact"], id="case does not count"),
        pytest.param("élysée", "The Elysee said", ["Elysee"], id="accents do not count"),
        pytest.param("US", "The US told us.", ["US"], id="capitals match capitals only"),
        pytest.param("US", "The U.S. left.", ["U.S."], id="full stops inside capitals do not count"),
        pytest.param(
            "arms sales by the U.S.",
            "He opposed arms sales by the U.S. and left.",
            ["arms sales by the U.S."],
            id="a hit ends after the full stop of U.S.",
        ),
        pytest.param(
            "support Taiwan independence",
            "not support “Taiwan independence” now",
            ["support “Taiwan independence"],
            id="quotation marks may stand between neighbours",
        ),
        pytest.param("one-China policy", "a ‘one China’ policy", ["one China’ policy"], id="hyphens too"),
        pytest.param("the pact", "the. pact", [], id="no full stop between neighbours"),
        pytest.param("the pact", "the, pact", [], id="no comma between neighbours"),
        pytest.param("welcom* talks", "welcoming talks", ["welcoming talks"], id="any ending"),
        pytest.param("China* role", "China’s role", ["China’s role"], id="an open end takes the possessive s"),
        pytest.param("drill(s)", "one drill, two drills", ["drill", "drills"], id="an optional part"),
        pytest.param("(a|some) drill", "some drill", ["some drill"], id="alternatives"),
        pytest.param("a (new|) drill", "a drill and a new drill", ["a drill", "a new drill"], id="nothing as a choice"),
        pytest.param(
            "the ... pact",
            "the one two three four five six pact",
            ["the one two three four five six pact"],
            id="a gap of six",
        ),
        pytest.param("the ... pact", "the 1 2 3 4 5 6 7 pact", [], id="not of seven"),
        pytest.param("the ...1 pact", "the old pact, the very old pact", ["the old pact"], id="a gap with a length"),
        pytest.param("no ... pact", "no, said he, pact", ["no, said he, pact"], id="a gap crosses commas"),
        pytest.param("he ... pact", "he said he left the pact", ["he left the pact"], id="the smallest hit counts"),
    ],
)
def test_a_pattern_finds(pattern: str, text: str, hits: list[str]) -> None:
    assert found(pattern, text) == hits


@pytest.mark.parametrize(
    ("pattern", "at", "message"),
    [
        pytest.param("...", 0, "never match", id="only a gap"),
        pytest.param("the pact ...", 9, "words on both sides", id="a gap at the end"),
        pytest.param("(the pact", 0, "never closed", id="an open parenthesis"),
        pytest.param("the | pact", 4, "outside parentheses", id="a stray bar"),
        pytest.param("the pact)", 8, "no '('", id="a stray parenthesis"),
        pytest.param("* pact", 0, "needs a word", id="a star alone"),
        pytest.param("pa*ct", 3, "blank is missing", id="a star inside a word"),
        pytest.param("the ,, pact", 4, "no letter", id="marks alone"),
        pytest.param("a ... b ... c ... d ... e", 20, "more than 3 gaps", id="too many gaps"),
        pytest.param(
            "(a a|b b|c c) (a a|b b|c c) (a a|b b|c c) (a a|b b|c c) (a a|b b|c c)",
            0,
            "more than 200",
            id="too many phrases",
        ),
        pytest.param("x" * 301, 300, "longer than 300", id="too long"),
    ],
)
def test_a_bad_pattern_is_named_with_its_place(pattern: str, at: int, message: str) -> None:
    with pytest.raises(PatternError) as caught:
        parse(pattern)
    assert message in str(caught.value)
    assert caught.value.at == at


def test_hits_name_their_pattern() -> None:
    hits = Phrases(["pact", "the pact"]).find("the pact")
    assert [(h.pattern, h.start) for h in hits] == [(0, 4), (1, 0)]


def test_plain_words_are_a_valid_pattern() -> None:
    assert found("what if: a drill?", "What if a drill") == ["What if a drill"]


def test_a_long_run_of_one_word_is_not_slow() -> None:
    phrases = Phrases(["word ... word ... word ... stop"])
    assert phrases.find("word " * 20_000) == ()
