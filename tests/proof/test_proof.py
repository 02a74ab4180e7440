"""A PDF briefing is verified against its documents and rules; whatever was changed is named."""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

import briefing
from briefing import saved
from briefing.cli.run import cli
from briefing.errors import DocumentError
from briefing.model import Analysis, Embed, Look, Paper
from briefing.pages import draw
from briefing.proof import FORMS, Drawn, verify
from briefing.record import record

ROOT = Path(__file__).resolve().parents[2]
NAMES = ("report.md", "readout-us.md", "readout-china.md")


@pytest.fixture(scope="module", name="texts")
def _texts() -> list[Path]:
    return [ROOT / "examples" / name for name in NAMES]


@pytest.fixture(scope="module", name="analysis")
def _analysis(texts: Sequence[Path]) -> Analysis:
    return briefing.analyze(*texts)


def written(folder: Path, pdf: bytes) -> Path:
    path = folder / "brief.pdf"
    path.write_bytes(pdf)
    return path


def run(*arguments: object) -> tuple[int, str]:
    result = CliRunner().invoke(cli, [str(a) for a in arguments])
    return result.exit_code, result.output


@pytest.mark.parametrize(
    "look",
    [
        pytest.param(Look(), id="as usual"),
        pytest.param(Look(embed=Embed.FULL), id="with all texts"),
        pytest.param(
            Look(title="Talks", marking="FOR THE DESK", prepared_by="Desk", paper=Paper.LETTER), id="all else"
        ),
    ],
)
def test_a_briefing_follows_from_its_documents_byte_for_byte(
    tmp_path: Path, texts: Sequence[Path], analysis: Analysis, look: Look
) -> None:
    inside = record(analysis, version="1", text=look.embed == Embed.FULL, look=look)
    proof = verify(written(tmp_path, draw(analysis, record=inside, look=look)), *texts)
    assert (proof.holds, proof.drawn) == (True, Drawn.BYTES)


