"""Parts of an official text: what one sentence says for one holder, and the statements that adjacent parts make."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from briefing.attribution.page import Page, Sentence
from briefing.model import Authority, Kind, Span, Statement

_COORDINATED = re.compile(r"[,;]?\s*\b(?:and|but|while|whereas)\s+(?:also\s+)?$|[,;]\s+$")
_NEAR = 24  # characters before a clause in which its conjunction must stand


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What one sentence says for one holder."""

    sentence: Sentence
    kind: Kind
    side: str | None
    speaker: str | None
    authority: Authority
    how: str
    via: str | None = None
    source: Span | None = None
    cue: Span | None = None
    content: Span
    found_by: str = "own-text"
    frame: str | None = None


def apart(parts: Sequence[Part], text: str) -> list[Part]:
    """Give each of several holders in one sentence its own clause: "A urged this, and B refused" is two contents.

    A clause inside another's content keeps its own end of the sentence; the outer one keeps all.
    """
    starts = {id(x): min(w.start for w in (x.source, x.cue) if w) for x in parts if x.source or x.cue}
    heads = sorted({starts[id(x)] for x in parts if id(x) in starts})
    if len(heads) < 2 or len({(x.side, x.kind) for x in parts}) < 2:
        return list(parts)
    cuts = [h for h in heads[1:] if _COORDINATED.search(text, max(0, h - _NEAR), h)]
    return [_clause(x, starts.get(id(x)), heads[0], cuts, text) for x in parts]


def _clause(part: Part, start: int | None, first: int, cuts: Sequence[int], text: str) -> Part:
    if start is None:
        return part
    begin = part.content.start if start == first else start
    end = next((cut for cut in cuts if cut > start), part.content.stop)
    joined = _COORDINATED.search(text, max(begin, end - _NEAR), end) if end < part.content.stop else None
    stop = joined.start() if joined else end
    return replace(part, content=Span(begin, stop)) if stop > begin else part


def distinct(parts: Sequence[Part]) -> list[Part]:
    """Drop what says the same thing of the same holder twice; one side speaks once a sentence, its person first."""
    out: list[Part] = []
    for x in parts:
        same = next(
            (
                y
                for y in out
                if y.side == x.side and y.via == x.via and (y.kind is Kind.JOINT) == (x.kind is Kind.JOINT)
            ),
            None,
        )
        if same is None:
            out.append(x)
        elif same.speaker != x.speaker and same.authority > x.authority and x.cue:
            out[out.index(same)] = x
    return out


def statements(page: Page, parts: Iterable[Part]) -> tuple[Statement, ...]:
    """Join the parts of adjacent sentences of one paragraph that have the same holder."""
    runs: dict[tuple[str | None, str | None, Kind, str | None], list[list[Part]]] = {}
    for x in parts:
        found = runs.setdefault((x.side, x.speaker, x.kind, x.via), [])
        last = found[-1][-1].sentence if found else None
        if last and x.sentence.number == last.number + 1 and x.sentence.paragraph == last.paragraph:
            found[-1].append(x)
        else:
            found.append([x])
    made = [_statement(page, run) for lists in runs.values() for run in lists]
    return tuple(sorted(made, key=lambda s: (s.span.start, s.span.stop, s.side or "")))


def _statement(page: Page, run: Sequence[Part]) -> Statement:
    first = run[0]
    return Statement(
        document=page.document,
        span=Span(first.sentence.span.start, run[-1].sentence.span.stop),
        kind=first.kind,
        side=first.side,
        speaker=first.speaker,
        authority=first.authority,
        source=first.source,
        cue=first.cue,
        content=tuple(x.content for x in run),
        via=first.via,
        found_by=first.found_by,
        frame=first.frame,
        resolved_by=first.how,
    )
