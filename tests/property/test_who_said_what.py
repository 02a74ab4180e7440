"""Any text at all: statements lie inside it, in order, and the cost grows with its length alone."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.attribution import attribute, remarks
from briefing.model import Genre
from tests.attribution.land import LEXICON, document

# Any character, and more often those that open, close and report.
TEXTS = st.text() | st.lists(
    st.text(max_size=12)
    | st.sampled_from(["“", "”", "''", "‘", "\n\n", " said ", " Ada Berg ", ", according to ", "."]),
    max_size=40,
).map("".join)


@settings(deadline=None, max_examples=150)
@given(TEXTS, st.sampled_from(list(Genre)), st.sampled_from(["ALD", None]))
def test_any_text_has_its_statements_inside_it_and_in_order(text: str, genre: Genre, side: str | None) -> None:
    made = document(text, genre, side=side)
    statements = attribute(made, LEXICON)
    assert [s.span.start for s in statements] == sorted(s.span.start for s in statements)
    for s in statements:
        spans = [x for x in (s.span, s.source, s.cue, *s.content) if x]
        assert all(0 <= x.start < x.stop <= len(text) for x in spans)
        assert all(a.stop <= b.start for a, b in pairwise(s.content))
        assert s.found_by
    remarks(made, statements)


@pytest.mark.parametrize("piece", ["“", "“ ", "“a ", "« ", "''", '"'], ids=["“", "“ ", "“a", "«", "''", '"'])
def test_two_hundred_thousand_open_quotations_take_seconds(piece: str) -> None:
    text = piece * 200_000
    begin = time.process_time()
    attribute(document(text), LEXICON)
    assert time.process_time() - begin < 15
