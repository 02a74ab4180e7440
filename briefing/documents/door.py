"""The way in: a path becomes a `Document`, or one clear line says why not."""

import hashlib
import sys
from dataclasses import fields, replace
from pathlib import Path
from typing import BinaryIO

from briefing import text as writing
from briefing.documents.encoding import decode
from briefing.documents.form import inferred
from briefing.documents.markdown import paragraphs, sentences
from briefing.documents.metadata import Metadata, front_matter, side_hint, writable
from briefing.errors import ChoiceError, DocumentError
from briefing.model import Document, Genre, Lexicon

MAX_BYTES = 20 << 20
STANDARD_INPUT = "-"

_NOT_READ = {
    ".html": "HTML",
    ".htm": "HTML",
    ".pdf": "PDF",
    ".docx": "Word",
    ".doc": "Word",
    ".rtf": "RTF",
    ".eml": "mail",
}


def read(
    path: str | Path,
    metadata: Metadata | None = None,
    lexicon: Lexicon | None = None,
    *,
    stdin: BinaryIO | None = None,
) -> Document:
    """Read a text or Markdown file.

    Args:
        path: the file, or `-` for standard input.
        metadata: what holds where the document's own front matter says nothing.
        lexicon: the names of sides and bodies, to tell whose text it is by its publisher.
        stdin: what `-` reads, if not the process's own.

    Raises:
        DocumentError: the file cannot be read, is no text, is empty, or its front matter holds mistakes.
        ChoiceError: the metadata name a side or an encoding that does not exist.
    """
    name = "standard input" if str(path) == STANDARD_INPUT else str(path)
    data = _bytes(path, stdin)
    given = metadata or Metadata()
    whole = decode(name, data, given.encoding)
    names = lexicon or Lexicon()
    sides = [side.id for side in names.sides]
    if given.side and sides and given.side not in sides:
        raise ChoiceError(f"--side: unknown side '{given.side}' ({side_hint(given.side, sides)})")
    own, text = front_matter(name, whole, sides)
    if not text.strip():
        raise DocumentError(f"{name}: there is no text in this file")
    known = own.or_else(given)
    guessed = inferred(known, text, names)
    document = _document(Path(path), data, text, known, guessed)
    return replace(document, first_line=1 + whole.count("\n") - text.count("\n"))


def _document(path: Path, data: bytes, text: str, known: Metadata, guessed: Metadata) -> Document:
    named = [f.name for f in fields(Metadata)]
    whole = known.or_else(guessed)
    marked = path.suffix.lower() in (".md", ".markdown")
    return Document(
        path=writable(path.name),
        text=text,
        sha256=hashlib.sha256(data).hexdigest(),
        sentences=sentences(text) if marked else writing.sentences(text),
        paragraphs=paragraphs(text) if marked else writing.paragraphs(text),
        title=whole.title,
        publisher=whole.publisher,
        date=whole.date,
        genre=whole.genre or Genre.NEWS,
        side=whole.side,
        occasion=whole.occasion,
        url=whole.url,
        language=whole.language,
        inferred=tuple(n for n in named if getattr(known, n) is None and getattr(guessed, n) is not None),
    )


def _bytes(path: str | Path, stdin: BinaryIO | None) -> bytes:
    if str(path) == STANDARD_INPUT:
        return _limited("standard input", (stdin or sys.stdin.buffer).read(MAX_BYTES + 1))
    file = Path(path)
    kind = _NOT_READ.get(file.suffix.lower())
    try:
        if file.is_dir():
            raise DocumentError(f"{path}: this is a folder; name the documents in it")
        if kind and file.exists():
            raise DocumentError(f"{path}: {kind} is not read, only text and Markdown; save it as text first")
        with file.open("rb") as opened:
            return _limited(str(path), opened.read(MAX_BYTES + 1))
    except FileNotFoundError:
        raise DocumentError(f"{path}: there is no such file") from None
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        reason = getattr(error, "strerror", None) or str(error)
        raise DocumentError(f"{path}: this file cannot be read: {reason}") from None


def _limited(name: str, data: bytes) -> bytes:
    if len(data) > MAX_BYTES:
        raise DocumentError(f"{name}: the file is larger than {MAX_BYTES >> 20} MiB")
    return data
