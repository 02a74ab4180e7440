"""Cutting quotations: which words of a document stand on the page. In: a stance; out: an excerpt.

An excerpt is the document's own words. Only its ends may be cut, each cut is shown, and the evidence is never cut.
Quotation marks are those of the source; one is supplied only where the cut took its partner.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from briefing.model import Document, Span, Stance
from briefing.text import Quotation, quotations

SECTION, FRONT = 60, 25  # words
_FEWEST = 4  # fewer own words are no quotation
_FEWEST_MARKED = 3
_WORD = re.compile("[\u3040-\u30ff\u3400-\u9fff]|[^\\s\u3040-\u30ff\u3400-\u9fff]+")
_CLAUSE = frozenset(",;:.?!—–，。；：？！”")
_LOOSE_END = re.compile(r"[\s,;:–—，；：]+$")
_BEFORE_CLOSING = re.compile(r"[,;:–—]\s*([”’»\"]*)$")
_BLANKS = re.compile(r"\s+")
_ELLIPSIS = "…"
_DOUBLED = re.compile(r"…(?:\s*…)+")
# No words end on one of these: what it leads to would be missing.
_LEADING_ON = re.compile(
    r"(?:^|\s)(?:an?|the|of|on|in|at|to|by|for|from|with|without|into|onto|over|under|about|against|between|among|as|than"
    r"|and|or|but|nor|that|which|who|whose|its|their|his|her|our|your|my)\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Words for the page; `marked` tells whether any of them stand in quotation marks in the source."""

    text: str
    marked: bool


