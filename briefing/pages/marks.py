"""Drawn marks, each beside the word that says the same: sides, results, force, position.

A mark is drawn at the left end `x` of its place and on the baseline `y`.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

from briefing.model import Relation
from briefing.pages.drawing import Drawing
from briefing.pages.theme import BOX, INK, RELATIONS, SIDES, SOFT, WHITE

Mark = Callable[[Drawing, float, float], None]

RESULT_WIDTH = 20.0
_STEPS = range(5)


def side_shape(pen: Drawing, side: int, x: float, y: float, radius: float = 3.2, filled: bool = True) -> None:
    """Draw a circle for the first side, a diamond for the second, around its centre; hollow if the other tells it."""
    with pen.kept() as c:
        c.setStrokeColorRGB(*SIDES[side])
        c.setFillColorRGB(*(SIDES[side] if filled else WHITE))
        c.setLineWidth(1)
        if side == 0:
            c.circle(x, y, radius, fill=1, stroke=1)
        else:
            _diamond(c, x, y, radius * 1.26)


def _diamond(c: Any, x: float, y: float, reach: float) -> None:
    path = c.beginPath()
    path.moveTo(x, y + reach)
    path.lineTo(x + reach, y)
    path.lineTo(x, y - reach)
    path.lineTo(x - reach, y)
    path.close()
    c.drawPath(path, fill=1, stroke=1)


def side(number: int, filled: bool = True, lift: float = 3.3) -> Mark:
    """Give the mark of a side."""
    return lambda pen, x, y: side_shape(pen, number, x + 4, y + lift, 3.2, filled)


def force(number: int, steps: int, indent: float = 0.0) -> Mark:
    """Give five small marks of a side, as many filled as the force is high."""

    def draw(pen: Drawing, x: float, y: float) -> None:
        radius = 2.1 if number == 0 else 1.9
        for i in _STEPS:
            side_shape(pen, number, x + indent + 2.2 + i * 7.2, y + 3, radius, i < steps)

    return draw


def position(value: int, own: bool = True, indent: float = 0.0) -> Mark:
    """Give five boxes from rejects to affirms, the held one filled; crossed where only the other side tells it."""

    def draw(pen: Drawing, x: float, y: float) -> None:
        with pen.kept() as c:
            c.setLineWidth(0.6)
            for i in _STEPS:
                held, left = i == value + 2, x + indent + 0.4 + i * 6
                c.setStrokeColorRGB(*(INK if held else BOX))
                c.setFillColorRGB(*(INK if held and own else WHITE))
                c.rect(left, y + 0.2, 4.8, 5.6, fill=1, stroke=1)
                if held and not own:
                    c.line(left, y + 0.2, left + 4.8, y + 5.8)

    return draw


def dash(pen: Drawing, x: float, y: float) -> None:
    """Draw the short dash of a column that has nothing to show."""
    pen.stroke(x + 1, y + 3.2, x + 7, y + 3.2, 1.2, SOFT)


def result(relation: Relation, speaker: int) -> Mark:
    """Give the two discs of a result: first side left, second right; `speaker` is the side that speaks alone."""
    drawing = _DRAWINGS[relation]

    def draw(pen: Drawing, x: float, y: float) -> None:
        with pen.kept() as c:
            c.setStrokeColorRGB(*RELATIONS[relation])
            c.setFillColorRGB(*RELATIONS[relation])
            c.setLineWidth(0.9)
            drawing(c, x, y + 3.1, speaker)

    return draw


_RADIUS = 3.1


def _divergent(c: Any, x: float, y: float, speaker: int) -> None:
    c.circle(x + 3, y, _RADIUS, fill=1)
    c.circle(x + 13, y, _RADIUS, fill=1)
    c.setLineWidth(1.1)
    c.line(x + 8, y - 4.6, x + 8, y + 4.6)


def _talking_past(c: Any, x: float, y: float, speaker: int) -> None:
    c.circle(x + 4, y + 1.9, 2.6, fill=1)
    c.circle(x + 11.8, y - 1.9, 2.6, fill=1)


def _partial(c: Any, x: float, y: float, speaker: int) -> None:
    left, right = x + 5.6, x + 10
    _lens(c, left, right, y)
    c.circle(left, y, _RADIUS, fill=0)
    c.circle(right, y, _RADIUS, fill=0)


def _lens(c: Any, left: float, right: float, y: float) -> None:
    """Fill what two circles share."""
    half = math.degrees(math.acos((right - left) / 2 / _RADIUS))
    path = c.beginPath()
    path.arc(left - _RADIUS, y - _RADIUS, left + _RADIUS, y + _RADIUS, -half, 2 * half)
    path.arcTo(right - _RADIUS, y - _RADIUS, right + _RADIUS, y + _RADIUS, 180 - half, 2 * half)
    path.close()
    c.drawPath(path, fill=1, stroke=0)


def _convergent(c: Any, x: float, y: float, speaker: int) -> None:
    c.circle(x + 5.6, y, _RADIUS, fill=1)
    c.circle(x + 10.2, y, _RADIUS, fill=1)


def _claimed(c: Any, x: float, y: float, speaker: int) -> None:
    solid, ring = (x + 5, x + 10.8) if speaker == 0 else (x + 10.8, x + 5)
    c.circle(ring, y, _RADIUS, fill=0)
    c.setStrokeColorRGB(*WHITE)
    c.circle(solid, y, _RADIUS + 0.3, fill=1)


def _apart(c: Any, x: float, y: float, speaker: int) -> float:
    """Draw the disc of the side that speaks; give the centre of the other's place."""
    solid, other = (x + 3.4, x + 12.4) if speaker == 0 else (x + 12.4, x + 3.4)
    c.circle(solid, y, _RADIUS, fill=1)
    c.setLineWidth(1.1)
    return other


def _silent(c: Any, x: float, y: float, speaker: int) -> None:
    c.circle(_apart(c, x, y, speaker), y, _RADIUS, fill=0)


def _unreported(c: Any, x: float, y: float, speaker: int) -> None:
    other = _apart(c, x, y, speaker)
    c.line(other - 2.8, y, other + 2.8, y)


def _no_document(c: Any, x: float, y: float, speaker: int) -> None:
    other = _apart(c, x, y, speaker)
    c.line(other - 2.3, y - 2.3, other + 2.3, y + 2.3)
    c.line(other - 2.3, y + 2.3, other + 2.3, y - 2.3)


_DRAWINGS: dict[Relation, Callable[[Any, float, float, int], None]] = {
    Relation.DIVERGENT: _divergent,
    Relation.TALKING_PAST: _talking_past,
    Relation.PARTIAL: _partial,
    Relation.CONVERGENT: _convergent,
    Relation.CLAIMED: _claimed,
    Relation.SILENT: _silent,
    Relation.UNREPORTED: _unreported,
    Relation.NO_DOCUMENT: _no_document,
}
