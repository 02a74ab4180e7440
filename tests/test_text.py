from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model import Span
from briefing.text import paragraphs, quotations, sentences, tokens


def split(text: str) -> list[str]:
    return [text[s.start : s.stop] for s in sentences(text)]


def quoted(text: str) -> list[str]:
    return [text[q.inner.start : q.inner.stop] for q in quotations(text, paragraphs(text)).quotations]


def unpaired(text: str) -> list[str]:
    return [text[s.start : s.stop] for s in quotations(text, paragraphs(text)).unpaired]


@pytest.mark.parametrize(
    "text",
    [
        "The U.S. Senate met Gen. Cole and Mr. Berg of Alden Corp. about No. 5 of the list.",
        "MR. BERG:  We came to listen.",
        "President J. B. Moss, Jr. met Dr. A. Lund in St. Anna at 4 p.m. on Jan. 5.",
        "“Why now?” Ada Berg asked.",
        "“Never!” the minister said on Monday.",
        "“Is that all?” asked Berg.",
        "Borska … which we know … agreed.",
        "They paid $1.5 bn. for it, i.e. too much.",
        "The envoys met in Alda, D.C. on Friday.",
    ],
    ids=lambda t: t[:24],
)
def test_a_shortened_word_ends_no_sentence(text: str) -> None:
    assert split(text) == [text]


@pytest.mark.parametrize("mark", ["1. ", "12) ", "(3) ", "(a) ", "iv. ", "• "])
def test_the_number_of_a_paragraph_is_no_part_of_its_sentence(mark: str) -> None:
    assert split(f"{mark}The parties will meet twice a year. They agreed.") == [
        "The parties will meet twice a year.",
        "They agreed.",
    ]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Berg met U.S. envoys. He left.", ["Berg met U.S. envoys.", "He left."]),
        ("He flew to the U.S. The talks failed.", ["He flew to the U.S.", "The talks failed."]),
        ("“We came. We left,” Berg said.", ["“We came.", "We left,” Berg said."]),
        ("“We left.” The talks failed.", ["“We left.”", "The talks failed."]),
        ("They called it ‘fair’. Borska did not.", ["They called it ‘fair’.", "Borska did not."]),
        ("“Once that is solved … Relations will mend.”", ["“Once that is solved …", "Relations will mend.”"]),
        ("It is over.) “So be it.”", ["It is over.)", "“So be it.”"]),
        ("Talks end\n\nBerg left. Why?", ["Talks end", "Berg left.", "Why?"]),
    ],
    ids=lambda t: str(t)[:24],
)
def test_sentences_end_where_readers_end_them(text: str, parts: list[str]) -> None:
    assert split(text) == parts


def test_headlines_captions_and_items_are_sentences_of_their_own() -> None:
    text = "Talks resume in Alda\nBy our reporter\n\n- more trade\n- fewer drills\n\nThe rest followed as planned."
    assert [text[p.start : p.stop] for p in paragraphs(text)] == [
        "Talks resume in Alda",
        "By our reporter",
        "- more trade",
        "- fewer drills",
        "The rest followed as planned.",
    ]


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    text = (
        "The foreign minister of Alden said on Monday that the drills along the\n"
        "border must end before any new talks, and that her government would not\n"
        "wait.\n\nBorska declined."
    )
    assert [text[p.start : p.stop].count("\n") for p in paragraphs(text)] == [2, 0]


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ('He called it "unfair", she "odd".', ["unfair", "odd"]),
        ("Der Pakt sei „tot“, sagte er.", ["tot"]),
        ("Il a dit «jamais» hier.", ["jamais"]),
        ("He saw »fair play« there.", ["fair play"]),
        ("The leaders’ aides’ work is ‘done’.", ["done"]),
        ("It’s Alden’s ‘red line’, isn’t it?", ["red line"]),
        ("They praised ‘the leaders’ pact’ again.", ["the leaders’ pact"]),
        ("In the '90s the rock 'n' roll years were 'wild'.", ["wild"]),
        ("“He said ‘no’ to me,” she said.", ["He said ‘no’ to me,"]),
        ("``Never,'' he said.", ["Never,"]),
        ("called the pact “a partner‘s duty” and left", ["a partner‘s duty"]),
    ],
    ids=lambda t: str(t)[:20],
)
def test_marks_pair_and_apostrophes_do_not(text: str, inside: list[str]) -> None:
    assert quoted(text) == inside
    assert unpaired(text) == []


def test_a_mark_that_opens_nothing_is_unpaired() -> None:
    assert unpaired("» Talks resumed. Berg called it “fair” and left.") == ["»"]
    assert quoted("» Talks resumed. Berg called it “fair” and left.") == ["fair"]


def test_a_reopened_quotation_is_not_unpaired() -> None:
    assert unpaired("Berg said: “The drills must end.\n\n“We will not wait,” she added.") == []
    assert unpaired("Berg said: “The drills must end.\n\nShe left.") == ["“"]


def test_possessive_endings_are_tokens() -> None:
    assert [t.text for t in tokens("Alden’s envoy won’t say it's over-priced at 1,500.")] == [
        "Alden", "’s", "envoy", "won’t", "say", "it", "'s", "over-priced", "at", "1,500", ".",
    ]  # fmt: skip


TEXT = st.text(alphabet="aB .\n“”\"'’‘«»!?…-()1", max_size=120)


@given(TEXT)
def test_spans_are_ordered_and_cover_every_word(text: str) -> None:
    for spans in (paragraphs(text), sentences(text)):
        assert all(a.stop <= b.start for a, b in pairwise(spans))
        held = {i for s in spans for i in range(s.start, s.stop)}
        assert all(c.isspace() or i in held for i, c in enumerate(text))
    blocks = paragraphs(text)
    assert all(any(b.holds(s) for b in blocks) for s in sentences(text))


@given(TEXT)
def test_quotations_are_ordered_and_stay_in_their_paragraph(text: str) -> None:
    blocks = paragraphs(text)
    marks = quotations(text, blocks)
    assert all(q.span.holds(q.inner) and any(b.holds(q.span) for b in blocks) for q in marks.quotations)
    assert all(a.span.stop <= b.span.start for a, b in pairwise(marks.quotations))


@pytest.mark.parametrize("piece", ["“", "'", "a. ", "‘a’ ", "x\n", ".", "“a” ", " 'a", "»a ", " ‘a’s b", "U.", "A" * 3])
def test_no_text_is_slow(piece: str) -> None:
    text = piece * 20_000
    begin = time.process_time()
    quotations(text, paragraphs(text))
    sentences(text)
    tokens(text)
    assert time.process_time() - begin < 5


def test_empty_text_has_nothing() -> None:
    assert paragraphs("") == sentences("") == ()
    assert tokens("a b", 2) == tokens("a b", 2, 3)
    assert Span(0, 1) in paragraphs("a")


def test_a_sentence_that_never_ends_is_cut_between_words() -> None:
    text = "one word after the other and no full stop " * 300
    found = sentences(text)
    assert max(len(s) for s in found) <= 2000
    assert " ".join(text[s.start : s.stop] for s in found) == text.strip()
