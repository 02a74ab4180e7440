"""What reading costs: ten times the text takes about ten times the steps, whatever its form."""

from __future__ import annotations

import sys
from types import FrameType

import pytest

from briefing.attribution import attribute, remarks
from briefing.model import Document, Genre
from tests.attribution.land import LEXICON, document

NEWS = "Berg met Kral. She said that the drills must end. “We want peace,” said Kral. The two sides agreed to talk. "
TURNS = (
    "MS. BERG: The drills must end. Borska should lift the quota.\n\nQ Will it?\n\nMR. KRAL: Borska will answer.\n\n"
)
BLOB = "word and another word said nothing of Borsk "
READOUT = "Berg stressed that the drills must end. Kral said that Borska would lift the quota. He praised the pact.\n\n"


def _steps(text: Document) -> int:
    """Count the calls that reading a document takes: the same on every machine."""
    count = 0

    def step(_frame: FrameType, event: str, _arg: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(step)
    try:
        remarks(text, attribute(text, LEXICON))
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize(
    ("text", "genre"),
    [(NEWS, Genre.NEWS), (TURNS, Genre.TRANSCRIPT), (BLOB * 8, Genre.NEWS), (READOUT, Genre.READOUT)],
    ids=["news", "transcript", "no full stop", "readout"],
)
def test_ten_times_the_text_takes_less_than_fifteen_times_the_steps(text: str, genre: Genre) -> None:
    attribute(document(text, genre, side="ALD"), LEXICON)  # what is remembered for a lexicon is built before
    once, often = (_steps(document(text * k, genre, side="ALD")) for k in (12, 120))
    assert often < 15 * once
