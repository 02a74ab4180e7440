"""What hits too much or never. In: an analysis and its counts; out: the `about` patterns counted, and alarms.

The alarm is for words that say nothing: PETRARCH had "will" among its verbs for years, and coded all sentences with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.coverage.heard import pieces
from briefing.coverage.values import Alarm, PatternCount, RuleCount
from briefing.model import Analysis, Statement
from briefing.phrases import Phrases

SHARE = 0.15  # of the statements
FEW = 20  # statements below which a share says nothing


def count_patterns(analysis: Analysis) -> tuple[PatternCount, ...]:
    """Count the statements on an issue that each pattern of its `about` is found in.

    Weak words thus count where they made the issue, not wherever they stand beside another one's.
    """
    on = {(s.statement.id, s.issue) for s in analysis.stances if not s.carried}
    asked = [
        (issue, pattern, pattern in issue.about.weak)
        for issue in analysis.ruleset.issues
        for pattern in dict.fromkeys((*issue.about.any, *issue.about.all, *issue.about.weak))
    ]
    phrases = Phrases([pattern for _, pattern, _ in asked])
    found: list[list[Statement]] = [[] for _ in asked]
    for statement in analysis.statements:
        if statement.side:
            for number in sorted({h.pattern for piece in pieces(statement) for h in phrases.find(piece.words)}):
                if (statement.id, asked[number][0].id) in on:
                    found[number].append(statement)
    return tuple(
        PatternCount(
            issue=issue,
            pattern=pattern,
            weak=weak,
            statements=len(where),
            documents=len({s.document.id for s in where}),
        )
        for (issue, pattern, weak), where in zip(asked, found, strict=True)
    )


def alarms(analysis: Analysis, rules: Sequence[RuleCount], patterns: Sequence[PatternCount]) -> tuple[Alarm, ...]:
    """Name the rules and patterns that hold in more than a fair share of statements, and in most documents.

    A text on one subject may use its word in every sentence; only what is dense everywhere says nothing.
    """
    read = len(analysis.documents)
    return tuple(a for a in _all(analysis, rules, patterns) if _dense(a, read))


def _all(analysis: Analysis, rules: Sequence[RuleCount], patterns: Sequence[PatternCount]) -> Iterator[Alarm]:
    for r in rules:
        yield Alarm(name=r.rule.id, place=r.rule.place, held=r.held, asked=r.asked, documents=r.documents)
    asked = sum(s.side is not None for s in analysis.statements)
    for p in patterns:
        name = f"{p.issue.id}.about: {p.pattern}"
        yield Alarm(name=name, place=p.issue.place, held=p.statements, asked=asked, documents=p.documents)


def _dense(alarm: Alarm, read: int) -> bool:
    return alarm.asked >= FEW and alarm.held > SHARE * alarm.asked and 2 * alarm.documents > read
