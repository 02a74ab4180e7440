"""The lines that explanations share. In: values of a run; out: text of one line each."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.model import Condition, Document, Span, Statement

_WIDTH = 110


def heading(statement: Statement, sentence: Span | None = None) -> Iterable[str]:
    """Give the place of a statement, or of one sentence of it, its id and its words."""
    document, span = statement.document, sentence or statement.span
    yield f"{document.path}:{document.line(span.start)}  {statement.id}"
    yield f"  “{short(document.words(span))}”"


def tree(conditions: Iterable[Condition], document: Document) -> Iterable[str]:
    """Give conditions, each with the words that decided and their offsets, its patterns below it."""
    for found in conditions:
        mark = " " if found.held else "✗"
        if not found.parts:
            words = ", ".join(words_at(document, span) for span in found.spans)
            yield f"{mark} {found.name:<10} {' · '.join(part for part in (words, found.said) if part)}"
        for n, part in enumerate(found.parts):
            words = ", ".join(words_at(document, span) for span in part.spans)
            yield f"{mark} {'' if n else found.name:<10} {words}"
            yield f"             {part.said}"
        if found.advice:
            yield f"             write: {found.advice}"


def words_at(document: Document, span: Span) -> str:
    """Give the words at a span with their offsets."""
    return f"“{short(document.words(span))}” {span.start}–{span.stop}"


def short(text: str) -> str:
    """Give a text in one line, cut at a word."""
    words = " ".join(text.split())
    return words if len(words) <= _WIDTH else f"{words[:_WIDTH].rsplit(' ', 1)[0]} …"
