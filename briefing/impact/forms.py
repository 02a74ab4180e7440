"""The impact of an edit in three forms. In: `Impact`. Out: text, JSON (`briefing.impact/1`) or Markdown.

The JSON is `{"schema": "briefing.impact/1", "headline": "…", "old": WORD, "new": WORD, "notes": ["…"],
"edits": [{"part": "rule|issue|proposition|act|force|phrase|names", "id", "what": "added|removed|changed",
"place": "mine/issues/trade.yaml:9"|null, "details": [{"key", "old", "new", "added": […], "removed": […]}]}],
"briefing": CHANGES}`, where CHANGES is `briefing.changes/1`, documented in `briefing/changes/as_json.py`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict

from briefing.changes import headline, tree
from briefing.changes.as_markdown import escaped, fitted, table, tables
from briefing.changes.as_text import part, parts
from briefing.errors import shown
from briefing.impact.edits import Detail, Edit
from briefing.impact.run import Impact

SCHEMA = "briefing.impact/1"
_SHOWN = 6  # patterns of one key


def text(impact: Impact) -> str:
    """Say what an edit does: the headline, the rules, the briefing; one line where nothing differs."""
    if _nothing(impact):
        return shown(f"{_headline(impact)}.")
    lines = [f"{_headline(impact)}.", *(f"({note})" for note in impact.notes), *part("Rules", _rules(impact))]
    return shown("\n".join([*lines, *parts(impact.changes)]))


def as_json(impact: Impact) -> str:
    """Write what an edit does for other programs."""
    data = {
        "schema": SCHEMA,
        "headline": _headline(impact),
        "old": impact.old,
        "new": impact.new,
        "notes": list(impact.notes),
        "edits": [{**asdict(e), "place": str(e.place) if e.place else None} for e in impact.edits],
        "briefing": tree(impact.changes),
    }
    return json.dumps(data, ensure_ascii=False, indent=1)


def markdown(impact: Impact) -> str:
    """Write what an edit does for a comment on a pull request."""
    title = f"**{escaped(_headline(impact))}.**"
    if _nothing(impact):
        return title

    def render(rows: int) -> str:
        edits = [(e.part, e.id, e.what, "; ".join(_details(e)), str(e.place or "")) for e in impact.edits]
        rules = table("Rules", ("Part", "Name", "Edit", "What", "Where"), edits, rows)
        notes = escaped("; ".join(impact.notes))
        return "\n".join([title, "", f"<sub>{notes}</sub>", *rules, *tables(impact.changes, rows)])

    return fitted(render)


FORMS: Mapping[str, Callable[[Impact], str]] = {"text": text, "json": as_json, "markdown": markdown}


def _nothing(impact: Impact) -> bool:
    return impact.changes.empty and not impact.edits


def _headline(impact: Impact) -> str:
    """Say what of the briefing moves, or that nothing does although the rules differ: readers ask about it first."""
    said = headline(impact.changes)
    if _nothing(impact):
        return f"{said}: the rules of {impact.old} and {impact.new} say the same ({'; '.join(impact.notes)})"
    return f"{said}, though the rules differ" if impact.changes.empty else said


def _rules(impact: Impact) -> list[str]:
    return [_edit(edit) for edit in impact.edits]


def _edit(edit: Edit) -> str:
    where = f" ({edit.place})" if edit.place else ""
    details = "".join(f"\n    {detail}" for detail in _details(edit))
    return f"{edit.what:7} {edit.part} {edit.id}{where}{details}"


def _details(edit: Edit) -> Iterable[str]:
    if edit.part == "names":
        yield ", ".join(f"{d.new} {d.key}" for d in edit.details)
        return
    yield from map(_detail, edit.details)


def _detail(detail: Detail) -> str:
    if detail.added or detail.removed:
        return f"{detail.key}: " + "; ".join([*_listed("gained", detail.added), *_listed("lost", detail.removed)])
    return f"{detail.key}: {detail.old} -> {detail.new}"


def _listed(verb: str, words: tuple[str, ...]) -> Iterable[str]:
    if words:
        more = f" and {len(words) - _SHOWN} more" if len(words) > _SHOWN else ""
        yield f"{verb} " + ", ".join(f"“{word}”" for word in words[:_SHOWN]) + more
