"""Several holders at once: "Alden and Borska", "both sides", "the leaders"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from briefing.attribution.holders import Holder
from briefing.attribution.memory import side_of
from briefing.attribution.names import Mention, Sort
from briefing.attribution.offices import Offices
from briefing.attribution.page import Sentence
from briefing.attribution.unofficial import is_unofficial
from briefing.model import Authority, Role, Side
from briefing.text import words

PAIRED = words(
    "sides leaders presidents countries nations governments powers parties ministers delegations capitals "
    "neighbours neighbors states men women diplomats superpowers teams economies militaries"
)
_PAIR_WORDS = words("both two")
_OFFICIALS = words("officials envoys negotiators diplomats counterparts pair duo")


_GROUP_MEMORY = 12  # sentences for which a group stays "the leaders"
_JOINT_MEMORY = 6  # sentences for which a pair stays "the two sides"


class Pairs(Offices):
    """Sieves that find two sides, or a group."""

    def is_pair(self, lower: list[str]) -> bool:
        """Whether a phrase means both of two: "both sides", "the two leaders", "the two"."""
        head = [w for w in lower if w not in ("of", "the", "these", "those", "men")]
        return bool(head) and head[0] in _PAIR_WORDS and len(head) <= 4 and (len(head) == 1 or head[-1] in PAIRED)

    def is_pair_of_people(self, s: Sentence, first: int, lower: list[str]) -> bool:
        """Whether "the two envoys" or "the pair" means people of two sides that a sentence just before names."""
        known = first > 0 and s.lower[first - 1] in ("the", "these", "both")
        named = lower[:1] == ["two"] or lower[0] in ("pair", "duo") or (first > 0 and s.lower[first - 1] == "both")
        if not (known and named and lower[-1] in _OFFICIALS and len(lower) <= 3):
            return False
        earlier = (self.page.sentences[n] for n in range(s.number - 1, max(-1, s.number - 4), -1))
        return bool(self._last_joint(s)) or any(len(self.sides_in(x)) == 2 for x in earlier)

    def both(self, s: Sentence, first: int) -> tuple[Holder, ...]:
        """Give the two sides that "both sides" means; the side that tells of them is one."""
        pairs = [x for x in self._pairs(s, first) if len(x) == 2]
        fitting = [x for x in pairs if self.teller in x] if self.teller else pairs
        return tuple(
            Holder(side, self._name_of(side), Authority.HEAD, "joint", joint=True, plural=True, noun="sides")
            for side in next(iter(fitting or pairs), ())
        )

    def _pairs(self, s: Sentence, first: int) -> Iterator[tuple[str, ...]]:
        """Give the pairs that may be meant: just named, last together, who met, in the title, most named."""
        yield self.sides_before(s, first)
        yield self._last_joint(s)
        titled = tuple(dict.fromkeys(x for x in map(side_of, self.discourse.title_mentions) if x))
        if self.own:  # "Call with the President of Borska", published by Alden
            yield tuple(dict.fromkeys((self.own, *titled)))
        earlier = [self.page.sentences[n] for n in range(s.number - 1, max(-1, s.number - 3), -1)]
        yield from map(self.sides_in, earlier)
        yield titled
        yield from (self.sides_before(x, len(x)) for x in earlier)
        yield self.discourse.pair()
        if self.own:
            yield tuple(dict.fromkeys((self.own, *self.discourse.pair())))[:2]

    def listed(self, s: Sentence, count: int) -> tuple[Holder, ...]:
        """Give the states that "the three countries" means: as many as a sentence just before names."""
        for number in range(s.number - 1, max(-1, s.number - 4), -1):
            earlier = self.page.sentences[number]
            sides = [x for x in self.sides_before(earlier, len(earlier)) if x]
            if len(sides) == count:
                return tuple(
                    Holder(x, self._name_of(x), Authority.MINISTER, "group", plural=True, noun="countries")
                    for x in sides
                )
        return ()

    def joint_issuers(self, s: Sentence) -> tuple[Holder, ...]:
        """Give both sides where the last document named is theirs together."""
        if not self.told or s.number - self.told[-1][0] > 4 or not self.told[-1][1].joint:
            return ()
        number = self.told[-1][0]
        return tuple(replace(x, how="document") for x in self.told_in(number) if x.joint)[-2:]

    def group(self, s: Sentence, head: str) -> tuple[Holder, ...]:
        """Give whom "the leaders" means: the group that spoke last; nobody if one side's were called so before both."""
        near = [(number, h) for number, h in reversed(self.told) if s.number - number <= _GROUP_MEMORY]
        for number, h in near:
            if h.joint:
                called = any(x.plural and not x.joint and x.noun.split()[-1:] == [head] for _, x in near)
                return () if called else tuple(replace(x, how="joint") for x in self.told_in(number) if x.joint)[-2:]
            if h.plural and h.side and any(w in h.noun for w in ("leaders", "ministers", "presidents", "sides")):
                return (replace(h, how="role"),)
        return ()

    def _name_of(self, side: str) -> str:
        known = self.discourse.names.sides.get(side)
        return known.name if known else side

    def sides_in(self, s: Sentence) -> tuple[str, ...]:
        """Give the sides whose people a sentence names, in order."""
        found: list[str] = []
        for m in self.discourse.mentions[s.number]:
            side = side_of(m) if m.sort in (Sort.PERSON, Sort.FAMILY) else None
            if side and side not in found:
                found.append(side)
        return tuple(found)

    def _last_joint(self, s: Sentence) -> tuple[str, ...]:
        """Give the pair that acted together last."""
        for number, h in reversed(self.told):
            if s.number - number > _JOINT_MEMORY:
                break
            if h.joint:
                return tuple(dict.fromkeys(x.side for x in self.told_in(number) if x.joint and x.side))
        return ()

    def sides_before(self, s: Sentence, first: int) -> tuple[str, ...]:
        """Give the sides that a sentence names before a word, in order."""
        found: list[str] = []
        for m in self.discourse.mentions[s.number]:
            if m.last <= first:
                side = side_of(m)
                if side and side not in found:
                    found.append(side)
        return tuple(found)

    def coordinated(self, s: Sentence, first: int, last: int, names: list[Mention]) -> tuple[Holder, ...]:
        """Read "China and Russia", "the US and European leaders", "Xi and Putin"."""
        if "and" not in s.lower[first:last]:
            return ()
        strong = [m for m in names if m.sort is not Sort.ROLE and not self._qualifies(s, m, names)]
        sides = list(dict.fromkeys(x for x in map(side_of, strong) if x))
        covered = {k for m in names for k in range(m.first, m.last)}
        lead = (
            [k for k in range(first, strong[0].first) if k not in covered and not s.words[k][0].isupper()]
            if strong
            else []
        )
        if len(sides) < 2 or len(lead) > 2 or is_unofficial(s, first, last, covered):
            return ()
        for a, b in pairwise(strong):
            between = [s.lower[k] for k in range(a.last, b.first) if k not in covered]
            if not {"and", ","} & set(between) or not all(
                w in ("and", ",", "the", "both", "'s", "’s") or s.words[k][0].isupper()
                for k, w in enumerate(s.lower[a.last : b.first], a.last)
                if k not in covered
            ):
                return ()
        tail = [m for m in names if m.sort is Sort.ROLE and m.first >= strong[-1].last]
        if all(m.sort in (Sort.PERSON, Sort.FAMILY) for m in strong):
            return tuple(
                replace(h, how="joint", joint=True) for m in strong for h in [self.phrase(s, m.first, m.last, [m])] if h
            )
        out = []
        for m in strong:
            if m.sort is Sort.ADJECTIVE and not tail:
                return ()
            one = (
                self.phrase(s, m.first, m.last, [m]) if m.sort is not Sort.ADJECTIVE else self._nationality(m, tail[0])
            )
            if one:
                out.append(replace(one, plural=True))
        return tuple(out) if len(out) >= 2 else ()

    def _qualifies(self, s: Sentence, m: Mention, names: list[Mention]) -> bool:
        """Whether a name only tells more of the person behind it: "Chinese leader Xi", "Moss’s envoy Berg"."""
        owns = m.sort in (Sort.PERSON, Sort.FAMILY) and s.lower[m.last : m.last + 1] in (["'s"], ["’s"], ["'"], ["’"])
        if not (isinstance(m.named[0], Side) or owns):
            return False
        for x in names:
            if x.sort in (Sort.PERSON, Sort.FAMILY, Sort.BODY) and x.first >= m.last and side_of(x) == side_of(m):
                return (
                    x.first - m.last <= 8
                    and "and" not in s.lower[m.last : x.first]
                    and "," not in s.lower[m.last : x.first]
                )
        return False

    def _nationality(self, adjective: Mention, role: Mention) -> Holder | None:
        side, office = adjective.named[0], role.named[0]
        if isinstance(side, Side) and isinstance(office, Role):
            return Holder(side.id, side.name, office.authority, "nationality", plural=True, noun=office.noun)
        return None
