"""The matrix of page one: a row per issue, grouped by result, and the chart of force in its last column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from briefing.model import Cell as SideCell
from briefing.model import Row as Compared
from briefing.pages import marks
from briefing.pages.blocks import Anchor, Block, Label, Stack, Text
from briefing.pages.fonts import Fonts
from briefing.pages.grid import Cell, Edge, Row
from briefing.pages.kit import Kit
from briefing.pages.lines import Run, units
from briefing.pages.pen import Pen
from briefing.pages.theme import (
    AXIS,
    AXIS_B,
    CELL,
    CELL_BOLD,
    CELL_SOFT,
    CONNECTOR,
    FAINT,
    GUTTER,
    INK,
    LABEL,
    LINE,
    SANS,
    SANS_BOLD,
    SIDE,
    SIDES,
    SOFT,
    TAG,
    TEXT,
    Style,
)
from briefing.pages.view import Group, Numbered

_B_WIDTH = 124.0
_CHART = AXIS_B + _B_WIDTH
_CHART_WIDTH = TEXT - _CHART
_PAD = 8.0
_NUMBER = 14.0
_SMALLEST = 8.0
ISSUE, ISSUE_WIDE = 84.0, 120.0


def _place(force: int) -> float:
    return 9 + (force - 1) * (_CHART_WIDTH - 18) / 4


class Force(Block):
    """One row of the chart: both sides' marks on the five places, joined where they differ."""

    def __init__(self, row: Compared) -> None:
        self.row = row

    def measure(self, width: float) -> float:
        """Give the height of one line."""
        return CELL.leading

    def draw(self, pen: Pen, x: float, y: float, width: float) -> None:
        """Draw the connector, then the marks; equal ones side by side."""
        middle = y - 6
        first, second = (cell.force for cell in self.row.cells)
        if first and second and first != second:
            pen.stroke(x + _place(first), middle, x + _place(second), middle, 1.4, CONNECTOR)
        apart = 4.3 if first and first == second else 0.0
        for side, force, shift in ((0, first, -apart), (1, second, apart)):
            if force:
                filled = not self.row.cells[side].told
                marks.side_shape(pen, side, x + _place(force) + shift, middle, 3.3 - side * 0.1, filled)


class ChartHead(Block):
    """The name of the chart and the ends of its scale."""

    def __init__(self, kit: Kit) -> None:
        low, high = kit.say("force.1"), kit.say("force.5")
        self.name = kit.text(CELL_BOLD, kit.say("matrix.force"))
        self.low = kit.text(TAG, [Run(low, size=8.2)])
        self.high = kit.text(TAG, [Run(high, size=8.2)])
        self.high_width = kit.fonts.width(high, SANS, 8.2)

    def measure(self, width: float) -> float:
        """Give the height of two lines."""
        return 22.0

    def draw(self, pen: Pen, x: float, y: float, width: float) -> None:
        """Write the name over the scale."""
        self.name.draw(pen, x + _place(1) - 3, y, _CHART_WIDTH)
        self.low.draw(pen, x + _place(1) - 3, y - 11, _CHART_WIDTH)
        self.high.draw(pen, x + _CHART_WIDTH - self.high_width, y - 11, _CHART_WIDTH)


def _scale(pen: Pen, x: float, y: float, height: float) -> None:
    """Draw the five places of the scale behind a row."""
    for force in range(1, 6):
        left = x + _CHART + _place(force)
        pen.stroke(left, y, left, y - height, 0.7, FAINT)


@dataclass(frozen=True, slots=True)
class Band:
    """The rows of one result; its label spans them."""

    label: Stack
    rows: tuple[Row, ...]

    def measure(self) -> float:
        """Give the height of the rows, or of the label if that is higher."""
        return max(sum(r.measure(TEXT) for r in self.rows), self.label.measure(LABEL) + 4)


class Matrix(Block):
    """The whole table. On a new page its header is repeated, and so is the label of a group that goes on."""

    def __init__(self, header: Row, blocks: Sequence[Band]) -> None:
        self.header, self.blocks = header, tuple(blocks)

    def measure(self, width: float) -> float:
        """Add up header and groups."""
        return self.header.measure(width) + sum(b.measure() for b in self.blocks)

    def split(self, width: float, room: float) -> tuple[Matrix, Matrix] | None:
        """Part between two rows."""
        used = self.header.measure(width)
        for k, block in enumerate(self.blocks):
            if used + block.measure() <= room:
                used += block.measure()
                continue
            fit = 0
            for row in block.rows:
                used += row.measure(width)
                if used > room:
                    break
                fit += 1
            head, tail = Band(block.label, block.rows[:fit]), Band(block.label, block.rows[fit:])
            if fit == len(block.rows) or (not fit and not k):
                return None if not k else self._parted(self.blocks[:k], self.blocks[k:])
            return self._parted((*self.blocks[:k], *([head] if fit else [])), (tail, *self.blocks[k + 1 :]))
        return None

    def _parted(self, head: Sequence[Band], tail: Sequence[Band]) -> tuple[Matrix, Matrix]:
        return Matrix(self.header, head), Matrix(self.header, tail)

    def draw(self, pen: Pen, x: float, y: float, width: float) -> None:
        """Draw the header, then each group under a heavier rule, then the closing rule."""
        self.header.draw(pen, x, y, width)
        y -= self.header.measure(width)
        for block in self.blocks:
            top, height = y, block.measure()
            for k, row in enumerate(block.rows):
                last = k == len(block.rows) - 1
                row.least = y - (top - height) if last else 0.0
                row.draw(pen, x, y, width)
                if k:
                    pen.line(x + AXIS, y, x + TEXT, 0.4, LINE)
                y -= row.measure(width)
            pen.line(x, top, x + TEXT, 0.8, INK)
            block.label.draw(pen, x, top - 1.7, LABEL)
        pen.line(x, y, x + TEXT, 0.8, INK)

    def anchors(self) -> Iterator[Anchor]:
        """Give none: links lead from the matrix, not to it."""
        return iter(())