@dataclass(slots=True)
class Cutter:
    """Cuts quotations out of documents; pairs the marks of each document once."""

    _marks: dict[str, tuple[Quotation, ...]] = field(default_factory=dict)

    def quotation(self, stance: Stance, limit: int = SECTION) -> Excerpt | None:
        """Give the words that prove a stance, with their clause or sentence; None where they are too few."""
        document, marks = stance.statement.document, self._quotations(stance.statement.document)
        parts = [self._widened(document, marks, span) for span in _carrying(stance)]
        share = max(limit // max(len(parts), 1), 12)
        parts = [_without_object(document, part, _within(stance.evidence, part)) for part in parts]
        if parts and _leads_on(document.words(parts[-1])):
            return None
        texts = [_cut(document, marks, part, _within(stance.evidence, part), share) for part in parts]
        text = f" {_ELLIPSIS} ".join(texts)
        if len(_WORD.findall(text.strip(f"“”\"' {_ELLIPSIS}"))) < _FEWEST:
            return None
        return Excerpt(_tidy(text), any(_marked(marks, part) for part in parts))

    def key(self, stance: Stance, limit: int = FRONT) -> Excerpt | None:
        """Give the few words that stand for a stance on page one: what the source quotes, else what it reports."""
        document, marks = stance.statement.document, self._quotations(stance.statement.document)
        parts = [self._widened(document, marks, span) for span in _carrying(stance)]
        for part in parts:
            for quotation in marks:
                here = _meet(quotation.span, part)
                proof = _within(stance.evidence, here) if here else None
                if here and proof and len(_WORD.findall(document.words(quotation.inner))) >= _FEWEST_MARKED:
                    return Excerpt(_tidy(_cut(document, marks, here, proof, limit)), True)
        parts = [_without_object(document, part, _within(stance.evidence, part)) for part in parts[:1]]
        if not parts or len(_WORD.findall(document.words(parts[0]))) < _FEWEST or _leads_on(document.words(parts[0])):
            return None
        text = _tidy(_cut(document, marks, parts[0], _within(stance.evidence, parts[0]), limit))
        fragment = not text.startswith((_ELLIPSIS, "“", '"', "«")) and not _begins_sentence(document, parts[0].start)
        return Excerpt(f"{_ELLIPSIS} {text}" if fragment else text, False)

    def _quotations(self, document: Document) -> tuple[Quotation, ...]:
        key = f"{document.id} {document.sha256}"
        if key not in self._marks:
            paragraphs = document.paragraphs or (Span(0, len(document.text)),)
            self._marks[key] = quotations(document.text, paragraphs).quotations
        return self._marks[key]

    def _widened(self, document: Document, marks: Sequence[Quotation], span: Span) -> Span:
        """Take in the quotation marks that stand directly around a span."""
        start, stop = span.start, span.stop
        for quotation in marks:
            if quotation.inner.start == start:
                start = quotation.span.start
            if quotation.closed and quotation.inner.stop == stop:
                stop = quotation.span.stop
        text = document.text
        conjunction = _CONJUNCTION.match(text, start, stop)
        start = conjunction.end() if conjunction else start
        while start < stop and text[start].isspace():
            start += 1
        while stop > start and text[stop - 1].isspace():
            stop -= 1
        if _leads_on(text[start:stop]):
            after = next((q for q in marks if q.span.start >= stop), None)
            stop = after.span.stop if after and after.closed and not text[stop : after.span.start].strip(" ") else stop
        return Span(start, stop)


# "accused the pact’s makers of “breaking their word”": whom it is said of belongs to the narrator's verb
_OBJECT = re.compile(r"(?:[\w’'.-]+\s+){1,4}(?:of|for|as)\s+(?:\w+ing\s+)?(?=[“\"‘«])")
# “included “restoring the channels””: a word that only ties the quotation to the narrator's sentence
_TIE = re.compile(
    r"(?:includ(?:ed|es|ing)|was|were|is|are|be|of|for|as|to|by|with|on|that|a|an|the|its|their)\s+(?=[“\"‘«])"
)
# “Berg in the hall of the island that the two should …”: whom it was told, and where
_TOLD = re.compile(
    r"(?:(?:[A-Z][\w’'.-]*\s+){1,4}|(?:the\s+)?(?:reporters|journalists|lawmakers|diplomats|him|her|them)\s+)"
    r"(?:(?:in|at|on|during|after|before|over|by)\s+(?:[\w’'-]+\s+){1,8}?)?that\s+"
)
_CONJUNCTION = re.compile(r"that\s+", re.IGNORECASE)  # the narrator's, before reported words


def _carrying(stance: Stance) -> list[Span]:
    """Give the stretches of the statement's content, within the sentences covered, that hold the evidence."""
    contents = stance.statement.content or (stance.covers,)
    within = [c for c in (_meet(content, stance.covers) for content in contents) if c]
    carrying = [c for c in within if any(e.meets(c) for e in stance.evidence)]
    return carrying or within[:1] or list(stance.evidence[:1])


def _without_object(document: Document, part: Span, proof: Span | None) -> Span:
    """Begin behind what is only the object of the narrator's verb."""
    if _begins_sentence(document, part.start):
        return part
    leads = (pattern.match(document.text, part.start, part.stop) for pattern in (_OBJECT, _TIE, _TOLD))
    ends = [lead.end() for lead in leads if lead and not (proof and proof.start < lead.end())]
    return Span(max(ends), part.stop) if ends else part


def _leads_on(text: str) -> bool:
    """Whether a text ends on a word that another must follow."""
    return _LEADING_ON.search(text) is not None


def _meet(one: Span, two: Span) -> Span | None:
    start, stop = max(one.start, two.start), min(one.stop, two.stop)
    return Span(start, stop) if start < stop else None


def _within(evidence: Sequence[Span], part: Span) -> Span | None:
    """Give the stretch of a part from the first to the last word of evidence in it."""
    inside = [m for m in (_meet(e, part) for e in evidence) if m]
    return Span(min(m.start for m in inside), max(m.stop for m in inside)) if inside else None


def _cut(document: Document, marks: Sequence[Quotation], part: Span, proof: Span | None, limit: int) -> str:
    """Cut a part to a number of words around its proof, and show where it was cut."""
    words = [Span(m.start(), m.end()) for m in _WORD.finditer(document.text, part.start, part.stop)]
    if not words:
        return ""
    first, last = _window(document, words, proof or part, limit)
    start, stop = words[first].start, words[last].stop
    text = document.text[start:stop]
    if last < len(words) - 1:
        text = f"{_LOOSE_END.sub('', text)} {_ELLIPSIS}"
    return _opening(document, marks, start, cut=first > 0) + text + _closing(document, marks, stop)


def _window(document: Document, words: Sequence[Span], proof: Span, limit: int) -> tuple[int, int]:
    """Choose the first and the last word: the proof, and around it what the limit allows."""
    if len(words) <= limit:
        return 0, len(words) - 1
    begins = next((k for k, w in enumerate(words) if w.stop > proof.start), 0)
    ends = next((k for k in range(len(words) - 1, -1, -1) if words[k].start < proof.stop), 0)
    first = 0 if ends < limit else _clause_start(document, words, begins, max(0, ends - limit + 1))
    last = max(ends, _clause_end(document, words, first, limit))
    while last > ends and _dangles(document, words, last):
        last -= 1
    while last < len(words) - 1 and _dangles(document, words, last):
        last += 1
    return first, last


def _dangles(document: Document, words: Sequence[Span], last: int) -> bool:
    """Whether words cut behind the last one would end on one that leads on, a dash behind it taken off."""
    tail = document.text[words[max(last - 1, 0)].start : words[last].stop]
    return _leads_on(_LOOSE_END.sub("", tail))


def _clause_start(document: Document, words: Sequence[Span], begins: int, earliest: int) -> int:
    """Find where the clause of the proof begins, as far as the limit allows."""
    for k in range(begins, earliest - 1, -1):
        if k == 0 or document.text[words[k - 1].stop - 1] in _CLAUSE:
            return k
    return begins


def _clause_end(document: Document, words: Sequence[Span], first: int, limit: int) -> int:
    """Find the last clause mark in the second half of the limit, else the last word within it."""
    furthest = min(first + limit, len(words)) - 1
    if furthest == len(words) - 1:
        return furthest
    for k in range(furthest, first + limit // 2 - 1, -1):
        if document.text[words[k].stop - 1] in _CLAUSE:
            return k
    return furthest


def _around(marks: Sequence[Quotation], place: int) -> Quotation | None:
    """Give the quotation whose words go on at a place."""
    return next((q for q in marks if q.span.start < place < q.inner.stop), None)


def _opening(document: Document, marks: Sequence[Quotation], start: int, *, cut: bool) -> str:
    """Give what must stand before the first word: the mark of a quotation entered halfway, an ellipsis if cut."""
    inside = _around(marks, start)
    mark = document.text[inside.span.start : inside.inner.start] if inside else ""
    whole = _begins_sentence(document, start)
    return mark + (f"{_ELLIPSIS} " if (cut or inside) and not whole else "")


def _closing(document: Document, marks: Sequence[Quotation], stop: int) -> str:
    inside = next((q for q in marks if q.inner.start < stop <= q.inner.stop), None)
    if inside is None:
        return ""
    return document.text[inside.inner.stop : inside.span.stop] or "”"


def _begins_sentence(document: Document, place: int) -> bool:
    return any(
        s.start <= place <= s.start + 2 and not document.text[s.start : place].strip("“\"'‘«")
        for s in document.sentences
    )


def _marked(marks: Sequence[Quotation], part: Span) -> bool:
    return any(q.span.meets(part) for q in marks)


def _tidy(text: str) -> str:
    """Drop a comma, dash or colon before the end, print every blank as a space, and two ellipses in a row as one."""
    return _DOUBLED.sub(_ELLIPSIS, _BEFORE_CLOSING.sub(r"\1", _BLANKS.sub(" ", text).strip()))
