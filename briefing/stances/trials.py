"""Rules tried on sentences, with every condition told. In: statements and a rule set; out: a `Trial` for each.

What holds is decided by the functions that `detect` uses; here it is only told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefing.model import Condition, Rule, RuleSet, Span, Statement, Status, Trial
from briefing.phrases import Phrases, nearest
from briefing.stances.acts import act
from briefing.stances.context import Around
from briefing.stances.detect import Detector, by_document
from briefing.stances.index import Found, evidence
from briefing.stances.modality import condition
from briefing.stances.positions import Claim, denial, every_claim, winner
from briefing.stances.reading import Reading


def trials(statements: Sequence[Statement], ruleset: RuleSet, rule: Rule | None = None) -> tuple[Trial, ...]:
    """Try the rules of which a pattern is found on every sentence of a side, or one rule on every sentence of anybody.

    Returns:
        the trials, in the order of the documents; of one sentence in the order of the files.
    """
    court = _Court(ruleset)
    return tuple(trial for group in by_document(statements) for trial in court.trials(group, rule))


class _Court:
    """A rule set ready to be tried on sentences."""

    def __init__(self, ruleset: RuleSet) -> None:
        self._detector = Detector(ruleset)
        self._ruleset = ruleset

    def trials(self, statements: Sequence[Statement], rule: Rule | None) -> Iterator[Trial]:
        seen, around = self._detector.read(statements)
        for reading, hits in seen:
            yield from self._tried(reading, hits, around, rule, "sentence")
        for reading, hits in self._detector.read_whole(statements):
            yield from self._tried(reading, hits, around, rule, "statement")
        if rule:
            yield from (_of_nobody(rule, statement) for statement in statements if not statement.side)

    def _tried(self, reading: Reading, hits: Found, around: Around, rule: Rule | None, within: str) -> Iterator[Trial]:
        touched = [r for r in self._detector.touched(hits) if r.within == within]
        rivals = every_claim(reading.text, hits, (r for r in touched if self._may_hold(r, reading, hits, around)))
        for each in [rule] if rule else touched:
            if each.within == within:
                yield self._trial(each, reading, hits, around, rivals)

    def _trial(self, rule: Rule, reading: Reading, hits: Found, around: Around, rivals: Sequence[Claim]) -> Trial:
        claim = next((c for c in rivals if c.rule is rule), None)
        conditions = [*_limits(rule, reading, around), *self._of(rule, reading, hits), *_words(rule, reading, hits)]
        if claim and all(c.held for c in conditions):
            conditions += self._act(rule, reading, hits, claim)
        over = winner(claim, rivals) if claim else None
        if over:
            conditions.append(_conflict(over, reading))
        return Trial(
            rule=rule,
            statement=reading.statement,
            sentence=reading.sentence,
            conditions=tuple(conditions),
            position=claim.position if claim else None,
            outweighed_by=over.rule if over else None,
        )

    def _may_hold(self, rule: Rule, reading: Reading, hits: Found, around: Around) -> bool:
        return all(c.held for c in (*_limits(rule, reading, around), *self._of(rule, reading, hits)))

    def _of(self, rule: Rule, reading: Reading, hits: Found) -> Iterator[Condition]:
        """Tell whether the words are about the doings of the states that a rule asks for."""
        if rule.of and (spans := evidence(rule.patterns, hits)):
            held = self._detector.is_of(rule, reading, hits)
            said = "no other state's doings" if held else f"other states, the rule is about {', '.join(rule.of)} only"
            yield Condition(name="of", held=held, said=said, spans=tuple(map(reading.at, spans)))

    def _act(self, rule: Rule, reading: Reading, hits: Found, claim: Claim) -> Iterator[Condition]:
        if not rule.acts:
            return
        marks = self._detector.marks(reading, hits)
        done = act(reading.text, marks, claim.evidence, reading.cue)
        yield _limit("acts", rule.acts, done, tuple(reading.at(m.span) for m in marks if m.act == done))


# ── limits ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def _limits(rule: Rule, reading: Reading, around: Around) -> Iterator[Condition]:
    """Tell of what a rule asks of the statement as a whole."""
    statement = reading.statement
    if rule.status == Status.DEPRECATED:
        follows = f", {' and '.join(rule.related)} follows it" if rule.related else ""
        yield Condition(name="status", held=False, said=f"the rule is deprecated and no longer holds{follows}")
    if reading.retold:
        yield Condition(name="holder", held=False, said="the sentence only tells what the other side said")
    for name, wanted, value in (
        ("sides", rule.sides, statement.side),
        ("kinds", rule.kinds, statement.kind),
        ("via", rule.via, statement.via),
        ("addressee", rule.addressee, statement.addressee),
    ):
        if wanted:
            yield _limit(name, wanted, value)
    if rule.near:
        held = around.holds(rule.near, reading)
        said = f"{rule.near.issue} is {'' if held else 'not '}named within {rule.near.sentences} sentence(s)"
        yield Condition(name="near", held=held, said=said)


def _limit(name: str, wanted: Sequence[str], value: str | None, spans: tuple[Span, ...] = ()) -> Condition:
    held = value in wanted
    said = f"{value or 'nobody'}" + ("" if held else f", the rule is for {', '.join(wanted)} only")
    advice = None if held or value is None else f"{name}: [{', '.join((*wanted, value))}]"
    return Condition(name=name, held=held, said=said, spans=spans, advice=advice)


def _of_nobody(rule: Rule, statement: Statement) -> Trial:
    said = "nobody's side is known for these words, so no rule is asked"
    condition_ = Condition(name="holder", held=False, said=said)
    return Trial(rule=rule, statement=statement, sentence=statement.span, conditions=(condition_,))


# ── words ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _words(rule: Rule, reading: Reading, hits: Found) -> Iterator[Condition]:
    """Tell of the patterns: each of `all`, one of `any`, what `none` cancels, negation and condition."""
    for pattern in rule.patterns.all:
        yield _pattern("all", (pattern,), reading, hits)
    if rule.patterns.any:
        yield _pattern("any", rule.patterns.any, reading, hits)
    if any(p in hits for p in rule.patterns.any):
        yield from _cancelled(rule, reading, hits)
    if spans := evidence(rule.patterns, hits):
        yield from _meant(rule, reading, hits, spans)


def _pattern(name: str, patterns: Sequence[str], reading: Reading, hits: Found) -> Condition:
    found = {p: tuple(map(reading.at, hits[p])) for p in patterns if p in hits}
    if not found:
        return _missed(name, patterns, reading)
    parts = tuple(Condition(name="pattern", held=True, said=p, spans=spans) for p, spans in found.items())
    spans = tuple(sorted({span for each in found.values() for span in each}))
    return Condition(name=name, held=True, said=f"{len(found)} of {len(patterns)}", spans=spans, parts=parts)


def _missed(name: str, patterns: Sequence[str], reading: Reading) -> Condition:
    """Tell why no pattern is found: out of reach, near, or nowhere."""
    text = reading.statement.document.words(reading.sentence)
    beyond = Phrases(patterns).find(text)
    if beyond:
        span = reading.at(Span(beyond[0].start, beyond[0].stop))
        said = f"{patterns[beyond[0].pattern]} stands here only in words that are not the holder's own"
        return Condition(name=name, held=False, said=said, spans=(span,))
    near = ((miss, pattern) for pattern in patterns if (miss := nearest(pattern, reading.text)))
    best = min(near, key=lambda pair: pair[0].cost, default=None)
    if best is None:
        what = patterns[0] if len(patterns) == 1 else f"any of {len(patterns)} patterns"
        return Condition(name=name, held=False, said=f"nothing here comes near {what}")
    miss, pattern = best
    span = reading.at(Span(miss.start, miss.stop))
    return Condition(name=name, held=False, said=f"{pattern}: {miss.said}", spans=(span,), advice=miss.edit)


def _cancelled(rule: Rule, reading: Reading, hits: Found) -> Iterator[Condition]:
    """Tell what `none` takes away, and whether anything is left."""
    cancelling = {p: s for p in rule.patterns.none for s in hits.get(p, ())}
    if not cancelling:
        return
    held = bool(evidence(replace(rule.patterns, all=()), hits))
    said = " · ".join(cancelling) + (" takes only other hits away" if held else " takes every hit away")
    spans = tuple(sorted(map(reading.at, cancelling.values())))
    yield Condition(name="none", held=held, said=said, spans=spans)


def _meant(rule: Rule, reading: Reading, hits: Found, spans: Sequence[Span]) -> Iterator[Condition]:
    """Tell whether the words found are denied or stand under a condition, and what the rule makes of that."""
    text = reading.text
    denying = {s: found for s in spans if (found := denial(text, rule, hits, s))}
    asking = {s: found for s in spans if (found := condition(text, s))}
    if any(s not in denying and s not in asking for s in spans) or not (denying or asking):
        return
    name, words, value = ("negated", denying, rule.negated) if denying else ("conditional", asking, rule.conditional)
    under = tuple(map(reading.at, words.values()))
    word = reading.statement.document.words(under[0])
    held = value is not None or (not denying and rule.position is None)
    said = f"the words stand under ‘{word}’" + (f", which counts as {value:+d}" if value is not None else "")
    advice = None if held else f"{name}: VALUE, or the word itself in the pattern"
    yield Condition(name=name, held=held, said=said, spans=under, advice=advice)


def _conflict(over: Claim, reading: Reading) -> Condition:
    said = f"{over.rule.id} has longer evidence, or as long and stands earlier, for another position"
    return Condition(name="conflict", held=False, said=said, spans=tuple(map(reading.at, over.evidence)))
