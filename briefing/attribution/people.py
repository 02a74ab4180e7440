"""People: by full name, by surname, newly introduced, or without any side."""

from __future__ import annotations

from briefing.attribution import grammar as g
from briefing.attribution.discourse import ORGANISATION
from briefing.attribution.holders import Figure, Holder
from briefing.attribution.memory import Memory
from briefing.attribution.names import Mention, Sort, family_name, plain
from briefing.attribution.page import Sentence
from briefing.attribution.unofficial import is_unofficial
from briefing.model import Authority, Person, Role
from briefing.text import words


def _qualifies(word: str) -> bool:
    """Whether a word only tells whose somebody is: "Borsk-backed"."""
    return "-" in word and word.rpartition("-")[2].islower() and word.endswith("ed")


def _is_other(s: Sentence, k: int, last: int, figure: Figure) -> bool:
    """Whether a surname stands before another given name than that of its bearer: "Zhang Chi", not Zhang Xiaogang."""
    follower = s.words[k + 1] if k + 1 < last else ""
    given = follower[:1].isupper() and follower.replace("-", "").isalpha()
    return given and figure.name is not None and plain(follower) not in plain(figure.name)


_OF_SIDES = (Sort.STATE, Sort.METONYM, Sort.ADJECTIVE)
_OF_PEOPLE = (Sort.PERSON, Sort.FAMILY)
_BESIDE = words("of to for with against by about on around behind near")


