"""What the README shows works as it is shown."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from briefing import rule_tests

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text("utf-8")


def test_the_pack_of_the_readme_passes_its_own_tests(tmp_path: Path) -> None:
    blocks = re.findall(r"```yaml\n# my-rules/(\S+)\n(.*?)```", README, re.DOTALL)
    assert len(blocks) == 2
    for name, text in blocks:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    report = rule_tests.check(tmp_path)
    assert f"{report.dots()}\n{report.closing()}" in README


@pytest.mark.parametrize("link", re.findall(r"\]\((?!http|#)([^)]+)\)", README))
def test_every_link_to_a_file_leads_to_one(link: str) -> None:
    assert (ROOT / link).exists()
