"""Full quotations and who speaks them: split, joined, run on over paragraphs.

Quotations that are only a phrase inside a sentence are left to the clauses around them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from briefing.attribution import grammar as g
from briefing.attribution.cues import Cues
from briefing.attribution.page import Page
from briefing.attribution.proposal import Proposal
from briefing.attribution.say_clauses import Say, SayReader
from briefing.model import Span
from briefing.text import Quotation

_WORD = re.compile(r"\w+(?:['’]\w+)*")
_LONGEST_CLAUSE = 40  # words between two halves of a quotation
_NARRATIVE = 14  # words of the narrator behind a quotation that end it for the next paragraph
_LONGEST_TITLE = 8  # longer words of a name in quotation marks
_FEWEST_WORDS = 4  # of a quotation without a say-clause


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


class QuoteFinder:
    """Finds full quotations and who speaks them, with one lexicon."""

    def __init__(self, cues: Cues, without: frozenset[str] = frozenset()) -> None:
        """Take the verbs that may stand in a say-clause, and constructions to leave out."""
        self.say = SayReader(cues)
        self.without = without

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
        return [self._proposal(page, x) for x in state.groups if x.found_by not in self.without]

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

    def _full(self, page: Page, q: Quotation, block: Span) -> bool:
        """Whether a quotation stands as an utterance, not as a phrase woven into a sentence."""
        text = page.text
        inner = text[q.inner.start : q.inner.stop].strip("\"'‘’“” ")
        if not inner:
            return False
        left = text[block.start : q.span.start].rstrip()
        if not left and q.span.stop == block.stop and inner[-1].isalnum() and q.closed:
            return False  # a heading in quotation marks
        if left and left[-1] != ":" and _is_title(page, q, inner):
            return False
        following = text[q.span.stop : q.span.stop + 1]
        count = len(_WORD.findall(inner))
        capital = inner[0].isupper() or inner[0].isdigit() or inner[0] in "[(." or inner.startswith("…")
        closed = inner[-1] in ",.!?-—–…" or following in (",", "")
        if self._woven(page, q, left, inner):
            return False
        if not left or left[-1] in ".!?”\"'’)…":
            return count >= 1 and (closed or count >= 6 or following in ("", "\n"))
        if left[-1] == ":":
            return count >= 2 or closed
        if left[-1] in ",—–-":
            said = left[:-1].rsplit(None, 1)[-1:] or [""]
            goes_on = "_" in page.mask[page.sentence_at(q.span.start).span.start : q.span.start]
            return (capital and count >= 2) or (
                closed and count >= 2 and (goes_on or said[0].lower() in self.say.saying)
            )
        if inner[-1] not in ",.!?…" and following == " " and text[q.span.stop + 1 : q.span.stop + 2].islower():
            return False  # the sentence runs on: a phrase, not an utterance
        word = left.rsplit(None, 1)[-1].lower()
        if word in g.ARTICLES or word in g.PREPOSITIONS:
            return False  # "views on the “…”": the quotation completes the phrase
        return (capital and count >= 3 and (word in self.say.saying or word == "that")) or (count >= 12 and capital)

    def _woven(self, page: Page, q: Quotation, left: str, inner: str) -> bool:
        """Whether a clause of the narrator tells what is quoted.

        It may run into it ("said that in her port, “there is no hope”"), or on behind it ("“We came” for the truce,
        Berg said").
        """
        opened = left.endswith((",", "—", "–", "-")) and self.say.opens_clause(page, q.span.start)
        return opened or (inner[-1].isalnum() and self.say.runs_on(page, q.span.stop))

    def _paragraph(self, page: Page, number: int, found: list[Quotation], state: _State) -> None:
        """Group the full quotations of one paragraph by their say-clauses."""
        block = page.paragraphs[number]
        group: _Group | None = None
        done = block.start
        for i, q in enumerate(found):
            limit = found[i + 1].span.start if i + 1 < len(found) else block.stop
            lead = self._lead(page, number, q, done, first=i == 0)
            post = self.say.say_clause(page, q, limit, last=i + 1 == len(found))
            if lead and post and lead.mere_colon:
                lead = None  # "…: “…,” Berg said": the say-clause tells
            joined = group if i and self._joins(page, done, q.span.start) else None
            if lead and not (lead.source is None and joined):
                group = self._begun(state, _Group([q.span], lead.source, lead.cue, "lead-in", lead.lemma))
            elif joined and (not post or self._runs_on(page, done, q.span.start)):
                self._add(joined, q, post)
            elif post:
                group = self._with_earlier(page, number, q, post, state, block)
            elif self._continues(page, number, q, limit, state, block):
                group = state.last
                if group:
                    group.content.append(q.span)
            else:
                group = self._bare(page, number, q, state, block)
            state.paragraph, state.last, state.source = number, group, group.source if group else None
            done = q.span.stop
        if len(page.mask[found[-1].span.stop : block.stop].split()) > _NARRATIVE:
            state.last = None

    def _lead(self, page: Page, number: int, q: Quotation, done: int, *, first: bool) -> Say | None:
        """Read the clause that leads into a quotation, in its paragraph or at the end of the one above."""
        lead = self.say.lead_in(page, done, q.span.start, after_quotation=not first)
        if lead is None and first and number and q.span.start == page.paragraphs[number].start:
            return self.say.lead_above(page, page.paragraphs[number - 1])
        return lead

    def _begun(self, state: _State, group: _Group) -> _Group:
        state.groups.append(group)
        return group

    def _runs_on(self, page: Page, done: int, start: int) -> bool:
        """Whether nothing, or a comma, parts a quotation from the clause or quotation before it."""
        between = page.mask[done:start]
        return between.rstrip().endswith(",") or not between.strip(" _,.–—-\"'")

    def _add(self, group: _Group, q: Quotation, post: Say | None) -> None:
        group.content.append(q.span)
        if post and group.cue is None:
            group.source, group.cue = post.source, post.cue

    def _bare(self, page: Page, number: int, q: Quotation, state: _State, block: Span) -> _Group:
        """Begin the group of a quotation without a say-clause: the speaker of what stands before it goes on."""
        source = self.say.floating(page, block.start, q.span.start)
        if source is None and number - state.paragraph <= 1:
            source = state.source
        group = _Group([q.span], source, None, "floating")
        if len(_WORD.findall(page.text, q.span.start, q.span.stop)) >= _FEWEST_WORDS:
            state.groups.append(group)
        return group

    def _with_earlier(self, page: Page, number: int, q: Quotation, post: Say, state: _State, block: Span) -> _Group:
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
        q = page.quotation_at(span.start)
        return q is not None and not q.closed and q.span == span

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


def _is_title(page: Page, q: Quotation, inner: str) -> bool:
    """Whether quoted words are the name of a book, show or bill: every longer one in capitals, in running text."""
    big = [w for w in _WORD.findall(inner) if len(w) > 3]
    named = 2 <= len(big) <= _LONGEST_TITLE and all(w[0].isupper() for w in big) and inner[-1] not in "!?"
    return named and not page.sentence_at(q.span.start).headline


def run_on(page: Page, p: Proposal) -> Proposal:
    """Add what follows while a quotation begun inside a sentence stays open: "was “not fair. We want …”"."""
    last = p.content[-1]
    q = page.quotation_at(last.stop)
    s = page.sentence_at(last.start)
    if q is None or not q.closed or not last.start <= q.span.start < last.stop or q.span.stop <= s.span.stop:
        return p
    following = page.sentences[s.number + 1] if s.number + 1 < len(page.sentences) else None
    if following is None or following.paragraph != s.paragraph:
        return p
    return replace(p, content=(*p.content, Span(following.span.start, q.span.stop)))


def with_loose(page: Page, outer: Sequence[Proposal]) -> list[Proposal]:
    """Add quotations of several sentences that begin inside one without a speaker: who spoke before goes on."""
    by_sentence: dict[int, list[Proposal]] = {}
    for p in outer:
        by_sentence.setdefault(p.sentence, []).append(p)
    loose = (_loose(page, q, by_sentence) for q in page.quotations if q.closed)
    return sorted([*outer, *(p for p in loose if p)], key=lambda p: (p.start if p.cue else p.content[0].start, p.stop))


def joined(page: Page, proposals: Sequence[Proposal]) -> list[Proposal]:
    """Join a quotation without a say-clause to the sentence before it that ends with one: "…, Berg said. “We …”"."""
    out: list[Proposal] = []
    for p in proposals:
        before = out[-1] if out else None
        if before and p.cue is None and p.found_by == "floating" and _goes_on(page, before, p):
            out[-1] = replace(before, content=(*before.content, *p.content))
        else:
            out.append(p)
    return out


def _goes_on(page: Page, before: Proposal, p: Proposal) -> bool:
    """Whether nothing stands between a reported sentence with quoted words and the quotation behind it."""
    start = p.content[0].start
    near = before.frame == "before" and before.stop <= start and page.text[before.stop : start].strip() in (".", "")
    same = page.sentence_at(before.stop - 1).paragraph == page.sentence_at(start).paragraph
    return near and same


def _loose(page: Page, q: Quotation, by_sentence: Mapping[int, Sequence[Proposal]]) -> Proposal | None:
    s, last = page.sentence_at(q.span.start), page.sentence_at(q.span.stop - 1)
    if last.number == s.number or q.span.start == s.span.start:
        return None
    near = [p for n in range(s.number - 2, last.number + 1) for p in by_sentence.get(n, ())]
    before = [p for p in near if p.sentence < s.number and p.source and p.cue_class == "speech"]
    if not before or any(c.meets(q.span) for p in near for c in p.content) or any(p.sentence == s.number for p in near):
        return None
    return Proposal(
        sentence=s.number,
        source=before[-1].source,
        antecedent=before[-1].antecedent,
        cue=None,
        content=(q.span,),
        cue_class="speech",
        frame="quotation",
        found_by="floating",
        lemma="say",
        strength=9,
    )
