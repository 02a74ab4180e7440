"""Who said what."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from itertools import takewhile

from briefing.model.choices import Authority, Kind
from briefing.model.documents import Document, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Who said what: one attribution found in a document.

    `span` is whole sentences, say-clause included; `content` the holder's words or what is reported of them, without
    the narrator's. `source` is the mention of the holder, `speaker` its resolved name; both are None where the text
    does not say. `side` is the holder's, None where unknown. `via` is the other side through which alone we know it.
    `found_by` names the construction, `frame` what follows its cue, `resolved_by` the sieve that told who the source is
    (docs/attribution.md lists them all).
    """

    document: Document
    span: Span
    kind: Kind
    side: str | None = None
    speaker: str | None = None
    authority: Authority = Authority.OFFICIAL
    source: Span | None = None
    cue: Span | None = None
    content: tuple[Span, ...] = ()
    addressee: str | None = None
    via: str | None = None
    channel: str | None = None
    headline: bool = False
    found_by: str = ""
    frame: str | None = None
    resolved_by: str | None = None
    id: str = ""

    @property
    def words(self) -> str:
        """The document's own words of the whole statement."""
        return self.document.words(self.span)

    @property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences the statement covers, in order."""
        every = self.document.sentences
        first = bisect_left(every, self.span.start, key=lambda s: s.start)
        return tuple(takewhile(self.span.holds, every[first : first + len(self.span)]))
