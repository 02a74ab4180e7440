"""What is done with the words, and how strongly. In: hits of act and force patterns in a reading; out: act and force.

The earliest marker after the speaker decides (measured on PLOVER-coded sentences: three quarters right, against two
fifths for a verb look-up); where a sentence goes on with another act ("… and urged …"), each part has its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefing.model import Act, ActRule, ForceRule, RuleSet, Span
from briefing.phrases import Phrases
from briefing.stances.index import Found, outermost
from briefing.stances.modality import negator

# Where no phrase of the ladder is found, the act alone tells the rung: the directive ladder of Gruenberg 2009
# (requests, urges, warns, demands) and its emotive one (concerned, deplored, condemned), folded to five rungs.
_RUNG = {
    Act.STATE: 1,
    Act.CONSULT: 1,
    Act.SUPPORT: 1,
    Act.COMMIT: 1,
    Act.ASSURE: 1,
    Act.CONCEDE: 1,
    Act.CONCERN: 2,
    Act.REQUEST: 2,
    Act.CRITICISE: 2,
    Act.REJECT: 2,
    Act.DEMAND: 3,
    Act.WARN: 4,
}
# What is left of an act that is denied: "does not oppose" assures, "does not support" rejects.
_PAST = re.compile(r"\b(?:did|had|has|have|was|were)(?:\s+not|n[’']t)$", re.IGNORECASE)
_DENIED = {Act.SUPPORT: Act.REJECT, Act.COMMIT: Act.REJECT, Act.REJECT: Act.ASSURE, Act.CONSULT: Act.REJECT}
# Two acts marked by the same words: the stronger reading first.
_PRECEDENCE = (
    Act.WARN,
    Act.DEMAND,
    Act.REJECT,
    Act.CRITICISE,
    Act.CONCERN,
    Act.REQUEST,
    Act.CONCEDE,
    Act.COMMIT,
    Act.ASSURE,
    Act.SUPPORT,
    Act.CONSULT,
    Act.STATE,
)
# Reporting words and talk mark where a part of a sentence begins; they say least of what is done in it.
_MILD = (Act.STATE, Act.CONSULT)
_JOINED = re.compile(
    r"(?:\b(?:and|but|while|as well as)\s+(?:\w+\s+){0,3}|[,;–—]\s+(?:(?:he|she|they|it|we|also|then)\s+){0,2})$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Marker:
    """Words that mark an act."""

    span: Span
    act: Act


def markers(text: str, found: Found, acts: Iterable[ActRule]) -> tuple[Marker, ...]:
    """Give the act markers of a sentence in order; of overlapping ones the longest, then the stronger act.

    "would hold talks" commits: that people talk never covers another marker.
    """
    hits = [
        Marker(span, rule.act)
        for rule in acts
        for pattern in (*rule.any, *rule.nouns)
        for span in found.get(pattern, ())
    ]
    kept: list[Marker] = []
    for hit in sorted(set(hits), key=lambda m: (m.act == Act.CONSULT, -len(m.span), _PRECEDENCE.index(m.act), m.span)):
        if not any(hit.span.meets(k.span) for k in kept):
            kept.append(hit)
    turned = (_turned(m, text) for m in sorted(kept, key=lambda m: m.span))
    return tuple(m for m in turned if m)


def _turned(marker: Marker, text: str) -> Marker | None:
    """Give what a marker marks under a negator; that people have not talked is told, that they will not is refused."""
    denying = negator(text, marker.span)
    if not denying or (marker.act == Act.CONSULT and _PAST.search(text, 0, denying.stop)):
        return None if denying else marker
    act = _DENIED.get(marker.act)
    return Marker(marker.span, act) if act else None


def act(text: str, marks: Sequence[Marker], evidence: Sequence[Span], cue: Span | None = None) -> Act:
    """Choose the act that holds for the evidence: the first marker of the part of the sentence it stands in.

    A cue that does more than say ("accused", "urged") comes before what the content marks; a warning is never a
    passing word; that people talked says least and gives way to what they said.
    """
    if not marks:
        return Act.STATE
    part = _part(text, marks, evidence)
    if cue and (first := next((m for m in part if m.span.meets(cue)), None)) and first.act not in _MILD:
        return first.act
    return _said_most(part)


def _said_most(marks: Sequence[Marker]) -> Act:
    """Give the act of markers in a row: a warning, else the first that does more than state or talk."""
    acts = [m.act for m in marks]
    if Act.WARN in acts:
        return Act.WARN
    return next((a for a in acts if a not in _MILD), Act.CONSULT if Act.CONSULT in acts else Act.STATE)


def _part(text: str, marks: Sequence[Marker], evidence: Sequence[Span]) -> Sequence[Marker]:
    """Cut the markers where a conjunction starts another act; keep the part that the evidence belongs to."""
    if not evidence:
        return marks
    cuts = [i for i, m in enumerate(marks) if i and _JOINED.search(text, 0, m.span.start)]
    starts = [0, *cuts]
    at = evidence[0].stop
    begun = [i for i in starts if marks[i].span.start < at] or [0]
    stop = next((i for i in starts if i > begun[-1]), len(marks))
    return marks[begun[-1] : stop]


def force(act: Act, found: Found, forces: Iterable[ForceRule], side: str) -> int:
    """Give the rung, 1 to 5: the highest phrase of the ladder found, else the act's own."""
    rungs = [r.force for r in forces if (not r.sides or side in r.sides) and any(p in found for p in r.any)]
    return max([_RUNG[act], *rungs])


class ActCoder:
    """Codes the act of a sentence with a marked source, without any issue."""

    def __init__(self, ruleset: RuleSet) -> None:
        self._rules = ruleset.acts
        self._patterns = tuple(dict.fromkeys(p for r in ruleset.acts for p in (*r.any, *r.nouns)))
        self._phrases = Phrases(self._patterns)

    def act_of(self, sentence: str, source: str | None = None) -> Act | None:
        """Say what the source does in the sentence; None where nothing marks an act.

        What stands after the source counts first; the words before it where the sentence names it last.
        """
        at = sentence.find(source) if source else -1
        after = sentence[at + len(source) :] if source and at >= 0 else sentence
        marks = markers(after, self._found(after), self._rules)
        if marks and marks[0].act != Act.STATE:
            return marks[0].act
        marks = marks or markers(sentence, self._found(sentence), self._rules)
        acts = [m.act for m in marks]
        return next((a for a in acts if a not in _MILD), acts[0] if acts else None)

    def _found(self, text: str) -> Found:
        found: dict[str, tuple[Span, ...]] = {}
        for hit in self._phrases.find(text):
            pattern = self._patterns[hit.pattern]
            found[pattern] = outermost((*found.get(pattern, ()), Span(hit.start, hit.stop)))
        return found
