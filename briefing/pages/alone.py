"""Issues on which one side speaks alone: one section for each result and speaker, a row for each issue."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.model import Row
from briefing.pages import grid, sides
from briefing.pages.blocks import Anchor, Block
from briefing.pages.grid import OVER_ALL, headed, tabled, three
from briefing.pages.kit import Kit
from briefing.pages.names import issue_name
from briefing.pages.section import section
from briefing.pages.tagged import Role, Scope
from briefing.pages.theme import LABEL
from briefing.pages.view import Group, Numbered


def together(kit: Kit, group: Group, room: float) -> Iterator[Block]:
    """Give the section of issues that share a result and a speaker."""
    title, text = kit.sentences.group(group)
    anchor = Anchor(f"{group.relation}{group.speaker}", title, 1)
    head = headed([kit.result(group.relation, group.speaker)], [kit.heading(title, anchor), kit.running(text)], 3)
    rows = [_single(kit, numbered, first=not k) for k, numbered in enumerate(group.rows)]
    yield from section(head, rows, room, whole=False, role=Role.TABLE)


def _single(kit: Kit, numbered: Numbered, *, first: bool) -> Block:
    name = issue_name(kit, numbered, LABEL, level=2)
    columns = [_column(kit, numbered.row, side) for side in (0, 1)]
    row = three([name], columns, edges=[] if first else [OVER_ALL], top=3.5, bottom=3.5)
    return tabled(row, grid.head(Scope.ROW), grid.cell(), grid.cell())


def _column(kit: Kit, row: Row, side: int) -> list[Block]:
    """Set one side of an issue on which only one speaks in its own voice."""
    quotes = sides.quotations(kit, row, side, 1, sides.named_below(kit, row))
    out = [*sides.position(kit, row, side, bool(quotes)), *quotes]
    same = bool(row.cells[1 - side].stances)
    for answer in row.answers:
        if answer.records[side]:
            out.append(sides.proposition(kit, answer, side, first=False, same=same and bool(answer.records[1 - side])))
    if row.cells[side].told:
        out += sides.confirmation(kit, row.confirmed, side)
    return out
