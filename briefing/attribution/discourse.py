"""What a document has told so far about who is who: people, their sides, the pair of sides it is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from briefing.attribution import grammar as g
from briefing.attribution.holders import Figure
from briefing.attribution.names import Mention, Names, Sort, family_name, plain
from briefing.attribution.page import Page, Sentence
from briefing.attribution.unofficial import NO_LONGER, is_elsewhere, is_unofficial
from briefing.model import Authority, Body, Person, Role, Side, Span
from briefing.text import tokens, words

# Words that make a run of capitals the name of an organisation, not of a person.
ORGANISATION = words(
    "corp corp. inc inc. ltd co. plc company group bank institute university college centre center council "
    "association federation union party agency times post news daily journal press media television tv radio "
    "network forum foundation society committee commission ministry department office board fund services systems "
    "technologies holdings airlines motors republic states nations league court house street road sea strait "
    "islands island river summit treaty agreement act accord pact law war day games"
)
_FIRMS = words("retired corp inc ltd corp. inc. bank")
_LINKS = words("'s ’s of the for and top chief senior deputy new visiting then")
_RANKS = words("gen col adm maj lt capt cmdr general colonel admiral commander")
_OFFICER = Role(noun="officer", authority=Authority.OFFICIAL)
_JUNIOR = words("jr jr. sr sr. ii iii")


class Discourse:
    """People and sides of one document, gathered before its statements are resolved."""

    def __init__(self, page: Page, names: Names) -> None:
        """Read a document once for the people and sides it names."""
        self.page = page
        self.names = names
        self.mentions: list[list[Mention]] = [_meant(s, names.mentions(s)) for s in page.sentences]
        self.figures: dict[str, Figure] = {}
        self._by_person: dict[str, Figure] = {}
        self.side_counts: Counter[str] = Counter()
        self.title_mentions: list[Mention] = []
        for s in page.sentences:
            self._gather(s)
        self._title()

    # ── people ──────────────────────────────────────────────────────────────────────────────────────────────────────

    def figure(self, person: Person) -> Figure:
        """Give the figure of a person of the lexicon."""
        known = self._by_person.get(person.name)
        if known is None:
            known = Figure(person.name, person.side, self._authority(person), person.pronoun)
            known.titles.update(o.title.lower() for o in person.offices if o.held(self.page.document.date))
            self._by_person[person.name] = known
        return known

    def shared(self, family: str, people: Sequence[Person]) -> Figure:
        """Give a figure without a name for a surname that several of one side bear."""
        pronouns = {p.pronoun for p in people}
        known = Figure(None, people[0].side, max(map(self._authority, people)))
        known.pronoun = people[0].pronoun if len(pronouns) == 1 else None
        return self.figures.setdefault(plain(family), known)

    def _authority(self, person: Person) -> Authority:
        held = [o.authority for o in person.offices if o.held(self.page.document.date)]
        return min(held, default=Authority.OFFICIAL if person.offices else Authority.MINISTER)

    def _gather(self, s: Sentence) -> None:
        """Note the people and sides that a sentence names."""
        for m in self.mentions[s.number]:
            if m.sort is Sort.PERSON:
                person = m.named[0]
                assert isinstance(person, Person)
                known = self.figure(person)
                self._introduce(known, family_name(person))
                if self._unofficial(s, m.first, m.last, known=True):
                    known.official = False
            for named in m.named[:1]:
                if isinstance(named, Side):
                    self.side_counts[named.id] += 1
                elif isinstance(named, (Person, Body)):
                    self.side_counts[named.side] += 1
        self._unknown_people(s)

    def _introduce(self, known: Figure, family: str) -> None:
        self.figures.setdefault(plain(family), known)
        for part in (known.name or "").split():
            if len(part) > 2 and part.lower() not in _JUNIOR and plain(part) not in _COMMON_WORDS:
                self.figures.setdefault(plain(part), known)

    def _unofficial(self, s: Sentence, first: int, last: int, *, known: bool = False) -> bool:
        """Whether the words right before a name, or its apposition, deny that its bearer speaks for a government.

        Whom the lexicon knows is denied it only by having left office, or by being in another one.
        """
        start = max(0, first - 6)
        for k in range(first - 1, start - 1, -1):
            if s.lower[k] in g.PREPOSITIONS or s.lower[k] in (",", "and", "but", "that") or s.lower[k] in g.FINITE:
                start = k + 1
                break
        if known:
            return any(w in NO_LONGER for w in s.lower[start:first]) or (
                s.lower[last : last + 1] == [","] and "former" in s.lower[last + 1 : last + 3]
            )
        named = {k for m in self.mentions[s.number] if m.sort is Sort.BODY for k in range(m.first, m.last)}
        return is_unofficial(s, start, first, named) or self._unofficial_behind(s, last, named)

    def _unofficial_behind(self, s: Sentence, last: int, named: set[int]) -> bool:
        """Read "…, a professor at the University of Borsk,": an apposition that ends, not a clause that goes on."""
        if last + 1 >= len(s) or s.words[last] != ",":
            return False
        stop = next(
            (k for k in range(last + 1, min(len(s), last + 12)) if s.words[k] in ",." or s.lower[k] in g.FINITE), None
        )
        if stop is None or s.words[stop] not in ",.":
            return False
        firm = any(w in _FIRMS for w in s.lower[last + 1 : stop])
        return firm or is_unofficial(s, last + 1, stop, named)

    def _unknown_people(self, s: Sentence) -> None:
        """Note people whom the lexicon does not have, with the side that their title or apposition gives."""
        taken = {k for m in self.mentions[s.number] for k in range(m.first, m.last)}
        done = 0
        for i in [i for i, w in enumerate(s.words) if w[0].isupper()]:
            stop = self._name_from(s, i, taken) if i >= done and _name_goes_on(s, i) else i
            if stop - i >= 2:
                self._note(s, i, stop)
            done = max(stop, done)

    def _name_from(self, s: Sentence, i: int, taken: set[int]) -> int:
        """Give the word behind a run of capitalised words that can be a person's name."""
        k = i
        while k < len(s) and k - i < 5 and k not in taken and _name_word(s, k):
            k += 1
        return k

    def _note(self, s: Sentence, first: int, last: int) -> None:
        """Remember an unknown person if a title or apposition says what they are."""
        role, side, official = self.office_around(s, first, last)
        if role is None and official:
            return
        if any(w in ORGANISATION for w in s.lower[first:last]):
            return
        name = self.page.text[s.starts[first] : s.stops[last - 1]]
        words_ = [w for w in s.lower[first:last] if w not in _JUNIOR]
        if words_[-1] in self.figures or words_[0] in self.figures:
            known = self.figures.get(words_[-1]) or self.figures[words_[0]]
            if known.name != name:
                return
        else:
            known = Figure(
                name, side, role.authority if role else Authority.OFFICIAL, official=official and role is not None
            )
            known.placeable = not is_elsewhere(s, max(0, first - 6), first, self.mentions[s.number])
            if role:
                known.titles.add(role.noun)
            for word in dict.fromkeys((words_[-1], words_[0])):
                if len(word) > 1:
                    self.figures.setdefault(plain(word), known)
        if known.side is None:
            known.side = side

    def office_around(self, s: Sentence, first: int, last: int) -> tuple[Role | None, str | None, bool]:
        """Read the office and side that stand before or behind a name, and whether it is a government's."""
        role, side = self._offices_before(s, first, last)
        if self._unofficial(s, first, last):
            return role, side, False
        if role is None and last < len(s) and s.words[last] in (",", "(", "–", "—", "-"):
            role, side = self._apposition(s, last + 1, side)
        return role, side, True

    def _offices_before(self, s: Sentence, first: int, last: int) -> tuple[Role | None, str | None]:
        found = [m for m in self.mentions[s.number] if m.last <= first]
        role: Role | None = None
        side: str | None = None
        k = first
        if first > 1 and s.words[first - 1] == "," and last < len(s) and s.words[last] in (",", ".", "("):
            k = first - 1  # "its foreign minister, Ada Berg, said"
        for m in reversed(found):
            if any(not _may_link(w, s.words[x]) for x, w in enumerate(s.lower[m.last : k], m.last)):
                break
            for named in m.named[:1]:
                if isinstance(named, Role) and role is None:
                    role = named
                elif isinstance(named, Side) and side is None:
                    side = named.id
                elif isinstance(named, Body) and side is None:
                    side, role = named.side, role or Role(noun=named.name, authority=named.authority)
            k = m.first
        if side is None and role:
            side = self._owner_before(found, s, k)
        if side and role is None and s.lower[first - 1].rstrip(".") in _RANKS:
            role = _OFFICER  # "Borskan Maj. Gen. Ivo Dahl"
        return role, side

    def _owner_before(self, found: list[Mention], s: Sentence, k: int) -> str | None:
        """Give the state of "Alden's representative, Rear Admiral Dahl,": whose is the phrase before the comma."""
        while k > 0 and s.words[k - 1][0].isupper():
            k -= 1
        comma = k - 1
        if comma < 1 or s.words[comma] != ",":
            return None
        for m in reversed(found):
            named = m.named[0]
            if isinstance(named, Side) and m.last < comma <= m.last + 6:
                whole = all(_may_link(w, s.words[k]) for k, w in enumerate(s.lower[m.last : comma], m.last))
                return named.id if whole and s.lower[m.last] in ("'s", "’s", "'", "’") else None
        return None

    def _apposition(self, s: Sentence, start: int, side: str | None) -> tuple[Role | None, str | None]:
        """Read "…, the foreign minister of Alden," behind a name."""
        role: Role | None = None
        for m in self.mentions[s.number]:
            if m.first < start or m.first > start + 8:
                continue
            if any(w in ",;." or w in g.FINITE for w in s.lower[start : m.first]):
                break
            for named in m.named[:1]:
                if isinstance(named, Role) and role is None:
                    role = named
                elif isinstance(named, (Side, Body)) and side is None:
                    side = named.id if isinstance(named, Side) else named.side
                    if isinstance(named, Body):
                        role = role or Role(noun=named.name, authority=named.authority)
        return role, side

    # ── sides ───────────────────────────────────────────────────────────────────────────────────────────────────────

    def _title(self) -> None:
        """Count the sides that the title names, twice: a document is about them."""
        title = self.page.document.title
        if not title:
            return
        found = tokens(title)
        line = Sentence(
            number=0,
            span=Span(0, 0),
            paragraph=0,
            first=True,
            words=[t.text for t in found],
            lower=[t.lower for t in found],
            starts=[t.start for t in found],
            stops=[t.stop for t in found],
            quoted=[False] * len(found),
        )
        self.title_mentions = self.names.mentions(line)
        for m in self.title_mentions:
            named = m.named[0]
            if isinstance(named, Side):
                self.side_counts[named.id] += 2
            elif isinstance(named, (Person, Body)):
                self.side_counts[named.side] += 2
                if isinstance(named, Person) and m.sort is Sort.PERSON:
                    self._introduce(self.figure(named), family_name(named))

    def pair(self) -> tuple[str, ...]:
        """Give the two sides that the document is most about."""
        ranked = sorted(self.side_counts.items(), key=lambda x: -x[1])
        return tuple(side for side, _ in ranked[:2])


