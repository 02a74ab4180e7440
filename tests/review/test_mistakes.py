"""What can be wrong with a review: all of it in one run, each at its words, with what to do."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from briefing.errors import ReviewError
from briefing.review import read_review, sheet
from briefing.ruleset.codes import EXPLAINED
from tests.review.scene import ADDED, DRILL, FILE, FISH, GROUND, QUOTA, SHEET, TEXT, edited, ground, problems

SIGNED = {"by": "A. Berg", "why": "I was there."}
BARE = ADDED.replace("  by: A. Berg\n", "")

MISTAKES = [
    pytest.param(
        SHEET.replace(FISH, "t-fisk"), "V001 no stance has the id 't-fisk' (nearest: 't-fish'", id="no stance"
    ),
    pytest.param(
        edited(FISH, quote='"wants a fishing ban"'),
        "V002 this quotation is not in text.txt (nearest: text.txt:1,",
        id="q",
    ),
    pytest.param(
        edited(FISH, quote='"the drills should stop"'),
        "V002 this quotation is not the one that proves the stance (it is “wants a fishing quota”",
        id="another's quotation",
    ),
    pytest.param(
        SHEET + ADDED.replace("was asked", "was heard"),
        "V002 this quotation is not in text.txt (nearest: text.txt:7, “Nobody in the port",
        id="an added quotation that is not there",
    ),
    pytest.param(
        edited(DRILL, keep="yes", by="B").replace(DRILL, FISH), "V003 stance 't-fish' stands twice", id="twice"
    ),
    pytest.param(
        SHEET + ADDED + ADDED.removeprefix("\nadded:\n"), "V003 this statement is added twice", id="added twice"
    ),
    pytest.param(edited(FISH, keep="no", why="Wrong."), "V004 an edit without a name (add by: ", id="struck, no name"),
    pytest.param(edited(FISH, keep="yes"), "V004 an edit without a name", id="confirmed, no name"),
    pytest.param(edited(FISH, force="5", why="So."), "V004 an edit without a name", id="changed, no name"),
    pytest.param(edited(FISH, why="So."), "V004 an edit without a name", id="a reason, no name"),
    pytest.param(SHEET + BARE, "V004 an edit without a name", id="added, no name"),
    pytest.param(edited(FISH, force="5", by="B"), "V005 an edit without a reason (add why:)", id="no reason"),
    pytest.param(edited(FISH, keep="no", by="B"), "V005 an edit without a reason", id="struck, no reason"),
    pytest.param(
        edited(FISH, side="BRO", **SIGNED), "V006 unknown side 'BRO' (did you mean 'BOR'?)", id="an unknown side"
    ),
    pytest.param(edited(FISH, side="none", **SIGNED), "V006 unknown side 'none'", id="nobody's"),
    pytest.param(
        edited(FISH, issue="fihs", **SIGNED), "V006 unknown issue 'fihs' (did you mean 'fish'?)", id="an unknown issue"
    ),
    pytest.param(
        edited(FISH, proposition="fish.qota", **SIGNED),
        "V006 unknown proposition 'fish.qota' (did you mean 'fish.quota'?)",
        id="an unknown proposition",
    ),
    pytest.param(
        edited(FISH, issue="drills", **SIGNED),
        "V007 proposition 'fish.quota' is one of the issue 'fish', not of 'drills' (of 'drills' there are drills.stop;",
        id="another issue's proposition",
    ),
    pytest.param(
        edited(FISH, proposition="none", **SIGNED), "V007 a position without a proposition", id="no proposition"
    ),
    pytest.param(edited(FISH, position="none", **SIGNED), "V007 no position on 'fish.quota'", id="no position"),
    pytest.param(
        edited(FISH, keep="yes", by="B")
        .replace("position: +2, act", "position: -2, act", 1)
        .replace("position: +2\n", "position: -2\n", 1),
        "V008 the rules read this otherwise now: position +2, no longer -2",
        id="a reading that changed",
    ),
    pytest.param(
        SHEET + ADDED.replace("text.txt", "tex.txt"),
        "V009 this review speaks of 'tex.txt', which was not read (did you mean 'text.txt'?)",
        id="an unread document",
    ),
    pytest.param(edited(FISH, keep="no", force="5", **SIGNED), "V010 struck, and its force changed", id="both"),
    pytest.param(
        SHEET + ADDED.replace("Nobody in the port was asked", "the"),
        "V011 this quotation stands 3 times in text.txt, on lines 3, 5, 7",
        id="an ambiguous quotation",
    ),
    pytest.param(
        edited(FISH, rule="fish.quota.oppose"),
        "V012 'rule' is the program's and has no effect here (leave it as 'fish.quota.affirm')",
        id="another rule",
    ),
    pytest.param(edited(FISH, via="BOR"), "V012 'via' is the program's and has no effect here (delete", id="a via"),
    pytest.param(edited(FISH, forse="5"), "S001 unknown key 'forse' (did you mean 'force'?)", id="a misspelt key"),
    pytest.param(edited(FISH, force="6", **SIGNED), "S006 force: '6' is not one of 1, 2, 3, 4, 5", id="no such force"),
    pytest.param(edited(FISH, act="demnd", **SIGNED), "S006 act: 'demnd' is not one of", id="no such act"),
    pytest.param(SHEET + ADDED.replace("  act: reject\n", ""), "S010 this added statement has no 'act'", id="no act"),
]


@pytest.mark.parametrize(("text", "message"), MISTAKES)
def test_a_mistake_is_told_once_with_what_to_do(text: str, message: str) -> None:
    found = [re.sub(r"^review\.yaml:\d+:\d+: error\[(\w+)\]", r"\1", str(p)) for p in problems(text)]
    assert len(found) == 1, found
    assert found[0].startswith(message)


def test_every_code_of_reviews_has_a_sample() -> None:
    told = {str(case.values[1]).split()[0] for case in MISTAKES}
    assert {code for code in EXPLAINED if code.startswith("V")} <= told


def test_a_mistake_stands_at_its_words() -> None:
    text = edited(FISH, side="BRO", **SIGNED)
    (found,) = problems(text)
    line = text.splitlines()[found.line - 1]
    assert (line, line[found.column - 1 :], found.width) == ("  side: BRO", "BRO", 3)
    assert found.frame().splitlines()[-1].endswith("^^^")


def test_all_mistakes_come_in_one_run() -> None:
    text = edited(FISH, keep="no") + ADDED.replace("BOR", "BRO").replace("text.txt", "tex.txt")
    text = edited(DRILL, force="5", by="B", text=text)
    assert [p.code for p in problems(text)] == ["V004", "V005", "V005", "V009", "V006"]


def test_documents_that_were_not_read_are_told_once_each() -> None:
    assert [p.code for p in problems(SHEET.replace("at: text.txt", "at: other.txt").replace(": t-", ": x-"))] == [
        "V009"
    ]


def test_entries_nobody_signed_may_be_read_otherwise_now() -> None:
    assert problems(SHEET.replace("force: 1", "force: 5")) == ()


def test_a_review_that_is_not_there_says_how_to_write_one(tmp_path: Path) -> None:
    with pytest.raises(Exception, match="there is no such file; write one with briefing review"):
        read_review(tmp_path / FILE)


def test_a_file_that_is_no_review_is_a_mistake(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text("- a\n- b\n")
    with pytest.raises(ReviewError, match="S002"):
        read_review(tmp_path / FILE)


def test_a_review_of_thousands_of_stances_can_be_read(tmp_path: Path) -> None:
    many = "stances:" + "".join(SHEET.partition("\nstances:")[2].replace(": t-", f": t{n}-") for n in range(1000))
    (tmp_path / FILE).write_text(many)
    assert len(read_review(tmp_path / FILE).stances) == 3000
    assert len(many) > 1 << 20


def test_the_scene_is_whole() -> None:
    assert sheet(ground(TEXT)) == sheet(GROUND)
    assert QUOTA in TEXT
