"""From the tree to the library's document. In: a canvas, the tree, what the file says of itself; out: a tagged file.

ReportLab knows nothing of tags, so its objects are made here one by one (ISO 32000-1, 14.7 and 14.8).
"""

from __future__ import annotations

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFCatalog,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFPage,
    PDFStream,
    PDFString,
    PDFZCompress,
)
from reportlab.pdfgen.canvas import Canvas

from briefing.pages.tagged.colour import srgb
from briefing.pages.tagged.compact import Document, Stream
from briefing.pages.tagged.packet import About, packet
from briefing.pages.tagged.structure import structure
from briefing.pages.tagged.tree import Tree

_SPACE = "sRGB IEC61966-2.1"


def number_page(canvas: Canvas, key: int | None) -> None:
    """Give the page just ended its key in the parent tree, and let the tab key follow the structure."""
    page = canvas._doc.Pages.pages[-1]
    page.__NoDefault__ = [*PDFPage.__NoDefault__, "StructParents", "Tabs"]
    page.Tabs = PDFName("S")
    if key is not None:
        page.StructParents = key


def write(canvas: Canvas, tree: Tree, about: About) -> None:
    """Put structure, metadata and colour space into the document, just before it is saved."""
    document, catalog = canvas._doc, canvas._doc.Catalog
    document.__class__ = Document
    catalog.__NoDefault__ = [*PDFCatalog.__NoDefault__, "OutputIntents", "AF"]
    catalog.StructTreeRoot = structure(document, tree)
    catalog.MarkInfo = PDFDictionary({"Marked": "true"})
    catalog.Metadata = _metadata(about)
    catalog.OutputIntents = PDFArray([document.Reference(_intent(document))])


def _metadata(about: About) -> Stream:
    """Give the metadata as a stream that nobody needs to unpack."""
    kind = PDFDictionary({"Type": PDFName("Metadata"), "Subtype": PDFName("XML")})
    return Stream(kind, packet(about).encode())


def _intent(document: PDFDocument) -> PDFDictionary:
    profile = PDFStream(PDFDictionary({"N": 3}), srgb(), filters=[PDFZCompress])
    return PDFDictionary(
        {
            "Type": PDFName("OutputIntent"),
            "S": PDFName("GTS_PDFA1"),
            "OutputConditionIdentifier": PDFString(_SPACE),
            "Info": PDFString(_SPACE),
            "DestOutputProfile": document.Reference(profile),
        }
    )
