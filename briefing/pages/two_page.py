"""The second of two pages: what each side said on each issue, in its own words, and what it asks. It always fits."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from briefing.model import Cell as SideCell
from briefing.model import Row
from briefing.pages import grid, marks, view
from briefing.pages.blocks import Anchor, Block, Rule, Text
from briefing.pages.closing import asked
from briefing.pages.gaps import some, understood
from briefing.pages.grid import OVER_ALL, Edge, headed, tabled, three
from briefing.pages.kit import Kit
from briefing.pages.lines import Run, shortened
from briefing.pages.names import issue_name
from briefing.pages.section import noted
from briefing.pages.tagged import Element, Role, Scope
from briefing.pages.theme import (
    CELL,
    CELL_BOLD,
    CELL_SOFT,
    HANG,
    INK,
    LABEL,
    SANS,
    SANS_BOLD,
    SERIF,
    SIDE,
    SIDES,
    SOFT,
    TEXT,
)
from briefing.pages.view import Numbered

_LINES = 4  # of one cell
_SPEAKER = 60  # letters


@dataclass(frozen=True, slots=True)
class Step:
    """One way to fill the page: words of a quotation, requests of a side, rows; later ones need less room."""

    words: int
    asks: int
    rows: int | None = None


_STEPS = (*(Step(words, 4) for words in (20, 14, 10)), Step(10, 2), Step(0, 4), Step(0, 2))


def in_their_words(kit: Kit, room: float) -> list[Block]:
    """Build the page in the fullest way that fits, at last with fewer issues, and let links lead to these."""
    kit.places = frozenset()
    step = next((s for s in _STEPS if _high(_story(kit, s)) <= room), None) or _fewer(kit, room)
    shown = [n for _, rows in view.first(kit.sentences.groups, step.rows) for n in rows]
    kit.places = frozenset(n.key for n in shown)
    return _story(kit, step)


def _fewer(kit: Kit, room: float) -> Step:
    """Keep as many issues as fit, in the order of results."""
    least = _STEPS[-1]
    counts = range(len(kit.analysis.rows), -1, -1)
    found = bisect_left(counts, True, key=lambda n: _high(_story(kit, replace(least, rows=n))) <= room)
    return replace(least, rows=counts[min(found, len(counts) - 1)])


def _high(story: Sequence[Block]) -> float:
    return sum(b.measure(TEXT) + (b.before if k else 0) for k, b in enumerate(story))


def _story(kit: Kit, step: Step) -> list[Block]:
    part = Element(role=Role.SECTION)
    title = kit.say("section.words")
    heading = headed([], [kit.heading(title, Anchor("words", title, 1))], 2)
    rows = list(_table(kit, step)) if kit.analysis.rows else []
    asks = [Rule(), asked(kit, [kit.tag(kit.say("row.asks"))], step.asks)] if kit.analysis.rows else []
    limits = Element(role=Role.LIST)
    notes = [text.within(limits) for text in _limits(kit, step)]
    return [Rule(), *(b.within(part) for b in (heading, *rows, *asks, *notes))]


def _table(kit: Kit, step: Step) -> Iterator[Block]:
    table = Element(role=Role.TABLE)
    names = [_side_name(kit, side) for side in (0, 1)]
    head = three([kit.text(CELL_BOLD, kit.say("matrix.issue"))], [[n] for n in names], top=0, bottom=2)
    yield tabled(head, *(grid.head(Scope.COLUMN) for _ in range(3))).within(table, Element(role=Role.HEAD))
    body = Element(role=Role.ROWS)
    edge = Edge(0.0, 0.8, INK)
    for _, rows in view.first(kit.sentences.groups, step.rows):
        for numbered in rows:
            cells = [[_said(kit, numbered.row, side, step)] for side in (0, 1)]
            row = three([_name(kit, numbered)], cells, [edge], top=2.0, bottom=2.6)
            yield tabled(row, grid.head(Scope.ROW), grid.cell(), grid.cell()).within(table, body)
            edge = OVER_ALL


def _name(kit: Kit, numbered: Numbered) -> Text:
    name = issue_name(kit, numbered, LABEL)
    name.anchor = Anchor(numbered.key, numbered.row.issue.name, 2)
    return name


def _side_name(kit: Kit, side: int) -> Text:
    style = replace(CELL_BOLD, indent=HANG, colour=SIDES[side])
    name = shortened(kit.analysis.sides[side].name, lambda text: len(kit.text(style, text).lines(SIDE)) <= 1)
    return kit.text(style, name, marks.side(side, lift=3.0))


def _said(kit: Kit, row: Row, side: int, step: Step) -> Text:
    """Set the key words of a side with number, speaker and force; else what it holds, in the words of a rule."""
    cell = row.cells[side]
    text = _quoted(kit, cell, side, step.words) if step.words else None
    if text is None or text.measure(SIDE) > _LINES * text.style.leading + 0.01:
        return _held(kit, row, side)
    return text


def _quoted(kit: Kit, cell: SideCell, side: int, words: int) -> Text | None:
    for stance in view.leads(cell):
        excerpt = None if stance.statement.headline else kit.cutter.key(stance, words)
        if excerpt:
            number = Run(str(kit.register.number(stance)), SANS_BOLD, 8.6, SIDES[side])
            who = shortened(kit.sentences.speaker(stance), lambda text: len(text) <= _SPEAKER)
            force = kit.say(f"force.{stance.force}")
            runs = [Run(excerpt.text, SERIF, 9.7), Run(f" {who}, {force}", SANS, 8.6, SOFT)]
            return Text(kit.fonts, replace(CELL, size=9.7, leading=12.2, indent=HANG), runs, number=number)
    return None


def _held(kit: Kit, row: Row, side: int) -> Text:
    cell = row.cells[side]
    if cell.lead is None:
        return kit.nothing(row.relation, side)
    other = kit.analysis.sides[1 - side].in_text
    told = kit.say("words.told", words=cell.lead.words, B=other)
    words = told if cell.told else kit.sentences.words(cell.lead)
    style = replace(CELL_SOFT if cell.told else CELL, indent=HANG)
    short = shortened(words, lambda text: len(kit.text(style, text).lines(SIDE)) < _LINES)
    return kit.text(style, [Run(short), *kit.proof([cell.lead])])


def _limits(kit: Kit, step: Step) -> Iterator[Block]:
    """Say what was read and understood, what is left out here, and where the numbers lead."""
    texts = [understood(kit)]
    if step.rows is not None:
        texts.append(kit.say("note.some", n=str(step.rows), total=str(len(kit.analysis.rows))))
    texts.append(kit.say("words.numbers"))
    if (unknown := kit.fonts.unknown()) and kit.paged:
        texts.append(kit.say("gap.characters.text", names=some(unknown)))
    yield noted(kit, kit.say("method.limits"), [Run(" ".join(texts), colour=SOFT, size=8.6)])
