"""From the tree to the library's document. In: a canvas, the tree, what the file says of itself; out: a tagged file.

ReportLab knows nothing of tags, so its objects are made here one by one (ISO 32000-1, 14.7 and 14.8).
"""

from __future__ import annotations

from typing import Any

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFCatalog,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFObject,
    PDFObjectReference,
    PDFPage,
    PDFStream,
    PDFString,
    PDFZCompress,
)
from reportlab.pdfgen.canvas import Canvas

from briefing.pages.tagged.colour import srgb
from briefing.pages.tagged.element import Element
from briefing.pages.tagged.packet import About, packet
from briefing.pages.tagged.tree import Kid, Marked, Tree

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
    document.__class__ = _Document
    catalog.__NoDefault__ = [*PDFCatalog.__NoDefault__, "OutputIntents", "AF"]
    catalog.StructTreeRoot = _Structure(document, tree).root
    catalog.MarkInfo = PDFDictionary({"Marked": "true"})
    catalog.Metadata = _metadata(about)
    catalog.OutputIntents = PDFArray([document.Reference(_intent(document))])


class _Document(PDFDocument):  # type: ignore[misc]  # the library ships no types
    """A document whose streams end as PDF/A wants them."""

    def Reference(self, obj: object, name: str | None = None) -> Any:  # noqa: N802 (the library's name)
        """Register an object, and refer to it."""
        if type(obj) is PDFStream:
            obj.__class__ = Stream
        return super().Reference(obj, name)


class Stream(PDFStream):  # type: ignore[misc]  # the library ships no types
    """A stream with a line end before `endstream`, as ISO 19005-3, 6.1.7.1 asks for."""

    def format(self, document: object) -> bytes:
        """Write the stream."""
        return bytes(super().format(document)).removesuffix(b"endstream\n") + b"\nendstream\n"


class _Listed(PDFArray):  # type: ignore[misc]  # the library ships no types
    """An array that is an object of its own."""

    __RefOnly__ = 1


class _Structure:
    """The objects of the structure tree."""

    def __init__(self, document: PDFDocument, tree: Tree) -> None:
        self.document, self.tree = document, tree
        self.names = {element: f"Element{k}" for k, element in enumerate(tree.walk())}
        self.root = PDFDictionary({"Type": PDFName("StructTreeRoot")})
        self._above = document.Reference(self.root, "StructTreeRoot")
        for element in self.names:
            self._write(element)
        self.root["K"] = self._reference(tree.root)
        self.root["ParentTree"] = document.Reference(PDFDictionary({"Nums": PDFArray(self._owners())}))
        self.root["ParentTreeNextKey"] = len(tree.owners)

    def _reference(self, element: Element) -> PDFObject:
        return PDFObjectReference(self.names[element])

    def _owners(self) -> list[object]:
        out: list[object] = []
        for key, owner in enumerate(self.tree.owners):
            if isinstance(owner, Element):
                out += [key, self._reference(owner)]
            else:
                out += [key, self.document.Reference(_Listed([self._reference(e) for e in owner]))]
        return out

    def _write(self, element: Element) -> None:
        parent = self.tree.parents.get(element)
        entries = {"S": PDFName(element.role), "P": self._reference(parent) if parent else self._above}
        kids = self.tree.kids(element)
        page = next((k.page for k in kids if not isinstance(k, Element)), None)
        if page is not None:
            entries["Pg"] = PDFObjectReference(f"Page{page}")
        if kids:
            found = [self._kid(kid, page) for kid in kids]
            entries["K"] = found[0] if len(found) == 1 else PDFArray(found)
        texts = {"Lang": element.language, "ActualText": element.said, "Alt": element.alternative}
        entries |= {key: PDFString(text) for key, text in texts.items() if text is not None}
        attributes = list(_attributes(element))
        if attributes:
            entries["A"] = attributes[0] if len(attributes) == 1 else PDFArray(attributes)
        self.document.Reference(PDFDictionary(entries), self.names[element])

    def _kid(self, kid: Kid, page: int | None) -> object:
        if isinstance(kid, Element):
            return self._reference(kid)
        if isinstance(kid, Marked) and kid.page == page:
            return kid.number
        where = {"Pg": PDFObjectReference(f"Page{kid.page}")}
        if isinstance(kid, Marked):
            return PDFDictionary({"Type": PDFName("MCR"), "MCID": kid.number, **where})
        return PDFDictionary({"Type": PDFName("OBJR"), "Obj": self.document.refAnnotation(kid.name), **where})


def _attributes(element: Element) -> Any:
    """Give the attributes of an element, one dictionary for each owner."""
    table: dict[str, object] = {"Scope": PDFName(element.scope)} if element.scope else {}
    table |= {"RowSpan": element.rows} if element.rows > 1 else {}
    table |= {"ColSpan": element.columns} if element.columns > 1 else {}
    table |= {"Summary": PDFString(element.summary)} if element.summary else {}
    if table:
        yield PDFDictionary({"O": PDFName("Table"), **table})
    if element.numbering:
        yield PDFDictionary({"O": PDFName("List"), "ListNumbering": PDFName(element.numbering)})
    if element.box:
        place = {"Placement": PDFName("Block"), "BBox": PDFArray(list(element.box))}
        yield PDFDictionary({"O": PDFName("Layout"), **place})


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
