"""A page of a briefing as a small PNG, for the README: `python tools/picture.py out/brief.pdf docs/page.png`."""

from __future__ import annotations

import sys

import pypdfium2
from PIL import Image

_DPI = 100
_COLOURS = 48


def main() -> None:
    """Draw the first page."""
    source, target = sys.argv[1:]
    with pypdfium2.PdfDocument(source) as document:
        page = document[0].render(scale=_DPI / 72).to_pil()
    page.quantize(_COLOURS, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE).save(target, optimize=True)


if __name__ == "__main__":
    main()
