"""From proposals and holders to statements: whole sentences, the holder's own words, and who told us."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.attribution.holders import Holder
from briefing.attribution.page import Page
from briefing.attribution.proposal import Proposal
from briefing.model import Authority, Kind, Span, Statement

NARRATED = frozenset({"wish", "hope", "belief", "knowledge", "mood", "seeing", "deeming", "bearing"})
# What somebody says of their own mind ("I think that …") is told, not narrated; what they want to do stays a wish.
_TOLD_OF_ONESELF = frozenset({"belief", "knowledge", "hope"})
_CLAUSES = frozenset({"that", "clause", "wh", "before"})
_FIRST_PERSON = frozenset({"i", "we"})


def kind_of(page: Page, content: Iterable[Span]) -> Kind:
    """Tell direct, mixed and indirect apart by the share of words in quotation marks."""
    inside = outside = 0
    for c in content:
        whole = sum(map(str.isalnum, page.text[c.start : c.stop]))
        plain = sum(map(str.isalnum, page.mask[c.start : c.stop]))
        inside += whole - plain
        outside += plain
    if not inside:
        return Kind.INDIRECT
    return Kind.DIRECT if inside >= 0.95 * (inside + outside) else Kind.MIXED


def sentence_run(page: Page, spans: Iterable[Span]) -> Span:
    """Give the whole sentences that spans touch."""
    listed = list(spans)
    first = page.sentence_at(min(x.start for x in listed))
    last = page.sentence_at(max(x.stop for x in listed) - 1)
    return Span(first.span.start, last.span.stop)


def of_oneself(page: Page, p: Proposal) -> bool:
    """Whether somebody speaks of themselves in the first person."""
    return p.source is not None and page.text[p.source.start : p.source.stop].lower() in _FIRST_PERSON


def _is_told(page: Page, p: Proposal) -> bool:
    """Whether somebody says what they think themselves: a clause, not a thing they like."""
    return (page.is_spoken or of_oneself(page, p)) and p.cue_class in _TOLD_OF_ONESELF and p.frame in _CLAUSES


def statement(
    page: Page, p: Proposal, holder: Holder | None, *, via: str | None = None, addressee: str | None = None
) -> Statement:
    """Make the statement of one holder out of a proposal."""
    spans = [x for x in (p.source, p.cue, *p.content) if x]
    span = sentence_run(page, spans)
    kind = kind_of(page, p.content)
    if holder and holder.joint:
        kind = Kind.JOINT
    elif p.cue_class in NARRATED and kind is Kind.INDIRECT and not _is_told(page, p):
        kind = Kind.NARRATED
    first = page.sentence_at(span.start)
    return Statement(
        document=page.document,
        span=span,
        kind=kind,
        side=holder.side if holder else None,
        speaker=holder.speaker if holder else None,
        authority=Authority.MEDIA if kind is Kind.NARRATED else holder.authority if holder else Authority.OFFICIAL,
        source=p.source,
        cue=p.cue,
        content=p.content,
        addressee=addressee,
        via=via,
        headline=first.headline and first.number == 0,
        found_by=p.found_by,
        frame=p.frame,
        resolved_by=holder.how if holder else None,
    )
