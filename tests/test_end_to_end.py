"""From texts to comparison and page, with the rules that ship."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from pathlib import Path

import pypdf
import pytest

import briefing
from briefing.model import Analysis, Relation, Row
from tests import measure

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = [ROOT / "examples" / name for name in ("report.md", "readout-us.md", "readout-china.md")]
SHARED = ROOT.parent / "shared"
SEED = SHARED / "gold" / "dev" / "seed.json"
needs_seed = pytest.mark.skipif(not SEED.is_file(), reason="the coded documents of the team are not beside the project")


def texts(tmp_path: Path, **parts: str) -> list[Path]:
    """Write one readout a side: `usa="…"`, `chn="…"`."""
    paths = []
    for side, words in parts.items():
        path = tmp_path / f"{side}.md"
        head = f"---\ntitle: Readout of talks\ngenre: readout\nside: {side.upper()}\ndate: 2030-05-01\n---\n"
        path.write_text(head + words, "utf-8")
        paths.append(path)
    return paths


def rows(analysis: Analysis) -> Mapping[str, Row]:
    return {row.issue.id: row for row in analysis.rows}


def answers(analysis: Analysis) -> Mapping[str, Relation]:
    return {a.proposition.id: a.relation for row in analysis.rows for a in row.answers}


@pytest.fixture(scope="module")
def examples() -> Analysis:
    return briefing.analyze(*EXAMPLES)


@pytest.fixture(scope="module")
def seed(tmp_path_factory: pytest.TempPathFactory) -> Analysis:
    coded = json.loads(SEED.read_text("utf-8"))
    path = tmp_path_factory.mktemp("seed") / "seed.txt"
    path.write_text(measure.front_matter(coded) + coded["text"], "utf-8")
    return briefing.analyze(path)


# ── what must never be said ─────────────────────────────────────────────────────────────────────────────────────────


def test_policy_and_principle_never_agree(tmp_path: Path) -> None:
    paths = texts(
        tmp_path,
        usa="The Secretary said that our one-China policy has not changed.",
        chn="The Foreign Minister said that the one-China principle is the basis of China-US relations.",
    )
    analysis = briefing.analyze(*paths)
    found = answers(analysis)
    assert {"taiwan.one-china-policy", "taiwan.part-of-china"} <= set(found)
    assert Relation.CONVERGENT not in found.values()
    assert rows(analysis)["taiwan"].relation != Relation.CONVERGENT


def test_not_supporting_independence_is_only_partly_opposing_it(tmp_path: Path) -> None:
    paths = texts(
        tmp_path,
        usa="The Secretary said that the United States does not support Taiwan independence.",
        chn="The Foreign Minister said that China firmly opposes Taiwan independence.",
    )
    assert answers(briefing.analyze(*paths))["taiwan.independence"] == Relation.PARTIAL


def test_words_of_one_side_inside_the_others_text_are_told(tmp_path: Path) -> None:
    (path,) = texts(tmp_path, usa="President Xi Jinping agreed to hold talks on artificial intelligence.")
    statements = briefing.analyze(path, sides=("USA", "CHN")).statements
    assert [(s.side, s.via, s.speaker) for s in statements] == [("CHN", "USA", "Xi Jinping")]


def test_what_a_text_says_about_the_other_side_is_its_own(tmp_path: Path) -> None:
    (path,) = texts(tmp_path, chn="The United States has taken endless measures to suppress Chinese companies.")
    statements = briefing.analyze(path, sides=("USA", "CHN")).statements
    assert [(s.side, s.via) for s in statements] == [("CHN", None)]


def test_each_holder_in_one_sentence_keeps_to_its_own_clause(tmp_path: Path) -> None:
    words = (
        "Wang Yi urged the United States to lift its sanctions, and Secretary Blinken raised concerns about fentanyl."
    )
    (path,) = texts(tmp_path, chn=words)
    found = {(s.side, s.issue) for s in briefing.analyze(path, sides=("USA", "CHN")).stances}
    assert ("USA", "trade") not in found
    assert ("CHN", "counternarcotics") not in found


def test_he_lifeng_is_not_he(tmp_path: Path) -> None:
    words = (
        "Treasury Secretary Scott Bessent met Vice Premier He Lifeng. "
        "He raised concerns about unfair trade practices and non-market policies."
    )
    (path,) = texts(tmp_path, usa=words)
    speakers = {s.speaker for s in briefing.analyze(path, sides=("USA", "CHN")).statements if "raised" in s.words}
    assert "He Lifeng" not in speakers


# ── the examples ────────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_examples_set_both_sides_against_each_other(examples: Analysis) -> None:
    found = answers(examples)
    assert found["trade.unfair"] == Relation.DIVERGENT
    assert found["russia.support"] == Relation.DIVERGENT
    assert found["ai.dialogue"] == Relation.CONVERGENT
    assert rows(examples)["taiwan"].relation in (Relation.TALKING_PAST, Relation.PARTIAL)


def test_every_stance_of_the_examples_leads_back_to_words_and_rule(examples: Analysis) -> None:
    assert examples.stances
    for stance in examples.stances:
        assert stance.place.line > 0
        for span in stance.evidence:
            assert stance.statement.document.words(span).strip()


def test_a_briefing_has_the_same_bytes_twice(examples: Analysis) -> None:
    first, second = (briefing.make(*EXAMPLES).pdf for _ in range(2))
    assert first == second


def test_the_page_carries_the_analysis_without_the_documents_text() -> None:
    made = briefing.make(*EXAMPLES)
    attached = pypdf.PdfReader(io.BytesIO(made.pdf)).attachments
    (data,) = attached["analysis.json"]
    analysis = json.loads(data)
    assert analysis["schema"] == "briefing.analysis/1"
    assert all("text" not in d for d in analysis["documents"])


def test_document_text_is_never_markup(tmp_path: Path) -> None:
    path = tmp_path / "text.txt"
    path.write_text("Blinken said: “Tariffs are < 2 % & <b>falling</b>, and trade is <i>free</i>.”\n", "utf-8")
    made = briefing.make(path, sides=("USA", "CHN"))
    page = "".join(p.extract_text() for p in pypdf.PdfReader(io.BytesIO(made.pdf)).pages)
    assert "<b>falling</b>" in " ".join(page.split())


# ── the first real article ──────────────────────────────────────────────────────────────────────────────────────────


@needs_seed
@pytest.mark.parametrize("issue", ["taiwan", "russia"])
def test_the_seed_has_both_sides_on(seed: Analysis, issue: str) -> None:
    assert all(cell.stances for cell in rows(seed)[issue].cells)


@needs_seed
def test_the_seed_has_both_sides_on_artificial_intelligence(seed: Analysis) -> None:
    assert {s.side for s in seed.stances if s.issue == "ai"} == {"USA", "CHN"}


@needs_seed
@pytest.mark.parametrize("issue", ["trade", "technology"])
def test_the_seed_has_chinas_criticism_and_no_invented_us_position_on(seed: Analysis, issue: str) -> None:
    row = rows(seed)[issue]
    assert row.cells[1].lead is not None
    assert not any(s.proposition and s.proposition.startswith("trade") for s in row.cells[0].stances)


@needs_seed
def test_no_stance_of_the_seed_is_in_the_wrong_mouth(seed: Analysis) -> None:
    americans = {"Antony Blinken", "Joe Biden"}
    chinese = {"Xi Jinping", "Wang Yi"}
    for stance in seed.stances:
        speaker = stance.statement.speaker
        assert not (stance.side == "CHN" and speaker in americans), stance.statement.words
        assert not (stance.side == "USA" and speaker in chinese), stance.statement.words


@needs_seed
def test_nobody_is_silent_in_a_newspaper(seed: Analysis) -> None:
    assert all(row.relation != Relation.SILENT for row in seed.rows)
    assert all(a.relation != Relation.SILENT for row in seed.rows for a in row.answers)
