from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.attribution import attribute, remarks
from briefing.model import Genre
from tests.attribution.land import LEXICON, document

WORDS = st.sampled_from(
    [
        "Ada",
        "Berg",
        "Kral",
        "He",
        "Alden",
        "Borska",
        "Aldenian",
        "officials",
        "said",
        "says",
        "told",
        "that",
        "to",
        "by",
        "of",
        "the",
        "two",
        "leaders",
        "both",
        "sides",
        "and",
        ",",
        ".",
        ":",
        ";",
        "“",
        "”",
        "‘",
        "’",
        '"',
        "'",
        "(",
        ")",
        "–",
        "according",
        "to",
        "who",
        "which",
        "it",
        "they",
        "he",
        "its",
        "foreign",
        "ministry",
        "statement",
        "claim",
        "warning",
        "was",
        "condemned",
        "MOSS:",
        "Q",
        "PRESIDENT",
        "\n",
        "\n\n",
        "–",
        "…",
        "?",
        "!",
        "accused",
        "urged",
        "wants",
        "is",
        "clear",
        "not",
        "20",
        "U.S.",
        "Mr",
        "Mr.",
        "with",
        "urging",
        "as",
    ]
)


@settings(deadline=None, max_examples=150)
@given(st.lists(WORDS, max_size=45), st.sampled_from(list(Genre)), st.sampled_from(["ALD", None]))
def test_any_text_gives_spans_of_its_own(pieces: list[str], genre: Genre, side: str | None) -> None:
    made = document(" ".join(pieces), genre, side=side, title="Alden warns Borska")
    statements = attribute(made, LEXICON)
    edges = {s.start for s in made.sentences} | {s.stop for s in made.sentences}
    for s in statements:
        assert {s.span.start, s.span.stop} <= edges
        assert all(s.span.holds(c) and len(c) for c in s.content)
        assert all(a.stop <= b.start for a, b in zip(s.content, s.content[1:], strict=False))
    assert attribute(made, LEXICON) == statements
    remarks(made, statements)


@pytest.mark.parametrize("genre", list(Genre), ids=str)
def test_an_empty_text_says_nothing(genre: Genre) -> None:
    assert attribute(document("", genre), LEXICON) == ()
