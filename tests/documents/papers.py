"""PDFs drawn for tests, each as some ministry or medium would print it; the words are our own."""

from __future__ import annotations

import io
from collections.abc import Sequence

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

FONT = "Times-Roman"
WIDTH, HEIGHT = 595.0, 842.0


class Paper:
    """A PDF being drawn; `y` counts from the top."""

    def __init__(self, **options: object) -> None:
        self._file = io.BytesIO()
        self.canvas = Canvas(self._file, pagesize=(WIDTH, HEIGHT), invariant=1, **options)

    def write(self, x: float, y: float, text: str, size: float = 10, font: str = FONT) -> None:
        self.canvas.setFont(font, size)
        self.canvas.drawString(x, HEIGHT - y, text)

    def column(self, x: float, y: float, lines: Sequence[str], size: float = 10, step: float = 12) -> float:
        for n, line in enumerate(lines):
            self.write(x, y + n * step, line, size)
        return y + len(lines) * step

    def turn(self) -> None:
        self.canvas.showPage()

    def done(self) -> bytes:
        self.canvas.save()
        return self._file.getvalue()


def wrapped(text: str, width: float, size: float = 10, font: str = FONT, indent: float = 0) -> list[str]:
    """Break a paragraph into lines, the first shorter by an indent."""
    out, line = list[str](), ""
    for word in text.split(" "):
        longer = f"{line} {word}".strip()
        room = width - (0 if out else indent)
        if line and stringWidth(longer, font, size) > room:
            out.append(line)
            line = word
        else:
            line = longer
    return [*out, line]


def plain(paragraphs: Sequence[str], *, title: str | None = None, head: str | None = None, rows: int = 55) -> bytes:
    """Print paragraphs on pages in one column, with a running head and a page number if there is a head."""
    paper = Paper()
    y, number = 72.0, 1

    def edge() -> None:
        if head:
            paper.write(72, 36, head, 8)
            paper.write(WIDTH / 2, HEIGHT - 30, str(number), 8)

    edge()
    if title:
        for line in wrapped(title, WIDTH - 144, 18):
            paper.write(72, y, line, 18)
            y += 22
        y += 10
    for paragraph in paragraphs:
        for line in wrapped(paragraph, WIDTH - 144, 11):
            if y > 72 + rows * 13:
                paper.turn()
                y, number = 72.0, number + 1
                edge()
            paper.write(72, y, line, 11)
            y += 13
        y += 7
    return paper.done()


def columns(left: Sequence[str], right: Sequence[str], *, title: str, across: bool = True, shift: float = 0) -> bytes:
    """Print two columns under a title; `across` paints line by line over both, `shift` sets the right one lower."""
    paper = Paper()
    paper.write(72, 72, title, 18)
    width = 215.0
    sides = [(72.0, 110.0, left), (310.0, 110.0 + shift, right)]
    placed = [
        [(x, y + n * 12, line) for n, line in enumerate(line for p in paragraphs for line in wrapped(p, width))]
        for x, y, paragraphs in sides
    ]
    found = [item for side in placed for item in side]
    for x, y, line in sorted(found, key=lambda item: (item[1], item[0])) if across else found:
        paper.write(x, y, line)
    return paper.done()