def _meant(s: Sentence, found: list[Mention]) -> list[Mention]:
    """Drop surnames that are common words here ("He"), or parts of a name that the lexicon does not have."""
    if not any(m.sort is Sort.FAMILY for m in found):
        return found
    taken = {k for m in found for k in range(m.first, m.last)}
    family = [m for m in found if m.sort is Sort.FAMILY]
    joined = {k for a, b in pairwise(family) if a.last == b.first for k in (a.first, b.first)}  # "Zhou Li": one name
    taken -= joined
    return [m for m in found if m.sort is not Sort.FAMILY or (m.first not in joined and _alone(s, m, taken))]


def _alone(s: Sentence, m: Mention, taken: set[int]) -> bool:
    titled = m.first > 0 and s.lower[m.first - 1] in g.TITLES
    if s.lower[m.first] in _COMMON_WORDS and not titled and m.first - 1 not in taken:
        return False
    if _other_name(s, m.last, taken):
        return False
    before = m.first - 1
    if titled or before < 0 or not _other_name(s, before, taken):
        return True
    person = m.named[0]
    return isinstance(person, Person) and s.words[before] in person.name


def _other_name(s: Sentence, k: int, taken: set[int]) -> bool:
    """Whether word `k` is a capitalised word that is no known name, title or function word: part of a name."""
    if k >= len(s) or k in taken:
        return False
    word, lower = s.words[k], s.lower[k]
    if not word[0].isupper() or not word.replace("-", "").isalpha() or (word.isupper() and len(word) > 1):
        return False
    return _name_word(s, k) and lower not in _COMMON_WORDS and not (k == 0 and lower.endswith(("ly", "ing", "ed")))


