"""What may stand in a file of cases: `briefing.yaml`, or `[tool.briefing]` in `pyproject.toml`."""

import re
from pathlib import PurePosixPath
from typing import ClassVar

from briefing.marked_yaml import Flaw, Marked, key
from briefing.model import Genre

OUTPUTS = (".pdf", ".json")
_NAME = re.compile(r"[a-z0-9]+(?:[-._][a-z0-9]+)*")


def _a_name(text: str) -> Flaw | None:
    if _NAME.fullmatch(text):
        return None
    return Flaw("C003", f"'{text}' is no name of a case", hint="use small letters, digits and '-', as in april-talks")


def _an_output(text: str) -> Flaw | None:
    if PurePosixPath(text).suffix in OUTPUTS:
        return None
    return Flaw("C005", f"'{text}' is neither a PDF nor JSON", hint="end it with .pdf or .json")


class _Shared(Marked):
    """What a case says, or all cases of a file together."""

    rules: str | None = key()
    pack: str | None = key()
    sides: tuple[str, ...] = key(default=())
    marking: str | None = key()
    prepared_by: str | None = key(written="prepared-by")
    publisher: str | None = key()
    date: str | None = key()
    genre: Genre | None = key()
    side: str | None = key()
    encoding: str | None = key()


class WrittenCase(_Shared):
    """One briefing that is kept under test."""

    noun: ClassVar[str] = "case"
    synonyms: ClassVar[dict[str, str]] = {"texts": "documents", "files": "documents", "sources": "documents"}

    name: str = key("a short name, such as april-talks", default="", check=_a_name)
    documents: tuple[str, ...] = key("the files to read, such as texts/*.md", default=())
    title: str | None = key()
    review: str | None = key()
    outputs: tuple[str, ...] = key(default=(), check=_an_output)


class WrittenSettings(_Shared):
    """A file of cases; what stands beside `cases` holds for each that does not say it itself."""

    noun: ClassVar[str] = "file"

    snapshots: str | None = key()
    cases: tuple[WrittenCase, ...] = key("the briefings to keep, each with name and documents", default=())
