"""The pen: what a block may do to paper. Everything that touches ReportLab's canvas is here or in `marks.py`.

Coordinates are points from the lower left corner of the sheet.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject

from briefing.pages.fonts import has_space, whole
from briefing.pages.lines import Line, Piece
from briefing.pages.theme import Colour


class Pen:
    """Draws on the pages of one file, in order. Text is content; lines and shapes are decoration beside words."""

    def __init__(self, canvas: Canvas) -> None:
        self.canvas = canvas

    def text(self, lines: Sequence[Line], x: float, y: float, leading: float, first: float = 0.0) -> None:
        """Write lines, the first baseline at `y` and moved right by `first`."""
        block = self.canvas.beginText()
        font: object = None
        colour: object = None
        for k, line in enumerate(lines):
            left, base = x + (first if k == 0 else 0), y - k * leading
            block.setTextOrigin(left, base)
            for piece in line.pieces:
                if (piece.font, piece.size) != font:
                    font = (piece.font, piece.size)
                    block.setFont(piece.font, piece.size, leading)
                if piece.colour != colour:
                    colour = piece.colour
                    block.setFillColorRGB(*piece.colour)
                self._write(block, piece, line.spaced and piece is line.pieces[-1])
                if piece.link:
                    self._link(piece, left, base)
                left += piece.width
        self.canvas.drawText(block)

    def _write(self, block: PDFTextObject, piece: Piece, spaced: bool) -> None:
        block.textOut(piece.text + " " if spaced and has_space(piece.font) else piece.text)

    def _link(self, piece: Piece, x: float, y: float) -> None:
        box = (x, y - 0.22 * piece.size, x + piece.width, y + 0.78 * piece.size)
        says = f"Evidence {piece.text}" if piece.text.isdigit() else piece.text
        self.canvas.linkAbsolute(whole(says), piece.link, box)

    def line(self, x: float, y: float, to: float, weight: float, colour: Colour) -> None:
        """Draw a level rule."""
        self.stroke(x, y, to, y, weight, colour)

    def stroke(self, x: float, y: float, to_x: float, to_y: float, weight: float, colour: Colour) -> None:
        """Draw a straight line."""
        self.canvas.setStrokeColorRGB(*colour)
        self.canvas.setLineWidth(weight)
        self.canvas.line(x, y, to_x, to_y)

    def bar(self, x: float, y: float, width: float, height: float, colour: Colour) -> None:
        """Fill a rectangle."""
        self.canvas.setFillColorRGB(*colour)
        self.canvas.rect(x, y, width, height, stroke=0, fill=1)

    def anchor(self, key: str, y: float, entry: tuple[str, int] | None) -> None:
        """Make a place that links lead to, and perhaps an entry of the outline with its level."""
        self.canvas.bookmarkHorizontalAbsolute(key, y)
        if entry:
            title, level = entry
            self.canvas.addOutlineEntry(whole(title), key, level, 0)

    @contextmanager
    def kept(self) -> Iterator[Any]:
        """Give the canvas for a drawing and restore its state afterwards."""
        self.canvas.saveState()
        try:
            yield self.canvas
        finally:
            self.canvas.restoreState()
