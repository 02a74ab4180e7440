"""One sentence of a statement as the rules see it: the holder's words and the reporting words, nothing else."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefing.model import Document, Kind, Span, Statement

_TOPIC = re.compile(
    r"(?:On|Regarding|Concerning|As for|As to|With (?:regard|respect) to|In regard to|When it comes to) "
    r"[^,.;:“”\"]{2,80},"
)
OUT_OF_REACH = "\x1f"  # no letter, blank or mark: a pattern's neighbours cannot meet across it


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence with everything out of reach blotted out; as long as the sentence, so offsets stay true.

    `retold` says that the sentence only tells what the other side said: its act is not the teller's.
    """

    statement: Statement
    sentence: Span
    text: str
    retold: bool = False

    def at(self, span: Span) -> Span:
        """Turn a span of the reading into one of the document."""
        return Span(span.start + self.sentence.start, span.stop + self.sentence.start)

    @property
    def cue(self) -> Span | None:
        """Where the reporting words stand in this sentence, if they do."""
        cue, sentence = self.statement.cue, self.sentence
        if cue is None or not sentence.holds(cue):
            return None
        return Span(cue.start - sentence.start, cue.stop - sentence.start)

    @property
    def spoken_from(self) -> int:
        """Where the words behind the naming of the speaker begin in this sentence."""
        source = self.statement.source
        inside = source is not None and self.sentence.start <= source.start and source.stop <= self.sentence.stop
        return source.stop - self.sentence.start if source and inside else 0

    @property
    def said(self) -> tuple[Span, ...]:
        """The stretches of content in this sentence, in the document's offsets."""
        return tuple(_cut(self.statement.content, self.sentence))


class Within:
    """Which statements stand inside the sentences of another; found without comparing each with each."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        self._ordered = sorted(statements, key=lambda s: s.span.start)
        self._starts = [s.span.start for s in self._ordered]

    def of(self, outer: Statement) -> list[Statement]:
        """Give the statements that begin inside this one, itself included."""
        first, last = bisect_left(self._starts, outer.span.start), bisect_left(self._starts, outer.span.stop)
        return self._ordered[first:last]


def readings(statement: Statement, nested: Sequence[Statement]) -> tuple[Reading, ...]:
    """Give a statement's sentences, each with what the rules may see of it; `nested` are holders inside this one."""
    reach = _reach(statement)
    hidden = [c for n in nested if _inside(n, statement) for c in n.content]
    return tuple(
        Reading(statement, sentence, text, _retold(statement, sentence, nested))
        for sentence in statement.sentences
        if (text := _visible(statement, sentence, reach, hidden)).strip(OUT_OF_REACH + " ")
    )


def whole(statement: Statement, nested: Sequence[Statement]) -> Reading:
    """Give a statement in one piece, for rules that look beyond one sentence."""
    hidden = [c for n in nested if _inside(n, statement) for c in n.content]
    return Reading(statement, statement.span, _visible(statement, statement.span, _reach(statement), hidden))


def _retold(statement: Statement, sentence: Span, nested: Iterable[Statement]) -> bool:
    own = statement.kind == Kind.OWN and statement.cue is None and statement.side is not None
    return own and any(n.kind == Kind.INDIRECT and n.via == statement.side and n.span.meets(sentence) for n in nested)


def _reach(statement: Statement) -> tuple[Span, ...]:
    if not statement.content:
        return (statement.span,)
    cue = (statement.cue,) if statement.cue else ()
    return _bridged(statement.document, sorted({*_topics(statement), *cue, *statement.content}))


def _bridged(document: Document, spans: Sequence[Span]) -> tuple[Span, ...]:
    """Join spans with nothing but blanks between them, so that a phrase may run from the reporting words on."""
    out = list(spans[:1])
    for span in spans[1:]:
        if document.text[out[-1].stop : span.start].isspace():
            out[-1] = Span(out[-1].start, max(out[-1].stop, span.stop))
        else:
            out.append(span)
    return tuple(out)


def _topics(statement: Statement) -> Iterable[Span]:
    """Give the phrases that head sentences and say what they are about: "On the harbour, she said …"."""
    for sentence in statement.sentences:
        head = _TOPIC.match(statement.document.text, sentence.start, sentence.stop)
        if head:
            yield Span(sentence.start, head.end())


def _inside(inner: Statement, outer: Statement) -> bool:
    """Whether another holder's words are a smaller part of this statement's content; joint words are both sides'."""
    if inner is outer or inner.side == outer.side or inner.kind == Kind.JOINT or not inner.content:
        return False
    size = sum(map(len, inner.content))
    held = all(any(c.holds(part) for c in outer.content) for part in inner.content)
    return held and size < sum(map(len, outer.content))


def _visible(statement: Statement, sentence: Span, reach: Iterable[Span], hidden: Iterable[Span]) -> str:
    text = statement.document.words(sentence)
    seen = bytearray(len(text))
    for spans, value in ((reach, 1), (hidden, 0)):
        for part in _cut(spans, sentence):
            start, stop = part.start - sentence.start, part.stop - sentence.start
            seen[start:stop] = bytes([value]) * (stop - start)
    return "".join(c if s else OUT_OF_REACH for c, s in zip(text, seen, strict=True))


def _cut(spans: Iterable[Span], frame: Span) -> Iterable[Span]:
    for span in spans:
        if span.meets(frame):
            yield Span(max(span.start, frame.start), min(span.stop, frame.stop))
