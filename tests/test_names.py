"""The names that are printed are the ones people use, and no name belongs to two sides."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

RULES = Path(__file__).parents[1] / "rules"
SIDES: list[dict[str, Any]] = yaml.safe_load((RULES / "base/countries.yaml").read_text(encoding="utf-8"))
BY_ID = {side["id"]: side for side in SIDES}


def _printed(side: dict[str, Any]) -> list[str]:
    return [side[key] for key in ("name", "in_text", "short") if key in side]


@pytest.mark.parametrize("side", SIDES, ids=lambda s: str(s["id"]))
def test_no_printed_name_is_in_comma_or_province_form(side: dict[str, Any]) -> None:
    assert not [name for name in _printed(side) if "," in name or "province of" in name.casefold() or "(" in name]


@pytest.mark.parametrize(
    ("id", "name"),
    [
        ("USA", "United States"),
        ("CHN", "China"),
        ("TWN", "Taiwan"),
        ("RUS", "Russia"),
        ("KOR", "South Korea"),
        ("PRK", "North Korea"),
        ("TUR", "Türkiye"),
        ("PSE", "Palestinian Territories"),
        ("HKG", "Hong Kong"),
        ("XKX", "Kosovo"),
        ("NOR", "Norway"),
    ],
)
def test_common_names_are_printed(id: str, name: str) -> None:
    assert BY_ID[id]["name"] == name


def test_every_side_stands_once() -> None:
    assert [id for id, times in Counter(side["id"] for side in SIDES).items() if times > 1] == []


def test_no_name_belongs_to_two_sides() -> None:
    keys = ("aliases", "adjectives", "metonyms")
    names = [
        (word.casefold(), side["id"])
        for side in SIDES
        for word in {side["name"], *(w for key in keys for w in side.get(key, []))}
    ]
    assert [name for name, times in Counter(name for name, _ in set(names)).items() if times > 1] == []


def test_only_the_bodies_are_no_states() -> None:
    assert [side["id"] for side in SIDES if side.get("state") is False] == ["EU", "G7", "NATO", "UN"]
