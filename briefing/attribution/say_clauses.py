"""Say-clauses of full quotations: behind them, before them, in the paragraph above, or none."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefing.attribution import grammar as g
from briefing.attribution.cues import Cues
from briefing.attribution.forms import Shape
from briefing.attribution.frames import when_end
from briefing.attribution.inverted import phrase_after
from briefing.attribution.page import Page, Sentence
from briefing.attribution.subjects import main_subject, phrase_start, subject
from briefing.attribution.verbhood import is_verb
from briefing.model import Span
from briefing.text import Quotation, words

_SIGNED = re.compile(r"\s*[—–―-]+\s*([A-Z][^\n]{2,80}?)\s*\.?\s*$")
_ANY_VERB = re.compile(
    r"[\s,]*((?:he|she|they|I|we|(?:[A-Z][\w.’'-]+\s){1,4}))\s*([a-z]+(?:ed|s))\b"
    r"(?=\s*(?:[.,]|$|to |in |on |at |during |after |as |of ))"
)
_ACCORDING = re.compile(r"[\s,]*(according to)\s+([^.;\n]{2,110}?)(?=,|\.|$)")
_PARTICLES = (("out",), ("in",), ("back",))
_BLOCKED = words("and but as because which where when while that to in on for of or")
_CLOSING = 8  # words of a say-clause at the end of a sentence, up to its verb
_BEFORE_THAT = 8  # words in which the verb of "that" stands
_LONGEST_CLAUSE = 40  # words between two halves of a quotation
_HEARERS = words("at to for about against on over with toward towards")  # lead to whom, not to who speaks
_LONGEST_NAME = 8  # words of a name before a colon
_LONGEST_SUBJECT = 35


@dataclass(frozen=True, slots=True)
class Say:
    """A say-clause: who, by which word, up to which offset; `mere_colon` where no verb stands before the colon."""

    source: Span | None
    cue: Span
    lemma: str
    stop: int
    mere_colon: bool = False


class SayReader:
    """Reads the say-clauses around quotations, with one lexicon."""

    def __init__(self, cues: Cues) -> None:
        """Take the verbs that may stand in a say-clause: those that can follow what was said."""
        self.cues = cues
        self.verbs = frozenset(cues.verbs)
        self.saying = frozenset(
            form
            for form, entries in cues.verbs.items()
            for e in entries
            if not e.tail and {"before", "quotation"} & set(e.frames)
        )
        self._particles = frozenset(
            (form, e.tail[0]) for form, entries in cues.verbs.items() for e in entries if e.tail in _PARTICLES
        )

    def _says(self, s: Sentence, i: int) -> bool:
        """Whether the word at `i` may be the verb of a say-clause, with its particle: "said", "pointed out"."""
        return s.lower[i] in self.saying or (i + 1 < len(s) and (s.lower[i], s.lower[i + 1]) in self._particles)

    def _is_used(self, s: Sentence, i: int) -> bool:
        """Whether a word that may as well be a noun is a verb here: "the letter states", not "in two states"."""
        entries = self.cues.verbs.get(s.lower[i], ())
        nounlike = bool(entries) and entries[0].shape in (Shape.BASE, Shape.PRESENT)
        return not nounlike or is_verb(s, i, entries, self.verbs)

    def say_clause(self, page: Page, q: Quotation, limit: int, *, last: bool) -> Say | None:
        """Read the say-clause right behind a quotation."""
        start = q.span.stop
        signed = _SIGNED.match(page.text[start:limit]) if last else None
        if signed and _is_name(signed[1]):
            return Say(
                Span(start + signed.start(1), start + signed.end(1)),
                Span(start + signed.start(), start + signed.start(1)),
                "",
                limit,
            )
        s = page.sentence_at(start)
        if s.span.stop <= start:
            return None
        limit = min(limit, s.span.stop)
        found = self._verb_behind(page, s, start, limit)
        if found:
            return found
        loose = _ANY_VERB.match(page.mask[start:limit])
        if loose and page.text[q.inner.stop - 1] in ",?!":
            who = page.trimmed(start + loose.start(1), start + loose.end(1))
            return Say(who, Span(start + loose.start(2), start + loose.end(2)), "say", limit)
        cited = _ACCORDING.match(page.mask[start:limit])
        if cited:
            return Say(
                Span(start + cited.start(2), start + cited.end(2)),
                Span(start + cited.start(1), start + cited.end(1)),
                "according to",
                limit,
            )
        return None

    def _verb_behind(self, page: Page, s: Sentence, start: int, limit: int) -> Say | None:
        """Find the saying verb behind a quotation and the subject before or behind it."""
        first = s.at(start)
        first += first < len(s) and s.words[first] == ","
        if first >= len(s) or s.lower[first] in _BLOCKED:
            return None
        for i in range(first, len(s)):
            if s.starts[i] >= limit:
                return None
            if not self._says(s, i) or s.words[i][0].isupper() or s.quoted[i]:
                continue
            if all(w in ("also", "then", "later", "as", "has", "had") for w in s.lower[first:i]):
                who = phrase_after(page, s.stops[i], limit)
                return Say(who, s.span_of(i, i + 1), s.lower[i], limit) if who else None
            if self._is_finite(s, i):
                return self._with_subject(page, s, first, i, limit)
            if s.lower[i].endswith("ing") and s.lower[i - 1] not in ("who", "which"):
                return None
        return None

    def _is_finite(self, s: Sentence, i: int) -> bool:
        """Whether a saying verb at word `i` is the verb of the say-clause, not of a relative clause or a noun."""
        before = s.lower[i - 1]
        if before in g.DETERMINERS or before in ("to", "who", "which", "that", "what", "'s", "’s"):
            return False
        return not s.lower[i].endswith("ing") or before in g.BE

    def _with_subject(self, page: Page, s: Sentence, first: int, i: int, limit: int) -> Say | None:
        """Give the say-clause whose subject stands between the quotation and the verb at word `i`."""
        stop = i
        while stop > first and (
            s.lower[stop - 1] in g.AUXILIARIES
            or s.words[stop - 1] == ","
            or g.is_adverb(s.words[stop - 1], s.lower[stop - 1])
        ):
            stop -= 1
        if stop == first or stop - first > _LONGEST_SUBJECT:
            return None
        return Say(page.trimmed(s.starts[first], s.stops[stop - 1]), s.span_of(i, i + 1), s.lower[i], limit)

    def runs_on(self, page: Page, stop: int) -> bool:
        """Whether a sentence goes on behind a quotation up to a say-clause: "“…” for the truce, Berg said"."""
        s = page.sentence_at(max(0, stop - 1))
        k = s.at(stop)
        if k + 4 > len(s) or s.lower[k] not in g.PREPOSITIONS or s.words[k][0].isupper() or any(s.quoted[k:]):
            return False
        comma = next((i for i in range(len(s) - 2, k, -1) if s.words[i] == ","), None)
        return comma is not None and any(self._says(s, i) for i in range(comma + 1, min(comma + _CLOSING, len(s))))

    def opens_clause(self, page: Page, stop: int) -> bool:
        """Whether a clause with "that" behind a saying verb runs into the quotation that begins at an offset."""
        s = page.sentence_at(stop)
        k = s.at(stop)
        that = next((i for i in range(k - 3, 0, -1) if s.lower[i] == "that" or s.quoted[i]), None)
        if that is None or s.quoted[that]:
            return False
        return any(self._says(s, i) and not s.quoted[i] for i in range(max(0, that - _BEFORE_THAT), that))

    def lead_above(self, page: Page, above: Span) -> Say | None:
        """Read "X said:" that stands as a paragraph, or ends one, above a quotation."""
        if not page.text[above.start : above.stop].endswith(":"):
            return None
        return self.lead_in(page, page.sentence_at(above.stop - 1).span.start, above.stop, after_quotation=False)

    def lead_in(self, page: Page, start: int, stop: int, *, after_quotation: bool) -> Say | None:
        """Read the clause that leads into a quotation: "X said:", "X said,", "X added that"."""
        if stop <= start or not page.mask[start:stop].strip(" _\"'.,"):
            return None
        s = page.sentence_at(stop - 1)
        low = max(start, s.span.start)
        tail = page.mask[low:stop].rstrip()
        if not tail or s.span.stop <= low or (tail[-1] in ".!?"):
            return None
        colon, comma = tail.endswith(":"), tail.endswith((",", "—", "–", "-"))
        first, limit = s.at(low), s.at(stop)
        verbs = [
            i
            for i in range(first, limit)
            if self._says(s, i)
            and self._is_used(s, i)
            and not s.quoted[i]
            and not (s.words[i][0].isupper() and i)
            and not (i and s.lower[i - 1] in g.DETERMINERS)
        ]
        cited = next((i for i in range(first, limit - 1) if s.lower[i] == "according" and s.lower[i + 1] == "to"), None)
        if comma and cited is not None and not verbs and cited + 2 < limit - 1:
            return Say(s.span_of(cited + 2, limit - 1), s.span_of(cited, cited + 2), "according to", stop)
        if not colon:
            verbs = [i for i in verbs if limit - i - 1 <= (16 if comma else 4)]
        if verbs:
            return self._lead_verb(page, s, verbs, first, limit, after_quotation=after_quotation)
        if colon and not after_quotation and limit - 2 >= first:
            return Say(self._before_colon(s, first, limit - 1), s.span_of(limit - 1, limit), "", stop, mere_colon=True)
        return None

    def _before_colon(self, s: Sentence, first: int, colon: int) -> Span | None:
        """Give the name right before a colon, else the subject: "Kral hit back at Berg: …" is Kral’s."""
        start = phrase_start(s, colon)
        if start is not None and s.words[colon - 1][0].isupper() and any(w.islower() for w in s.words[colon - 1]):
            start = max(start, first)
            named = [k for k in range(start, colon) if s.words[k][0].isupper()]
            heard = bool(named) and named[0] > first and s.lower[named[0] - 1] in _HEARERS
            if named and not heard and colon - named[0] <= _LONGEST_NAME:
                return s.span_of(named[0], colon)
        who = main_subject(s, colon, self.verbs)
        return s.span_of(who.first, who.last) if who else None

    def _lead_verb(
        self, page: Page, s: Sentence, verbs: list[int], first: int, limit: int, *, after_quotation: bool
    ) -> Say | None:
        i = verbs[-1]
        end = when_end(page, s, i)
        rest = page.mask[end or s.stops[i] : s.starts[limit] if limit < len(s) else s.span.stop].strip(" ,:")
        words = rest.split()
        if len(words) >= 4 and words[0].lower() in (
            "that",
            "he",
            "she",
            "they",
            "it",
            "there",
            "we",
            "i",
            "his",
            "her",
            "their",
        ):
            return None
        if (
            after_quotation
            and len(verbs) == 1
            and limit - first <= _LONGEST_CLAUSE
            and s.words[limit - 1] != ":"
            and not s.lower[i].endswith("ing")
            and s.starts[first] >= s.span.start
            and first > 0
        ):
            return None  # “A,” X said, “B”: the verb belongs to the first half
        shape = Shape.ING if s.lower[i].endswith("ing") else Shape.PAST
        who = subject(s, i, shape, self.verbs)
        source = s.span_of(who.first, who.last) if who else None
        if who is None or (who.first < first and i == first):
            source = source or phrase_after(page, s.stops[i], s.starts[limit] if limit < len(s) else s.span.stop)
        return Say(source, s.span_of(i, i + 1), s.lower[i], s.stops[limit - 1])

    def floating(self, page: Page, start: int, stop: int) -> Span | None:
        """Give the speaker of a bare quotation: the subject of the sentence before it in the paragraph."""
        if not page.mask[start:stop].strip(" _.\"'"):
            return None
        s = page.sentence_at(max(start, stop - 2))
        said = self._said_before(page, s, stop)
        if said:
            return said
        who = main_subject(s, min(len(s), s.at(stop)), self.verbs)
        return s.span_of(who.first, who.last) if who else None

    def _said_before(self, page: Page, s: Sentence, stop: int) -> Span | None:
        """Give the speaker of the say-clause that ends the sentence before: "…, she said."."""
        for i in range(min(len(s), s.at(stop)) - 1, 0, -1):
            if s.lower[i] in ("said", "says", "added", "told", "wrote") and not s.quoted[i]:
                if s.words[i - 1] == "," or s.quoted[i - 1]:
                    return phrase_after(page, s.stops[i], s.span.stop)
                who = subject(s, i, Shape.PAST, self.verbs)
                return s.span_of(who.first, who.last) if who else None
        return None


def _is_name(line: str) -> bool:
    """Whether a line behind a dash can be a signature."""
    return (
        all(
            w[0].isupper() or w in ("de", "of", "the", "and", "a", "for") or (w[0].islower() and line[0].isupper())
            for w in line.replace(",", " ").split()
        )
        and len(line.split()) <= 9
    )
