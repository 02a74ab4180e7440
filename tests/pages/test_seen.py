"""What an eye sees of a page: text in its place, none over other text, dark enough, large enough. PDFium reads it."""

from __future__ import annotations

import io
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import combinations
from random import Random
from typing import Any

import pypdf
import pypdfium2
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from pypdf.generic import ContentStream

from briefing.errors import ChoiceError
from briefing.model import Analysis, Look, Paper, Profile, Theme
from briefing.pages import draw
from briefing.pages.theme import TEXT, grey, sheet
from tests.pages import scenes
from tests.pages.tagged import generated

Box = tuple[float, float, float, float]

LOOKS = {
    "as usual": Look(),
    "letter": Look(paper=Paper.LETTER, marking="FOR THE DESK"),
    "large": Look(theme=Theme.LARGE, marking="FOR THE DESK"),
    "without hues": Look(theme=Theme.MONO),
    "two pages": Look(profile=Profile.TWO_PAGE),
}
EVERY = pytest.mark.parametrize("look", [pytest.param(look, id=name) for name, look in LOOKS.items()])


@cache
def file(name: str, look: Look) -> bytes:
    return draw(getattr(scenes, name)().analysis(), record=b"{}\n", look=look)


def glyphs(data: bytes) -> Iterator[list[tuple[str, Box]]]:
    """Give what each page shows: characters with the edges of their glyphs."""
    with pypdfium2.PdfDocument(data) as document:
        for page in document:
            text = page.get_textpage()
            letters = [text.get_text_range(k, 1) for k in range(text.count_chars())]
            found = [(c, text.get_charbox(k)) for k, c in enumerate(letters) if c.strip()]
            yield [(c, box) for c, box in found if box[2] - box[0] > 0.2 and not unicodedata.combining(c[0])]


def covered(found: list[tuple[str, Box]]) -> Iterator[tuple[str, str]]:
    """Give pairs of glyphs of which one lies over more than a third of the other."""
    places: dict[tuple[int, int], list[int]] = defaultdict(list)
    for k, (_, (left, low, right, high)) in enumerate(found):
        for x in range(int(left / 8), int(right / 8) + 1):
            for y in range(int(low / 8), int(high / 8) + 1):
                places[x, y].append(k)
    for one, two in sorted({pair for together in places.values() for pair in combinations(together, 2)}):
        (a, first), (b, second) = found[one], found[two]
        if first == second and two - one < 3:
            continue  # PDFium tells the letters of a ligature apart, and the dots of an ellipsis
        wide = min(first[2], second[2]) - max(first[0], second[0])
        high = min(first[3], second[3]) - max(first[1], second[1])
        least = min((box[2] - box[0]) * (box[3] - box[1]) for box in (first, second))
        if wide > 0 and high > 0 and wide * high > least / 3:
            yield a, b


def misplaced(data: bytes, look: Look) -> list[str]:
    paper = sheet(look)
    left, right = paper.left * paper.scale - 2, (paper.left + TEXT) * paper.scale + 2
    out = []
    for number, page in enumerate(glyphs(data), 1):
        out += [f"page {number}: {c} at {box}" for c, box in page if box[0] < left or box[2] > right]
        out += [f"page {number}: {c} at {box}" for c, box in page if box[1] < 5 or box[3] > paper.height * paper.scale]
        out += [f"page {number}: {a} and {b}" for a, b in covered(page)]
    return out


def inks(data: bytes) -> Iterator[tuple[float, tuple[float, ...]]]:
    """Give the size and colour of all text that is drawn."""
    reader = pypdf.PdfReader(io.BytesIO(data))
    for page in reader.pages:
        size, scale = 0.0, 1.0
        colour: tuple[float, ...] = (0.0, 0.0, 0.0)
        kept: list[tuple[tuple[float, ...], float]] = []
        for operands, operator in ContentStream(page.get_contents(), reader).operations:
            if operator == b"cm" and float(operands[1]) == 0 and float(operands[0]) > 1:
                scale *= float(operands[0])
            elif operator == b"q":
                kept.append((colour, scale))
            elif operator == b"Q":
                colour, scale = kept.pop()
            elif operator == b"rg":
                colour = tuple(map(float, operands))
            elif operator == b"Tf":
                size = float(operands[1])
            elif operator in (b"Tj", b"TJ"):
                yield size * scale, colour


def contrast(colour: tuple[float, ...]) -> float:
    """Give the contrast with white paper, as WCAG 2 measures it."""
    parts = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in colour]
    return 1.05 / (0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2] + 0.05)


@EVERY
@pytest.mark.parametrize("name", ["quarrel", "beijing", "readouts", "nobody", "many", "archive", "scripts"])
def test_text_stands_within_the_margins_and_none_over_other_text(name: str, look: Look) -> None:
    assert misplaced(file(name, look), look) == []


@settings(
    max_examples=8, deadline=None, phases=[Phase.explicit, Phase.generate], suppress_health_check=[HealthCheck.too_slow]
)
@given(
    seed=st.integers(0, 10_000),
    issues=st.sampled_from([None, 21, 40]),
    longest=st.sampled_from([20, 150]),
    look=st.sampled_from(list(LOOKS.values())),
)
def test_that_holds_for_any_briefing(seed: int, issues: int | None, longest: int, look: Look) -> None:
    analysis: Analysis = generated.analysis(Random(seed), issues=issues, longest=longest)
    assert misplaced(draw(analysis, record=b"{}\n", look=look), look) == []


@EVERY
def test_all_text_is_dark_enough(look: Look) -> None:
    assert min(contrast(colour) for _, colour in inks(file("many", look))) >= 6


def test_without_hues_all_is_grey_and_no_paler() -> None:
    plain = [contrast(colour) for _, colour in inks(file("many", LOOKS["as usual"]))]
    greys = [colour for _, colour in inks(file("many", LOOKS["without hues"]))]
    assert all(max(colour) - min(colour) < 0.001 for colour in greys)
    assert [round(contrast(c), 1) for c in greys] == [round(c, 1) for c in plain]
    assert b" RG" not in _coloured(file("many", LOOKS["without hues"]))


def _coloured(data: bytes) -> bytes:
    """Give the operators that choose a colour with a hue."""
    reader: Any = pypdf.PdfReader(io.BytesIO(data))
    out = []
    for page in reader.pages:
        for operands, operator in ContentStream(page.get_contents(), reader).operations:
            if operator in (b"RG", b"rg") and max(map(float, operands)) - min(map(float, operands)) > 0.001:
                out.append(b" " + operator)
    return b"".join(out)


def test_large_print_has_nothing_below_twelve_points() -> None:
    for name in ("many", "archive", "scripts"):
        assert min(size for size, _ in inks(file(name, LOOKS["large"]))) >= 12


def test_large_print_on_two_pages_is_refused() -> None:
    with pytest.raises(ChoiceError, match="12 points"):
        draw(scenes.quarrel().analysis(), record=b"{}", look=Look(theme=Theme.LARGE, profile=Profile.TWO_PAGE))


def test_grey_keeps_black_and_white() -> None:
    assert grey((0.0, 0.0, 0.0)) == (0.0, 0.0, 0.0)
    assert grey((1.0, 1.0, 1.0)) == pytest.approx((1.0, 1.0, 1.0))


def test_text_over_text_is_found() -> None:
    page = [("a", (10.0, 10.0, 15.0, 15.0)), ("b", (11.0, 11.0, 16.0, 16.0)), ("c", (40.0, 10.0, 45.0, 15.0))]
    assert list(covered(page)) == [("a", "b")]
