"""Rows and columns of blocks: table rows on the page's edges, and the two columns of the register."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from briefing.pages.blocks import Anchor, Block, Stack, Text
from briefing.pages.pen import Pen
from briefing.pages.tagged import Element, Inside, Role, Scope
from briefing.pages.theme import AXIS, AXIS_B, BODY, LABEL, LINE, MM, SIDE, TEXT, Colour


@dataclass(frozen=True, slots=True)
class Cell:
    """Blocks at a place of the row: `left` edge and `width`. `inside` are the elements within the row's own."""

    left: float
    width: float
    stack: Stack
    inside: Inside = ()


@dataclass(frozen=True, slots=True)
class Edge:
    """A rule over a row, from `left` to the right edge of the text."""

    left: float
    weight: float
    colour: Colour


OVER_ALL = Edge(0.0, 0.4, LINE)
OVER_SIDES = Edge(AXIS, 0.4, LINE)


class Row(Block):
    """Cells side by side, split over pages together. With `aligned`, their first baselines are level."""

    def __init__(
        self,
        cells: Sequence[Cell],
        *,
        edges: Sequence[Edge] = (),
        top: float = 2.0,
        bottom: float = 3.0,
        aligned: bool = False,
    ) -> None:
        self.cells, self.edges, self.top, self.bottom = tuple(cells), tuple(edges), top, bottom
        self.aligned = aligned

    def _drops(self) -> list[float]:
        """Lower each cell so that its first baseline meets the lowest one."""
        sizes = [next((p.style.size for p in c.stack.parts if isinstance(p, Text)), 0.0) for c in self.cells]
        return [max(sizes) - s if self.aligned and s else 0.0 for s in sizes]

    def measure(self, width: float) -> float:
        """Give the height of the highest cell with the space around it."""
        heights = [c.stack.measure(c.width) + d for c, d in zip(self.cells, self._drops(), strict=True)]
        return max(heights, default=0.0) + self.top + self.bottom

    def split(self, width: float, room: float) -> tuple[Row, Row] | None:
        """Part every cell at the room."""
        inside = room - self.top - self.bottom - max(self._drops(), default=0.0)
        parts = [c.stack.split(c.width, inside) for c in self.cells]
        if all(p is None or not p[0].parts for p in parts):
            return None
        pieces = [p or (Stack(()), c.stack) for p, c in zip(parts, self.cells, strict=True)]
        return self._with([p[0] for p in pieces]), self._with([p[1] for p in pieces])

    def _with(self, stacks: Sequence[Stack]) -> Row:
        cells = [replace(c, stack=s) for c, s in zip(self.cells, stacks, strict=True)]
        row = Row(cells, edges=self.edges, top=self.top, bottom=self.bottom)
        row.inside = self.inside
        return row

    def paint(self, pen: Pen, x: float, y: float, width: float) -> None:
        """Draw the rules above, then the cells."""
        for edge in self.edges:
            pen.line(x + edge.left, y, x + TEXT, edge.weight, edge.colour)
        for cell, drop in zip(self.cells, self._drops(), strict=True):
            with pen.inside(cell.inside):
                cell.stack.draw(pen, x + cell.left, y - self.top - drop, cell.width)

    def anchors(self) -> Iterator[Anchor]:
        """Give the places inside that links lead to."""
        for cell in self.cells:
            yield from cell.stack.anchors()


class Kept(Row):
    """A row that stays in one piece, even where what it stands in is parted."""

    def split(self, width: float, room: float) -> None:
        """Part nothing."""


def beside(label: Sequence[Block], body: Sequence[Block], gap: float = 3.0) -> Row:
    """Set a label at the left edge and running text on the axis, first baselines level."""
    return Row([Cell(0.0, LABEL, Stack(label)), Cell(AXIS, BODY, Stack(body))], top=0.0, bottom=gap, aligned=True)


def headed(label: Sequence[Block], heading: Sequence[Block], gap: float = 4.0) -> Row:
    """Set a section's heading and the label beside it; the heading is read first."""
    return Row([Cell(AXIS, BODY, Stack(heading)), Cell(0.0, LABEL, Stack(label))], top=0.0, bottom=gap, aligned=True)


def three(
    label: Sequence[Block],
    columns: Sequence[Sequence[Block]],
    edges: Sequence[Edge] = (),
    top: float = 2.0,
    bottom: float = 3.0,
) -> Row:
    """Set a row on the three edges of the page: label, first side, second side."""
    cells = [
        Cell(0.0, LABEL, Stack(label)),
        Cell(AXIS, SIDE, Stack(columns[0])),
        Cell(AXIS_B, SIDE, Stack(columns[1])),
    ]
    return Row(cells, edges=edges, top=top, bottom=bottom)


