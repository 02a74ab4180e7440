"""Which rules hold in a reading, and for which position. In: a reading and what was found in it; out: claims."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefing.model import Act, Rule, Span, Statement
from briefing.stances.index import Found, evidence
from briefing.stances.modality import condition, inner_negator, is_negative, negator


@dataclass(frozen=True, slots=True)
class Claim:
    """A rule that holds in a sentence, the words that make it hold, and the position it stands for there."""

    rule: Rule
    evidence: tuple[Span, ...]
    position: int | None


def claims(text: str, found: Found, rules: Iterable[Rule]) -> tuple[Claim, ...]:
    """Give the rules that hold in a sentence, without those that another outweighs."""
    held = every_claim(text, found, rules)
    return tuple(c for c in held if winner(c, held) is None)


def every_claim(text: str, found: Found, rules: Iterable[Rule]) -> list[Claim]:
    """Give the rules that hold in a sentence, in the order given, whether or not another outweighs them."""
    return [c for rule in rules if (spans := evidence(rule.patterns, found)) for c in _meant(text, rule, found, spans)]


def winner(claim: Claim, among: Sequence[Claim]) -> Claim | None:
    """Give the claim, of those in the order of the files, that outweighs one of them."""
    return next((other for other in among if _outweighs(other, claim, among)), None)


def denial(text: str, rule: Rule, found: Found, hit: Span) -> Span | None:
    """Give the negator that denies a hit, before it or between its words; a pattern may ask for negators of its own."""
    asked = (p for p in (*rule.patterns.any, *rule.patterns.all) if hit in found.get(p, ()))
    return negator(text, hit) or (None if any(map(is_negative, asked)) else inner_negator(text, hit))


def _meant(text: str, rule: Rule, found: Found, spans: Sequence[Span]) -> Iterable[Claim]:
    """Turn hits into a claim: plain ones first, else what the rule says of denied or conditional ones."""
    denied = tuple(s for s in spans if denial(text, rule, found, s))
    plain = tuple(s for s in spans if s not in denied and not condition(text, s))
    if plain:
        yield Claim(rule, plain, rule.position)
        return
    if denied and rule.negated is not None:
        yield Claim(rule, denied, rule.negated)
    elif not denied and rule.conditional is not None:
        yield Claim(rule, tuple(spans), rule.conditional)
    elif not denied and rule.position is None:
        yield Claim(rule, tuple(spans), None)


def _outweighs(one: Claim, other: Claim, order: Sequence[Claim]) -> bool:
    """Whether two claims clash on overlapping words and the first wins: longer evidence, then earlier in the files."""
    a, b = one.rule, other.rule
    clash = a.issue == b.issue and a.proposition == b.proposition and a.proposition and one.position != other.position
    if one is other or not clash or not any(x.meets(y) for x in one.evidence for y in other.evidence):
        return False
    longer = sum(map(len, one.evidence)) - sum(map(len, other.evidence))
    return longer > 0 or (longer == 0 and order.index(one) < order.index(other))


def allowed(rule: Rule, statement: Statement, act: Act | None = None) -> bool:
    """Whether the limits of a rule let it hold for a statement; without an act, its limit to acts is not asked."""
    limits: tuple[tuple[Sequence[object], object], ...] = (
        (rule.sides, statement.side),
        (rule.kinds, statement.kind),
        (rule.via, statement.via),
        (rule.addressee, statement.addressee),
        (rule.acts if act else (), act),
    )
    return all(not wanted or value in wanted for wanted, value in limits)
