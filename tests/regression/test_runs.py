"""Many cases: the same results from however many processes, and nothing is built twice without need."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from briefing.cases import load_cases
from briefing.regression import FORMS, Verdict, check
from briefing.regression.cache import FOLDER
from tests.regression.repository import Repository


def many(repository: Repository, n: int) -> None:
    """Put n cases in place of the two."""
    cases = "".join(f"  - {{name: case-{k}, documents: [texts/talks.txt], title: Talks {k}}}\n" for k in range(n))
    head = (repository.folder / "briefing.yaml").read_text("utf-8").split("cases:")[0]
    repository.write("briefing.yaml", f"{head}cases:\n{cases}")


def built(repository: Repository) -> int:
    """Check, and count the cases that were built for it."""
    counts = [0]
    check(load_cases(repository.folder / "briefing.yaml"), tell=lambda n, _: counts.append(n))
    return counts[-1]


def test_the_number_of_processes_changes_nothing(repository: Repository) -> None:
    many(repository, 3)
    repository.accept("case-1")
    pages = [FORMS["json"](repository.check(jobs=jobs, cached=False)) for jobs in (1, 2)]
    assert pages[0] == pages[1]


def test_only_what_follows_from_something_else_is_built_again(repository: Repository) -> None:
    assert (built(repository), built(repository)) == (2, 0)
    repository.edit("texts/visit.txt", "guests", "guest")
    assert built(repository) == 1
    repository.edit("packs/ald-bor/pack.yaml", "version: '1'", "version: '2'")
    assert built(repository) == 2
    repository.edit("briefing.yaml", "pack: ald-bor", "pack: ald-bor\nmarking: Internal")
    assert built(repository) == 2


def test_the_cache_keeps_itself_out_of_git_and_may_be_deleted(repository: Repository) -> None:
    repository.accept()
    repository.check()
    cache = repository.folder / FOLDER
    assert (cache / ".gitignore").read_text("utf-8") == "*\n"
    for path in [p for p in cache.iterdir() if p.suffix == ".json"]:
        path.unlink()
    assert repository.check().code(strict=True) == 0


def test_a_failure_is_not_kept(repository: Repository) -> None:
    repository.accept()
    text = (repository.folder / "texts/talks.txt").read_text("utf-8")
    repository.write("texts/talks.txt", "")
    assert repository.check().of(Verdict.FAILED) == 1
    repository.write("texts/talks.txt", text)
    assert repository.check().code(strict=True) == 0


def test_a_cache_that_cannot_be_written_does_no_harm(repository: Repository) -> None:
    repository.accept()
    (repository.folder / FOLDER).write_text("a file stands in the way", "utf-8")
    assert repository.check().code(strict=True) == 0


def test_several_runs_at_once_agree(repository: Repository) -> None:
    many(repository, 3)
    repository.accept()
    command = [sys.executable, "-m", "briefing", "check", "-j", "1"]
    runs = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(3)]
    pages = {each.communicate()[0] for each in runs}
    assert len(pages) == 1
    assert {each.returncode for each in runs} == {0}


def test_the_oldest_entries_go_where_there_are_very_many(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefing.regression.cache.MOST", 4)
    many(repository, 5)
    repository.check()
    kept = [path for path in Path(FOLDER).iterdir() if path.suffix in (".yaml", ".json")]
    assert len(kept) <= 4
