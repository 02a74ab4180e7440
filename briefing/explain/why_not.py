"""Why a rule gave no stance. In: the trials of one rule; out: where it came nearest, and what failed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefing.errors import ChoiceError, shown
from briefing.explain.lines import heading, tree
from briefing.explain.why import wanted
from briefing.model import Rule, Trial

_SHOWN = 3  # sentences shown where nobody asks for one


def why_not(rule: Rule, trials: Sequence[Trial], *, line: int | None = None, statement: str | None = None) -> str:
    """Explain why a rule does not hold: in one statement or at one line, else where it comes nearest.

    Raises:
        ChoiceError: no statement stands there.
    """
    asked = line is not None or statement is not None
    chosen = [t for t in trials if wanted(t.statement, line, statement)]
    if not chosen and asked:
        place = f"--at {line}" if line else f"--statement {statement}"
        raise ChoiceError(f"{place}: no statement was found there; leave it out to see where the rule comes nearest")
    held = [t for t in chosen if t.held]
    missed = sorted((t for t in chosen if not t.held), key=_far)
    near = missed if asked else [t for t in missed if _far(t) < _NOWHERE][:_SHOWN]
    blocks = ["\n".join(_explained(t)) for t in (*held, *near)]
    said = "" if asked else "; it comes nearest here:" if near else ", and comes near in none"
    return shown("\n\n".join([_summary(rule, len(chosen), len(held)) + ("" if held else said), *blocks]))


def _summary(rule: Rule, tried: int, held: int) -> str:
    sentences = f"{tried} sentence{'s' * (tried != 1)}"
    return f"{rule.id} ({rule.place}) holds in {held or 'none'} of {sentences} tried"


# How far off what failed is: words that are there and lost to something else are nearest.
_FAR = {"conflict": 0, "acts": 1, "negated": 1, "conditional": 1, "none": 1, "near": 2, "status": 2}
_NOWHERE = 100


def _far(trial: Trial) -> int:
    """Rank a trial by what failed; patterns of which no word is near come last of all."""
    failed = [c for c in trial.conditions if not c.held]
    if any(c.name in ("any", "all") and not c.spans for c in failed):
        return _NOWHERE
    return sum(_FAR.get(c.name, 3) + 1 for c in failed)


def _explained(trial: Trial) -> Iterable[str]:
    document = trial.statement.document
    yield from heading(trial.statement, trial.sentence)
    if trial.held:
        yield "  it holds here"
    yield from (f"  {line}" for line in tree(trial.conditions, document))
