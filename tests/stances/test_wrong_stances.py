"""Sentences in whose words a hasty reader would find a position that nobody took."""

from __future__ import annotations

import pytest

from briefing.model import Act
from briefing.pipeline import load_packs
from briefing.stances import detect
from tests.fiction import said

PACKS = {pack: load_packs(None).select(pack) for pack in ("base", "us-china", "russia-ukraine")}


def positions(pack: str, side: str, words: str) -> set[str]:
    return {s.proposition for s in detect([said(side, words)], PACKS[pack]) if s.proposition}


@pytest.mark.parametrize(
    ("pack", "side", "words"),
    [
        # another state's doings
        ("base", "USA", "We express concern about human rights in Belarus."),
        ("base", "USA", "We are concerned about the human rights situation in Iran."),
        ("base", "USA", "Iran's support for Russia's war must stop."),
        ("base", "USA", "North Korea supplies artillery shells to Russia."),
        ("us-china", "USA", "We want a stable relationship with Japan."),
        ("us-china", "USA", "Japan's overcapacity worries us."),
        ("us-china", "CHN", "The EU should stop its unfair tariffs on Chinese cars."),
        ("us-china", "CHN", "China and India should be partners, not rivals."),
        ("us-china", "CHN", "We oppose EU tariffs on electric cars."),
        # denied between the words, or not shown
        ("base", "USA", "We saw no evidence that China supplies weapons to Russia."),
        ("base", "USA", "There is little sign that China helps Russia's war."),
        ("base", "USA", "China has not supported Russia's war."),
        ("us-china", "CHN", "A trade war has some winners."),
        # named only
        ("russia-ukraine", "UKR", "We discussed NATO membership."),
        ("russia-ukraine", "RUS", "We did not discuss a ceasefire."),
        ("russia-ukraine", "RUS", "The root causes of the conflict were discussed."),
        ("russia-ukraine", "RUS", "They exchanged views on all matters of the day."),
        ("russia-ukraine", "RUS", "In the east, sanctions were discussed."),
        ("russia-ukraine", "UKR", "A film about the shadow fleet was shown."),
        ("us-china", "USA", "There is no truth in reports that the containers are full."),
        ("base", "USA", "We will defend the title in the final against China."),
        ("base", "USA", "The Arms Hotel is on Moscow Road."),
        # a condition is no position
        ("us-china", "USA", "If Taiwan were part of China, nobody would ask."),
    ],
)
def test_nobody_is_given_a_position_he_did_not_take(pack: str, side: str, words: str) -> None:
    assert positions(pack, side, words) == set()


@pytest.mark.parametrize(
    ("pack", "side", "words", "proposition"),
    [
        ("base", "USA", "We are concerned about human rights in China.", "rights.concern"),
        ("base", "USA", "We raised our concerns about human rights with our hosts.", "rights.concern"),
        ("base", "USA", "China's support for Russia's war must stop.", "russia.support"),
        ("us-china", "USA", "Unlike Japan, China floods the world: its overcapacity worries us.", "trade.unfair"),
        ("us-china", "USA", "China's overcapacity hurts workers in Mexico.", "trade.unfair"),
    ],
)
def test_a_state_named_beside_the_one_it_is_about_takes_nothing_away(
    pack: str, side: str, words: str, proposition: str
) -> None:
    assert proposition in positions(pack, side, words)


@pytest.mark.parametrize(
    ("side", "words"),
    [
        ("USA", "China's support for Russia's war is a threat to us."),
        ("IND", "The treaty is at rest until Pakistan ends its support for terrorism."),
        ("EU", "We regret Chinese support for Moscow's war."),
    ],
)
def test_the_deeds_of_others_are_no_act_of_the_speaker(side: str, words: str) -> None:
    stances = detect([said(side, words)], PACKS["base"])
    assert stances
    assert Act.SUPPORT not in {s.act for s in stances}
