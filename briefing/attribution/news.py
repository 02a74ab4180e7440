"""Statements of a text in a journalist's voice, with what is told inside them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefing.attribution import grammar as g
from briefing.attribution.discourse import Discourse
from briefing.attribution.holders import Holder
from briefing.attribution.page import Page
from briefing.attribution.proposal import Proposal
from briefing.attribution.speakers import Resolver
from briefing.attribution.statements import NARRATED, of_oneself, statement
from briefing.model import Authority, Span, Statement
from briefing.text import words

# What somebody did not wish, accept or see is a position; what they did not say is nothing.
_NEGATABLE = NARRATED | {"denial", "refusal"}
# Told inside somebody's words: only acts of speech, not what others are said to think.
_SPEAKING = frozenset(
    {
        "speech",
        "telling",
        "informing",
        "citing",
        "emphasis",
        "directive",
        "proposal",
        "denial",
        "refusal",
        "accusation",
        "criticism",
        "warning",
        "commitment",
        "pledge",
        "agreement",
        "praise",
        "naming",
        "consultation",
    }
)
_ADDRESSES = frozenset({"object", "object-to", "object-for", "object-of"})
_DENIED_CLAUSES = frozenset({"that", "clause", "ing"})
_UNSAID = words("comment respond answer elaborate reply confirm say disclose reveal name speculate")
_JOINT_ACT = re.compile(
    r"\b(?:both|the two) (?:sides|countries|parties|leaders|nations|governments|presidents|ministers)"
    r" (?:have |had |has |also |would |will )*"
    r"(?:have|had|been|hold|held|agreed?|discuss(?:ed)?|exchanged?|reached?|reaffirmed|pledged|committed|reviewed"
    r"|welcomed|conduct(?:ed)?|establish(?:ed)?|resumed?|continued?|made)\b"
    r"|\b(?:consensus|agreement|understanding)s? (?:that )?(?:they|the two \w+|both \w+)"
    r" (?:had |have )?(?:reached|made|struck)\b",
    re.I,
)

_JOINED = re.compile(r"\b(?:and|but|while)\s+(?:that\s+)?$")


class _Nested:
    """Proposals inside others' content, found by their cue without a look at all the rest."""

    def __init__(self, inner: Sequence[Proposal]) -> None:
        cued = [(q.cue, n, q) for n, q in enumerate(inner) if q.cue]
        self._cued = sorted(cued, key=lambda x: (x[0].start, x[1]))
        self._starts = [cue.start for cue, _, _ in self._cued]

    def within(self, content: Sequence[Span]) -> list[Proposal]:
        """Give those whose cue stands in a content, in their own order."""
        found = {}
        for c in content:
            for cue, n, q in self._cued[bisect_left(self._starts, c.start) : bisect_left(self._starts, c.stop)]:
                if c.holds(cue):
                    found[n] = q
        return [found[n] for n in sorted(found)]


