"""The way in: a path becomes a `Document`, or one clear line says why not."""

import hashlib
import sys
from collections.abc import Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import BinaryIO

from briefing import text as writing
from briefing.documents.apart import Extract, extract
from briefing.documents.encoding import decode, marked_up
from briefing.documents.form import inferred
from briefing.documents.formats import Format, checked, named, told
from briefing.documents.limits import MAX_BYTES, MAX_FORMATTED
from briefing.documents.markdown import paragraphs, sentences
from briefing.documents.metadata import Metadata, day_of, front_matter, side_hint, writable
from briefing.errors import ChoiceError, DocumentError
from briefing.model import Document, Genre, Lexicon

STANDARD_INPUT = "-"
_NOTHING = Metadata()
_MOST_HIDDEN, _LONGEST_HIDDEN = 20, 300  # findings of a document, characters of each
_LARGEST = {Format.HTML: MAX_FORMATTED, Format.PDF: MAX_FORMATTED}


def read(
    path: str | Path,
    metadata: Metadata | None = None,
    lexicon: Lexicon | None = None,
    *,
    stdin: BinaryIO | None = None,
) -> Document:
    """Read a text, Markdown, HTML or PDF file.

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
    names, given = lexicon or Lexicon(), metadata or Metadata()
    sides = [side.id for side in names.sides]
    if given.side and sides and given.side not in sides:
        raise ChoiceError(f"--side: unknown side '{given.side}' ({side_hint(given.side, sides)})")
    kind, data = _bytes(path, stdin)
    content = _content(name, kind, data, given.encoding, sides)
    if not content.text.strip():
        raise DocumentError(f"{name}: there is no text in this file")
    return _document(Path(path), kind, data, content, given, names)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Content:
    """A file's text, what it says of itself for certain and by the way, and what in it is not to be seen."""

    text: str
    own: Metadata = _NOTHING
    told: Metadata = _NOTHING
    hidden: tuple[str, ...] = ()
    first_line: int = 1


def _content(name: str, kind: Format, data: bytes, encoding: str | None, sides: Sequence[str]) -> _Content:
    if kind is Format.PDF:
        return _taken(extract(name, kind, data))
    if kind is Format.HTML:
        return _taken(extract(name, kind, marked_up(name, data, encoding).encode()))
    whole = decode(name, data, encoding)
    own, text = front_matter(name, whole, sides)
    return _Content(text=text, own=own, first_line=1 + whole.count("\n") - text.count("\n"))


def _taken(found: Extract) -> _Content:
    title, publisher, url, language = (
        value and writable(value) for value in (found.title, found.publisher, found.url, found.language)
    )
    day = day_of(found.date) if found.date else None
    told = Metadata(title=title, publisher=publisher, date=day, url=url, language=language)
    return _Content(text=writable(found.text), told=told, hidden=found.hidden)


def _document(path: Path, kind: Format, data: bytes, content: _Content, given: Metadata, names: Lexicon) -> Document:
    known = content.own.or_else(given)
    guessed = content.told.or_else(inferred(known.or_else(content.told), content.text, names))
    whole = known.or_else(guessed)
    text, marked = content.text, kind is Format.MARKDOWN
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
        inferred=tuple(
            f.name for f in fields(Metadata) if getattr(known, f.name) is None and getattr(guessed, f.name) is not None
        ),
        first_line=content.first_line,
        hidden=tuple(_cut(writable(words)) for words in content.hidden[:_MOST_HIDDEN]),
    )


def _cut(words: str) -> str:
    return words if len(words) <= _LONGEST_HIDDEN else f"{words[:_LONGEST_HIDDEN]} …"


def _bytes(path: str | Path, stdin: BinaryIO | None) -> tuple[Format, bytes]:
    """Read a file's bytes, and tell what they are; standard input has no name that says so."""
    if str(path) == STANDARD_INPUT:
        data = (stdin or sys.stdin.buffer).read(MAX_FORMATTED + 1)
        kind = told(data) or Format.TEXT
        return kind, _limited("standard input", kind, data)
    file = Path(path)
    try:
        if file.is_dir():
            raise DocumentError(f"{path}: this is a folder; name the documents in it")
        with file.open("rb") as opened:
            kind = named(file)
            return kind, checked(str(path), kind, _limited(str(path), kind, opened.read(MAX_FORMATTED + 1)))
    except FileNotFoundError:
        raise DocumentError(f"{path}: there is no such file") from None
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        reason = getattr(error, "strerror", None) or str(error)
        raise DocumentError(f"{path}: this file cannot be read: {reason}") from None


def _limited(name: str, kind: Format, data: bytes) -> bytes:
    largest = _LARGEST.get(kind, MAX_BYTES)
    if len(data) > largest:
        raise DocumentError(f"{name}: the file is larger than {largest >> 20} MiB")
    return data
