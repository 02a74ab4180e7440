"""The sections behind page one, in the order of the matrix; an issue that both sides speak to has its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from briefing.model import Answer, Kind, Relation, Row, Stance
from briefing.pages import grid, marks, sides, view
from briefing.pages.alone import together
from briefing.pages.blocks import Anchor, Block, Quotation, Repeated, Stack, Text
from briefing.pages.grid import OVER_SIDES, Cell, headed, tabled, three
from briefing.pages.grid import Row as GridRow
from briefing.pages.kit import Kit
from briefing.pages.lines import Run
from briefing.pages.section import section
from briefing.pages.tagged import Element, Role, Scope
from briefing.pages.theme import AXIS, AXIS_B, BODY, CELL, CELL_SOFT, HANG, INK, LABEL, SIDE, SOURCE, WIDE
from briefing.pages.view import Group, Numbered, both_speak
from briefing.pages.wording import capital

_MOST = 2  # quotations of one side on one issue


def sections(kit: Kit, room: float) -> Iterator[Block]:
    """Give all sections in the order of the matrix."""
    for group in kit.sentences.groups:
        for numbered in group.rows:
            if both_speak(numbered.row):
                yield from _issue(kit, numbered, room)
        rest = tuple(n for n in group.rows if not both_speak(n.row))
        if rest:
            yield from together(kit, Group(group.relation, group.speaker, rest), room)


def _issue(kit: Kit, numbered: Numbered, room: float) -> Iterator[Block]:
    row = numbered.row
    heading = kit.heading(f"{numbered.number}\u00a0 {row.issue.name}", Anchor(numbered.key, numbered.title, 1))
    head = headed([kit.result(row.relation, view.speaker(row))], [heading, kit.running(kit.sentences.result(row))], 4)
    both = _said_by_both(kit, row)
    used = sides.named_below(kit, row) | set(kit.register.numbers(both))
    proof = [sides.quotations(kit, row, side, _MOST, used, both) for side in (0, 1)]
    held = [sides.position(kit, row, side, bool(proof[side])) for side in (0, 1)]
    named = [grid.head(Scope.COLUMN) for _ in held]
    rows: list[Block] = [tabled(three([kit.tag(kit.say("row.position"))], held), grid.head(Scope.ROW), *named)]
    rows += _evidence(kit, _side_by_side(proof))
    rows += _joint_words(kit, both)
    rows += [_shared(kit, answer) for answer in view.shared(row)]
    rows += [*_one_side_only(kit, row), *_claims(kit, row), *_inconsistent(kit, row)]
    yield from section(head, rows, room, role=Role.TABLE)


def _evidence(kit: Kit, pairs: Sequence[Sequence[Sequence[Block]]]) -> Iterator[Block]:
    """Set pairs of quotations in rows under one label; a page that a row begins shows the label again."""
    label = kit.say("row.evidence")
    for k, quotes in enumerate(pairs):
        named = None if k else grid.head(Scope.ROW, rows=len(pairs))
        row = tabled(three([] if k else [kit.tag(label)], quotes, top=0.0 if k else 2.0), named, *_both_cells())
        if k:
            again = three([Repeated(kit.tag(label))], quotes)
            row.again = tabled(again, None, *_both_cells())
        yield row


def _both_cells() -> tuple[Element, Element]:
    """Give the cells of both sides."""
    return grid.cell(), grid.cell()


def _side_by_side(proof: Sequence[Sequence[Block]]) -> list[list[list[Block]]]:
    """Set the quotations of both sides in rows, so that a page may end between them."""
    columns: list[list[list[Block]]] = []
    for blocks in proof:
        columns.append([])
        for block in blocks:
            if isinstance(block, Quotation) or not columns[-1]:
                columns[-1].append([])
            columns[-1][-1].append(block)
    return [list(pair) for pair in zip_longest(*columns, fillvalue=[])]


def _said_by_both(kit: Kit, row: Row) -> list[Stance]:
    """Give the stances that rest on words both sides said together, one for each piece of evidence."""
    first, second = (
        {kit.register.number(s): s for s in reversed(cell.stances) if s.own and s.statement.kind == Kind.JOINT}
        for cell in row.cells
    )
    return [stance for number, stance in reversed(first.items()) if number in second]


def _joint_words(kit: Kit, both: Sequence[Stance]) -> Iterator[Block]:
    """Set words that both sides said together over both columns, and name the rest of such evidence."""
    quotes: list[Text] = []
    rest: list[Stance] = []
    for stance in both:
        excerpt = kit.excerpt(stance) if len(quotes) < 2 * _MOST else None
        if excerpt:
            quotes += kit.quoted(stance, excerpt, INK)
        else:
            rest.append(stance)
    if rest and quotes:
        also = [Run(kit.say("also") + " "), *kit.refs(kit.register.numbers(rest))]
        quotes.append(kit.text(SOURCE, also, before=1.0))
    elif rest:  # too few words to quote
        quotes.append(kit.text(WIDE, [Run(kit.say("joint.words", words=rest[0].words)), *kit.proof(rest)], indent=HANG))
    if quotes:
        yield _over_both(kit.tag(kit.say("row.joint")), *quotes)


def _shared(kit: Kit, answer: Answer) -> Block:
    """Set a proposition that both sides answer, over both columns, and each side's position below."""
    proposition = answer.proposition
    runs = [kit.bold(proposition.label + ". "), Run(proposition.text)]
    cells = [Cell(0.0, SIDE, Stack(_held(kit, answer, 0))), Cell(AXIS_B - AXIS, SIDE, Stack(_held(kit, answer, 1)))]
    held = tabled(GridRow(cells, top=1.0, bottom=0.0), *_both_cells())
    told = 0 if not any(s.own for s in answer.records[0]) else 1
    first = Element(role=Role.ROW)  # the proposition's; the positions below it have a row of their own
    body = Stack([kit.text(WIDE, runs, indent=HANG).within(first, grid.cell(columns=2)), held])
    label = Stack([kit.result(answer.relation, 1 - told)]).within(first, grid.head(Scope.ROW, rows=2))
    return GridRow([Cell(0.0, LABEL, label), Cell(AXIS, BODY, body)], edges=[OVER_SIDES], top=3, bottom=3)


