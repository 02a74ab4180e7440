"""YAML with a place for every value. In: bytes and a dataclass that says what may stand there. Out: its instance.

No object is ever built by YAML itself: events become nodes, and the dataclass decides how each value is read, so `NO`
stays text where text is expected. Every mistake of a file is found in one run and becomes a `Problem`.
"""

from briefing.marked_yaml.reading import read, without_none
from briefing.marked_yaml.schema import Check, Choice, Flaw, Marked, guess, key
from briefing.marked_yaml.source import MAX_BYTES, Source

__all__ = ["MAX_BYTES", "Check", "Choice", "Flaw", "Marked", "Source", "guess", "key", "read", "without_none"]
