"""All counts at once. In: an analysis, and the trials of its rules; out: its `Coverage`."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.coverage.balance import balances
from briefing.coverage.counts import clashes, count_rules, totals
from briefing.coverage.density import alarms, count_patterns
from briefing.coverage.phrases import frequent
from briefing.coverage.values import Coverage
from briefing.model import Analysis, Trial


def cover(analysis: Analysis, trials: Sequence[Trial], *, top: int = 20) -> Coverage:
    """Count what the rules of an analysis do and miss.

    Args:
        analysis: statements, stances and the rules that made them.
        trials: rules tried on the statements; of these, the ones that another rule outweighed are counted.
        top: how many phrases to propose at most.
    """
    rules, patterns = count_rules(analysis, trials), count_patterns(analysis)
    return Coverage(
        ruleset=analysis.ruleset,
        sides=analysis.sides,
        documents=analysis.documents,
        totals=totals(analysis),
        rules=rules,
        clashes=clashes(trials),
        alarms=alarms(analysis, rules, patterns),
        patterns=patterns,
        balances=balances(analysis),
        phrases=frequent(analysis, top),
    )
