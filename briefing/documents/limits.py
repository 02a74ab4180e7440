"""How much is read before a file is refused; each limit is named in its message."""

from dataclasses import dataclass

MAX_BYTES = 20 << 20  # of text as it is
MAX_FORMATTED = 50 << 20  # of HTML or PDF
MAX_TEXT = 20 << 20  # characters that come out of either
MAX_PAGES = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What the process that reads one HTML or PDF file may use."""

    processor: int = 30  # seconds
    wall: int = 60  # seconds
    memory: int = 1 << 30  # bytes of address space


class RefusalError(Exception):
    """A file cannot be read; the message says why, without the file's name."""
