"""One YAML file as text, and the mistakes found in it. In: bytes. Out: text that YAML may see, problems with places."""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from dataclasses import replace
from typing import Protocol

from briefing.errors import Problem, Severity
from briefing.errors import shown as harmless

MAX_BYTES = 1 << 20
MAX_PROBLEMS = 200  # of one file; whoever has more has handed in something else
_MAX_SHOWN = 60  # characters of foreign text inside a message
_MAX_LINE = 2000  # characters of a line that a problem keeps

# What YAML calls a line end, so that our line numbers are those of its marks.
_LINE_END = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
# What YAML forbids, and `nodes.STAND_IN`.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ue03e\ue040-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_DIRECTIVE = re.compile("(?:^|[\n\r\x85\u2028\u2029])%")
# Controls, marks of direction and others without width: a terminal would act on them, or the caret stand wrong.
_UNSHOWN = re.compile("[\x00-\x1f\x7f-\x9f\xad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ue000-\uf8ff\ufeff]")


class Mark(Protocol):
    """A place in the text, from 0."""

    @property
    def line(self) -> int: ...  # noqa: D102
    @property
    def column(self) -> int: ...  # noqa: D102


class Spot(Protocol):
    """Anything that stands somewhere in the text."""

    @property
    def start(self) -> Mark: ...  # noqa: D102
    @property
    def end(self) -> Mark: ...  # noqa: D102


