"""What the tests of a rule leave open is told where it is asked for, and nowhere else."""

from __future__ import annotations

import pytest

from briefing.ruleset import load_texts
from tests.fiction import PACK

FISH = "ald-bor/issues/fish.yaml"
RULE = """\
id: fish
name: Fisheries
about: {any: [fish*]}
propositions: [{id: fish.quota, label: Quota, text: There should be a quota.}]
rules:
  - id: fish.quota.affirm
    proposition: fish.quota
    position: +2
    any:
      - wants ...2 quota
      - quota is needed
    summary: wants a quota
    match:
      - {text: Alden wants a new quota., expect: {position: 2}}
      - A quota is needed.
    no_match:
      - Alden wants peace and quiet and no new quota.
"""


def codes(text: str, *, thorough: bool = True) -> list[str]:
    packs = load_texts({**PACK, FISH: text})
    return [f"{p.code} {p.line}" for p in packs.warnings(thorough=thorough) if p.path == FISH]


def test_tests_that_need_every_pattern_and_bound_every_gap_leave_nothing_open() -> None:
    assert codes(RULE) == []


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        pytest.param("      - A quota is needed.\n", "", "W008 11", id="a pattern nobody needs"),
        pytest.param(
            "A quota is needed.", "Alden wants a quota; a quota is needed.", "W008 11", id="needed by no one alone"
        ),
        pytest.param("wants peace and quiet and no new quota", "builds boats", "W009 10", id="a gap without a bound"),
        pytest.param(", expect: {position: 2}", "", "W010 14", id="a position nobody says"),
    ],
)
def test_what_is_left_open_is_told_at_its_line(old: str, new: str, found: str) -> None:
    assert old in RULE
    assert codes(RULE.replace(old, new)) == [found]
    assert codes(RULE.replace(old, new), thorough=False) == []
