"""The PDF file itself: metadata, dates, outline, and the record attached. In: pages drawn; out: bytes.

Nothing comes from the clock: dates are those of the material, or of SOURCE_DATE_EPOCH where that is set.
"""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDate, PDFDictionary, PDFName, PDFStream, PDFString, PDFZCompress
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject

from briefing.pages.fonts import load
from briefing.pages.pen import Pen
from briefing.pages.tagged import About, write
from briefing.pages.tagged.packet import PROGRAM
from briefing.pages.theme import SANS, Paper, grey

_EPOCH = "SOURCE_DATE_EPOCH"
_LATEST = 253402300799  # the last second that a date can hold
_UNDATED = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)
_RECORD = "analysis.json"


class File:
    """A PDF file being written."""

    def __init__(self, sheet: Paper, language: str, *, hues: bool = True) -> None:
        load(SANS)
        self._out = BytesIO()
        with _epoch_hidden():
            size = (sheet.width * sheet.scale, sheet.height * sheet.scale)
            canvas = (Canvas if hues else _Grey)(
                self._out,
                pagesize=size,
                invariant=1,
                pageCompression=1,
                initialFontName=SANS,
                lang=language,
                pdfVersion=(1, 7),
            )
        canvas.setViewerPreference("DisplayDocTitle", "true")
        canvas.showOutline()
        self.pen = Pen(canvas, sheet.scale)

    def turn(self) -> None:
        """End a page."""
        self.pen.turn()

    def finish(self, about: About, record: bytes, described: str | None) -> bytes:
        """Write what the file is, attach the record if it is described, and give the file's bytes."""
        canvas = self.pen.canvas
        _inform(canvas, about)
        canvas._doc.updateSignature(record)  # else two briefings of one title and day would share their identifier
        write(canvas, self.pen.tree, about)
        if described:
            _attach(canvas, record, described)
        canvas.save()
        return self._out.getvalue()


class _Grey(Canvas):  # type: ignore[misc]  # the library ships no types
    """A canvas on which all colours lose their hue."""

    def setFillColorRGB(self, *colour: float) -> None:  # noqa: N802 (the library's name)
        """Choose the colour of areas."""
        super().setFillColorRGB(*grey((colour[0], colour[1], colour[2])))

    def setStrokeColorRGB(self, *colour: float) -> None:  # noqa: N802 (the library's name)
        """Choose the colour of lines."""
        super().setStrokeColorRGB(*grey((colour[0], colour[1], colour[2])))

    def beginText(self, *at: float) -> PDFTextObject:  # noqa: N802 (the library's name)
        """Begin a piece of text, whose colours lose their hue, too."""
        text = super().beginText(*at)
        with_hue = text.setFillColorRGB
        text.setFillColorRGB = lambda *colour: with_hue(*grey((colour[0], colour[1], colour[2])))
        return text


class _Stamp:
    """A moment in the form that the library writes."""

    def __init__(self, moment: datetime.datetime) -> None:
        self.t = moment.timestamp()
        self.lt = moment.timetuple()
        self.YMDhms = tuple(self.lt)[:6]
        self.dhh = self.dmm = 0
        self.tzname = "UTC"


def moment(day: datetime.date | None) -> datetime.datetime:
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


def _inform(canvas: Canvas, about: About) -> None:
    """Fill the file's table of information, which says the same as its metadata."""
    canvas._doc._timeStamp = _Stamp(about.moment)
    canvas.setTitle(about.title)
    canvas.setSubject(about.subject)
    canvas.setAuthor(about.author or "")
    canvas.setKeywords(", ".join(about.keywords))
    canvas.setCreator(PROGRAM)
    canvas.setProducer(PROGRAM)


def _attach(canvas: Canvas, record: bytes, described: str) -> None:
    """Attach the analysis as JSON, as a file that belongs to the document."""
    document = canvas._doc
    facts = {"Size": len(record), "ModDate": PDFDate(ts=document._timeStamp)}
    # PDFName would leave the slash in the name as it is, which breaks the dictionary.
    kind = {"Type": PDFName("EmbeddedFile"), "Subtype": "/application#2Fjson", "Params": PDFDictionary(facts)}
    stream = PDFStream(PDFDictionary(kind), record, filters=[PDFZCompress])
    embedded = document.Reference(stream, "record")
    specification = PDFDictionary(
        {
            "Type": PDFName("Filespec"),
            "F": PDFString(_RECORD),
            "UF": PDFString(_RECORD),
            "Desc": PDFString(described),
            "AFRelationship": PDFName("Data"),
            "EF": PDFDictionary({"F": embedded, "UF": embedded}),
        }
    )
    entry = document.Reference(specification, "recordSpecification")
    names = PDFDictionary({"Names": PDFArray([PDFString(_RECORD), entry])})
    document.Catalog.Names = PDFDictionary({"EmbeddedFiles": names})
    document.Catalog.AF = PDFArray([entry])
