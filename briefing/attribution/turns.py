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
_NAMED = re.compile(rf"[>*_\s]*(?P<name>[A-Z][\w.’'-]*(?:,? [A-Z(][\w.’')-]*| of| the| and){{0,9}}){_ASIDE}")
_QUESTION = re.compile(r"[>*_\s]*(?:Q|QUESTION|Question)(?: ?\([^)\n]{0,60}\))?[*_]*[.:]?[*_]*(?:\s+|$)(?=\S|$)")
_NOBODIES = words(
    "moderator operator question reporter reporters journalist host interviewer speaker participant voice "
    "audience press media q staff aide anchor q: news agency times post daily radio television tv reuters afp ap "
    "bloomberg cnn bbc kyodo nhk yonhap interpreter translator cctv cri cgtn xinhua npr nbc cbs abc cnbc msnbc fox "
    "journal wsj ft guardian economist novosti tass sputnik interfax rt jazeera pti ani ians ndtv wion dpa efe ansa "
    "newspaper magazine weekly monthly herald tribune globe correspondent editor gazette mail standard"
)
# Words with a colon that open a paragraph of an answer, not a turn.
_NO_LABELS = words(
    "first firstly second secondly third thirdly finally last note source sources date time location venue subject "
    "topic update summary background answer remark example conclusion"
)
_OFFICIAL = words(
    "mr ms mrs dr gen secretary president ambassador minister admiral general senior vice spokesperson spokesman "
    "spokeswoman deputy director under assistant prime foreign background official"
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
    for block in page.paragraphs:
        question = _QUESTION.match(page.text, block.start, block.stop)
        capitals = _CAPITALS.match(page.text, block.start, block.stop)
        named = _NAMED.match(page.text, block.start, min(block.stop, block.start + 120))
        if question and not capitals:
            marks.append((block.start, question.end(), Span(block.start, question.end()), None))
        elif capitals:
            span = Span(*capitals.span("name"))
            marks.append((block.start, capitals.end(), span, _labelled(page, resolver, span, own)))
        elif named and named["name"].lower() not in _NO_LABELS:
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


def _labelled(page: Page, resolver: Resolver, label: Span, own: str | None) -> Holder | None:
    """Give the holder that a label names; an unknown name with an official's title speaks for the text's side.

    A medium asks, whoever owns it; who is neither known, nor titled, nor named in the title is nobody.
    """
    text = page.text[label.start : label.stop]
    lower = [w.strip(".,") for w in text.lower().split()]
    if not lower or any(w in _NOBODIES for w in lower):
        return None
    found = resolver.labelled(page.sentence_at(label.start), label)
    if found and found.side:
        return None if found.authority is Authority.MEDIA else found
    invited = text.lower() in (page.document.title or "").lower()
    if own and (invited or any(w in _OFFICIAL for w in lower)):
        name = text.partition(",")[0]
        return Holder(own, name.title() if name.isupper() else name, Authority.MINISTER, "label")
    return found
