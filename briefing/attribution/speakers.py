"""Who a source is: sieves from the surest to the least sure, each naming itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from briefing.attribution import grammar as g
from briefing.attribution.discourse import ORGANISATION, UNOFFICIAL, Discourse
from briefing.attribution.holders import Figure, Holder
from briefing.attribution.names import Mention, Sort, plain
from briefing.attribution.page import Page, Sentence
from briefing.attribution.subjects import main_subject
from briefing.model import Authority, Body, Person, Role, Side, Span
from briefing.text import words

_SINGULAR = {"he": "he", "him": "he", "his": "he", "she": "she", "her": "she"}
_PAIRED = words(
    "sides leaders presidents countries nations governments powers parties ministers delegations capitals neighbours neighbors states men women diplomats superpowers teams economies militaries"
)
_PAIR_WORDS = words("both two")
_DOCUMENTS = words(
    "statement communique communiqué declaration readout document release report letter text memorandum notice announcement white paper commentary"
)
_LEADERS = words("leaders presidents")
_TIMES = words(
    "january february march april may june july august september october november december recent broad early late the general private public "
    "a separate part its their his response return turn addition"
)
_POSITIONS = words(
    "claims claim position view count figures stance policy assessment side response comments remarks message data"
)
_LOOK_BACK = 4  # sentences in which a pronoun's holder is looked for


class Resolver:
    """Resolves the sources of one document, in the order of the text."""

    def __init__(self, page: Page, discourse: Discourse, verbs: frozenset[str]) -> None:
        """Take a document and what it tells about people and sides."""
        self.page = page
        self.discourse = discourse
        self.verbs = verbs
        self.told: list[tuple[int, Holder]] = []  # sentence and holder of what has been resolved so far
        self._subjects: dict[int, tuple[Holder, ...]] = {}

    # ── the door ────────────────────────────────────────────────────────────────────────────────────────────────────

    def holders(self, s: Sentence, source: Span | None, *, before: int | None = None) -> tuple[Holder, ...]:
        """Give those whom a source stands for; several for coordinated or joint holders, none if unknown."""
        if source is None:
            return ()
        first, last = s.at(source.start), s.at(source.stop)
        found = self._resolve(s, first, last)
        return found

    def labelled(self, s: Sentence, label: Span) -> Holder | None:
        """Give the person that a transcript's label names, in capitals perhaps."""
        first, last = s.at(label.start), s.at(label.stop)
        names = [m for m in self.discourse.mentions[s.number] if m.first >= first and m.last <= last]
        found = self._person_in(s, first, last, names)
        if found:
            return found
        for k in range(last - 1, first - 1, -1):
            figure = self.discourse.figures.get(plain(s.words[k]))
            if figure:
                return self._person(figure, "label")
        return self._phrase(s, first, last, names)

    def named(self, m: Mention) -> Holder | None:
        """Give the holder of a name outside any sentence, such as a title's."""
        if m.sort in (Sort.PERSON, Sort.FAMILY):
            figure = self._figure(m)
            return self._person(figure, "name") if figure else None
        return None

    def title_holders(self) -> tuple[Holder, ...]:
        """Give the group that a title begins with ("G7 leaders accuse …"): the text may go on with "the leaders"."""
        found = self.discourse.title_mentions
        if len(found) >= 2 and isinstance(found[0].named[0], Side) and isinstance(found[1].named[0], Role):
            office = found[1].named[0]
            if found[1].first == found[0].last and found[0].first == 0 and office.noun.endswith("s"):
                return (self._office_of(found[0].named[0], [found[1]], office),)
        return ()

    def remember(self, sentence: int, holders: Iterable[Holder]) -> None:
        """Keep the holders of a statement for the pronouns that follow."""
        self.told.extend((sentence, h) for h in holders if h.how != "pronoun" or h.figure or h.side)

    # ── sieves ──────────────────────────────────────────────────────────────────────────────────────────────────────

    def _resolve(self, s: Sentence, first: int, last: int) -> tuple[Holder, ...]:
        if last <= first:
            return ()
        lower = s.lower[first:last]
        while lower and (lower[0] in ("“", '"', "the", "'", "‘", "[") or lower[0] in ("both",) and "and" in lower):
            first, lower = first + 1, lower[1:]
        if not lower:
            return ()
        if len(lower) == 1 and lower[0] in g.SUBJECT_PRONOUNS | g.POSSESSIVES:
            return self._pronoun(s, first, lower[0])
        head = s.lower[first : self._head_end(s, first, last)]
        if self._is_pair(head):
            return self.both(s, first)
        if len(head) == 1 and head[0] in _PAIRED and (first == 0 or s.lower[first - 1] in ("the", "these")):
            group = self._group(s)
            if group:
                return group
        names = [m for m in self.discourse.mentions[s.number] if m.first >= first and m.last <= last]
        several = self._coordinated(s, first, last, names)
        if several:
            return several
        if "joint" in lower or (len(lower) <= 2 and lower[-1] in _DOCUMENTS):
            issuers = self._joint_issuers(s)
            if issuers:
                return issuers
        one = self._phrase(s, first, last, names)
        return (one,) if one else ()

    def _is_pair(self, lower: list[str]) -> bool:
        head = [w for w in lower if w not in ("of", "the", "these", "those", "men")]
        return bool(head) and head[0] in _PAIR_WORDS and len(head) <= 4 and (len(head) == 1 or head[-1] in _PAIRED)

    def both(self, s: Sentence, first: int) -> tuple[Holder, ...]:
        """Give the two sides that "both sides" means: those named just before, else those of the document."""
        sides = self._sides_before(s, first)
        if len(sides) != 2:
            sides = self._last_pair(s) or self.discourse.pair()
        if len(sides) != 2:
            return ()
        return tuple(
            Holder(side, self._name_of(side), Authority.HEAD, "joint", joint=True, plural=True, noun="sides")
            for side in sides
        )

    def _joint_issuers(self, s: Sentence) -> tuple[Holder, ...]:
        """Give both sides where the last document named is theirs together."""
        if not self.told or s.number - self.told[-1][0] > 4 or not self.told[-1][1].joint:
            return ()
        number = self.told[-1][0]
        return tuple(replace(x, how="document") for n, x in self.told if n == number and x.joint)[-2:]

    def _group(self, s: Sentence) -> tuple[Holder, ...]:
        """Give whom "the leaders" means: the group that spoke last."""
        for number, h in reversed(self.told):
            if s.number - number > 12:
                break
            if h.joint:
                return tuple(replace(x, how="joint") for n, x in self.told if n == number and x.joint)[-2:]
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
            side = _side_of(m) if m.sort in (Sort.PERSON, Sort.FAMILY) else None
            if side and side not in found:
                found.append(side)
        return tuple(found)

    def _last_pair(self, s: Sentence) -> tuple[str, ...]:
        """Give the pair that acted together last, or the only two sides that the sentences just before name."""
        for number, h in reversed(self.told):
            if h.joint and s.number - number <= 6:
                pair = tuple(dict.fromkeys(x.side for n, x in self.told if n == number and x.joint and x.side))
                if len(pair) == 2:
                    return pair
        titled = tuple(dict.fromkeys(x for x in map(_side_of, self.discourse.title_mentions) if x))
        if len(titled) == 2 and s.number <= 3:
            return titled
        for back in range(1, 3):
            if s.number >= back:
                found: list[str] = []
                for m in self.discourse.mentions[s.number - back]:
                    side = _side_of(m)
                    if side and side not in found:
                        found.append(side)
                if len(found) == 2:
                    return tuple(found)
        return titled if len(titled) == 2 else ()

    def _sides_before(self, s: Sentence, first: int) -> tuple[str, ...]:
        found: list[str] = []
        for m in self.discourse.mentions[s.number]:
            if m.last <= first:
                side = _side_of(m)
                if side and side not in found:
                    found.append(side)
        return tuple(found)

    # ── pronouns ────────────────────────────────────────────────────────────────────────────────────────────────────

    def _pronoun(self, s: Sentence, at: int, pronoun: str) -> tuple[Holder, ...]:
        if pronoun in _SINGULAR:
            return self._he(s, at, _SINGULAR[pronoun])
        if pronoun in ("they", "their"):
            return self._they(s, at)
        if pronoun in ("it", "its"):
            return self._it(s, at)
        return ()

    def _he(self, s: Sentence, at: int, pronoun: str) -> tuple[Holder, ...]:
        """Give the last fitting person: earlier in the sentence, then the subjects and speakers before it."""
        fits = lambda h: h.figure is not None and h.figure.pronoun in (None, pronoun, "they")
        here = [h for h in self._people_in(s, at) if fits(h)]
        if here:
            return self._as_pronoun(here[-1] if len(here) == 1 else here[0], pronoun)
        for back in range(1, _LOOK_BACK + 1):
            number = s.number - back
            if number < 0:
                break
            earlier = self.page.sentences[number]
            candidates = [h for n, h in reversed(self.told) if n == number and fits(h)]
            candidates += [h for h in self.main_holders(earlier) if fits(h)]
            people = [h for h in self._people_in(earlier, len(earlier)) if fits(h)]
            candidates += people[:1]
            if candidates:
                return self._as_pronoun(candidates[0], pronoun)
        return ()

    def _as_pronoun(self, found: Holder, pronoun: str) -> tuple[Holder, ...]:
        if found.figure and found.figure.pronoun is None:
            found.figure.pronoun = pronoun
        return (replace(found, how="pronoun"),)

    def _people_in(self, s: Sentence, before: int) -> list[Holder]:
        """Give the people named in a sentence before a word, outside quotations, in order."""
        out = []
        covered: set[int] = set()
        for m in self.discourse.mentions[s.number]:
            if m.last <= before and m.sort in (Sort.PERSON, Sort.FAMILY) and not s.quoted[m.first]:
                covered.update(range(m.first, m.last))
                figure = self._figure(m)
                if figure and not (m.last < len(s) and s.lower[m.last] in ("administration", "government")):
                    out.append((m.first, self._person(figure, "name")))
        for k in range(min(before, len(s))):
            if k not in covered and s.words[k][0].isupper() and not s.quoted[k]:
                figure = self.discourse.figures.get(plain(s.words[k]))
                if figure and (not out or out[-1][1].figure is not figure):
                    out.append((k, self._person(figure, "name")))
        return [h for _, h in sorted(out, key=lambda x: x[0])]

    def _it(self, s: Sentence, at: int) -> tuple[Holder, ...]:
        """Give the last body or state: earlier in the sentence, else subject or speaker of the sentences before."""
        fits = lambda h: h.figure is None
        if s.lower[at] == "its":
            who = main_subject(s, at, self.verbs)
            owner = self._resolve(s, who.first, who.last) if who and who.last <= at else ()
            if len(owner) == 1 and owner[0].side:
                return (replace(owner[0], how="pronoun"),)
        if at > 2:
            here = self._subject_here(s, at)
            if here and fits(here):
                return (replace(here, how="pronoun"),)
        for back in range(1, _LOOK_BACK + 1):
            number = s.number - back
            if number < 0:
                break
            candidates = [h for h in self.main_holders(self.page.sentences[number]) if fits(h) and h.side]
            candidates = [h for n, h in reversed(self.told) if n == number and fits(h)] + candidates
            if candidates:
                same = [h for h in candidates if h.joint]
                if same and len(same) > 1:
                    return tuple(replace(h, how="pronoun") for h in same[:2])
                return (replace(candidates[0], how="pronoun"),)
        return ()

    def _subject_here(self, s: Sentence, at: int) -> Holder | None:
        """Give the holder named before a pronoun in its own sentence: the nearest state or body."""
        names = [
            m
            for m in self.discourse.mentions[s.number]
            if m.last <= at and m.sort in (Sort.STATE, Sort.METONYM, Sort.BODY) and not s.quoted[m.first]
        ]
        for m in names[:1]:
            return self._phrase(s, m.first, m.last, [m])
        return None

    def _they(self, s: Sentence, at: int) -> tuple[Holder, ...]:
        """Give the last group: the plural or joint holders before, else the pair of sides."""
        if at > 2:
            inside = self._plural_before(s, at)
            if inside:
                return inside
            here = [h for n, h in self.told if n == s.number and (h.plural or h.joint)]
            if here:
                return tuple(replace(h, how="pronoun") for h in here[-2:] if h.joint) or (
                    replace(here[-1], how="pronoun"),
                )
        for back in range(0, _LOOK_BACK + 1):
            number = s.number - back
            if number < 0:
                break
            told = [h for n, h in self.told if n == number and (h.plural or h.joint)]
            if told:
                joint = [h for h in told if h.joint]
                return tuple(replace(h, how="pronoun") for h in (joint[-2:] if joint else told[-1:]))
            if back:
                subject = [h for h in self.main_holders(self.page.sentences[number]) if h.plural or h.joint]
                if subject:
                    return tuple(replace(h, how="pronoun") for h in subject)
        return ()

    def _plural_before(self, s: Sentence, at: int) -> tuple[Holder, ...]:
        """Give a plural subject earlier in the sentence: "The envoys said they …"."""
        who = main_subject(s, at, self.verbs)
        if who is None or who.last > at:
            return ()
        found = (
            self._resolve(s, who.first, who.last)
            if not (who.last - who.first == 1 and s.lower[who.first] in g.SUBJECT_PRONOUNS)
            else ()
        )
        return tuple(replace(h, how="pronoun") for h in found if h.plural or h.joint)

    def main_holders(self, s: Sentence) -> tuple[Holder, ...]:
        """Give whom the subject of a sentence's main clause stands for."""
        if s.number not in self._subjects:
            self._subjects[s.number] = ()
            who = main_subject(s, len(s), self.verbs)
            if who and not s.quoted[who.first]:
                self._subjects[s.number] = self._resolve(s, who.first, who.last)
        return self._subjects[s.number]

    # ── coordination ────────────────────────────────────────────────────────────────────────────────────────────────

    def _coordinated(self, s: Sentence, first: int, last: int, names: list[Mention]) -> tuple[Holder, ...]:
        """Read "China and Russia", "the US and European leaders", "Xi and Putin"."""
        if "and" not in s.lower[first:last]:
            return ()
        strong = [m for m in names if m.sort is not Sort.ROLE and not self._qualifies(s, m, names)]
        sides = list(dict.fromkeys(x for x in map(_side_of, strong) if x))
        covered = {k for m in names for k in range(m.first, m.last)}
        lead = (
            [k for k in range(first, strong[0].first) if k not in covered and not s.words[k][0].isupper()]
            if strong
            else []
        )
        if len(sides) < 2 or len(lead) > 2 or any(w in UNOFFICIAL for w in s.lower[first:last]):
            return ()
        for a, b in zip(strong, strong[1:], strict=False):
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
                replace(h, how="joint", joint=True)
                for m in strong
                for h in [self._phrase(s, m.first, m.last, [m])]
                if h
            )
        out = []
        for m in strong:
            if m.sort is Sort.ADJECTIVE and not tail:
                return ()
            one = (
                self._phrase(s, m.first, m.last, [m]) if m.sort is not Sort.ADJECTIVE else self._nationality(m, tail[0])
            )
            if one:
                out.append(replace(one, plural=True))
        return tuple(out) if len(out) >= 2 else ()

    def _qualifies(self, s: Sentence, m: Mention, names: list[Mention]) -> bool:
        """Whether a nationality only tells more of the person named behind it: "Chinese leader Xi"."""
        if not isinstance(m.named[0], Side):
            return False
        for x in names:
            if x.sort in (Sort.PERSON, Sort.FAMILY, Sort.BODY) and x.first >= m.last and _side_of(x) == m.named[0].id:
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

    # ── one phrase ──────────────────────────────────────────────────────────────────────────────────────────────────

    def _phrase(self, s: Sentence, first: int, last: int, names: list[Mention]) -> Holder | None:
        """Resolve a noun phrase: person, body, office, state."""
        head_end = self._head_end(s, first, last)
        person = self._person_in(s, first, head_end, names) or self._person_in(s, first, last, names)
        if person:
            return person
        covered = {k for m in names for k in range(m.first, m.last)}
        if any(s.lower[k] in UNOFFICIAL for k in range(first, head_end) if k not in covered):
            return self._private(s, first, head_end)
        inside = [m for m in names if m.first < head_end] or names
        for sieve in (self._document, self._office, self._state, self._owner):
            found = sieve(s, first, head_end, inside)
            if found:
                return found
        return self._private(s, first, head_end)

    def _private(self, s: Sentence, first: int, last: int) -> Holder | None:
        """Give somebody who speaks for no side by the name that the text uses; None if it uses none."""
        k = last
        while k > first and not s.words[k - 1][0].isupper():
            k -= 1
        j = k
        while j > first and (
            s.words[j - 1][0].isupper() or s.lower[j - 1] in ("of", "the", "’s", "'s", "al", "bin", "de", "van")
        ):
            j -= 1
        while j < k and not s.words[j][0].isupper():
            j += 1
        if j >= k or s.lower[j] in g.SUBJECT_PRONOUNS | g.POSSESSIVES | g.DETERMINERS:
            return None
        name = " ".join(s.words[j:k])
        human = not any(w in ORGANISATION for w in s.lower[j:k]) and (
            k - j >= 2
            and not any(w in UNOFFICIAL for w in s.lower[j:k])
            or s.lower[j - 1 : j] in (["mr"], ["ms"], ["mrs"], ["mr."])
        )
        figure = Figure(name, official=False) if human else None
        if figure and k - j >= 2:
            figure = self.discourse.figures.setdefault(plain(s.words[k - 1]), figure)
            if figure.official:
                return None
        return Holder(None, name, Authority.OFFICIAL, "unofficial", figure=figure)

    def _owner(self, s: Sentence, first: int, last: int, names: list[Mention]) -> Holder | None:
        """Read "Alden's latest count", "Borskan claims": a state that owns the thing that speaks."""
        for m in names:
            side = m.named[0]
            if not isinstance(side, Side) or m.first - first > 1:
                continue
            rest = [w for w in s.words[m.last : m.last + 4] if w not in ("'s", "’s", "'", "’")][:3]
            if m.sort is Sort.ADJECTIVE and rest and not (rest[-1].lower() in _POSITIONS):
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

    def _head_end(self, s: Sentence, first: int, last: int) -> int:
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

    def _figure(self, m: Mention) -> Figure | None:
        """Give the person whom a name means here."""
        if m.sort is Sort.PERSON and isinstance(m.named[0], Person):
            return self.discourse.figure(m.named[0])
        known = self.discourse.figures.get(plain(self._last_word(m)))
        if known:
            return known
        people = [p for p in m.named if isinstance(p, Person)]
        date = self.page.document.date
        serving = [p for p in people if any(o.held(date) for o in p.offices)] or people
        return self.discourse.figure(serving[0]) if serving and len({p.side for p in serving}) == 1 else None

    def _last_word(self, m: Mention) -> str:
        person = m.named[0]
        assert isinstance(person, Person)
        from briefing.attribution.names import family_name

        return family_name(person)

    def _placed(self, s: Sentence, figure: Figure) -> Figure:
        """Give an official without a side the side that spoke last: "Foreign ministry spokesman …"."""
        if figure.side is None and figure.official and figure.titles:
            figure.side = self._last_side(s)
        return figure

    def _person(self, figure: Figure, how: str) -> Holder:
        return Holder(
            figure.side if figure.official else None,
            figure.name,
            figure.authority if figure.official else Authority.OFFICIAL,
            how,
            figure=figure,
        )

    def _person_in(self, s: Sentence, first: int, last: int, names: list[Mention]) -> Holder | None:
        """Find a person in a phrase, by full name, by surname, or newly introduced by it."""
        for m in names:
            if m.sort not in (Sort.PERSON, Sort.FAMILY) or m.first < first or m.last > last:
                continue
            if self._owns(s, m, last):
                return self._of_person(s, m, last, names)
            figure = self._figure(m)
            if figure and self._newly_named(s, m, first, last, figure):
                continue
            if figure:
                title = self._pronoun_of_title(s, m.first)
                if title and figure.pronoun is None:
                    figure.pronoun = title
                return self._person(figure, "name" if m.sort is Sort.PERSON else "surname")
        taken = {k for m in names for k in range(m.first, m.last) if m.sort >= Sort.METONYM or m.sort is Sort.ROLE}
        for k in range(last - 1, first - 1, -1):
            word = s.words[k]
            if k in taken or not word[0].isupper() or (k + 1 < last and s.lower[k + 1] in ("'s", "’s")):
                continue
            figure = self.discourse.figures.get(plain(word))
            if figure:
                self._placed(s, figure)
                return self._person(figure, "surname" if k == first or s.lower[k - 1] in g.TITLES else "name")
        return None

    def _newly_named(self, s: Sentence, m: Mention, first: int, last: int, figure: Figure) -> bool:
        """Whether a surname of the lexicon is part of another, unknown full name here: "Jane Wang"."""
        if m.sort is not Sort.FAMILY or m.first == first:
            return False
        before = s.words[m.first - 1]
        return (
            before[0].isupper()
            and before.isalpha()
            and plain(before) not in plain(figure.name)
            and s.lower[m.first - 1] not in g.TITLES
            and not any(x.last == m.first for x in self.discourse.mentions[s.number])
        )

    def _pronoun_of_title(self, s: Sentence, first: int) -> str | None:
        title = s.lower[first - 1] if first else ""
        return {"mr": "he", "mr.": "he", "mrs": "she", "mrs.": "she", "ms": "she", "ms.": "she"}.get(title)

    def _owns(self, s: Sentence, m: Mention, last: int) -> bool:
        """Whether a name only qualifies what follows: "the Trump administration", "Xi's spokesman"."""
        if m.last >= last:
            return False
        following = s.lower[m.last]
        return following in ("'s", "’s", "administration", "government", "team", "regime", "cabinet", "camp") or (
            following in "'’"
        )

    def _of_person(self, s: Sentence, m: Mention, last: int, names: list[Mention]) -> Holder | None:
        figure = self._figure(m)
        if figure is None or not figure.official:
            return None
        following = s.lower[m.last]
        if following in ("'s", "’s") or following in "'’":
            role = next((r for r in names if r.sort is Sort.ROLE and r.first > m.last), None)
            if role is None:
                return None
            office = role.named[0]
            assert isinstance(office, Role)
            return Holder(
                figure.side,
                f"{figure.name}'s {office.noun}",
                max(office.authority, Authority.MINISTER),
                "role",
                noun=office.noun,
            )
        if any(w in UNOFFICIAL for w in s.lower[m.first : last]):
            return None
        name = s.words[m.last - 1]
        return Holder(figure.side, f"{name} {following}", Authority.MINISTER, "body", noun=following)

    def _document(self, s: Sentence, first: int, last: int, names: list[Mention]) -> Holder | None:
        """Read "the statement", "China's readout", "the joint declaration": its issuer."""
        head = next((k for k in range(first, last) if s.lower[k] in _DOCUMENTS), None)
        if head is None:
            return None
        owners = [m for m in names if m.sort is not Sort.ROLE]
        source = next((k for k in range(head + 1, last) if s.lower[k] in ("from", "by")), None)
        if source is not None and source + 1 < last:
            found = self._resolve(s, source + 1, last)
            return replace(found[0], how="document") if found and found[0].side else None
        if owners:
            found = self._office(s, owners[0].first, head, [m for m in names if m.first < head]) or self._state(
                s, owners[0].first, last, owners
            )
            from_ = found or self._state(s, first, last, owners)
            if from_ and not from_.figure:
                same = [h for _, h in reversed(self.told) if h.side == from_.side and h.figure is None and not h.joint][
                    :1
                ]
                if same and same[0].speaker and from_.how in ("metonym", "nationality"):
                    return replace(same[0], how="document")
            return replace(from_, how="document") if from_ else None
        if any(w[0].isupper() for w in s.words[max(first, 1) : last]):
            return None
        for _, h in reversed(self.told[-12:]):
            if h.figure is None and h.side:
                return replace(h, how="document")
        return None

    def _office(self, s: Sentence, first: int, last: int, names: list[Mention]) -> Holder | None:
        """Read a body, or an office beside a state: "Chinese officials", "the Borskan foreign ministry"."""
        body = next((m for m in names if m.sort is Sort.BODY), None)
        roles = [m for m in names if m.sort is Sort.ROLE]
        if body and isinstance(body.named[0], Body):
            known = body.named[0]
            return Holder(
                known.side, known.name, known.authority, "body", noun=known.name, plural=known.name.endswith("s")
            )
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
            return self._office_of(side, roles, office)
        if any(isinstance(x.named[0], Side) and x.first < role.first for x in names):
            return None
        if s.lower[first] in g.POSSESSIVES:
            owner = self._pronoun(s, first, s.lower[first])
            known = self.discourse.names.sides.get(owner[0].side or "") if owner else None
            return replace(self._office_of(known, roles, office), how="role") if known else None
        return self._office_known(s, office, roles)

    def _belongs(self, s: Sentence, side: Mention, role: Mention) -> bool:
        """Whether a state and an office stand together: "Alden's envoy", "the envoy of Alden"."""
        if side.last <= role.first:
            between = s.lower[side.last : role.first]
            return (
                all(w not in g.FINITE and w not in (",", "in", "on", "to", "for") for w in between)
                and len(between) <= 5
            )
        between = s.lower[role.last : side.first]
        return (
            len(between) <= 4
            and ("of" in between or "for" in between or "from" in between or "in" in between)
            and "," not in between
        )

    def _office_of(self, side: Side, roles: list[Mention], office: Role) -> Holder:
        """Give the holder of an office of a known state: the person if the document or the date tells who."""
        if not office.body and office.authority is Authority.HEAD:
            figure = self._incumbent(side.id, office.noun)
            if figure:
                return self._person(figure, "title")
        bodies = [m.named[0] for m in roles if isinstance(m.named[0], Role) and m.named[0].body]
        name = bodies[0].noun if bodies and isinstance(bodies[0], Role) else office.noun
        nation = side.adjectives[0] if side.adjectives else side.short
        if side.id == "USA" or side.short.isupper():
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

    def _office_known(self, s: Sentence, office: Role, roles: list[Mention]) -> Holder | None:
        """Resolve an office without a state ("the president", "the ministry") by what came before."""
        wanted = [m.named[0].noun for m in roles if isinstance(m.named[0], Role)]
        for number, h in reversed(self.told):
            if s.number - number > 12:
                break
            if h.figure and any(w in t.split() or w == t for w in wanted for t in h.figure.titles):
                return replace(h, how="title")
            if (
                h.figure is None
                and h.noun
                and (h.noun in wanted or any(w.split()[-1] == h.noun.split()[-1].lower() for w in wanted))
            ):
                return replace(h, how="role")
        for back in range(0, 16):
            if s.number - back < 0:
                break
            earlier = self.page.sentences[s.number - back]
            for h in reversed(self._people_in(earlier, len(earlier) if back else s.at(s.starts[0]))):
                if h.figure and h.side and any(w in t.split() or w == t for w in wanted for t in h.figure.titles):
                    return replace(h, how="title")
        if any(w in _LEADERS for w in wanted):
            return None
        side = self._side_here(s, roles[0].first) or self._last_side(s)
        known = self.discourse.names.sides.get(side) if side else None
        if known and office.authority is not Authority.HEAD:
            return replace(self._office_of(known, roles, office), how="role")
        return None

    def _side_here(self, s: Sentence, before: int) -> str | None:
        """Give the side of the sentence's own subject, if it stands before a word."""
        who = main_subject(s, before, self.verbs) if before > 2 else None
        if who is None or who.last > before or s.quoted[who.first]:
            return None
        found = [_side_of(m) for m in self.discourse.mentions[s.number] if who.first <= m.first < who.last]
        return next((x for x in found if x), None)

    def _last_side(self, s: Sentence) -> str | None:
        """Give the side that spoke last, or that the sentence before names as its subject."""
        for back in range(1, 3):
            if s.number - back >= 0:
                for h in self.main_holders(self.page.sentences[s.number - back]):
                    if h.side:
                        return h.side
        for number, h in reversed(self.told):
            if h.side and s.number - number <= 8:
                return h.side
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
            if m.first - first > 2:
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


def _side_of(m: Mention) -> str | None:
    named = m.named[0]
    if isinstance(named, Side):
        return named.id
    return named.side if isinstance(named, (Person, Body)) else None


def _holds(figure: Figure, noun: str) -> bool:
    """Whether somebody is called by an office: its title, or "leader" for a head of state or government."""
    leads = noun == "leader" and figure.authority is Authority.HEAD
    return leads or any(noun == t or noun in t.split() for t in figure.titles)


def _titled(name: str) -> str:
    return " ".join(w if w in ("of", "for", "and", "the") else w[0].upper() + w[1:] for w in name.split())
