"""The file as bytes: small objects packed into streams, as PDF has it since 1.5. In: a document; out: its bytes.

ReportLab writes every object in full and a table of places in text. A tagged file is mostly small objects, which shrink
to a fifth in object streams (ISO 32000-1, 7.5.7 and 7.5.8).
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFBase85Encode, PDFDocument, PDFObject, PDFStream, format

from briefing.pages.tagged.element import Box

_TOGETHER = 500  # objects of one stream
_HEAD = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_END = b"endstream"
_ESCAPED = str.maketrans({"\\": "\\\\", "(": "\\(", ")": "\\)"})


class Document(PDFDocument):  # type: ignore[misc]  # the library ships no types
    """A document whose streams end as PDF/A wants them, and whose other objects are packed."""

    def Reference(self, obj: object, name: str | None = None) -> Any:  # noqa: N802 (the library's name)
        """Register an object, and refer to it."""
        if type(obj) is PDFStream:
            obj.__class__ = Stream
        return super().Reference(obj, name)

    def number(self, name: str) -> int:
        """Give the number of a registered object."""
        return int(self.idToObjectNumberAndVersion[name][0])

    def format(self) -> bytes:
        """Write the whole file."""
        self.encrypt.prepare(self)
        root, info = self.Reference(self.Catalog), self.Reference(self.info)
        file = _File()
        for number, data in self._objects():
            file.add(number, data)
        entries = b"/Root %b/Info %b/ID%b" % (root.format(self), info.format(self), self.ID().split(b"%")[0].strip())
        return file.end(entries)

    def _objects(self) -> Iterator[tuple[int, bytes]]:
        """Give all objects as bytes; formatting one may register others."""
        number = 1
        while number in self.numberToId:
            found = self.idToObject[self.numberToId[number]]
            data = format(found, self, toplevel=1)
            yield number, data if isinstance(data, bytes) else data.encode("extpdfdoc")
            number += 1


class Stream(PDFStream):  # type: ignore[misc]  # the library ships no types
    """A stream with a line end before `endstream`, as ISO 19005-3, 6.1.7.1 asks for, and of bytes, not letters."""

    filters: list[object] | None

    def format(self, document: object) -> bytes:
        """Write the stream."""
        self.filters = self.filters and [f for f in self.filters if f is not PDFBase85Encode]
        return bytes(super().format(document)).removesuffix(b"endstream\n") + b"\nendstream\n"


class Link(PDFObject):  # type: ignore[misc]  # the library ships no types
    """A link over a box of a page, which knows its place in the structure (ISO 32000-1, 12.5.6.5)."""

    __RefOnly__ = 1

    def __init__(self, box: Box, tip: str, to: PDFObject, key: int) -> None:
        self._entries = b"/Rect[%.2f %.2f %.2f %.2f]/Contents%b/StructParent %d" % (*box, text(tip), key)
        self._to = to

    def format(self, document: object) -> bytes:
        """Write the link, printed as PDF/A asks for."""
        return b"<</Type/Annot/Subtype/Link/Border[0 0 0]/F 4%b/Dest %b>>" % (self._entries, self._to.format(document))


def text(words: str) -> bytes:
    r"""Write a string of text as a file holds it.

    >>> text("a (b)")
    b'(a \\(b\\))'
    >>> text("“")
    b'<FEFF201C>'
    """
    if words.isascii() and words.isprintable():
        return b"(%b)" % words.translate(_ESCAPED).encode("ascii")
    return b"<FEFF%b>" % words.encode("utf-16-be").hex().upper().encode("ascii")


class Written(PDFObject):  # type: ignore[misc]  # the library ships no types
    """An object that is bytes already, whose numbers are known."""

    __RefOnly__ = 1

    def __init__(self) -> None:
        self.data = b""

    def format(self, document: object) -> bytes:
        """Give the bytes."""
        return self.data


def _steps(rows: Sequence[bytes]) -> Iterator[bytes]:
    """Write each row as its distance from the one before, which packs well (the predictor "up")."""
    before = bytes(7)
    for row in rows:
        yield b"\2" + bytes((new - old) & 255 for new, old in zip(row, before, strict=True))
        before = row


class _File:
    """Bytes being put together. A place is a stream's offset, or the stream that holds an object and its turn in it."""

    def __init__(self) -> None:
        self._parts = [_HEAD]
        self._length = len(_HEAD)
        self._places: dict[int, tuple[int, int, int]] = {0: (0, 0, 65535)}
        self._packed: list[tuple[int, bytes]] = []

    def add(self, number: int, data: bytes) -> None:
        """Add an object: streams stand alone, others wait to be packed."""
        if data.rstrip().endswith(_END):
            self._write(number, data)
        else:
            self._packed.append((number, data.strip()))

    def end(self, entries: bytes) -> bytes:
        """Pack what waits, write the places of all objects, and give the file."""
        number = max([*self._places, *(n for n, _ in self._packed)]) + 1
        for start in range(0, len(self._packed), _TOGETHER):
            self._pack(number, self._packed[start : start + _TOGETHER])
            number += 1
        start = self._length
        self._places[number] = (1, start, 0)
        rows = [b"%c%b%b" % (kind, at.to_bytes(4), turn.to_bytes(2)) for kind, at, turn in self._in_order()]
        form = b"/Type/XRef/Size %d/W[1 4 2]/DecodeParms<</Predictor 12/Columns 7>>" % (number + 1)
        self._stream(number, form + entries, b"".join(_steps(rows)))
        return b"".join([*self._parts, b"startxref\n%d\n%%%%EOF\n" % start])

    def _in_order(self) -> list[tuple[int, int, int]]:
        return [self._places[number] for number in sorted(self._places)]

    def _pack(self, stream: int, objects: list[tuple[int, bytes]]) -> None:
        heads, at = [], 0
        for turn, (number, data) in enumerate(objects):
            self._places[number] = (2, stream, turn)
            heads.append(b"%d %d" % (number, at))
            at += len(data) + 1
        head = b" ".join(heads) + b"\n"
        body = b"\n".join(data for _, data in objects)
        self._stream(stream, b"/Type/ObjStm/N %d/First %d" % (len(objects), len(head)), head + body)

    def _stream(self, number: int, entries: bytes, data: bytes) -> None:
        packed = zlib.compress(data, 9)
        head = b"<<%b/Filter/FlateDecode/Length %d>>\nstream\n" % (entries, len(packed))
        self._write(number, head + packed + b"\nendstream\n")

    def _write(self, number: int, data: bytes) -> None:
        self._places[number] = (1, self._length, 0)
        whole = b"%d 0 obj\n%bendobj\n" % (number, data if data.endswith(b"\n") else data + b"\n")
        self._parts.append(whole)
        self._length += len(whole)
