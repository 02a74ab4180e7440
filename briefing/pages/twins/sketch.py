"""Marks as pictures of their own. In: a drawing as the page has it. Out: SVG, to stand inside a line of HTML."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from html import escape

from briefing.pages.drawing import Drawing
from briefing.pages.theme import Colour

_SCALE = 1.5  # a picture is so much larger than on paper, as the type of a screen is
_EDGE = 0.8


def svg(paint: Callable[[Drawing], None], alternative: str | None) -> str:
    """Draw a mark; one that words beside it repeat is hidden from those who listen."""
    sketch = _Sketch()
    paint(sketch)
    left, top, right, bottom = sketch.box()
    wide, high = right - left, bottom - top
    told = f'role="img" aria-label="{escape(alternative)}"' if alternative else 'aria-hidden="true"'
    size = f'width="{_number(wide * _SCALE)}" height="{_number(high * _SCALE)}"'
    box = f'viewBox="{_number(left)} {_number(top)} {_number(wide)} {_number(high)}"'
    return f'<svg {told} {size} {box} focusable="false">{"".join(sketch.shapes)}</svg>'


def hexed(colour: Colour) -> str:
    """Write a colour as CSS does.

    >>> hexed((1.0, 0.0, 0.0))
    '#ff0000'
    """
    return "#" + "".join(f"{round(part * 255):02x}" for part in colour)


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


class _Sketch:
    """What a mark draws on, as the page's pen is; its canvas is itself. Downwards is positive in its shapes."""

    def __init__(self) -> None:
        self.shapes: list[str] = []
        self._points: list[tuple[float, float]] = []
        self._stroke, self._fill, self._weight = "#000000", "#000000", 1.0

    def box(self) -> tuple[float, float, float, float]:
        """Give the left, upper, right and lower edge of all that is drawn."""
        xs, ys = zip(*self._points, strict=True)
        return min(xs) - _EDGE, min(ys) - _EDGE, max(xs) + _EDGE, max(ys) + _EDGE

    def stroke(self, x: float, y: float, to_x: float, to_y: float, weight: float, colour: Colour) -> None:
        """Draw a straight line."""
        self._line(x, y, to_x, to_y, weight, hexed(colour))

    @contextmanager
    def kept(self) -> Iterator[_Sketch]:
        """Give what a mark draws on."""
        before = self._stroke, self._fill, self._weight
        yield self
        self._stroke, self._fill, self._weight = before

    # ── the names of ReportLab's canvas, as marks use them ──────────────────────────────────────────────────────────

    def setStrokeColorRGB(self, *colour: float) -> None:  # noqa: N802
        """Choose the colour of lines."""
        self._stroke = hexed((colour[0], colour[1], colour[2]))

    def setFillColorRGB(self, *colour: float) -> None:  # noqa: N802
        """Choose the colour of areas."""
        self._fill = hexed((colour[0], colour[1], colour[2]))

    def setLineWidth(self, weight: float) -> None:  # noqa: N802
        """Choose the weight of lines."""
        self._weight = weight

    def line(self, x: float, y: float, to_x: float, to_y: float) -> None:
        """Draw a straight line."""
        self._line(x, y, to_x, to_y, self._weight, self._stroke)

    def circle(self, x: float, y: float, radius: float, stroke: int = 1, fill: int = 0) -> None:
        """Draw a circle around its centre."""
        self._points += [(x - radius, -y - radius), (x + radius, -y + radius)]
        at = f'cx="{_number(x)}" cy="{_number(-y)}" r="{_number(radius)}"'
        self.shapes.append(f"<circle {at} {self._dress(stroke, fill)}/>")

    def rect(self, x: float, y: float, width: float, height: float, stroke: int = 1, fill: int = 0) -> None:
        """Draw a rectangle from its lower left corner."""
        self._points += [(x, -y), (x + width, -y - height)]
        at = f'x="{_number(x)}" y="{_number(-y - height)}" width="{_number(width)}" height="{_number(height)}"'
        self.shapes.append(f"<rect {at} {self._dress(stroke, fill)}/>")

    def beginPath(self) -> _Path:  # noqa: N802
        """Begin an outline."""
        return _Path()

    def drawPath(self, path: _Path, stroke: int = 1, fill: int = 0) -> None:  # noqa: N802
        """Draw an outline."""
        self._points += path.points
        self.shapes.append(f'<path d="{"".join(path.steps)}" {self._dress(stroke, fill)}/>')

    def _line(self, x: float, y: float, to_x: float, to_y: float, weight: float, colour: str) -> None:
        self._points += [(x, -y), (to_x, -to_y)]
        at = f'x1="{_number(x)}" y1="{_number(-y)}" x2="{_number(to_x)}" y2="{_number(-to_y)}"'
        self.shapes.append(f'<line {at} stroke="{colour}" stroke-width="{_number(weight)}"/>')

    def _dress(self, stroke: int, fill: int) -> str:
        line = f' stroke="{self._stroke}" stroke-width="{_number(self._weight)}"' if stroke else ""
        return f'fill="{self._fill if fill else "none"}"{line}'


class _Path:
    """An outline being drawn."""

    def __init__(self) -> None:
        self.steps: list[str] = []
        self.points: list[tuple[float, float]] = []

    def moveTo(self, x: float, y: float) -> None:  # noqa: N802
        """Begin at a point."""
        self._to("M", x, y)

    def lineTo(self, x: float, y: float) -> None:  # noqa: N802
        """Draw a straight line."""
        self._to("L", x, y)

    def close(self) -> None:
        """Return to the first point."""
        self.steps.append("Z")

    def arc(self, left: float, low: float, right: float, high: float, start: float, extent: float) -> None:
        """Begin with a piece of the circle in a box, from an angle on, against the clock."""
        self._arc("M", left, low, right, high, start, extent)

    def arcTo(self, left: float, low: float, right: float, high: float, start: float, extent: float) -> None:  # noqa: N802
        """Go on with a piece of the circle in a box."""
        self._arc("L", left, low, right, high, start, extent)

    def _arc(self, first: str, left: float, low: float, right: float, high: float, start: float, extent: float) -> None:
        radius, x, y = (right - left) / 2, (left + right) / 2, (low + high) / 2
        ends = [
            (x + radius * math.cos(math.radians(angle)), y + radius * math.sin(math.radians(angle)))
            for angle in (start, start + extent)
        ]
        self._to(first, *ends[0])
        self._to(f"A{_number(radius)} {_number(radius)} 0 {int(abs(extent) > 180)} 0 ", *ends[1])

    def _to(self, step: str, x: float, y: float) -> None:
        self.points.append((x, -y))
        self.steps.append(f"{step}{_number(x)} {_number(-y)}")
