"""What was done to the rules. In: two rule sets with the names that they read by. Out: `Edit`s, one per thing touched.

Macros are written out, so an edit of a macro shows at every rule that uses it. The order of rules, and of patterns in
a rule, is no difference; what it does to a briefing shows there.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from briefing.model import Case, Issue, Lexicon, Near, Patterns, Place, Proposition, Rule, RuleSet

T = TypeVar("T")

ADDED, REMOVED, CHANGED = "added", "removed", "changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail:
    """One key that differs: a value before and after, or what a list gained and lost."""

    key: str
    old: str | None = None
    new: str | None = None
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """One thing of the rules that was touched: `part` is its sort (rule, issue, act, …), `place` where it stands now.

    A thing that was removed has the place where it stood.
    """

    part: str
    id: str
    what: str
    place: Place | None = None
    details: tuple[Detail, ...] = ()


def edits(old: RuleSet, new: RuleSet, names: tuple[Lexicon, Lexicon]) -> tuple[Edit, ...]:
    """Find what differs between two rule sets: rules first, then all that they stand on."""
    return (
        *_edits("rule", _rules(old), _rules(new), _of_rule),
        *_edits("issue", {i.id: i for i in old.issues}, {i.id: i for i in new.issues}, _of_issue),
        *_edits("proposition", _propositions(old), _propositions(new), _of_proposition),
        *_edits("act", _acts(old), _acts(new), _of_patterns),
        *_edits("force", _forces(old), _forces(new), _of_patterns),
        *_edits("phrase", old.phrases, new.phrases, lambda a, b: [Detail(key="text", old=a, new=b)]),
        *_names(*names),
    )


def by_rule(found: Iterable[Edit]) -> dict[str, str]:
    """Give what was done to each rule by its id, and by `<issue>.about` to the words that an issue is about."""
    done = {edit.id: edit.what for edit in found if edit.part == "rule"}
    touched = (e for e in found if e.part == "issue")
    about = {
        f"{edit.id}.about": edit.what
        for edit in touched
        if edit.what != CHANGED or any(d.key.startswith("about") for d in edit.details)
    }
    return {**about, **done}


def _edits(
    part: str, old: Mapping[str, T], new: Mapping[str, T], differ: Callable[[T, T], Iterable[Detail]]
) -> Iterator[Edit]:
    for id in dict.fromkeys((*new, *old)):
        if id not in old:
            yield Edit(part=part, id=id, what=ADDED, place=_place(new[id]))
        elif id not in new:
            yield Edit(part=part, id=id, what=REMOVED, place=_place(old[id]))
        elif details := tuple(differ(old[id], new[id])) if old[id] != new[id] else ():
            yield Edit(part=part, id=id, what=CHANGED, place=_place(new[id]), details=details)


def _place(value: object) -> Place | None:
    place = getattr(value, "place", None)
    return place if isinstance(place, Place) else None


# ── rules ───────────────────────────────────────────────────────────────────────────────────────────────────────────

_VALUES = ("issue", "proposition", "summary", "ask", "within", "near", "status", "note", "cites")
_POSITIONS = ("position", "negated", "conditional")
_LISTS = ("sides", "kinds", "acts", "via", "addressee", "of", "related")


def _rules(ruleset: RuleSet) -> dict[str, Rule]:
    return {rule.id: rule for issue in ruleset.issues for rule in issue.rules}


def _of_rule(old: Rule, new: Rule) -> Iterator[Detail]:
    yield from _values(old, new, _POSITIONS, lambda value: "none" if value is None else f"{value:+d}")
    yield from _of_patterns(old.patterns, new.patterns)
    for key in _LISTS:
        yield from _list(key, getattr(old, key), getattr(new, key))
    yield from _values(old, new, _VALUES)
    for key in ("match", "no_match"):
        yield from _list(key, _tests(getattr(old, key)), _tests(getattr(new, key)))
    if old.place.path != new.place.path:
        yield Detail(key="file", old=old.place.path, new=new.place.path)


def _tests(cases: Sequence[Case]) -> list[str]:
    """Write tests as text, with what they set and expect but not where they stand."""
    return [f"{case.text} ({', '.join(_settings(case))})" for case in cases]


def _settings(case: Case) -> Iterator[str]:
    for owner, before in ((case, ""), (case.expect, "expect ")):
        for name in ("side", "genre", "before", "via", "position", "act", "force", "issue"):
            value = getattr(owner, name, None)
            if value is not None:
                yield f"{before}{name}: {value}"


def _of_patterns(old: Patterns, new: Patterns, prefix: str = "") -> Iterator[Detail]:
    for key in ("any", "all", "none", "weak"):
        yield from _list(prefix + key, getattr(old, key), getattr(new, key))


def _list(key: str, old: Iterable[str], new: Iterable[str]) -> Iterator[Detail]:
    before, after = dict.fromkeys(old), dict.fromkeys(new)
    added, removed = tuple(v for v in after if v not in before), tuple(v for v in before if v not in after)
    if added or removed:
        yield Detail(key=key, added=added, removed=removed)


def _values(old: object, new: object, keys: Iterable[str], write: Callable[..., str] | None = None) -> Iterator[Detail]:
    for key in keys:
        before, after = getattr(old, key), getattr(new, key)
        if before != after:
            yield Detail(key=key, old=(write or _written)(before), new=(write or _written)(after))


def _written(value: object) -> str:
    if isinstance(value, Near):
        return f"{value.issue} within {value.sentences}"
    return "none" if value is None else str(value)


# ── what rules stand on ─────────────────────────────────────────────────────────────────────────────────────────────


def _of_issue(old: Issue, new: Issue) -> Iterator[Detail]:
    yield from _values(old, new, ("name", "in_text", "short"))
    yield from _of_patterns(old.about, new.about, "about.")


def _propositions(ruleset: RuleSet) -> dict[str, Proposition]:
    return {p.id: p for issue in ruleset.issues for p in issue.propositions}


def _of_proposition(old: Proposition, new: Proposition) -> Iterator[Detail]:
    return _values(old, new, ("issue", "label", "text", "in_text"))


def _acts(ruleset: RuleSet) -> dict[str, Patterns]:
    """Give the words that mark each act; noun phrases count like the others."""
    acts = dict.fromkeys(rule.act for rule in ruleset.acts)
    return {a: Patterns(any=tuple(w for r in ruleset.acts if r.act == a for w in (*r.any, *r.nouns))) for a in acts}


def _forces(ruleset: RuleSet) -> dict[str, Patterns]:
    rungs: dict[str, tuple[str, ...]] = {}
    for rule in sorted(ruleset.forces, key=lambda r: (r.force, r.sides)):
        name = " ".join([str(rule.force), *rule.sides])
        rungs[name] = (*rungs.get(name, ()), *rule.any)
    return {name: Patterns(any=words) for name, words in rungs.items()}


def _names(old: Lexicon, new: Lexicon) -> Iterator[Edit]:
    """Count names and reporting words: an edit of a list of people is no edit of a rule, and may be long."""
    sorts: tuple[tuple[str, Callable[[Lexicon], Mapping[Hashable, object]]], ...] = (
        ("sides", lambda x: {s.id: s for s in x.sides}),
        ("people", lambda x: {(p.name, p.side): p for p in x.people}),
        ("bodies", lambda x: {(b.name, b.side): b for b in x.bodies}),
        ("roles", lambda x: {r.noun: r for r in x.roles}),
        ("cues", lambda x: {c.name: c for c in x.cues}),
    )
    for id, listed in sorts:
        before, after = listed(old), listed(new)
        counts = {
            ADDED: sum(key not in before for key in after),
            REMOVED: sum(key not in after for key in before),
            CHANGED: sum(before[key] != after[key] for key in after if key in before),
        }
        details = tuple(Detail(key=what, new=str(n)) for what, n in counts.items() if n)
        if details:
            yield Edit(part="names", id=id, what=CHANGED, details=details)
