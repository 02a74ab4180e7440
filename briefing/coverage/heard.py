"""The holders' words, a sentence at a time. In: statements; out: stretches of them that patterns can be tried on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefing.model import Span, Statement


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a holder's words within one sentence, without the narrator's."""

    statement: Statement
    sentence: Span
    span: Span

    @property
    def words(self) -> str:
        """The document's own words of the piece."""
        return self.statement.document.words(self.span)


def pieces(statement: Statement) -> Iterator[Piece]:
    """Cut a holder's words at the ends of sentences; a statement without marked content is all the holder's."""
    for sentence in statement.sentences:
        for content in statement.content or (statement.span,):
            if content.meets(sentence):
                cut = Span(max(content.start, sentence.start), min(content.stop, sentence.stop))
                yield Piece(statement, sentence, cut)


class Marks:
    """The characters of a text that spans hold: asking costs the same however many spans there are."""

    def __init__(self, length: int, spans: Iterable[Span]) -> None:
        self._held = bytearray(length)
        for span in spans:
            self._held[span.start : span.stop] = b"\x01" * len(span)

    def meet(self, span: Span) -> bool:
        """Whether a span shares a character with those that were marked."""
        return 1 in self._held[span.start : span.stop]
