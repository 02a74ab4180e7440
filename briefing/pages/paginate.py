"""From a story to pages. In: blocks in reading order; out: for each page, the blocks on it and their heights.

Nothing is drawn here, so page numbers are known before the first page is.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from briefing.pages.blocks import Block
from briefing.pages.theme import MUCH, SPLIT, TEXT


class Break(Block):
    """Begins a new page."""

    def measure(self, width: float) -> float:
        """Take no height."""
        return 0.0


class Need(Block):
    """Begins a new page if less than a height is left.

    Where much of the page is free, the height of what must at `least` stand together is enough.
    """

    def __init__(self, height: float, least: float | None = None) -> None:
        self.height = height
        self.least = height if least is None else least

    def met(self, left: float, room: float) -> bool:
        """Whether what is left of a page is enough."""
        return left >= self.height or (left >= self.least and left > MUCH * room)

    def measure(self, width: float) -> float:
        """Take no height."""
        return 0.0


class Flow(Block):
    """Marks the block that follows as one that may always be split."""

    def measure(self, width: float) -> float:
        """Take no height."""
        return 0.0


@dataclass(frozen=True, slots=True)
class Placed:
    """A block on a page; `top` is its distance from the upper edge of the text."""

    block: Block
    top: float


class _Pages:
    """Pages being filled."""

    def __init__(self, room: float) -> None:
        self.room = room
        self.pages: list[list[Placed]] = [[]]
        self.used = 0.0

    def turn(self) -> None:
        """Begin a new page, unless this one is empty."""
        if self.pages[-1]:
            self.pages.append([])
            self.used = 0.0

    def place(self, block: Block, flows: bool) -> None:
        """Put a block where it fits, on this page or the next; part it only where it must be."""
        rest: Block | None = block if self.pages[-1] else block.again or block
        while rest is not None:
            gap = rest.before if self.pages[-1] else 0.0
            left = self.room - self.used - gap
            height = rest.measure(TEXT)
            if height <= left + 0.01:
                self._put(rest, gap, height)
                return
            parts = rest.split(TEXT, left) if flows or not self.pages[-1] or height > SPLIT * self.room else None
            if parts:
                self._put(parts[0], gap, parts[0].measure(TEXT))
                rest = parts[1] if parts[1].measure(TEXT) else None
                if rest is None:
                    return
            elif not self.pages[-1]:
                self._put(rest, gap, height)  # nothing can be done: it runs into the margin
                return
            self.turn()
            rest = rest.again or rest

    def _put(self, block: Block, gap: float, height: float) -> None:
        self.pages[-1].append(Placed(block, self.used + gap))
        self.used += gap + height


def paginate(story: Iterable[Block], room: float) -> list[list[Placed]]:
    """Lay out a story on pages of a height."""
    out = _Pages(room)
    flows = False
    for block in story:
        if isinstance(block, Break):
            out.turn()
        elif isinstance(block, Need):
            if not block.met(out.room - out.used, out.room):
                out.turn()
        elif isinstance(block, Flow):
            flows = True
            continue
        else:
            out.place(block, flows)
        flows = False
    return [page for page in out.pages if page]
