"""Bodies, offices, documents and states: "Alden’s foreign ministry", "the president", "the statement"."""

from __future__ import annotations

from dataclasses import replace

from briefing.attribution import grammar as g
from briefing.attribution.holders import Figure, Holder
from briefing.attribution.names import Mention, Sort
from briefing.attribution.page import Sentence
from briefing.attribution.people import People
from briefing.attribution.unofficial import is_elsewhere, is_unofficial
from briefing.model import Authority, Body, Role, Side
from briefing.text import words

_LEADERS = words("leaders presidents")
_TIMES = words(
    "january february march april may june july august september october november december recent broad early "
    "late the general private public a separate part its their his response return turn addition"
)
_POSITIONS = words(
    "claims claim position view count figures stance policy assessment side response comments remarks message data"
)


_MEETINGS = tuple([w] for w in words("agreement agreements accord accords process talks summit consensus protocol"))
_FIRMS = words("corp corp. inc inc. ltd ltd. co co. group company bank airlines holdings steel motors minmetals")
_NUMBERS = words("two three four five six seven several some many one")
# Words that are no name in a name: "the ruling Communist Party", "the Chinese side".
_SMALL = words("of for and the to ruling governing side team delegation leadership regime") | g.DOCUMENTS
_INITIALS = words("un eu")
_SPEAKERS = 100  # of the last statements, among whom a document's issuer is looked for
_MEMORY = 14  # sentences for which an office keeps its holder


