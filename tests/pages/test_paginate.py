"""Laying blocks out on pages."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from briefing.pages.blocks import Block, Space, Stack, Text
from briefing.pages.fonts import Fonts
from briefing.pages.grid import Cell, Columns, Kept, Row, three
from briefing.pages.paginate import Break, Flow, Need, paginate
from briefing.pages.theme import RUNNING

FONTS = Fonts()


def text(lines: int) -> Text:
    return Text(FONTS, RUNNING, " ".join(["a" * 60] * lines))


def tall(pages: Sequence[Sequence[object]]) -> list[int]:
    return [len(page) for page in pages]


def spaces(*heights: float) -> list[Block]:
    return [Space(height) for height in heights]


def test_blocks_fill_a_page_and_go_on_over_the_next() -> None:
    pages = paginate(spaces(60, 30, 30), room=100)
    assert [[placed.top for placed in page] for page in pages] == [[0, 60], [0]]


def test_the_space_before_a_block_is_dropped_at_the_top() -> None:
    late = Space(30)
    late.before = 10
    pages = paginate([Space(80), late], room=100)
    assert pages[1][0].top == 0


def test_a_need_that_is_not_met_turns_the_page() -> None:
    assert len(paginate([Space(60), Need(50), Space(10)], room=100)) == 2


def test_a_break_makes_no_empty_page() -> None:
    assert len(paginate([Break(), Space(10), Break(), Break(), Space(10)], room=100)) == 2


def test_a_row_that_fits_a_page_is_not_split() -> None:
    row = three([], [[Space(70)], []])
    assert [len(page) for page in paginate([Space(60), row], room=100)] == [1, 1]


@pytest.mark.parametrize("lines", [40, 400])
def test_a_row_too_tall_for_a_page_is_split_and_loses_no_line(lines: int) -> None:
    row = three([], [[text(lines)], [text(3)]])
    pages = paginate([Space(50), row], room=200)
    parts = [placed.block for page in pages for placed in page if isinstance(placed.block, Row)]
    first, second = (
        sum(len(t.lines(c.width)) for p in parts for c in [p.cells[k]] for t in c.stack.parts if isinstance(t, Text))
        for k in (1, 2)
    )
    width = parts[0].cells[1].width
    assert (first, second) == (len(text(lines).lines(width)), len(text(3).lines(width)))
    assert all(placed.top + placed.block.measure(0) <= 200.1 for page in pages for placed in page)


def test_columns_are_level_where_they_end() -> None:
    columns = Columns(spaces(10, 10, 10, 10))
    assert columns.measure(0) == 24


def test_columns_run_over_pages_without_losing_an_entry() -> None:
    pages = paginate([Flow(), Columns(spaces(*[20] * 30))], room=100)
    assert len(pages) == 4


def test_a_stack_is_split_between_its_parts() -> None:
    parts = Stack(spaces(10, 10, 10)).split(100, 25)
    assert parts is not None
    assert [len(p.parts) for p in parts] == [2, 1]


def test_where_much_of_a_page_is_free_a_section_may_break() -> None:
    rows = spaces(20, 20, 20)
    assert tall(paginate([Space(60), Need(60, least=40), *rows], room=100)) == [3, 1]
    assert tall(paginate([Space(75), Need(60, least=20), *rows], room=100)) == [1, 3]
    assert tall(paginate([Space(65), Need(60, least=40), *rows], room=100)) == [1, 3]


def test_a_block_may_look_otherwise_where_it_begins_a_page() -> None:
    again, late, low, high = spaces(25, 20, 90, 50)
    late.again = again
    turned, stayed = paginate([low, late], room=100), paginate([high, late], room=100)
    assert [[placed.block for placed in page] for page in turned] == [[low], [again]]
    assert [[placed.block for placed in page] for page in stayed] == [[high, late]]


def test_a_kept_row_moves_whole_out_of_a_split_stack() -> None:
    kept = Kept([Cell(0, 400, Stack([text(3)]))], top=0, bottom=0)
    parts = Stack([Space(10), kept]).split(400, 30)
    assert parts is not None
    assert [len(p.parts) for p in parts] == [1, 1]
    block: Block = kept
    assert block.split(400, 30) is None
