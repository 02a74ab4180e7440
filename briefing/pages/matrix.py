"""The matrix of page one: a row per issue, grouped by result, with the chart of force in its last column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from briefing.model import Cell as SideCell
from briefing.model import Relation
from briefing.pages import chart, marks, view
from briefing.pages.blocks import Anchor, Block, Repeated, Stack, Text
from briefing.pages.chart import ChartHead, Force
from briefing.pages.grid import Cell, Row, cell, head, tabled
from briefing.pages.kit import Kit
from briefing.pages.lines import Run
from briefing.pages.names import fitted, issue_name, whole_word
from briefing.pages.pen import Pen
from briefing.pages.tagged import Element, Role, Scope
from briefing.pages.theme import (
    AXIS,
    AXIS_B,
    CELL,
    CELL_BOLD,
    CELL_SOFT,
    GUTTER,
    INK,
    LABEL,
    LINE,
    SIDE,
    SIDES,
    SOFT,
    TAG,
    TEXT,
)
from briefing.pages.view import Group, Numbered

_PAD = 8.0
_TOP, _BOTTOM, _TIGHT = 1.7, 2.4, 0.9
_ISSUE, _ISSUE_WIDE = 84.0, 120.0
LEAST_ROW = CELL.leading + _TOP + _TIGHT


@dataclass(frozen=True, slots=True)
class Band:
    """The rows of one result; its label spans them, and is shown again where they go on over a page."""

    label: Block
    rows: tuple[Row, ...]

    def measure(self) -> float:
        """Give the height of the rows, or of the label if that is higher."""
        return max(sum(r.measure(TEXT) for r in self.rows), self.label.measure(LABEL) + _TOP + _BOTTOM)

    def split(self, room: float) -> tuple[tuple[Band, ...], tuple[Band, ...]]:
        """Part between two rows; the label goes with both pieces."""
        fit = sum(height <= room for height in accumulate(r.measure(TEXT) for r in self.rows))
        if fit in (0, len(self.rows)):
            return (), (self,)
        return (Band(self.label, self.rows[:fit]),), (Band(Repeated(self.label), self.rows[fit:]),)


class Matrix(Block):
    """The whole table. On a new page its header is repeated, and so is the label of a group that goes on."""

    def __init__(self, header: Block, bands: Sequence[Band]) -> None:
        self.header, self.bands = header, tuple(bands)

    def measure(self, width: float) -> float:
        """Add up header and groups."""
        return self.header.measure(width) + sum(b.measure() for b in self.bands)

    def split(self, width: float, room: float) -> tuple[Matrix, Matrix] | None:
        """Part between two rows."""
        left = room - self.header.measure(width)
        for k, band in enumerate(self.bands):
            if band.measure() > left:
                head, tail = band.split(left)
                first = (*self.bands[:k], *head)
                rest = (*tail, *self.bands[k + 1 :])
                return (self._with(self.header, first), self._with(_again(self.header), rest)) if first else None
            left -= band.measure()
        return None

    def _with(self, header: Block, bands: Sequence[Band]) -> Matrix:
        part = Matrix(header, bands)
        part.inside = self.inside
        return part

    def paint(self, pen: Pen, x: float, y: float, width: float) -> None:
        """Draw the header, then each group under a heavier rule, then the closing rule."""
        self.header.draw(pen, x, y, width)
        y -= self.header.measure(width)
        for band in self.bands:
            bottom = y - band.measure()
            chart.scale(pen, x + chart.LEFT, y, bottom)
            pen.line(x, y, x + TEXT, 0.8, INK)
            with pen.inside(band.rows[0].inside):
                band.label.draw(pen, x, y - _TOP, LABEL)
            for k, row in enumerate(band.rows):
                if k:
                    pen.line(x + AXIS, y, x + TEXT, 0.4, LINE)
                row.draw(pen, x, y, width)
                y -= row.measure(width)
            y = bottom
        pen.line(x, y, x + TEXT, 0.8, INK)

    def anchors(self) -> Iterator[Anchor]:
        """Give none: links lead from the matrix, not to it."""
        return iter(())


def matrix(kit: Kit, *, acts: bool, tight: bool = False, most: int | None = None) -> Matrix:
    """Build the matrix, with what each side says or, where room is short, only what it does; at `most` so many rows."""
    form = _Form(_ISSUE_WIDE if acts else _ISSUE, acts, _TIGHT if tight else _BOTTOM)
    bands = [_group(kit, group, rows, form) for group, rows in view.first(kit.sentences.groups, most)]
    table = Matrix(_header(kit, form.wide), bands)
    rows = Element(role=Role.ROWS)
    for row in (row for band in table.bands for row in band.rows):
        row.within(rows)
    return table.within(Element(role=Role.TABLE, summary=kit.say("matrix.summary")))


def _again(header: Block) -> Block:
    """Give a header for a further page."""
    return header if isinstance(header, Repeated) else Repeated(header)


@dataclass(frozen=True, slots=True)
class _Form:
    """How the rows are set: width of the issue column, acts instead of phrases, space below."""

    wide: float
    acts: bool
    bottom: float


def _header(kit: Kit, wide: float) -> Row:
    first_width = SIDE + GUTTER - wide
    cells = [
        Cell(0, LABEL, Stack([kit.text(CELL_BOLD, kit.say("matrix.result"))])),
        Cell(AXIS, wide, Stack([kit.text(CELL_BOLD, kit.say("matrix.issue"))])),
        Cell(AXIS + wide, first_width - _PAD, Stack([_side_name(kit, 0, first_width - _PAD)])),
        Cell(AXIS_B, chart.B_WIDTH - _PAD, Stack([_side_name(kit, 1, chart.B_WIDTH - _PAD)])),
        Cell(chart.LEFT, chart.WIDTH, Stack([ChartHead(kit)])),
    ]
    row = tabled(Row(cells, top=_TOP, bottom=1.0), *(head(Scope.COLUMN) for _ in cells))
    return row.within(Element(role=Role.HEAD))


def _side_name(kit: Kit, side: int, width: float) -> Text:
    base = replace(CELL_BOLD, indent=12.0, colour=SIDES[side])
    names = kit.analysis.sides[side]
    for name in (names.name, names.short):
        text, style = fitted(name, base, width - 12, kit.fonts)
        if kit.text(style, text).measure(width) <= style.leading:
            break
    return kit.text(style, [Run(text, said=whole_word(name, text))], marks.side(side, lift=3.0))


def _group(kit: Kit, group: Group, rows: Sequence[Numbered], form: _Form) -> Band:
    count = kit.say.tally("matrix.count", len(group.rows))
    label = [kit.result(group.relation, group.speaker), kit.text(TAG, count, indent=marks.RESULT_WIDTH)]
    if group.relation == Relation.CLAIMED and sum(g.relation == Relation.CLAIMED for g in kit.sentences.groups) > 1:
        teller = kit.say("matrix.told", A=kit.analysis.sides[group.speaker].short)
        label.append(kit.text(TAG, teller, indent=marks.RESULT_WIDTH))
    spans = Stack(label).within(head(Scope.ROW, rows=len(rows)))
    return Band(spans, tuple(_issue(kit, group, numbered, form) for numbered in rows))


def _issue(kit: Kit, group: Group, numbered: Numbered, form: _Form) -> Row:
    row = numbered.row
    wide = form.wide
    first, second = (_held(kit, group, row.cells[side], side, form.acts) for side in (0, 1))
    cells = [
        Cell(AXIS, wide - _PAD, Stack([issue_name(kit, numbered, wide - _PAD, linked=True)])),
        Cell(AXIS + wide, SIDE + GUTTER - wide - _PAD, Stack([first])),
        Cell(AXIS_B, chart.B_WIDTH - _PAD, Stack([second])),
        Cell(chart.LEFT, chart.WIDTH, Stack([Force(row, kit.sentences.forces(row))])),
    ]
    return tabled(Row(cells, top=_TOP, bottom=form.bottom), head(Scope.ROW), *(cell() for _ in cells[1:]))


def _held(kit: Kit, group: Group, held: SideCell, side: int, acts: bool) -> Text:
    """Say what a side holds, told words softly; why its column is empty, where it is."""
    lead = held.lead
    if lead is None:
        return kit.text(CELL_SOFT, kit.sentences.nothing(group.relation, side, short=acts))
    style = replace(CELL, colour=SOFT) if held.told else CELL
    return kit.text(style, kit.say(f"act.{lead.act}") if acts else kit.sentences.words(lead))