class People(Memory):
    """Sieves that find a person."""

    def figure_of(self, m: Mention) -> Figure | None:
        """Give the person whom a name means here."""
        if m.sort is Sort.PERSON and isinstance(m.named[0], Person):
            return self.discourse.figure(m.named[0])
        known = self.discourse.figures.get(plain(self._last_word(m)))
        if known:
            return known
        people = [p for p in m.named if isinstance(p, Person)]
        date = self.page.document.date
        serving = [p for p in people if any(o.held(date) for o in p.offices)] or people
        titles = self.discourse.names.leading
        leading = [p for p in serving if any(o.held(date) and o.title.lower() in titles for o in p.offices)]
        if len({p.side for p in serving}) != 1:
            return None
        if len(serving) == 1 or len(leading) == 1:
            return self.discourse.figure((leading or serving)[0])
        return self.discourse.shared(self._last_word(m), serving)

    def _last_word(self, m: Mention) -> str:
        person = m.named[0]
        assert isinstance(person, Person)

        return family_name(person)

    def placed(self, s: Sentence, figure: Figure) -> Figure:
        """Give an official without a side the side that spoke last: "Foreign ministry spokesman …"."""
        if figure.side is None and figure.official and figure.titles and figure.placeable:
            figure.side = self.last_side(s)
        return figure

    def person(self, figure: Figure, how: str) -> Holder:
        """Give a person as a holder; who speaks for no government has no side."""
        return Holder(
            figure.side if figure.official else None,
            figure.name,
            figure.authority if figure.official else Authority.OFFICIAL,
            how,
            figure=figure,
        )

    def person_in(self, s: Sentence, first: int, last: int, names: list[Mention]) -> Holder | None:
        """Find a person in a phrase, by full name, by surname, or newly introduced by it."""
        for m in names:
            if m.sort not in (Sort.PERSON, Sort.FAMILY) or m.first < first or m.last > last:
                continue
            if self._owns(s, m, last):
                return self._of_person(s, m, last, names)
            head = self._head_before(s, m, first, names)
            if head is not None:
                return self._near_person(m, head)
            figure = self.figure_of(m)
            if figure and self._newly_named(s, m, first, last, figure):
                continue
            if figure:
                title = self._pronoun_of_title(s, m.first)
                if title and figure.pronoun is None:
                    figure.pronoun = title
                return self.person(figure, "name" if m.sort is Sort.PERSON else "surname")
        return self._introduced(s, first, last, names)

    def _introduced(self, s: Sentence, first: int, last: int, names: list[Mention]) -> Holder | None:
        """Find somebody in a phrase whom the text itself has introduced."""
        taken = {k for m in names for k in range(m.first, m.last) if m.sort >= Sort.METONYM or m.sort is Sort.ROLE}
        for k in range(last - 1, first - 1, -1):
            word = s.words[k]
            if k in taken or not word[0].isupper() or (k + 1 < last and s.lower[k + 1] in ("'s", "’s")):
                continue
            figure = self.discourse.figures.get(plain(word))
            if figure and not _is_other(s, k, last, figure):
                self.placed(s, figure)
                return self.person(figure, "surname" if k == first or s.lower[k - 1] in g.TITLES else "name")
        return None

    def _head_before(self, s: Sentence, m: Mention, first: int, names: list[Mention]) -> Mention | str | None:
        """Give the office, or the word, that stands for somebody beside a person: "aides to Kral"."""
        titles = {k for x in names if x.sort is Sort.ROLE for k in range(x.first, x.last)}
        k = m.first - 1
        while k > first and (k in titles or s.lower[k] in g.TITLES or s.lower[k] in ("the", "then")):
            k -= 1
        if k <= first or s.lower[k] not in _BESIDE or any(w in g.DOCUMENTS for w in s.lower[first:k]):
            return None
        return next((x for x in names if x.sort is Sort.ROLE and x.last <= k), s.lower[k - 1])

    def _near_person(self, m: Mention, head: Mention | str) -> Holder | None:
        """Give the office beside a person; who is only near them speaks for nobody."""
        figure = self.figure_of(m)
        if isinstance(head, str) or figure is None or figure.name is None:
            return None
        office = head.named[0]
        assert isinstance(office, Role)
        return Holder(figure.side, f"{figure.name}'s {office.noun}", office.authority, "role", noun=office.noun)

    def _newly_named(self, s: Sentence, m: Mention, first: int, last: int, figure: Figure) -> bool:
        """Whether a surname of the lexicon is part of another, unknown full name here: "Jane Wang"."""
        if m.sort is not Sort.FAMILY or m.first == first:
            return False
        before = s.words[m.first - 1]
        return (
            before[0].isupper()
            and before.isalpha()
            and plain(before) not in plain(figure.name or "")
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
        figure = self.figure_of(m)
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
                f"{figure.name or s.words[m.first]}'s {office.noun}",
                max(office.authority, Authority.MINISTER),
                "role",
                noun=office.noun,
            )
        if is_unofficial(s, m.first, last):
            return None
        name = s.words[m.last - 1]
        return Holder(figure.side, f"{name} {following}", Authority.MINISTER, "body", noun=following)

    def private(self, s: Sentence, first: int, last: int) -> Holder | None:
        """Give somebody who speaks for no side by the name that the text uses; None if it uses none."""
        k = last
        while k > first and not s.words[k - 1][0].isupper():
            k -= 1
        j = k
        while j > first and (
            s.words[j - 1][0].isupper() or s.lower[j - 1] in ("of", "the", "’s", "'s", "al", "bin", "de", "van")
        ):
            j -= 1
        while j < k and (not s.words[j][0].isupper() or _qualifies(s.words[j])):
            j += 1
        if self._nameless(s, first, j, k):
            return None
        if j >= k or s.lower[j] in g.SUBJECT_PRONOUNS | g.POSSESSIVES | g.DETERMINERS:
            return None
        if k - j == 1:  # "European diplomat", "Western powers"
            k = next((x for x in range(k, last) if not s.words[x].isalpha() or s.lower[x] in g.PREPOSITIONS), last)
        name = self.page.text[s.starts[j] : s.stops[k - 1]]
        human = not any(w in ORGANISATION for w in s.lower[j:k]) and (
            (k - j >= 2 and not is_unofficial(s, j, k)) or s.lower[j - 1 : j] in (["mr"], ["ms"], ["mrs"], ["mr."])
        )
        figure = Figure(name, official=False) if human else None
        if figure and k - j >= 2:
            figure = self.discourse.figures.setdefault(plain(s.words[k - 1]), figure)
            if k - j == 2:  # the family name may stand first
                self.discourse.figures.setdefault(plain(s.words[j]), figure)
            if figure.official:
                return None
        return Holder(None, name, Authority.OFFICIAL, "unofficial", figure=figure)

    def _nameless(self, s: Sentence, first: int, j: int, k: int) -> bool:
        """Whether words `j` to before `k` of a phrase name nobody: an office, or only whom somebody is near."""
        for m in self.discourse.mentions[s.number]:
            if m.sort is Sort.ROLE and (m.first, m.last) == (j, k):
                return True  # "the Secretary": an office that nothing places
            if not m.first < k <= m.last:
                continue
            near = m.sort in _OF_PEOPLE and self._head_before(s, m, first, self.discourse.mentions[s.number])
            if m.sort in _OF_SIDES or near:
                return True  # "critics of Borska", "aides to Kral"
        return False

    def _capitals(self, s: Sentence) -> list[tuple[int, str]]:
        """Give the capitalised words of a sentence outside quotations, folded; once, since offices look far back."""
        if s.number not in self._capital_words:
            found = [k for k, w in enumerate(s.words) if w[0].isupper() and not s.quoted[k]]
            self._capital_words[s.number] = [(k, plain(s.words[k])) for k in found]
        return self._capital_words[s.number]

    def people_in(self, s: Sentence, before: int) -> list[Holder]:
        """Give the people named in a sentence before a word, outside quotations, in order."""
        out = []
        covered: set[int] = set()
        for m in self.discourse.mentions[s.number]:
            if m.last <= before and m.sort in (Sort.PERSON, Sort.FAMILY) and not s.quoted[m.first]:
                covered.update(range(m.first, m.last))
                figure = self.figure_of(m)
                if figure and not (m.last < len(s) and s.lower[m.last] in ("administration", "government")):
                    out.append((m.first, self.person(figure, "name")))
        for k, word in self._capitals(s):
            if k < before and k not in covered:
                figure = self.discourse.figures.get(word)
                if figure and (not out or out[-1][1].figure is not figure):
                    out.append((k, self.person(figure, "name")))
        return [h for _, h in sorted(out, key=lambda x: x[0])]
