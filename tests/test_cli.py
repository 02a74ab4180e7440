"""The command line as a stranger meets it."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from briefing.cli import main

ROOT = Path(__file__).resolve().parent.parent
REPORT = str(ROOT / "examples" / "report.md")


@dataclass(frozen=True)
class Ran:
    """What a command printed, and how it ended."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    def command(*arguments: str) -> Ran:
        monkeypatch.setattr(sys, "argv", ["briefing", *arguments])
        code = 0
        try:
            main()
        except SystemExit as stop:
            code = int(stop.code or 0)
        printed = capsys.readouterr()
        return Ran(code, printed.out, printed.err)

    return command


def one_line(ran: Ran) -> str:
    lines = ran.err.strip().splitlines()
    assert len(lines) == 1, ran.err
    return lines[0]


def test_version_names_distribution_and_path(run: Run) -> None:
    ran = run("--version")
    assert (ran.code, "diplomatic-briefing" in ran.out, str(ROOT / "briefing") in ran.out) == (0, True, True)


@pytest.mark.parametrize(
    "command",
    [
        *([], ["make"], ["analyze"], ["why"], ["why-not"]),
        *(
            ["rules", name]
            for name in ("check", "show", "explain", "coverage", "diff", "init", "new", "fmt", "book", "schema")
        ),
    ],
    ids=" ".join,
)
def test_help_has_an_example(run: Run, command: list[str]) -> None:
    ran = run(*command, "--help")
    assert ran.code == 0
    assert "Example:" in ran.out


def test_analyze_prints_a_line_per_issue(run: Run) -> None:
    ran = run("analyze", REPORT)
    assert ran.code == 0
    assert "us-china" in ran.out
    assert any("Taiwan" in line for line in ran.out.splitlines())


def test_analyze_writes_the_analysis_as_json(run: Run) -> None:
    ran = run("analyze", REPORT, "--format", "json")
    analysis = json.loads(ran.out)
    assert analysis["schema"] == "briefing.analysis/1"
    assert analysis["documents"][0]["text"].startswith("BEIJING")


def test_make_writes_pdf_and_json(run: Run, tmp_path: Path) -> None:
    pdf, data = tmp_path / "new" / "brief.pdf", tmp_path / "brief.json"
    ran = run("make", REPORT, "-o", str(pdf), "--json", str(data))
    assert ran.code == 0
    assert pdf.read_bytes().startswith(b"%PDF-")
    assert json.loads(data.read_text("utf-8"))["comparison"]
    assert str(pdf) in ran.out


def test_the_order_of_documents_changes_nothing(run: Run) -> None:
    texts = [str(ROOT / "examples" / f"readout-{side}.md") for side in ("us", "china")]
    assert run("analyze", *texts, "--format", "json").out == run("analyze", *reversed(texts), "--format", "json").out


def test_nobody_speaks_is_a_finding_for_analyze_and_an_error_for_make(run: Run, tmp_path: Path) -> None:
    text = tmp_path / "quiet.txt"
    text.write_text("The sun rose over the harbour.\n")
    assert run("analyze", str(text), "--sides", "USA,CHN").code == 0
    ran = run("make", str(text), "--sides", "USA,CHN", "-o", str(tmp_path / "b.pdf"))
    assert (ran.code, "nobody speaks" in one_line(ran)) == (1, True)
    assert not (tmp_path / "b.pdf").exists()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param(None, "missing.txt", id="missing"),
        pytest.param(b"", "no text", id="empty"),
        pytest.param(b"\x00\x01\x02PK\x03\x04" * 40, "text", id="binary"),
        pytest.param(b"---\ntitel: A\n---\nAlden said so.\n", "titel", id="front matter with an unknown key"),
    ],
)
def test_material_that_cannot_be_used_is_one_line(
    run: Run, tmp_path: Path, content: bytes | None, message: str
) -> None:
    text = tmp_path / "missing.txt"
    if content is not None:
        text.write_bytes(content)
    ran = run("analyze", str(text))
    assert ran.code == 1
    assert message in ran.err
    assert "Traceback" not in ran.err


def test_a_folder_as_document_is_one_line(run: Run, tmp_path: Path) -> None:
    ran = run("analyze", str(tmp_path))
    assert (ran.code, "folder" in one_line(ran)) == (1, True)


def test_every_document_that_cannot_be_read_is_named(run: Run, tmp_path: Path) -> None:
    ran = run("analyze", str(tmp_path / "a.txt"), str(tmp_path / "b.txt"))
    assert ran.code == 1
    assert "a.txt" in ran.err
    assert "b.txt" in ran.err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(["--sides", "USA"], "two sides", id="one side only"),
        pytest.param(["--sides", "USA,CHX"], "did you mean 'CHN'", id="an unknown side"),
        pytest.param(["--pack", "us-chin"], "us-china", id="an unknown pack"),
        pytest.param(["--date", "yesterday"], "2024-04-26", id="no date"),
        pytest.param(["--genre", "novel"], "novel", id="an unknown genre"),
        pytest.param(["--encoding", "klingon"], "klingon", id="an unknown encoding"),
    ],
)
def test_wrong_usage_ends_with_two(run: Run, arguments: list[str], message: str) -> None:
    ran = run("analyze", REPORT, *arguments)
    assert (ran.code, message in ran.err) == (2, True), ran.err


