"""Transcripts: who has the floor, from the labels at the start of paragraphs."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefing.attribution.holders import Holder
from briefing.attribution.page import Page
from briefing.attribution.speakers import Resolver
from briefing.model import Authority, Span
from briefing.text import words

_ASIDE = r"(?P<aside> \([^)\n]{0,60}\))?[*_]*:[*_]*(?=\s|$)"
_CAPITALS = re.compile(rf"[>*_\s]*(?P<name>(?:[A-Z][A-Z.’'-]+)(?:,? (?:[A-Z][A-Z.’'-]*|of|and|the))*){_ASIDE}")
_NAMED = re.compile(rf"[>*_\s]*(?P<name>[A-Z][\w.’'-]*(?: [A-Z(][\w.’')-]*| of| the| and){{0,7}}){_ASIDE}")
_QUESTION = re.compile(r"[>*_\s]*(?:Q|QUESTION|Question)(?: ?\([^)\n]{0,60}\))?[*_]*[.:]?[*_]*(?:\s+|$)(?=\S|$)")
_NOBODIES = words(
    "moderator operator question reporter reporters journalist host interviewer speaker participant voice "
    "audience press media q staff aide anchor q: news agency times post daily radio television tv reuters afp ap "
    "bloomberg cnn bbc kyodo nhk yonhap interpreter translator"
)
_ENOUGH = 2  # labels that make a transcript


@dataclass(frozen=True, slots=True)
class Turn:
    """One stretch of a transcript: who speaks, from which offset, up to which."""

    holder: Holder | None
    label: Span | None
    start: int
    stop: int


def turns(page: Page, resolver: Resolver, own: str | None) -> tuple[Turn, ...]:
    """Cut a transcript into turns; what stands before the first label is nobody's."""
    marks: list[tuple[int, int, Span | None, Holder | None]] = []
    names = _repeated_names(page)
    for block in page.paragraphs:
        question = _QUESTION.match(page.text, block.start, block.stop)
        capitals = _CAPITALS.match(page.text, block.start, block.stop)
        named = _NAMED.match(page.text, block.start, min(block.stop, block.start + 120))
        if question and not capitals:
            marks.append((block.start, question.end(), Span(block.start, question.end()), None))
        elif capitals:
            span = Span(*capitals.span("name"))
            marks.append((block.start, capitals.end(), span, _labelled(page, resolver, span, own)))
        elif named and (named["name"] in names):
            span = Span(*named.span("name"))
            marks.append((block.start, named.end(), span, _labelled(page, resolver, span, own)))
    ends = [m[0] for m in marks[1:]] + [len(page.text)] if marks else []
    return tuple(Turn(holder, label, start, stop) for (_, start, label, holder), stop in zip(marks, ends, strict=True))


def is_transcript(page: Page) -> bool:
    """Whether labels of speakers open several paragraphs."""
    found = sum(
        bool(_CAPITALS.match(page.text, b.start, b.stop) or _QUESTION.match(page.text, b.start, b.stop))
        for b in page.paragraphs
    )
    return found >= _ENOUGH


def _repeated_names(page: Page) -> set[str]:
    """Give the labels written like names that come more than once, or that a question follows."""
    found: dict[str, int] = {}
    for block in page.paragraphs:
        m = _NAMED.match(page.text, block.start, min(block.stop, block.start + 120))
        if m:
            found[m["name"]] = found.get(m["name"], 0) + 1
    return set(found) if sum(found.values()) >= 3 else {n for n, k in found.items() if k > 1}


def _labelled(page: Page, resolver: Resolver, label: Span, own: str | None) -> Holder | None:
    """Give the holder that a label names; an unknown name with an official's title speaks for the text's side."""
    text = page.text[label.start : label.stop]
    lower = [w.strip(".,") for w in text.lower().split()]
    if not lower or any(w in _NOBODIES for w in lower):
        return None
    s = page.sentence_at(label.start)
    found = resolver.labelled(s, label)
    if found:
        return found
    if own and (
        lower[0]
        in (
            "mr",
            "ms",
            "mrs",
            "dr",
            "gen",
            "secretary",
            "president",
            "ambassador",
            "minister",
            "admiral",
            "general",
            "senior",
            "vice",
            "spokesperson",
            "spokesman",
            "spokeswoman",
            "deputy",
            "director",
            "under",
            "assistant",
            "prime",
            "foreign",
            "background",
            "official",
        )
    ):
        return Holder(own, text.title(), Authority.MINISTER, "label")
    return None
