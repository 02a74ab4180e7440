"""Statements of a text in a journalist's voice."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.attribution.discourse import Discourse
from briefing.attribution.page import Page
from briefing.attribution.proposal import Proposal
from briefing.attribution.speakers import Resolver
from briefing.attribution.statements import NARRATED, statement
from briefing.model import Statement


def news_statements(
    page: Page, discourse: Discourse, outer: Sequence[Proposal], inner: Sequence[Proposal], verbs: frozenset[str]
) -> tuple[Statement, ...]:
    """Resolve the holders of all proposals in the order of the text, and of those nested in them."""
    resolver = Resolver(page, discourse, verbs)
    out: list[Statement] = []
    for p in outer:
        s = page.sentences[page.sentence_at(p.source.start).number if p.source else p.sentence]
        holders = resolver.holders(s, p.antecedent or p.source)
        resolver.remember(p.sentence, holders)
        if p.negated and not p.cue_class in ("denial",):
            continue
        out += [statement(page, p, h) for h in holders] or [statement(page, p, None)]
        sides = [h.side for h in holders if h.side]
        for q in inner:
            if q.cue and any(c.holds(q.cue) for c in p.content) and not q.negated:
                t = page.sentences[q.sentence]
                for h in resolver.holders(t, q.antecedent or q.source):
                    if h.side and h.side not in sides and (q.cue_class not in NARRATED or h.joint):
                        via = sides[0] if len(sides) == 1 else None
                        out.append(statement(page, q, h, via=via))
    return tuple(sorted(out, key=lambda x: (x.span.start, x.span.stop, x.side or "")))
