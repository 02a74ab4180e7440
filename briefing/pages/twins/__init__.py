"""The same briefing in other forms. In: an analysis; out: HTML, Markdown, and tables as CSV, as bytes.

All are written from the blocks that the PDF is drawn from, set with room enough for everything.
"""

from briefing.pages.twins.make import ENDS, retell

__all__ = ["ENDS", "retell"]
