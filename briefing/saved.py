"""Briefings that were saved. In: a PDF briefing or an analysis file. Out: the analysis as JSON values.

A PDF carries its analysis as an attached file, without the texts of the documents.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

from briefing.errors import DocumentError

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
    data = _read(Path(path))
    record = attached(data, str(path)) if data.startswith(b"%PDF-") else data
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
    from pypdf import PdfReader  # slow to import, and only a PDF needs it
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.ERROR)  # it warns of what it repairs, which is not our reader's matter
    try:
        found = PdfReader(BytesIO(data)).attachments.get(RECORD, [])
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise DocumentError(f"{name}: this PDF cannot be read: {error}") from None
    if not found:
        raise DocumentError(f"{name}: this PDF carries no analysis; it was not written by briefing make")
    return bytes(found[0])


def _read(path: Path) -> bytes:
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
