"""The file: all parts in order, laid out on pages, with footers, outline and the attached record."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.model import Analysis
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
    sheet = PAPERS[paper]
    kit = Kit.of(analysis)
    named = letters(analysis.documents)
    title, marking, prepared_by = (_plain(text) for text in (title, marking, prepared_by))
    first = front(kit, sheet.room, title, prepared_by)
    margin = Margin(kit, sheet, record, title=title, marking=marking)
    issues = list(sections(kit, sheet.room))
    evidence = register(kit, named) if kit.register.entries else []
    rest = list(closing(kit, sheet.room, named))  # last, when all characters that no font has are known
    pages = paginate([*first.story, *issues, *rest, *evidence], sheet.room)
    places = _places(pages)
    first.number(places.get("register", len(pages)), places["key"])
    margin.total = len(pages)
    file = File(sheet, kit.say("language"))
    _draw(file, pages, sheet, margin)
    return file.finish(_about(kit, margin.short, prepared_by), record, kit.say("record"))


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


def _draw(file: File, pages: Sequence[Sequence[Placed]], sheet: Paper, margin: Margin) -> None:
    for number, page in enumerate(pages, 1):
        margin.head(file.pen, number)
        for placed in page:
            placed.block.draw(file.pen, sheet.left, sheet.height - sheet.top - placed.top, TEXT)
        margin.foot(file.pen, number)
        file.turn()
