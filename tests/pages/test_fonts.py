"""The fonts of the package."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.pages.fonts import Fonts, Stretch
from briefing.pages.theme import SANS, SERIF

FOLDER = Path(__file__).parents[2] / "briefing" / "pages" / "fonts"


def test_every_font_has_its_licence_beside_it() -> None:
    for font in FOLDER.glob("*.ttf"):
        family = font.stem.split("-")[0].removeprefix("Briefing")
        assert "SIL OPEN FONT LICENSE" in (FOLDER / f"OFL-Briefing-{family}.txt").read_text(encoding="utf-8").upper()


def test_the_fonts_stay_small() -> None:
    assert sum(font.stat().st_size for font in FOLDER.glob("*.ttf")) < 3_600_000


@pytest.mark.parametrize("text", ["“We agree – today…”", "naïve façade Łódź", "Ελλάδα", "Россия", "1 € ≠ 2 £"])
def test_common_text_needs_no_second_font(text: str) -> None:
    assert [part.font for part in Fonts().runs(text, SERIF)] == [SERIF]


def test_a_character_of_another_script_is_taken_from_a_font_that_has_it() -> None:
    runs = Fonts().runs("Wang 王毅 said", SANS)
    assert runs == [Stretch(SANS, "Wang "), Stretch("BriefingCJK", "王毅"), Stretch(SANS, " said")]


def test_what_no_font_has_is_kept_by_name() -> None:
    fonts = Fonts()
    assert fonts.runs("go 😀", SANS) == [Stretch(SANS, "go "), Stretch("BriefingCJK", "□", said="😀")]
    assert fonts.unknown() == ["U+1F600 GRINNING FACE"]


def test_what_is_no_character_is_not_said() -> None:
    assert Fonts().runs("\ue000", SANS) == [Stretch("BriefingCJK", "□", said="\ufffd")]


def test_a_square_of_the_text_is_said_as_it_is() -> None:
    assert [part.said for part in Fonts().runs("□😀□", SANS)] == [None, "😀", None]


def test_invisible_characters_are_left_out() -> None:
    fonts = Fonts()
    assert fonts.runs("soft\u00adhyphen\u200b", SANS) == [Stretch(SANS, "softhyphen")]
    assert fonts.unknown() == []


def test_loose_accents_are_joined_to_their_letters() -> None:
    assert Fonts().runs("cafe\u0301", SANS) == [Stretch(SANS, "café")]


def test_a_space_is_set_in_a_font_that_has_one() -> None:
    runs = Fonts().runs("中 today", SANS)
    assert runs == [Stretch("BriefingCJK", "中"), Stretch(SANS, " today")]
