"""What can be wrong with what people hand in: one message, place first.

A `BriefingError` is a person's mistake and is shown as one line. Anything else that is raised is a bug and stays a
traceback.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

_KEPT = frozenset("\t\n")
_SHOWN = 110  # characters of a line under which a caret stands, so that neither is wrapped
_BEFORE = 60  # of them before the caret


def shown(text: str) -> str:
    r"""Make text of others harmless on a terminal or in a log: controls and overrides of direction are written out.

    >>> shown("a\x1b[2Jb")
    'a\\x1b[2Jb'
    """
    return "".join(c if c in _KEPT or unicodedata.category(c) not in _HIDDEN else _written(c) for c in text)


_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})


def _written(char: str) -> str:
    code = ord(char)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


class Severity(StrEnum):
    """How bad a problem is: an error stops the run, a warning is worth a look."""

    ERROR = "error"
    WARNING = "warning"


def _around(line: str, column: int) -> tuple[str, int]:
    """Cut a long line to what stands around a column, from 0; give the column in what is left."""
    start = max(0, min(column - _BEFORE, len(line) - _SHOWN)) if len(line) > _SHOWN else 0
    head, tail = "…" if start else "", "…" if len(line) > start + _SHOWN else ""
    return head + line[start : start + _SHOWN] + tail, column - start + len(head)


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Problem:
    """One mistake in a file a person wrote, with its place.

    `line` and `column` count from 1; `width` is the number of characters to underline in `source`, the whole line.
    `explained` holds further lines that show how it came about.
    """

    path: str
    line: int = 0
    column: int = 0
    code: str = ""
    message: str = ""
    hint: str | None = None
    source: str | None = None
    width: int = 1
    severity: Severity = Severity.ERROR
    explained: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Show the problem in one line: place, code, what is wrong, what to do."""
        place = ":".join([self.path, *(str(n) for n in (self.line, self.column) if n)])
        hint = f" ({self.hint})" if self.hint else ""
        return f"{place}: {self.severity}[{self.code}] {self.message}{hint}"

    def frame(self) -> str:
        """Show the problem with its line of text, a caret under the place, and what explains it."""
        lines = [str(self)]
        if self.source is not None and self.line:
            text, column = _around(self.source, max(0, self.column - 1))
            caret = " " * column + "^" * max(1, min(self.width, len(text) - column))
            number = f"{self.line:5d}"
            lines += [f"{number} | {text}", f"{' ' * len(number)} | {caret}"]
        return "\n".join([*lines, *(f"      {line}" for line in self.explained)])


class BriefingError(Exception):
    """What somebody handed in cannot be used; `str()` of it is one line: place, what is wrong, what to do."""


class DocumentError(BriefingError):
    """A document cannot be read."""


class OutputError(BriefingError):
    """An output cannot be written where it was asked for."""


class ChoiceError(BriefingError):
    """A side, pack or other choice is not known."""


class ExtraError(ChoiceError):
    """What was asked for needs a package that is only installed on request."""


class FileError(BriefingError):
    """Files that a person wrote hold mistakes: `problems` lists all of them, in order of file and line."""

    what = "the file"

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(map(str, self.problems)))


class RuleError(FileError):
    """Rule files hold mistakes."""

    what = "the rules"


class CaseError(FileError):
    """The file that names the briefings under test holds mistakes, so nothing can be checked."""

    what = "the cases"


class ReviewError(FileError):
    """A review file holds mistakes, or does not fit what was read."""

    what = "the review"
