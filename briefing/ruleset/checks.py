"""Mistakes that only show across entries and files. In: packs as read. Out: problems, added to their sources.

Where a file could not be read whole, what seems to be missing may stand in it: then nothing is called unknown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from briefing.marked_yaml import Marked, guess
from briefing.model import Genre
from briefing.ruleset.assemble import sides_of
from briefing.ruleset.flaws import flaw_of
from briefing.ruleset.pack import Written, extended, whole
from briefing.ruleset.written import TESTS, WrittenCase, WrittenIssue, WrittenPack, WrittenRule
from briefing.ruleset.written_names import WrittenBody, WrittenPerson, WrittenRole
from briefing.version import VERSION

_PAIR = 2


def check(chains: Mapping[Written, tuple[Written, ...]]) -> None:
    """Report every mistake of packs that no single entry shows; each pack comes with all that it extends."""
    reached = {rule.proposition for rule in _rules(chains)}
    all_read = not any(pack.broken for pack in chains)
    for pack, chain in chains.items():
        _duplicates(pack)
        _heads(pack, chains)
        for rule in _rules([pack]):
            _rule(rule)
        if all_read:
            _unreached(pack, reached)
        if whole(chain, chains):
            _References(chain).check()
            _tests(pack, sides_of(chain))
        _terms(pack)


def _rules(packs: Iterable[Written]) -> Iterator[WrittenRule]:
    return (rule for pack in packs for issue in pack.issues for rule in issue.rules)


def _tests_of(entry: Any) -> Iterator[WrittenCase]:
    return (case for key in TESTS for case in getattr(entry, key))


# ── used twice ──────────────────────────────────────────────────────────────────────────────────────────────────────


def _duplicates(pack: Written) -> None:
    people = pack.lists.get("people", ())
    groups: tuple[tuple[Iterable[Any], Callable[[Any], str], str], ...] = (
        (pack.issues, lambda e: e.id, "id"),
        ((p for i in pack.issues for p in i.propositions), lambda e: e.id, "id"),
        (_rules([pack]), lambda e: e.id, "id"),
        (pack.lists.get("countries", ()), lambda e: e.id, "id"),
        (pack.lists.get("cues", ()), lambda e: e.name, "class"),
        ((p for p in people if isinstance(p, WrittenPerson)), lambda e: f"{e.name} ({e.side})", "name"),
        ((p for p in people if isinstance(p, WrittenBody)), lambda e: f"{e.name} ({e.side})", "body"),
        ((p for p in people if isinstance(p, WrittenRole)), lambda e: e.role, "role"),
    )
    for entries, name, key in groups:
        _twice(entries, name, key)


def _twice(entries: Iterable[Any], name: Callable[[Any], str], key: str) -> None:
    first: dict[str, Marked] = {}
    for entry in entries:
        before = first.setdefault(name(entry), entry)
        if before is not entry and entry.has(key):
            hint = f"the first is at {before.source.path}:{before.line}"
            entry.wrong("R002", f"{key} '{name(entry)}' is used twice", key, hint=hint)


# ── pack.yaml ───────────────────────────────────────────────────────────────────────────────────────────────────────


def _heads(pack: Written, chains: Mapping[Written, tuple[Written, ...]]) -> None:
    head = pack.head
    if head is None:
        return
    if head.id and head.id != pack.name:
        head.wrong("R016", f"the pack's id is '{head.id}', its folder '{pack.name}'", "id", hint="name both alike")
    if len(set(head.sides)) != _PAIR and head.has("sides"):
        head.wrong("R017", f"a pack is about two sides, not {len(set(head.sides))}", "sides")
    if head.requires and _version(head.requires) > _version(VERSION):
        message = f"the pack needs version {head.requires.removeprefix('>=')}, this is {VERSION}"
        head.wrong("R021", message, "requires", hint="install a newer version")
    _extends(pack, head, chains)
    for name, text in (head.macros or {}).items():
        _macro(head, name, text)


def _version(text: str) -> tuple[int, ...]:
    numbers = tuple(int(n) for n in text.removeprefix(">=").split(".") if n.isdigit())
    return numbers + (0,) * (3 - len(numbers))


def _extends(pack: Written, head: WrittenPack, chains: Mapping[Written, tuple[Written, ...]]) -> None:
    for name in head.extends:
        other = extended(pack, name, chains)
        if other is None:
            known = [each.name for each in chains]
            hint = guess(name, known) or f"there are {', '.join(known)}"
            head.wrong("R009", f"unknown pack '{name}'", "extends", entry=name, hint=hint)
        elif other is pack or pack in chains[other]:
            head.wrong("R010", f"'{name}' and '{pack.name}' extend each other", "extends", entry=name)


def _macro(head: WrittenPack, name: str, text: str) -> None:
    told = not text and head.source.problems  # reading said already that it is empty, or no text
    flaw = None if told else flaw_of(text)
    if flaw:
        head.wrong(flaw.code, f"macro {name}: {flaw.message}", "macros", entry=text, at=flaw.at, hint=flaw.hint)


# ── one rule ────────────────────────────────────────────────────────────────────────────────────────────────────────


def _rule(rule: WrittenRule) -> None:
    if not rule.any and not rule.all and not (rule.has("any") or rule.has("all")):
        rule.wrong("R005", f"rule '{rule.id}' has no pattern", "id", hint="give it 'any' or 'all'")
    if rule.has("match") and not rule.match:
        rule.wrong("R006", f"rule '{rule.id}' has no test", "match", hint="give a sentence it must hit")
    _position(rule)
    both = {case.text for case in rule.match} & {case.text for case in rule.no_match}
    for case in rule.no_match:
        if case.text in both and case.before is None:
            case.wrong("R020", "this sentence stands under 'match' and 'no_match'")


def _position(rule: WrittenRule) -> None:
    if rule.has("proposition") and not rule.has("position"):
        rule.wrong("R013", "a proposition without a position", "proposition", hint="add 'position'")
    if rule.has("proposition"):
        return
    for key in ("position", "negated", "conditional"):
        if rule.has(key):
            rule.wrong("R013", f"'{key}' without a proposition", key, hint="add 'proposition'")


# ── names that must be known ────────────────────────────────────────────────────────────────────────────────────────


class _References:
    """Looks up what the entries of one pack name, in it and in all that it extends."""

    def __init__(self, chain: Sequence[Written]) -> None:
        self._pack = chain[-1]
        issues = [issue for each in chain for issue in each.issues]
        self._issues = {issue.id for issue in issues}
        self._named = {issue.id for issue in issues if issue.name}
        self._sides = {side.id for each in chain for side in each.lists.get("countries", ())}
        self._propositions = {p.id for issue in issues for p in issue.propositions}
        self._rules = {rule.id for rule in _rules(chain)}
        self._inherited = {rule.id for rule in _rules(chain[:-1])}
        self._inherited |= {f"{each.name}.{rule.id}" for each in chain[:-1] for rule in _rules([each])}

    def check(self) -> None:
        """Report every unknown name."""
        self._head()
        for issue in self._pack.issues:
            self._issue(issue)
        for force in self._pack.lists.get("force", ()):
            self._known(force, "sides", force.sides, self._sides, "R007", "side")
            self._cases(_tests_of(force))
        for act in self._pack.lists.get("acts", ()):
            self._cases(_tests_of(act))
        for naming in self._pack.lists.get("namings", ()):
            self._known(naming, "side", (naming.side,), self._sides, "R007", "side")
        for entry in self._pack.lists.get("people", ()):
            if not isinstance(entry, WrittenRole) and entry.side:
                self._known(entry, "side", (entry.side,), self._sides, "R007", "side")

    def _head(self) -> None:
        head = self._pack.head
        if head is None:
            return
        self._known(head, "sides", head.sides, self._sides, "R007", "side")
        self._known(head, "issues", head.issues, self._issues, "R008", "issue")
        self._known(head, "disable", head.disable, self._inherited, "R018", "inherited rule")

    def _issue(self, issue: WrittenIssue) -> None:
        if issue.id and issue.id not in self._named and not issue.has("name"):
            issue.wrong("S010", "this issue has no 'name'", hint="as printed")
        for rule in issue.rules:
            self._rule(rule)

    def _rule(self, rule: WrittenRule) -> None:
        if rule.proposition:
            self._known(rule, "proposition", (rule.proposition,), self._propositions, "R003", "proposition")
        for key in ("sides", "via", "addressee", "of"):
            self._known(rule, key, getattr(rule, key), self._sides, "R007", "side")
        self._known(rule, "related", rule.related, self._rules, "R018", "rule")
        if rule.near and rule.near.issue:
            self._known(rule.near, "issue", (rule.near.issue,), self._issues, "R008", "issue")
        self._cases(_tests_of(rule))

    def _cases(self, cases: Iterable[WrittenCase]) -> None:
        for case in cases:
            if case.side:
                self._known(case, "side", (case.side,), self._sides, "R007", "side")
            for key in ("side", "via") if case.expect else ():
                value = getattr(case.expect, key)
                if value and case.expect:
                    self._known(case.expect, key, (value,), self._sides, "R007", "side")
            if case.expect and case.expect.issue:
                self._known(case.expect, "issue", (case.expect.issue,), self._issues, "R008", "issue")

    @staticmethod
    def _known(entry: Marked, key: str, names: Iterable[str], known: set[str], code: str, noun: str) -> None:
        for name in names:
            if name not in known and not entry.source.full:
                hint = guess(name, sorted(known))
                entry.wrong(code, f"unknown {noun} '{name}'", key, entry=name, hint=hint)


def _unreached(pack: Written, reached: set[str | None]) -> None:
    for issue in pack.issues:
        for proposition in issue.propositions:
            if proposition.id and proposition.id not in reached:
                message = f"no rule speaks to proposition '{proposition.id}'"
                proposition.wrong("R004", message, "id", hint="add a rule, or delete the proposition")


# ── tests and terms ─────────────────────────────────────────────────────────────────────────────────────────────────


def _tests(pack: Written, sides: tuple[str, ...]) -> None:
    """Report tests of rules that name nobody who says them, where the pack has no sides to fall back on."""
    if pack.head is None or pack.head.has("sides") or sides:
        return
    for rule in _rules([pack]):
        for case in _tests_of(rule) if not rule.sides else ():
            if case.text and not case.side and case.genre is not Genre.NEWS:
                hint = "write {text: …, side: …}, as this pack is about no two sides"
                case.wrong("R011", "this test does not say whose words it is", hint=hint)


def _terms(pack: Written) -> None:
    """Report offices that end before they begin."""
    for person in pack.lists.get("people", ()):
        for office in person.offices if isinstance(person, WrittenPerson) else ():
            since, until = office.since, office.until
            if since and until and since[: len(until)] > until[: len(since)]:
                office.wrong("R019", f"this office ends ({until}) before it begins ({since})", "to")
