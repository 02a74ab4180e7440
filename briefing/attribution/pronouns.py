"""Pronouns: to the last holder that fits, in this sentence or the few before."""

from __future__ import annotations

from dataclasses import replace

from briefing.attribution import grammar as g
from briefing.attribution.holders import Holder
from briefing.attribution.names import Sort
from briefing.attribution.page import Sentence
from briefing.attribution.pairs import Pairs
from briefing.attribution.subjects import main_subject

_SINGULAR = {"he": "he", "him": "he", "his": "he", "she": "she", "her": "she"}
_LOOK_BACK = 4  # sentences in which a pronoun's holder is looked for


class Pronouns(Pairs):
    """Sieves for he, she, it and they."""

    def pronoun(self, s: Sentence, at: int, pronoun: str) -> tuple[Holder, ...]:
        """Give those whom a pronoun at a word stands for."""
        if pronoun in _SINGULAR:
            return self._he(s, at, _SINGULAR[pronoun])
        if pronoun in ("they", "their"):
            return self._they(s, at)
        if pronoun in ("it", "its"):
            return self._it(s, at)
        return ()

    def _he(self, s: Sentence, at: int, pronoun: str) -> tuple[Holder, ...]:
        """Give the last fitting person: earlier in the sentence, then the subjects and speakers before it."""

        def fits(h: Holder) -> bool:
            return h.figure not in (None, self.floor) and h.figure.pronoun in (None, pronoun, "they")

        here = [h for h in self.people_in(s, at) if fits(h)]
        if here:
            return self._as_pronoun(here[-1] if len(here) == 1 else here[0], pronoun)
        for back in range(1, _LOOK_BACK + 1):
            number = s.number - back
            if number < 0:
                break
            earlier = self.page.sentences[number]
            candidates = [h for h in reversed(self.told_in(number)) if fits(h)]
            candidates += [h for h in self.main_holders(earlier) if fits(h)]
            people = [h for h in self.people_in(earlier, len(earlier)) if fits(h)]
            candidates += people[:1]
            if candidates:
                return self._as_pronoun(candidates[0], pronoun)
        return ()

    def _as_pronoun(self, found: Holder, pronoun: str) -> tuple[Holder, ...]:
        if found.figure and found.figure.pronoun is None:
            found.figure.pronoun = pronoun
        return (replace(found, how="pronoun"),)

    def _it(self, s: Sentence, at: int) -> tuple[Holder, ...]:
        """Give the last body or state: earlier in the sentence, else subject or speaker of the sentences before."""

        def fits(h: Holder) -> bool:
            return h.figure is None

        if s.lower[at] == "its":
            who = main_subject(s, at, self.verbs)
            owner = self.resolve(s, who.first, who.last) if who and who.last <= at else ()
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
            candidates = [h for h in reversed(self.told_in(number)) if fits(h)] + candidates
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
            return self.phrase(s, m.first, m.last, [m])
        return None

    def _they(self, s: Sentence, at: int) -> tuple[Holder, ...]:
        """Give the last group: the plural or joint holders before, else the pair of sides."""
        if at > 2:
            inside = self._plural_before(s, at)
            if inside:
                return inside
            here = [h for h in self.told_in(s.number) if h.plural or h.joint]
            if here:
                return tuple(replace(h, how="pronoun") for h in here[-2:] if h.joint) or (
                    replace(here[-1], how="pronoun"),
                )
        for back in range(_LOOK_BACK + 1):
            number = s.number - back
            if number < 0:
                break
            told = [h for h in self.told_in(number) if h.plural or h.joint]
            if told:
                joint = [h for h in told if h.joint]
                return tuple(replace(h, how="pronoun") for h in (joint[-2:] if joint else told[-1:]))
            if back:
                subject = [h for h in self.main_holders(self.page.sentences[number]) if h.plural or h.joint]
                if subject:
                    return tuple(replace(h, how="pronoun") for h in subject)
        return self.both(s, at) if self.paired and s.lower[at] == "they" else ()

    def _plural_before(self, s: Sentence, at: int) -> tuple[Holder, ...]:
        """Give a plural subject earlier in the sentence: "The envoys said they …"."""
        who = main_subject(s, at, self.verbs)
        if who is None or who.last > at:
            return ()
        found = (
            self.resolve(s, who.first, who.last)
            if not (who.last - who.first == 1 and s.lower[who.first] in g.SUBJECT_PRONOUNS)
            else ()
        )
        return tuple(replace(h, how="pronoun") for h in found if h.plural or h.joint)
