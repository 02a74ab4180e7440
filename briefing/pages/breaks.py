"""Choosing where pages end. In: blocks that stay whole, and a height of page; out: the blocks that begin a page.

Of all ways to lay them out the one is taken in which least is given up: white at the foot of pages, weighed by its square,
and what each block says a page that ends before it costs (`Block.held`).
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.pages.blocks import Block
from briefing.pages.theme import TEXT


def ends(blocks: Sequence[Block], room: float, used: float, after: float = 0.0) -> frozenset[int]:
    """Choose the blocks before which a page ends.

    Args:
        blocks: what is to be laid out.
        room: the height of a page.
        used: how much of the first page is taken already.
        after: the height that must be left on the last page.
    """
    count = len(blocks)
    heights = [block.measure(TEXT) for block in blocks]
    tops = [(block.again or block).measure(TEXT) for block in blocks]
    lost = [float("inf")] * (count + 1)  # by the pages up to the one that ends before a block
    begun = [-1] * (count + 1)  # the block that page begins with; -1: the first page, begun by others

    def page(first: int, filled: float, before: float) -> None:
        """Try all ends of a page that begins with a block, or is filled already."""
        for k in range(max(first, 0), count + 1):
            if k == count:
                cost = 0.0 if filled + after <= room + 0.01 else 1.0
            else:
                cost = max(1 - filled / room, 0.0) ** 2 + blocks[k].held
            if k > first and before + cost < lost[k]:
                lost[k], begun[k] = before + cost, first
            if k == count:
                return
            if k == first:
                filled = tops[k]
            else:
                filled += heights[k] + (blocks[k].before if filled else 0.0)
                if filled > room + 0.01:
                    return

    if used:
        page(-1, used, 0.0)
    else:
        page(0, 0.0, 0.0)
    for first in range(0 if used else 1, count):
        page(first, 0.0, lost[first])
    chosen, k = set(), begun[count]
    while k > (-1 if used else 0):
        chosen.add(k)
        k = begun[k]
    return frozenset(chosen)
