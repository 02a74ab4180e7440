"""The names that are printed are the ones people use, and no name belongs to two sides or two people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
import yaml

RULES = Path(__file__).parents[1] / "rules"


def _entries(pattern: str) -> list[dict[str, Any]]:
    return [e for path in sorted(RULES.glob(pattern)) for e in yaml.safe_load(path.read_text(encoding="utf-8"))]


SIDES = _entries("base/countries.yaml")
BY_ID = {side["id"]: side for side in SIDES}
SPEAKERS = [entry for entry in _entries("*/people*.yaml") if "role" not in entry]
PEOPLE = [entry for entry in SPEAKERS if "name" in entry]


def _name(entry: dict[str, Any]) -> str:
    return str(entry.get("name") or entry["body"])


def _twice(words: Iterable[str]) -> list[str]:
    return [word for word, times in Counter(words).items() if times > 1]


def _folded(words: Iterable[str]) -> set[str]:
    return {word.casefold() for word in words}


@pytest.mark.parametrize("side", SIDES, ids=lambda s: str(s["id"]))
def test_no_printed_name_is_in_comma_or_province_form(side: dict[str, Any]) -> None:
    printed = [side[key] for key in ("name", "in_text", "short") if key in side]
    assert not [name for name in printed if "," in name or "province of" in name.casefold() or "(" in name]


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
    assert _twice(side["id"] for side in SIDES) == []


def test_only_the_bodies_are_no_states() -> None:
    assert [side["id"] for side in SIDES if side.get("state") is False] == ["EU", "G7", "NATO", "UN"]


def test_no_name_belongs_to_two_sides() -> None:
    keys = ("aliases", "adjectives", "metonyms")
    names = [_folded([side["name"], *(word for key in keys for word in side.get(key, []))]) for side in SIDES]
    assert _twice(name for of_one in names for name in of_one) == []


def test_everybody_stands_once_in_all_packs() -> None:
    assert _twice(map(_name, SPEAKERS)) == []


def test_no_alias_belongs_to_two_speakers() -> None:
    aliases = [_folded([_name(entry), *entry.get("aliases", [])]) for entry in SPEAKERS]
    assert _twice(alias for of_one in aliases for alias in of_one) == []


def test_everybody_speaks_for_a_side_that_has_a_name() -> None:
    assert {entry["side"] for entry in SPEAKERS} - set(BY_ID) == set()


def test_every_office_says_where_it_comes_from() -> None:
    assert [p["name"] for p in PEOPLE if not p["offices"] or any(not o.get("cites") for o in p["offices"])] == []


def test_no_office_ends_before_it_begins() -> None:
    spans = [
        (p["name"], str(o["from"]), str(o["to"])) for p in PEOPLE for o in p["offices"] if {"from", "to"} <= set(o)
    ]
    assert [name for name, start, end in spans if end < start[: len(end)]] == []
