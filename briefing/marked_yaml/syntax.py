"""From text to nodes, with every reason why that may fail put in words. In: a `Source`. Out: its node."""

from __future__ import annotations

import re
from typing import Any

import yaml

from briefing.marked_yaml.nodes import FASTEST, MAX_DEPTH, Mark, Node, TooDeepError, compose
from briefing.marked_yaml.repair import cut_entry, put_right, strayed
from briefing.marked_yaml.source import Source

_MAX_REPAIRS = 20
_ONLY_KEY = re.compile(r" *(- +)?[A-Za-z_][\w-]*")

_FORBIDDEN = {
    "Y003": (
        "anchors (&) and aliases (*) are not allowed",
        "put quotes around text that starts with & or *; share words with macros",
    ),
    "Y008": ("a file holds one YAML document", "delete the line '---' and what follows, or make it a file of its own"),
    "Y009": ("tags (!) are not allowed", "put quotes around text that starts with !"),
}

# What the parsers say, in our words, so that both parsers say the same: words of theirs, whether their context's place
# is the better one, our message, our hint.
_Reason = tuple[re.Pattern[str], bool, str, str]
_NO_COLON: _Reason = (
    re.compile("simple key"),
    True,
    "this line is neither a key with ': ' nor an entry with '- '",
    "check its colon",
)
_MISFIT: _Reason = (
    re.compile("block|sequence entries are not allowed"),
    False,
    "this line does not fit under the one above",
    "check its indentation against the lines above",
)
_REASONS: tuple[_Reason, ...] = (
    (
        re.compile(r"unknown escape|expected escape|invalid Unicode character escape|hexadecimal"),
        True,
        r"a '\' in these double quotes begins no escape that YAML knows",
        "use single quotes",
    ),
    (
        re.compile("quoted scalar"),
        True,
        "this quotation mark is never closed",
        "close it, or check the quotes after it",
    ),
    (
        re.compile("mapping values are not allowed"),
        False,
        "': ' cannot stand in plain text, and a key needs its own line",
        "put quotes around text that holds ': '",
    ),
    (
        re.compile("cannot start any token"),
        False,
        "text cannot start with this character",
        "put quotes around text that starts with @, ` or %",
    ),
    (re.compile("alias|anchor"), False, "text cannot start with this character", "put quotes around text with & or *"),
    _NO_COLON,
    (
        re.compile("flow (sequence|mapping|node)"),
        True,
        "this [ or { is never closed, or a comma is missing in it",
        "close it, or put quotes around its texts",
    ),
    _MISFIT,
)
_NO_REASON: _Reason = (re.compile(""), False, "this is not YAML", "check its quotes and indentation")


def parse(source: Source, kind: Any, parser: type = FASTEST) -> Node | None:
    """Give the node of a source's text; mistakes of YAML itself are reported to the source.

    A key that stands too far left is read where it belongs; an entry that is not YAML is left out.
    """
    for _ in range(_MAX_REPAIRS):
        try:
            node = compose(source.text, _forbidder(source), parser)
        except TooDeepError as error:
            source.flaw("Y005", f"nested more than {MAX_DEPTH} deep", error.mark.line, error.mark.column)
            source.fail()
            return None
        except yaml.MarkedYAMLError as error:
            if not put_right(source, kind) and not cut_entry(source, _report(source, error)):
                break
            continue
        if not strayed(node, kind) or not put_right(source, kind):
            if node is None and not source.problems:
                source.flaw("Y006", "the file is empty", 0, 0)
            return node
    source.fail()
    return None


def _forbidder(source: Source) -> Any:
    def forbid(code: str, start: Mark, end: Mark) -> None:
        message, hint = _FORBIDDEN[code]
        source.flaw(code, message, start.line, start.column, width=end.column - start.column, hint=hint)

    return forbid


def _report(source: Source, error: yaml.MarkedYAMLError) -> int:
    """Report why a text is not YAML; give the row to read on after."""
    mark = error.problem_mark or error.context_mark
    if mark is None:
        raise error  # the parsers always say where
    said = f"{error.context or ''} {error.problem or ''}"
    found = next((reason for reason in _REASONS if reason[0].search(said)), _NO_REASON)
    if "mapping values" in said:
        found, mark = _blame(source, mark) or (found, mark)
    _, at_context, message, hint = found
    where = error.context_mark if at_context and error.context_mark else mark
    row = min(where.line, source.last_row())  # what is missing at the end is missing after the last line
    if not source.told("Y010", row):  # a tab there is the reason
        source.flaw("Y001", message, row, where.column if row == where.line else 0, hint=hint)
    return row


def _blame(source: Source, mark: yaml.Mark) -> tuple[_Reason, yaml.Mark] | None:
    """Find the reason of a ': ' that is out of place where only a plain key stands before it on its line."""
    rows = source.rows
    line = rows[mark.line] if mark.line < len(rows) else ""
    if not _ONLY_KEY.fullmatch(line[: mark.column]):
        return None
    above = next((n for n in range(mark.line - 1, -1, -1) if rows[n].strip()), None)
    if above is not None and ":" not in rows[above]:
        return _NO_COLON, yaml.Mark(mark.name, 0, above, _indent_of(rows[above]), None, 0)
    return _MISFIT, yaml.Mark(mark.name, 0, mark.line, _indent_of(line), None, 0)


def _indent_of(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
