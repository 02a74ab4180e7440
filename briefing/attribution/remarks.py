"""What attribution could not settle, for the reader of the briefing to know."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from briefing.model import Document, Finding, Genre, Kind, Span, Statement
from briefing.text import paragraphs, quotations

_SPOKEN = frozenset({Genre.TRANSCRIPT, Genre.INTERVIEW})
_NEAR = 50  # statements before a question among which its own would be
_FEWEST_WORDS = 4  # of a quotation that ought to have a speaker


def remarks(document: Document, statements: Sequence[Statement]) -> tuple[Finding, ...]:
    """Tell what could not be settled in a document: marks without partner, words without speaker, questions."""
    blocks = document.paragraphs or paragraphs(document.text)
    found = [*_unpaired(document, blocks), *_unresolved(document, statements)]
    if document.genre in _SPOKEN:
        found += _questions(document, blocks, statements)
    return tuple(sorted(found, key=lambda f: (f.span or Span(0, 0), f.code)))


def _unpaired(document: Document, blocks: Sequence[Span]) -> Iterator[Finding]:
    for span in quotations(document.text, blocks).unpaired:
        yield Finding(
            code="unpaired-mark",
            message=f"the quotation mark {document.words(span)} has no partner",
            document=document,
            span=span,
        )


def _unresolved(document: Document, statements: Sequence[Statement]) -> Iterator[Finding]:
    for s in statements:
        if s.kind in (Kind.OWN, Kind.JOINT) or s.speaker:
            continue
        if s.source is None and s.cue is None and s.content:
            if len(document.words(s.content[0]).split()) >= _FEWEST_WORDS:
                yield Finding(
                    code="no-reporting-verb",
                    message="a quotation stands without a verb that says who speaks",
                    document=document,
                    span=s.content[0],
                )
        elif s.source is not None:
            yield Finding(
                code="unresolved-speaker",
                message=f"who {document.words(s.source)!r} is could not be told",
                document=document,
                span=s.source,
            )


def _questions(document: Document, blocks: Sequence[Span], statements: Sequence[Statement]) -> Iterator[Finding]:
    """Tell of paragraphs that ask and are nobody's statement."""
    ordered = sorted(statements, key=lambda s: s.span.start)
    starts = [s.span.start for s in ordered]
    for block in blocks:
        asked = document.words(block).rstrip(" ”\"'").endswith("?")
        near = bisect_left(starts, block.stop)
        if asked and not any(s.span.meets(block) for s in ordered[max(0, near - _NEAR) : near]):
            yield Finding(code="question", message="a question is nobody's statement", document=document, span=block)
