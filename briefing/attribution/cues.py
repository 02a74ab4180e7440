"""The reporting words of a lexicon, by the form that a text shows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field

from briefing.attribution.forms import Shape, noun_forms, verb_forms
from briefing.model import CueClass


@dataclass(frozen=True, slots=True)
class Entry:
    """A reporting verb, noun or adjective in one form; `tail` are the words it needs behind it.

    `frames` maps what may follow to the class of the cue that then is meant: "warned that" is one thing, "warned of"
    another. `things` are objects of which the verb says nothing: "raised money".
    """

    lemma: str
    tail: tuple[str, ...]
    shape: Shape
    frames: Mapping[str, str]
    things: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Cues:
    """All reporting words by their first word as written; the longest tails first."""

    verbs: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)
    nouns: Mapping[str, Entry] = field(default_factory=dict)
    adjectives: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)


def compiled(classes: Iterable[CueClass]) -> Cues:
    """Inflect all reporting words of a lexicon, once."""
    verbs: dict[tuple[str, ...], dict[str, str]] = defaultdict(dict)
    nouns: dict[str, dict[str, str]] = defaultdict(dict)
    adjectives: dict[tuple[str, ...], dict[str, str]] = defaultdict(dict)
    things: dict[str, set[str]] = defaultdict(set)
    for cue in classes:
        for verb in cue.verbs:
            things[verb].update(cue.unless)
        for frame in cue.frames:
            for verb in cue.verbs:
                verbs[tuple(verb.split())].setdefault(frame, cue.name)
            for noun in cue.nouns:
                nouns[noun].setdefault(frame, cue.name)
            for adjective in cue.adjectives:
                adjectives[tuple(adjective.split())].setdefault(frame, cue.name)
        for noun in cue.nouns:
            nouns[noun].setdefault("class", cue.name)
    return Cues(_verbs(verbs, things), _nouns(nouns), _adjectives(adjectives))


def _verbs(
    found: Mapping[tuple[str, ...], dict[str, str]], things: Mapping[str, Set[str]]
) -> dict[str, tuple[Entry, ...]]:
    by_form: dict[str, list[Entry]] = defaultdict(list)
    for verb, frames in found.items():
        lemma = " ".join(verb)
        nothing = frozenset(things[lemma])
        for form, shape in verb_forms(verb[0]).items():
            by_form[form].append(Entry(lemma, verb[1:], shape, frames, nothing))
    return {form: tuple(sorted(entries, key=lambda e: -len(e.tail))) for form, entries in by_form.items()}


def _nouns(found: Mapping[str, dict[str, str]]) -> dict[str, Entry]:
    return {form: Entry(noun, (), Shape.BASE, frames) for noun, frames in found.items() for form in noun_forms(noun)}


def _adjectives(found: Mapping[tuple[str, ...], dict[str, str]]) -> dict[str, tuple[Entry, ...]]:
    by_first: dict[str, list[Entry]] = defaultdict(list)
    for adjective, frames in found.items():
        by_first[adjective[0]].append(Entry(" ".join(adjective), adjective[1:], Shape.BASE, frames))
    return {first: tuple(sorted(entries, key=lambda e: -len(e.tail))) for first, entries in by_first.items()}
