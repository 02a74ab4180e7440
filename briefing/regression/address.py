"""What a briefing follows from, as hashes. In: a case. Out: its `Address`, the same while nothing of it changed."""

from __future__ import annotations

import functools
import hashlib
import json
import os
import platform
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from importlib import metadata
from pathlib import Path

from briefing.cases import Case
from briefing.ruleset.folders import shipped
from briefing.version import VERSION

_SHORT = 16  # digits of a hash that only tells whether something is another
_PACKAGE = Path(__file__).resolve().parent.parent
_FONTS = _PACKAGE / "pages" / "fonts"
_LIBRARIES = ("reportlab", "pyyaml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """The hash of all that a case follows from, that of all its rule files, and the facts that a snapshot names."""

    key: str
    rules: str
    facts: Mapping[str, str]


class Addresses:
    """Finds what cases follow from; nothing is parsed for it, and each folder of rules is read once."""

    def __init__(self) -> None:
        self._trees: dict[Path, str] = {}

    def of(self, case: Case) -> Address:
        """Find the address of a case.

        Raises:
            OSError: a document or the review cannot be read.
        """
        facts = {"program": _program(), "fonts": _fonts(), "libraries": _libraries(), "settings": _settings(case)}
        if case.review:
            facts = {"review": hashlib.sha256(case.review.read_bytes()).hexdigest(), **facts}
        texts = [(path.name, hashlib.sha256(path.read_bytes()).hexdigest()) for path in case.documents]
        rules = _hash(self._tree(folder).encode() for folder in (shipped(), case.rules) if folder)
        parts = [facts, texts, rules, os.environ.get("SOURCE_DATE_EPOCH")]
        return Address(key=_hash([json.dumps(parts).encode()]), rules=rules, facts=facts)

    def _tree(self, folder: Path) -> str:
        """Hash all rule files of a folder; one that is missing is told when it is loaded."""
        if folder not in self._trees:
            self._trees[folder] = _hash(_named(folder, sorted(folder.rglob("*.yaml"))))
        return self._trees[folder]


def _settings(case: Case) -> str:
    """Hash what the case says of the briefing; the names of documents and outputs stand elsewhere or do not matter."""
    said = (case.pack, case.sides, case.title, case.marking, case.prepared_by, asdict(case.known))
    return _hash([json.dumps(said, default=str).encode()])[:_SHORT]


@functools.cache
def _program() -> str:
    """Name the program by its version and its code, which may be newer than any version."""
    code = sorted(path for path in _PACKAGE.rglob("*.py"))
    return f"{VERSION} {_hash(_named(_PACKAGE, code))[:_SHORT]}"


@functools.cache
def _fonts() -> str:
    return _hash(_named(_FONTS, sorted(path for path in _FONTS.rglob("*") if path.suffix in (".ttf", ".otf"))))[:_SHORT]


@functools.cache
def _libraries() -> str:
    versions = [f"{name} {metadata.version(name)}" for name in _LIBRARIES]
    python = ".".join(platform.python_version_tuple()[:2])
    return ", ".join([f"python {python}", *versions, f"zlib {zlib.ZLIB_RUNTIME_VERSION}"])


def _named(folder: Path, files: Iterable[Path]) -> Iterable[bytes]:
    for path in files:
        yield path.relative_to(folder).as_posix().encode("utf-8", "surrogatepass")
        yield hashlib.sha256(path.read_bytes()).digest()


def _hash(parts: Iterable[bytes]) -> str:
    found = hashlib.sha256()
    for part in parts:
        found.update(len(part).to_bytes(8))
        found.update(part)
    return found.hexdigest()