def test_an_output_that_is_an_input_is_refused(run: Run, tmp_path: Path) -> None:
    text = tmp_path / "text.txt"
    text.write_text("Blinken said the US supports dialogue.")
    ran = run("make", str(text), "-o", str(text))
    assert (ran.code, "documents" in one_line(ran)) == (2, True)
    assert text.read_text().startswith("Blinken")


def test_an_output_that_is_a_folder_is_refused(run: Run, tmp_path: Path) -> None:
    assert run("make", REPORT, "-o", str(tmp_path)).code == 2


def test_broken_rules_are_shown_with_place_and_caret(run: Run, tmp_path: Path) -> None:
    pack = tmp_path / "rules" / "mine"
    pack.mkdir(parents=True)
    (pack / "pack.yaml").write_text("id: mine\ntitle: Mine\nversion: '1'\nextend: [base]\n")
    ran = run("analyze", REPORT, "--rules", str(tmp_path / "rules"))
    assert ran.code == 1
    assert "pack.yaml:4:1" in ran.err
    assert "did you mean 'extends'" in ran.err
    assert "^" in ran.err


def test_rules_check_runs_the_rules_that_ship(run: Run) -> None:
    ran = run("rules", "check")
    assert (ran.code, "0 missing, 0 noisy" in ran.out) == (0, True), ran.out


def test_a_failing_test_of_a_rule_ends_with_one(run: Run, tmp_path: Path) -> None:
    pack = tmp_path / "mine"
    (pack / "issues").mkdir(parents=True)
    (pack / "pack.yaml").write_text("id: mine\ntitle: Mine\nversion: '1'\nextends: [us-china]\n")
    rule = "id: trade\nrules:\n- id: mine.fish\n  any: [herring]\n  summary: speaks of herring\n"
    (pack / "issues" / "trade.yaml").write_text(rule + "  match: [China sells cod.]\n")
    ran = run("rules", "check", str(tmp_path))
    assert (ran.code, "mine.fish: missing" in ran.out) == (1, True)
    found = json.loads(run("rules", "check", str(tmp_path), "--format", "json").out)
    assert (found["counts"]["missing"], [p["code"] for p in found["problems"]]) == (1, ["T001"])
    assert run("rules", "check", str(tmp_path), "--format", "github").out.startswith("::error file=")
    (pack / "issues" / "trade.yaml").write_text(rule)
    broken = run("rules", "check", str(tmp_path), "--format", "json")
    assert (broken.code, [p["code"] for p in json.loads(broken.out)["problems"]]) == (1, ["S010"])


def test_a_warning_fails_only_a_strict_check(run: Run, tmp_path: Path) -> None:
    pack = tmp_path / "mine"
    (pack / "issues").mkdir(parents=True)
    (pack / "pack.yaml").write_text("id: mine\ntitle: Mine\nversion: '1'\nextends: [us-china]\n")
    rule = "id: trade\nrules:\n- id: mine.fish\n  any: [herring]\n  summary: speaks of herring\n"
    tests = "  match: [China sells herring.]\n  todo_match: [The herring is ours.]\n"
    (pack / "issues" / "trade.yaml").write_text(rule + tests)
    ran = run("rules", "check", str(tmp_path))
    assert (ran.code, "warning[T003]" in ran.out) == (0, True), ran.out
    assert run("rules", "check", str(tmp_path), "--strict").code == 1


