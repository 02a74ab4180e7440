"""One side's column: what it holds on an issue, with act and force, the words that prove it, its propositions."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.model import Answer, Confirmation, Row, Stance
from briefing.pages import marks, view
from briefing.pages.blocks import Block, Text
from briefing.pages.kit import Kit
from briefing.pages.lines import Run
from briefing.pages.theme import CELL, CELL_SOFT, HANG, SERIF, SIDES, SMALL, SOFT, SOURCE
from briefing.pages.wording import capital


def named_below(kit: Kit, row: Row) -> set[int]:
    """Give the evidence that the rows below the quotations will name."""
    answered = [s for answer in row.answers for records in answer.records for s in records]
    return set(kit.register.numbers([*answered, *(s for cell in row.cells for s in cell.stances if not s.own)]))


def position(kit: Kit, row: Row, side: int, quoted: bool) -> list[Block]:
    """Say what a side holds, with act and force; its evidence numbers too, if no quotation follows."""
    cell = row.cells[side]
    lead = next((s for s in cell.stances if s.own), None)
    if lead is None:
        if not cell.stances:
            return [kit.nothing(row.relation, side)]
        return [kit.told(side, cell.stances)]
    text = kit.say("stance", words=lead.words)
    words = [
        Run(text) if view.firm(lead) else Run(text, SERIF, colour=SOFT)
    ]  # else only the subject is sure: the words must tell
    words += [] if quoted else kit.proof(s for s in cell.stances if s.own)
    return [kit.lead(side, words), kit.force_line(side, lead)]


def quotations(
    kit: Kit, row: Row, side: int, most: int, used: set[int], elsewhere: Sequence[Stance] = ()
) -> list[Block]:
    """Set the words that prove a side's stance, and name the rest of its evidence.

    Evidence `used` is named by other rows of the section; the words of stances `elsewhere` are set there.
    """
    out: list[Block] = []
    shown: set[int] = set()
    skipped = set(kit.register.numbers(elsewhere))
    for stance in view.leads(row.cells[side]):
        number = kit.register.number(stance)
        wanted = number not in shown | skipped and len(shown) < most
        excerpt = kit.excerpt(stance) if wanted else None
        if excerpt:
            shown.add(number)
            out += kit.quoted(stance, excerpt, SIDES[side])
    rest = [n for n in kit.register.numbers(s for s in row.cells[side].stances if s.own) if n not in shown | used]
    if shown and rest:
        out.append(kit.text(SOURCE, [Run(kit.say("also") + " "), *kit.refs(rest)], before=1.0))
    return out


def proposition(kit: Kit, answer: Answer, side: int, *, first: bool, same: bool = False) -> Text:
    """Set a proposition inside a side's column, behind the mark of the position held."""
    records = answer.records[side]
    value, own = answer.positions[side] or 0, records[0].own
    key = "position.alone" if own else "position.same" if same else "position.told"
    other = kit.analysis.sides[1 - side].in_text
    text = kit.say(key, position=kit.say(f"position.{value}"), prop=answer.proposition.text, B=other)
    mark = marks.position(value, own, HANG)
    runs = [Run(text), *kit.proof(records)]
    style = CELL if own else CELL_SOFT
    return kit.text(style, runs, mark, indent=HANG, first=36.0, leading=11.6, before=0.0 if first else 4.0)


def confirmation(kit: Kit, confirmed: Confirmation | None, side: int) -> list[Block]:
    """Say what the told side's own text does with what is told of it, if that text was read."""
    if confirmed in (None, Confirmation.NOT_READ):
        return []
    name = kit.analysis.sides[side].in_text
    return [kit.text(SMALL, capital(kit.say(f"confirmed.{confirmed}", A=name)), indent=HANG, before=2.0)]
