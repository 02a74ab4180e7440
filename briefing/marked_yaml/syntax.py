"""From text to nodes, with every reason why that may fail put in words. In: a `Source`. Out: its node."""

from __future__ import annotations

from typing import Any

import yaml

from briefing.marked_yaml.nodes import MAX_DEPTH, Node, TooDeepError, compose
from briefing.marked_yaml.source import Source

_FORBIDDEN = {
    "Y003": (
        "anchors (&) and aliases (*) are not allowed",
        "put quotes around text that starts with & or *; share words with macros",
    ),
    "Y008": ("a file holds one YAML document", "delete the line '---' and what follows, or make it a file of its own"),
    "Y009": ("tags (!) are not allowed", "put quotes around text that starts with !"),
}


def parse(source: Source, kind: Any, parser: type) -> Node | None:
    """Give the node of a source's text; mistakes of YAML itself are reported to the source."""
    if source.broken:
        return None

    def forbid(code: str, start: yaml.Mark, end: yaml.Mark) -> None:
        message, hint = _FORBIDDEN[code]
        source.flaw(code, message, start.line, start.column, width=end.column - start.column, hint=hint)

    try:
        node = compose(source.text, forbid, parser)
    except TooDeepError as error:
        source.flaw("Y005", f"nested more than {MAX_DEPTH} deep", error.mark.line, error.mark.column)
        source.broken = True
        return None
    except yaml.MarkedYAMLError as error:
        _report(source, error)
        source.broken = True
        return None
    if node is None:
        source.flaw("Y006", "the file is empty", 0, 0)
    return node


def _report(source: Source, error: yaml.MarkedYAMLError) -> None:
    mark = error.problem_mark or error.context_mark
    if mark is None:
        raise error  # the parsers always say where
    problem, context = error.problem or "this is not YAML", error.context or ""
    hint = None
    line = source.lines[mark.line] if mark.line < len(source.lines) else ""
    if "\t" in line[: len(line) - len(line.lstrip())]:
        hint = "indent with spaces, not tabs"
    elif "quoted scalar" in context and error.context_mark:
        mark, problem = error.context_mark, "this quotation mark is never closed"
    elif "mapping values are not allowed" in problem:
        hint = "put quotes around text that holds ': '"
    elif "cannot start any token" in problem:
        hint = "put quotes around text that starts with @, ` or %"
    elif "block" in context or "<block end>" in problem:
        hint = "check the indentation of this line against the one above"
    source.flaw("Y001", problem, mark.line, mark.column, hint=hint)
