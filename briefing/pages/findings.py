"""The findings of page one: for each result what it shows, and the words that stand for it."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.model import Relation, Stance
from briefing.pages import view
from briefing.pages.blocks import Item
from briefing.pages.cut import FRONT
from briefing.pages.grid import Row, beside, listed
from briefing.pages.kit import Kit
from briefing.pages.lines import Run
from briefing.pages.theme import BODY, FINDING, SANS, SERIF_BOLD, SOFT
from briefing.pages.view import Group


def finding(kit: Kit, group: Group, *, lines: int, before: float) -> Row:
    """Say what a group of issues shows, with the words that stand for it, in so many lines if that can be."""
    sentence = Run(kit.sentences.finding(group), SERIF_BOLD)
    leads = _leads(kit, group) if lines else []
    each = [[s] for s in sorted(leads, key=lambda s: -s.force)]  # the more forceful side keeps its own
    ways = [(leads, FRONT), *((alone, limit) for alone in each for limit in (FRONT, FRONT // 2))]
    texts = (_said(kit, sentence, [q for s in stances if (q := _quote(kit, s, limit))]) for stances, limit in ways)
    text = next((t for t in texts if t.measure(BODY) <= lines * FINDING.leading + 0.01), None)
    text = text or _said(kit, sentence, [])
    return listed(beside([kit.result(group.relation, group.speaker)], [text], before))


def _said(kit: Kit, sentence: Run, quotes: Sequence[list[Run]]) -> Item:
    runs = [sentence]
    for k, quote in enumerate(quotes):
        runs += [Run(kit.say("list.semicolon") if k else " "), *quote]
    return kit.made(Item, FINDING, runs)


def _leads(kit: Kit, group: Group) -> list[Stance]:
    """Give the stances that stand for each side on the lead issue: on what both answer, else the leading ones.

    Where one side tells what the other holds, these are the words it quotes of the other, if any.
    """
    claimed = group.relation is Relation.CLAIMED
    row = view.lead_row(group)
    answer = next((a for a in view.shared(row) if a.relation == group.relation), None)
    sides = answer.records if answer else tuple(cell.stances for cell in row.cells)
    found = (_quotable(kit, [s for s in stances if s.own != claimed and not s.statement.headline]) for stances in sides)
    each = {kit.register.number(s): s for s in found if s}  # words that both said are shown once
    return [s for s in each.values() if not claimed or _is_marked(kit, s)]


def _quotable(kit: Kit, stances: Sequence[Stance]) -> Stance | None:
    """Choose the first stance, or one of the same meaning whose words the source quotes."""
    if not stances:
        return None
    first = stances[0]
    meaning = (first.proposition, first.position, first.words if first.proposition is None else None)
    for stance in stances:
        same = (stance.proposition, stance.position, stance.words if stance.proposition is None else None) == meaning
        if same and _is_marked(kit, stance):
            return stance
    return first


def _is_marked(kit: Kit, stance: Stance) -> bool:
    """Whether the key words of a stance stand between quotation marks in the source."""
    excerpt = kit.cutter.key(stance)
    return excerpt is not None and excerpt.marked


def _quote(kit: Kit, stance: Stance, limit: int) -> list[Run]:
    """Set key words with their speaker and number; nothing if there are too few words."""
    excerpt = kit.cutter.key(stance, limit)
    if excerpt is None:
        return []
    speaker = kit.sentences.speaker(stance).replace(" ", "\u00a0")
    return [Run(excerpt.text), Run(f" {speaker}\u00a0", SANS, 8.6, SOFT), *kit.refs([kit.register.number(stance)])]
