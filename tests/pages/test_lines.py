"""Setting text into lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.pages.fonts import Fonts
from briefing.pages.lines import Line, Run, fill, shortened, units
from briefing.pages.theme import RUNNING, SANS_BOLD

FONTS = Fonts()


def lines(text: str | list[Run], room: float = 120.0, first: float = 0.0) -> list[Line]:
    runs = [Run(text)] if isinstance(text, str) else text
    return fill(units(runs, RUNNING, FONTS), room, first, FONTS)


def shown(text: str | list[Run], room: float = 120.0, first: float = 0.0) -> list[str]:
    return ["".join(p.text for p in line.pieces) for line in lines(text, room, first)]


def test_lines_break_at_spaces_and_no_word_is_lost() -> None:
    assert " ".join(shown("We need a quota, and we need it before the herring come back.")) == (
        "We need a quota, and we need it before the herring come back."
    )


def test_a_space_at_a_line_end_is_remembered_for_whoever_reads_the_text_back() -> None:
    assert [line.spaced for line in lines("We need a quota before spring, all of us")] == [True, False]


def test_a_no_break_space_holds_its_words_together() -> None:
    assert shown("on the day of 26\u00a0April\u00a02024", room=85) == ["on the day of", "26\u00a0April\u00a02024"]


def test_a_line_may_end_behind_a_hyphen_between_letters() -> None:
    assert shown("the military-to-military talks", room=80) == ["the military-to-", "military talks"]


def test_a_hyphen_between_digits_does_not_end_a_line() -> None:
    assert shown("in the years 2024-2025", room=70) == ["in the years", "2024-2025"]


def test_chinese_breaks_between_characters_but_not_before_a_full_stop() -> None:
    found = shown("双方同意继续磋商。", room=80)
    assert found == ["双方同意继续磋", "商。"]


def test_a_word_that_no_line_can_hold_is_broken() -> None:
    found = shown("w" * 60)
    assert len(found) > 2
    assert "".join(found) == "w" * 60


def test_runs_without_a_space_between_them_stay_on_one_line() -> None:
    runs = [Run("a fishing quota for everyone in "), Run("Borska", SANS_BOLD), Run(".")]
    assert shown(runs)[-1].endswith("Borska.")


def test_the_first_line_is_indented() -> None:
    assert len(shown("one two three four five", room=120, first=80)[0]) < len(shown("one two three four five", 120)[0])


def test_what_looks_like_markup_is_printed_as_it_is() -> None:
    text = "<b>falling</b> & <img src='x'/> &lt;"
    assert " ".join(shown(text, room=500)) == text


@pytest.mark.parametrize("size", [1_000, 10_000])
def test_setting_is_linear_in_the_text(size: int) -> None:
    assert sum(len(line.pieces) for line in lines("word " * size, room=400)) == len(lines("word " * size, room=400))


@given(st.text(alphabet=st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), max_size=200))
def test_no_line_is_wider_than_its_room(text: str) -> None:
    for line in lines(text, room=90):
        assert sum(p.width for p in line.pieces) <= 90.1


@given(st.text(alphabet="ab <>&;/'\"-–—“”双方。 \u00a0\n", max_size=120))
def test_no_character_is_lost_or_moved(text: str) -> None:
    found = "".join(
        p.text + (" " if line.spaced and p is line.pieces[-1] else "") for line in lines(text) for p in line.pieces
    )
    assert "".join(found.split()) == "".join(text.split())


def test_a_text_that_is_cut_keeps_its_no_break_spaces() -> None:
    assert shortened("on 17\u00a0May  2025 again", lambda text: len(text) < 16) == "on 17\u00a0May …"