class Source:
    """A file's text with its lines, and the problems reported so far.

    `first_line` is the number of the text's first line in the file it was cut from.
    """

    def __init__(self, path: str, text: str, *, first_line: int = 1) -> None:
        self.path = path
        self.first_line = first_line
        self.problems: list[Problem] = []
        self.broken = False  # part of the file could not be read at all, so that what seems to miss may be there
        self._lines: list[str] | None = None
        self._shifts: dict[int, int] = {}
        self._cut: list[tuple[int, int]] = []
        self._rows: list[str] | None = None  # the lines as repaired
        self._text = text
        self._seen: set[tuple[int, int, str]] = set()
        self._clean()

    @classmethod
    def decode(cls, path: str, data: bytes, *, most: int = MAX_BYTES) -> Source:
        """Read bytes as UTF-8; where they are none, or too many, it is reported and nothing read."""
        if len(data) > most:
            source = cls(path, "")
            message = f"the file is larger than {most >> 20} MiB"
            source.flaw("Y004", message, 0, 0, hint="cut it into several files")
            return source.fail()
        data = data.removeprefix(BOM_UTF8)
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError as error:
            return cls._undecoded(path, data, error.start, "this byte is not UTF-8")
        if data.count(0) * 4 > len(data):  # letters and zeros by turns
            return cls._undecoded(path, data, data.index(0), "this is UTF-16, not UTF-8")
        return cls(path, text)

    @classmethod
    def _undecoded(cls, path: str, data: bytes, at: int, message: str) -> Source:
        source = cls(path, "")
        source._lines = _LINE_END.split(data.decode("utf-8", "replace"))
        before = _LINE_END.split(data[:at].decode("utf-8"))
        source.flaw("Y007", message, len(before) - 1, len(before[-1]), hint="save it as UTF-8")
        return source.fail()

    def fail(self) -> Source:
        """Say that nothing of the file can be read."""
        self.broken = True
        self._text, self._rows = "", None
        return self

    @property
    def lines(self) -> list[str]:
        """The lines of the text as it was handed in."""
        if self._lines is None:
            self._lines = _LINE_END.split(self._text)
        return self._lines

    # ── repairs ─────────────────────────────────────────────────────────────────────────────────────────────────────

    @property
    def text(self) -> str:
        """The text to read, after repairs."""
        return self._text if self._rows is None else "\n".join(self._rows)

    @property
    def rows(self) -> list[str]:
        """The lines of the text to read, after repairs."""
        if self._rows is None:
            self._rows = _LINE_END.split(self._text)
        return self._rows

    def shift(self, row: int, by: int) -> None:
        """Indent a row of the text, or take blanks away; what is reported on it keeps its place in the file."""
        line = self.rows[row]
        self.rows[row] = " " * by + line if by > 0 else line[-by:]
        self._shifts[row] = self._shifts.get(row, 0) + by

    def cut(self, start: int, stop: int) -> None:
        """Blank rows that cannot be read."""
        self.broken = True
        self.rows[start:stop] = [""] * (stop - start)
        self._cut.append((start, stop))

    def incomplete(self, spot: Spot) -> bool:
        """Whether part of a node was cut, so that what it seems to miss may have stood there."""
        outermost = spot.start.column == 0
        return any(outermost or (spot.start.line < stop and start <= spot.end.line) for start, stop in self._cut)

    # ── problems ────────────────────────────────────────────────────────────────────────────────────────────────────

    def emptied(self, spot: Spot) -> bool:
        """Whether what stood below a row was cut, so that the row's key looks as if it had no value."""
        below = [start for start, _ in self._cut if start > spot.start.line]
        return any(not any(map(str.strip, self.rows[spot.start.line + 1 : start])) for start in below)

    def _clean(self) -> None:
        """Report characters that YAML forbids, and tabs, and put others in their place so that reading goes on.

        The parsers differ in where they let a tab stand, and nobody sees the difference to a blank.
        """
        if _FORBIDDEN.search(self._text):
            for row, line in enumerate(self.lines):
                for found in _FORBIDDEN.finditer(line):
                    message = f"character U+{ord(found[0]):04X} is not allowed"
                    self.flaw("Y002", message, row, found.start(), hint="delete it")
            self._text = _FORBIDDEN.sub("\ufffd", self._text)
        if "\t" in self._text:
            for row, line in enumerate(self.lines):
                if "\t" in line:
                    self.flaw("Y010", "a tab", row, line.index("\t"), hint="use spaces, not tabs")
            self._text = self._text.replace("\t", " ")
        if _DIRECTIVE.search(self._text):
            for row in [n for n, line in enumerate(self.rows) if line.startswith("%")]:
                self.flaw("Y001", "text cannot start with this character", row, 0, hint="put quotes around it")
                self.cut(row, row + 1)

    @property
    def full(self) -> bool:
        """Whether no more problems are taken, so that nobody needs to think of hints for them."""
        return len(self.problems) > MAX_PROBLEMS

    def last_row(self) -> int:
        """Give the last row that holds anything."""
        return next((n for n in range(len(self.rows) - 1, -1, -1) if self.rows[n].strip()), 0)

    def told(self, code: str, row: int) -> bool:
        """Whether a problem of this code was reported on a row."""
        return any(p.code == code and p.line == row + self.first_line for p in self.problems)

    def report(
        self,
        code: str,
        message: str,
        spot: Spot,
        *,
        hint: str | None = None,
        at: int = 0,
        severity: Severity = Severity.ERROR,
    ) -> None:
        """Report a mistake at a node; `at` is an offset into its text where the mistake stands."""
        start, end = spot.start, spot.end
        column = start.column
        width = end.column - column if end.line == start.line else len(self._line(start.line)) - column
        if at:
            column, width = _inside(spot, column, width, at)
        self.flaw(code, message, start.line, column, width=width, hint=hint, severity=severity)

    def flaw(
        self,
        code: str,
        message: str,
        row: int,
        column: int,
        *,
        width: int = 1,
        hint: str | None = None,
        severity: Severity = Severity.ERROR,
    ) -> None:
        """Report a mistake at a row and column of the text, both from 0."""
        column = max(0, column - self._shifts.get(row, 0))
        # An alias has no value to check, so what a check says of it is no news.
        seen = (row, column, code) in self._seen or (row, column, "Y003") in self._seen
        if seen or self.full:
            return
        self._seen.add((row, column, code))
        if len(self.problems) == MAX_PROBLEMS:
            code, message, hint = "Y011", f"more than {MAX_PROBLEMS} mistakes; the rest is not listed", None
        found = self.problem(row + self.first_line, column + 1, code, message, width=width, hint=hint)
        self.problems.append(replace(found, severity=severity))

    def problem(
        self, line: int, column: int, code: str, message: str, *, width: int | None = None, hint: str | None = None
    ) -> Problem:
        """Give a problem at a line and column of the file, both from 1, without taking it down.

        Without a width everything from the column to the end of the line is underlined.
        """
        text = _UNSHOWN.sub("\ufffd", self._line(line - self.first_line).replace("\t", " "))
        rest = len(text) - column + 1
        return Problem(
            path=self.path,
            line=line,
            column=column,
            code=code,
            message=_in_one_line(message),
            hint=_in_one_line(hint) if hint else None,
            source=text if column <= _MAX_LINE else None,
            width=max(1, rest if width is None else min(width, rest)),
        )

    def _line(self, row: int) -> str:
        return self.lines[row][:_MAX_LINE] if row < len(self.lines) else ""


def _inside(spot: Spot, column: int, width: int, at: int) -> tuple[int, int]:
    """Give column and width of the rest of a text from an offset on, if the text stands there as it is read."""
    value = getattr(spot, "value", "")
    quote = 1 if getattr(spot, "quoted", False) else 0
    if width != len(value) + 2 * quote:  # escapes, or several lines: offsets tell nothing
        return column, width
    return column + quote + at, max(1, width - 2 * quote - at)


def shown(text: str) -> str:
    """Give foreign text as a message may hold it: one line, short, without anything a terminal acts on."""
    text = _in_one_line(text)
    return text if len(text) <= _MAX_SHOWN else text[:_MAX_SHOWN] + "…"


def _in_one_line(text: str) -> str:
    return text if text.isprintable() else harmless(text.replace("\t", " ").replace("\n", "\\n"))
