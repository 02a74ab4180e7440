"""A briefing that is kept under test, and the file that says so: the values that go out of this room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from briefing.errors import ChoiceError
from briefing.marked_yaml import guess
from briefing.model import Genre, Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is said of documents that do not say it themselves, as written."""

    publisher: str | None = None
    date: str | None = None
    genre: Genre | None = None
    side: str | None = None
    encoding: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One briefing under test: what is read, how, and where its accepted snapshot stands. Paths are from here."""

    name: str
    documents: tuple[Path, ...]
    snapshot: Path
    place: Place
    rules: Path | None = None
    pack: str | None = None
    sides: tuple[str, str] | None = None
    title: str | None = None
    marking: str | None = None
    prepared_by: str | None = None
    review: Path | None = None
    outputs: tuple[Path, ...] = ()
    known: Known = field(default_factory=Known)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """A file of cases: its path, its folder, and the folder of the snapshots."""

    path: Path
    snapshots: Path
    cases: tuple[Case, ...]

    @property
    def folder(self) -> Path:
        """The folder from which all paths of the file are seen."""
        return self.path.parent

    def named(self, names: Sequence[str]) -> tuple[Case, ...]:
        """Give the cases of these names in the order of the file; all cases where no name is given.

        Raises:
            ChoiceError: there is no such case.
        """
        known = [case.name for case in self.cases]
        for name in names:
            if name not in known:
                hint = guess(name, known) or f"there are {', '.join(known)}"
                raise ChoiceError(f"{name}: {self.path} has no case of this name ({hint})")
        return tuple(case for case in self.cases if not names or case.name in names)

    def left_over(self) -> tuple[Path, ...]:
        """Give the snapshots that belong to no case."""
        known = {case.snapshot for case in self.cases}
        return tuple(path for path in sorted(self.snapshots.glob("*.yaml")) if path not in known)
