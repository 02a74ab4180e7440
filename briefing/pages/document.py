"""The file: all parts in order, laid out on pages, with footers, outline and the attached record."""

from __future__ import annotations

import datetime
import hashlib
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO

from reportlab import rl_config
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from briefing.model import Analysis
from briefing.pages.closing import closing
from briefing.pages.front import front
from briefing.pages.kit import Kit
from briefing.pages.paginate import Placed, paginate
from briefing.pages.pen import Pen
from briefing.pages.register import letters, register
from briefing.pages.sections import sections
from briefing.pages.theme import (
    AXIS,
    BODY,
    FOOTER,
    INK,
    LABEL,
    LINE,
    MM,
    PAPERS,
    SANS,
    SANS_BOLD,
    TEXT,
    Paper,
)

_EPOCH = "SOURCE_DATE_EPOCH"
_LATEST = 253402300799  # the last second that a date can hold
_FIXED = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)


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
    first = front(kit, sheet.room, title, prepared_by)
    issues = list(sections(kit, sheet.room))
    evidence = register(kit, named) if kit.register.entries else []
    rest = list(closing(kit, sheet.room, named))  # last, when all characters that no font has are known
    pages = paginate([*first.story, *issues, *rest, *evidence], sheet.room)
    places = _places(pages)
    first.number(places.get("register", len(pages)), places["method"])
    return _file(kit, pages, sheet, record, _Margin(kit, sheet, record, title, marking, len(pages)), prepared_by)


def _places(pages: Sequence[Sequence[Placed]]) -> dict[str, int]:
    """Give the page of each place that links lead to."""
    return {a.key: n for n, page in enumerate(pages, 1) for placed in page for a in placed.block.anchors()}


class _Margin:
    """What stands on every page outside the text: footer and marking."""

    def __init__(
        self, kit: Kit, sheet: Paper, record: bytes, title: str | None, marking: str | None, total: int
    ) -> None:
        self.kit, self.sheet, self.marking, self.total = kit, sheet, marking, total
        self.short = title or kit.sentences.title()
        self.hash = hashlib.sha256(record).hexdigest()[:8]

    def draw(self, pen: Pen, number: int) -> None:
        """Draw the footer of one page."""
        left, y = self.sheet.left, self.sheet.bottom - 5 * MM
        pen.line(left, y, left + LABEL, 0.5, LINE)
        pen.line(left + AXIS, y, left + TEXT, 0.5, LINE)
        page = self.kit.text(FOOTER, self.kit.say("footer.page", n=str(number), total=str(self.total)))
        page.draw(pen, left, y - 3, LABEL)
        self.kit.text(FOOTER, self._line()).draw(pen, left + AXIS, y - 3, BODY)
        if self.marking:
            mark = self.kit.text(FOOTER, [_dark(self.marking)])
            mark.draw(pen, left, self.sheet.height - 5 * MM, TEXT)
            mark.draw(pen, left, y - 15, TEXT)

    def _line(self) -> str:
        """Name title, date, rules and record; the title gives way if the line is too wide."""
        analysis, say = self.kit.analysis, self.kit.say
        dot = say("footer.dot")
        rules = say("footer.rules", rules=f"{analysis.ruleset.id} {analysis.ruleset.version}")
        tail = [*([say.date(analysis.as_of.date)] if analysis.as_of.date else []), rules]
        tail.append(say("footer.record", hash=self.hash))
        for head in ([say("footer.title", title=self.short)], [self.short], []):
            line = dot.join([*head, *tail])
            if self.kit.fonts.width(line, SANS, FOOTER.size) <= BODY:
                break
        return line


def _dark(text: str):  # type: ignore[no-untyped-def]
    from briefing.pages.lines import Run

    return Run(text, SANS_BOLD, 8.5, INK)


def _file(
    kit: Kit,
    pages: Sequence[Sequence[Placed]],
    sheet: Paper,
    record: bytes,
    margin: _Margin,
    prepared_by: str | None,
) -> bytes:
    out = BytesIO()
    with _plain_clock():
        canvas = Canvas(out, pagesize=(sheet.width, sheet.height), invariant=1, initialFontName=SANS, lang="en")
    canvas.setTitle(margin.short)
    canvas.setAuthor(prepared_by or "")
    canvas.setSubject(kit.say("page.subtitle"))
    canvas.setCreator("briefing")
    canvas.setProducer("briefing")
    canvas._doc._timeStamp = _stamp(kit.analysis)
    canvas._doc.updateSignature(record)
    pen = Pen(canvas)
    for number, page in enumerate(pages, 1):
        for placed in page:
            placed.block.draw(pen, sheet.left, sheet.height - sheet.top - placed.top, TEXT)
        margin.draw(pen, number)
        canvas.showPage()
    _attach(canvas, record)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    canvas.showOutline()
    canvas.save()
    return out.getvalue()
