"""All patterns of a rule set, found in one pass. In: a sentence; out: where each pattern, by its text, was found."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from briefing.model import ActRule, ForceRule, Issue, Patterns, Rule, RuleSet, Span, Status
from briefing.phrases import Phrases

Found = Mapping[str, tuple[Span, ...]]


@dataclass(frozen=True, slots=True)
class Users:
    """Who asks for a pattern: rules and issues that it can make hold, acts and rungs of force it marks."""

    rules: list[Rule] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    acts: list[ActRule] = field(default_factory=list)
    forces: list[ForceRule] = field(default_factory=list)


class Index:
    """The patterns of a rule set, ready to be looked up in sentences; deprecated rules no longer hold anywhere."""

    def __init__(self, ruleset: RuleSet) -> None:
        self.users: dict[str, Users] = {}
        for issue in ruleset.issues:
            for pattern in _all_of(issue.about):
                self._users(pattern).issues.append(issue)
            for rule in (r for r in issue.rules if r.status != Status.DEPRECATED):
                for pattern in _all_of(rule.patterns):
                    self._users(pattern).rules.append(rule)
        for act in ruleset.acts:
            for pattern in (*act.any, *act.nouns):
                self._users(pattern).acts.append(act)
        for force in ruleset.forces:
            for pattern in force.any:
                self._users(pattern).forces.append(force)
        self._patterns = tuple(self.users)
        self._phrases = Phrases(self._patterns)

    def _users(self, pattern: str) -> Users:
        return self.users.setdefault(pattern, Users())

    def find(self, text: str) -> Found:
        """Find the patterns in one sentence; offsets are the sentence's own."""
        found: dict[str, list[Span]] = {}
        for hit in self._phrases.find(text):
            found.setdefault(self._patterns[hit.pattern], []).append(Span(hit.start, hit.stop))
        return {pattern: tuple(spans) for pattern, spans in found.items()}


def _all_of(patterns: Patterns) -> Iterable[str]:
    return dict.fromkeys((*patterns.any, *patterns.all, *patterns.none, *patterns.weak))


def evidence(patterns: Patterns, found: Found) -> tuple[Span, ...]:
    """Give the words that make the patterns hold, in order; nothing where they do not.

    A hit of `none` cancels only the hits of `any` that it overlaps.
    """
    if not all(p in found for p in patterns.all):
        return ()
    cancelled = [s for p in patterns.none for s in found.get(p, ())]
    some = [s for p in patterns.any for s in found.get(p, ()) if not any(s.meets(c) for c in cancelled)]
    if patterns.any and not some:
        return ()
    needed = [found[p][0] for p in patterns.all]
    return outermost([*some, *needed])


def weak_evidence(patterns: Patterns, found: Found) -> tuple[Span, ...]:
    """Give the words that make an `about` hold where nothing stronger is named."""
    return evidence(Patterns(any=patterns.weak, none=patterns.none), found) if patterns.weak else ()


def outermost(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Leave out spans that lie inside another; the rest in order."""
    out: list[Span] = []
    for span in sorted(set(spans), key=lambda s: (s.start, -s.stop)):
        if not out or span.stop > out[-1].stop:
            out.append(span)
    return tuple(out)
