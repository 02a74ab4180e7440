"""Reviewing as an officer does it: write the file, edit it, make the briefing, look again when something changed."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import pypdf
import pytest

import briefing
from briefing import pipeline
from briefing.changes import compare, picture
from tests import verapdf
from tests.test_cli import Run, one_line, run

__all__ = ["run"]  # the fixture

ROOT = Path(__file__).resolve().parent.parent
NAMES = ("report.md", "readout-us.md", "readout-china.md")
EXAMPLES = [str(ROOT / "examples" / name) for name in NAMES]
REPORT = EXAMPLES[0]
ADDED = """
added:
- document: report.md
  quote: We want a level playing field
  side: USA
  issue: trade
  act: demand
  force: 3
  by: C. Dorn
  why: No rule reads this as a demand.
"""


def sheet(*paths: str) -> str:
    return pipeline.review_sheet(*paths)[0]


def stances(*paths: str) -> int:
    return sheet(*paths).count("\n- id: ")


def entry(text: str, rule: str) -> str:
    """Give the first entry that a rule gave."""
    found = next(e for e in re.split(r"^(?=- id: )", text, flags=re.MULTILINE) if f"\n  rule: {rule}\n" in e)
    return found.rstrip()


def decided(text: str, rule: str, changes: Mapping[str, str]) -> str:
    """Give the file with values changed in the first entry that a rule gave."""
    old = new = entry(text, rule)
    for key, value in changes.items():
        new, found = re.subn(rf"^  {key}: .*$", f"  {key}: {value}", new, flags=re.MULTILINE)
        new += "" if found else f"\n  {key}: {value}"
    return text.replace(old, new)


STRUCK = {"keep": "no", "by": "A. Berg", "why": "Only in passing."}
CHANGED = {"position": "-1", "by": "A. Berg", "why": "A reservation, no more."}
KEPT = {"keep": "yes", "by": "A. Berg"}


@pytest.fixture(scope="module")
def review(tmp_path_factory: pytest.TempPathFactory) -> Path:
    text = decided(sheet(*EXAMPLES), "relationship.about", STRUCK)
    text = decided(text, "russia.support.reject", CHANGED)
    text = decided(text, "relationship.rivalry.affirm", KEPT) + ADDED
    path = tmp_path_factory.mktemp("desk") / "review.yaml"
    path.write_text(text, "utf-8")
    return path


@pytest.fixture(scope="module")
def made(review: Path) -> pipeline.Made:
    return pipeline.make(*EXAMPLES, review=review)


def pages(pdf: bytes) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in pypdf.PdfReader(BytesIO(pdf)).pages]


# ── on the page ─────────────────────────────────────────────────────────────────────────────────────────────────────


def test_page_one_says_how_much_was_reviewed(made: pipeline.Made) -> None:
    first = pages(made.pdf)[0]
    assert f"Reviewed 4 of {stances(*EXAMPLES) + 1} stances." in first
    assert "not reviewed" not in first


def test_the_register_marks_each_desk_edit_with_name_and_reason(made: pipeline.Made) -> None:
    text = " ".join(pages(made.pdf))
    assert "Desk edit by C. Dorn on trade, added: No rule reads this as a demand." in text
    assert "position has reservations (was rejects), rule desk (was russia.support.reject)" in text
    assert "A reservation, no more." in text


def test_what_was_struck_is_named_in_the_register(made: pipeline.Made) -> None:
    text = " ".join(pages(made.pdf))
    assert "Found by the program, and struck by the desk:" in text
    assert "Struck by A. Berg: Only in passing." in text


def test_the_method_note_says_what_was_done_and_what_was_not_reviewed(made: pipeline.Made) -> None:
    text = " ".join(pages(made.pdf))
    assert "1 confirmed as read by the program, 1 changed, 1 struck and 1 added." in text
    assert re.search(r"not reviewed, wholly or in part, are the entries ?\[\d", text)


def test_a_file_nobody_edited_says_so_and_moves_nothing(tmp_path: Path) -> None:
    path = tmp_path / "review.yaml"
    path.write_text(sheet(*EXAMPLES), "utf-8")
    plain, reviewed = pipeline.make(*EXAMPLES), pipeline.make(*EXAMPLES, review=path)
    assert f"Reviewed 0 of {stances(*EXAMPLES)} stances." in pages(reviewed.pdf)[0]
    assert "no person has reviewed it" in " ".join(pages(reviewed.pdf))
    found = json.loads(reviewed.json)
    assert found.pop("review")["reviewed"] == 0
    assert found == json.loads(plain.json)


def test_a_file_wholly_signed_says_that_none_is_left(tmp_path: Path) -> None:
    path = tmp_path / "review.yaml"
    path.write_text("by: A. Berg\n" + sheet(*EXAMPLES).replace("keep: open", "keep: yes"), "utf-8")
    text = pages(pipeline.make(*EXAMPLES, review=path).pdf)
    total = stances(*EXAMPLES)
    assert f"Reviewed {total} of {total} stances." in text[0]
    assert "None is left unreviewed." in " ".join(text)


def test_what_was_struck_is_told_where_nothing_else_is_left(tmp_path: Path) -> None:
    path = tmp_path / "review.yaml"
    text = sheet(REPORT).replace("  keep: open", "  keep: no\n  why: A test.")
    path.write_text(f"by: A. Berg\n{text}", "utf-8")
    found = pages(pipeline.make(REPORT, review=path).pdf)
    assert "A desk struck what was found" in found[0]
    assert " ".join(found).count("Struck by A. Berg: A test.") == stances(REPORT)


def test_without_a_review_nothing_of_one_is_in_the_file() -> None:
    found = json.loads(pipeline.make(REPORT).json)
    assert "review" not in found
    assert not any("edit" in stance for stance in found["stances"])


def test_the_same_review_gives_the_same_bytes(made: pipeline.Made, review: Path) -> None:
    assert pipeline.make(*reversed(EXAMPLES), review=review).pdf == made.pdf


@pytest.mark.skipif(verapdf.missing() is not None, reason=str(verapdf.missing()))
def test_a_reviewed_briefing_can_be_read_aloud_and_archived(made: pipeline.Made) -> None:
    assert not any(verapdf.judge({"reviewed": made.pdf}).values())


# ── in the data ─────────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_analysis_names_every_edit(made: pipeline.Made, review: Path) -> None:
    found = json.loads(made.json)
    edits = {s["edit"]["decision"]: s for s in found["stances"] if "edit" in s}
    assert set(edits) == {"kept", "changed", "added"}
    assert edits["changed"]["edit"]["was"] == {"position": -2, "rule": "russia.support.reject"}
    assert edits["added"]["rule"]["id"] == "desk"
    assert [e["text"] for e in edits["added"]["evidence"]] == ["We want a level playing field"]
    told, total = found["review"], stances(*EXAMPLES) + 1
    assert (told["path"], told["reviewed"], told["total"], len(told["open"])) == ("review.yaml", 4, total, total - 4)
    assert [s["edit"]["why"] for s in told["struck"]] == ["Only in passing."]
    assert {s["statement"] for s in found["stances"]} <= {s["id"] for s in found["statements"]}


def test_stances_nobody_edited_are_what_they_were(made: pipeline.Made) -> None:
    before = {s["id"]: s for s in json.loads(pipeline.make(*EXAMPLES).json)["stances"]}
    after = {s["id"]: s for s in json.loads(made.json)["stances"]}
    assert {id for id in after if "edit" not in after[id]} < set(before)
    assert all(before[id] == stance for id, stance in after.items() if "edit" not in stance)


def test_a_reviewed_briefing_can_be_compared_with_the_plain_one(made: pipeline.Made) -> None:
    plain = json.loads(pipeline.make(*EXAMPLES).json)
    assert not compare(picture(plain), picture(json.loads(made.json))).empty


def test_a_struck_stance_leaves_no_finding_that_no_rule_speaks(made: pipeline.Made) -> None:
    assert not any("confident and prosperous" in f.message for f in made.analysis.findings)


def test_striking_a_sides_only_stance_on_an_issue_leaves_it_without(tmp_path: Path) -> None:
    rule = "rights.concern.affirm"
    path = tmp_path / "review.yaml"
    path.write_text(decided(sheet(*EXAMPLES), rule, STRUCK), "utf-8")
    before = {row.issue.id for row in briefing.analyze(*EXAMPLES).rows}
    after = {row.issue.id for row in briefing.analyze(*EXAMPLES, review=path).rows}
    assert before - after == {"human-rights"}


# ── on the command line ─────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a folder of one's own with the report in it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "report.md").write_text(Path(REPORT).read_text("utf-8"), "utf-8")
    return tmp_path


def test_review_writes_a_file_and_make_applies_it(run: Run, desk: Path) -> None:
    assert run("review", "report.md").out == "wrote review.yaml\n"
    ran = run("make", "report.md", "--review", "review.yaml", "-o", "a.pdf")
    assert (ran.code, f"0 of {stances('report.md')} stances reviewed" in ran.out) == (0, True), ran.out


def test_review_help_has_an_example(run: Run) -> None:
    assert "Example:" in run("review", "--help").out


def test_analyze_and_why_apply_a_review(run: Run, desk: Path) -> None:
    (desk / "review.yaml").write_text(decided(sheet("report.md"), "russia.support.reject", CHANGED), "utf-8")
    assert f"1 of {stances('report.md')} stances reviewed" in run("analyze", "report.md", "--review", "review.yaml").out
    told = run("why", "report.md", "--review", "review.yaml").out
    assert re.search(
        r"desk edit \(review.yaml:\d+\): changed by A. Berg; position was -2; rule was russia.support.reject: A reserv",
        told,
    )


def test_why_tells_of_what_was_struck(run: Run, desk: Path) -> None:
    (desk / "review.yaml").write_text(decided(sheet("report.md"), "russia.support.reject", STRUCK), "utf-8")
    assert ": struck by A. Berg: Only in passing." in run("why", "report.md", "--review", "review.yaml").out


def test_a_second_run_keeps_the_edits(run: Run, desk: Path) -> None:
    text = decided(sheet("report.md"), "russia.support.reject", CHANGED)
    (desk / "review.yaml").write_text(text, "utf-8")
    ran = run("review", "report.md")
    assert (ran.code, ran.out, ran.err) == (0, "wrote review.yaml: 1 edit kept, 0 stale\n", "")
    once = (desk / "review.yaml").read_bytes()
    run("review", "report.md")
    assert (desk / "review.yaml").read_bytes() == once


def test_edits_that_lapse_are_listed_and_kept_and_end_with_one(run: Run, desk: Path) -> None:
    text = decided(sheet("report.md"), "russia.support.reject", CHANGED)
    (desk / "review.yaml").write_text(text, "utf-8")
    report = (desk / "report.md").read_text("utf-8")
    (desk / "report.md").write_text(report.replace("groundless accusations", "a smear"), "utf-8")
    wrong = run("make", "report.md", "--review", "review.yaml", "-o", "a.pdf")
    assert (wrong.code, "error[V001]" in wrong.err, "mistake(s) in the review" in wrong.err) == (1, True, True)
    assert not (desk / "a.pdf").exists()
    ran = run("review", "report.md")
    assert (ran.code, ran.out) == (1, "wrote review.yaml: 0 edits kept, 1 stale\n")
    assert one_line(ran).startswith("stale: review.yaml:")
    assert "A reservation, no more." in (desk / "review.yaml").read_text("utf-8")
    after = run("make", "report.md", "--review", "review.yaml", "-o", "a.pdf")
    assert (after.code, "1 stale edit not applied" in after.out) == (0, True), after.out


def test_an_edit_of_another_part_of_the_document_touches_no_edit(run: Run, desk: Path) -> None:
    text = decided(sheet("report.md"), "russia.support.reject", CHANGED)
    (desk / "review.yaml").write_text(text, "utf-8")
    report = (desk / "report.md").read_text("utf-8")
    (desk / "report.md").write_text(report + "\nBlinken said the talks were candid.\n", "utf-8")
    assert run("make", "report.md", "--review", "review.yaml", "-o", "a.pdf").code == 0
    assert run("review", "report.md").out == "wrote review.yaml: 1 edit kept, 0 stale\n"


def test_a_file_with_mistakes_is_left_as_it_is(run: Run, desk: Path) -> None:
    text = sheet("report.md").replace("keep: open", "keep: no", 1)
    (desk / "review.yaml").write_text(text, "utf-8")
    ran = run("review", "report.md")
    assert (ran.code, "error[V004]" in ran.err, "error[V005]" in ran.err) == (1, True, True)
    assert (desk / "review.yaml").read_text("utf-8") == text


def test_a_file_that_is_no_review_is_not_written_over(run: Run, desk: Path) -> None:
    (desk / "notes.txt").write_text("buy milk\n", "utf-8")
    assert run("review", "report.md", "-o", "notes.txt").code == 1
    assert (desk / "notes.txt").read_text("utf-8") == "buy milk\n"


def test_the_output_cannot_be_the_review(run: Run, desk: Path) -> None:
    run("review", "report.md")
    ran = run("make", "report.md", "--review", "review.yaml", "-o", "review.yaml")
    assert (ran.code, "choose another output" in one_line(ran)) == (2, True)


def test_a_review_that_is_missing_is_one_line(run: Run, desk: Path) -> None:
    ran = run("make", "report.md", "--review", "none.yaml", "-o", "a.pdf")
    assert (ran.code, one_line(ran)) == (
        1,
        "briefing: none.yaml: there is no such file; write one with briefing review",
    )


def test_a_code_of_reviews_is_explained(run: Run) -> None:
    assert run("rules", "explain", "V004").out.startswith("V004: an edit without a name")
