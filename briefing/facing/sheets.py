"""Sheets that hold a page of the old briefing and one of the new. In: both as bytes. Out: a PDF, and what is boxed."""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from briefing.errors import ChoiceError, DocumentError
from briefing.facing.lines import Box

_GUTTER = 12.0
_PAD = 1.5
_WEIGHT = 0.8
_DATE = re.compile(rb"\(D:\d{14}")
_NAME = re.compile(rb"/ID\[<\w{32}><\w{32}>\]")
_OLD, _NEW = (158, 27, 52), (30, 107, 69)  # gone is red, come is green; each stands in its own half, too


@dataclass(frozen=True, slots=True, kw_only=True)
class Facing:
    """A PDF of facing pages; how many places are boxed in the old and in the new briefing."""

    pdf: bytes
    old: int
    new: int


def face(old: bytes, new: bytes, names: tuple[str, str] = ("old", "new")) -> Facing:
    """Set the pages of two briefings beside each other, with boxes around what is another.

    Args:
        old: a PDF.
        new: a PDF.
        names: what they are called in messages.

    Raises:
        ChoiceError: pypdfium2 is not installed.
        DocumentError: one of them cannot be read.
    """
    try:
        import pypdfium2
    except ImportError:
        hint = "install it with: pip install 'diplomatic-briefing[compare]'"
        raise ChoiceError(f"--visual: the package 'pypdfium2' is not installed; {hint}") from None
    with _opened(pypdfium2, old, names[0]) as before, _opened(pypdfium2, new, names[1]) as after:
        gone, come = _changes(before, after)
        return Facing(pdf=_drawn(pypdfium2, (before, after), (gone, come)), old=len(gone), new=len(come))


@contextmanager
def _opened(library: Any, data: bytes, name: str) -> Iterator[Any]:
    try:
        pdf = library.PdfDocument(data)
    except library.PdfiumError as error:
        raise DocumentError(f"{name}: this PDF cannot be read: {error}") from None
    try:
        yield pdf
    finally:
        pdf.close()


def _changes(before: Any, after: Any) -> tuple[list[Box], list[Box]]:
    from briefing.facing.ink import Ink, marked
    from briefing.facing.lines import lines
    from briefing.facing.moved import moved

    old, new = lines(before), lines(after)
    found = moved(old, new)
    marks = list(marked(Ink(before, old), Ink(after, new), found.same))
    return [*found.old, *(a for a, _ in marks)], [*found.new, *(b for _, b in marks)]


def _drawn(library: Any, pdfs: tuple[Any, Any], boxes: tuple[Sequence[Box], Sequence[Box]]) -> bytes:
    """Draw both on wide sheets, page beside page."""
    sheets = library.PdfDocument.new()
    wide, high = (max(size) for size in zip(*_sizes(pdfs), strict=True))
    for number in range(max(map(len, pdfs))):
        sheet = sheets.new_page(2 * wide + _GUTTER, high)
        for half, pdf in enumerate(pdfs):
            x = half * (wide + _GUTTER)
            if number < len(pdf):
                page = pdf.page_as_xobject(number, sheets).as_pageobject()
                page.set_matrix(library.PdfMatrix().translate(x, high - pdf.get_page_size(number)[1]))
                sheet.insert_obj(page)
            for box in (b for b in boxes[half] if b.page == number):
                _outline(library.raw, sheet, box, x, high - pdf.get_page_size(number)[1], (_OLD, _NEW)[half])
        sheet.gen_content()
    out = io.BytesIO()
    sheets.save(out)
    return _settled(out.getvalue())


def _sizes(pdfs: Sequence[Any]) -> list[tuple[float, float]]:
    return [pdf.get_page_size(k) for pdf in pdfs for k in range(len(pdf))]


def _settled(pdf: bytes) -> bytes:
    """Put a fixed date and an identifier of the content for those of the moment, letter for letter."""
    pdf = _DATE.sub(b"(D:20000101000000", pdf)
    name = hashlib.sha256(_NAME.sub(b"", pdf)).hexdigest()[:32].upper().encode()
    return _NAME.sub(b"/ID[<%b><%b>]" % (name, name), pdf)


def _outline(raw: Any, sheet: Any, box: Box, x: float, y: float, colour: tuple[int, int, int]) -> None:
    width, height = box.right - box.left + 2 * _PAD, box.high - box.low + 2 * _PAD
    shape = raw.FPDFPageObj_CreateNewRect(box.left + x - _PAD, box.low + y - _PAD, width, height)
    raw.FPDFPageObj_SetStrokeColor(shape, *colour, 255)
    raw.FPDFPageObj_SetStrokeWidth(shape, _WEIGHT)
    raw.FPDFPath_SetDrawMode(shape, raw.FPDF_FILLMODE_NONE, True)
    raw.FPDFPage_InsertObject(sheet, shape)
