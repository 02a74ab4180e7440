"""Who said that who said what: the words of the innermost, told by the one around them."""

from __future__ import annotations

import pytest

from briefing.model import Statement
from tests.attribution.land import contents, found, one


def _by_side(text: str) -> dict[str | None, Statement]:
    return {s.side: s for s in found(text)}


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Berg said Kral told her the strait would stay open.", "the strait would stay open"),
        ("Berg said Kral told her Borska would open the strait.", "Borska would open the strait"),
        ("Berg said President Ivo Kral said the strait would stay open.", "the strait would stay open"),
        ("Berg said Kral had assured her that Borska would lift the quota.", "that Borska would lift the quota"),
        ("Kral told Moss the strait would stay open, Berg said.", "the strait would stay open"),
        ("Berg said she was told by Kral that Borska would lift the quota.", "that Borska would lift the quota"),
        ("Berg noted Kral's claim that the strait was open.", "that the strait was open"),
        ("The strait would stay open, Kral told Moss, according to Berg.", "The strait would stay open"),
        ("“The strait is open,” Kral said, according to Berg.", "“The strait is open,”"),
        ("Kral said, according to Berg, that the strait would stay open.", "that the strait would stay open"),
    ],
    ids=lambda x: x[:44],
)
def test_what_one_tells_of_another_is_the_others_through_the_one(text: str, content: str) -> None:
    told = _by_side(text)["BOR"]
    assert (told.speaker, told.via, contents(told)) == ("Ivo Kral", "ALD", [content])


@pytest.mark.parametrize(
    "text",
    [
        "Kral said, according to a Borskan readout, that Moss told him the pact would hold.",
        "Kral said, according to a Borskan readout, Moss told him the pact would hold.",
    ],
    ids=["that", "without that"],
)
def test_a_readout_between_the_speaker_and_the_words_is_the_channel(text: str) -> None:
    told = _by_side(text)
    assert (told["BOR"].speaker, told["BOR"].channel) == ("Ivo Kral", "Borskan readout")
    assert (told["ALD"].speaker, told["ALD"].via, contents(told["ALD"])) == (
        "Lena Moss",
        "BOR",
        ["the pact would hold"],
    )


@pytest.mark.parametrize(
    "text",
    [
        "The pact would hold, Kral said, according to a Borskan readout.",
        "“The pact will hold,” Kral said, according to a Borskan readout.",
        "“The pact will hold,” Kral said on Monday, according to the Borsk Herald Agency.",
    ],
    ids=["reported", "quoted", "agency"],
)
def test_a_readout_behind_the_say_clause_is_the_channel(text: str) -> None:
    made = one(text)
    assert (made.speaker, made.via) == ("Ivo Kral", None)
    assert made.channel in ("Borskan readout", "Borsk Herald Agency")


def test_of_three_in_a_chain_the_nearest_with_a_side_tells() -> None:
    told = _by_side("A newspaper said Kral said Moss said the pact would hold.")
    assert (told["BOR"].speaker, told["BOR"].via) == ("Ivo Kral", None)
    assert (told["ALD"].speaker, told["ALD"].via) == ("Lena Moss", "BOR")
