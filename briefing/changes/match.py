"""Which stance of one briefing is which of another. In: two pictures. Out: pairs, and those that found none.

Stances belong together if they rest on the same words of one document, for one side on one issue; what is then left
over goes to the nearest, if their sentences overlap.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass

from briefing.changes.picture import Picture, SeenStance, SeenText

_SHARED = 0.5  # of the words of two sentences: fewer, and they are two sentences

Pair = tuple[SeenStance, SeenStance]


@dataclass(frozen=True, slots=True, kw_only=True)
class Matching:
    """The pairs of stances of two briefings, and the stances that only one has, each in the order of its briefing."""

    pairs: tuple[Pair, ...]
    lost: tuple[SeenStance, ...]
    gained: tuple[SeenStance, ...]
    texts: Mapping[str, SeenText]


def match(old: Picture, new: Picture) -> Matching:
    """Pair the stances of two briefings; `texts` gives for the id of an old document the new one it became."""
    texts = _texts(old.texts, new.texts)
    olds, news = defaultdict[Hashable, list[SeenStance]](list), defaultdict[Hashable, list[SeenStance]](list)
    for stance in old.stances:
        if stance.text.id in texts:
            olds[texts[stance.text.id].id, stance.side, stance.issue].append(stance)
    for stance in new.stances:
        news[stance.text.id, stance.side, stance.issue].append(stance)
    pairs = [pair for key in olds for pair in _paired(olds[key], news[key])]
    order = {stance.id: n for n, stance in enumerate(new.stances)}
    first, second = {o.id for o, _ in pairs}, {n.id for _, n in pairs}
    return Matching(
        pairs=tuple(sorted(pairs, key=lambda pair: order[pair[1].id])),
        lost=tuple(s for s in old.stances if s.id not in first),
        gained=tuple(s for s in new.stances if s.id not in second),
        texts=texts,
    )


def _texts(old: Iterable[SeenText], new: Iterable[SeenText]) -> dict[str, SeenText]:
    """Pair documents: the same bytes first, then the same name (a text that was edited)."""
    found: dict[str, SeenText] = {}
    left = list(new)
    for same in (lambda a, b: a.sha256 == b.sha256 and a.path == b.path, _same_bytes, lambda a, b: a.path == b.path):
        for text in (t for t in old if t.id not in found):
            other = next((t for t in left if same(text, t)), None)
            if other:
                found[text.id] = other
                left.remove(other)
    return found


def _same_bytes(one: SeenText, other: SeenText) -> bool:
    return one.sha256 == other.sha256


def _paired(old: list[SeenStance], new: list[SeenStance]) -> Iterable[Pair]:
    """Pair the stances of one document, side and issue, the most alike first."""
    if not new:
        return
    sentence = _sentence(old, new)
    for key in _keys(sentence):
        waiting = defaultdict[Hashable, list[SeenStance]](list)
        for stance in new:
            waiting[key(stance)].append(stance)
        for stance in tuple(old):
            if queue := waiting[key(stance)]:
                other = queue.pop(0)
                old.remove(stance)
                new.remove(other)
                yield stance, other
    yield from _nearest(old, new, _overlap if sentence is _by_place else _shared)


def _sentence(old: list[SeenStance], new: list[SeenStance]) -> Callable[[SeenStance], Hashable]:
    """Choose how a sentence is known again: by its place in the same text, else by its words or those quoted of it."""
    every = (*old, *new)
    if _same_bytes(old[0].text, new[0].text) and all(s.start is not None for s in every):
        return _by_place
    return _by_words if all(s.covered is not None for s in every) else _by_quote


def _keys(sentence: Callable[[SeenStance], Hashable]) -> tuple[Callable[[SeenStance], Hashable], ...]:
    return (
        lambda s: (sentence(s), s.rule, s.quote, s.via),
        lambda s: (sentence(s), s.rule, s.via),
        lambda s: (sentence(s), s.proposition, s.quote),
        lambda s: (sentence(s), s.proposition),
        sentence,
    )


def _by_place(stance: SeenStance) -> Hashable:
    return stance.start, stance.stop


def _by_words(stance: SeenStance) -> Hashable:
    return stance.covered


def _by_quote(stance: SeenStance) -> Hashable:
    return stance.quote


def _nearest(
    old: list[SeenStance], new: list[SeenStance], share: Callable[[SeenStance, SeenStance], float]
) -> Iterable[Pair]:
    close = [(share(o, n), o, n) for o in old for n in new]
    close = [(alike, o, n) for alike, o, n in close if alike >= _SHARED]
    close.sort(key=lambda found: (found[1].rule != found[2].rule, -found[0], _at(found[1]), _at(found[2])))
    taken: set[str] = set()
    for _, o, n in close:
        if not {f"old {o.id}", f"new {n.id}"} & taken:
            taken |= {f"old {o.id}", f"new {n.id}"}
            yield o, n


def _at(stance: SeenStance) -> tuple[int, int]:
    """Give the place of a stance in its text, as far as it is known."""
    return stance.start or 0, stance.stop or 0


def _overlap(one: SeenStance, other: SeenStance) -> float:
    """Say which part of the shorter of two stretches of one text lies in the other."""
    (start, stop), (first, last) = _at(one), _at(other)
    shared = min(stop, last) - max(start, first)
    return shared / max(1, min(stop - start, last - first))


def _shared(one: SeenStance, other: SeenStance) -> float:
    """Say which part of their words two sentences share."""
    first, second = (set((s.covered or s.quote).lower().split()) for s in (one, other))
    return len(first & second) / max(1, len(first | second))
