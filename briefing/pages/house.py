"""The font of a house that publishes. In: the path of a font file; out: a `Face` that can be used."""

from __future__ import annotations

import hashlib
from pathlib import Path

from briefing.errors import ChoiceError
from briefing.model import Face
from briefing.pages.fonts import check

_LARGEST = 64 << 20


def face(path: str | Path) -> Face:
    """Read a font file.

    Raises:
        ChoiceError: it cannot be read, or is no font that can stand inside a PDF.
    """
    try:
        with Path(path).open("rb") as opened:
            data = opened.read(_LARGEST + 1)
    except (OSError, ValueError) as error:
        raise ChoiceError(f"{path}: this font cannot be read: {getattr(error, 'strerror', None) or error}") from None
    if len(data) > _LARGEST:
        raise ChoiceError(f"{path}: the font is larger than {_LARGEST >> 20} MiB")
    found = Face(name=Path(path).name, sha256=hashlib.sha256(data).hexdigest(), data=data)
    check(found)
    return found
