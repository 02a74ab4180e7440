"""A review put to what was found: what stands then, and what it did."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.model import Act, Decision, Kind
from briefing.review import Ground, sheet
from tests.fiction import document, said
from tests.review.scene import (
    ADDED,
    DRILL,
    DRILLS,
    FISH,
    GROUND,
    LOOSE,
    NO,
    QUOTA,
    REJECTS,
    SHEET,
    TEXT,
    applied,
    edited,
    ground,
    held,
    stance,
)

SIGNED = {"by": "A. Berg", "why": "I was there."}


def test_an_untouched_file_changes_nothing_and_nothing_counts_as_reviewed() -> None:
    done = applied(SHEET)
    assert (done.statements, done.stances) == (GROUND.statements, GROUND.stances)
    assert (done.reviewed.signed, done.reviewed.total, done.reviewed.open) == (0, 3, (FISH, DRILL, NO))


def test_what_is_confirmed_with_a_name_counts_as_reviewed() -> None:
    done = applied(edited(FISH, keep="yes", by="A. Berg"))
    found = stance(done, FISH).edit
    assert found is not None
    assert (found.decision, found.by, found.why, found.was) == (Decision.KEPT, "A. Berg", None, ())
    assert (done.reviewed.signed, done.reviewed.open) == (1, (DRILL, NO))


def test_a_name_alone_confirms_too() -> None:
    assert applied(edited(FISH, by="A. Berg")).reviewed.signed == 1


def test_a_name_at_the_head_signs_what_is_decided_and_nothing_else() -> None:
    done = applied("by: A. Berg\n" + edited(FISH, keep="yes"))
    assert done.reviewed.open == (DRILL, NO)
    assert [s.edit.by for s in done.stances if s.edit] == ["A. Berg"]


def test_a_name_in_the_entry_comes_before_that_at_the_head() -> None:
    found = stance(applied("by: A. Berg\n" + edited(FISH, keep="yes", by="I. Kral")), FISH).edit
    assert found is not None
    assert found.by == "I. Kral"


def test_what_is_struck_is_gone_but_told() -> None:
    done = applied(edited(FISH, keep="no", **SIGNED))
    assert [s.id for s in done.stances] == [DRILL, NO]
    (struck,) = done.reviewed.struck
    assert struck.edit is not None
    assert (struck.id, struck.edit.by, struck.edit.why) == (FISH, "A. Berg", "I was there.")
    assert (done.reviewed.signed, done.reviewed.total) == (1, 3)
    assert done.statements == GROUND.statements


def test_another_position_has_words_that_say_it_and_the_old_rule_is_told() -> None:
    found = stance(applied(edited(FISH, position="-2", **SIGNED)), FISH)
    assert (found.position, found.words, found.rule, found.ask) == (
        -2,
        "rejects that there should be a fishing quota",
        "desk",
        None,
    )
    assert found.edit is not None
    assert found.edit.was == (("position", 2), ("rule", "fish.quota.affirm"))


def test_another_force_keeps_rule_and_words() -> None:
    found = stance(applied(edited(FISH, force="5", **SIGNED)), FISH)
    assert (found.force, found.rule, found.words) == (5, "fish.quota.affirm", "wants a fishing quota")


def test_another_issue_without_a_position_speaks_of_the_issue_only() -> None:
    change = {"issue": "drills", "proposition": "none", "position": "none"}
    found = stance(applied(edited(FISH, **change, **SIGNED)), FISH)
    assert (found.issue, found.proposition, found.position, found.rule) == ("drills", None, None, "drills.about")
    assert found.words == f"{found.act} on drills"


def test_another_side_takes_the_statement_along() -> None:
    done = applied(edited(FISH, side="BOR", speaker="Ivo Kral", **SIGNED))
    found = stance(done, FISH)
    assert (found.side, found.statement.side, found.statement.speaker, found.statement.authority) == (
        *("BOR", "BOR", "Ivo Kral"),
        1,
    )
    assert found.statement.id == "s0"
    assert [s.side for s in done.statements] == ["BOR", "ALD", "BOR"]


def test_a_statement_some_of_whose_stances_go_elsewhere_is_copied() -> None:
    read = document("Ada Berg said that Alden wants a fishing quota and the drills should stop.")
    statement = said("ALD", read.text, read, id="s0", speaker="Ada Berg")
    on = held(read, (statement,))

    done = applied(edited(FISH, text=sheet(on), side="BOR", speaker="none", **SIGNED), on)
    assert [(s.side, s.speaker) for s in done.statements] == [("ALD", "Ada Berg"), ("BOR", None)]
    assert len({s.id for s in done.statements}) == 2
    assert {s.id: s.statement.side for s in done.stances} == {FISH: "BOR", DRILL: "ALD"}
    assert all(s.statement in done.statements for s in done.stances)


def test_a_stance_given_to_a_third_side_still_counts() -> None:
    done = applied(edited(FISH, side="ALD", keep="yes", by="A. Berg"))
    assert (done.reviewed.signed, done.reviewed.total) == (1, 3)


# ── added statements ────────────────────────────────────────────────────────────────────────────────────────────────


def test_an_added_statement_has_its_words_as_evidence() -> None:
    done = applied(SHEET + ADDED)
    found = done.stances[-1]
    read = found.statement.document
    assert [read.words(span) for span in found.evidence] == ["Nobody in the port was asked"]
    assert read.words(found.covers) == LOOSE
    assert (found.side, found.position, found.act, found.force, found.rule) == ("BOR", -2, Act.REJECT, 3, "desk")
    assert (found.statement.kind, found.statement.via) == (Kind.NARRATED, None)
    assert found.statement == done.statements[-1]
    assert (done.reviewed.signed, done.reviewed.total) == (1, 4)


def test_blanks_and_line_ends_of_a_quotation_may_differ() -> None:
    text = TEXT.replace("the port was", "the\nport  was")
    assert len(applied(SHEET + ADDED, ground(text)).stances) == 4


def test_an_added_statement_joins_the_statement_it_stands_in() -> None:
    entry = ADDED.replace("Nobody in the port was asked", "the drills should stop").replace("BOR", "ALD")
    done = applied(SHEET + entry)
    assert done.statements == GROUND.statements
    assert (done.stances[-1].statement.id, done.stances[-1].statement.speaker) == ("s1", "Ada Berg")


def test_of_two_files_of_one_name_the_one_with_the_words_is_meant() -> None:
    other = replace(document("Rain fell.", id="d0"), path="text.txt")
    on = Ground(
        documents=(other, *GROUND.documents),
        statements=GROUND.statements,
        stances=GROUND.stances,
        sides=GROUND.sides,
        ruleset=GROUND.ruleset,
    )
    assert applied(SHEET + ADDED, on).stances[-1].statement.document.id == "d1"


def test_a_kind_and_a_speaker_may_be_named() -> None:
    done = applied(SHEET + ADDED.replace("  side: BOR", "  side: BOR\n  speaker: Ivo Kral\n  kind: direct"))
    found = done.stances[-1].statement
    assert (found.kind, found.speaker, found.authority) == (Kind.DIRECT, "Ivo Kral", 1)


@pytest.mark.parametrize(
    ("side", "kind", "via"),
    [pytest.param("ALD", Kind.OWN, None, id="its own"), pytest.param("BOR", Kind.NARRATED, "ALD", id="the other's")],
)
def test_in_an_own_text_an_added_statement_is_its_own_or_told(side: str, kind: Kind, via: str | None) -> None:
    on = held(document(LOOSE, side="ALD"), ())
    done = applied("stances: []\n" + ADDED.replace("BOR", side), on)
    assert (done.stances[0].statement.kind, done.stances[0].via) == (kind, via)


def test_an_added_statement_beside_what_the_other_side_is_told_to_say_is_the_texts_own() -> None:
    read = document(REJECTS, side="ALD")
    on = held(read, (said("BOR", REJECTS, read, id="s0", via="ALD"),))
    entry = ADDED.replace("Nobody in the port was asked", "Ivo Kral said").replace("BOR", "ALD")
    found = applied("stances: []\n" + entry, on).stances[-1]
    assert (found.statement.kind, found.via, found.statement.speaker) == (Kind.OWN, None, None)


def test_an_added_statement_may_say_that_its_speaker_is_not_known() -> None:
    entry = ADDED.replace("Nobody in the port was asked", "the drills should stop").replace("BOR", "ALD")
    found = applied(SHEET + entry.replace("  side: ALD", "  side: ALD\n  speaker: none")).stances[-1]
    assert found.statement.speaker is None


def test_a_statement_that_went_elsewhere_does_not_take_an_added_one_along() -> None:
    entry = ADDED.replace("Nobody in the port was asked", "Alden wants a fishing").replace("BOR", "ALD")
    done = applied(edited(FISH, side="BOR", **SIGNED) + entry)
    assert {s.id: s.side for s in done.statements}[done.stances[-1].statement.id] == "ALD"
    assert all(s.statement in done.statements for s in done.stances)


def test_the_words_of_the_scene_are_read_as_they_should_be() -> None:
    assert [s.id for s in GROUND.stances] == [FISH, DRILL, NO]
    assert all(words in TEXT for words in (QUOTA, DRILLS, REJECTS, LOOSE))