def fitted(text: str, style: Style, width: float, fonts: Fonts) -> tuple[str, Style]:
    """Fit a name into a narrow column: smaller, down to 8 pt, then with its long words cut by a hyphen."""
    while style.size > _SMALLEST and any(u.width > width for u in units([Run(text)], style, fonts)):
        style = replace(style, size=style.size - 0.25)
    return " ".join(_hyphened(word, style, width, fonts) for word in text.split()), style


def _hyphened(word: str, style: Style, width: float, fonts: Fonts) -> str:
    """Cut a word that no line can hold; the hyphens end lines there."""
    parts = []
    while "-" not in word and fonts.width(word, style.face, style.size) > width:
        fits = [k for k in range(1, len(word)) if fonts.width(f"{word[:k]}-", style.face, style.size) <= width]
        if not fits:
            break
        parts.append(f"{word[: fits[-1]]}-")
        word = word[fits[-1] :]
    return " ".join([*parts, word])


def matrix(kit: Kit, *, acts: bool) -> Matrix:
    """Build the matrix, with what each side says or, where room is short, only what it does."""
    wide = ISSUE_WIDE if acts else ISSUE
    rows = [_group(kit, group, wide, acts) for group in kit.sentences.groups]
    return Matrix(_header(kit, wide), rows)


def _header(kit: Kit, wide: float) -> Row:
    first_width = SIDE + GUTTER - wide
    cells = [
        Cell(0, LABEL, Stack([kit.text(CELL_BOLD, kit.say("matrix.result"))])),
        Cell(AXIS, wide, Stack([kit.text(CELL_BOLD, kit.say("matrix.issue"))])),
        Cell(AXIS + wide, first_width - _PAD, Stack([_side_name(kit, 0, first_width - _PAD)])),
        Cell(AXIS_B, _B_WIDTH - _PAD, Stack([_side_name(kit, 1, _B_WIDTH - _PAD)])),
        Cell(_CHART, _CHART_WIDTH, Stack([ChartHead(kit)])),
    ]
    return Row(cells, top=1.7, bottom=1.0)


def _side_name(kit: Kit, side: int, width: float) -> Text:
    base = replace(CELL_BOLD, indent=12.0, colour=SIDES[side])
    names = kit.analysis.sides[side]
    for name in (names.name, names.short):
        text, style = fitted(name, base, width - 12, kit.fonts)
        if kit.text(style, text).measure(width) <= style.leading:
            break
    return kit.text(style, text, marks.side(side, lift=3.0))


def _group(kit: Kit, group: Group, wide: float, acts: bool) -> Band:
    count = kit.say.tally("matrix.count", len(group.rows))
    label = Stack([kit.result(group.relation, group.speaker), kit.text(TAG, count, indent=marks.RESULT_WIDTH)])
    return Band(label, tuple(_issue(kit, group, numbered, wide, acts) for numbered in group.rows))


def _issue(kit: Kit, group: Group, numbered: Numbered, wide: float, acts: bool) -> Row:
    row = numbered.row
    first, second = (_held(kit, group, cell, acts) for cell in row.cells)
    cells = [
        Cell(AXIS, wide - _PAD, Stack([issue_name(kit, numbered, wide - _PAD, linked=True)])),
        Cell(AXIS + wide, SIDE + GUTTER - wide - _PAD, Stack([first])),
        Cell(AXIS_B, _B_WIDTH - _PAD, Stack([second])),
        Cell(_CHART, _CHART_WIDTH, Stack([Force(row)])),
    ]
    return Row(cells, top=1.7, bottom=2.4, behind=_scale)


def issue_name(kit: Kit, numbered: Numbered, width: float, *, linked: bool = False, level: int | None = None) -> Label:
    """Set an issue's number and name for a narrow column, as a link to its section or as the place itself."""
    issue = numbered.row.issue
    name = issue.short if any(len(w) > 14 for w in issue.name.split()) else issue.name
    text, style = fitted(name, CELL_BOLD, width - _NUMBER, kit.fonts)
    style = replace(style, indent=_NUMBER)
    anchor = None if level is None else Anchor(numbered.key, issue.name, level)
    run = Run(text, link=numbered.key if linked else None)
    return Label(kit.fonts, style, [run], number=Run(str(numbered.number), SANS_BOLD, 9, INK), anchor=anchor)


def _held(kit: Kit, group: Group, cell: SideCell, acts: bool) -> Text:
    """Say what a side holds, told words softly; why its column is empty, where it is."""
    lead = cell.lead
    if lead is None:
        return kit.text(CELL_SOFT, kit.say(f"empty.{group.relation}.short" if acts else f"empty.{group.relation}"))
    style = replace(CELL, colour=SOFT) if cell.told else CELL
    return kit.text(style, kit.say(f"act.{lead.act}") if acts else kit.sentences.words(lead))


def edge_over_all() -> Edge:
    """Give the hairline over a whole row."""
    return Edge(0.0, 0.4, LINE)


def edge_over_body() -> Edge:
    """Give the hairline over both sides' columns."""
    return Edge(AXIS, 0.4, LINE)
