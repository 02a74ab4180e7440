"""A section under its rule: what is kept together on a page, and what may run on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.pages.blocks import Anchor, Block, Item, Rule
from briefing.pages.grid import Row, beside, headed, listed
from briefing.pages.kit import Kit
from briefing.pages.lines import Run
from briefing.pages.paginate import Need
from briefing.pages.tagged import Element, Role
from briefing.pages.theme import RUNNING, TEXT, WHOLE, WIDE

_FEWEST = 2  # rows that stay with the head of a section
_TAIL = 0.25  # of a page: last two rows that are no higher stay together, so that no row stands alone on a page


def section(
    head: Block,
    rows: Sequence[Block],
    room: float,
    *,
    whole: bool = True,
    most: float = WHOLE,
    role: Role | None = Role.LIST,
) -> Iterator[Block]:
    """Give a section under its rule, kept in one piece if it is short; else its head stays with the first row.

    `role` is what its rows are together: a list, a table, or None for nothing of the kind. `most` is the share of a
    page beyond which it need not be in one piece; where much of a page is free, its head and first two rows are enough.
    """
    rule = Rule().measure(TEXT) + Rule().before
    height = rule + sum(b.measure(TEXT) for b in [head, *(rows if whole else rows[:1])])
    least = rule + sum(b.measure(TEXT) for b in [head, *rows[:_FEWEST]])
    yield Need(min(height, most * room), least)
    part = Element(role=Role.SECTION)
    yield Rule()
    yield head.within(part)
    around = (part, Element(role=role)) if role else (part,)
    tail = sum(b.measure(TEXT) for b in rows[-2:])
    for number, row in enumerate(rows, 2 - len(rows)):
        if number == 0 and len(rows) > _FEWEST and tail <= _TAIL * room:
            yield Need(tail)
        yield row.within(*around)


def head(kit: Kit, key: str, *texts: str) -> Block:
    """Set the heading of a section that is not an issue's, with sentences below it."""
    title = kit.say(f"section.{key}")
    anchor = Anchor(key, title, 1)
    return headed([], [kit.heading(title, anchor), *(kit.running(t) for t in texts)], 4)


def noted(kit: Kit, label: str, runs: Sequence[Run], *, wide: bool = True) -> Row:
    """Set one remark beside its label, in the sans face if `wide`, else as running text."""
    return listed(beside([kit.tag(label)], [kit.made(Item, WIDE if wide else RUNNING, runs)]))
