"""The holders' words, a sentence at a time. In: statements; out: stretches of them that patterns can be tried on."""

from __future__ import annotations

from collections.abc import Iterator
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
