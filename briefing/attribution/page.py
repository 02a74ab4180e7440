"""A document laid out for reading: sentences as words, with what stands in quotation marks marked as such."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property

from briefing.model import Document, Span
from briefing.text import Marks, Quotation, paragraphs, pieces, quotations, sentences, words

_SEEN = re.compile(r"\S")
_SPOKEN = words("i we me my our you your")  # "us" may be a state
# How a reporter says that somebody is not named: "who did not want to be named", "speaking on condition of anonymity".
_UNNAMED = re.compile(
    r",?\s+(?:who|speaking|requesting|asking|wishing|insisting|declining)\b"
    r"(?:(?!\b(?:said|says|told|added|warned)\b)[^.;:“”\"_]){0,100}?"
    r"\b(?:(?:be|being) (?:named|identified|quoted)|anonymity|anonymous(?:ly)?"
    r"|authori[sz]ed to \w+(?: (?!said|says|told|added|warned)\w+){0,4})\b"
    r"(?:,?\s+(?:because|citing|given|due to|as)\b(?:(?!\b(?:said|says|told|added|warned)\b)[^.,;:“”\"_])*)?,?"
)
_ANONYMOUS = ("anonym", "named", "identified", "quoted", "uthori")  # one of which stands in all such clauses
_OWN_SHARE, _OWN_FEWEST = 0.2, 3  # of the sentences of a text told in the first person


@dataclass(slots=True, eq=False)
class Sentence:
    """One sentence as words: `words` as written, `lower` folded, `starts` and `stops` their offsets.

    `quoted` tells for each word whether it stands in quotation marks (the marks count as inside).
    """

    number: int
    span: Span
    paragraph: int
    first: bool
    words: list[str]
    lower: list[str]
    starts: list[int]
    stops: list[int]
    quoted: list[bool]
    headline: bool = False

    def __len__(self) -> int:
        return len(self.words)

    def at(self, offset: int) -> int:
        """Give the number of the first word that starts at or after an offset."""
        return bisect_left(self.starts, offset)

    def span_of(self, first: int, last: int) -> Span:
        """Give the span from word `first` to before word `last`."""
        return Span(self.starts[first], self.stops[last - 1])


class Page:
    """A document with its sentences as words, its quotations, and a mask of the narrator's own words."""

    def __init__(self, document: Document) -> None:
        """Lay out a document; sentences and paragraphs are found where the document brings none."""
        text = document.text
        self.document = document
        self.text = text
        self.paragraphs = document.paragraphs or paragraphs(text)
        self.marks: Marks = quotations(text, self.paragraphs)
        self.quotations: tuple[Quotation, ...] = self.marks.quotations
        self.mask = _masked(text, self.quotations)
        self._quote_starts = [q.span.start for q in self.quotations]
        self._spans = document.sentences or sentences(text)
        self._starts = [s.start for s in self._spans]
        blocks = [p.start for p in self.paragraphs]
        self.sentences = [self._sentence(n, s, bisect_right(blocks, s.start) - 1) for n, s in enumerate(self._spans)]
        for before, here in zip([None, *self.sentences], self.sentences, strict=False):
            here.first = before is None or before.paragraph != here.paragraph
        self._mark_headlines()

    def sentence_at(self, offset: int) -> Sentence:
        """Give the sentence that holds an offset, or the last before it."""
        return self.sentences[max(0, bisect_right(self._starts, offset) - 1)]

    def quoted(self, offset: int) -> bool:
        """Whether an offset lies inside a quotation, marks included."""
        i = bisect_right(self._quote_starts, offset) - 1
        return i >= 0 and offset < self.quotations[i].span.stop

    def quotation_at(self, offset: int) -> Quotation | None:
        """Give the quotation that holds an offset, or the end of which it is."""
        i = bisect_right(self._quote_starts, offset) - 1
        return self.quotations[i] if i >= 0 and offset <= self.quotations[i].span.stop else None

    def trimmed(self, start: int, stop: int) -> Span | None:
        """Give the span without blanks and outer punctuation; None if nothing is left."""
        text = self.text
        while start < stop and (text[start].isspace() or text[start] in ",;:"):
            start += 1
        while stop > start and (text[stop - 1].isspace() or text[stop - 1] in ".,;:–—-"):
            stop -= 1
        return Span(start, stop) if stop > start else None

    @cached_property
    def is_spoken(self) -> bool:
        """Whether somebody speaks of themselves to others, by its form: a speech, an interview, a letter."""
        near = [s for s in self.sentences if not _SPOKEN.isdisjoint(s.lower)]
        own = sum(any(w in _SPOKEN and not q for w, q in zip(s.lower, s.quoted, strict=True)) for s in near)
        return own >= max(_OWN_FEWEST, _OWN_SHARE * len(self.sentences))

    def _sentence(self, number: int, span: Span, paragraph: int) -> Sentence:
        found, starts, stops = self._pieces(span)
        quoting = self.mask.find("_", span.start, span.stop) >= 0
        quoted = [self.mask[x] == "_" for x in starts] if quoting else [False] * len(starts)
        return Sentence(number, span, paragraph, False, found, [w.lower() for w in found], starts, stops, quoted)

    def _pieces(self, span: Span) -> tuple[list[str], list[int], list[int]]:
        """Give the words of a sentence with their offsets, but not those that say why a speaker has no name."""
        words_, starts, stops = pieces(self.text, span.start, span.stop)
        mask = self.mask[span.start : span.stop]
        aside = _UNNAMED.search(mask) if any(sign in mask for sign in _ANONYMOUS) else None
        if aside is None:
            return words_, starts, stops
        low, high = (bisect_left(starts, span.start + at) for at in aside.span())
        return words_[:low] + words_[high:], starts[:low] + starts[high:], stops[:low] + stops[high:]

    def _mark_headlines(self) -> None:
        """Mark lines without an end mark that stand alone as a paragraph; most of their words may be in capitals."""
        for s in self.sentences:
            alone = s.first and (s.number + 1 == len(self.sentences) or self.sentences[s.number + 1].first)
            last = self.text[s.span.stop - 1]
            s.headline = (
                alone and (last.isalnum() or last in "’'”\")?") and len(s) <= 30 and s.lower[-1] not in ("and", "or")
            )


def _masked(text: str, found: tuple[Quotation, ...]) -> str:
    """Give the text with every letter of the quotations, and their marks, as an underscore."""
    out: list[str] = []
    done = 0
    for q in found:
        out.append(text[done : q.span.start])
        out.append(_SEEN.sub("_", text[q.span.start : q.span.stop]))
        done = q.span.stop
    out.append(text[done:])
    return "".join(out)
