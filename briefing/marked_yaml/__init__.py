"""YAML with a place for every value. In: bytes and a dataclass that says what may stand there. Out: its instance.

No object is ever built by YAML itself: events become nodes, and the dataclass decides how each value is read, so `NO`
stays text where text is expected. Every mistake of a file is found in one run and becomes a `Problem`.
"""

from briefing.marked_yaml.nodes import Leaf, Node, Row, Table
from briefing.marked_yaml.reading import read, without_none
from briefing.marked_yaml.schema import Check, Choice, Flaw, Marked, guess, key
from briefing.marked_yaml.source import MAX_BYTES, Source
from briefing.marked_yaml.syntax import parse
from briefing.marked_yaml.toml import read_toml
from briefing.marked_yaml.writing import in_yaml

__all__ = [
    "MAX_BYTES",
    "Check",
    "Choice",
    "Flaw",
    "Leaf",
    "Marked",
    "Node",
    "Row",
    "Source",
    "Table",
    "guess",
    "in_yaml",
    "key",
    "parse",
    "read",
    "read_toml",
    "without_none",
]
