"""Names of a lexicon, found in the words of a sentence: states, people, bodies, offices."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from briefing.attribution.page import Sentence
from briefing.model import Authority, Body, Lexicon, Person, Role, Side
from briefing.text import tokens


class Sort(IntEnum):
    """What a mention names; of two names for the same words the higher one wins."""

    ROLE = 1
    ADJECTIVE = 2
    STATE = 3
    METONYM = 4
    FAMILY = 5
    BODY = 6
    PERSON = 7


Named = Side | Person | Body | Role


@dataclass(frozen=True, slots=True)
class Mention:
    """A name at words `first` to before `last`; `named` are those who bear it, in the order of the lexicon."""

    first: int
    last: int
    sort: Sort
    named: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class _Key:
    """The words of a name behind its first, with whether each must stand in capitals."""

    rest: tuple[str, ...]
    capitals: tuple[bool, ...]
    proper: bool


class Names:
    """All names of a lexicon by their first word."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Index the names of a lexicon, once."""
        found: dict[tuple[str, _Key, Sort], list[Named]] = defaultdict(list)
        for name, sort, named in _all_names(lexicon):
            first, key = _key(name, proper=sort is not Sort.ROLE)
            entries = found[first, key, sort]
            if named not in entries:
                entries.append(named)
        by_first: dict[str, list[tuple[_Key, Sort, tuple[Named, ...]]]] = defaultdict(list)
        for (first, key, sort), named_list in found.items():
            by_first[first].append((key, sort, tuple(named_list)))
        self._by_first = {
            first: tuple(sorted(entries, key=lambda e: (-len(e[0].rest), -e[1]))) for first, entries in by_first.items()
        }
        self.sides = {s.id: s for s in lexicon.sides}
        self.leading = frozenset(r.noun for r in lexicon.roles if r.authority is Authority.HEAD and not r.body)
        self.heads = tuple(p for p in lexicon.people if any(o.authority is Authority.HEAD for o in p.offices))

    def mentions(self, s: Sentence) -> list[Mention]:
        """Give the names in a sentence, the longest at each place, in order."""
        known = self._by_first
        folded = [w if w.isalpha() else plain(w) for w in s.lower]
        out: list[Mention] = []
        done = 0
        for i in [i for i, w in enumerate(folded) if w in known]:
            mention = self._at(s, folded, i) if i >= done else None
            if mention:
                out.append(mention)
                done = mention.last
        return out

    def _at(self, s: Sentence, folded: list[str], i: int) -> Mention | None:
        for key, sort, named in self._by_first[folded[i]]:
            last = i + 1 + len(key.rest)
            if key.rest and tuple(folded[i + 1 : last]) != key.rest:
                continue
            written = s.words[i:last]
            if key.proper and not written[0][0].isupper():
                continue
            if all(not must or w.replace(".", "").isupper() for must, w in zip(key.capitals, written, strict=True)):
                return Mention(i, last, sort, named)
        return None


@lru_cache(maxsize=1 << 15)
def plain(word: str) -> str:
    """Fold a word for comparison: small letters, no dots, straight apostrophes."""
    if word.isalpha():
        return word.lower()
    return word.lower().replace(".", "").replace("’", "'") or word


def _key(name: str, *, proper: bool) -> tuple[str, _Key]:
    parts = [t.text for t in tokens(name)]
    if len(parts) > 1 and parts[0].lower() == "the":
        parts = parts[1:]
    capitals = tuple(proper and p.replace(".", "").isupper() and len(p.replace(".", "")) > 1 for p in parts)
    folded = [plain(p) for p in parts]
    return folded[0], _Key(tuple(folded[1:]), capitals, proper)


def _all_names(lexicon: Lexicon) -> Iterator[tuple[str, Sort, Named]]:
    for side in lexicon.sides:
        yield from _each((side.name, side.in_text, side.short, *side.aliases), Sort.STATE, side)
        yield from _each(side.metonyms, Sort.METONYM, side)
        yield from _each(side.adjectives, Sort.ADJECTIVE, side)
    for person in lexicon.people:
        for name in (person.name, *person.aliases):
            yield name, Sort.PERSON if " " in name or "-" in name else Sort.FAMILY, person
        yield family_name(person), Sort.FAMILY, person
    for body in lexicon.bodies:
        yield from _each((body.name, *body.aliases), Sort.BODY, body)
    for role in lexicon.roles:
        yield role.noun, Sort.ROLE, role


def _each(names: Iterable[str], sort: Sort, named: Named) -> Iterator[tuple[str, Sort, Named]]:
    for name in names:
        yield name, sort, named


def family_name(person: Person) -> str:
    """Give the name by which texts call a person after the first mention."""
    if person.family:
        return person.family
    parts = [p for p in person.name.split() if p.lower().strip(".,") not in ("jr", "sr", "ii", "iii")]
    return parts[-1]
