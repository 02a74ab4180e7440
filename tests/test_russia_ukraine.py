"""The pack of another pair of states: chosen for that pair alone, and good for a comparison of two made-up readouts."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing import analyze
from briefing.model import Analysis, Relation

_KREMLIN = """\
---
title: Readout of the talks on a settlement
genre: readout
side: RUS
date: 2025-06-02
---
The Russian side is ready to continue direct talks with Kiev.

The Russian side cannot accept foreign troops in Ukraine, and Ukrainian forces must withdraw from Donbass and Kherson.

The two sides agreed to exchange a thousand prisoners for a thousand.

Russia stressed that a ceasefire is possible only after its conditions are met.

The talk of abducted children is a farce, as these orphans were evacuated from the fighting.
"""
_KYIV = """\
---
title: Readout of the meeting of the delegations
genre: readout
side: UKR
date: 2025-06-02
---
Ukraine is ready to hold direct talks and proposes a meeting of the leaders.

Ukraine demanded a full and unconditional ceasefire.

Ukraine will never cede its land and will not leave Donbas.

Ukraine handed over a list of deported children and demands their return.

Ukraine stressed that it needs reliable security guarantees, and it welcomes a multinational force on its soil.
"""


@pytest.fixture(scope="module")
def analysis(tmp_path_factory: pytest.TempPathFactory) -> Analysis:
    folder = tmp_path_factory.mktemp("texts")
    for name, text in (("kremlin.md", _KREMLIN), ("kyiv.md", _KYIV)):
        (folder / name).write_text(text, "utf-8")
    return analyze(folder / "kremlin.md", folder / "kyiv.md")


def test_two_readouts_choose_the_pack_of_their_pair(analysis: Analysis) -> None:
    assert analysis.ruleset.id == "russia-ukraine"
    assert [s.id for s in analysis.sides] == ["RUS", "UKR"]


@pytest.mark.parametrize(
    ("proposition", "relation"),
    [
        ("territory.withdrawal", Relation.DIVERGENT),
        ("guarantees.troops", Relation.DIVERGENT),
        ("children.deported", Relation.DIVERGENT),
        ("ceasefire.first", Relation.DIVERGENT),
        ("war.direct-talks", Relation.CONVERGENT),
        ("guarantees.binding", Relation.SILENT),
    ],
)
def test_what_divides_and_what_joins_them_is_told(analysis: Analysis, proposition: str, relation: Relation) -> None:
    found = {a.proposition.id: a.relation for row in analysis.rows for a in row.answers}
    assert found[proposition] == relation


def test_another_pair_is_not_read_by_it(tmp_path: Path) -> None:
    text = tmp_path / "call.md"
    text.write_text(_KREMLIN.replace("Kiev.", "Washington.") + "\nThe US President said that he hopes for peace.\n")
    assert analyze(text, sides=("USA", "RUS")).ruleset.id == "base"