_COMMON_WORDS = (
    g.SUBJECT_PRONOUNS
    | g.DETERMINERS
    | g.PREPOSITIONS
    | g.SUBORDINATORS
    | words(
        "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
        "september october november december so an now then also will can do no not yes but and or yet still even "
        "meanwhile however earlier later last asked new first related read analysis watch sun court house long king "
        "bay justice stone wood field hill lake park young little black white brown green rich day moon rose lord "
        "major security secretary west north south east central"
    )
)


_PARTICLES = words("al bin van von de da der el ibn")


def _name_word(s: Sentence, k: int) -> bool:
    word = s.words[k]
    if word == "." and k and len(s.words[k - 1]) == 1 and s.words[k - 1].isupper() and s.words[k - 1] != "I":
        return True  # an initial
    if (
        s.lower[k] in _PARTICLES
        and k + 1 < len(s)
        and s.words[k + 1][0].isupper()
        and k
        and s.words[k - 1][0].isupper()
    ):
        return True
    if not word[0].isupper() or (len(word) > 4 and word.isupper()) or s.lower[k] in g.TITLES:
        return False
    if (
        s.lower[k] in g.DETERMINERS
        or s.lower[k] in g.SUBJECT_PRONOUNS
        or s.lower[k] in g.PREPOSITIONS
        or s.lower[k] in g.SUBORDINATORS
        or s.lower[k]
        in (
            "and",
            "but",
            "also",
            "meanwhile",
            "however",
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
        )
    ):
        return False
    return word[0].isalpha()


def _name_goes_on(s: Sentence, k: int) -> bool:
    """Whether a word behind a capitalised one can belong to the same name."""
    following = s.words[k + 1] if k + 1 < len(s) else ""
    return following[:1].isupper() or following == "." or following in _PARTICLES


def _may_link(lower: str, word: str) -> bool:
    """Whether a word may stand between an office and a name, or between a state and an office."""
    return (
        lower in g.TITLES
        or lower in _LINKS
        or word in "'’"
        or (
            lower.isalpha()
            and lower not in g.FINITE
            and lower not in g.PREPOSITIONS
            and lower not in g.SUBORDINATORS
            and lower not in g.PASTS
        )
    )
