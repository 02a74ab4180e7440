"""The words that are painted on the pages of a PDF, with their places. In: its bytes. Out: words a page."""

import ctypes
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from briefing.documents.limits import MAX_PAGES, RefusalError

_UNPAINTED = (raw.FPDF_TEXTRENDERMODE_INVISIBLE, raw.FPDF_TEXTRENDERMODE_CLIP)
_WHITE = 250  # of 255 in each colour: nobody reads that on paper
_SMALLEST = 1.5  # points
_UPRIGHT = 0.05  # radians
_APART = 0.18  # of the size between two letters is a blank
_OFF_LINE = 0.1  # of the size up or down: another line, or a raised figure
_UNKNOWN = 0.05  # of the letters without a meaning: the text cannot be told
_LIGATURES = {ord(c): unicodedata.normalize("NFKC", c) for c in map(chr, range(0xFB00, 0xFB07))}
_HYPHENS = {0x02: "-", 0xFFFE: "-", 0xAD: "-"}


@dataclass(slots=True)
class Word:
    """Letters that touch.

    `base` is its line's distance from the top of the page; `glued` tells that no blank parts it from the word before.
    """

    text: str
    x0: float
    x1: float
    base: float
    size: float
    glued: bool = False


@dataclass(frozen=True, slots=True)
class _Glyph:
    text: str
    x0: float
    x1: float
    base: float
    size: float


def painted(data: bytes) -> tuple[list[list[Word]], list[str]]:
    """Give the words on each page, and what is there but not painted.

    Raises:
        RefusalError: the file is locked, damaged, or has too many pages, or its letters cannot be told.
    """
    document = _opened(data)
    if len(document) > MAX_PAGES:
        raise RefusalError(f"this PDF has more than {MAX_PAGES} pages")
    seen, unseen, unknown = list[list[Word]](), list[str](), [0, 0]
    for number in range(len(document)):
        try:
            page = _Page(document, number)
        except pdfium.PdfiumError:
            raise RefusalError(f"page {number + 1} of this PDF is damaged") from None
        seen.append(page.words)
        unseen += page.hidden
        unknown = [unknown[0] + page.unknown, unknown[1] + page.count]
    if unknown[0] > _UNKNOWN * unknown[1]:
        raise RefusalError(
            "the letters of this PDF cannot be told, its fonts do not say what they mean; save it as text"
        )
    return seen, unseen


def _opened(data: bytes) -> Any:
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if "assword" in str(error):
            raise RefusalError("this PDF is locked with a password; save a copy without one") from None
        raise RefusalError("this PDF is damaged") from None


class _Page:
    """One page: its words in the order of the file."""

    def __init__(self, document: Any, number: int) -> None:
        page = document[number]
        self.unknown = self.count = 0
        self._box = page.get_bbox()
        opened = page.get_textpage()  # which ends when nobody holds it
        self._text = opened.raw
        self._seen: dict[int, bool] = {}
        glyphs, unpainted = list[_Glyph | None](), list[str]()
        for index in range(raw.FPDFText_CountChars(self._text)):
            glyph = self._glyph(index)
            if glyph is None or self._is_painted(index, glyph):
                glyphs.append(glyph)
                unpainted += [] if glyph else [" "]
            else:
                unpainted.append(glyph.text)
        self.words = list(_words(glyphs))
        shown = " ".join("".join(unpainted).split())
        self.hidden = [shown] if shown else []
        opened.close()
        page.close()

    def _glyph(self, index: int) -> _Glyph | None:
        """Give a letter with its place; None is a blank."""
        code = raw.FPDFText_GetUnicode(self._text, index)
        text = _HYPHENS.get(code) or chr(code)
        if text.isspace() or raw.FPDFText_IsGenerated(self._text, index) == 1:
            return None
        self.count += 1
        if code in (0, 0xFFFD) or unicodedata.category(text) in ("Cc", "Cs", "Co", "Cn"):
            self.unknown += 1
            return None
        box, x, y = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
        raw.FPDFText_GetLooseCharBox(self._text, index, box)
        raw.FPDFText_GetCharOrigin(self._text, index, x, y)
        base = self._box[3] - y.value
        return _Glyph(text.translate(_LIGATURES), box.left, box.right, base, box.top - box.bottom)

    def _is_painted(self, index: int, glyph: _Glyph) -> bool:
        left, bottom, right, top = self._box
        inside = left <= (glyph.x0 + glyph.x1) / 2 <= right and 0 <= glyph.base <= top - bottom
        angle = raw.FPDFText_GetCharAngle(self._text, index)
        upright = min(angle, abs(angle - 6.2832)) < _UPRIGHT
        return inside and upright and glyph.size >= _SMALLEST and self._is_coloured(index)

    def _is_coloured(self, index: int) -> bool:
        """Whether the text object of a letter is filled with something that shows on paper."""
        item = raw.FPDFText_GetTextObject(self._text, index)
        key = ctypes.addressof(item.contents) if item else 0
        if key not in self._seen:
            red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
            known = raw.FPDFText_GetFillColor(self._text, index, red, green, blue, alpha)
            white = min(red.value, green.value, blue.value) >= _WHITE
            mode = raw.FPDFTextObj_GetTextRenderMode(item) if item else 0
            self._seen[key] = mode not in _UNPAINTED and not (known and (white or alpha.value == 0))
        return self._seen[key]


def _words(glyphs: Iterable[_Glyph | None]) -> Iterator[Word]:
    """Join letters that follow each other on one line without a gap."""
    word: Word | None = None
    blank = True
    for glyph in glyphs:
        if glyph is None:
            blank = True
            continue
        near = word is not None and _touches(word, glyph)
        if word is not None and near and not blank and _is_level(word, glyph):
            word.text += glyph.text
            word.x1 = max(word.x1, glyph.x1)
        else:
            if word is not None:
                yield word
            word = Word(glyph.text, glyph.x0, glyph.x1, glyph.base, glyph.size, glued=near and not blank)
        blank = False
    if word is not None:
        yield word


def _touches(word: Word, glyph: _Glyph) -> bool:
    size = max(word.size, glyph.size)
    return -size / 2 < glyph.x0 - word.x1 < _APART * size and abs(glyph.base - word.base) < size / 2


def _is_level(word: Word, glyph: _Glyph) -> bool:
    size = max(word.size, glyph.size)
    return abs(glyph.base - word.base) < _OFF_LINE * size and abs(glyph.size - word.size) < _OFF_LINE * size
