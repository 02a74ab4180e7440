"""Statements that the program missed. In: what a desk wrote down. Out: statements and stances, or what is wrong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefing.errors import Problem
from briefing.marked_yaml import guess
from briefing.model import (
    Act,
    Decision,
    Document,
    Genre,
    Kind,
    Modality,
    Span,
    Stance,
    Statement,
)
from briefing.review.ground import Ground
from briefing.review.holders import DESK, authority_of, hashed, told_by
from briefing.review.names import mistaken
from briefing.review.read import Review, problem
from briefing.review.readings import Reading, written_over
from briefing.review.rulings import edit, near_sentence, unsigned
from briefing.review.wording import words_for
from briefing.review.words import folded, places
from briefing.review.written import WrittenAdded


@dataclass(frozen=True, slots=True, kw_only=True)
class Addition:
    """An added entry put to the documents; `stance` is None where something is wrong."""

    entry: WrittenAdded
    stance: Stance | None = None
    mistakes: tuple[Problem, ...] = ()
    lapses: tuple[Problem, ...] = ()


def add(entry: WrittenAdded, review: Review, ground: Ground) -> Addition:
    """Make a stance of an added statement."""
    reading = written_over(entry, Reading())
    mistakes = [
        *unsigned(entry, entry.by or review.by, "quote", needs_why=True),
        *mistaken(entry, reading, ground.ruleset),
    ]
    named = ground.named(entry.document)
    if not named:
        return Addition(entry=entry, mistakes=tuple(mistakes), lapses=(_no_document(entry, ground),))
    document = next((d for d in named if places(entry.quote, d.text)), named[0])
    found = places(entry.quote, document.text)
    if len(found) > 1:
        mistakes.append(_ambiguous(entry, document, found))
    lapses = () if found else (_no_quote(entry, document, ground),)
    if mistakes or lapses:
        return Addition(entry=entry, mistakes=tuple(mistakes), lapses=lapses)
    return Addition(entry=entry, stance=_stance(entry, reading, document, found[0], review, ground))


def _no_document(entry: WrittenAdded, ground: Ground) -> Problem:
    names = [d.path for d in ground.documents]
    hint = guess(entry.document, names) or f"read were {', '.join(names)}"
    return problem(
        entry, "V009", f"this review speaks of '{entry.document}', which was not read", "document", hint=hint
    )


def _no_quote(entry: WrittenAdded, document: Document, ground: Ground) -> Problem:
    hint = near_sentence(entry.quote, ground, document.path) or "copy the words out of the document"
    return problem(entry, "V002", f"this quotation is not in {document.path}", "quote", hint=hint)


def _ambiguous(entry: WrittenAdded, document: Document, found: Sequence[Span]) -> Problem:
    lines = ", ".join(str(document.line(span.start)) for span in found)
    message = f"this quotation stands {len(found)} times in {document.path}, on lines {lines}"
    return problem(entry, "V011", message, "quote", hint="quote more of the words around the one you mean")


# ── the stance ──────────────────────────────────────────────────────────────────────────────────────────────────────


def _stance(
    entry: WrittenAdded, reading: Reading, document: Document, quote: Span, review: Review, ground: Ground
) -> Stance:
    statement = _statement(entry, document, quote, ground)
    made = edit(entry, review, Decision.ADDED)
    parts = [statement.id, DESK, reading.side, reading.issue, reading.proposition, folded(entry.quote)]
    return Stance(
        statement=statement,
        side=reading.side or "",  # side, issue, act and force are keys that must be there
        issue=reading.issue or "",
        proposition=reading.proposition,
        position=reading.position,
        act=entry.act or Act.STATE,
        force=reading.force or 1,
        modality=Modality.ASSERTED,
        via=statement.via,
        covers=_sentences_at(document, quote),
        evidence=(quote,),
        rule=DESK,
        place=made.place,
        words=words_for(reading, ground.ruleset),
        edit=made,
        id=hashed("t", parts),
    )


def _statement(entry: WrittenAdded, document: Document, quote: Span, ground: Ground) -> Statement:
    """Take the statement of that side in which the words stand, if there is one; else one that is nobody's; else new.

    Where the entry names a speaker or a kind, the statement is a copy that says so.
    """
    around = [s for s in ground.statements if s.document.id == document.id and s.span.holds(quote) and not s.headline]
    own = sorted((s for s in around if s.side == entry.side), key=lambda s: (s.via is not None, len(s.span)))
    nobodys = [s for s in around if s.side is None]
    base = next(iter([*own, *nobodys]), None) or _new(document, quote, entry.side)
    speaker = base.speaker if entry.speaker is None else written_over(entry, Reading()).speaker
    made = replace(
        base,
        side=entry.side,
        speaker=speaker,
        kind=entry.kind or base.kind,
        via=base.via if base.side else told_by(document, entry.side),
    )
    if made == base:
        return base
    if speaker != base.speaker or base.side is None:
        made = replace(made, authority=authority_of(speaker, made, ground.ruleset))
    return replace(made, id=hashed("s", [base.id, folded(made.words), made.side, made.kind, made.speaker]))


def _new(document: Document, quote: Span, side: str | None) -> Statement:
    span = _sentences_at(document, quote)
    return Statement(document=document, span=span, kind=_kind(document, side), content=(quote,), found_by=DESK)


def _kind(document: Document, side: str | None) -> Kind:
    """Say how words reach us that no statement holds: by the side's own text, else as somebody describes them."""
    if document.genre == Genre.JOINT_STATEMENT:
        return Kind.JOINT
    return Kind.OWN if document.side == side else Kind.NARRATED


def _sentences_at(document: Document, quote: Span) -> Span:
    """Give the whole sentences in which a quotation stands."""
    met = [s for s in document.sentences if s.meets(quote)]
    return Span(min([quote.start, *(s.start for s in met)]), max([quote.stop, *(s.stop for s in met)]))
