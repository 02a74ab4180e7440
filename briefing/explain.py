"""How a result came about. In: an `Analysis`; out: plain lines on each statement and the rules that read it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefing.errors import ChoiceError, shown
from briefing.model import Analysis, Span, Stance, Statement

_WIDTH = 110


def why(analysis: Analysis, *, line: int | None = None, statement: str | None = None) -> str:
    """Explain the statements of an analysis, or those at one line of a text, or one by its id.

    Raises:
        ChoiceError: no statement stands there.
    """
    chosen = [s for s in analysis.statements if _wanted(s, line, statement)]
    if not chosen and (line or statement):
        place = f"--at {line}" if line else f"--statement {statement}"
        raise ChoiceError(f"{place}: no statement was found there; leave it out to see them all")
    return shown("\n\n".join("\n".join(_explained(s, analysis.stances)) for s in chosen) or "no statement was found")


def _wanted(statement: Statement, line: int | None, id: str | None) -> bool:
    document = statement.document
    if id is not None:
        return statement.id == id
    return line is None or document.line(statement.span.start) <= line <= document.line(statement.span.stop)


def _explained(statement: Statement, stances: Sequence[Stance]) -> Iterable[str]:
    document = statement.document
    yield f"{document.path}:{document.line(statement.span.start)}  {statement.id}"
    yield f"  “{_short(statement.words)}”"
    yield f"  who       {_holder(statement)}"
    yield f"  found     {statement.kind}, by {statement.found_by or 'its form'}{_at(statement, 'cue', statement.cue)}"
    held = [s for s in stances if s.statement.id == statement.id]
    for stance in held:
        yield from _read(stance)
    if not held:
        yield "  rules     none reads it" if statement.side else "  rules     nobody's side, so no rule is asked"


def _holder(statement: Statement) -> str:
    side = statement.side or "no side"
    told = f", as {statement.via} tells it" if statement.via else ""
    how = f", resolved by {statement.resolved_by}" if statement.resolved_by else ""
    return f"{side}, {statement.speaker or 'unresolved'}{told}{how}{_at(statement, 'source', statement.source)}"


def _read(stance: Stance) -> Iterable[str]:
    held = f"{stance.proposition} {stance.position:+d}" if stance.position is not None else "no position"
    yield f"  {stance.issue:8}  {stance.rule} ({stance.place}): {held}, {stance.act} {stance.force}, {stance.modality}"
    if stance.carried:
        yield "            the words name no issue; it is carried over from what stands around them"
    for span in stance.evidence:
        yield f"            “{_short(stance.statement.document.words(span))}” {span.start}–{span.stop}"


def _at(statement: Statement, name: str, span: Span | None) -> str:
    if span is None:
        return ""
    return f"; {name} “{_short(statement.document.words(span))}” {span.start}–{span.stop}"


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _WIDTH else f"{words[:_WIDTH].rsplit(' ', 1)[0]} …"
