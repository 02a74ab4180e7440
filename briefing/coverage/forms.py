"""The report as text for a terminal and as Markdown. In: a `Coverage`; out: text, the same for the same coverage."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable, Iterator, Mapping

from briefing.coverage.record import record
from briefing.coverage.sections import Section, Table, sections
from briefing.coverage.values import Coverage
from briefing.errors import shown

_WIDTH = 100


def text(coverage: Coverage) -> str:
    """Write the report for a terminal of 100 columns."""
    return shown("\n\n".join("\n".join(_text(section)) for section in sections(coverage)))


def _text(section: Section) -> Iterator[str]:
    yield section.title
    if section.note:
        yield from textwrap.wrap(section.note, _WIDTH)
    yield from _aligned(section.table)
    for line in section.lines:
        yield from [line] if section.yaml else _wrapped(line)


def _wrapped(line: str) -> list[str]:
    return textwrap.wrap(line, _WIDTH, subsequent_indent="    ", break_on_hyphens=False, break_long_words=False)


def _aligned(table: Table) -> Iterator[str]:
    """Set a table; columns of numbers stand to the right."""
    right = [_numeric(column) for column in zip(*table[1:], strict=True)]
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    for row in table:
        cells = (c.rjust(w) if r else c.ljust(w) for c, w, r in zip(row, widths, right, strict=True))
        yield "  ".join(cells).rstrip()


def _numeric(column: Iterable[str]) -> bool:
    return all(cell[:1].isdigit() or cell in ("", "–") for cell in column)


def markdown(coverage: Coverage) -> str:
    """Write the report as Markdown."""
    return shown("\n\n".join(_markdown(coverage)))


def _markdown(coverage: Coverage) -> Iterator[str]:
    for number, section in enumerate(sections(coverage)):
        yield f"{'##' if number else '#'} {section.title}"
        if section.note:
            yield section.note
        if section.table:
            yield "\n".join(_rows(section.table))
        if section.lines:
            yield "\n".join(["```yaml", *section.lines, "```"] if section.yaml else _items(section.lines))


def _rows(table: Table) -> Iterator[str]:
    head, *rows = table
    yield _row(head)
    yield _row(["---:" if _numeric(column) else "---" for column in zip(*rows, strict=True)])
    yield from map(_row, rows)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(_escaped(cell) for cell in cells)} |"


def _items(lines: Iterable[str]) -> list[str]:
    return [f"* {_escaped(line)}" for line in lines]


def _escaped(words: str) -> str:
    """Keep the marks of patterns and names from being read as Markdown."""
    return "".join(f"\\{c}" if c in "\\|*_`<~" else c for c in words.strip())


FORMS: Mapping[str, Callable[[Coverage], str]] = {"text": text, "json": record, "markdown": markdown}
