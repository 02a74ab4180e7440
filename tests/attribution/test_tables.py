"""The tables of docs/attribution.md, run."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.attribution import attribute
from tests.attribution.land import LEXICON, contents, document, found, lexicon

PAGE = Path(__file__).resolve().parents[2] / "docs" / "attribution.md"


def _rows(first: str) -> Iterator[list[str]]:
    """Give the cells of each row of the table whose first column has this name."""
    inside = False
    for line in PAGE.read_text("utf-8").splitlines():
        cells = [c.strip() for c in line.strip("|").split("|")]
        inside = line.startswith("|") and (inside or cells[0] == first)
        if inside and cells[0] != first and not cells[0].startswith("---"):
            yield cells


CONSTRUCTIONS = list(_rows("found_by"))
SIEVES = list(_rows("resolved_by"))


@pytest.mark.parametrize(("name", "frame", "text", "words"), CONSTRUCTIONS, ids=lambda x: x[:30])
def test_a_construction_finds_its_example(name: str, frame: str, text: str, words: str) -> None:
    made = [(s.found_by, s.frame, " … ".join(contents(s))) for s in found(text)]
    assert (name, frame, words) in made


@pytest.mark.parametrize(("how", "text", "speaker"), SIEVES, ids=lambda x: x[:30])
def test_a_sieve_resolves_its_example(how: str, text: str, speaker: str) -> None:
    assert (how, speaker) in [(s.resolved_by, s.speaker) for s in found(text)]


@pytest.mark.parametrize(("name", "frame", "text", "words"), CONSTRUCTIONS, ids=lambda x: x[:30])
def test_a_construction_left_out_finds_nothing(name: str, frame: str, text: str, words: str) -> None:
    del frame, words
    made = attribute(document(text), LEXICON, frozenset({name}))
    assert name not in {s.found_by for s in made}


def test_every_frame_of_the_lexicon_that_the_table_shows_is_one() -> None:
    known = {frame for cue in lexicon().cues for frame in cue.frames}
    shown = {frame for name, frame, *_ in CONSTRUCTIONS if name in ("subject-verb-content", "adjective")}
    assert shown <= known | {"bare-clause"}
