"""The file: all parts in order, laid out on pages, with footers, outline and the attached record."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefing.model import Analysis
from briefing.pages import desk
from briefing.pages.blocks import Block
from briefing.pages.closing import closing
from briefing.pages.file import File, moment
from briefing.pages.fonts import visible, whole
from briefing.pages.front import front
from briefing.pages.kit import Kit
from briefing.pages.margin import Margin
from briefing.pages.paginate import Placed, paginate
from briefing.pages.register import letters, register
from briefing.pages.sections import sections
from briefing.pages.tagged import About
from briefing.pages.theme import PAPERS, TEXT, Paper


def draw(
    analysis: Analysis,
    *,
    record: bytes,
    title: str | None = None,
    marking: str | None = None,
    prepared_by: str | None = None,
    paper: str = "a4",
) -> bytes:
    """Draw the briefing of an analysis.

    Args:
        analysis: what was found.
        record: the analysis as JSON; attached to the file, and named by its hash in the footer.
        title: stands instead of both sides' names.
        marking: stands at head and foot of every page.
        prepared_by: stands beside the date.
        paper: `a4` or `letter`.

    Returns:
        The PDF file; the same bytes for the same arguments.

    Raises:
        RuleError: the rule set's phrases lack a template of the page.
    """
    sheet, prepared_by = PAPERS[paper], _plain(prepared_by)
    laid = lay_out(analysis, sheet, record, title=_plain(title), marking=_plain(marking), prepared_by=prepared_by)
    file = File(sheet, laid.kit.say("language"))
    _draw(file, laid, sheet)
    return file.finish(_about(laid.kit, laid.margin.short, prepared_by), record, laid.kit.say("record"))


def said(analysis: Analysis, *, title: str | None = None) -> tuple[str, ...]:
    """Give what page one says in sentences: its title, on how many issues the sides meet, each finding, the review.

    Raises:
        RuleError: the rule set's phrases lack a template of the page.
    """
    kit = Kit.of(analysis)
    findings = (kit.sentences.finding(group) for group in kit.sentences.groups)
    return _plain(title) or kit.sentences.title(), *kit.sentences.deck(), *findings, desk.fact(kit)


@dataclass(frozen=True, slots=True)
class Laid:
    """A briefing laid out: all blocks in the order of reading, and the pieces of them that each page holds."""

    kit: Kit
    margin: Margin
    story: Sequence[Block]
    pages: Sequence[Sequence[Placed]]


def lay_out(
    analysis: Analysis, sheet: Paper, record: bytes, *, title: str | None, marking: str | None, prepared_by: str | None
) -> Laid:
    """Build all blocks of a briefing and put them on pages; nothing is drawn yet."""
    kit = Kit.of(analysis)
    named = letters(analysis.documents)
    first = front(kit, sheet.room, title, prepared_by)
    margin = Margin(kit, sheet, record, title=title, marking=marking)
    issues = list(sections(kit, sheet.room))
    evidence = register(kit, named) if kit.register.entries or desk.struck(kit) else []
    rest = list(closing(kit, sheet.room, named))  # last, when all characters that no font has are known
    story = [*first.story, *issues, *rest, *evidence]
    pages = paginate(story, sheet.room)
    places = _places(pages)
    first.number(places.get("register", len(pages)), places["key"])
    margin.total = len(pages)
    return Laid(kit, margin, story, pages)


def _about(kit: Kit, title: str, author: str | None) -> About:
    """Say what the file is; keywords are both sides and all issues."""
    analysis = kit.analysis
    keywords = dict.fromkeys([*(s.name for s in analysis.sides), *(row.issue.name for row in analysis.rows)])
    return About(
        title=whole(title),
        subject=whole(kit.say("page.subtitle")),
        author=whole(author) if author else None,
        keywords=tuple(map(whole, keywords)),
        language=kit.say("language"),
        moment=moment(analysis.as_of.date),
    )


def _plain(text: str | None) -> str | None:
    """Fold the blanks of an option; one that shows nothing is none."""
    return " ".join(visible(text or "").split()) or None


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
