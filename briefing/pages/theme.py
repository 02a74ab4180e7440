"""The look of the page: grid, colours, type. Numbers only; every measure is in points (1/72 inch)."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.model import Look, Relation, Theme

Colour = tuple[float, float, float]


def _colour(code: str) -> Colour:
    red, green, blue = (int(code[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return red, green, blue


def grey(colour: Colour) -> Colour:
    """Take the hue out of a colour; its contrast with white stays the same."""
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour]
    light = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    part = light * 12.92 if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055
    return part, part, part


# ── grid ────────────────────────────────────────────────────────────────────────────────────────────────────────────

MM = 72 / 25.4
TEXT = 174 * MM  # one text width on every paper: twelve columns
GUTTER = 4 * MM
_COLUMN = (TEXT - 11 * GUTTER) / 12


def _columns(n: int) -> float:
    return n * _COLUMN + (n - 1) * GUTTER


LABEL, BODY, SIDE = _columns(2), _columns(10), _columns(5)
AXIS = LABEL + GUTTER  # the left edge of the first side and of all running text
AXIS_B = LABEL + SIDE + 2 * GUTTER  # the left edge of the second side
HANG = 17.0  # marks and evidence numbers hang in this indent
FORCE_INDENT = HANG + 40  # words stand behind five force marks
WHOLE = 0.55  # a section is moved whole if it needs at most this share of a page
MUCH = 0.25  # a section may break between its rows where more than this share of a page is free
SPLIT = 0.8  # a row taller than this share of a page may be split


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A sheet and the margins above and below the text."""

    width: float
    height: float
    top: float
    bottom: float
    scale: float = 1.0  # of all measures, on the sheet

    @property
    def left(self) -> float:
        """The left edge of the text."""
        return (self.width - TEXT) / 2

    @property
    def room(self) -> float:
        """The height of the text."""
        return self.height - self.top - self.bottom


PAPERS = {
    "a4": Paper(width=210 * MM, height=297 * MM, top=14 * MM, bottom=17 * MM),
    "letter": Paper(width=612.0, height=792.0, top=12 * MM, bottom=15.5 * MM),
}

_LARGE = 1.5  # the smallest type, of 8 points, is then one of 12


def sheet(look: Look) -> Paper:
    """Choose the sheet of a look; for large print it is laid wide, and all is drawn larger."""
    paper = PAPERS[look.paper]
    if look.theme != Theme.LARGE:
        return paper
    width, height = paper.height / _LARGE, paper.width / _LARGE
    return Paper(width=width, height=height, top=9 * MM, bottom=16 * MM, scale=_LARGE)


# ── colour, on white; every text colour has a contrast above 6 ──────────────────────────────────────────────────────

INK = _colour("#15202B")
SOFT = _colour("#4B5763")
LINE = _colour("#BFC6CC")
FAINT = _colour("#DDE2E6")
CONNECTOR = _colour("#7D8791")
BOX = _colour("#8B959E")
WHITE = (1.0, 1.0, 1.0)
SIDES = (_colour("#1B4F8F"), _colour("#A3470B"))
RELATIONS = {
    Relation.DIVERGENT: _colour("#9E1B34"),
    Relation.TALKING_PAST: _colour("#5B3D92"),
    Relation.PARTIAL: _colour("#6E5C00"),
    Relation.CONVERGENT: _colour("#1E6B45"),
    Relation.CLAIMED: SOFT,
    Relation.SILENT: SOFT,
    Relation.UNREPORTED: SOFT,
    Relation.NO_DOCUMENT: SOFT,
}

# ── type ────────────────────────────────────────────────────────────────────────────────────────────────────────────

SERIF, SERIF_BOLD, DISPLAY, SANS, SANS_BOLD = (
    "BriefingSerif-Regular",
    "BriefingSerif-Semibold",
    "BriefingSerif-Display",
    "BriefingSans-Regular",
    "BriefingSans-Semibold",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How a paragraph is set. `first` indents its first line further than `indent` does all of them."""

    face: str
    size: float
    leading: float
    colour: Colour = INK
    indent: float = 0.0
    first: float = 0.0
    before: float = 0.0


TITLE = Style(face=DISPLAY, size=29, leading=32)
TITLE_SHORT = Style(face=DISPLAY, size=23, leading=26)
DECK = Style(face=SERIF, size=11.6, leading=15.6, before=6)
DECK_SHORT = Style(face=SERIF, size=10.8, leading=14.6, before=4)
HEADING = Style(face=SERIF_BOLD, size=14, leading=17.5)
FINDING = Style(face=SERIF, size=10, leading=13.3)
RUNNING = Style(face=SERIF, size=10, leading=13.4)
STANCE = Style(face=SERIF_BOLD, size=10, leading=13.2, indent=HANG)
QUOTATION = Style(face=SERIF, size=9.7, leading=12.7, indent=HANG, before=4)
SOURCE = Style(face=SANS, size=8.6, leading=11, colour=SOFT, indent=HANG)
CELL = Style(face=SANS, size=9, leading=11)
CELL_BOLD = Style(face=SANS_BOLD, size=9, leading=11)
CELL_SOFT = Style(face=SANS, size=9, leading=11, colour=SOFT)
SMALL = Style(face=SANS, size=8.6, leading=11, colour=SOFT)
SMALL_BOLD = Style(face=SANS_BOLD, size=8.6, leading=11)
LABELLED = Style(face=SANS_BOLD, size=9, leading=12)
TAG = Style(face=SANS, size=8.8, leading=11, colour=SOFT)
WIDE = Style(face=SANS, size=9.5, leading=12.4)
REGISTER = Style(face=SANS, size=8, leading=9.4, colour=SOFT)
KICKER = Style(face=SANS, size=9, leading=12, colour=SOFT)
FOOTER = Style(face=SANS, size=8, leading=11, colour=SOFT)
