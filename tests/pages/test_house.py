"""A house may set its own face; what that lacks comes from the package, and a file that cannot be used is told."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pypdf
import pytest
from click.testing import CliRunner

from briefing.cli.run import cli
from briefing.errors import ChoiceError
from briefing.model import Look
from briefing.pages import draw
from briefing.pages.house import face
from tests.pages import scenes
from tests.pages.tagged.reading import read

ROOT = Path(__file__).parents[2]
OURS = ROOT / "briefing" / "pages" / "fonts"
HEBREW, SANS = OURS / "BriefingHebrew.ttf", OURS / "BriefingSans-Semibold.ttf"
REPORT = ROOT / "examples" / "report.md"


def fonts(file: bytes) -> set[str]:
    pages: Any = pypdf.PdfReader(io.BytesIO(file)).pages
    return {str(f.get_object()["/BaseFont"]).split("+")[-1] for p in pages for f in p["/Resources"]["/Font"].values()}


def test_text_and_headings_take_the_faces_of_the_house() -> None:
    analysis = scenes.scripts().analysis()
    text, both = (Look(fonts=(face(SANS),) * n) for n in (1, 2))
    plain = fonts(draw(analysis, record=b"{}"))
    assert any("SerifText" in f or "Serif" in f for f in plain)
    one, two = (fonts(draw(analysis, record=b"{}", look=look)) for look in (text, both))
    assert len([f for f in two if "Serif" in f]) < len([f for f in one if "Serif" in f]) < len(plain)


def test_what_the_face_lacks_is_set_in_our_own() -> None:
    analysis = scenes.scripts().analysis()
    house, plain = (read(draw(analysis, record=b"{}", look=look)).root for look in (Look(fonts=(face(SANS),)), Look()))
    assert [node.text for node in house.all("BlockQuote")] == [node.text for node in plain.all("BlockQuote")]


@pytest.mark.parametrize("data", [b"", b"OTTO" + bytes(200), b"no font", SANS.read_bytes()[:5000]])
def test_a_file_that_is_no_font_is_told(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "house.ttf"
    path.write_bytes(data)
    with pytest.raises(ChoiceError, match=r"house\.ttf: this font cannot be used") as caught:
        face(path)
    assert "\n" not in str(caught.value)


def test_a_missing_file_is_told() -> None:
    with pytest.raises(ChoiceError, match="cannot be read"):
        face("none.ttf")


def test_the_file_names_its_face_and_can_be_verified_with_it(tmp_path: Path) -> None:
    out = str(tmp_path / "b.pdf")
    run = CliRunner()
    assert run.invoke(cli, ["make", str(REPORT), "-o", out, "--font", str(SANS)]).exit_code == 0
    told = json.loads(run.invoke(cli, ["extract", out]).output)["page"]["fonts"]
    assert [f["name"] for f in told] == [SANS.name]
    assert run.invoke(cli, ["verify", out, str(REPORT), "--font", str(SANS)]).exit_code == 0
    without = run.invoke(cli, ["verify", out, str(REPORT)])
    assert (without.exit_code, f"set in {SANS.name}" in without.output) == (2, True)


def test_three_faces_are_too_many() -> None:
    result = CliRunner().invoke(cli, ["make", str(REPORT), *(["--font", str(SANS)] * 3)])
    assert result.exit_code == 2
