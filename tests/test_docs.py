"""Every command that the documentation shows is run as a reader would, and prints what the page says it prints.

A page is a session: blocks whose first line is `# file: PATH` are written when their turn comes, ```console blocks are
typed. `...` on a line of its own stands for lines left out.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.ruleset import codes

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted((ROOT / "docs").glob("**/*.md"))
_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_FILE = re.compile(r"# file: (\S+)\n")


def blocks(page: Path) -> Iterator[tuple[str, str]]:
    yield from ((found[1], found[2]) for found in _BLOCK.finditer(page.read_text("utf-8")))


def commands(block: str) -> Iterator[tuple[str, list[str]]]:
    """Give each command of a console block with the lines it should print."""
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        command, *lines = part.rstrip("\n").split("\n")
        yield command, lines


def typed(command: str, folder: Path) -> list[str]:
    """Run a command in a folder; give the lines it prints."""
    program, *arguments = shlex.split(command)
    called = [sys.executable, "-m", "briefing", *arguments] if program == "briefing" else [program, *arguments]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "100", "GIT_CONFIG_GLOBAL": os.devnull}
    ran = subprocess.run(called, cwd=folder, env=environment, capture_output=True, text=True, timeout=120, check=False)
    return (ran.stdout + ran.stderr).rstrip("\n").splitlines()


def alike(wanted: list[str], got: list[str]) -> bool:
    """Compare lines; `...` stands for any number of them."""
    if not wanted or not got:
        return not got and all(line == "..." for line in wanted)
    if wanted[0] == "...":
        return any(alike(wanted[1:], got[n:]) for n in range(len(got) + 1))
    return wanted[0].rstrip() == got[0].rstrip() and alike(wanted[1:], got[1:])


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_shows_what_happens(page: Path, tmp_path: Path) -> None:
    for kind, block in blocks(page):
        if file := _FILE.match(block):
            path = tmp_path / file[1]
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(block[file.end() :], "utf-8")
        for command, wanted in commands(block) if kind == "console" else ():
            got = typed(command, tmp_path)
            assert alike(wanted, got), f"{page.name}: {command}\n" + "\n".join(got)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_link_of_a_page_leads_somewhere(page: Path) -> None:
    for link in re.findall(r"\]\((?!http)([^)#]+)", page.read_text("utf-8")):
        assert (page.parent / link).exists(), link


def test_the_page_of_codes_is_what_the_program_says() -> None:
    assert (ROOT / "docs" / "rules" / "codes.md").read_text("utf-8") == codes.page() + "\n"


def test_the_check_of_pages_can_fail(tmp_path: Path) -> None:
    assert alike(["a", "...", "d"], ["a", "b", "c", "d"])
    assert not alike(["a", "...", "d"], ["a", "b", "c"])
    assert not alike(["a"], ["a", "b"])
    assert typed("briefing rules explain X999", tmp_path)[0].startswith("briefing: there is no error code")
