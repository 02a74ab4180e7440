"""Rules that never count. In: the rules of one issue, in order. Out: those that an earlier one always outdoes.

Two rules clash or agree on the words that both hit. A rule whose every phrase is hit from end to end by an earlier one
of the same proposition adds nothing where both give one position, and never wins where they give two.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from briefing.model import Rule
from briefing.phrases import Phrases, Tokens, Variant, Word, parse
from briefing.ruleset.samples import samples

_MOST = 50  # earlier rules that share a pattern; more of them would be copies


def shadowed(rules: Sequence[Rule]) -> Iterator[tuple[Rule, Rule]]:
    """Give each rule that never counts with the earlier rule that is the reason."""
    index = _Index(dict.fromkeys(p for rule in rules for p in rule.patterns.any))
    for rule in rules:
        earlier = _outdone_by(rule, index)
        if earlier:
            yield rule, earlier
        index.add(rule)


def _outdone_by(rule: Rule, index: _Index) -> Rule | None:
    """Give the first earlier rule that hits all phrases of a rule and holds wherever that does."""
    left: dict[str, Rule] | None = None
    for text in (text for pattern in rule.patterns.any for text in samples(pattern)):
        hitting = index.rules(text)
        if left is None:
            left = {r.id: r for r in hitting if _holds_wherever(r, rule)}
        else:
            ids = {r.id for r in hitting}
            left = {id: r for id, r in left.items() if id in ids}
        if not left:
            return None
    return next(iter(left.values())) if left else None


def _holds_wherever(one: Rule, other: Rule) -> bool:
    """Whether a rule holds wherever another does, given that it hits all words of the other."""
    return (
        one.proposition == other.proposition
        and one.within == other.within
        and one.near in (None, other.near)
        and set(one.patterns.none) <= set(other.patterns.none)
        and set(one.patterns.all) == set(other.patterns.all)
        and (one.negated is not None or other.negated is None)
        and (one.conditional is not None or other.conditional is None)
        and all(_as_wide(getattr(one, limit), getattr(other, limit)) for limit in _LIMITS)
    )


_LIMITS = ("sides", "kinds", "acts", "via", "addressee", "of")


def _as_wide(one: Sequence[object], other: Sequence[object]) -> bool:
    """Whether a limit lets everything pass that another does; no limit lets everything pass."""
    return not one or bool(other and set(other) <= set(one))


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A phrase of a pattern: how its first and its last word may be written."""

    pattern: str
    first: frozenset[str]
    last: frozenset[str]


class _Index:
    """The rules so far, by patterns that hit a phrase from end to end.

    Each phrase is looked up at the word that fewest others have, for here thousands may begin with the same two words.
    """

    def __init__(self, patterns: Iterable[str]) -> None:
        phrases = [(pattern, _places(variant)) for pattern in patterns for variant in parse(pattern)]
        counted = Counter(form for _, places in phrases for forms in places for form in forms)
        self._phrases: dict[str, list[_Phrase]] = {}
        for pattern, places in phrases:
            for form in sorted(min(places, key=lambda forms: sum(counted[f] for f in forms))):
                self._phrases.setdefault(form, []).append(_Phrase(pattern, places[0], places[-1]))
        self._found: dict[str, Phrases] = {}
        self._users: dict[str, list[Rule]] = {}

    def add(self, rule: Rule) -> None:
        """Take in a rule."""
        for pattern in dict.fromkeys(rule.patterns.any):
            users = self._users.setdefault(pattern, [])
            if len(users) < _MOST:
                users.append(rule)

    def rules(self, text: str) -> list[Rule]:
        """Give the rules that hit the whole of a phrase."""
        forms = [_forms_of(word) for word in Tokens.of(text).words]
        near = (phrase for form in dict.fromkeys(chain(*forms)) for phrase in self._phrases.get(form, ()))
        fitting = (p for p in near if not p.first.isdisjoint(forms[0]) and not p.last.isdisjoint(forms[-1]))
        hitting = (p for p in dict.fromkeys(f.pattern for f in fitting) if p in self._users and self._hits(p, text))
        return [rule for pattern in hitting for rule in self._users[pattern]]

    def _hits(self, pattern: str, text: str) -> bool:
        found = self._found.get(pattern) or self._found.setdefault(pattern, Phrases([pattern]))
        return any((hit.start, hit.stop) == (0, len(text)) for hit in found.find(text))


def _places(variant: Variant) -> list[frozenset[str]]:
    """Give how each word of a phrase may be written: whole, or its beginning and a star."""
    words = (element for element in variant if isinstance(element, Word))
    return [frozenset({w for w, _ in word.exact} | {f"{w}*" for w, _ in word.prefixes}) for word in words]


def _forms_of(word: str) -> list[str]:
    return [word, *(f"{word[:n]}*" for n in range(1, len(word) + 1))]
