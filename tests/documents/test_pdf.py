"""PDFs of several shapes are read in the order in which an eye reads them."""

from __future__ import annotations

import io
from pathlib import Path

import pypdf
import pytest

from briefing.documents import read
from briefing.errors import DocumentError
from briefing.model import Document
from tests.documents.papers import FONT, HEIGHT, WIDTH, Paper, columns, plain

pytest.importorskip("pypdfium2", reason="PDFs are read with the extra [pdf]")

TITLE = "Alden and Borska on fish and grain"
FIRST = (
    "Foreign Minister Ada Berg met her colleague from Borska on Monday and said that Alden would go on buying grain. "
    "She stressed that the drills along the border had to end before the two could speak about fish, and that nobody "
    "in Aldenburg was in a hurry."
)
SECOND = (
    "The minister of Borska replied that the drills were over, and that his country had never asked for more than its "
    "share. He called the day useful and asked for another in June."
)
THIRD = "Neither side spoke about the bridge. The talks go on next week in the capital of Borska."


def saved(folder: Path, data: bytes) -> Document:
    path = folder / "talks.pdf"
    path.write_bytes(data)
    return read(path)


def texts(document: Document) -> list[str]:
    return [document.text[p.start : p.stop] for p in document.paragraphs]


def test_paragraphs_of_one_column_come_out_whole(tmp_path: Path) -> None:
    found = saved(tmp_path, plain((FIRST, SECOND, THIRD), title=TITLE))
    assert texts(found) == [TITLE, FIRST, SECOND, THIRD]
    assert found.title == TITLE
    assert "title" in found.inferred


def test_two_columns_are_read_one_after_the_other_however_they_are_painted(tmp_path: Path) -> None:
    for across in (True, False):
        found = saved(tmp_path, columns((FIRST,), (SECOND, THIRD), title=TITLE, across=across))
        assert " ".join(texts(found)) == " ".join((TITLE, FIRST, SECOND, THIRD))


def test_a_running_head_and_page_numbers_are_no_part_of_the_text(tmp_path: Path) -> None:
    goods = ("fish", "grain", "timber", "steel", "wool", "glass", "salt", "coal")
    paragraphs = [f"On {thing}, this was said. {words}" for thing in goods for words in (FIRST, SECOND)]
    found = saved(tmp_path, plain(paragraphs, head="The Ministry of Alden", rows=30))
    assert texts(found) == paragraphs


def test_a_word_parted_at_the_end_of_a_line_is_made_whole(tmp_path: Path) -> None:
    paper = Paper()
    lines = (
        "Alden said it would raise the matter with Borska’s govern-",
        "ment, and that the government would answer.",
    )
    paper.column(72, 72, lines)
    assert "Borska’s government, and that the government would answer." in saved(tmp_path, paper.done()).text


def test_what_is_not_painted_is_not_read_and_told(tmp_path: Path) -> None:
    paper = Paper()
    paper.column(72, 72, ("Alden said that the day had been useful.", "Borska said nothing at all."))
    words = paper.canvas.beginText(72, HEIGHT - 200)
    words.setFont(FONT, 10)
    words.setTextRenderMode(3)
    words.textLine("Borska gives in.")
    paper.canvas.drawText(words)
    found = saved(tmp_path, paper.done())
    assert "gives in" not in found.text
    assert found.hidden == ("Borska gives in.",)


def locked() -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(plain((FIRST,))))
    writer.encrypt("fish and grain", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def scan() -> bytes:
    paper = Paper()
    paper.canvas.rect(0, 0, WIDTH, HEIGHT, fill=1)
    return paper.done()


@pytest.mark.parametrize(
    ("data", "message"),
    [
        pytest.param(locked(), "password", id="locked"),
        pytest.param(scan(), "no text is painted in this PDF", id="scan"),
        pytest.param(b"%PDF-1.7\nnothing follows\n", "damaged", id="damaged"),
        pytest.param(plain((FIRST,))[:700], "damaged", id="cut off"),
        pytest.param(b"Alden spoke.", "this is no PDF, whatever its ending", id="text called pdf"),
    ],
)
def test_what_cannot_be_read_gives_one_clear_line(tmp_path: Path, data: bytes, message: str) -> None:
    with pytest.raises(DocumentError, match=message) as caught:
        saved(tmp_path, data)
    assert str(caught.value).startswith(f"{tmp_path / 'talks.pdf'}: ")
    assert "\n" not in str(caught.value)
