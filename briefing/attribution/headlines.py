"""Headlines that name a speaker beside a colon: "Kral: the drills must end", "Drills must end: Kral"."""

from __future__ import annotations

from briefing.attribution import grammar as g
from briefing.attribution.page import Page, Sentence
from briefing.attribution.proposal import Proposal

_LONGEST = 5  # words of a speaker
_SHORTEST = 4  # words of what is said


def headline(page: Page, s: Sentence) -> Proposal | None:
    """Propose the words beside the colon of a headline; whether the rest is somebody is for the sieves to say."""
    colon = s.words.index(":") if s.number == 0 and s.headline and ":" in s.words else 0
    if not colon or any(s.quoted):
        return None
    n = len(s)
    before, after = (0, colon), (colon + 1, n)
    if colon <= _LONGEST and _is_said(s, *after):
        source, said = before, after
    elif n - colon - 1 <= _LONGEST and _is_said(s, *before):
        source, said = after, before
    else:
        return None
    content = page.trimmed(s.starts[said[0]], s.stops[said[1] - 1])
    if content is None:
        return None
    return Proposal(
        sentence=s.number,
        source=s.span_of(*source),
        cue=s.span_of(colon, colon + 1),
        content=(content,),
        cue_class="speech",
        frame="colon",
        found_by="headline",
        strength=3,
    )


def _is_said(s: Sentence, first: int, last: int) -> bool:
    """Whether words are a sentence: long enough, with a finite verb."""
    return last - first >= _SHORTEST and any(w in g.FINITE for w in s.lower[first + 1 : last])
