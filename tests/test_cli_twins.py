"""`briefing make --twins` writes the other forms beside the PDF."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from briefing.cli.run import cli
from briefing.errors import ChoiceError

REPORT = Path(__file__).resolve().parents[1] / "examples" / "report.md"


def test_all_twins_stand_beside_the_pdf(tmp_path: Path) -> None:
    result = CliRunner().invoke(cli, ["make", str(REPORT), "-o", str(tmp_path / "brief.v2.pdf"), "--twins"])
    assert result.exit_code == 0
    names = {p.name for p in tmp_path.iterdir()}
    assert names == {f"brief.v2{end}" for end in (".pdf", ".html", ".md", ".matrix.csv", ".register.csv")}


def test_twins_need_a_name() -> None:
    result = CliRunner().invoke(cli, ["make", str(REPORT), "-o", "-", "--twins"])
    assert isinstance(result.exception, ChoiceError)


def test_a_twin_never_overwrites_a_document(tmp_path: Path) -> None:
    document = tmp_path / "brief.md"
    document.write_bytes(REPORT.read_bytes())
    result = CliRunner().invoke(cli, ["make", str(document), "-o", str(tmp_path / "brief.pdf"), "--twins"])
    assert result.exit_code != 0
    assert document.read_bytes() == REPORT.read_bytes()
