"""What stands on every page outside the text: the footer, and the marking at head and foot."""

from __future__ import annotations

import hashlib

from briefing.model import Theme
from briefing.pages.blocks import Repeated, Text
from briefing.pages.kit import Kit
from briefing.pages.lines import Run, shortened
from briefing.pages.pen import Pen
from briefing.pages.theme import AXIS, BODY, FOOTER, INK, LABEL, LINE, MM, SANS, SANS_BOLD, TEXT, Paper

_HASH = 8  # hex digits
_MARKING, _SMALLEST = 8.5, 6.5  # points; a marking has one line


class Margin:
    """Footer and marking of one briefing."""

    def __init__(self, kit: Kit, sheet: Paper, record: bytes, *, title: str | None, marking: str | None) -> None:
        self.kit, self.sheet = kit, sheet
        self.total = 0  # pages; known only when they are laid out
        self.short = title or kit.sentences.title()
        self.tail_parts = _tail(kit, record)
        self.tail = kit.text(FOOTER, self._line())
        self.marking = self._marking(marking) if marking else None

    def head(self, pen: Pen, number: int) -> None:
        """Draw the marking at the head of a page, before its text; it is read out once, first of all."""
        if not self.marking:
            return
        place = self.sheet.left, self.sheet.height - 4.5 * MM, TEXT
        if number == 1:
            self.marking.draw(pen, *place)
        else:
            Repeated(self.marking).draw(pen, *place)

    def foot(self, pen: Pen, number: int) -> None:
        """Draw what stands below the text of a page; nobody reads it out."""
        with pen.margin():
            self._foot(pen, number)

    def _foot(self, pen: Pen, number: int) -> None:
        left, y = self.sheet.left, self.sheet.bottom - 5 * MM
        pen.line(left, y, left + LABEL, 0.5, LINE)
        pen.line(left + AXIS, y, left + TEXT, 0.5, LINE)
        page = self.kit.say("footer.page", n=str(number), total=str(self.total))
        self.kit.text(FOOTER, page).draw(pen, left, y - 3, LABEL)
        self.tail.draw(pen, left + AXIS, y - 3, BODY)
        if self.marking:
            self.marking.draw(pen, left, y - 16, TEXT)

    def _marking(self, words: str) -> Text:
        """Set a marking in one line: smaller where it is long, then cut at a word."""
        size, fonts = _MARKING, self.kit.fonts
        least = FOOTER.size if self.kit.look.theme == Theme.LARGE else _SMALLEST
        while size > least and fonts.width(words, SANS_BOLD, size) > TEXT:
            size -= 0.25
        words = shortened(words, lambda text: fonts.width(text, SANS_BOLD, size) <= TEXT)
        return self.kit.text(FOOTER, [Run(words, SANS_BOLD, size, INK)])

    def _line(self) -> str:
        """Name title, date, rules and record; the title gives way if the line is too wide."""
        say = self.kit.say
        for head in ([say("footer.title", title=self.short)], [self.short], []):
            line = say("footer.dot").join([*head, *self.tail_parts])
            if self.kit.fonts.width(line, SANS, FOOTER.size) <= BODY:
                break
        return line


def foot(kit: Kit, record: bytes, title: str | None) -> str:
    """Name title, date, rules and record in one line of any length."""
    head = kit.say("footer.title", title=title or kit.sentences.title())
    return kit.say("footer.dot").join([head, *_tail(kit, record)])


def _tail(kit: Kit, record: bytes) -> list[str]:
    analysis, say = kit.analysis, kit.say
    date = [say.date(analysis.as_of.date)] if analysis.as_of.date else []
    rules = say("footer.rules", rules=f"{analysis.ruleset.id} {analysis.ruleset.version}")
    return [*date, rules, say("footer.record", hash=hashlib.sha256(record).hexdigest()[:_HASH])]
