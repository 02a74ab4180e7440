"""The pen: what a block may do to paper. Whatever touches ReportLab's canvas is here, in `marks.py` and in `tagged`.

Coordinates are points from the lower left corner of the sheet. Text is content and says in which element it stands;
all else is decoration beside words, unless it is drawn as a figure.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from reportlab.pdfbase.pdfdoc import LinkAnnotation
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject

from briefing.pages.fonts import has_space, whole
from briefing.pages.lines import Line, Piece
from briefing.pages.tagged import Element, Inside, Role, Tree, number_page
from briefing.pages.tagged.element import Box
from briefing.pages.tagged.tree import Marked
from briefing.pages.theme import SANS, Colour

_DECORATION = "/Artifact BMC"
_MARGIN = "/Artifact <</Type /Pagination>> BDC"
_END = "EMC"
_PRINTED = 4  # the flag of an annotation that PDF/A asks for
_Reading = tuple[int, int, Inside, Marked]  # line, place in it, whose, what


class Pen:
    """Draws on the pages of one file, in order, and grows the tree of what is drawn."""

    def __init__(self, canvas: Canvas, scale: float = 1.0) -> None:
        self.canvas, self._scale = canvas, scale
        self._begin()
        self.tree = Tree()
        self._at = self.tree.root
        self._decorating = False  # decoration stands open, so that marks in a row are one
        self._bound = False  # inside a figure or a margin, whose mark holds all that is drawn
        self._silent = False  # in a margin

    # ── structure ───────────────────────────────────────────────────────────────────────────────────────────────────

    @contextmanager
    def inside(self, path: Inside) -> Iterator[None]:
        """Let what is drawn stand in elements, outermost first."""
        before = self._at
        if path and not self._silent:
            self._at = self.tree.place(path, before)
        yield
        self._at = before

    @contextmanager
    def margin(self) -> Iterator[None]:
        """Let what is drawn belong to the page alone: footers, and heads repeated over pages. Nobody reads it out."""
        if self._silent:
            yield
            return
        self._close()
        self.canvas._code.append(_MARGIN)
        self._bound = self._silent = True
        yield
        self._bound = self._silent = False
        self.canvas._code.append(_END)

    @contextmanager
    def figure(self, alternative: str, box: Box) -> Iterator[None]:
        """Let what is drawn in a box be a picture with words for those who do not see it."""
        if self._silent:
            yield
            return
        self._close()
        figure = Element(role=Role.FIGURE, alternative=whole(alternative), box=self._on_sheet(box))
        mark = self.tree.mark(figure)
        self.tree.add((figure,), self._at, mark)
        self.canvas._code.append(_begun(figure, mark))
        self._bound = True
        yield
        self._bound = False
        self.canvas._code.append(_END)

    def turn(self) -> None:
        """End a page."""
        self._close()
        key = self.tree.turn()
        self.canvas.showPage()
        number_page(self.canvas, key)
        self._begin()

    def _begin(self) -> None:
        """Let all that is drawn on a page be larger; links, places and boxes are told in points of the sheet."""
        if self._scale != 1.0:
            self.canvas.scale(self._scale, self._scale)

    def _on_sheet(self, box: Box) -> Box:
        left, low, right, high = (at * self._scale for at in box)
        return left, low, right, high

    def _decorate(self) -> None:
        if not self._bound and not self._decorating:
            self.canvas._code.append(_DECORATION)
            self._decorating = True

    def _close(self) -> None:
        if self._decorating:
            self.canvas._code.append(_END)
            self._decorating = False

    # ── text ────────────────────────────────────────────────────────────────────────────────────────────────────────

    def text(self, lines: Sequence[Line], x: float, y: float, leading: float, first: float = 0.0) -> None:
        """Write lines, the first baseline at `y` and moved right by `first`."""
        self._close()
        block = self.canvas.beginText()
        font: object = None
        colour: object = None
        reading: list[_Reading] = []
        current: object = None  # what the open mark holds
        for k, line in enumerate(lines):
            left, base = x + (first if k == 0 else 0), y - k * leading
            block.setTextOrigin(left, base)
            for n, piece in enumerate(_with_space(line)):
                place = line.order[n] if line.order else 0
                holds = (piece.inside, (k, place) if line.order else None)
                if holds != current and not self._silent:
                    reading.append((k, place, piece.inside, self._mark(block, piece, current)))
                    current = holds
                if (piece.font, piece.size) != font:
                    font = (piece.font, piece.size)
                    block.setFont(piece.font, piece.size, leading)
                if piece.colour != colour:
                    colour = piece.colour
                    block.setFillColorRGB(*piece.colour)
                block.textOut(piece.text)
                if piece.link and not self._silent:
                    self._link(piece, left, base)
                left += piece.width
        if current:
            block._code.append(_END)
        self.canvas.drawText(block)
        for _, _, path, mark in sorted(reading, key=lambda read: read[:2]):
            self.tree.add(path, self._at, mark)

    def _mark(self, block: PDFTextObject, piece: Piece, current: object) -> Marked:
        """Begin a mark for a piece; the one before ends."""
        if current:
            block._code.append(_END)
        element = piece.inside[-1] if piece.inside else self._at
        mark = self.tree.mark(element)
        block._code.append(_begun(element, mark))
        return mark

    def _link(self, piece: Piece, x: float, y: float) -> None:
        """Lay a link over a piece; the element of the link is the outermost around the words."""
        element = piece.inside[0]
        name = f"Link{len(self.tree.owners)}"
        link = _Link(
            Rect=self._on_sheet((x, y - 0.22 * piece.size, x + piece.width, y + 0.78 * piece.size)),
            Contents=whole(element.tip or piece.text.strip()),
            Destination=self.canvas._bookmarkReference(piece.link),
            Border="[0 0 0]",
            F=_PRINTED,
            StructParent=self.tree.annotate(element, name),
        )
        self.canvas._addAnnotation(link, name)

    # ── decoration ──────────────────────────────────────────────────────────────────────────────────────────────────

    def line(self, x: float, y: float, to: float, weight: float, colour: Colour) -> None:
        """Draw a level rule."""
        self.stroke(x, y, to, y, weight, colour)

    def stroke(self, x: float, y: float, to_x: float, to_y: float, weight: float, colour: Colour) -> None:
        """Draw a straight line."""
        self._decorate()
        self.canvas.setStrokeColorRGB(*colour)
        self.canvas.setLineWidth(weight)
        self.canvas.line(x, y, to_x, to_y)

    def bar(self, x: float, y: float, width: float, height: float, colour: Colour) -> None:
        """Fill a rectangle."""
        self._decorate()
        self.canvas.setFillColorRGB(*colour)
        self.canvas.rect(x, y, width, height, stroke=0, fill=1)

    @contextmanager
    def kept(self) -> Iterator[Any]:
        """Give the canvas for a drawing and restore its state afterwards."""
        self._decorate()
        self.canvas.saveState()
        try:
            yield self.canvas
        finally:
            self.canvas.restoreState()

    # ── places ──────────────────────────────────────────────────────────────────────────────────────────────────────

    def anchor(self, key: str, y: float, entry: tuple[str, int] | None) -> None:
        """Make a place that links lead to, and perhaps an entry of the outline with its level."""
        self.canvas.bookmarkHorizontalAbsolute(key, y * self._scale)
        if entry:
            title, level = entry
            self.canvas.addOutlineEntry(whole(title), key, level, 0)


class _Link(LinkAnnotation):  # type: ignore[misc]  # the library ships no types
    """A link that knows its place in the structure."""

    permitted = (*LinkAnnotation.permitted, "StructParent")


def _with_space(line: Line) -> Sequence[Piece]:
    """Give the pieces of a line with the space of the text at its end, which nobody sees but a reader aloud needs.

    A line whose order of reading is another has it among its words.
    """
    if not line.spaced or line.order or not line.pieces:
        return line.pieces
    last = line.pieces[-1]
    if has_space(last.font) and not (last.inside and last.inside[-1].said):
        return (*line.pieces[:-1], replace(last, text=last.text + " "))
    outside = tuple(e for e in last.inside if not e.said)
    return (*line.pieces, replace(last, text=" ", font=SANS, link=None, inside=outside))


def _begun(element: Element, mark: Marked) -> str:
    return f"/{element.role} <</MCID {mark.number}>> BDC"
