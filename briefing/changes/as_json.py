"""Changes for other programs. In: `Changes`. Out: JSON values.

`{"schema": "briefing.changes/1", "headline": "…", "old": {"pack", "version", "sha256", "sides"}, "new": {…},
"documents": [{"path", "what": "gained|lost|changed"}],
"cells": [{"issue", "side", "old": STANCE|null, "new": STANCE|null, "because": [CAUSE]}],
"relations": [{"issue", "old": RELATION|null, "new": …, "because"}],
"sentences": [{"issue", "old", "new"}],
"propositions": [{"issue", "id", "old": {"relation", "confirmed", "positions"}|null, "new": …, "because"}],
"stances": {"gained": [STANCE], "lost": [STANCE], "changed": [{"old": STANCE, "new": STANCE, "fields": [NAME]}]}}`

A STANCE has id, side, issue, proposition, position, act, force, modality, carried, via, words, rule, quote, document,
line and desk; a RELATION has relation and confirmed; a CAUSE has `what`, `stance` (its id), `rule` and `words`. Keys
may be added, none is removed or renamed within version 1.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from briefing.changes.compare import Changes, Difference, What
from briefing.changes.picture import Picture, SeenAnswer, SeenIssue, SeenStance
from briefing.changes.words import cause, headline

SCHEMA = "briefing.changes/1"

Json = dict[str, Any]


def tree(changes: Changes) -> Json:
    """Give changes as values that JSON can hold."""
    return {
        "schema": SCHEMA,
        "headline": headline(changes),
        "old": _picture(changes.old),
        "new": _picture(changes.new),
        "documents": [{"path": t.path, "what": t.what} for t in changes.texts],
        "cells": [
            {"issue": c.issue, "side": c.side, "old": _stance(c.old), "new": _stance(c.new), **_because(c.causes)}
            for c in changes.cells
        ],
        "relations": [
            {"issue": r.issue, "old": _relation(r.old), "new": _relation(r.new), **_because(r.causes)}
            for r in changes.relations
        ],
        "propositions": [
            {"issue": a.issue, "id": a.proposition, "old": _answer(a.old), "new": _answer(a.new), **_because(a.causes)}
            for a in changes.answers
        ],
        "sentences": [{"issue": s.issue, "old": s.old, "new": s.new} for s in changes.sentences],
        "stances": {
            "gained": [_stance(d.new) for d in changes.of(What.GAINED)],
            "lost": [_stance(d.old) for d in changes.of(What.LOST)],
            "changed": list(map(_changed, changes.of(What.CHANGED))),
        },
    }


def _picture(picture: Picture) -> Json:
    return {
        "pack": picture.pack,
        "version": picture.version,
        "sha256": picture.rules_sha256,
        "sides": list(picture.sides),
    }


def _stance(seen: SeenStance | None) -> Json | None:
    if seen is None:
        return None
    return {**{name: getattr(seen, name) for name in _FIELDS}, "document": seen.text.path}


_FIELDS = (
    *("id", "side", "issue", "proposition", "position", "act", "force", "modality"),
    *("carried", "via", "words", "rule", "quote", "line", "desk"),
)


def _changed(difference: Difference) -> Json:
    return {"old": _stance(difference.old), "new": _stance(difference.new), "fields": list(difference.fields)}


def _relation(issue: SeenIssue | SeenAnswer | None) -> Json | None:
    return {"relation": issue.relation, "confirmed": issue.confirmed} if issue else None


def _answer(answer: SeenAnswer | None) -> Json | None:
    return {**(_relation(answer) or {}), "positions": dict(answer.positions)} if answer else None


def _because(causes: Sequence[Difference]) -> Json:
    return {"because": list(_causes(causes))}


def _causes(causes: Iterable[Difference]) -> Iterable[Json]:
    for each in causes:
        yield {"what": each.what, "stance": each.stance.id, "rule": each.stance.rule, "words": cause(each)}