class Offices(People):
    """Sieves that find who holds an office, or for whom a body or document speaks."""

    def phrase(self, s: Sentence, first: int, last: int, names: list[Mention]) -> Holder | None:
        """Resolve a noun phrase: person, body, office, state."""
        head_end = self.head_end(s, first, last)
        person = self.person_in(s, first, head_end, names) or self.person_in(s, first, last, names)
        if person:
            return person
        covered = {k for m in names for k in range(m.first, m.last)}
        medium = _medium(s, first, names)
        if medium:
            return medium
        if is_unofficial(s, first, head_end, covered):
            named = s.words[head_end : head_end + 1] == [","] and s.words[head_end + 1][0].isupper()
            return self.private(s, first, head_end) or (self.private(s, head_end, last) if named else None)
        inside = [m for m in names if m.first < head_end] or names
        for sieve in (self._document, self._office, self._state, self._owner):
            found = sieve(s, first, head_end, inside)
            if found:
                return found
        return self.private(s, first, head_end)

    def head_end(self, s: Sentence, first: int, last: int) -> int:
        """Give the word behind the head of a phrase: an apposition or relative clause is not the head."""
        for k in range(first + 1, last):
            if (
                s.words[k] in (",", "(")
                or s.words[k] in g.DASHES
                or s.lower[k] in ("on", "last", "earlier", "late")
                or (s.lower[k] == "in" and k + 1 < last and s.lower[k + 1] in _TIMES)
                or s.lower[k] in ("who", "which", "during", "after", "speaking", "including")
            ):
                return k
        return last

    def _document(self, s: Sentence, first: int, last: int, names: list[Mention]) -> Holder | None:
        """Read "the statement", "China's readout", "the joint declaration": its issuer."""
        head = next((k for k in range(first, last) if s.lower[k] in g.DOCUMENTS), None)
        if head is None:
            return None
        origin = next((k for k in range(head + 1, last) if s.lower[k] in ("from", "by")), None)
        if origin is not None and origin + 1 < last:
            issuers = self.resolve(s, origin + 1, last)
            return replace(issuers[0], how="document") if issuers and issuers[0].side else None
        owners = [m for m in names if m.sort is not Sort.ROLE]
        if owners:
            return self._issuer(s, first, last, head, names, owners)
        if any(w[0].isupper() for w in s.words[max(first, 1) : last]):
            return None
        return next((replace(h, how="document") for _, h in reversed(self.told[-12:]) if not h.figure and h.side), None)

    def _issuer(
        self, s: Sentence, first: int, last: int, head: int, names: list[Mention], owners: list[Mention]
    ) -> Holder | None:
        """Give the owner of a document; of a state's, the body of that state that spoke last."""
        before = [m for m in names if m.first < head]
        found = self._office(s, owners[0].first, head, before) or self._state(s, owners[0].first, last, owners)
        found = found or self._state(s, first, last, owners)
        if found is None:
            return None
        if found.how in ("metonym", "nationality") and not found.figure:
            spoke = (
                h for _, h in reversed(self.told[-_SPEAKERS:]) if h.side == found.side and not h.figure and not h.joint
            )
            found = next(spoke, found)
        return replace(found, how="document")

    def _office(self, s: Sentence, first: int, last: int, names: list[Mention]) -> Holder | None:
        """Read a body, or an office beside a state: "Chinese officials", "the Borskan foreign ministry"."""
        body = next((m for m in names if m.sort is Sort.BODY), None)
        roles = [m for m in names if m.sort is Sort.ROLE]
        if body and isinstance(body.named[0], Body):
            return _of_body(body.named[0], [m for m in roles if m.first >= body.last])
        if not roles:
            return None
        role = (
            max(roles, key=lambda m: (m.last - m.first, -m.first))
            if len(roles) > 1 and roles[0].last == roles[1].first
            else roles[0]
        )
        office = role.named[0]
        assert isinstance(office, Role)
        side = next((x.named[0] for x in names if isinstance(x.named[0], Side) and self._belongs(s, x, role)), None)
        if isinstance(side, Side):
            return self.office_of(side, roles, office)
        if any(isinstance(x.named[0], Side) and x.first < role.first for x in names):
            return None
        if s.lower[first] in g.POSSESSIVES:
            owner = self.pronoun(s, first, s.lower[first])
            if owner and owner[0].figure and owner[0].figure.name and office.body:
                return Holder(owner[0].side, f"{owner[0].figure.name}'s {office.noun}", office.authority, "role")
            state = self.discourse.names.sides.get(owner[0].side or "") if owner else None
            return replace(self.office_of(state, roles, office), how="role") if state else None
        if s.lower[first] in _NUMBERS:
            return None  # "two diplomats said": anybody's
        return self._office_known(s, first, office, roles)

    def _belongs(self, s: Sentence, side: Mention, role: Mention) -> bool:
        """Whether a state and an office stand together: "Alden's envoy", "the envoy of Alden"."""
        if side.last <= role.first:
            between = s.lower[side.last : role.first]
            return (
                all(w not in g.FINITE and w not in (",", "in", "on", "to", "for") for w in between)
                and len(between) <= 5
            )
        between = s.lower[role.last : side.first]
        if any(w in _FIRMS for w in s.lower[side.last : side.last + 3]):
            return False  # "vice president of Alden Steel Corp"
        return (
            len(between) <= 4
            and ("of" in between or "for" in between or "from" in between or "in" in between)
            and "," not in between
        )

    def office_of(self, side: Side, roles: list[Mention], office: Role) -> Holder:
        """Give the holder of an office of a known state: the person if the document or the date tells who."""
        if not office.body and office.authority is Authority.HEAD:
            figure = self._incumbent(side.id, office.noun)
            if figure:
                return self.person(figure, "title")
        bodies = [m.named[0] for m in roles if isinstance(m.named[0], Role) and m.named[0].body]
        name = bodies[0].noun if bodies and isinstance(bodies[0], Role) else office.noun
        nation = side.adjectives[0] if side.adjectives else side.short
        if side.short.isupper():
            nation = side.short
        head = next((w for w in (office.noun,) if w.endswith("s")), "")
        speaker = f"{nation} {name}" if office.authority is Authority.OFFICIAL else f"{nation} {_titled(name)}"
        return Holder(side.id, speaker, office.authority, "nationality", plural=bool(head), noun=office.noun)

    def _incumbent(self, side: str, noun: str) -> Figure | None:
        """Give the person who holds an office: named by the document, else by the lexicon on the document's date."""
        for figure in self.discourse.figures.values():
            if figure.side == side and figure.official and _holds(figure, noun):
                return figure
        date = self.page.document.date
        serving = [
            p
            for p in self.discourse.names.heads
            if p.side == side and any(o.held(date) and (noun == "leader" or noun == o.title.lower()) for o in p.offices)
        ]
        return self.discourse.figure(serving[0]) if len(serving) == 1 else None

    def _office_known(self, s: Sentence, first: int, office: Role, roles: list[Mention]) -> Holder | None:
        """Resolve an office without a state ("the president", "the ministry") by what came before."""
        wanted = [m.named[0].noun for m in roles if isinstance(m.named[0], Role)]
        mine = self.own and (self._office_told(s, wanted, self.own) or self._office_named(s, wanted, self.own))
        found = mine or self._office_told(s, wanted) or self._office_named(s, wanted)
        if found or office.authority is Authority.HEAD or any(w in _LEADERS for w in wanted):
            return found
        if is_elsewhere(s, first, roles[0].first, roles):
            return None
        side = self._side_of_office(s, first, roles)
        known = self.discourse.names.sides.get(side) if side else None
        return replace(self.office_of(known, roles, office), how="role") if known else None

    def _side_of_office(self, s: Sentence, first: int, roles: list[Mention]) -> str | None:
        """Give the side whose office is meant: the sentence's own, else the one that spoke last.

        Behind a comma ("Borska's war must end, the minister said") the subject of the sentence is what was said. Where
        only some sides have such an office, it is one of them, or nobody's.
        """
        quoted = first > 1 and s.words[first - 1 - (s.lower[first - 1] == "the")] == ","
        side = (None if quoted else self.side_here(s, roles[0].first)) or self.last_side(s)
        having = next((m.named[0].sides for m in roles if isinstance(m.named[0], Role) and m.named[0].sides), ())
        if self.own in having:
            return self.own
        if not having or side in having:
            return side
        named = [x for x in self.discourse.side_counts if x in having]
        return named[0] if len(named) == 1 else None

    def _office_told(self, s: Sentence, wanted: list[str], side: str | None = None) -> Holder | None:
        """Give the last holder who spoke and has the office, or the last body of that name; of one side, if given."""
        for number, h in reversed(self.told):
            if s.number - number > _MEMORY:
                return None
            if side and h.side != side:
                continue
            if h.figure and _has_title(h.figure, wanted):
                return replace(h, how="title")
            if h.figure is None and h.noun and any(w.split()[-1] == h.noun.split()[-1].lower() for w in wanted):
                return replace(h, how="role")
        return None

    def _office_named(self, s: Sentence, wanted: list[str], side: str | None = None) -> Holder | None:
        """Give who has the office in the last sentence that names one: its subject, else the last person there."""
        for number in range(s.number - 1, max(-1, s.number - _MEMORY), -1):
            earlier = self.page.sentences[number]
            for h in (*self.main_holders(earlier), *reversed(self.people_in(earlier, len(earlier)))):
                if h.figure and h.side and _has_title(h.figure, wanted) and side in (None, h.side):
                    return replace(h, how="title")
        return None

    def _state(self, s: Sentence, first: int, last: int, names: list[Mention]) -> Holder | None:
        """Read a state or capital that stands for its government."""
        for m in names:
            side = m.named[0]
            if not isinstance(side, Side) or m.sort is Sort.ADJECTIVE:
                continue
            if m.last < last and (
                s.lower[m.last] in ("'s", "’s") or s.lower[m.last] in "'’" or s.words[m.last][0].isalpha()
            ):
                continue
            if m.first > first and s.lower[m.first - 1] in g.PREPOSITIONS:
                continue
            if m.first - first > 2 and m.last != last:
                continue
            metonym = m.sort is Sort.METONYM
            return Holder(
                side.id,
                " ".join(s.words[m.first : m.last]) if metonym else side.name,
                Authority.MINISTER,
                "metonym" if metonym else "state",
                noun=side.name,
            )
        return None

    def _owner(self, s: Sentence, first: int, last: int, names: list[Mention]) -> Holder | None:
        """Read "Alden's latest count", "Borskan claims": a state that owns the thing that speaks."""
        for m in names:
            side = m.named[0]
            if not isinstance(side, Side) or m.first - first > 1 or s.lower[m.last : m.last + 1] in _MEETINGS:
                continue
            rest = [w for w in s.words[m.last : m.last + 4] if w not in ("'s", "’s", "'", "’")][:3]
            if m.sort is Sort.ADJECTIVE and rest and rest[-1].lower() not in _POSITIONS:
                continue
            if all(not w[0].isupper() for w in rest):
                return Holder(
                    side.id,
                    side.name if m.sort is not Sort.METONYM else " ".join(s.words[m.first : m.last]),
                    Authority.MINISTER,
                    "owner",
                    noun=side.name,
                )
        return None


