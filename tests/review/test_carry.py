"""A review written anew: every edit that still holds is kept, and those that do not are set aside and told."""

from __future__ import annotations

import pytest

from briefing.errors import ReviewError
from briefing.review import Carried, Ground, carry_over, review_of, sheet
from tests.review.scene import (
    ADDED,
    DRILL,
    FILE,
    FISH,
    GROUND,
    LOOSE,
    NO,
    QUOTA,
    SHEET,
    TEXT,
    applied,
    edited,
    ground,
    problems,
)

SIGNED = {"by": "A. Berg", "why": "I was there."}
LONG = (
    "She said it twice, and the minutes of the meeting, which the desk has seen, have it just so: position, not wish."
)
DECIDED = edited(FISH, keep="no", **SIGNED)
DECIDED = edited(DRILL, keep="yes", by="C. Dorn", text=DECIDED)
DECIDED = edited(NO, position="+2", by="A. Berg", why=f'"{LONG}"', text=DECIDED) + ADDED


def again(text: str, on: Ground = GROUND) -> tuple[str, Carried]:
    carried = carry_over(review_of(FILE, text.encode()), on)
    return sheet(on, carried), carried


def test_the_same_file_comes_out_where_nothing_was_edited() -> None:
    assert again(SHEET)[0] == SHEET


def test_every_edit_is_kept_and_means_the_same() -> None:
    text, carried = again(DECIDED)
    before, after = applied(DECIDED), applied(text)
    assert (carried.stale, carried.moved, len(carried.rulings)) == ((), (), 3)
    assert [(s.id, s.position, s.words) for s in after.stances] == [(s.id, s.position, s.words) for s in before.stances]
    assert [s.edit and (s.edit.by, s.edit.why) for s in after.stances] == [
        s.edit and (s.edit.by, s.edit.why) for s in before.stances
    ]
    assert again(text)[0] == text


def test_the_name_at_the_head_is_kept() -> None:
    text, _ = again("by: A. Berg\n" + edited(FISH, keep="yes"))
    assert applied(text).reviewed.signed == 1


def test_entries_nobody_signed_follow_what_is_read_now() -> None:
    text, carried = again(SHEET.replace("force: 1", "force: 5"))
    assert (text, carried.stale) == (SHEET, ())


def test_an_edit_whose_sentence_is_gone_is_set_aside_and_not_lost() -> None:
    on = ground(TEXT.replace(QUOTA, "Rain fell."))
    text, carried = again(DECIDED, on)
    (lapsed,) = carried.stale
    assert (lapsed.entry.stale, lapsed.problem.code) == (None, "V001")
    assert "stale:\n- id: t-fish\n  stale: " in text
    assert "why: " in text.partition("\nstale:")[2]
    assert problems(text, on) == ()
    assert applied(text, on).reviewed.stale == 1
    assert again(text, on)[0] == text


def test_what_was_set_aside_comes_back_with_its_sentence() -> None:
    aside, _ = again(DECIDED, ground(TEXT.replace(QUOTA, "Rain fell.")))
    text, carried = again(aside)
    assert carried.stale == ()
    assert [s.id for s in applied(text).reviewed.struck] == [FISH]


def test_an_edit_in_place_of_one_set_aside_is_the_one_that_counts() -> None:
    aside, _ = again(DECIDED, ground(TEXT.replace(QUOTA, "Rain fell.")))
    head, _, tail = again(SHEET)[0].partition("\nstances:")
    anew = f"{head}\nstances:{edited(FISH, keep='yes', by='E. Frey', text=tail)}"
    text, carried = again(anew + "\n" + aside[aside.index("# These edits") :])
    assert [lapsed.problem.code for lapsed in carried.stale] == ["V003"]
    assert [s.edit.by for s in applied(text).stances if s.edit] == ["E. Frey"]


def test_a_stance_of_which_only_the_id_changed_keeps_its_edit() -> None:
    text, carried = again(DECIDED, ground(prefix="x"))
    assert set(carried.moved) == {("t-fish", "x-fish"), ("t-drill", "x-drill"), ("t-no", "x-no")}
    assert applied(text, ground(prefix="x")).reviewed.signed == 4


def test_another_sentence_around_the_same_quotation_is_not_the_one_that_was_signed() -> None:
    wished = ground(TEXT.replace("said that Borska opposes", "denied that Borska opposes"), prefix="x")
    assert [lapsed.problem.code for lapsed in again(DECIDED, wished)[1].stale] == ["V001"]


def test_an_added_statement_whose_words_are_gone_is_set_aside() -> None:
    text, carried = again(DECIDED, ground(TEXT.replace(LOOSE, "Rain fell.")))
    assert [lapsed.problem.code for lapsed in carried.stale] == ["V002"]
    assert "stale:\n- document: text.txt\n  stale: " in text


def test_a_signed_reading_that_changed_is_set_aside() -> None:
    old = DECIDED.replace("act: request", "act: warn")
    assert {lapsed.problem.code for lapsed in again(old)[1].stale} == {"V008"}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(edited(FISH, keep="no"), id="no name"),
        pytest.param(SHEET + ADDED.replace("side: BOR", "side: BRO"), id="an unknown side"),
    ],
)
def test_mistakes_are_told_before_anything_is_written(text: str) -> None:
    with pytest.raises(ReviewError):
        again(text)
