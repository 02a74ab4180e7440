"""Right-to-left scripts."""

from __future__ import annotations

from briefing.pages.rtl import shaped, visual


def order(text: str) -> str:
    return "".join(char for _, char in visual(text))


def test_letters_of_a_right_to_left_word_are_turned_round() -> None:
    assert order("שלום") == "םולש"


def test_a_word_in_a_left_to_right_line_keeps_its_place() -> None:
    assert order("He said שלום to all") == "He said םולש to all"


def test_numbers_in_a_right_to_left_line_keep_their_order() -> None:
    assert order("ב-14 במאי") == "יאמב 14-ב"


def test_brackets_are_mirrored() -> None:
    assert order("(סבב)") == "(בבס)"


def test_a_line_without_other_letters_is_turned_as_a_whole() -> None:
    assert order("“שלום.”") == "”.םולש“"


def test_arabic_letters_join() -> None:
    assert shaped("بيت") == "\ufe91\ufef4\ufe96"


def test_lam_and_alef_are_one_letter() -> None:
    assert shaped("لا") == "\ufefb"


def test_other_text_is_left_alone() -> None:
    assert shaped("Growth < 2 %") == "Growth < 2 %"
