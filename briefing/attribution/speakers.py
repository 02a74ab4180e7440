"""Who a source is: sieves from the surest to the least sure, each naming itself."""

from __future__ import annotations

from briefing.attribution import grammar as g
from briefing.attribution.holders import Holder
from briefing.attribution.names import Mention, Sort, plain
from briefing.attribution.page import Sentence
from briefing.attribution.pairs import PAIRED
from briefing.attribution.pronouns import Pronouns
from briefing.model import Role, Side, Span

_COUNTS = {"three": 3, "four": 4, "five": 5}


class Resolver(Pronouns):
    """Resolves the sources of one document, in the order of the text."""

    def holders(self, s: Sentence, source: Span | None) -> tuple[Holder, ...]:
        """Give those whom a source stands for; several for coordinated or joint holders, none if unknown."""
        if source is None:
            return ()
        first, last = s.at(source.start), s.at(source.stop)
        return self.resolve(s, first, last)

    def resolve(self, s: Sentence, first: int, last: int) -> tuple[Holder, ...]:
        """Give those whom the words `first` to before `last` stand for."""
        while first < last and _leads(s, first, last):
            first += 1
        if last <= first:
            return ()
        lower = s.lower[first:last]
        if len(lower) == 1 and lower[0] in g.SUBJECT_PRONOUNS | g.POSSESSIVES:
            return self.pronoun(s, first, lower[0])
        names = [m for m in self.discourse.mentions[s.number] if m.first >= first and m.last <= last]
        found = self._together(s, first, last) or self.coordinated(s, first, last, names)
        if not found and ("joint" in lower or (len(lower) <= 2 and lower[-1] in g.DOCUMENTS)):
            found = self.joint_issuers(s)
        if found:
            return found
        one = self.phrase(s, first, last, names)
        return (one,) if one else ()

    def _together(self, s: Sentence, first: int, last: int) -> tuple[Holder, ...]:
        """Read "both sides", "the two", "the leaders"."""
        head = s.lower[first : self.head_end(s, first, last)]
        if self.is_pair(head) or self.is_pair_of_people(s, first, head):
            return self.both(s, first)
        if len(head) == 1 and head[0] in PAIRED and (first == 0 or s.lower[first - 1] in ("the", "these")):
            return self.group(s, head[0]) or self._who_met(s, first)
        if len(head) == 2 and head[0] in _COUNTS and head[1] in PAIRED:
            return self.listed(s, _COUNTS[head[0]])
        return ()

    def _who_met(self, s: Sentence, first: int) -> tuple[Holder, ...]:
        """Give both sides for "the ministers" of a readout that just before names people of two sides."""
        earlier = (self.page.sentences[n] for n in range(s.number - 1, max(-1, s.number - 4), -1))
        return self.both(s, first) if self.paired and any(len(self.sides_in(x)) == 2 for x in earlier) else ()

    def labelled(self, s: Sentence, label: Span) -> Holder | None:
        """Give the person that a transcript's label names, in capitals perhaps."""
        first, last = s.at(label.start), s.at(label.stop)
        names = [m for m in self.discourse.mentions[s.number] if m.first >= first and m.last <= last]
        found = self.person_in(s, first, last, names)
        if found:
            return found
        for k in range(last - 1, first - 1, -1):
            figure = self.discourse.figures.get(plain(s.words[k]))
            if figure:
                return self.person(figure, "label")
        return self.phrase(s, first, last, names)

    def named(self, m: Mention) -> Holder | None:
        """Give the holder of a name outside any sentence, such as a title's."""
        if m.sort in (Sort.PERSON, Sort.FAMILY):
            figure = self.figure_of(m)
            return self.person(figure, "name") if figure else None
        return None

    def title_holders(self) -> tuple[Holder, ...]:
        """Give the group that a title begins with ("G7 leaders accuse …"): the text may go on with "the leaders"."""
        found = self.discourse.title_mentions
        if len(found) >= 2 and isinstance(found[0].named[0], Side) and isinstance(found[1].named[0], Role):
            office = found[1].named[0]
            if found[1].first == found[0].last and found[0].first == 0 and office.noun.endswith("s"):
                return (self.office_of(found[0].named[0], [found[1]], office),)
        return ()


def _leads(s: Sentence, first: int, last: int) -> bool:
    """Whether a word only leads up to the holder: a mark, an article, "both" before two."""
    lower = s.lower[first]
    return lower in ("“", '"', "the", "'", "‘", "[") or (lower == "both" and "and" in s.lower[first:last])
