"""How well the act patterns generalise: what is left of the accuracy where a row cannot vouch for its own patterns.

Patterns are written by hand, so no half can be trained without the other. What can be done is to take away from each
half the patterns that only fire in it, and from each row those that fire in it alone: a phrase seen once is luck.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from briefing.model import Act, RuleSet
from briefing.phrases import Phrases
from briefing.pipeline import load_packs
from briefing.stances import ActCoder

Row = Mapping[str, str]

_CLASSES: Mapping[str, Collection[Act]] = {
    "AGREE": {Act.COMMIT, Act.ASSURE},
    "CONSULT": {Act.CONSULT},
    "SUPPORT": {Act.SUPPORT},
    "REQUEST": {Act.REQUEST, Act.DEMAND},
    "ACCUSE": {Act.CONCERN, Act.CRITICISE},
    "REJECT": {Act.REJECT},
    "THREATEN": {Act.WARN},
}


def halves(shared: Path, *_: str) -> None:
    """Print the accuracy with all patterns, with those of the other half, and with those other rows vouch for."""
    lines = (shared / "acts" / "plv_train.jsonl").read_text("utf-8").splitlines()
    rows = [row for row in map(json.loads, lines) if row["label"] in _CLASSES]
    rules = load_packs(None).select("base")
    fires = _fires(rules, rows)
    counts = Counter(p for fired in fires for p in fired)
    once = {p for p, n in counts.items() if n == 1}
    print(f"rows           {len(rows)}\nall patterns   {_share(rows, [rules] * len(rows)):.1f}")
    for name, first in (("even rows", 0), ("odd rows", 1)):
        half = _without(rules, _union(fires[first::2]) - _union(fires[1 - first :: 2]))
        print(f"{name:14s} {_share(rows[first::2], [half] * len(rows)):.1f}")
    print(f"leave one out  {_share(rows, [_without(rules, fired & once) for fired in fires]):.1f}")


def _fires(rules: RuleSet, rows: Iterable[Row]) -> list[set[str]]:
    patterns = tuple(dict.fromkeys(p for a in rules.acts for p in (*a.any, *a.nouns)))
    phrases = Phrases(patterns)
    return [{patterns[hit.pattern] for hit in phrases.find(row["text"])} for row in rows]


def _union(sets: Iterable[set[str]]) -> set[str]:
    return set().union(*sets)


def _without(rules: RuleSet, patterns: Collection[str]) -> RuleSet:
    def kept(some: Sequence[str]) -> tuple[str, ...]:
        return tuple(p for p in some if p not in patterns)

    acts = tuple(replace(a, any=kept(a.any), nouns=kept(a.nouns)) for a in rules.acts)
    return replace(rules, acts=acts) if patterns else rules


def _share(rows: Sequence[Row], rules: Sequence[RuleSet]) -> float:
    """Give the percentage of rows that are right, each coded by its own rules."""
    coders = {id(each): ActCoder(each) for each in {id(r): r for r in rules}.values()}
    right = sum(
        coders[id(each)].act_of(row["text"], row["source"]) in _CLASSES[row["label"]]
        for row, each in zip(rows, rules, strict=False)
    )
    return 100 * right / len(rows)
