"""A coverage as JSON, for tools. In: a `Coverage`; out: text of the form `briefing.coverage/1`.

Within version 1 keys may be added, none is removed or renamed. Places in documents are file and line.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from briefing.coverage import balance, density
from briefing.coverage.values import Alarm, Balance, Clash, Coverage, FrequentPhrase, PatternCount, RuleCount, SideCount
from briefing.model import Document, Span

SCHEMA = "briefing.coverage/1"

Json = dict[str, Any]


def record(coverage: Coverage) -> str:
    """Write a coverage as JSON, the same text for the same coverage."""
    return json.dumps(_coverage(coverage), ensure_ascii=False, indent=1)


def _coverage(c: Coverage) -> Json:
    return {
        "schema": SCHEMA,
        "ruleset": {"id": c.ruleset.id, "version": c.ruleset.version, "sha256": c.ruleset.sha256},
        "sides": [{"id": s.id, "name": s.name} for s in c.sides],
        "documents": [{"id": d.id, "path": d.path, "sha256": d.sha256} for d in c.documents],
        "thresholds": {
            "alarm": {"share": density.SHARE, "statements": density.FEW},
            "balance": {"times": balance.TIMES, "least": balance.FEW},
        },
        "totals": asdict(c.totals),
        "rules": [_rule(r) for r in c.rules],
        "clashes": [_clash(x) for x in c.clashes],
        "alarms": [_alarm(a) for a in c.alarms],
        "about": [_pattern(p) for p in c.patterns],
        "balance": [_balance(b) for b in c.balances],
        "phrases": [_phrase(p) for p in c.phrases],
    }


def _rule(r: RuleCount) -> Json:
    return {
        "id": r.rule.id,
        "issue": r.rule.issue,
        "place": str(r.rule.place),
        "hits": r.hits,
        "documents": r.documents,
        "alone": r.alone,
        "shared": r.shared,
        "won": r.won,
        "lost": r.lost,
        "held": r.held,
        "asked": r.asked,
    }


def _clash(x: Clash) -> Json:
    return {"winner": x.winner.id, "loser": x.loser.id, "times": x.times, "first": _place(x.document, x.sentence)}


def _alarm(a: Alarm) -> Json:
    return {"name": a.name, "place": str(a.place), "held": a.held, "asked": a.asked, "documents": a.documents}


def _pattern(p: PatternCount) -> Json:
    return {
        "issue": p.issue.id,
        "pattern": p.pattern,
        "weak": p.weak,
        "statements": p.statements,
        "documents": p.documents,
    }


def _balance(b: Balance) -> Json:
    return {"issue": b.issue.id, "sides": {s.side.id: _side(s) for s in b.sides}, "questions": list(b.questions)}


def _side(s: SideCount) -> Json:
    return {
        "rules": s.rules,
        "patterns": s.patterns,
        "affirms": s.affirms,
        "rejects": s.rejects,
        "spoken": s.spoken,
        "read": s.read,
    }


def _phrase(p: FrequentPhrase) -> Json:
    return {
        "pattern": p.pattern,
        "statements": p.statements,
        "documents": p.documents,
        "issues": list(p.issues),
        "example": {
            **_place(p.document, p.words),
            "start": p.words.start,
            "stop": p.words.stop,
            "sentence": p.document.words(p.sentence),
        },
    }


def _place(document: Document, span: Span) -> Json:
    return {"document": document.id, "path": document.path, "line": document.line(span.start)}
