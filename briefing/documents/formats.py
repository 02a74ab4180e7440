"""What a file is: text, HTML or PDF. In: its name and bytes. Out: its format, or one line on what to do.

The name decides, and the bytes must agree: a PDF that is called .txt is somebody's mistake, not a text.
"""

import re
from enum import StrEnum
from pathlib import PurePath

from briefing.errors import DocumentError


class Format(StrEnum):
    """How the words are written down in a file."""

    TEXT = "text"
    MARKDOWN = "Markdown"
    HTML = "HTML"
    PDF = "PDF"


_ENDINGS = {
    ".md": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".xhtml": Format.HTML,
    ".pdf": Format.PDF,
}
_NOT_READ = {
    ".docx": "Word",
    ".doc": "Word",
    ".odt": "OpenDocument",
    ".rtf": "RTF",
    ".eml": "mail",
    ".mht": "a web archive",
    ".mhtml": "a web archive",
    ".webarchive": "a web archive",
}
_EXTRA = {Format.HTML: ("html", ".html"), Format.PDF: ("pdf", ".pdf")}
_HEAD = 1024  # bytes in which a PDF may begin, by Adobe's reader
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)


def named(path: PurePath) -> Format:
    """Tell the format from a file's name; what has no ending we know is text.

    Raises:
        DocumentError: the ending is that of a format we do not read.
    """
    ending = path.suffix.lower()
    if kind := _NOT_READ.get(ending):
        raise DocumentError(f"{path}: {kind} is not read, only text, Markdown, HTML and PDF; save it as one of these")
    return _ENDINGS.get(ending, Format.TEXT)


def told(data: bytes) -> Format | None:
    """Tell HTML and PDF from their first bytes."""
    if b"%PDF-" in data[:_HEAD]:
        return Format.PDF
    return Format.HTML if _HTML.match(_ascii(data[: 4 * _HEAD])) else None


_TAG = re.compile(r"<[a-z][a-z0-9]*[\s>/]", re.I)


def _ascii(data: bytes) -> str:
    return data.replace(b"\0", b"").removeprefix(b"\xef\xbb\xbf").lstrip(b"\xff\xfe").decode("latin-1")


def checked(name: str, wanted: Format, data: bytes) -> bytes:
    """Give the bytes of a file back, if they are what its name says.

    Raises:
        DocumentError: they are something else.
    """
    found = told(data)
    if found and found is not wanted:
        raise DocumentError(f"{name}: this is {found}, not {wanted}; give the file the ending {_EXTRA[found][1]}")
    if found is None and (wanted is Format.PDF or (wanted is Format.HTML and not _TAG.search(_ascii(data)))):
        raise DocumentError(f"{name}: this is no {wanted}, whatever its ending; give it the ending of what it is")
    return data


def extra(kind: Format) -> str:
    """Name the extra that reads a format."""
    return _EXTRA[kind][0]
