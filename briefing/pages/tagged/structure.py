"""The structure tree as objects of the file. In: a document and a tree; out: the tree's root, all else registered.

There are tens of thousands of these objects in a long file, so each is written as bytes at once.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportlab.pdfbase.pdfdoc import PDFObjectReference

from briefing.pages.tagged.compact import Document, Written, text
from briefing.pages.tagged.element import Element
from briefing.pages.tagged.tree import Kid, Marked, Tree


def structure(document: Document, tree: Tree) -> PDFObjectReference:
    """Register all elements and the tree of their parents; refer to the root (ISO 32000-1, 14.7.2)."""
    root = Written()
    reference = document.Reference(root, "StructTreeRoot")
    writer = _Writer(document, tree)
    owners = writer.register(b"<</Nums[%b]>>" % b" ".join(writer.owners()))
    entries = (document.number("StructTreeRoot"), writer.numbers[tree.root], owners, len(tree.owners))
    root.data = b"<</Type/StructTreeRoot/K %d 0 R/ParentTree %d 0 R/ParentTreeNextKey %d>>" % entries[1:]
    writer.write(above=entries[0])
    return reference


class _Writer:
    """The elements of one tree with the numbers of their objects."""

    def __init__(self, document: Document, tree: Tree) -> None:
        self._document, self._tree = document, tree
        self._objects = {element: Written() for element in tree.walk()}
        self.numbers = {element: self._number(written) for element, written in self._objects.items()}
        self._pages: dict[int, int] = {}

    def register(self, data: bytes) -> int:
        """Register bytes as an object, and give its number."""
        written = Written()
        written.data = data
        return self._number(written)

    def _number(self, written: Written) -> int:
        return self._document.number(self._document.Reference(written).name)

    def owners(self) -> Iterator[bytes]:
        """Give the elements that each key of a page or annotation leads to."""
        for key, owner in enumerate(self._tree.owners):
            if isinstance(owner, Element):
                yield b"%d %d 0 R" % (key, self.numbers[owner])
            else:
                yield b"%d %d 0 R" % (key, self.register(b"[%b]" % b" ".join(map(self._reference, owner))))

    def write(self, above: int) -> None:
        """Write all elements; the root hangs below an object."""
        for element, written in self._objects.items():
            parent = self._tree.parents.get(element)
            written.data = self._element(element, self.numbers[parent] if parent else above)

    def _element(self, element: Element, parent: int) -> bytes:
        kids = self._tree.kids(element)
        page = next((k.page for k in kids if not isinstance(k, Element)), None)
        out = [b"<</S/%b/P %d 0 R" % (element.role.encode(), parent)]
        if page is not None:
            out.append(b"/Pg %d 0 R" % self._page(page))
        if kids:
            out.append(b"/K[%b]" % b" ".join(self._kid(kid, page) for kid in kids))
        texts = (("Lang", element.language), ("ActualText", element.said), ("Alt", element.alternative))
        out += [b"/%b%b" % (key.encode(), text(words)) for key, words in texts if words is not None]
        attributes = b"".join(_attributes(element))
        return b"".join([*out, b"/A[%b]>>" % attributes if attributes else b">>"])

    def _reference(self, element: Element) -> bytes:
        return b"%d 0 R" % self.numbers[element]

    def _page(self, page: int) -> int:
        if page not in self._pages:
            self._pages[page] = self._document.number(f"Page{page}")
        return self._pages[page]

    def _kid(self, kid: Kid, page: int | None) -> bytes:
        if isinstance(kid, Element):
            return self._reference(kid)
        if isinstance(kid, Marked) and kid.page == page:
            return b"%d" % kid.number
        if isinstance(kid, Marked):
            return b"<</Type/MCR/MCID %d/Pg %d 0 R>>" % (kid.number, self._page(kid.page))
        link = self._document.number(self._document.refAnnotation(kid.name).name)
        return b"<</Type/OBJR/Obj %d 0 R/Pg %d 0 R>>" % (link, self._page(kid.page))


def _attributes(element: Element) -> Iterator[bytes]:
    """Give the attributes of an element, one dictionary for each owner."""
    table = b"/Scope/%b" % element.scope.encode() if element.scope else b""
    table += b"/RowSpan %d" % element.rows if element.rows > 1 else b""
    table += b"/ColSpan %d" % element.columns if element.columns > 1 else b""
    table += b"/Summary%b" % text(element.summary) if element.summary else b""
    if table:
        yield b"<</O/Table%b>>" % table
    if element.numbering:
        yield b"<</O/List/ListNumbering/%b>>" % element.numbering.encode()
    if element.box:
        yield b"<</O/Layout/Placement/Block/BBox[%b]>>" % b" ".join(b"%.2f" % edge for edge in element.box)
