"""Statements follow their stances. In: what a desk gave to other holders or added. Out: both, as they then belong."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from briefing.model import Document, Stance, Statement
from briefing.review.holders import DESK, hashed


def follow(
    statements: Sequence[Statement], stances: Sequence[Stance]
) -> tuple[tuple[Statement, ...], tuple[Stance, ...]]:
    """Let the statements follow their stances.

    Where all stances of a statement went to another holder, so does the statement; where some did, a copy goes.
    """
    wanted: dict[str, list[Statement]] = {}
    for stance in stances:
        versions = wanted.setdefault(stance.statement.id, [])
        if stance.statement not in versions:
            versions.append(stance.statement)
    kept = [version for s in statements for version in _versions(s, wanted.get(s.id, []))]
    places = {(s.id, version.side, version.speaker): s2 for s, version, s2 in kept}
    moved = (
        replace(s, statement=places[s.statement.id, s.statement.side, s.statement.speaker]) if s.edit else s
        for s in stances
    )
    return tuple(s2 for *_, s2 in kept), tuple(moved)


def _versions(statement: Statement, wanted: Sequence[Statement]) -> list[tuple[Statement, Statement, Statement]]:
    """Give a statement, each version of it that is wanted, and that with an id of its own."""
    if not wanted or statement in wanted:
        others = [v for v in wanted if v != statement]
        first = statement
    else:
        first, others = wanted[0], list(wanted[1:])
    copies = [(v, replace(v, id=hashed("s", [v.id, v.side, v.speaker]))) for v in others]
    return [(statement, first, first), *((statement, v, copy) for v, copy in copies)]


def join(
    statements: Sequence[Statement], added: Iterable[Stance], documents: Sequence[Document]
) -> tuple[tuple[Statement, ...], tuple[Stance, ...]]:
    """Put the statements of added stances behind the others; give all of them, and the added stances in order.

    An added stance gets a statement of its own where that of the program went to another holder.
    """
    held = {s.id: s for s in statements}
    place = {d.id: n for n, d in enumerate(documents)}
    ordered = sorted(added, key=lambda s: (place[s.statement.document.id], s.evidence, s.id))
    joined = tuple(_apart(stance, held.get(stance.statement.id)) for stance in ordered)
    return tuple({**held, **{s.statement.id: s.statement for s in joined}}.values()), joined


def _apart(stance: Stance, held: Statement | None) -> Stance:
    own = stance.statement
    if held in (None, own):
        return stance
    return replace(stance, statement=replace(own, id=hashed("s", [own.id, own.side, own.speaker, DESK])))
