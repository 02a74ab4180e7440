"""What each rule does. In: an analysis and the trials of its rules; out: totals, a count per rule, clashes."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from briefing.coverage.values import Clash, RuleCount, Totals
from briefing.model import Analysis, Rule, RuleSet, Stance, Status, Trial

Heard = tuple[str, int, str]  # a sentence of a side: document, where it starts, side


def rules_of(ruleset: RuleSet) -> tuple[Rule, ...]:
    """Give the rules of a rule set that can hold, in its order."""
    return tuple(r for issue in ruleset.issues for r in issue.rules if r.status != Status.DEPRECATED)


def by_rule(analysis: Analysis) -> dict[str, list[Stance]]:
    """Give the stances that each rule made; a stance by an issue's `about` alone is no rule's."""
    out: dict[str, list[Stance]] = {rule.id: [] for rule in rules_of(analysis.ruleset)}
    for stance in analysis.stances:
        if stance.rule in out:
            out[stance.rule].append(stance)
    return out


def totals(analysis: Analysis) -> Totals:
    """Sort the statements by how far the rules reach into them."""
    made = [s for stances in by_rule(analysis).values() for s in stances]
    position = {s.statement.id for s in made if s.position is not None}
    rule = {s.statement.id for s in made} - position
    issue = {s.statement.id for s in analysis.stances} - position - rule
    of_a_side = sum(s.side is not None for s in analysis.statements)
    return Totals(
        statements=len(analysis.statements),
        of_a_side=of_a_side,
        with_position=len(position),
        with_rule=len(rule),
        with_issue=len(issue),
        untouched=of_a_side - len(position) - len(rule) - len(issue),
    )


def count_rules(analysis: Analysis, trials: Sequence[Trial]) -> tuple[RuleCount, ...]:
    """Count what each rule does, also for those that do nothing."""
    made = by_rule(analysis)
    readers = _readers(analysis.ruleset, made)
    lost = Counter(t.rule.id for t in trials if t.outweighed_by)
    won = Counter(t.outweighed_by.id for t in trials if t.outweighed_by)
    asked = Counter(s.side for s in analysis.statements if s.side)
    return tuple(
        RuleCount(
            rule=rule,
            hits=len(made[rule.id]),
            documents=len({s.statement.document.id for s in made[rule.id]}),
            alone=sum(rule.id in r and len(r) == 1 for r in readers[rule.issue].values()),
            shared=sum(rule.id in r and len(r) > 1 for r in readers[rule.issue].values()),
            won=won[rule.id],
            lost=lost[rule.id],
            held=len({s.statement.id for s in made[rule.id]}),
            asked=sum(n for side, n in asked.items() if not rule.sides or side in rule.sides),
        )
        for rule in rules_of(analysis.ruleset)
    )


def _readers(ruleset: RuleSet, made: dict[str, list[Stance]]) -> dict[str, dict[Heard, set[str]]]:
    """Give, for each issue and each sentence of a side, the rules of the issue that read it."""
    out: dict[str, dict[Heard, set[str]]] = defaultdict(lambda: defaultdict(set))
    for rule in rules_of(ruleset):
        for stance in made[rule.id]:
            for heard in _heard(stance):
                out[rule.issue][heard].add(rule.id)
    return out


def _heard(stance: Stance) -> Iterator[Heard]:
    for sentence in stance.statement.sentences:
        if stance.covers.holds(sentence):
            yield stance.statement.document.id, sentence.start, stance.side


def clashes(trials: Sequence[Trial]) -> tuple[Clash, ...]:
    """Give each pair of rules that clashed, the pair that did so most often first."""
    pairs: dict[tuple[str, str], list[tuple[Trial, Rule]]] = defaultdict(list)
    for trial in trials:
        if winner := trial.outweighed_by:
            pairs[winner.id, trial.rule.id].append((trial, winner))
    found = [
        Clash(
            winner=winner,
            loser=first.rule,
            times=len(pair),
            document=first.statement.document,
            sentence=first.sentence,
        )
        for pair in pairs.values()
        for first, winner in pair[:1]
    ]
    return tuple(sorted(found, key=lambda c: (-c.times, c.winner.id, c.loser.id)))