def _held(kit: Kit, answer: Answer, side: int) -> list[Block]:
    """Set one side's position on a shared proposition; below what is only told, what its own text does with it."""
    records = answer.records[side]
    value, own = answer.positions[side] or 0, records[0].own
    key = "position.held" if own else "position.held.told"
    text = kit.say(key, position=kit.say(f"position.{value}"), B=kit.analysis.sides[1 - side].in_text)
    mark = marks.position(value, own, HANG)
    line = kit.text(CELL if own else CELL_SOFT, [Run(text), *kit.proof(records)], mark, indent=HANG + 36)
    return [line] if own else [line, *sides.confirmation(kit, answer.confirmed, side)]


def _one_side_only(kit: Kit, row: Row) -> Iterator[Block]:
    columns = [_own_answers(kit, row, side) for side in (0, 1)]
    if any(columns):
        alone = three([kit.tag(kit.say("row.one-side"))], columns, edges=[OVER_SIDES], top=3)
        yield tabled(alone, grid.head(Scope.ROW), *_both_cells())


def _own_answers(kit: Kit, row: Row, side: int) -> list[Block]:
    """Set the propositions that only one side answers, in its own column."""
    return [sides.proposition(kit, a, side, first=not k) for k, a in enumerate(view.alone(row, side))]


def _claims(kit: Kit, row: Row) -> Iterator[Block]:
    """Set what one side says of the other beside the other's own words."""
    answered = {s.id or id(s) for a in row.answers for records in a.records for s in records if not s.own}
    for side, cell in enumerate(row.cells):
        told: dict[str, list[Stance]] = {}
        for stance in cell.stances:
            if not stance.own and (stance.id or id(stance)) not in answered:
                told.setdefault(stance.words, []).append(stance)
        for words, stances in told.items():
            text = kit.say("claim", words=words, **kit.sentences.from_side(1 - side))
            body = kit.text(WIDE, [Run(capital(text)), *kit.proof(stances)], indent=HANG)
            yield _over_both(kit.result(Relation.CLAIMED, 1 - side), body)


def _inconsistent(kit: Kit, row: Row) -> Iterator[Block]:
    """Set a note where one side's own words both affirm and reject a proposition."""
    for answer in row.answers:
        for side, records in enumerate(answer.records):
            own = [s for s in records if s.own and s.position]
            if len({(s.position or 0) > 0 for s in own}) == 2:
                name = kit.analysis.sides[side].in_text
                text = capital(kit.say("inconsistent", A=name, label=answer.proposition.label))
                body = kit.text(WIDE, [Run(text), *kit.proof(own)], indent=HANG)
                yield _over_both(kit.tag(kit.say("row.note")), body)


def _over_both(label: Text, *body: Text) -> Block:
    cells = [Cell(0.0, LABEL, Stack([label])), Cell(AXIS, BODY, Stack(body))]
    return tabled(GridRow(cells, edges=[OVER_SIDES], top=3, bottom=3), grid.head(Scope.ROW), grid.cell(columns=2))
