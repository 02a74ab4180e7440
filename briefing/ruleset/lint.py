"""What is no mistake but worth a look. In: packs as read, without mistakes. Out: warnings, added to their sources."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from briefing.errors import Severity
from briefing.marked_yaml import Marked
from briefing.model import Patterns, Status
from briefing.phrases import Gap, Variant, Word, parse
from briefing.ruleset.pack import Pack, Written
from briefing.ruleset.shadows import shadowed
from briefing.ruleset.written import TESTS, WrittenExpect, WrittenIssue, WrittenRule

# Words that nearly every sentence has one of: articles, pronouns, forms of "be" and "do", and the commonest words
# between others. "must", "will", "have to", "not" are left out: they are how acts are told.
_LISTED = """
a an the this that these those it its he his him she her they them their we our us you your i my who which what
and or but if as than of in on at to for from by with about into am is are was were be been being do does did there
"""
_EVERYWHERE = frozenset(_LISTED.split())
_SHORT = 2  # letters before a * that begin words of every sentence
_FIRST_SCRIPT_WITHOUT_LETTERS = "\u1100"  # from here on a sign is a syllable or word, and two say a lot


def lint(chains: Mapping[Written, tuple[Written, ...]], made: Mapping[Written, Pack]) -> None:
    """Warn of what is worth a look in packs; each comes with all that it extends, and as made."""
    led_to = {issue for pack in made.values() for issue in _led_to(pack)}
    for pack in chains:
        _macros(pack, chains)
        for issue, part in zip(pack.issues, made[pack].issues, strict=True):
            _issue(issue, part.about, led_to)
            for written, rule in zip(issue.rules, part.rules, strict=True):
                _rule(written, rule.patterns)
            _shadowed(issue, part.rules)
        _lists(pack, made[pack])


def _warn(entry: Marked, code: str, message: str, key: str, *, at: str | int | None = None, hint: str) -> None:
    entry.wrong(code, message, key, entry=at, hint=hint, severity=Severity.WARNING)


# ── packs and issues ────────────────────────────────────────────────────────────────────────────────────────────────


def _macros(pack: Written, chains: Mapping[Written, tuple[Written, ...]]) -> None:
    """Warn of macros that no pattern of this pack, or of one that extends it, uses."""
    if pack.head is None:
        return
    users = [each for each, chain in chains.items() if pack in chain]
    texts = [row for user in users for source in user.sources for row in source.rows]
    for number, name in enumerate(pack.macros):
        if not any(f"{{{name}}}" in row for row in texts):
            hint = "delete it, or check how its name is spelt where it should be used"
            _warn(pack.head, "W004", f"no pattern uses macro '{name}'", "macros", at=number, hint=hint)


def _led_to(pack: Pack) -> Iterator[str]:
    """Give the issues that a pack has words or rules for."""
    return (p.id for p in pack.issues if p.rules or p.about.any or p.about.all or p.about.weak)


def _issue(issue: WrittenIssue, about: Patterns, led_to: set[str]) -> None:
    if issue.id not in led_to:
        hint = "give it 'about' or rules, or delete the file"
        _warn(issue, "W007", f"nothing leads to issue '{issue.id}'", "id", hint=hint)
    if issue.about:
        _patterns(issue.about, about)


# ── rules, acts and force ───────────────────────────────────────────────────────────────────────────────────────────


def _rule(rule: WrittenRule, patterns: Patterns) -> None:
    _patterns(rule, patterns)
    _same_tests(rule)
    if rule.status is Status.DEPRECATED and not rule.related:
        hint = "name the rule that follows it: related: [id]"
        _warn(rule, "W006", f"nothing says what follows rule '{rule.id}'", "status", hint=hint)


def _lists(pack: Written, made: Pack) -> None:
    for act, read in zip((a for a in pack.lists.get("acts", ()) if a.act), made.acts, strict=True):
        _list(act, {"any": read.any, "nouns": read.nouns})
    for rung, rule in zip((f for f in pack.lists.get("force", ()) if f.force), made.forces, strict=True):
        _list(rung, {"any": rule.any})


def _list(entry: Any, keys: Mapping[str, Sequence[str]]) -> None:
    for key, patterns in keys.items():
        _same_patterns(entry, key, patterns)
        _everywhere(entry, key, patterns)
    _same_tests(entry)


def _same_tests(entry: Any) -> None:
    for key in TESTS:
        counted: Counter[tuple[object, ...]] = Counter()
        for case in getattr(entry, key):
            expect = [getattr(case.expect, name, None) for name, _, _ in WrittenExpect.keys.values()]
            test = (case.text, case.side, case.genre, case.before, *expect)
            counted[test] += 1
            if counted[test] > 1:
                case.wrong("W005", "this test stands here twice", hint="delete one", severity=Severity.WARNING)


# ── patterns ────────────────────────────────────────────────────────────────────────────────────────────────────────


def _patterns(entry: Marked, patterns: Patterns) -> None:
    for key in ("any", "all", "none", "weak"):
        _same_patterns(entry, key, getattr(patterns, key))
    # What must be there besides may be any word: "we" in a sentence that must name the talks, too.
    if not all(map(_is_everywhere, patterns.all)):
        return
    for key in ("any", "weak", *(() if patterns.any else ("all",))):
        _everywhere(entry, key, getattr(patterns, key))


def _same_patterns(entry: Marked, key: str, patterns: Sequence[str]) -> None:
    first: dict[frozenset[Variant], int] = {}
    for number, pattern in enumerate(patterns):
        before = first.setdefault(frozenset(parse(pattern)), number)
        if before != number:
            message = f"{key}: this pattern stands for the same words as '{patterns[before]}'"
            _warn(entry, "W003", message, key, at=number, hint="delete one")


def _everywhere(entry: Marked, key: str, patterns: Sequence[str]) -> None:
    for number, pattern in enumerate(patterns):
        if _is_everywhere(pattern):
            message = f"{key}: '{pattern}' hits nearly every sentence"
            hint = "add a word that says what is meant, or more letters before *"
            _warn(entry, "W001", message, key, at=number, hint=hint)


def _is_everywhere(pattern: str) -> bool:
    """Whether a phrase of a pattern is made of words that are everywhere, and gaps."""
    return any(all(isinstance(e, Gap) or _says_nothing(e) for e in variant) for variant in parse(pattern))


def _says_nothing(place: Word) -> bool:
    common = any(word in _EVERYWHERE and not capitals for word, capitals in place.exact)
    return common or any(_is_short(word) and not capitals for word, capitals in place.prefixes)


def _is_short(prefix: str) -> bool:
    return len(prefix) <= _SHORT and prefix.isalpha() and prefix < _FIRST_SCRIPT_WITHOUT_LETTERS


# ── rules that never count ──────────────────────────────────────────────────────────────────────────────────────────


def _shadowed(issue: WrittenIssue, rules: Sequence[Any]) -> None:
    written = {rule.id: rule for rule in issue.rules}
    for rule, earlier in shadowed(rules):
        same = rule.position == earlier.position
        result = "says the same of all its words" if same else "wins on all its words"
        message = f"rule '{rule.id}' never counts: '{earlier.id}' before it {result}"
        first = written[earlier.id]
        hint = f"that one is at {first.source.path}:{first.line}; delete one, or put the narrower first"
        _warn(written[rule.id], "W002", message, "id", hint=hint)
