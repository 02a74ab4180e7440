"""The cases of a folder. In: a path, or where to look from. Out: `Settings`, or all mistakes of the file at once."""

from __future__ import annotations

import datetime
import glob
import os
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from briefing.cases.case import Case, Known, Settings
from briefing.cases.written import WrittenCase, WrittenSettings
from briefing.errors import CaseError, ChoiceError
from briefing.marked_yaml import Source, read, read_toml
from briefing.model import Place

NAME, PROJECT = "briefing.yaml", "pyproject.toml"
TABLE = ("tool", "briefing")
_SNAPSHOTS = "snapshots"

T = TypeVar("T")


def load_cases(path: Path | None = None) -> Settings:
    """Read a file of cases.

    Args:
        path: the file; else the nearest `briefing.yaml`, or `pyproject.toml` with `[tool.briefing]`, from here upwards.

    Raises:
        ChoiceError: there is no such file.
        CaseError: it holds mistakes; all of them are named.
    """
    path = path or _nearest()
    source, written = _read(path)
    if written is None or source.problems:
        raise CaseError(source.problems or [source.problem(1, 1, "C006", _NO_CASES, hint=_HOW)])
    settings = _Reading(source, written, path).settings()
    if source.problems:
        raise CaseError(source.problems)
    return settings


_NO_CASES = "this file has no cases"
_HOW = "begin with briefing check --init in another folder, and see how it says them"


def _nearest() -> Path:
    here = Path.cwd()
    for folder in (here, *here.parents):
        for name in (NAME, PROJECT):
            if (folder / name).is_file() and (name == NAME or _has_table(folder / name)):
                return Path(os.path.relpath(folder / name))
    raise ChoiceError(
        f"there is no {NAME} here or in a folder above; briefing check --init begins one, or name one with --settings"
    )


def _has_table(path: Path) -> bool:
    """Whether a project has cases; one that cannot be read may have some, and says so when it is read."""
    text = path.read_text("utf-8", "replace")
    return "[tool.briefing" in text.replace(" ", "")


def _read(path: Path) -> tuple[Source, WrittenSettings | None]:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ChoiceError(
            f"{path}: this file cannot be read ({error.strerror}); name another with --settings"
        ) from None
    if path.suffix == ".toml":
        return read_toml(str(path), data.decode("utf-8", "replace"), WrittenSettings, TABLE)
    source = Source.decode(str(path), data)
    return source, read(source, WrittenSettings)


class _Reading:
    """Makes cases of what was written; mistakes are reported to the source."""

    def __init__(self, source: Source, written: WrittenSettings, path: Path) -> None:
        self._source, self._written, self._path = source, written, path
        self._folder = path.parent
        self._snapshots = self._folder / (written.snapshots or _SNAPSHOTS)

    def settings(self) -> Settings:
        if not self._written.cases:
            self._written.wrong("C006", _NO_CASES, "cases" if self._written.has("cases") else None, hint=_HOW)
        seen: dict[str, WrittenCase] = {}
        for case in self._written.cases:
            if case.name in seen:
                hint = f"the first one is on line {seen[case.name].line}"
                case.wrong("C001", f"two cases are called '{case.name}'", "name", hint=hint)
            seen.setdefault(case.name, case)
        return Settings(path=self._path, snapshots=self._snapshots, cases=tuple(map(self._case, self._written.cases)))

    def _case(self, case: WrittenCase) -> Case:
        rules = self._said(case, "rules")
        return Case(
            name=case.name,
            documents=tuple(self._documents(case)),
            snapshot=self._snapshots / f"{case.name}.yaml",
            place=Place(path=str(self._path), line=case.line, column=case.column),
            rules=self._folder / rules if rules else None,
            pack=self._said(case, "pack"),
            sides=self._sides(case),
            title=case.title,
            marking=self._said(case, "marking"),
            prepared_by=self._said(case, "prepared_by"),
            review=self._folder / case.review if case.review else None,
            outputs=tuple(self._folder / output for output in case.outputs),
            known=self._known(case),
        )

    def _said(self, case: WrittenCase, name: str) -> str | None:
        return getattr(case, name) or getattr(self._written, name) or None

    def _known(self, case: WrittenCase) -> Known:
        date = self._said(case, "date")
        if date and not _is_day(date):
            where = case if case.date else self._written
            where.wrong("M001", f"'{date}' is not a date", "date", hint="write it as in 2024-04-26")
        return Known(
            publisher=self._said(case, "publisher"),
            date=date,
            genre=case.genre or self._written.genre,
            side=self._said(case, "side"),
            encoding=self._said(case, "encoding"),
        )

    def _sides(self, case: WrittenCase) -> tuple[str, str] | None:
        where = case if case.sides else self._written
        sides = tuple(side.upper() for side in where.sides)
        if not sides:
            return None
        if len(sides) != 2 or sides[0] == sides[1]:
            where.wrong("C004", "a briefing compares two sides", "sides", hint="write them as in [USA, CHN]")
            return None
        return sides[0], sides[1]

    def _documents(self, case: WrittenCase) -> Iterator[Path]:
        """Find the files of a case, each once, in the order of their names for each pattern."""
        seen: set[str] = set()
        for n, pattern in enumerate(case.documents):
            names = sorted(name for name in _found(self._folder, pattern) if (self._folder / name).is_file())
            if not names:
                hint = f"paths are seen from {self._folder.resolve()}"
                case.wrong("C002", f"no file is called '{pattern}'", "documents", entry=n, hint=hint)
            for name in names:
                if name not in seen:
                    seen.add(name)
                    yield self._folder / name


def _found(folder: Path, pattern: str) -> list[str]:
    if (folder / pattern).is_file():  # a name may hold brackets
        return [pattern]
    return glob.glob(pattern, root_dir=folder, recursive=True)  # noqa: PTH207 -- a Path takes no absolute pattern


def _is_day(text: str) -> bool:
    try:
        return len(text) == len("2024-04-26") and bool(datetime.date.fromisoformat(text))
    except ValueError:
        return False