class NewsReader:
    """Resolves the proposals of one news text in the order of the text."""

    def __init__(self, page: Page, discourse: Discourse, verbs: frozenset[str]) -> None:
        """Take a text and what it tells about people and sides."""
        self.page = page
        self.discourse = discourse
        self.resolver = Resolver(page, discourse, verbs)
        self.is_spoken = page.is_spoken
        self.resolver.remember(-1, self.resolver.title_holders())

    def statements(self, outer: Sequence[Proposal], inner: Sequence[Proposal]) -> Iterator[Statement]:
        """Give the statements of all proposals; what stands is followed by what is told inside it."""
        before: tuple[Proposal, tuple[Holder, ...]] | None = None
        nested = _Nested(inner)
        for p in outer:
            holders = self._holders(p)
            self.resolver.remember(p.sentence, holders)
            if not _counts(self.page, p, holders) or (self.is_spoken and not _says(p, holders)):
                continue
            sides = {h.side for h in holders if h.side}
            self.resolver.teller = next(iter(sides)) if len(sides) == 1 else None
            inside = nested.within(p.content)
            told = self._reported_official(p, holders, inside)
            if told:
                cited, relayed, official = told
                yield relayed
                yield from self._nested(cited, (official,), [q for q in inside if _lies_in(q, cited)])
                continue
            via, channel = self._relay(p, holders)
            via = via or self._teller(p, holders, before)
            to = self._addressee(p)
            for h in holders or (None,):
                made = statement(self.page, p, h, via=via, addressee=to if h is None or h.side != to else None)
                yield replace(made, channel=channel) if channel else made
            yield from self._nested(p, holders, inside)
            yield from self._joint_inside(p, holders, inside)
            self.resolver.teller = None
            before = (p, holders)

    def _holders(self, p: Proposal) -> tuple[Holder, ...]:
        s = self.page.sentence_at(p.source.start) if p.source else self.page.sentences[p.sentence]
        return self.resolver.holders(s, p.antecedent or p.source)

    def _addressee(self, p: Proposal) -> str | None:
        """Give the side that the words are said to, or meant for."""
        if p.addressee is None:
            return None
        return self.resolver.side_within(self.page.sentence_at(p.addressee.start), p.addressee)

    def _reported_official(
        self, p: Proposal, holders: tuple[Holder, ...], inside: Sequence[Proposal]
    ) -> tuple[Proposal, Statement, Holder] | None:
        """Give an official's words that a medium or readout of the official's own state relays: only the channel."""
        cited = self.page.document.words(p.source) if p.source and p.lemma == "according to" else ""
        relayed = any(w in g.DOCUMENTS for w in cited.lower().split())
        if len(holders) != 1 or not (holders[0].authority is Authority.MEDIA or relayed):
            return None
        for q in inside:
            for h in self._holders(q):
                if h.figure and h.side == holders[0].side and q.cue_class in _SPEAKING:
                    self.resolver.remember(q.sentence, [h])
                    return q, replace(statement(self.page, q, h), channel=holders[0].speaker), h
        return None

    def _relay(self, p: Proposal, holders: tuple[Holder, ...]) -> tuple[str | None, str | None]:
        """Give the other side that relays words, and the outlet or readout: "…, Berg said, according to X"."""
        if p.relayed_by is None:
            return None, None
        found = self.resolver.holders(self.page.sentence_at(p.relayed_by.start), p.relayed_by)
        sides = {h.side for h in found if h.side}
        other = sides - {h.side for h in holders}
        via = next(iter(other)) if len(sides) == 1 and other and any(h.side for h in holders) else None
        cited = self.page.document.words(p.relayed_by).lower().split()
        outlet = len(found) == 1 and (found[0].authority is Authority.MEDIA or any(w in g.DOCUMENTS for w in cited))
        return via, found[0].speaker if outlet else None

    def _teller(
        self, p: Proposal, holders: tuple[Holder, ...], before: tuple[Proposal, tuple[Holder, ...]] | None
    ) -> str | None:
        """Give the side through which a noun tells of another's words: "…, Berg said, despite a promise by Borska"."""
        if before is None or not p.frame.startswith("noun") or before[0].sentence != p.sentence:
            return None
        if "asked" in self.page.text[before[0].stop : p.start].split():
            return None
        sides = {h.side for h in before[1]}
        own = {h.side for h in holders}
        told = before[0].strength >= 3 and len(sides) == 1 and not sides & own
        return next(iter(sides)) if told else None

    def _nested(self, p: Proposal, holders: tuple[Holder, ...], inside: Sequence[Proposal]) -> Iterator[Statement]:
        """Give what others are told to have said inside somebody's words."""
        sides = [h.side for h in holders if h.side]
        via = sides[0] if len(set(sides)) == 1 and p.cue_class != "denial" else None
        sides_of: list[tuple[Proposal, str]] = []
        denied = p.cue_class == "denial" and p.frame in _DENIED_CLAUSES
        for q in inside:
            if denied and not q.frame.startswith("noun"):
                continue  # what somebody denies that others said, nobody tells
            if q.negated or not (
                q.cue_class in _SPEAKING or (q.frame.startswith("noun-that") and q.cue_class != "hope")
            ):
                continue
            for h in self._holders(q):
                again = any(side == h.side and _lies_in(q, x) for x, side in sides_of)
                if h.side and h.side not in sides and not again and (not h.joint or q.cue_class in _SPEAKING):
                    between = [side for x, side in sides_of if side != h.side and _lies_in(q, x)]
                    yield statement(self.page, q, h, via=via if sides else between[-1] if between else None)
                    sides_of.append((q, h.side))

    def _joint_inside(
        self, p: Proposal, holders: tuple[Holder, ...], inside: Sequence[Proposal]
    ) -> Iterator[Statement]:
        """Give the other side's part in what one says both did: "Berg said the two countries would hold talks"."""
        sides = {h.side for h in holders if h.side}
        if len(sides) != 1 or any(x.joint for q in inside for x in self._holders(q)):
            return
        found = next((m for c in p.content for m in [_JOINT_ACT.search(self.page.text, c.start, c.stop)] if m), None)
        if found is None:
            return
        s = self.page.sentence_at(found.start())
        told = replace(p, source=_pair_words(found), antecedent=None, content=_own_clause(self.page.text, p, found))
        for h in self.resolver.both(s, s.at(found.start())):
            if h.side not in sides:
                yield statement(self.page, told, h, via=next(iter(sides)))


