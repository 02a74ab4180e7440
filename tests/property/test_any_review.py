"""Laws of reviews: any bytes give a review or mistakes; what is written is read back; order does not count."""

from __future__ import annotations

import random
import re
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.errors import Problem, ReviewError
from briefing.model import Stance
from briefing.review import Applied, apply, carry_over, review_of, sheet
from briefing.ruleset import explain
from tests.fiction import document, said
from tests.review.scene import ADDED, DRILL, FILE, FISH, GROUND, NO, QUOTA, SHEET, TEXT, edited, held

SIGNED = {"by": "A. Berg", "why": "I was there."}
ENTRIES = [
    edited(FISH, keep="no", **SIGNED),
    edited(DRILL, side="BOR", speaker="none", **SIGNED),
    edited(NO, position="+2", **SIGNED),
]
WHOLE = (
    edited(FISH, keep="no", text=edited(DRILL, force="5", text=edited(NO, keep="yes", by="B"), **SIGNED), **SIGNED)
    + ADDED
)


def outcome(data: bytes) -> Applied | tuple[Problem, ...]:
    """Apply a review file and write it anew; give what stands, or what is wrong."""
    try:
        review = review_of(FILE, data)
        review_of(FILE, sheet(GROUND, carry_over(review, GROUND)).encode())
        return apply(review, GROUND)
    except ReviewError as error:
        return _looked_at(error)


def _looked_at(error: ReviewError) -> tuple[Problem, ...]:
    assert error.problems
    for problem in error.problems:
        assert explain(problem.code), problem
        assert problem.line >= 1
        assert problem.frame().splitlines()[0] == str(problem)
        assert "\n" not in str(problem)
    return error.problems


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_give_a_review_or_mistakes(data: bytes) -> None:
    outcome(data)


@settings(max_examples=300, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.floats(0, 0.999),
            st.sampled_from(
                [*"ab:-[]{}\"'\n #*&!|>.,+12\\\t", "- ", ": ", "none", "keep: no\n", "  by: x\n", "stale:\n"]
            ),
            st.integers(0, 30),
        ),
        max_size=3,
    )
)
def test_any_change_to_a_good_file_gives_a_review_or_mistakes(changes: list[tuple[float, str, int]]) -> None:
    text = WHOLE
    for where, put, instead in changes:
        at = int(where * len(text))
        text = text[:at] + put + text[at + instead :]
    outcome(text.encode())


@settings(max_examples=50, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_of_the_entries_changes_nothing(chance: random.Random) -> None:
    head, *entries = re.split(r"^(?=- )", WHOLE.replace("\nadded:\n", ""), flags=re.MULTILINE)
    stances, added = entries[:3], [entries[3], entries[3].replace("Nobody in", "in")]
    chance.shuffle(stances)
    chance.shuffle(added)
    mixed = head + "".join(e.rstrip() + "\n" for e in stances) + "added:\n" + "".join(e.rstrip() + "\n" for e in added)
    plain = head + "".join(e.rstrip() + "\n" for e in entries[:3])
    plain += "added:\n" + entries[3].rstrip() + "\n" + entries[3].replace("Nobody in", "in")
    one, other = outcome(mixed.encode()), outcome(plain.encode())
    assert isinstance(one, Applied)
    assert isinstance(other, Applied)
    assert list(map(_placeless, one.stances)) == list(map(_placeless, other.stances))
    assert one.statements == other.statements
    assert one.reviewed.open == other.reviewed.open


def _placeless(stance: Stance) -> Stance:
    """Leave out the lines of the review file, which are other ones in another order."""
    place = GROUND.stances[0].place
    return replace(stance, place=place, edit=replace(stance.edit, place=place) if stance.edit else None)


@settings(max_examples=200, deadline=None)
@given(st.text(st.characters(codec="utf-8", exclude_characters="\ue03f"), max_size=160), st.text(max_size=20))
def test_a_sheet_of_any_words_is_read_back_and_changes_nothing(words: str, speaker: str) -> None:
    quota = f"{QUOTA[:-1]} {words}."
    read = document(f"{quota}\n\n{TEXT}")
    on = held(read, (said("ALD", quota, read, id="s0", speaker=" ".join(speaker.split()) or None),))
    on = replace(on, stances=tuple({s.id: s for s in on.stances}.values()))
    done = apply(review_of(FILE, sheet(on).encode("utf-8", "surrogatepass")), on)
    assert (done.stances, done.statements) == (on.stances, on.statements)
    assert done.reviewed.signed == 0


def test_the_files_of_the_laws_are_whole() -> None:
    assert isinstance(outcome(WHOLE.encode()), Applied)
    assert all(isinstance(outcome(text.encode()), Applied) for text in (SHEET, *ENTRIES))
