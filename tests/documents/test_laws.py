"""What holds for every file, however odd: a document whose spans lie in its text, or one clear message."""

import time
from io import BytesIO
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.documents import read
from briefing.documents.markdown import paragraphs, sentences
from briefing.errors import BriefingError

TEXT = st.text("Ab. #>*-_:\n\r\t“”Q–中", max_size=80)


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=200) | TEXT.map(str.encode) | TEXT.map(lambda t: f"---\ntitle: {t}\n---\n{t}".encode()))
def test_any_bytes_are_a_document_or_a_message(data: bytes) -> None:
    try:
        document = read("-", stdin=BytesIO(data))
    except BriefingError as error:
        assert str(error).startswith("standard input:")  # noqa: PT017 - both outcomes are right
        return
    for spans in (document.sentences, document.paragraphs):
        assert all(document.words(span).strip() for span in spans)
        assert all(before.stop <= after.start for before, after in pairwise(spans))
        assert not spans or spans[-1].stop <= len(document.text)


@settings(max_examples=300, deadline=None)
@given(TEXT)
def test_no_span_of_markdown_crosses_the_end_of_a_heading(text: str) -> None:
    for spans in (sentences(text), paragraphs(text)):
        assert all(before.stop <= after.start for before, after in pairwise(spans))
        for span in spans:
            lines = text[span.start : span.stop].split("\n")
            assert len(lines) == 1 or not any(line.lstrip(" ").startswith("# ") for line in lines)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("# " * 200_000 + "x", id="heading"),
        pytest.param("A." * 200_000 + "x\n\nb", id="initials"),
        pytest.param("> * _ " * 100_000 + "x\n\nb", id="marks"),
        pytest.param("PRESIDENT (" * 50_000 + ":\n\nb", id="labels"),
        pytest.param("April 1 " * 60_000, id="dates"),
        pytest.param("---\n" * 100_000, id="fences"),
        pytest.param("---\ntitle: a\n" + "x: [\n" * 150 + "---\nb", id="front matter"),
    ],
)
def test_no_text_is_slow(text: str) -> None:
    start = time.process_time()
    try:
        read("-", stdin=BytesIO(text.encode()))
    except BriefingError:
        assert text.startswith("---")  # only front matter may be refused
    assert time.process_time() - start < 4