def _lies_in(inner: Proposal, outer: Proposal) -> bool:
    return inner.cue is not None and any(c.holds(inner.cue) for c in outer.content)


def _own_clause(text: str, p: Proposal, found: re.Match[str]) -> tuple[Span, ...]:
    """Give the content of a joint act from its own subject on, where a conjunction joins it to what stands before."""
    spans = tuple(c for c in p.content if c.stop > found.start())
    if spans and _JOINED.search(text, spans[0].start, found.start()):
        return (Span(found.start(), spans[0].stop), *spans[1:])
    return p.content


def _pair_words(found: re.Match[str]) -> Span:
    """Give the words "both sides", "the two countries" of a joint act."""
    words = found[0].split()
    length = len(" ".join(words[: 2 if words[0].lower() == "both" else 3]))
    return Span(found.start(), found.start() + length)


def _counts(page: Page, p: Proposal, holders: Sequence[Holder]) -> bool:
    """Whether a proposal states something.

    A negated report does not, nor a guess at what a side might wish, nor the thanks and appeals of a speaker who is
    of no side.
    """
    said = page.document.words(p.content[0])
    if p.found_by == "headline" and not any(h.side and h.how not in ("state", "metonym") for h in holders):
        return False  # "Port Alden: a city at war"
    if p.negated and p.cue_class not in _NEGATABLE:
        return False
    if p.cue_class == "refusal" and said.split()[1:2] and said.split()[1] in _UNSAID:
        return False
    if of_oneself(page, p) and p.frame in _ADDRESSES and not any(h.side for h in holders):
        return False
    if p.cue_class in NARRATED and (p.supposed or (any(h.joint for h in holders) and p.cue_class == "wish")):
        return not any(h.side for h in holders)
    return True


_CLAUSAL = words(
    "that clause bare-clause wh object-that object-clause object-wh quotation object-quotation colon before according "
    "object-as-saying missing"
)


def _says(p: Proposal, holders: Sequence[Holder]) -> bool:
    """Whether somebody is said to say something, in a text where one person tells of what people do.

    What somebody known by name attacks or welcomes is said all the same; what "many people" discuss is not.
    """
    return p.frame in _CLAUSAL or any(h.side or h.figure for h in holders)


def news_statements(
    page: Page, discourse: Discourse, outer: Sequence[Proposal], inner: Sequence[Proposal], verbs: frozenset[str]
) -> tuple[Statement, ...]:
    """Resolve the holders of all proposals in the order of the text, and of those nested in them."""
    found = NewsReader(page, discourse, verbs).statements(outer, inner)
    return tuple(sorted(found, key=lambda x: (x.span.start, x.span.stop, x.side or "")))
