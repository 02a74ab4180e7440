"""What the analyses of coded documents get wrong, one line an item. In: gold and analyses; out: text to work down.

A line names the document and sentence, what is wrong, what the coders hold and what was found, the rule that fired, and
the sentence itself. The classes and their counts stand on top: mistakes are worked down by class, not by document.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Json = Mapping[str, Any]
Key = tuple[int, str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mistake:
    """One item that coders and program see differently."""

    kind: str
    doc: str
    sentence: int | None
    said: str
    rule: str = ""
    words: str = ""

    def __str__(self) -> str:
        at = "" if self.sentence is None else f" {self.sentence}"
        rule = f" [{self.rule}]" if self.rule else ""
        return f"{self.kind}: {self.doc}{at}: {self.said}{rule}\n    {self.words}"


def report(golds: Sequence[Json], analyses: Sequence[Json]) -> str:
    """List every mistake, the classes with most of them first, with the counts on top."""
    found = [m for gold, analysis in zip(golds, analyses, strict=True) for m in _mistakes(gold, analysis)]
    counts = Counter(m.kind for m in found)
    order = [kind for kind, _ in counts.most_common()]
    lines = [f"{counts[kind]:4d}  {kind}" for kind in order]
    for kind in order:
        lines += ["", *(str(m) for m in found if m.kind == kind)]
    return "\n".join(lines) + "\n"


def _mistakes(gold: Json, analysis: Json) -> Iterator[Mistake]:
    found = _Found(gold, analysis)
    coded: dict[Key, Json] = {(a["i"], a["side"], a["issue"]): a for a in gold["attributions"]}
    yield from _pairs(gold, {k[:2] for k in coded}, found)
    yield from _issues(gold, coded, found)
    yield from _acts(gold, coded, found)
    yield from _positions(gold, found)


class _Found:
    """An analysis in the sentence numbers of the gold."""

    def __init__(self, gold: Json, analysis: Json) -> None:
        self.pairs: dict[tuple[int, str], str] = {}
        self.stances: dict[Key, list[Json]] = defaultdict(list)
        self.positions: dict[tuple[str, str, int], Json] = {}
        self.speakers: dict[tuple[int, str], set[str]] = defaultdict(set)
        for s in analysis.get("statements", ()):
            for n in _touched(gold["sentences"], s) if s["side"] else ():
                self.pairs[n, s["side"]] = f"{s['found_by']}, {s['resolved_by']}"
        for s in analysis.get("stances", ()):
            for n in _touched(gold["sentences"], s["covers"]):
                self.stances[n, s["side"], s["issue"]].append(s)
            if s["proposition"] and s["position"] is not None:
                self.positions[s["side"], s["proposition"], s["position"]] = s


def _touched(sentences: Sequence[Sequence[int]], span: Json) -> list[int]:
    """Give the numbers of the sentences of which a span covers half, or that hold half of it."""
    return [
        n
        for n, (start, stop) in enumerate(sentences)
        if 2 * (min(stop, span["stop"]) - max(start, span["start"])) >= min(stop - start, span["stop"] - span["start"])
    ]


def _pairs(gold: Json, coded: set[tuple[int, str]], found: _Found) -> Iterator[Mistake]:
    for n, side in sorted(coded - set(found.pairs)):
        yield _at(gold, "statement missing", n, side)
    for n, side in sorted(set(found.pairs) - coded):
        yield _at(gold, "statement too many", n, side, found.pairs[n, side])


def _issues(gold: Json, coded: Mapping[Key, Json], found: _Found) -> Iterator[Mistake]:
    """Tell issues missing and too many where both see a statement; the rest is a statement's mistake."""
    pairs = {k[:2] for k in coded}
    for n, side, issue in sorted(coded.keys() - found.stances.keys()):
        if (n, side) in found.pairs:
            yield _at(gold, "issue missing", n, f"{side} {issue}; found {_issues_at(found, n, side)}")
    for n, side, issue in sorted(found.stances.keys() - coded.keys()):
        rules = ", ".join(s["rule"]["id"] for s in found.stances[n, side, issue])
        if (n, side) in pairs:
            wanted = ", ".join(i for m, s, i in coded if (m, s) == (n, side))
            yield _at(gold, "issue too many", n, f"{side} {issue}; coded {wanted}", rules)


def _issues_at(found: _Found, number: int, side: str) -> str:
    return ", ".join(i for n, s, i in found.stances if (n, s) == (number, side)) or "none"


def _acts(gold: Json, coded: Mapping[Key, Json], found: _Found) -> Iterator[Mistake]:
    for (n, side, issue), attribution in sorted(coded.items()):
        for stance in found.stances.get((n, side, issue), ()):
            if stance["act"] not in attribution["act"]:
                said = f"{side} {issue}: {stance['act']}; coded {' or '.join(attribution['act'])}"
                yield _at(gold, "act", n, said, stance["rule"]["id"])


def _positions(gold: Json, found: _Found) -> Iterator[Mistake]:
    coded = {(a["side"], p, value): a["i"] for a in gold["attributions"] for p, value in a.get("prop", ())}
    for side, prop, value in sorted(coded.keys() - found.positions.keys()):
        yield _at(gold, "position missing", coded[side, prop, value], f"{side} {prop} {value:+d}")
    for key in sorted(found.positions.keys() - coded.keys()):
        stance = found.positions[key]
        number = _touched(gold["sentences"], stance["covers"])[0]
        yield _at(gold, "position too many", number, f"{key[0]} {key[1]} {key[2]:+d}", stance["rule"]["id"])


def _at(gold: Json, kind: str, number: int, said: str, rule: str = "") -> Mistake:
    start, stop = gold["sentences"][number]
    words = " ".join(gold["text"][start:stop].split())
    return Mistake(kind=kind, doc=gold["doc"], sentence=number, said=said, rule=rule, words=words)
