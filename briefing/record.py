"""The analysis as a file. In: an `Analysis`; out: the JSON that measures, tools and the PDF's attachment read.

The form is `briefing.analysis/1`: within version 1 keys may be added, none is removed or renamed.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, replace
from typing import Any

from briefing.model import (
    Analysis,
    Answer,
    Cell,
    Document,
    Edit,
    Finding,
    Look,
    Outline,
    Reviewed,
    Row,
    Span,
    Stance,
    Statement,
    Weight,
)

SCHEMA = "briefing.analysis/1"

Json = dict[str, Any]


def record(analysis: Analysis, *, version: str, text: bool = True, look: Look | None = None) -> bytes:
    """Write an analysis as UTF-8 JSON, the same bytes for the same analysis.

    Args:
        analysis: what was found.
        version: of the program.
        text: whether the documents' full text goes along.
        look: how the pages are set that show it, if any do.
    """
    data = _analysis(analysis, version, text) | ({"page": _page(look)} if look else {})
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _analysis(a: Analysis, version: str, text: bool) -> Json:
    rules = a.ruleset
    return {
        "schema": SCHEMA,
        "generator": {"name": "briefing", "version": version},
        "as_of": {"date": a.as_of.date.isoformat() if a.as_of.date else None, "from": a.as_of.source},
        "ruleset": {
            "id": rules.id,
            "version": rules.version,
            "sha256": rules.sha256,
            "files": [{"path": f.path, "sha256": f.sha256} for f in rules.files],
        },
        "sides": [{"id": s.id, "name": s.name} for s in a.sides],
        "issues": [
            {
                "id": i.id,
                "name": i.name,
                "propositions": [{"id": p.id, "label": p.label, "text": p.text} for p in i.propositions],
            }
            for i in rules.issues
        ],
        "documents": [_document(d, text) for d in a.documents],
        "statements": [_statement(s) for s in a.statements],
        "stances": [_stance(s) for s in a.stances],
        "comparison": [_row(r, a.outline) for r in a.rows],
        "outline": _outline(a.outline),
        "findings": [_finding(f) for f in a.findings],
        **({"review": _review(a.review)} if a.review else {}),
    }


def _review(review: Reviewed) -> Json:
    return {
        "path": review.path,
        "sha256": review.sha256,
        "reviewed": review.signed,
        "total": review.total,
        "open": list(review.open),
        "struck": [_stance(s) for s in review.struck],
        "stale": review.stale,
    }


def _page(look: Look) -> Json:
    fonts = [{"name": face.name, "sha256": face.sha256} for face in look.fonts]
    return {**asdict(replace(look, fonts=())), "fonts": fonts}


def _document(d: Document, text: bool) -> Json:
    return {
        "id": d.id,
        "path": d.path,
        "sha256": d.sha256,
        "title": d.title,
        "publisher": d.publisher,
        "date": d.date.isoformat() if d.date else None,
        "genre": d.genre,
        "side": d.side,
        "occasion": d.occasion,
        "url": d.url,
        "language": d.language,
        "inferred": list(d.inferred),
        "sentences": len(d.sentences),
        **({"text": d.text} if text else {}),
    }


def _statement(s: Statement) -> Json:
    cue = {**_span(s.cue), "text": s.document.words(s.cue)} if s.cue else None
    return {
        "id": s.id,
        "document": s.document.id,
        **_span(s.span),
        "kind": s.kind,
        "headline": s.headline,
        "side": s.side,
        "speaker": s.speaker,
        "authority": int(s.authority),
        "source": _span(s.source) if s.source else None,
        "cue": cue,
        "content": _spans(s.content),
        "addressee": s.addressee,
        "via": s.via,
        "channel": s.channel,
        "found_by": s.found_by,
        "frame": s.frame,
        "resolved_by": s.resolved_by,
    }


def _stance(s: Stance) -> Json:
    return {
        "id": s.id,
        "statement": s.statement.id,
        "side": s.side,
        "issue": s.issue,
        "proposition": s.proposition,
        "position": s.position,
        "act": s.act,
        "force": s.force,
        "modality": s.modality,
        "carried": s.carried,
        "via": s.via,
        "covers": _span(s.covers),
        "evidence": [{**_span(e), "text": s.statement.document.words(e)} for e in s.evidence],
        "line": s.statement.document.line(s.evidence[0].start if s.evidence else s.covers.start),
        "words": s.words,
        "ask": s.ask,
        "rule": {"id": s.rule, "place": str(s.place)},
        **({"edit": _edit(s.edit)} if s.edit else {}),
    }


def _edit(edit: Edit) -> Json:
    return {"decision": edit.decision, "by": edit.by, "why": edit.why, "place": str(edit.place), "was": dict(edit.was)}


def _row(row: Row, outline: Outline) -> Json:
    weights = {w.side: w for w in outline.weights if w.issue.id == row.issue.id}
    return {
        "issue": row.issue.id,
        "relation": row.relation,
        "confirmed": row.confirmed,
        "summary": row.summary,
        "cells": {c.side: _cell(c, weights.get(c.side)) for c in row.cells},
        "propositions": [_answer(a, [c.side for c in row.cells]) for a in row.answers],
    }


def _cell(cell: Cell, weight: Weight | None) -> Json:
    return {
        "summary": cell.lead.words if cell.lead else None,
        "stances": [s.id for s in cell.stances],
        "force": cell.force,
        "kinds": dict(cell.kinds),
        "thin": cell.thin,
        "sentences": weight.sentences if weight else 0,
        "share": weight.share if weight else 0.0,
        "order": weight.order if weight else None,
    }


def _answer(answer: Answer, sides: Sequence[str]) -> Json:
    return {
        "id": answer.proposition.id,
        "relation": answer.relation,
        "confirmed": answer.confirmed,
        "positions": dict(zip(sides, answer.positions, strict=True)),
        "sentence": answer.sentence,
    }


def _outline(o: Outline) -> Json:
    return {
        "overlap": o.overlap,
        "asks": [
            {"side": a.side, "ask": a.words, "force": a.force, "stances": [s.id for s in a.stances]} for a in o.asks
        ],
        "deliverables": [
            {"issue": d.issue.id, "words": d.words, "stances": [s.id for s in d.stances]} for d in o.deliverables
        ],
        "names": [{"matter": n.matter, "names": dict(n.names)} for n in o.names],
        "meetings": [{"occasion": m.occasion, "documents": [d.id for d in m.documents]} for m in o.meetings],
    }


def _finding(f: Finding) -> Json:
    return {
        "code": f.code,
        "document": f.document.id if f.document else None,
        "start": f.span.start if f.span else None,
        "stop": f.span.stop if f.span else None,
        "message": f.message,
    }


def _span(span: Span) -> Json:
    return {"start": span.start, "stop": span.stop}


def _spans(spans: Iterable[Span]) -> list[Json]:
    return [_span(s) for s in spans]
