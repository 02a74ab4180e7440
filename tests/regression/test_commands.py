"""`briefing check` and `briefing accept` as a team meets them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.regression.repository import Repository


def briefing(*arguments: str, answers: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "briefing", *arguments]
    return subprocess.run(command, input=answers, capture_output=True, text=True, check=False)


def test_a_folder_is_begun_accepted_and_checked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    begun = briefing("check", "--init")
    assert begun.stdout.splitlines()[0] == "wrote briefing.yaml and texts/example.md"
    assert "is here already" in briefing("check", "--init").stderr
    assert (briefing("check").returncode, briefing("accept").returncode) == (1, 0)
    assert briefing("check").stdout == "example: same\n\n1 case: 1 the same.\n"


def test_without_cases_one_line_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    ran = briefing("check")
    assert (ran.returncode, len(ran.stderr.splitlines())) == (2, 1)
    assert "briefing check --init begins one" in ran.stderr


def test_each_change_is_asked_about_and_one_no_keeps_the_snapshot(repository: Repository) -> None:
    repository.accept()
    repository.without_rule("fish.quota.oppose")
    refused = briefing("accept", "talks", "-i", answers="y\nn\n")
    assert refused.returncode == 1
    assert "1 of " in refused.stdout
    assert "talks: not accepted" in refused.stdout
    assert repository.check("talks").code() == 1
    assert briefing("accept", "talks", "-i", answers="a\n").returncode == 0
    assert repository.check("talks").code() == 0


def test_results_go_to_a_file_and_the_exit_code_stays(repository: Repository) -> None:
    repository.accept("visit")
    ran = briefing("check", "--format", "json", "-o", "results/check.json")
    assert (ran.returncode, ran.stdout) == (1, "")
    assert json.loads(Path("results/check.json").read_text("utf-8"))["counts"]["new"] == 1


def test_results_are_never_written_over_a_text_or_a_snapshot(repository: Repository) -> None:
    repository.accept()
    for name in ("texts/talks.txt", "snapshots/talks.yaml", "briefing.yaml"):
        before = Path(name).read_bytes()
        assert briefing("check", "-o", name).returncode == 2
        assert Path(name).read_bytes() == before


def test_mistakes_in_the_file_of_cases_are_framed(repository: Repository) -> None:
    repository.edit("briefing.yaml", "texts/visit.txt", "texts/vist.txt")
    ran = briefing("check")
    assert ran.returncode == 2
    assert "1 mistake(s) in the cases" in ran.stderr
    assert "briefing.yaml:9:17: error[C002] no file is called 'texts/vist.txt'" in ran.stderr
    assert "^^^" in ran.stderr


def test_an_unknown_case_is_one_line(repository: Repository) -> None:
    ran = briefing("check", "talk")
    assert (ran.returncode, len(ran.stderr.splitlines())) == (2, 1)
    assert "did you mean 'talks'?" in ran.stderr
