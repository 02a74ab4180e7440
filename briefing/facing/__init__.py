"""Two briefings page beside page. In: two PDFs as bytes. Out: a PDF whose boxes show what is another.

Needs pypdfium2, an extra; nothing else in the house does.
"""

from briefing.facing.sheets import Facing, face

__all__ = ["Facing", "face"]
