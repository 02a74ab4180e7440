"""What a mark may do to what it is drawn on: the sheet of a PDF, or a picture of its own."""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import Any, Protocol

from briefing.pages.theme import Colour


class Drawing(Protocol):
    """Something that marks are drawn on. Coordinates are points, the vertical ones grow upwards."""

    def stroke(self, x: float, y: float, to_x: float, to_y: float, weight: float, colour: Colour) -> None:
        """Draw a straight line."""

    def kept(self) -> AbstractContextManager[Any]:
        """Give a canvas for circles, rectangles and paths, and forget its colours and weights afterwards."""
