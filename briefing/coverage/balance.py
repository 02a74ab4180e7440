"""Whether the rules treat the two sides alike. In: an analysis; out: a `Balance` per issue, with plain questions."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.coverage.values import Balance, SideCount
from briefing.model import Analysis, Issue, Rule, Side

TIMES = 3  # as much as the other side, and a question is asked
FEW = 5  # patterns, or statements on the issue, below which none is


def balances(analysis: Analysis) -> tuple[Balance, ...]:
    """Count, issue by issue, what the rules can say of each side and what they read."""
    return tuple(_balance(analysis, issue) for issue in analysis.ruleset.issues)


def _balance(analysis: Analysis, issue: Issue) -> Balance:
    first, second = (_count(analysis, issue, side) for side in analysis.sides)
    return Balance(issue=issue, sides=(first, second), questions=tuple(_questions(first, second)))


def _count(analysis: Analysis, issue: Issue, side: Side) -> SideCount:
    rules = [r for r in issue.rules if not r.sides or side.id in r.sides]
    stances = [s for s in analysis.stances if s.issue == issue.id and s.side == side.id]
    own = {r.id for r in issue.rules}
    return SideCount(
        side=side,
        rules=len(rules),
        patterns=len({p for r in rules for p in (*r.patterns.any, *r.patterns.all)}),
        affirms=len({r.proposition for r in rules if any(p > 0 for p in _positions(r))}),
        rejects=len({r.proposition for r in rules if any(p < 0 for p in _positions(r))}),
        spoken=len({s.statement.id for s in stances}),
        read=len({s.statement.id for s in stances if s.rule in own}),
    )


def _positions(rule: Rule) -> Iterator[int]:
    return (p for p in (rule.position, rule.negated, rule.conditional) if p is not None)


def _questions(first: SideCount, second: SideCount) -> Iterator[str]:
    less, more = sorted((first, second), key=lambda c: c.patterns)
    if more.patterns >= max(FEW, TIMES * less.patterns):
        yield f"{more.patterns} patterns can speak for {more.side.in_text}, {less.patterns} for {less.side.in_text}"
    if min(first.spoken, second.spoken) < FEW:
        return
    less, more = sorted((first, second), key=lambda c: c.read / c.spoken)
    if more.read * less.spoken >= TIMES * less.read * more.spoken and more.read:
        yield (
            f"rules read {more.read} of {more.spoken} statements by {more.side.in_text}, "
            f"{less.read} of {less.spoken} by {less.side.in_text}"
        )
