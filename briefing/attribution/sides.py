"""Whose text a text is, from its form: the side of an official text, the parties of a joint one."""

from __future__ import annotations

import re
from collections import Counter

from briefing.attribution.discourse import Discourse
from briefing.attribution.page import Page
from briefing.attribution.speakers import Resolver
from briefing.attribution.turns import is_transcript
from briefing.model import Body, Genre, Person, Side
from briefing.text import words

_MEETING = re.compile(
    r"(?<!\bwas )(?<!\bwere )\b(?:spoke|met|held|hosted|received|welcomed|convened|attended|conducted|co-chaired"
    r"|chaired|participated|talked|had (?:an?|his|her|their|its|the)? ?(?:[\w-]+ ){0,3}?"
    r"(?:calls?|meetings?|conversations?|talks|discussions?|exchanges?|dialogues?|consultations?|breakfast|lunch|dinner))\b"
)
_OWN_VERBS = words(
    "underscored reaffirmed reiterated emphasized emphasised stressed discussed welcomed raised affirmed "
    "highlighted noted expressed agreed thanked committed condemned conveyed reviewed exchanged underlined "
    "pointed"
)
_JOINT_OPENING = re.compile(
    r"\b(?:the parties|both sides|the two sides|the two leaders|the leaders|the (?:two )?ministers)\b", re.I
)
_GOVERNMENT = re.compile(r"\bthe Government of\b")
_JOURNALISM = re.compile(r"\b(?:said|says|told (?:reporters|CNN|the)|according to|reported|analysts?)\b")


def parties(page: Page, discourse: Discourse) -> tuple[str, ...]:
    """Give the sides that issue a joint text: those that its title and opening name."""
    named: list[str] = []
    for m in discourse.title_mentions:
        side = _side(m.named[0])
        if side and side not in named:
            named.append(side)
    for s in page.sentences[:2]:
        if len(named) >= 2:
            break
        for m in discourse.mentions[s.number]:
            side = _side(m.named[0])
            if side and side not in named:
                named.append(side)
    return tuple(named[:2]) if len(named) >= 2 else discourse.pair()


def _side(named: object) -> str | None:
    if isinstance(named, Side):
        return named.id
    return named.side if isinstance(named, (Person, Body)) else None


def form(page: Page, discourse: Discourse) -> Genre:
    """Tell an official text from news by its form, where nothing else says what it is."""
    document = page.document
    if document.genre is not Genre.NEWS or "genre" not in (
        *document.inferred,
        *(() if document.publisher else ("genre",)),
    ):
        return document.genre
    if is_transcript(page):
        return Genre.TRANSCRIPT
    if _is_joint(page):
        return Genre.JOINT_STATEMENT
    return Genre.READOUT if _is_readout(page, discourse) else Genre.NEWS


def _is_joint(page: Page) -> bool:
    opening = page.text[:400]
    clauses = sum(
        1 for b in page.paragraphs if page.text[b.stop - 1] == ";" or page.text[b.start : b.stop].endswith("; and")
    )
    return (len(_GOVERNMENT.findall(opening)) >= 2 and bool(re.search(r"\b[Tt]he Parties\b|;\n", page.text))) or (
        clauses >= 3 and bool(_JOINT_OPENING.search(page.text))
    )


def _is_readout(page: Page, discourse: Discourse) -> bool:
    """Whether a text opens with a meeting of two officials and goes on with what they stressed, without a reporter."""
    first = page.sentences[0]
    people = [m for m in discourse.mentions[0] if isinstance(m.named[0], (Person, Body, Side))]
    if (
        len(people) < 2
        or not _MEETING.search(page.text[first.span.start : first.span.stop])
        or (page.quotations and page.quotations[0].span.start < first.span.stop)
    ):
        return False
    own = sum(any(w in _OWN_VERBS for w in s.lower) for s in page.sentences)
    reporting = len(_JOURNALISM.findall(page.mask))
    return (
        own >= max(1, 0.3 * len(page.sentences))
        and reporting <= 0.2 * len(page.sentences)
        and len(page.quotations) <= 2
    )


def own_side(page: Page, discourse: Discourse, genre: Genre, resolver: Resolver) -> str | None:
    """Give the side whose text it is: the metadata's, else that of the speaker of most of its sentences.

    A speech tells whom it is about in every sentence, and by whom it is only in its title.
    """
    if page.document.side or genre in (Genre.JOINT_STATEMENT, Genre.TRANSCRIPT, Genre.INTERVIEW):
        return page.document.side
    if genre is Genre.SPEECH:
        titled = (h.side for m in discourse.title_mentions if (h := resolver.named(m)) and h.side)
        return next(titled, None)
    counts: Counter[str] = Counter()
    for s in page.sentences:
        for h in resolver.main_holders(s)[:1]:
            if h.side and not h.joint:
                counts[h.side] += 1
    return counts.most_common(1)[0][0] if counts else None
