"""What moves between two briefings, and why."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from briefing.changes import Changes, compare, headline, picture, text, tree
from briefing.errors import BriefingError
from tests.changes.briefs import ACTS, ALDEN, BORSKA, DRILLS, FISH, REPORT, edited, seen, without_rule, written
from tests.fiction import PACK


def lines(changes: Changes) -> list[str]:
    return [line.strip() for line in text(changes).splitlines()]


def test_a_briefing_beside_itself_is_one_line(tmp_path: Path) -> None:
    changes = compare(seen(tmp_path), seen(tmp_path))
    assert changes.empty
    assert text(changes) == "Nothing of the briefing moves."


def test_a_rule_that_is_gone_empties_its_cell_and_moves_the_relation(tmp_path: Path) -> None:
    changes = compare(seen(tmp_path), seen(tmp_path, rules=without_rule("fish.quota.oppose")))
    cell, relation = changes.cells[0], changes.relations[0]
    assert (cell.issue, cell.side, cell.old and cell.old.position) == ("fish", "BOR", -2)
    assert cell.new is None or cell.new.position is None
    assert relation.old is not None
    assert (relation.issue, relation.old.relation) == ("fish", "divergent")
    assert "fish: Divergent → Different points" in lines(changes)
    assert any(line.startswith("because rule fish.quota.oppose no longer matches “") for line in lines(changes))
    assert "(report.txt:3)" in text(changes)


def test_a_cause_says_that_a_rule_was_removed_or_is_new_where_that_is_known(tmp_path: Path) -> None:
    whole, less = seen(tmp_path), seen(tmp_path, rules=without_rule("fish.quota.oppose"))
    gone = compare(whole, less, {"fish.quota.oppose": "removed"})
    come = compare(less, whole, {"fish.quota.oppose": "added"})
    assert "because rule fish.quota.oppose was removed, which matched “" in text(gone)
    assert "because rule fish.quota.oppose, which is new, matches “" in text(come)


def test_another_position_moves_cell_proposition_and_relation(tmp_path: Path) -> None:
    rules = edited((FISH, 'position: -2\n    any: ["(oppos*', 'position: -1\n    any: ["(oppos*'))
    changes = compare(seen(tmp_path), seen(tmp_path, rules=rules))
    assert "fish × BOR: -2 → -1" in lines(changes)
    assert "fish.quota (A fishing quota): BOR -2 → -1" in lines(changes)
    assert not changes.relations
    assert headline(changes) == "1 cell of the briefing moves, 1 stance changed"


def test_another_act_is_told_with_its_force(tmp_path: Path) -> None:
    rules = edited((ACTS, "act: reject", "act: concern"))
    changes = compare(seen(tmp_path), seen(tmp_path, rules=rules))
    assert any(line.startswith("fish × BOR: reject (force ") and "→ concern (force " in line for line in lines(changes))


def test_another_summary_alone_is_shown_in_its_words(tmp_path: Path) -> None:
    rules = edited((FISH, "summary: opposes a fishing quota", "summary: is against a quota"))
    changes = compare(seen(tmp_path), seen(tmp_path, rules=rules))
    assert "fish × BOR: “opposes a fishing quota” → “is against a quota”" in lines(changes)


def test_a_stance_with_another_rule_is_changed_not_lost_and_gained(tmp_path: Path) -> None:
    rules = edited((FISH, "id: fish.quota.oppose", "id: fish.quota.against"))
    changes = compare(seen(tmp_path), seen(tmp_path, rules=rules))
    (difference,) = changes.stances
    assert difference.fields == ("rule",)
    assert not changes.cells
    assert "rule fish.quota.oppose → rule fish.quota.against" in text(changes)


def test_a_line_that_moves_in_a_rule_file_is_no_change(tmp_path: Path) -> None:
    rules = {**PACK, FISH: f"# a remark\n\n{PACK[FISH]}"}
    assert compare(seen(tmp_path), seen(tmp_path, rules=rules)).empty


def test_an_edit_elsewhere_in_a_text_loses_no_stance(tmp_path: Path) -> None:
    changes = compare(seen(tmp_path), seen(tmp_path, f"The sun rose.\n\n{REPORT}"))
    assert not changes.stances
    assert [(t.path, t.what) for t in changes.texts] == [("report.txt", "changed")]


def test_a_sentence_that_is_gone_is_told_apart_from_a_rule_that_no_longer_matches(tmp_path: Path) -> None:
    changes = compare(seen(tmp_path), seen(tmp_path, ALDEN))
    assert "(report.txt:3) no longer stands there" in text(changes)
    assert "no longer matches" not in text(changes)


def test_a_document_read_by_one_only_is_the_cause(tmp_path: Path) -> None:
    changes = compare(seen(tmp_path, ALDEN, name="one.txt"), seen(tmp_path, BORSKA, name="two.txt"))
    assert {(t.path, t.what) for t in changes.texts} == {("one.txt", "lost"), ("two.txt", "gained")}
    assert "because two.txt is read now" in text(changes)


def test_a_reworded_sentence_is_a_changed_stance(tmp_path: Path) -> None:
    after = REPORT.replace("opposes the fishing quota", "firmly opposes the fishing quota")
    changes = compare(seen(tmp_path), seen(tmp_path, after))
    assert headline(changes) == "1 cell of the briefing moves, 1 stance changed"


def test_files_without_the_texts_compare_alike(tmp_path: Path) -> None:
    rules = without_rule("fish.quota.oppose")
    whole = compare(seen(tmp_path), seen(tmp_path, rules=rules))
    bare = compare(seen(tmp_path, whole=False), seen(tmp_path, rules=rules, whole=False))
    mixed = compare(seen(tmp_path, whole=False), seen(tmp_path, rules=rules))
    assert text(whole) == text(bare) == text(mixed)


def test_a_text_without_stances_against_one_with_some(tmp_path: Path) -> None:
    quiet = seen(tmp_path, "The sun rose over the harbour.\n")
    changes = compare(quiet, seen(tmp_path))
    assert "fish: none → Divergent" in lines(changes)
    assert len(compare(seen(tmp_path), quiet).cells) == len(changes.cells) == 2


def test_other_sides_are_named(tmp_path: Path) -> None:
    analysis = written(tmp_path)
    other = {**analysis, "sides": list(reversed(analysis["sides"]))}
    changes = compare(picture(analysis), picture(other))
    assert not changes.cells
    assert not changes.empty
    assert "ALD and BOR → BOR and ALD" in lines(changes)


def test_a_lost_issue_ends_in_none(tmp_path: Path) -> None:
    rules = {path: words for path, words in PACK.items() if path != FISH}
    rules["ald-bor/pack.yaml"] = rules["ald-bor/pack.yaml"].replace("[fish, drills]", "[drills]")
    changes = compare(seen(tmp_path, f"{REPORT}\n{DRILLS}\n"), seen(tmp_path, f"{REPORT}\n{DRILLS}\n", rules=rules))
    assert "fish: Divergent → none" in lines(changes)
    assert [move.new for move in changes.cells if move.issue == "fish"] == [None, None]


def test_the_same_two_briefings_give_the_same_words_both_ways_round(tmp_path: Path) -> None:
    old, new = seen(tmp_path), seen(tmp_path, rules=without_rule("fish.quota.oppose"))
    assert text(compare(old, new)) == text(compare(old, new))
    there, back = compare(old, new), compare(new, old)
    assert [(c.issue, c.side) for c in there.cells] == [(c.issue, c.side) for c in back.cells]
    assert [(c.old, c.new) for c in there.cells] == [(c.new, c.old) for c in back.cells]


def test_the_json_has_every_key_of_its_contract(tmp_path: Path) -> None:
    changes = compare(seen(tmp_path), seen(tmp_path, rules=without_rule("fish.quota.oppose")))
    data = json.loads(json.dumps(tree(changes)))
    assert data["schema"] == "briefing.changes/1"
    assert set(data) > {"schema", "headline", "documents", "cells", "relations", "propositions", "stances"}
    assert set(data["cells"][0]) == {"issue", "side", "old", "new", "because"}
    assert {"what", "stance", "rule", "words"} == set(data["cells"][0]["because"][0])
    assert set(data["stances"]) == {"gained", "lost", "changed"}


@pytest.mark.parametrize(
    ("change", "message"),
    [
        pytest.param({"schema": "briefing.analysis/2"}, "briefing.analysis/2", id="a later form"),
        pytest.param({"stances": None}, "'stances'", id="a part is missing"),
        pytest.param({"statements": []}, "which is not in it", id="a reference leads nowhere"),
        pytest.param({"sides": [1]}, "'id'", id="another type"),
    ],
)
def test_a_file_that_is_no_analysis_is_one_line(tmp_path: Path, change: dict[str, Any], message: str) -> None:
    with pytest.raises(BriefingError, match=message) as caught:
        picture({**written(tmp_path), **change})
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("value", [None, [], "text", 3], ids=repr)
def test_a_value_that_is_no_mapping_is_no_analysis(value: object) -> None:
    with pytest.raises(BriefingError, match="schema"):
        picture(value)
