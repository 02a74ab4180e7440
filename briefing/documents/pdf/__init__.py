"""PDF into text. In: the bytes of a file. Out: its text in reading order, its title, and words that are not painted.

Runs in the child process alone; the only user of pypdfium2.
"""

from typing import Any

from briefing.documents.limits import RefusalError
from briefing.documents.pdf.furniture import without_heads, without_notes
from briefing.documents.pdf.glyphs import painted
from briefing.documents.pdf.lines import laid_out
from briefing.documents.pdf.prose import Prose

__all__ = ["extract"]


def extract(data: bytes) -> dict[str, Any]:
    """Give the text of a PDF.

    Raises:
        RefusalError: it is locked, damaged or too long, or no text is painted in it.
    """
    pages, hidden = painted(data)
    if not any(pages):
        raise RefusalError(
            "no text is painted in this PDF (a scan?); put it through text recognition and save it as text"
        )
    blocks = [block for page in without_heads(pages) for block in laid_out(page)]
    body, notes = without_notes(blocks)
    prose = Prose(body, notes)
    return {"text": prose.text(), "title": prose.title(), "hidden": hidden}
