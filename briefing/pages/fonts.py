"""The fonts of the package: which font shows which character, and how wide. In: text; out: stretches of one font each.

A character that the face lacks is taken from a fallback; one that no font has is shown as an empty square, is still
said to whoever listens, and is kept by name for a visible note.
"""

from __future__ import annotations

import re
import struct
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from briefing.errors import ChoiceError
from briefing.model import Face
from briefing.pages import rtl
from briefing.pages.theme import DISPLAY, SERIF, SERIF_BOLD

_FOLDER = Path(__file__).parent / "fonts"
_SANS = "BriefingSans-Regular"
_FALLBACKS = (_SANS, "BriefingCJK", "BriefingArabic", "BriefingHebrew")
_HOUSE = ((SERIF,), (SERIF_BOLD, DISPLAY))  # the faces that stand back behind a house's own
_NO_TEXT = "\ufffd"
_SQUARE, _SQUARE_FONT = "\u25a1", "BriefingCJK"  # a font's own sign for what it lacks says nothing: PDF/UA forbids it
_UNSAID = frozenset({"Cc", "Cf", "Cn", "Co", "Cs"})  # categories of characters that are no words
_HALVES = re.compile("[\ud800-\udfff]")  # halves of a character, as a shell makes of bytes that are no text
_OVERRIDES = frozenset("\u202a\u202b\u202c\u202d\u202e")  # could make a line read otherwise than it is written
_UNSEEN = dict.fromkeys(
    [0xAD, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0x2066, 0x2067, 0x2068, 0x2069, 0xFEFF, 0xFE0E, 0xFE0F]
)


@cache
def load(name: str) -> TTFont:
    """Load a font on first use; the Chinese one is large and seldom needed."""
    if name in pdfmetrics.getRegisteredFontNames():
        return pdfmetrics.getFont(name)
    font = TTFont(name, str(_FOLDER / f"{name}.ttf"))
    pdfmetrics.registerFont(font)
    return font


def check(face: Face) -> None:
    """Find out whether a font of the house can be used.

    Raises:
        ChoiceError: it is none that can stand inside a PDF.
    """
    _adopt(face)


def _adopt(face: Face) -> str:
    """Load a font of the house, and give the name that it goes by here."""
    name = f"House-{face.sha256[:16]}"
    if name not in pdfmetrics.getRegisteredFontNames():
        try:
            font = TTFont(name, BytesIO(face.data))
        except (TTFError, struct.error, IndexError, KeyError, TypeError, ValueError, AssertionError) as error:
            hint = "a house face is a TrueType file (.ttf) that may be embedded, not OpenType with PostScript outlines"
            raise ChoiceError(f"{face.name}: this font cannot be used ({error}); {hint}") from None
        if ord(" ") not in font.face.charToGlyph:
            raise ChoiceError(f"{face.name}: this font cannot be used, it has no space; a house face is one for text")
        pdfmetrics.registerFont(font)
    return name


@cache
def _covers(name: str) -> frozenset[int]:
    return frozenset(load(name).face.charToGlyph)


def has_space(name: str) -> bool:
    """Whether a font has the space; one for Chinese alone needs none."""
    return ord(" ") in _covers(name)


def visible(text: str) -> str:
    """Give a text without the characters that show nothing."""
    return text.translate(_UNSEEN)


def whole(text: str) -> str:
    """Give a text that any file can hold: halves of characters become the sign for what cannot be shown."""
    return _HALVES.sub(_NO_TEXT, text)


class Stretch(NamedTuple):
    """Text that one font shows; `said` is what it stands for, if it is not that itself."""

    font: str
    text: str
    said: str | None = None


class Fonts:
    """The fonts of one briefing; remembers the characters that none of them has."""

    def __init__(self, house: Sequence[Face] = ()) -> None:
        self._house = {own: _adopt(face) for face, owns in zip(house, _HOUSE, strict=False) for own in owns}
        self.missing: dict[str, None] = {}
        self._widths: dict[tuple[str, str], float] = {}

    def runs(self, text: str, face: str) -> list[Stretch]:
        """Cut a text into stretches of one font."""
        text = visible(text)
        if not text.isascii():
            text = rtl.shaped(unicodedata.normalize("NFC", text))
        first = self._house.get(face, face)
        if _covers(first).issuperset(map(ord, text)):
            return [Stretch(first, text)]
        out: list[Stretch] = []
        for font, char, said in self._placed(text, face):
            last = out[-1] if out and (out[-1].said is None) == (said is None) else None
            if last and (last.font == font or (char == " " and has_space(last.font))):
                out[-1] = Stretch(last.font, last.text + char, (last.said or "") + said if said else None)
            else:
                out.append(Stretch(font, char, said))
        return out

    def _placed(self, text: str, face: str) -> Iterator[Stretch]:
        for char in text:
            if char not in _OVERRIDES:
                font = next(
                    (n for n in (self._house.get(face, face), face, *_FALLBACKS) if ord(char) in _covers(n)), None
                )
                if font:
                    yield Stretch(font, char)
                    continue
            self.missing[char] = None
            yield Stretch(_SQUARE_FONT, _SQUARE, _NO_TEXT if unicodedata.category(char) in _UNSAID else char)

    def width(self, text: str, font: str, size: float) -> float:
        """Measure a text that one font shows."""
        key = (font, text)
        if key not in self._widths:
            face = load(font).face
            widths, default = face.charWidths, face.defaultWidth
            self._widths[key] = sum(widths.get(ord(c), default) for c in text) / 1000
        return self._widths[key] * size

    def unknown(self) -> list[str]:
        """Name the characters that no font has, in the order of their code points."""
        return [f"U+{ord(c):04X} {_name(c)}" for c in sorted(self.missing)]


def _name(char: str) -> str:
    return "A BYTE THAT IS NO TEXT" if _HALVES.match(char) else unicodedata.name(char, "without a name")
