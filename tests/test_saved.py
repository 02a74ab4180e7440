"""Saved briefings give back the analysis they carry."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import briefing
from briefing.changes import compare, picture
from briefing.errors import DocumentError
from briefing.saved import analysis_in

ROOT = Path(__file__).resolve().parent.parent
REPORT = ROOT / "examples" / "report.md"


@pytest.fixture(scope="module", name="folder")
def _folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("saved")
    made = briefing.make(REPORT)
    (folder / "brief.pdf").write_bytes(made.pdf)
    (folder / "brief.json").write_bytes(made.json)
    return folder


def test_a_pdf_carries_what_its_analysis_file_says_but_the_texts(folder: Path) -> None:
    pdf, data = (dict(analysis_in(folder / name)) for name in ("brief.pdf", "brief.json"))
    assert [d.pop("text") for d in data["documents"]]
    assert pdf == data


def test_a_pdf_and_its_analysis_file_are_the_same_briefing(folder: Path) -> None:
    first, second = (picture(analysis_in(folder / name)) for name in ("brief.pdf", "brief.json"))
    assert compare(first, second).empty


@pytest.mark.parametrize(
    ("data", "message"),
    [
        pytest.param(None, "there is no such file", id="missing"),
        pytest.param(b"", "no saved briefing", id="empty"),
        pytest.param(b"[" * 100_000, "no saved briefing", id="deep"),
        pytest.param(b"\xff\xfe", "no saved briefing", id="bytes"),
        pytest.param(b"{}", "this JSON is no analysis", id="another JSON"),
        pytest.param(b"[1]", "this JSON is no analysis", id="a list"),
        pytest.param(b"%PDF-1.7\nnothing", "PDF", id="a broken PDF"),
    ],
)
def test_a_file_that_is_no_briefing_is_told_in_one_line(tmp_path: Path, data: bytes | None, message: str) -> None:
    file = tmp_path / "file"
    if data is not None:
        file.write_bytes(data)
    with pytest.raises(DocumentError) as caught:
        analysis_in(file)
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_another_programs_pdf_is_told(tmp_path: Path) -> None:
    from reportlab.pdfgen.canvas import Canvas

    file = tmp_path / "other.pdf"
    canvas = Canvas(str(file))
    canvas.drawString(100, 100, "Nothing")
    canvas.save()
    with pytest.raises(DocumentError, match="carries no analysis"):
        analysis_in(file)


def test_a_damaged_pdf_never_ends_in_a_traceback(folder: Path, tmp_path: Path) -> None:
    whole = (folder / "brief.pdf").read_bytes()
    for n in range(0, len(whole), len(whole) // 40):
        file = tmp_path / "cut.pdf"
        file.write_bytes(whole[:n] + b"\x00\x01" + whole[n + 700 :])
        said = _said(file)
        assert said == "read" or "\n" not in said


def _said(file: Path) -> str:
    try:
        json.dumps(analysis_in(file))
    except DocumentError as error:
        return str(error)
    return "read"
