"""Matrix and register for a spreadsheet."""

from __future__ import annotations

import csv
import io

import pytest

from briefing.pages import retell
from briefing.pages.twins.tables import _safe
from tests.pages import scenes


def rows(name: str, end: str) -> list[dict[str, str]]:
    text = retell(getattr(scenes, name)().analysis(), record=b"{}\n")[end].decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_the_matrix_has_a_row_for_each_issue() -> None:
    found = rows("quarrel", ".matrix.csv")
    assert [row["issue"] for row in found] == ["Fisheries", "Drills", "Border crossings"]
    assert found[0]["Alden: position"] == "asks for a fishing quota"
    assert found[2]["Borska: force"] == "4"


def test_the_register_has_a_row_for_each_piece_of_evidence() -> None:
    found = rows("readouts", ".register.csv")
    assert [row["number"] for row in found] == [str(n) for n in range(1, len(found) + 1)]
    assert all(len(row["sha256"]) == 64 for row in found)


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t=", "\r=", " =", "＝"])
def test_no_cell_is_a_formula(sign: str) -> None:
    assert str(_safe(f"{sign}HYPERLINK(1)")).startswith("'")


def test_words_that_only_hold_such_a_sign_stay_as_they_are() -> None:
    assert _safe("re-export = trade") == "re-export = trade"
