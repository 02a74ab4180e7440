"""Look at the two sides' texts as wholes. In: what was compared; out: weights, asks, deliverables, names, meetings.

Where a side puts its words is a finding of its own: salience as the share of a side's coded sentences follows the
Manifesto coders, the overlap of two such spreads Sigelman and Buell 2004. Nothing here changes a row.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefing.model import (
    Act,
    Ask,
    Deliverable,
    Document,
    Issue,
    Kind,
    Meeting,
    NamingPair,
    Outline,
    RuleSet,
    Side,
    Span,
    Stance,
    Statement,
    Weight,
)
from briefing.phrases import Phrases

Sentence = tuple[str, Span]

_ASKING = frozenset({Act.REQUEST, Act.DEMAND, Act.WARN})
_PROMISING = frozenset({Act.COMMIT, Act.ASSURE})


def outline(
    documents: Sequence[Document],
    statements: Sequence[Statement],
    stances: Sequence[Stance],
    sides: tuple[Side, Side],
    ruleset: RuleSet,
) -> Outline:
    """Say what the two sides' texts as wholes show; headlines and what is only told count for nobody."""
    ids = (sides[0].id, sides[1].id)
    own = [s for s in stances if s.side in ids and s.own and not s.statement.headline]
    weights = tuple(w for side in ids for w in _weights([s for s in own if s.side == side], side, ruleset.issues))
    return Outline(
        weights=weights,
        overlap=_overlap(weights, ids),
        asks=tuple(ask for side in ids for ask in _asks(s for s in own if s.side == side)),
        deliverables=tuple(_deliverables(own, ids, ruleset)),
        names=tuple(_names(statements, ids, ruleset)),
        meetings=tuple(_meetings(documents, ids)),
    )


# ── weights ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def _sentences(stances: Iterable[Stance]) -> set[Sentence]:
    return {(s.statement.document.id, span) for s in stances for span in _covered(s)}


def _covered(stance: Stance) -> list[Span]:
    return [s for s in stance.statement.document.sentences if stance.covers.holds(s)] or [stance.covers]


def _weights(stances: Sequence[Stance], side: str, issues: Iterable[Issue]) -> list[Weight]:
    """Count a side's sentences by issue; one on two issues counts for both, so shares may exceed 1 in sum."""
    total = len(_sentences(stances))
    found = {i.id: _sentences(s for s in stances if s.issue == i.id) for i in issues}
    order = sorted((min(where), id) for id, where in found.items() if where)
    places = {id: place for place, (_, id) in enumerate(order, 1)}
    return [
        Weight(
            issue=issue,
            side=side,
            sentences=len(found[issue.id]),
            share=round(len(found[issue.id]) / total, 3),
            order=places[issue.id],
        )
        for issue in issues
        if found[issue.id]
    ]


def _overlap(weights: Sequence[Weight], sides: tuple[str, str]) -> float | None:
    """Give 100 less half the sum of the differences of the two spreads in percent; None unless both sides speak."""
    spreads = [{w.issue.id: w.sentences for w in weights if w.side == side} for side in sides]
    sums = [sum(spread.values()) for spread in spreads]
    if not all(sums):
        return None
    issues = sorted({id for spread in spreads for id in spread})
    apart = sum(abs(100 * spreads[0].get(i, 0) / sums[0] - 100 * spreads[1].get(i, 0) / sums[1]) for i in issues)
    return round(100 - apart / 2, 1)


# ── asks and deliverables ───────────────────────────────────────────────────────────────────────────────────────────


def _asks(stances: Iterable[Stance]) -> list[Ask]:
    """Gather what one side asks, the most forceful first; what both say together asks nobody."""
    gathered: dict[str, list[Stance]] = {}
    for s in stances:
        if s.ask and s.act in _ASKING and s.statement.kind != Kind.JOINT:
            gathered.setdefault(s.ask, []).append(s)
    asks = [
        Ask(side=found[0].side, words=words, force=max(s.force for s in found), stances=tuple(found))
        for words, found in gathered.items()
    ]
    return sorted(asks, key=lambda a: -a.force)


def _deliverables(stances: Sequence[Stance], sides: tuple[str, str], ruleset: RuleSet) -> Iterable[Deliverable]:
    """Give what both sides promise: the same rule holds for both, and each of them commits or assures."""
    rules = dict.fromkeys(s.rule for s in stances if s.act in _PROMISING)
    for rule in rules:
        found = tuple(s for s in stances if s.rule == rule and s.act in _PROMISING)
        if {s.side for s in found} == set(sides):
            yield Deliverable(issue=ruleset.issue(found[0].issue), words=found[0].words, stances=found)


# ── names and meetings ──────────────────────────────────────────────────────────────────────────────────────────────


def _names(statements: Sequence[Statement], sides: tuple[str, str], ruleset: RuleSet) -> Iterable[NamingPair]:
    """Give the matters of the rules that the two sides' own words call by different names."""
    used: dict[str, dict[str, str]] = {}
    for naming in (n for n in ruleset.namings if n.side in sides):
        phrases = Phrases(naming.any)
        own = (s for s in statements if s.side == naming.side and s.via is None)
        if any(phrases.find(s.words) for s in own):
            used.setdefault(naming.matter, {}).setdefault(naming.side, naming.name)
    for matter, names in used.items():
        if len(names) > 1:
            yield NamingPair(matter=matter, names={side: names[side] for side in sides})


def _meetings(documents: Sequence[Document], sides: tuple[str, str]) -> Iterable[Meeting]:
    """Pair the own texts of the two sides that are on one occasion."""
    for ours in (d for d in documents if d.side == sides[0]):
        for theirs in (d for d in documents if d.side == sides[1]):
            if ours.shares_occasion(theirs):
                yield Meeting(occasion=ours.occasion, documents=(ours, theirs))
