"""The printed briefing. In: an analysis; out: a PDF file as bytes, and its twins, or what its first page says.

The sole user of ReportLab, of which only the canvas and the fonts are used: no text ever passes through markup.
"""

from briefing.pages.document import draw, said
from briefing.pages.twins import retell

__all__ = ["draw", "retell", "said"]
