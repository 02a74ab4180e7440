"""Texts as YAML writes them. In: a text. Out: the same, in quotes if a reader of YAML would take it for something else.

Readers differ in what they take for a date, a yes or a number, and in what may stand inside brackets; a text without
quotes is one that all of them read as this text.
"""

from __future__ import annotations

import re

import yaml

_MARKS = re.compile(r": | #|:$|\s$|  ")
_FLOW_MARKS = re.compile(r"[][{},:?]")
_OCTAL = re.compile(r"0o[0-7]+")


def in_yaml(text: str, *, flow: bool = False, quotes: bool = False) -> str:
    r"""Write a text as a scalar on one line: `flow` inside brackets, `quotes` in quotes even where none are needed.

    >>> in_yaml("(stop|end) ...3 sales"), in_yaml("NO"), in_yaml("one, two", flow=True), in_yaml('a "b": c')
    ('(stop|end) ...3 sales', '"NO"', '"one, two"', '\'a "b": c\'')
    """
    if not quotes and _plain(text, flow):
        return text
    if any(not c.isprintable() for c in text):
        return _escaped(text)
    if "\\" in text or '"' in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def _plain(text: str, flow: bool) -> bool:
    """Whether a text needs no quotes: it begins with a word or '(', and nothing in it means anything in YAML."""
    if not (text[:1].isalnum() or text[:1] == "(") or not text.isprintable():
        return False
    return not (_MARKS.search(text) or (flow and _FLOW_MARKS.search(text)) or _typed(text))


def _typed(text: str) -> bool:
    """Whether readers make anything else than text of it."""
    resolvers = yaml.SafeLoader.yaml_implicit_resolvers.get(text[0], ())
    return any(pattern.match(text) for _, pattern in resolvers) or bool(_OCTAL.fullmatch(text))


def _escaped(text: str) -> str:
    return '"' + "".join(map(_escape, text)) + '"'


def _escape(char: str) -> str:
    if char in _ESCAPES:
        return _ESCAPES[char]
    if char.isprintable():
        return char
    code = ord(char)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


_ESCAPES = {"\n": "\\n", "\t": "\\t", '"': '\\"', "\\": "\\\\"}
