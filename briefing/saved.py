"""Briefings that were saved. In: a PDF briefing or an analysis file. Out: the analysis as JSON, all that rides along.

A PDF carries its analysis as an attached file, without the texts of the documents unless its maker wished so.
"""

from __future__ import annotations

import datetime
import hashlib
import json
import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefing.errors import DocumentError

if TYPE_CHECKING:
    from pypdf import PdfReader

RECORD = "analysis.json"
MAX_BYTES = 200 << 20
_SCHEMA = "briefing.analysis/"


def analysis_in(path: str | Path) -> Mapping[str, Any]:
    """Give the analysis of a saved briefing.

    Args:
        path: a PDF that this program wrote, or a file of `briefing analyze --format json`.

    Raises:
        DocumentError: the file cannot be read, or holds no analysis.
    """
    data = read(path)
    return parsed(attached(data, str(path)) if data.startswith(b"%PDF-") else data, str(path))


def parsed(record: bytes, path: str) -> Mapping[str, Any]:
    """Read the bytes of an analysis.

    Raises:
        DocumentError: they are none.
    """
    try:
        found = json.loads(record)
    except (ValueError, RecursionError):
        hint = "give a PDF briefing, or a file of briefing analyze --format json"
        raise DocumentError(f"{path}: this is no saved briefing; {hint}") from None
    if not isinstance(found, dict) or not str(found.get("schema", "")).startswith(_SCHEMA):
        raise DocumentError(f"{path}: this JSON is no analysis: its 'schema' does not begin with '{_SCHEMA}'")
    return found


def attached(data: bytes, name: str) -> bytes:
    """Give the bytes of the analysis that rides in a PDF.

    Raises:
        DocumentError: the PDF cannot be read, or carries none.
    """
    with _opened(data, name) as reader:
        found = reader.attachments.get(RECORD, [])
    if not found:
        hint = "it was not written by briefing make, or with --embed none"
        raise DocumentError(f"{name}: this PDF carries no analysis; {hint}")
    return bytes(found[0])


@dataclass(frozen=True, slots=True, kw_only=True)
class Rider:
    """A file that rides inside a PDF."""

    name: str
    size: int
    sha256: str


def riders(data: bytes, name: str) -> tuple[Rider, ...]:
    """List all files that ride inside a PDF.

    Raises:
        DocumentError: the PDF cannot be read.
    """
    with _opened(data, name) as reader:
        found = [(key, bytes(file)) for key, files in reader.attachments.items() for file in files]
    return tuple(Rider(name=key, size=len(f), sha256=hashlib.sha256(f).hexdigest()) for key, f in found)


def pages_in(data: bytes, name: str) -> tuple[str, ...]:
    """Give the text that each page of a PDF shows.

    Raises:
        DocumentError: the PDF cannot be read.
    """
    with _opened(data, name) as reader:
        return tuple(page.extract_text() for page in reader.pages)


def dated(data: bytes, name: str) -> datetime.datetime | None:
    """Give the date that a PDF bears.

    Raises:
        DocumentError: the PDF cannot be read.
    """
    with _opened(data, name) as reader:
        return reader.metadata.creation_date if reader.metadata else None


@contextmanager
def _opened(data: bytes, name: str) -> Iterator[PdfReader]:
    from pypdf import PdfReader  # slow to import, and only a PDF needs it
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.ERROR)  # it warns of what it repairs, which is not our reader's matter
    try:
        yield PdfReader(BytesIO(data))
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise DocumentError(f"{name}: this PDF cannot be read: {error}") from None


def read(path: str | Path) -> bytes:
    """Give the bytes of a saved briefing.

    Raises:
        DocumentError: the file cannot be read, or is too large.
    """
    path = Path(path)
    try:
        with path.open("rb") as opened:
            data = opened.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise DocumentError(f"{path}: there is no such file") from None
    except (OSError, ValueError) as error:
        raise DocumentError(f"{path}: this file cannot be read: {getattr(error, 'strerror', None) or error}") from None
    if len(data) > MAX_BYTES:
        raise DocumentError(f"{path}: the file is larger than {MAX_BYTES >> 20} MiB")
    return data
