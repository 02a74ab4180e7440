"""What is known of a document beside its words. In: options, or a front matter block. Out: `Metadata`."""

import datetime
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any, ClassVar

from briefing.errors import ChoiceError, DocumentError
from briefing.marked_yaml import MAX_BYTES, Flaw, Marked, Source, guess, key, read
from briefing.model import Document, Genre

FENCE = "---"
_MAX_BLOCK = 200  # lines; what is longer is text between two rules
_KEY_LINE = re.compile(r"[\w-]+[ \t]*:")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """Title, publisher, date and the like; None where it is not known. `encoding` is that of the bytes."""

    title: str | None = None
    publisher: str | None = None
    date: datetime.date | None = None
    genre: Genre | None = None
    side: str | None = None
    occasion: str | None = None
    url: str | None = None
    language: str | None = None
    encoding: str | None = None

    @classmethod
    def of(cls, *, date: str | None = None, genre: str | None = None, **texts: str | None) -> "Metadata":
        """Read options as they are typed.

        Raises:
            ChoiceError: a date is none, or a genre is not known.
        """
        day = day_of(date) if date else None
        if date and day is None:
            raise ChoiceError(f"--date: '{date}' is not a date; write it as in 2024-04-26")
        if genre and genre not in {g.value for g in Genre}:
            hint = guess(genre, [g.value for g in Genre]) or f"one of {', '.join(Genre)}"
            raise ChoiceError(f"--genre: '{genre}' is not known ({hint})")
        written = {name: text and writable(text) for name, text in texts.items()}
        return cls(date=day, genre=Genre(genre) if genre else None, **written)

    def or_else(self, other: "Metadata") -> "Metadata":
        """Fill what is not known here from elsewhere."""
        missing = {f.name: getattr(other, f.name) for f in fields(self) if getattr(self, f.name) is None}
        return replace(self, **missing)


def writable(text: str) -> str:
    """Give a text that can be written out again: bytes that a shell could not read become U+FFFD."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def day_of(text: str) -> datetime.date | None:
    """Read a date as it is written in a front matter; None if it is none."""
    try:
        return datetime.date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:  # such as February 30
        return None


def side_hint(side: str, known: Sequence[str]) -> str:
    """Say which side may have been meant."""
    return guess(side, known) or "use ISO codes such as USA or CHN, or EU, NATO, UN, G7"


# ── front matter ────────────────────────────────────────────────────────────────────────────────────────────────────


def _a_date(text: str) -> Flaw | None:
    if day_of(text):
        return None
    return Flaw("M001", f"'{text}' is not a date", hint="write it as in 2024-04-26")


class _FrontMatter(Marked):
    """The keys of a front matter block."""

    noun: ClassVar[str] = "block"
    synonyms: ClassVar[Mapping[str, str]] = {
        "source": "publisher",
        "outlet": "publisher",
        "link": "url",
        "type": "genre",
    }

    title: str | None = key()
    publisher: str | None = key()
    date: str | None = key(check=_a_date)
    genre: Genre | None = key()
    side: str | None = key()
    occasion: str | None = key()
    url: str | None = key()
    language: str | None = key()


def front_matter(path: str, text: str, sides: Sequence[str] = ()) -> tuple[Metadata, str]:
    """Part a file's text into its front matter and what follows.

    Args:
        path: what messages call the file.
        text: the whole of it.
        sides: the ids of the sides there are; without any, every id will do.

    Raises:
        DocumentError: the block holds mistakes; each is a line of the message.
    """
    block = _block(path, text)
    if block is None:
        return Metadata(), text
    if len(block) > MAX_BYTES:
        raise DocumentError(f"{path}: the front matter is larger than {MAX_BYTES >> 20} MiB")
    source = Source(path, block, first_line=2)
    found: _FrontMatter | None = read(source, _FrontMatter) if block.strip() else None
    if found and found.side and sides and found.side not in sides:
        found.wrong("R007", f"unknown side '{found.side}'", "side", hint=side_hint(found.side, sides))
    if source.problems:
        raise DocumentError("\n".join(map(str, sorted(source.problems))))
    rest = text[len(FENCE) :].partition("\n")[2][len(block) :].partition("\n")[2]
    return _metadata(found), rest


def with_front_matter(document: Document) -> str:
    """Give a document's text under a block that says what is known of it, as a .txt file can have."""
    known = {f.name: getattr(document, f.name, None) for f in fields(Metadata)}
    lines = [f"{key}: {json.dumps(str(value), ensure_ascii=False)}" for key, value in known.items() if value]
    return "\n".join([FENCE, *lines, FENCE, document.text])


def _block(path: str, text: str) -> str | None:
    """Give the lines between two fences at the top of a text, if they look like keys and values."""
    first, _, rest = text.partition("\n")
    if first.rstrip() != FENCE:
        return None
    lines = rest.split("\n", _MAX_BLOCK)[:_MAX_BLOCK]
    stop = next((n for n, line in enumerate(lines) if line.rstrip() == FENCE), None)
    if stop is None:
        _refuse_unclosed(path, lines)
        return None
    written = [line for line in lines[:stop] if line.strip() and not line.startswith("#")]
    if written and not _KEY_LINE.match(written[0]):
        return None
    return "".join(f"{line}\n" for line in lines[:stop])


def _refuse_unclosed(path: str, lines: Sequence[str]) -> None:
    """Refuse a block without its second fence, if it begins with a key that only a block has."""
    first = next((line for line in lines if line.strip() and not line.startswith("#")), "")
    known = {f.name for f in fields(Metadata)} | set(_FrontMatter.synonyms)
    if _KEY_LINE.match(first) and first.partition(":")[0].strip().lower() in known:
        raise DocumentError(f"{path}:1: the block that opens on line 1 is never closed with {FENCE}")


def _metadata(found: _FrontMatter | None) -> Metadata:
    if found is None:
        return Metadata()
    values: dict[str, Any] = {f.name: getattr(found, f.name, None) for f in fields(Metadata) if f.name != "date"}
    return Metadata(date=day_of(found.date) if found.date else None, **values)
