"""How a result came about. In: an `Analysis` and the rules tried; out: what held, and what lost."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefing.errors import ChoiceError, shown
from briefing.explain.lines import heading, tree, words_at
from briefing.model import Analysis, Span, Stance, Statement, Trial


def why(analysis: Analysis, trials: Sequence[Trial], *, line: int | None = None, statement: str | None = None) -> str:
    """Explain the statements of an analysis, or those at one line of a text, or one by its id.

    Raises:
        ChoiceError: no statement stands there.
    """
    chosen = [s for s in analysis.statements if wanted(s, line, statement)]
    if not chosen and (line or statement):
        place = f"--at {line}" if line else f"--statement {statement}"
        raise ChoiceError(f"{place}: no statement was found there; leave it out to see them all")
    struck = analysis.review.struck if analysis.review else ()
    explained = ("\n".join(_explained(s, (*analysis.stances, *struck), trials)) for s in chosen)
    return shown("\n\n".join(explained) or "no statement was found")


def wanted(statement: Statement, line: int | None, id: str | None) -> bool:
    """Whether a statement has the id, or stands at the line, that somebody asks for; without either, every one."""
    document = statement.document
    if id is not None:
        return statement.id == id
    return line is None or document.line(statement.span.start) <= line <= document.line(statement.span.stop)


def _explained(statement: Statement, stances: Sequence[Stance], trials: Sequence[Trial]) -> Iterable[str]:
    yield from heading(statement)
    yield f"  who       {_holder(statement)}"
    yield f"  found     {statement.kind}, by {_construction(statement)}{_at(statement, 'cue', statement.cue)}"
    tried = [t for t in trials if t.statement.id == statement.id]
    held = [s for s in stances if s.statement.id == statement.id]
    for stance in held:
        yield from _read(stance, [t for t in tried if t.held and _made(t, stance)])
        yield from _desk(stance)
    if not held:
        yield "  rules     none holds" if statement.side else "  rules     nobody's side, so no rule is asked"
    for trial in tried:
        if not trial.held:
            yield from _lost(trial)


def _made(trial: Trial, stance: Stance) -> bool:
    return trial.rule.id == stance.rule and trial.sentence.meets(stance.covers)


def _construction(statement: Statement) -> str:
    frame = f" ({statement.frame})" if statement.frame else ""
    return f"{statement.found_by or 'its form'}{frame}"


def _holder(statement: Statement) -> str:
    side = statement.side or "no side"
    told = f", as {statement.via} tells it" if statement.via else ""
    how = f", resolved by {statement.resolved_by}" if statement.resolved_by else ""
    return f"{side}, {statement.speaker or 'unresolved'}{told}{how}{_at(statement, 'source', statement.source)}"


def _read(stance: Stance, trials: Iterable[Trial]) -> Iterable[str]:
    held = f"{stance.proposition} {stance.position:+d}" if stance.position is not None else "no position"
    yield f"  {stance.issue}: {stance.rule} ({stance.place}): {held}, {stance.act} {stance.force}, {stance.modality}"
    if stance.carried:
        yield "      the words name no issue; it is carried over from what stands around them"
    document = stance.statement.document
    told = list(tree((c for trial in trials for c in trial.conditions), document))
    yield from (f"    {line}" for line in told)
    if not told:
        yield from (f"      {words_at(document, span)}" for span in stance.evidence)


def _desk(stance: Stance) -> Iterable[str]:
    """Tell what a desk decided."""
    if stance.edit is None:
        return
    was = "".join(f"; {name} was {'none' if value is None else value}" for name, value in stance.edit.was)
    why = f": {stance.edit.why}" if stance.edit.why else ""
    yield f"      desk edit ({stance.edit.place}): {stance.edit.decision} by {stance.edit.by}{was}{why}"


def _lost(trial: Trial) -> Iterable[str]:
    """Tell of a rule whose words were found and that gives no stance all the same."""
    yield f"  not {trial.rule.id} ({trial.rule.place})"
    failed = (c for c in trial.conditions if not c.held)
    yield from (f"    {line}" for line in tree(failed, trial.statement.document))


def _at(statement: Statement, name: str, span: Span | None) -> str:
    return f"; {name} {words_at(statement.document, span)}" if span else ""
