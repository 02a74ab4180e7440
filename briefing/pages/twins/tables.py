"""The matrix and the register as tables for a spreadsheet. In: the tools of a briefing; out: CSV.

A cell that a spreadsheet would take for a formula begins with an apostrophe: what documents say is words.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from briefing.model import Row
from briefing.pages.fonts import whole
from briefing.pages.kit import Kit
from briefing.pages.view import Group

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_BOM = "\ufeff"  # without it Excel takes UTF-8 for another encoding


def matrix(kit: Kit) -> str:
    """Write a row for each issue: result, what each side holds, act and force."""
    sides = [side.name for side in kit.analysis.sides]
    head = [
        "number",
        "issue",
        "result",
        *(f"{s}: {what}" for s in sides for what in ("position", "act", "force", "evidence")),
    ]
    return _written(head, (_issue(kit, group, n.number, n.row) for group in kit.sentences.groups for n in group.rows))


def _issue(kit: Kit, group: Group, number: int, row: Row) -> list[object]:
    out: list[object] = [number, row.issue.name, kit.say(f"relation.{group.relation}")]
    for side, cell in enumerate(row.cells):
        lead = cell.lead
        said = kit.sentences.words(lead) if lead else kit.sentences.nothing(group.relation, side)
        told = [] if lead is None or lead.own else [kit.say("register.told", B=kit.analysis.sides[1 - side].in_text)]
        proof = " ".join(map(str, kit.register.numbers(cell.stances)))
        act = kit.say(f"act.{lead.act}") if lead else None
        out += [kit.say("list.comma").join([said, *told]), act, lead.force if lead else None, proof]
    return out


def register(kit: Kit) -> str:
    """Write a row for each piece of evidence: who said it where, which rules read it, its sentence."""
    head = (
        "number",
        "speaker",
        "side",
        "kind",
        "document",
        "publisher",
        "date",
        "sha256",
        "line",
        "rules",
        "issues",
        "words",
    )
    rows = []
    for entry in kit.register.entries:
        statement, document = entry.statement, entry.statement.document
        rows.append(
            [
                entry.number,
                kit.sentences.speaker(entry.stances[0]),
                " ".join(sorted({s.side for s in entry.statements if s.side})),
                kit.sentences.kind(statement.kind),
                document.title or document.path,
                document.publisher,
                document.date.isoformat() if document.date else None,
                document.sha256,
                document.line(statement.span.start),
                " ".join(entry.rules),
                " ".join(dict.fromkeys(s.issue for s in entry.stances)),
                " ".join(statement.words.split()),
            ]
        )
    return _written(head, rows)


def _written(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(map(_safe, head))
    writer.writerows([_safe(value) for value in row] for row in rows)
    return _BOM + out.getvalue()


def _safe(value: object) -> object:
    """Keep words from being a formula.

    >>> _safe("=1+1"), _safe("a-b"), _safe(None), _safe(-1)
    ("'=1+1", 'a-b', '', -1)
    """
    if value is None or isinstance(value, int):
        return "" if value is None else value
    text = whole(str(value))
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA) else text
