"""Which proposals stand: one reading per reporting word, the outer report before the inner."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace

from briefing.attribution.page import Page
from briefing.attribution.proposal import Proposal
from briefing.model import Span


def chosen(
    page: Page, quoted: Sequence[Proposal], proposed: Sequence[Proposal]
) -> tuple[list[Proposal], list[Proposal]]:
    """Give the proposals that stand, and those left out because they lie inside another's content.

    What the quotation marks settled stands; a reporting clause is cut where the say-clause of a quotation begins.
    """
    zones = sorted({x.start for x in quoted if x.cue} | {c.start for x in quoted for c in x.content})
    live: list[Proposal] = []
    relays: dict[int, Proposal] = {}
    by_sentence: dict[int, list[Proposal]] = {}
    for x in quoted:
        for number in range(page.sentence_at(x.start).number, page.sentence_at(max(x.start, x.stop - 1)).number + 1):
            by_sentence.setdefault(number, []).append(x)
    for p in proposed:
        near = by_sentence.get(p.sentence, ())
        if p.frame == "according":
            relays.update((id(x), p) for x in near if _follows(p, x))
        if any(_settled(p, x) for x in near):
            continue
        clipped = _clipped(page, p, zones)
        if clipped and not any(_overlap(clipped.content, x.content) > 0.3 * _size(clipped.content) for x in near):
            live.append(clipped)
    outer: list[Proposal] = []
    inner: list[Proposal] = []
    groups: dict[int, list[Proposal]] = {}
    for p in live:
        groups.setdefault(p.sentence, []).append(p)
    for group in groups.values():
        kept, dropped = _outermost(group)
        outer += kept
        inner += dropped
    told = [replace(x, relayed_by=relays[id(x)].source) if id(x) in relays else x for x in quoted]
    return sorted([*told, *outer], key=lambda p: (p.start, p.stop)), inner


def _outermost(group: Iterable[Proposal]) -> tuple[list[Proposal], list[Proposal]]:
    """Part the proposals of a sentence: those that stand, and those nested in another's content."""
    ordered = sorted(group, key=lambda p: p.content[0].start if p.frame == "before" else p.cue.start if p.cue else 0)
    kept: list[Proposal] = []
    nested: list[Proposal] = []
    for p in sorted(ordered, key=lambda p: (-(p.frame in ("before", "according")), p.cue.start if p.cue else 0)):
        if any(_holds(x, p) for x in kept):
            nested.append(p)
        elif p.found_by == "passive" and any(_holds(p, x) for x in kept):  # "Alden's claim that … was denied by Borska"
            nested += [x for x in kept if _holds(p, x)]
            kept = [x for x in kept if not _holds(p, x)] + [p]
        elif any(p.frame == "according" and _follows(p, x) for x in kept):
            kept = [replace(x, relayed_by=p.source) if _follows(p, x) else x for x in kept]
        elif any(
            _overlap(p.content, x.content) > 0.4 * min(_size(p.content), _size(x.content))
            or _overlap(p.content, (x.cue,) if x.cue else ())
            for x in kept
        ):
            continue
        else:
            kept.append(p)
    return sorted(kept, key=lambda p: p.start), nested


def _follows(p: Proposal, x: Proposal) -> bool:
    """Whether "according to X" stands behind the say-clause of what was said before: "…, Berg said, according to X"."""
    said_before = x.cue is not None and x.content[0].start < x.cue.start
    return said_before and p.cue is not None and x.cue is not None and x.cue.stop < p.cue.start and _meets(p, x)


def _meets(p: Proposal, x: Proposal) -> bool:
    return any(c.meets(d) for c in p.content for d in (*x.content, x.cue) if d)


def _holds(outer: Proposal, inner: Proposal) -> bool:
    """Whether the cue of one proposal lies in the content of the other."""
    return inner.cue is not None and any(c.holds(inner.cue) for c in outer.content)


def _settled(p: Proposal, q: Proposal) -> bool:
    """Whether a quotation's own say-clause or words hold the cue of a proposal."""
    if p.cue is None:
        return True
    return bool(q.cue and q.cue.meets(p.cue)) or any(c.holds(p.cue) for c in q.content)


def _clipped(page: Page, p: Proposal, zones: list[int]) -> Proposal | None:
    """Cut the contents where the say-clause of a quotation begins."""
    out: list[Span] = []
    for c in p.content:
        i = bisect_left(zones, c.start + 4)
        if i < len(zones) and zones[i] < c.stop:
            words = page.text[c.start : zones[i]].rstrip(" ,;")
            for link in (" and", " but", " while", " as"):
                words = words.removesuffix(link)
            cut = page.trimmed(c.start, c.start + len(words))
            if cut:
                out.append(cut)
        else:
            out.append(c)
    if not out:
        return None
    if tuple(out) == p.content:
        return p
    return replace(p, content=tuple(out))


def _size(spans: Iterable[Span]) -> int:
    return sum(len(x) for x in spans)


def _overlap(a: Iterable[Span], b: Sequence[Span]) -> int:
    return sum(max(0, min(x.stop, y.stop) - max(x.start, y.start)) for x in a for y in b)
