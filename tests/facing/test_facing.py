"""Two briefings page beside page: what is boxed, and what is not."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pypdf
import pypdfium2
import pytest
from click.testing import CliRunner

import briefing
from briefing.cli.run import cli
from briefing.errors import DocumentError
from briefing.facing import face
from briefing.facing.ink import Ink, marked
from briefing.facing.lines import Box, Line, Word, lines
from briefing.facing.moved import moved
from briefing.model import Analysis
from briefing.pages import draw
from tests.pages import scenes


def drawn(analysis: Analysis) -> bytes:
    return draw(analysis, record=b"{}\n")


def edited(analysis: Analysis, **changes: object) -> Analysis:
    """Give the analysis with its first cell's leading stance changed."""
    row = analysis.rows[0]
    first = row.cells[0]
    stances = (replace(first.stances[0], **changes), *first.stances[1:])  # type: ignore[arg-type]
    cells = (replace(first, stances=stances), row.cells[1])
    return replace(analysis, rows=(replace(row, cells=cells), *analysis.rows[1:]))


def line(text: str, y: float, page: int = 0) -> Line:
    boxes = [Box(page=page, left=10.0 * k, low=y, right=10.0 * k + 8, high=y + 9) for k in range(len(text.split()))]
    return Line(tuple(Word(word, box) for word, box in zip(text.split(), boxes, strict=True)))


def test_a_briefing_beside_itself_has_no_box() -> None:
    pdf = drawn(scenes.beijing().analysis())
    found = face(pdf, pdf)
    assert (found.old, found.new) == (0, 0)


def test_both_stand_on_one_sheet_and_keep_their_words() -> None:
    old, new = drawn(scenes.quarrel().analysis()), drawn(scenes.beijing().analysis())
    pages = pypdf.PdfReader(io.BytesIO(face(old, new).pdf)).pages
    assert len(pages) == max(len(pypdf.PdfReader(io.BytesIO(pdf)).pages) for pdf in (old, new))
    assert float(pages[0].mediabox.width) > 2 * 595
    text = pypdfium2.PdfDocument(face(old, new).pdf)[0].get_textpage().get_text_bounded()
    assert "Alden and Borska" in text
    assert "United States and China" in text


def test_other_words_are_boxed_on_both_sides() -> None:
    old = scenes.quarrel().analysis()
    found = face(drawn(old), drawn(edited(old, words="waits for a fishing quota")))
    assert found.old > 0
    assert found.new > 0


def test_a_mark_that_moved_is_boxed_though_its_words_are_the_same() -> None:
    old = scenes.quarrel().analysis()
    first, second = (pypdfium2.PdfDocument(drawn(a)) for a in (old, edited(old, force=1)))
    before, after = lines(first), lines(second)
    boxes = list(marked(Ink(first, before), Ink(second, after), moved(before, after).same))
    assert [box.page for box, _ in boxes[:1]] == [0]
    assert all(box.left > 400 for box, _ in boxes if box.page == 0)  # in the chart


def test_words_that_only_stand_elsewhere_are_the_same() -> None:
    old = [line("one two", 700), line("three four", 680)]
    new = [line("zero", 700), line("one two", 600), line("three four", 500, page=1)]
    found = moved(old, new)
    assert (len(found.old), len(found.new), len(found.same)) == (0, 1, 2)


def test_words_that_wrap_elsewhere_are_the_same() -> None:
    found = moved([line("one two three", 700)], [line("one two", 700), line("three", 690)])
    assert (found.old, found.new) == ([], [])


def test_footers_are_not_compared() -> None:
    old, new = (drawn(scenes.quarrel().analysis()), draw(scenes.quarrel().analysis(), record=b"{ }\n"))
    assert old != new
    assert face(old, new).old == 0


def test_the_same_two_give_the_same_bytes() -> None:
    old, new = drawn(scenes.quarrel().analysis()), drawn(scenes.readouts().analysis())
    assert face(old, new) == face(old, new)


def test_what_is_no_pdf_is_named() -> None:
    with pytest.raises(DocumentError, match=r"april\.pdf: this PDF cannot be read"):
        face(b"no", b"no", ("april.pdf", "may.pdf"))


def test_the_command_writes_the_sheets_and_counts_the_boxes(tmp_path: Path) -> None:
    examples = Path(__file__).resolve().parents[2] / "examples"
    for name in ("report", "readout-us"):
        (tmp_path / f"{name}.pdf").write_bytes(briefing.make(examples / f"{name}.md").pdf)
    sheets = tmp_path / "sheets.pdf"
    ran = CliRunner().invoke(
        cli, ["diff", str(tmp_path / "report.pdf"), str(tmp_path / "readout-us.pdf"), "--visual", str(sheets)]
    )
    assert ran.exit_code == 0, ran.output
    assert sheets.read_bytes().startswith(b"%PDF-")
    assert "places boxed in" in ran.output