def test_a_pack_takes_the_sides_of_the_pack_it_extends(run: Run, tmp_path: Path) -> None:
    pack = tmp_path / "mine"
    pack.mkdir()
    (pack / "pack.yaml").write_text("id: mine\ntitle: Mine\nversion: '1'\nextends: [us-china]\n")
    ran = run("analyze", REPORT, "--rules", str(tmp_path), "--pack", "mine")
    assert ran.out.startswith("United States and China")


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_rules_diff_shows_what_an_edit_does_to_the_briefing(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    pack = tmp_path / "desk" / "mine"
    (pack / "issues").mkdir(parents=True)
    (pack / "pack.yaml").write_text("id: mine\ntitle: Mine\nversion: '1'\nextends: [us-china]\n")
    rule = "id: trade\nrules:\n- id: mine.fish\n  any: [herring]\n  summary: speaks of herring\n"
    (pack / "issues" / "trade.yaml").write_text(rule + "  match: [China sells herring.]\n")
    for command in (["init", "-q"], ["add", "."], ["-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "1"]):
        subprocess.run(["git", *command], check=True)
    (pack / "issues" / "trade.yaml").write_text(rule.replace("[herring]", "[herring, level playing field]"))
    with (pack / "issues" / "trade.yaml").open("a") as file:
        file.write("  match: [China sells herring.]\n")

    diff = ("rules", "diff", "HEAD", "desk", REPORT, "--pack", "mine")
    ran = run(*diff)
    assert (ran.code, ran.err) == (0, "")
    assert "changed rule mine.fish (mine/issues/trade.yaml:3)" in ran.out
    assert "gained  trade × USA: no position, state (force 1), by rule mine.fish" in ran.out
    assert "“level playing field” (report.md:16)" in ran.out
    assert run(*diff, "--exit-code").code == 1
    assert run("rules", "diff", "HEAD", "HEAD", REPORT, "--rules", "desk", "--pack", "mine", "--exit-code").code == 0
    assert json.loads(run(*diff, "--format", "json").out)["schema"] == "briefing.impact/1"
    assert run(*diff, "--format", "markdown").out.startswith("**")
    wrong = run("rules", "diff", "HAED", "desk", REPORT)
    assert (wrong.code, "git knows no such revision" in one_line(wrong)) == (2, True)
    (pack / "pack.yaml").write_text("id: mine\n")
    broken = run(*diff)
    assert (broken.code, "in NEW, desk" in broken.err) == (1, True)
    missing = run("rules", "diff", "HEAD", "shipped", "none.txt", "--rules", "desk")
    assert (missing.code, one_line(missing)) == (1, "briefing: none.txt: there is no such file")


def test_why_names_rule_place_and_words(run: Run) -> None:
    ran = run("why", REPORT, "--at", "20")
    assert ran.code == 0
    assert "russia.support" in ran.out
    assert "issues/russia.yaml:" in ran.out
    assert run("why", REPORT, "--at", "99").code == 2


def test_why_not_names_the_nearest_sentence_and_the_edit(run: Run, tmp_path: Path) -> None:
    text = tmp_path / "text.txt"
    text.write_text("China said the United States must stop all of its big new arms exports to Taiwan.\n")
    ran = run("why-not", str(text), "taiwan.arms.stop", "--sides", "USA,CHN")
    assert ran.code == 0
    assert "comes nearest here" in ran.out
    assert "write: " in ran.out
    assert run("why-not", str(text), "taiwan.arms.stp").code == 2


def test_a_rule_is_shown_in_words(run: Run) -> None:
    ran = run("rules", "show", "taiwan.peace.affirm")
    assert "stresses peace and stability" in ran.out
    assert "taiwan.peace.affirm" in run("rules", "show", "--list").out.splitlines()
    wrong = run("rules", "show", "taiwan.peace.afirm")
    assert (wrong.code, "did you mean 'taiwan.peace.affirm'" in wrong.err) == (2, True)
    assert run("rules", "show").code == 2


def test_rules_coverage_tells_what_the_rules_do(run: Run) -> None:
    ran = run("rules", "coverage", REPORT)
    assert (ran.code, "Rules that never fired" in ran.out) == (0, True)
    data = json.loads(run("rules", "coverage", REPORT, "--format", "json").out)
    assert data["schema"] == "briefing.coverage/1"
    assert run("rules", "coverage", REPORT, "--format", "markdown").out.startswith("# United States and China")


def test_rules_coverage_names_every_document_that_cannot_be_read(run: Run, tmp_path: Path) -> None:
    ran = run("rules", "coverage", REPORT, str(tmp_path / "a.txt"), str(tmp_path / "b.txt"))
    assert (ran.code, "a.txt" in ran.err, "b.txt" in ran.err) == (1, True, True)


def test_an_error_code_is_explained(run: Run) -> None:
    assert "key" in run("rules", "explain", "s001").out
    assert run("rules", "explain", "Q999").code == 2


def test_control_characters_of_a_document_never_reach_the_terminal(run: Run, tmp_path: Path) -> None:
    text = tmp_path / "text\x1b[31m.txt"
    ran = run("analyze", str(text))
    assert "\x1b" not in ran.err


def test_two_briefings_are_compared_cell_by_cell(run: Run, tmp_path: Path) -> None:
    both = [str(tmp_path / name) for name in ("a.pdf", "b.pdf")]
    run("make", REPORT, "-o", both[0])
    run("make", REPORT, str(ROOT / "examples" / "readout-china.md"), "-o", both[1])
    same = run("diff", both[0], both[0], "--exit-code")
    assert (same.code, same.out) == (0, "Nothing of the briefing moves.\n")
    ran = run("diff", *both, "--exit-code")
    assert (ran.code, "readout-china.md: read now" in ran.out) == (1, True)
    assert json.loads(run("diff", *both, "--format", "json").out)["schema"] == "briefing.changes/1"
    assert one_line(run("diff", both[0], REPORT)).endswith("briefing analyze --format json")
