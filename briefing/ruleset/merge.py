"""A pack laid over those it extends. In: packs, what is extended first. Out: one `RuleSet`, one `Lexicon`."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TypeVar

from briefing.model import CueClass, Issue, Lexicon, Patterns, Proposition, Rule, RuleFile, RuleSet
from briefing.ruleset.pack import IssuePart, Pack

T = TypeVar("T")


def merge(chain: Sequence[Pack]) -> RuleSet:
    """Make the rule set of the last pack of a chain.

    What a pack writes itself comes before what it inherits, so that of two equal hits the special one wins.
    """
    pack = chain[-1]
    files = tuple(sorted((file for each in chain for file in each.files), key=lambda file: file.path))
    return RuleSet(
        id=pack.id,
        title=pack.title,
        version=pack.version,
        sides=next((each.sides for each in reversed(chain) if each.sides), ()),
        issues=_issues(chain),
        acts=tuple(act for each in reversed(chain) for act in each.acts),
        forces=tuple(force for each in reversed(chain) for force in each.forces),
        namings=tuple(naming for each in reversed(chain) for naming in each.namings),
        phrases={key: text for each in chain for key, text in each.phrases.items()},
        lexicon=lexicon(chain),
        files=files,
        sha256=_sha256(files),
    )


def lexicon(packs: Sequence[Pack]) -> Lexicon:
    """Lay the names and reporting words of packs over each other: a later entry of a name replaces an earlier."""
    parts = [pack.lexicon for pack in packs]
    return Lexicon(
        sides=_last(lambda s: s.id, (s for part in parts for s in part.sides)),
        people=_last(lambda p: (p.name, p.side), (p for part in parts for p in part.people)),
        bodies=_last(lambda b: (b.name, b.side), (b for part in parts for b in part.bodies)),
        roles=_last(lambda r: r.noun, (r for part in parts for r in part.roles)),
        cues=_cues(c for part in parts for c in part.cues),
    )


def _last(name: Callable[[T], Hashable], values: Iterable[T]) -> tuple[T, ...]:
    return tuple({name(value): value for value in values}.values())


def _cues(classes: Iterable[CueClass]) -> tuple[CueClass, ...]:
    merged: dict[str, CueClass] = {}
    for each in classes:
        known = merged.get(each.name, CueClass(name=each.name))
        merged[each.name] = CueClass(
            name=each.name,
            verbs=_union(known.verbs, each.verbs),
            nouns=_union(known.nouns, each.nouns),
            adjectives=_union(known.adjectives, each.adjectives),
            frames=_union(known.frames, each.frames),
            unless=_union(known.unless, each.unless),
        )
    return tuple(merged.values())


def _union(*words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for each in words for word in each))


def _issues(chain: Sequence[Pack]) -> tuple[Issue, ...]:
    parts: dict[str, list[IssuePart]] = {}
    for part in (part for each in reversed(chain) for part in each.issues):
        parts.setdefault(part.id, []).append(part)
    order = next((each.order for each in reversed(chain) if each.order), ())
    inherited = [id for each in chain for id in each.order]
    ids = dict.fromkeys((*order, *inherited, *parts))
    rules = _rules(chain)
    propositions = _propositions(chain)
    return tuple(_issue(parts[id], propositions, rules) for id in ids if id in parts)


def _issue(parts: Sequence[IssuePart], propositions: Sequence[Proposition], rules: Sequence[Rule]) -> Issue:
    """Join what packs say of an issue, the one that extends first."""
    id = parts[0].id
    name = next((p.name for p in parts if p.name), id)
    return Issue(
        id=id,
        name=name,
        in_text=next((p.in_text for p in parts if p.in_text), name),
        short=next((p.short for p in parts if p.short), name),
        about=Patterns(
            any=_union(*(p.about.any for p in parts)),
            all=_union(*(p.about.all for p in parts)),
            none=_union(*(p.about.none for p in parts)),
            weak=_union(*(p.about.weak for p in parts)),
        ),
        propositions=tuple(p for p in propositions if p.issue == id),
        rules=tuple(r for r in rules if r.issue == id),
        place=parts[-1].place,
    )


def _rules(chain: Sequence[Pack]) -> tuple[Rule, ...]:
    """Give every rule that is not switched off; of two with one id the one of the pack that extends."""
    rules: dict[str, Rule] = {}
    off: set[str] = set()
    for pack in reversed(chain):
        for rule in (rule for part in pack.issues for rule in part.rules):
            if rule.id not in off and f"{pack.id}.{rule.id}" not in off:
                rules.setdefault(rule.id, rule)
        off |= set(pack.disable)
    return tuple(rules.values())


def _propositions(chain: Sequence[Pack]) -> tuple[Proposition, ...]:
    found: dict[str, Proposition] = {}
    for pack in reversed(chain):
        for proposition in (proposition for part in pack.issues for proposition in part.propositions):
            found.setdefault(proposition.id, proposition)
    return tuple(found.values())


def _sha256(files: Sequence[RuleFile]) -> str:
    listed = json.dumps([[file.path, file.sha256] for file in files], separators=(",", ":"))
    return hashlib.sha256(listed.encode()).hexdigest()
