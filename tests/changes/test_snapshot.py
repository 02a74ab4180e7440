"""A snapshot is readable text, is read back as it was, and names its mistakes."""

from __future__ import annotations

import difflib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.changes import Snapshot, compare, read_snapshot, written
from briefing.errors import RuleError
from tests.changes.briefs import BORSKA, FISH, REPORT, edited, seen, without_rule

FACTS = {"rules": "aa", "pdf": "bb"}
PAGE = ("Alden and Borska", "On fisheries, they disagree: “no”.")


def text_of(folder: Path, text: str = REPORT, **more: object) -> str:
    return written(Snapshot(picture=seen(folder, text, **more), page=PAGE, facts=FACTS))


def test_a_snapshot_says_sides_page_issues_and_stances_in_plain_lines(tmp_path: Path) -> None:
    lines = text_of(tmp_path).splitlines()
    assert lines[0].startswith("# What a briefing shows")
    for line in (
        "sides: {ALD: Alden, BOR: Borska}",
        '  - "On fisheries, they disagree: “no”."',
        "    result: divergent",
        "    rule: fish.quota.oppose",
        "    quote: opposes the fishing quota",
        f"    sentence: {BORSKA}",
        "    line: 3",
    ):
        assert line in lines


def test_a_snapshot_is_read_back_as_it_was(tmp_path: Path) -> None:
    text = text_of(tmp_path)
    found = read_snapshot(text, "a.yaml")
    assert (found.page, found.facts) == (PAGE, FACTS)
    assert written(found) == text
    assert compare(found.picture, seen(tmp_path)).empty


def test_what_moves_is_found_from_snapshots_alone(tmp_path: Path) -> None:
    old = read_snapshot(text_of(tmp_path), "a.yaml").picture
    new = read_snapshot(text_of(tmp_path, rules=without_rule("fish.quota.oppose")), "b.yaml").picture
    assert [(c.issue, c.side) for c in compare(old, new).cells] == [("fish", "BOR")]


def test_a_small_change_is_a_small_diff(tmp_path: Path) -> None:
    rules = edited((FISH, 'position: -2\n    any: ["(oppos*', 'position: -1\n    any: ["(oppos*'))
    old, new = text_of(tmp_path).splitlines(), text_of(tmp_path, rules=rules).splitlines()
    moved = [line for line in difflib.ndiff(old, new) if line.startswith(("- ", "+ "))]
    assert [line.split(":")[0].strip("+- ") for line in moved if "position" in line] == [
        "{id",
        "{id",
        *["position"] * 2,
    ]
    assert len(moved) <= 8


def test_a_sentence_gained_in_an_edited_text_is_not_laid_to_the_rules(tmp_path: Path) -> None:
    less, whole = (seen(tmp_path, text, whole=False) for text in (BORSKA, REPORT))
    (gained,) = compare(less, whole).stances
    assert gained.what == "rewritten"


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        pytest.param("briefing.snapshot/1", "briefing.snapshot/9", "P001", id="a later form"),
        pytest.param("    document: d1", "    document: d7", "P002", id="no such document"),
        pytest.param("leads: {ALD: t", "leads: {ALD: x", "P002", id="no such stance"),
        pytest.param('ALD: "+2"', 'ALD: "+9"', "P002", id="no such position"),
        pytest.param("    force:", "    farce:", "S001", id="an unknown key"),
        pytest.param("issues:", "<<<<<<< HEAD\nissues:", "Y001", id="a merge left open"),
    ],
)
def test_a_snapshot_that_was_broken_is_named_with_its_place(tmp_path: Path, old: str, new: str, code: str) -> None:
    text = text_of(tmp_path)
    assert old in text
    with pytest.raises(RuleError) as caught:
        read_snapshot(text.replace(old, new, 1), "snapshots/a.yaml")
    assert code in {p.code for p in caught.value.problems}
    assert all(p.path == "snapshots/a.yaml" and p.line for p in caught.value.problems)


@given(st.binary(max_size=300))
def test_any_bytes_that_are_no_snapshot_are_named_problems(data: bytes) -> None:
    with pytest.raises(RuleError) as caught:
        read_snapshot(data.decode("utf-8", "replace"), "a.yaml")
    assert caught.value.problems
