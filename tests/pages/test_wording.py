"""The words of the page come from the rule files, and from nowhere else."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import pytest

from briefing.errors import RuleError
from briefing.model import Act
from briefing.pages import draw
from briefing.pages.wording import Wording
from tests.pages.scenes import PHRASES, quarrel

SAY = Wording(PHRASES)
PAGES = Path(__file__).parents[2] / "briefing" / "pages"


def test_a_missing_phrase_is_one_clear_error() -> None:
    with pytest.raises(RuleError, match=r"the phrase 'deck\.rest' is missing"):
        Wording({})("deck.rest")


def test_a_phrase_that_asks_for_an_unknown_value_is_an_error() -> None:
    with pytest.raises(RuleError, match=r"asks for \{C\}"):
        Wording({"stance": "{C} {words}"})("stance", words="waits")


def test_a_desk_can_reword_the_page() -> None:
    scene = quarrel()
    scene.phrases["page.kind"] = "Kurzbericht"
    assert b"%PDF" in draw(scene.analysis(), record=b"{}")


def test_a_page_without_its_phrases_is_not_drawn() -> None:
    scene = quarrel()
    del scene.phrases["facts.read"]
    with pytest.raises(RuleError, match=r"facts\.read"):
        draw(scene.analysis(), record=b"{}")


def test_a_phrase_cannot_reach_into_the_program() -> None:
    with pytest.raises(RuleError):
        Wording({"x": "{words}{list}"})("x", words="w")
    assert Wording({"x": "{words.__class__}"})("x", words="w") == "{words.__class__}"


def test_numbers_to_ten_are_words() -> None:
    assert [SAY.number(n) for n in (1, 10, 11)] == ["one", "ten", "11"]


def test_more_than_three_issues_are_counted() -> None:
    assert SAY.some(["a", "b", "c"]) == "a, b and c"
    assert SAY.some(["a", "b", "c", "d"]) == "a and three other issues"


def test_dates_keep_together() -> None:
    assert SAY.date(datetime.date(2024, 4, 26), "date.short") == "26\u00a0Apr\u00a02024"


@pytest.mark.parametrize("act", list(Act))
def test_every_act_has_a_verb_phrase_of_its_own(act: Act) -> None:
    assert "{issue}" in PHRASES[f"about.{act}"]
    assert PHRASES[f"about.{act}"].split()[0].endswith("s")


def test_the_page_never_accuses() -> None:
    accusing = r"\b(refus|ignor|evad|dodg|fail(s|ed)? to|hid(es|ing)|lie[sd]?|admit|claim(s|ed)? falsely|dismiss)"
    assert not [key for key, text in PHRASES.items() if re.search(accusing, text, re.IGNORECASE)]


def test_every_phrase_is_used() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in PAGES.glob("*.py"))
    formed = [re.sub(r"\\{.*?\\}", ".+", re.escape(text)) for text in re.findall(r'f"([^"]*\{[^"]*)"', code)]
    known = re.compile("|".join([*formed, *map(re.escape, re.findall(r'"([^"{}]+)"', code))]))
    keys = (re.sub(r"\.(one|many|months)$", "", key) for key in PHRASES)
    loose = [key for key in keys if not known.fullmatch(key) and not key.startswith(("about.", "summary.", "gap."))]
    assert loose == []
