"""What the project offers to CI services: the action's shell is run, and hooks and workflow are what readers expect."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.regression.repository import Repository, begin

ROOT = Path(__file__).resolve().parent.parent
EXPRESSION = re.compile(r"\$\{\{ inputs\.([\w-]+) \}\}")


def action() -> Any:
    return yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))


def run_check(repository: Repository, **inputs: str) -> tuple[subprocess.CompletedProcess[str], str]:
    """Run the step that checks as GitHub's runner does; give what it printed and the summary it wrote."""
    if shutil.which("bash") is None:
        pytest.skip("no bash here, which the action's steps are written for")
    described = action()
    given = {name: str(said.get("default", "")) for name, said in described["inputs"].items()} | inputs
    (step,) = [s for s in described["runs"]["steps"] if s.get("name") == "Check"]
    script = repository.folder / "step.sh"
    script.write_text(step["run"], "utf-8")
    programs = repository.folder / "bin"
    programs.mkdir(exist_ok=True)
    (programs / "briefing").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m briefing "$@"\n', "utf-8")
    (programs / "briefing").chmod(0o755)
    summary = repository.folder / "summary.md"
    summary.write_text("", "utf-8")
    variables = {key: EXPRESSION.sub(lambda m: given[m[1]], value) for key, value in step["env"].items()}
    environment = {
        **os.environ,
        **variables,
        "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "GITHUB_STEP_SUMMARY": str(summary),
        "CI": "true",
    }
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(script)]
    folder = repository.folder / given["working-directory"]
    ran = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    return ran, summary.read_text("utf-8")


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    monkeypatch.chdir(tmp_path)
    made = begin(tmp_path)
    made.accept()
    return made


def test_the_action_passes_where_nothing_changed(repository: Repository) -> None:
    ran, summary = run_check(repository)
    assert (ran.returncode, ran.stdout.strip()) == (0, "")
    assert summary.strip() == "**2 cases: 2 the same.**"


def test_the_action_annotates_and_fails_where_a_briefing_changed(repository: Repository) -> None:
    repository.without_rule("fish.quota.oppose")
    ran, summary = run_check(repository, junit="results/briefs.xml", cases="talks")
    assert ran.returncode == 1
    assert ran.stdout.startswith("::error file=texts/talks.txt,line=3,title=talks::fish × BOR: -2 → no position")
    assert "| Fisheries | Borska | -2 | no position |" in summary
    assert "<testsuite " in (repository.folder / "results/briefs.xml").read_text("utf-8")


def test_the_action_is_strict_where_it_is_told_to(repository: Repository) -> None:
    repository.edit("texts/talks.txt", "Foreign Minister Ada", "The sun rose.\n\nForeign Minister Ada")
    assert run_check(repository)[0].returncode == 0
    assert run_check(repository, strict="true")[0].returncode == 1


def test_what_cannot_run_ends_with_two(repository: Repository) -> None:
    assert run_check(repository, settings="nowhere.yaml")[0].returncode == 2


def test_an_input_is_never_part_of_a_script(repository: Repository) -> None:
    ran, _ = run_check(repository, cases="talks;touch$IFS'hacked' $(touch hacked)")
    assert ran.returncode == 2
    assert not (repository.folder / "hacked").exists()
    assert not any("${{" in step.get("run", "") for step in action()["runs"]["steps"])


def test_the_workflow_of_the_docs_gives_the_action_inputs_it_has() -> None:
    page = (ROOT / "docs" / "cases.md").read_text("utf-8")
    (workflow,) = re.findall(r"# file: \.github/workflows/briefs\.yml\n(.*?)^```$", page, re.DOTALL | re.MULTILINE)
    steps = yaml.safe_load(workflow)["jobs"]["check"]["steps"]
    assert set(steps[1]["with"]) <= set(action()["inputs"])


def test_every_hook_calls_a_command_that_is_there() -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert {hook["id"] for hook in hooks} == {"briefing-check", "briefing-rules", "briefing-fmt"}
    for hook in hooks:
        program, *words = hook["entry"].split()
        assert program == "briefing"
        ran = subprocess.run([sys.executable, "-m", "briefing", *words, "--help"], capture_output=True, check=False)
        assert ran.returncode == 0
        assert not hook["pass_filenames"]