def test_the_builders_date_is_no_difference(
    tmp_path: Path, texts: Sequence[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    path = written(tmp_path, briefing.make(*texts).pdf)
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert verify(path, *texts).drawn == Drawn.BYTES


def test_an_edited_document_is_named_and_so_is_what_it_changes(tmp_path: Path, texts: Sequence[Path]) -> None:
    path = written(tmp_path, briefing.make(*texts).pdf)
    other = tmp_path / NAMES[0]
    other.write_text(texts[0].read_text("utf-8").replace("The ", "A ", 1), "utf-8")
    code, said = run("verify", path, other, *texts[1:])
    assert code == 1
    assert f"documents: {NAMES[0]} is not the one that was read" in said


def test_a_missing_and_an_added_document_are_named(tmp_path: Path, texts: Sequence[Path]) -> None:
    path = written(tmp_path, briefing.make(*texts[:2]).pdf)
    code, said = run("verify", path, texts[0], texts[2])
    assert code == 1
    assert f"{NAMES[1]} was read for the briefing, and is not among those given" in said
    assert f"{NAMES[2]} is given, and was not read for the briefing" in said


def test_a_renamed_document_is_the_same(tmp_path: Path, texts: Sequence[Path]) -> None:
    path = written(tmp_path, briefing.make(texts[1]).pdf)
    proof = verify(path, shutil.copy(texts[1], tmp_path / "other-name.md"))
    assert not proof.documents


def test_other_rules_are_named_by_file(tmp_path: Path, texts: Sequence[Path]) -> None:
    path = written(tmp_path, briefing.make(*texts).pdf)
    rules = shutil.copytree(ROOT / "rules", tmp_path / "rules")
    file = rules / "us-china" / "issues" / "trade.yaml"
    file.write_text(file.read_text("utf-8") + "# looked at again\n", "utf-8")
    code, said = run("verify", path, *texts, "--rules", rules)
    assert code == 1
    assert "rules: us-china/issues/trade.yaml is not the one that was read" in said


def test_what_was_said_of_a_document_is_asked_for_again(tmp_path: Path) -> None:
    text = tmp_path / "news.txt"
    text.write_text("Secretary Blinken said on Tuesday that the United States opposes tariffs.\n", "utf-8")
    path = tmp_path / "brief.pdf"
    assert run("make", text, "--sides", "USA,CHN", "--publisher", "The Courier", "-o", path)[0] == 0
    code, said = run("verify", path, text)
    assert (code, "publisher is The Courier in the file, nothing here" in said) == (1, True)
    assert run("verify", path, text, "--publisher", "The Courier")[0] == 0


def test_pages_that_show_something_else_are_found(tmp_path: Path, texts: Sequence[Path], analysis: Analysis) -> None:
    forged = replace(analysis, rows=(replace(analysis.rows[0], cells=analysis.rows[0].cells[::-1]), *analysis.rows[1:]))
    path = written(tmp_path, draw(forged, record=record(analysis, version="1", text=False)))
    proof = verify(path, *texts)
    assert (proof.changes.empty, proof.drawn, proof.holds) == (True, Drawn.OTHER, False)
    assert f"the first is page {proof.page}" in FORMS["text"](proof)


def test_an_analysis_that_was_changed_where_no_page_shows_it_is_found(
    tmp_path: Path, texts: Sequence[Path], analysis: Analysis
) -> None:
    told = json.loads(record(analysis, version="1", text=False))
    told["statements"][0]["speaker"] = "Somebody Else"
    path = written(tmp_path, draw(analysis, record=json.dumps(told).encode()))
    proof = verify(path, *texts)
    assert (proof.hidden, proof.holds) == (("statements",), False)


def test_the_same_in_json(tmp_path: Path, texts: Sequence[Path]) -> None:
    path = written(tmp_path, briefing.make(*texts).pdf)
    code, said = run("verify", path, *texts, "--format", "json")
    found = json.loads(said)
    assert (code, found["holds"], found["pages"]["drawn"]) == (0, True, "same-bytes")


@pytest.mark.parametrize("what", ["no file", "no briefing", "no document", "bad rules"])
def test_what_cannot_be_checked_ends_with_two(tmp_path: Path, texts: Sequence[Path], what: str) -> None:
    path = written(tmp_path, briefing.make(*texts).pdf)
    calls = {
        "no file": ("verify", tmp_path / "none.pdf", *texts),
        "no briefing": ("verify", texts[0], *texts),
        "no document": ("verify", path, tmp_path / "none.txt"),
        "bad rules": ("verify", path, *texts, "--rules", tmp_path / "none"),
    }
    assert run(*calls[what])[0] == 2


# ── what rides inside ───────────────────────────────────────────────────────────────────────────────────────────────


def test_the_analysis_comes_out_as_it_went_in(tmp_path: Path, texts: Sequence[Path]) -> None:
    path, out = tmp_path / "brief.pdf", tmp_path / "out.json"
    assert run("make", *texts, "-o", path)[0] == 0
    code, said = run("extract", path, "-o", out)
    assert (code, "analysis.json" in said) == (0, True)
    assert out.read_bytes() == saved.attached(path.read_bytes(), "x")
    assert "text" not in json.loads(out.read_bytes())["documents"][0]


def test_all_texts_ride_along_on_request(tmp_path: Path, texts: Sequence[Path]) -> None:
    path = tmp_path / "brief.pdf"
    run("make", *texts, "-o", path, "--embed", "full")
    assert json.loads(run("extract", path)[1])["documents"][0]["text"]


def test_nothing_rides_along_on_request(tmp_path: Path, texts: Sequence[Path]) -> None:
    path = tmp_path / "brief.pdf"
    run("make", *texts, "-o", path, "--embed", "none")
    assert "nothing rides inside" in run("extract", path, "--list")[1]
    with pytest.raises(DocumentError, match="--embed none"):
        saved.attached(path.read_bytes(), "brief.pdf")
