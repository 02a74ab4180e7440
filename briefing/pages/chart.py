"""The chart of force, in the last column of the matrix: five places from mild to final warning."""

from __future__ import annotations

from briefing.model import Row
from briefing.pages import marks
from briefing.pages.blocks import Block
from briefing.pages.drawing import Drawing
from briefing.pages.kit import Kit
from briefing.pages.lines import Run
from briefing.pages.pen import Pen
from briefing.pages.theme import AXIS_B, CELL, CELL_BOLD, CONNECTOR, FAINT, SANS, TAG, TEXT

B_WIDTH = 124.0  # the second side's column of the matrix
LEFT = AXIS_B + B_WIDTH
WIDTH = TEXT - LEFT
HEIGHT = CELL.leading


def _place(force: int) -> float:
    return 9 + (force - 1) * (WIDTH - 18) / 4


class Force(Block):
    """One row of the chart: both sides' marks on the five places, joined where they differ; in words, what they say."""

    def __init__(self, row: Row, words: str) -> None:
        self.row, self.words = row, words

    def measure(self, width: float) -> float:
        """Give the height of one line."""
        return HEIGHT

    def paint(self, pen: Pen, x: float, y: float, width: float) -> None:
        """Draw the connector, then the marks; equal ones side by side."""
        with pen.figure(self.words, (x, y - HEIGHT, x + WIDTH, y)):
            self.marks(pen, x, y)

    def marks(self, pen: Drawing, x: float, y: float) -> None:
        """Draw the connector, then the marks."""
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

    def paint(self, pen: Pen, x: float, y: float, width: float) -> None:
        """Write the name over the scale."""
        self.name.draw(pen, x + _place(1) - 3, y, WIDTH)
        self.low.draw(pen, x + _place(1) - 3, y - 11, WIDTH)
        self.high.draw(pen, x + WIDTH - self.high_width, y - 11, WIDTH)


def scale(pen: Drawing, x: float, top: float, bottom: float) -> None:
    """Draw the five places of the scale behind the rows of the chart."""
    for force in range(1, 6):
        pen.stroke(x + _place(force), top, x + _place(force), bottom, 0.7, FAINT)
