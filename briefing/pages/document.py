"""The file: all parts in order, laid out on pages, with footers, outline and the attached record."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.errors import ChoiceError
from briefing.model import Analysis, Embed, Look, Profile, Theme
from briefing.pages import desk
from briefing.pages.about import about, folded_text, plain
from briefing.pages.blocks import Block
from briefing.pages.file import File
from briefing.pages.kit import Kit
from briefing.pages.margin import Margin
from briefing.pages.paginate import Placed, paginate
from briefing.pages.story import compose
from briefing.pages.theme import TEXT, Paper
from briefing.pages.theme import sheet as sheet_of


def draw(
    analysis: Analysis,
    *,
    record: bytes,
    look: Look | None = None,
    dated: datetime.datetime | None = None,
) -> bytes:
    """Draw the briefing of an analysis.

    Args:
        analysis: what was found.
        record: the analysis as JSON; named by its hash in the footer, and attached unless the look says otherwise.
        look: what its maker chooses.
        dated: the date of the file, if not the builder's or the material's.

    Returns:
        The PDF file; the same bytes for the same arguments.

    Raises:
        RuleError: the rule set's phrases lack a template of the page.
        ChoiceError: the look asks for large print on two pages.
    """
    look = plain(look or Look())
    if (look.profile, look.theme) == (Profile.TWO_PAGE, Theme.LARGE):
        raise ChoiceError("--theme large: print of 12 points does not go on two pages; leave out --profile two-page")
    sheet = sheet_of(look)
    laid = lay_out(analysis, sheet, record, look)
    file = File(sheet, laid.kit.say("language"), hues=look.theme != Theme.MONO)
    _draw(file, laid, sheet)
    return file.finish(
        about(laid.kit, look, dated), record, None if look.embed == Embed.NONE else laid.kit.say("record")
    )


def said(analysis: Analysis, *, title: str | None = None) -> tuple[str, ...]:
    """Give what page one says in sentences: its title, on how many issues the sides meet, each finding, the review.

    Raises:
        RuleError: the rule set's phrases lack a template of the page.
    """
    kit = Kit.of(analysis)
    findings = (kit.sentences.finding(group) for group in kit.sentences.groups)
    return folded_text(title) or kit.sentences.title(), *kit.sentences.deck(), *findings, desk.fact(kit)


@dataclass(frozen=True, slots=True)
class Laid:
    """A briefing laid out: all blocks in the order of reading, and the pieces of them that each page holds."""

    kit: Kit
    margin: Margin
    story: Sequence[Block]
    pages: Sequence[Sequence[Placed]]


def lay_out(analysis: Analysis, sheet: Paper, record: bytes, look: Look) -> Laid:
    """Build all blocks of a briefing and put them on pages; nothing is drawn yet."""
    kit = Kit.of(analysis, look)
    margin = Margin(kit, sheet, record, title=look.title, marking=look.marking)
    first, story = compose(kit, sheet.room, look)
    pages = paginate(story, sheet.room)
    places = _places(pages)
    first.number(places.get("register", len(pages)), places.get("key", len(pages)))
    margin.total = len(pages)
    return Laid(kit, margin, story, pages)


def _places(pages: Sequence[Sequence[Placed]]) -> dict[str, int]:
    """Give the page of each place that links lead to."""
    return {a.key: n for n, page in enumerate(pages, 1) for placed in page for a in placed.block.anchors()}


def _draw(file: File, laid: Laid, sheet: Paper) -> None:
    for number, page in enumerate(laid.pages, 1):
        laid.margin.head(file.pen, number)
        for placed in page:
            placed.block.draw(file.pen, sheet.left, sheet.height - sheet.top - placed.top, TEXT)
        laid.margin.foot(file.pen, number)
        file.turn()
