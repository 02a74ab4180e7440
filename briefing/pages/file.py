"""The PDF file itself: metadata, dates, outline, and the record attached. In: pages drawn; out: bytes.

Nothing comes from the clock: dates are those of the material, or of SOURCE_DATE_EPOCH where that is set.
"""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream, PDFString
from reportlab.pdfgen.canvas import Canvas

from briefing.pages.fonts import load, whole
from briefing.pages.pen import Pen
from briefing.pages.theme import SANS, Paper

_EPOCH = "SOURCE_DATE_EPOCH"
_LATEST = 253402300799  # the last second that a date can hold
_UNDATED = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)
_RECORD = "analysis.json"


class File:
    """A PDF file being written."""

    def __init__(self, sheet: Paper, *, title: str, subject: str, author: str | None) -> None:
        load(SANS)
        self._out = BytesIO()
        with _epoch_hidden():
            size = (sheet.width, sheet.height)
            canvas = Canvas(self._out, pagesize=size, invariant=1, pageCompression=1, initialFontName=SANS, lang="en")
        canvas.setTitle(whole(title))
        canvas.setSubject(whole(subject))
        canvas.setAuthor(whole(author or ""))
        canvas.setCreator("briefing")
        canvas.setProducer("briefing")
        canvas.setViewerPreference("DisplayDocTitle", "true")
        canvas.showOutline()
        self.pen = Pen(canvas)

    def turn(self) -> None:
        """End a page."""
        self.pen.canvas.showPage()

    def finish(self, record: bytes, day: datetime.date | None) -> bytes:
        """Attach the record, date the file, and give its bytes."""
        canvas = self.pen.canvas
        canvas._doc._timeStamp = _Stamp(_moment(day))
        canvas._doc.updateSignature(record)  # else two briefings of one title and day would share their identifier
        _attach(canvas, record)
        canvas.save()
        return self._out.getvalue()


class _Stamp:
    """A moment in the form that the library writes."""

    def __init__(self, moment: datetime.datetime) -> None:
        self.t = moment.timestamp()
        self.lt = moment.timetuple()
        self.YMDhms = tuple(self.lt)[:6]
        self.dhh = self.dmm = 0
        self.tzname = "UTC"


def _moment(day: datetime.date | None) -> datetime.datetime:
    """Choose the date of the file: the builder's, else the material's, else a fixed one."""
    epoch = os.environ.get(_EPOCH, "").strip()
    if epoch.isascii() and epoch.isdigit() and len(epoch) < 13 and int(epoch) <= _LATEST:
        return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC)
    if day:
        return datetime.datetime(day.year, day.month, day.day, tzinfo=datetime.UTC)
    return _UNDATED


@contextmanager
def _epoch_hidden() -> Iterator[None]:
    """Keep the library from reading a date that may be no number at all."""
    epoch = os.environ.pop(_EPOCH, None)
    try:
        yield
    finally:
        if epoch is not None:
            os.environ[_EPOCH] = epoch


def _attach(canvas: Canvas, record: bytes) -> None:
    """Attach the analysis as JSON."""
    document = canvas._doc
    stream = PDFStream(content=record)
    stream.dictionary = PDFDictionary({"Type": PDFName("EmbeddedFile"), "Subtype": "/application#2Fjson"})
    embedded = document.Reference(stream, "record")
    specification = PDFDictionary(
        {
            "Type": PDFName("Filespec"),
            "F": PDFString(_RECORD),
            "UF": PDFString(_RECORD),
            "Desc": PDFString("The analysis that these pages show"),
            "AFRelationship": PDFName("Data"),
            "EF": PDFDictionary({"F": embedded, "UF": embedded}),
        }
    )
    entry = document.Reference(specification, "recordSpecification")
    names = PDFDictionary({"Names": PDFArray([PDFString(_RECORD), entry])})
    document.Catalog.Names = PDFDictionary({"EmbeddedFiles": names})
