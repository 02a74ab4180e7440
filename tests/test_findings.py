"""What the rules did not understand is told: statements on which no rule says more than the issue."""

from __future__ import annotations

from pathlib import Path

from briefing import analyze

_TEXT = """\
---
title: Readout of the meeting
genre: readout
side: CHN
date: 2024-05-01
---
China firmly opposes arms sales to Taiwan.

China described the harvest in Taiwan as good.
"""


def test_a_statement_on_an_issue_without_a_rule_is_a_finding(tmp_path: Path) -> None:
    file = tmp_path / "readout.md"
    file.write_text(_TEXT, "utf-8")
    found = [f.message for f in analyze(file).findings if f.code == "no-proposition"]
    words = "no rule says more than taiwan: China described the harvest in Taiwan as good."
    assert found == [words]