# ── what a row is ───────────────────────────────────────────────────────────────────────────────────────────────────


def tabled(row: Row, *cells: Element | None) -> Row:
    """Make a row of the page a row of a table, its cells what they are named; None is no cell of the table."""
    row.inside = (Element(role=Role.ROW),)
    named = zip(row.cells, cells, strict=True)
    row.cells = tuple(replace(cell, inside=(element,)) if element else cell for cell, element in named)
    return row


def head(scope: Scope, rows: int = 1) -> Element:
    """Give a header of a table."""
    return Element(role=Role.HEADER, scope=scope, rows=rows)


def cell(columns: int = 1) -> Element:
    """Give a cell of a table that is no header."""
    return Element(role=Role.CELL, columns=columns)


def listed(row: Row) -> Row:
    """Make a row an entry of a list: its first cell is the label, the second what is said."""
    row.inside = (Element(role=Role.ITEM),)
    row.cells = tuple(_entry(c, role) for c, role in zip(row.cells, (Role.LABEL, Role.BODY), strict=True))
    return row


def _entry(cell: Cell, role: Role) -> Cell:
    """Let a single text be the label or the body itself; several stand in it as paragraphs."""
    if len(cell.stack.parts) != 1:
        return replace(cell, inside=(Element(role=role),))
    cell.stack.parts[0].inside = (Element(role=role),)
    return cell


# ── columns ─────────────────────────────────────────────────────────────────────────────────────────────────────────


class Columns(Block):
    """Two columns of entries: filled in turn on a full page, level where they end. Long entries alone are split."""

    before = 10.0
    WIDTH = (TEXT - 5 * MM) / 2

    def __init__(self, entries: Sequence[Block], gap: float = 2.0) -> None:
        self.entries, self.gap = list(entries), gap

    def _heights(self) -> list[float]:
        return [e.measure(self.WIDTH) + self.gap for e in self.entries]

    def _level(self) -> int:
        """Give the number of entries in the left column when both end level."""
        heights = self._heights()
        total, left = sum(heights), 0.0
        for k, height in enumerate(heights):
            if left >= total - left:
                return k
            left += height
        return len(heights)

    def measure(self, width: float) -> float:
        """Give the height of the higher column."""
        heights, k = self._heights(), self._level()
        return max(sum(heights[:k]), sum(heights[k:]))

    def split(self, width: float, room: float) -> tuple[Block, Block] | None:
        """Fill the left column, then the right; the rest goes on."""
        left, rest = self._filled(self.entries, room)
        right, rest = self._filled(rest, room)
        if not left:
            return None
        filled, further = _Filled(left, right, self.gap), Columns(rest, self.gap)
        filled.inside = further.inside = self.inside
        return filled, further

    def _filled(self, entries: Sequence[Block], room: float) -> tuple[list[Block], list[Block]]:
        """Take the entries that fit a column; an entry too long for any column is parted."""
        used = 0.0
        for k, entry in enumerate(entries):
            height = entry.measure(self.WIDTH)
            if used + height > room:
                parts = entry.split(self.WIDTH, room - used) if height > 0.6 * room else None
                if parts:
                    return [*entries[:k], parts[0]], [parts[1], *entries[k + 1 :]]
                return list(entries[:k]), list(entries[k:])
            used += height + self.gap
        return list(entries), []

    def paint(self, pen: Pen, x: float, y: float, width: float) -> None:
        """Draw both columns."""
        k = self._level()
        _Filled(self.entries[:k], self.entries[k:], self.gap).draw(pen, x, y, width)

    def anchors(self) -> Iterator[Anchor]:
        """Give the places inside that links lead to."""
        for entry in self.entries:
            yield from entry.anchors()


class _Filled(Block):
    """The two columns of one page."""

    before = 10.0

    def __init__(self, left: Sequence[Block], right: Sequence[Block], gap: float) -> None:
        self.left, self.right, self.gap = left, right, gap

    def measure(self, width: float) -> float:
        """Give the height of the higher column."""
        return max(sum(e.measure(Columns.WIDTH) + self.gap for e in column) for column in (self.left, self.right))

    def paint(self, pen: Pen, x: float, y: float, width: float) -> None:
        """Draw both columns."""
        for left, column in ((x, self.left), (x + TEXT - Columns.WIDTH, self.right)):
            top = y
            for entry in column:
                entry.draw(pen, left, top, Columns.WIDTH)
                top -= entry.measure(Columns.WIDTH) + self.gap

    def anchors(self) -> Iterator[Anchor]:
        """Give the places inside that links lead to."""
        for entry in (*self.left, *self.right):
            yield from entry.anchors()
