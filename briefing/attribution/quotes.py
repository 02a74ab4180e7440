"""Full quotations and their say-clauses: before, behind, between; split, run on over paragraphs, or in a transcript.

Quotations that are only a phrase inside a sentence are left to the clauses around them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from briefing.attribution import grammar as g
from briefing.attribution.cues import Cues
from briefing.attribution.forms import Shape
from briefing.attribution.frames import when_end
from briefing.attribution.inverted import phrase_after
from briefing.attribution.page import Page, Sentence
from briefing.attribution.proposal import Proposal
from briefing.attribution.subjects import main_subject, subject
from briefing.model import Span
from briefing.text import Quotation

_WORD = re.compile(r"\w+(?:['’]\w+)*")
_SIGNED = re.compile(r"\s*[—–―-]+\s*([A-Z][^\n]{2,80}?)\s*\.?\s*$")
_ANY_VERB = re.compile(
    r"[\s,]*((?:he|she|they|I|we|(?:[A-Z][\w.’'-]+\s){1,4}))\s*([a-z]+(?:ed|s))\b(?=\s*(?:[.,]|$|to |in |on |at |during |after |as |of ))"
)
_ACCORDING = re.compile(r"[\s,]*(according to)\s+([^.;\n]{2,110}?)(?=,|\.|$)")
_STOP = re.compile(r"[.!?](?=\s|$)")
_BLOCKED = frozenset(
    ["and", "but", "as", "because", "which", "where", "when", "while", "that", "to", "in", "on", "for", "of", "or"]
)
_LONGEST_CLAUSE = 40  # words between two halves of a quotation


@dataclass(slots=True)
class _Group:
    """One attribution in the making: quotations that share a say-clause."""

    content: list[Span]
    source: Span | None
    cue: Span | None
    found_by: str
    lemma: str = "say"
    antecedent: Span | None = None


@dataclass(slots=True)
class _State:
    """What the finder remembers from one paragraph to the next."""

    groups: list[_Group] = field(default_factory=list)
    paragraph: int = -9
    last: _Group | None = None
    source: Span | None = None


@dataclass(frozen=True, slots=True)
class _Say:
    """A say-clause: who, by which word, up to which offset."""

    source: Span | None
    cue: Span
    lemma: str
    stop: int


class QuoteFinder:
    """Finds full quotations and who speaks them, with one lexicon."""

    def __init__(self, cues: Cues) -> None:
        """Take the verbs that may stand in a say-clause: those that can follow what was said."""
        self.verbs = frozenset(cues.verbs)
        self.saying = frozenset(
            form
            for form, entries in cues.verbs.items()
            for e in entries
            if not e.tail and {"before", "quotation"} & set(e.frames)
        )

    def proposals(self, page: Page) -> list[Proposal]:
        """Give the attributions of all full quotations of a document, in order."""
        state = _State()
        by_block: dict[int, list[Quotation]] = {}
        block = 0
        for q in page.quotations:
            while block + 1 < len(page.paragraphs) and page.paragraphs[block + 1].start <= q.span.start:
                block += 1
            if self._full(page, q, page.paragraphs[block]):
                by_block.setdefault(block, []).append(q)
        for number, found in by_block.items():
            self._paragraph(page, number, found, state)
        return [self._proposal(page, x) for x in state.groups]

    def _proposal(self, page: Page, group: _Group) -> Proposal:
        return Proposal(
            sentence=page.sentence_at(group.content[0].start).number,
            source=group.source,
            cue=group.cue,
            content=tuple(group.content),
            cue_class="speech",
            frame="quotation",
            found_by=group.found_by,
            lemma=group.lemma,
            strength=9,
            antecedent=group.antecedent,
        )

    # ── which quotations are utterances ─────────────────────────────────────────────────────────────────────────────

    def _full(self, page: Page, q: Quotation, block: Span) -> bool:
        """Whether a quotation stands as an utterance, not as a phrase woven into a sentence."""
        text = page.text
        inner = text[q.inner.start : q.inner.stop].strip("\"'‘’“” ")
        if not inner:
            return False
        left = text[block.start : q.span.start].rstrip()
        if not left and q.span.stop == block.stop and inner[-1].isalnum() and q.closed:
            return False  # a heading in quotation marks
        following = text[q.span.stop : q.span.stop + 1]
        count = len(_WORD.findall(inner))
        capital = inner[0].isupper() or inner[0].isdigit() or inner[0] in "[(." or inner.startswith("…")
        closed = inner[-1] in ",.!?-—–…" or following in (",", "")
        if not left or left[-1] in ".!?”\"'’)…":
            return count >= 1 and (closed or count >= 6 or following in ("", "\n"))
        if left[-1] == ":":
            return count >= 2 or closed
        if left[-1] in ",—–-":
            said = left[:-1].rsplit(None, 1)[-1:] or [""]
            goes_on = "_" in page.mask[page.sentence_at(q.span.start).span.start : q.span.start]
            return (capital and count >= 2) or (closed and count >= 2 and (goes_on or said[0].lower() in self.saying))
        if inner[-1] not in ",.!?…" and following == " " and text[q.span.stop + 1 : q.span.stop + 2].islower():
            return False  # the sentence runs on: a phrase, not an utterance
        word = left.rsplit(None, 1)[-1].lower()
        return (capital and count >= 3 and (word in self.saying or word == "that")) or (count >= 12 and capital)

    # ── one paragraph ───────────────────────────────────────────────────────────────────────────────────────────────

    def _paragraph(self, page: Page, number: int, found: list[Quotation], state: _State) -> None:
        block = page.paragraphs[number]
        group: _Group | None = None
        done = block.start
        for i, q in enumerate(found):
            limit = found[i + 1].span.start if i + 1 < len(found) else block.stop
            lead = self._lead_in(page, done, q.span.start, after_quotation=i > 0)
            if lead is None and not i and q.span.start == block.start and number:
                lead = self._lead_above(page, page.paragraphs[number - 1])
            post = self._say_clause(page, q, limit, last=i + 1 == len(found))
            joined = i > 0 and group is not None and self._joins(page, done, q.span.start)
            if lead and not (lead.source is None and joined):
                group = _Group([q.span], lead.source, lead.cue, "lead-in", lead.lemma)
                state.groups.append(group)
            elif (
                joined
                and group is not None
                and (
                    not post
                    or self._comma_before(page, done, q.span.start)
                    or not page.mask[done : q.span.start].strip(" _,.–—-\"'")
                )
            ):
                group.content.append(q.span)
                if post and group.cue is None:
                    group.source, group.cue = post.source, post.cue
            elif post:
                group = self._with_earlier(page, number, q, post, state, block)
            elif self._continues(page, number, q, limit, state, block):
                group = state.last
                if group:
                    group.content.append(q.span)
            else:
                source = self._floating(page, block.start, q.span.start) or (
                    state.source if number - state.paragraph <= 1 else None
                )
                group = _Group([q.span], source, None, "floating")
                if len(_WORD.findall(page.text, q.span.start, q.span.stop)) >= 4:
                    state.groups.append(group)
            state.paragraph, state.last, state.source = number, group, group.source if group else None
            done = q.span.stop
        if len(page.mask[found[-1].span.stop : block.stop].split()) > 14:
            state.last = None

    def _with_earlier(self, page: Page, number: int, q: Quotation, post: _Say, state: _State, block: Span) -> _Group:
        """Begin a group at a say-clause, or finish the one that an unclosed quotation of the paragraph before began."""
        earlier = state.last if number - state.paragraph == 1 and q.span.start == block.start else None
        if (
            earlier
            and earlier.cue is None
            and earlier.found_by == "floating"
            and self._left_open(page, earlier.content[-1])
        ):
            earlier.content.append(q.span)
            earlier.source, earlier.cue, earlier.found_by = post.source, post.cue, "say-clause"
            return earlier
        group = _Group([q.span], post.source, post.cue, "say-clause", post.lemma)
        state.groups.append(group)
        return group

    def _left_open(self, page: Page, span: Span) -> bool:
        return any(not q.closed and q.span == span for q in page.quotations)

    def _continues(self, page: Page, number: int, q: Quotation, limit: int, state: _State, block: Span) -> bool:
        """Whether a paragraph that is only a quotation goes on with the one before."""
        alone = not page.mask[block.start : q.span.start].strip() and not page.mask[q.span.stop : limit].strip(" _.\"'")
        return alone and state.last is not None and number - state.paragraph == 1

    def _joins(self, page: Page, start: int, stop: int) -> bool:
        """Whether only a say-clause, or nothing, lies between two quotations."""
        middle = page.mask[start:stop].strip()
        ends = sum(
            1
            for s in page.sentences[page.sentence_at(start).number : page.sentence_at(max(start, stop - 1)).number]
            if s.span.stop > start
        )
        return ends <= 1 and len(middle.split()) <= _LONGEST_CLAUSE

    def _comma_before(self, page: Page, start: int, stop: int) -> bool:
        return page.mask[start:stop].rstrip().endswith(",")

    # ── say-clauses ─────────────────────────────────────────────────────────────────────────────────────────────────

    def _say_clause(self, page: Page, q: Quotation, limit: int, *, last: bool) -> _Say | None:
        """Read the say-clause right behind a quotation."""
        start = q.span.stop
        signed = _SIGNED.match(page.text[start:limit]) if last else None
        if signed and _is_name(signed[1]):
            return _Say(
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
            return _Say(who, Span(start + loose.start(2), start + loose.end(2)), "say", limit)
        cited = _ACCORDING.match(page.mask[start:limit])
        if cited:
            return _Say(
                Span(start + cited.start(2), start + cited.end(2)),
                Span(start + cited.start(1), start + cited.end(1)),
                "according to",
                limit,
            )
        return None

    def _verb_behind(self, page: Page, s: Sentence, start: int, limit: int) -> _Say | None:
        """Find the saying verb behind a quotation and the subject before or behind it."""
        first = s.at(start)
        if first < len(s) and s.words[first] == ",":
            first += 1
        if first >= len(s) or s.lower[first] in _BLOCKED:
            return None
        for i in range(first, len(s)):
            if s.starts[i] >= limit:
                return None
            lower = s.lower[i]
            if lower not in self.saying or (s.words[i][0].isupper()) or s.quoted[i]:
                continue
            if i == first or all(w in ("also", "then", "later", "as", "has", "had") for w in s.lower[first:i]):
                who = phrase_after(page, s.stops[i], limit)
                return _Say(who, s.span_of(i, i + 1), lower, limit) if who else None
            if (
                s.lower[i - 1] in ("to", "who", "which", "that", "what")
                or (lower.endswith("ing") and s.lower[i - 1] not in g.BE)
                or s.lower[i - 1] in g.DETERMINERS
                or s.lower[i - 1] in ("'s", "’s")
            ):
                if s.lower[i - 1] in ("who", "which"):
                    continue
                if lower.endswith("ing"):
                    return None
                continue
            stop = i
            while stop > first and (
                s.lower[stop - 1] in g.AUXILIARIES
                or g.is_adverb(s.words[stop - 1], s.lower[stop - 1])
                or s.words[stop - 1] == ","
            ):
                stop -= 1
            if stop == first or stop - first > 35:
                return None
            return _Say(page.trimmed(s.starts[first], s.stops[stop - 1]), s.span_of(i, i + 1), lower, limit)
        return None

    def _lead_above(self, page: Page, above: Span) -> _Say | None:
        """Read "X said:" that stands as a paragraph, or ends one, above a quotation."""
        if not page.text[above.start : above.stop].endswith(":"):
            return None
        return self._lead_in(page, page.sentence_at(above.stop - 1).span.start, above.stop, after_quotation=False)

    def _lead_in(self, page: Page, start: int, stop: int, *, after_quotation: bool) -> _Say | None:
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
            if s.lower[i] in self.saying
            and not s.quoted[i]
            and not (s.words[i][0].isupper() and i)
            and not (i and s.lower[i - 1] in g.DETERMINERS)
        ]
        cited = next((i for i in range(first, limit - 1) if s.lower[i] == "according" and s.lower[i + 1] == "to"), None)
        if comma and cited is not None and not verbs and cited + 2 < limit - 1:
            return _Say(s.span_of(cited + 2, limit - 1), s.span_of(cited, cited + 2), "according to", stop)
        if not colon:
            verbs = [i for i in verbs if limit - i - 1 <= (16 if comma else 4)]
        if verbs:
            return self._lead_verb(page, s, verbs, first, limit, after_quotation=after_quotation)
        if colon and not after_quotation:
            who = main_subject(s, limit - 1, self.verbs)
            if limit - 2 >= first:
                return _Say(s.span_of(who.first, who.last) if who else None, s.span_of(limit - 2, limit - 1), "", stop)
        return None

    def _lead_verb(
        self, page: Page, s: Sentence, verbs: list[int], first: int, limit: int, *, after_quotation: bool
    ) -> _Say | None:
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
        return _Say(source, s.span_of(i, i + 1), s.lower[i], s.stops[limit - 1])

    def _floating(self, page: Page, start: int, stop: int) -> Span | None:
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