def _medium(s: Sentence, first: int, names: list[Mention]) -> Holder | None:
    """Give the state medium in which something stands: "an editorial in the Borsk Herald"."""
    for m in names:
        body = m.named[0]
        if isinstance(body, Body) and body.authority is Authority.MEDIA and "," not in s.words[first : m.first]:
            return _of_body(body, [])
    return None


def _of_body(body: Body, roles: list[Mention]) -> Holder:
    """Give a body, or the unnamed official who speaks for it: "a State Office official"."""
    office = next((m.named[0] for m in roles if isinstance(m.named[0], Role)), None)
    if office and office.authority is Authority.OFFICIAL and body.authority < Authority.OFFICIAL:
        return Holder(body.side, f"{body.name} {office.noun}", office.authority, "role", noun=office.noun)
    return Holder(body.side, body.name, body.authority, "body", noun=body.name, plural=body.name.endswith("s"))


def _has_title(figure: Figure, wanted: list[str]) -> bool:
    return any(w in t.split() or w == t for w in wanted for t in figure.titles)


def _holds(figure: Figure, noun: str) -> bool:
    """Whether somebody is called by an office: its title, or "leader" for a head of state or government."""
    leads = noun == "leader" and figure.authority is Authority.HEAD
    return leads or any(noun == t or noun in t.split() for t in figure.titles)


def _titled(name: str) -> str:
    """Write an office as a name: "Foreign Ministry", "ruling Party", "UN Envoy"."""
    return " ".join(w if w in _SMALL else w.upper() if w in _INITIALS else w[0].upper() + w[1:] for w in name.split())
