"""A comparison in plain lines. In: an `Analysis`; out: text for a terminal, a line per issue."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.errors import shown
from briefing.model import Analysis, Cell, Relation, Row

_NOTHING = {Relation.SILENT: "nothing found", Relation.NO_DOCUMENT: "no document read"}


def overview(analysis: Analysis) -> str:
    """Give one line on what was read and by which rules, then one per issue; `~` marks what only the other tells."""
    order = list(Relation)
    rows = sorted(analysis.rows, key=lambda row: order.index(row.relation))
    table = [[r.relation.words, r.issue.name, *(_cell(c, r) for c in r.cells)] for r in rows]
    head = [["Result", "Issue", *(side.name for side in analysis.sides)]] if table else []
    return shown("\n".join([_read(analysis), *_aligned([*head, *table])]))


def _read(analysis: Analysis) -> str:
    first, second = (side.name for side in analysis.sides)
    documents = len(analysis.documents)
    rules = analysis.ruleset
    date = f", as of {analysis.as_of.date.isoformat()}" if analysis.as_of.date else ", undated"
    count = f"{documents} document{'s' if documents != 1 else ''}, {len(analysis.statements)} statements"
    issues = "" if analysis.rows else "; neither side speaks to an issue of the rules"
    review = analysis.review
    reviewed = f", {review.signed} of {review.total} stances reviewed" if review else ""
    reviewed += f", {review.stale} stale edit{'s' * (review.stale != 1)} not applied" if review and review.stale else ""
    return f"{first} and {second}{date}: {count}, rules {rules.id} {rules.version}{reviewed}{issues}"


def _cell(cell: Cell, row: Row) -> str:
    if cell.lead is None:
        return _NOTHING.get(row.relation, "not reported here")
    return f"{'~ ' if cell.told else ''}{cell.lead.words} ({cell.lead.act} {cell.force})"


def _aligned(table: list[list[str]]) -> Iterable[str]:
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    for line in table:
        yield "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
