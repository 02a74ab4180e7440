"""How fast rules load: files read, patterns checked, tests parsed.

python -m tests.bench_rules

The pack is made up: 25 rules an issue file, each with two patterns of made-up words, limits, a summary and three tests,
1.2 KB of YAML a rule.
"""

from __future__ import annotations

import time
from collections.abc import Iterator

from briefing.phrases import parse
from briefing.ruleset import load_texts
from tests.bench_phrases import made_up, patterns

_COUNTS = (1_000, 3_000)
_PER_FILE = 25

_PACK = "id: made\ntitle: Made up\nversion: '1'\nsides: [ALD, BOR]\nmacros: {firm: (firmly|strongly)}\n"
_HEAD = """\
id: issue-{n}
name: Issue {n}
about: {{any: [{about}]}}
propositions:
  - {{id: issue-{n}.hold, label: Holding it, text: It should be held.}}
rules:
"""
_RULE = """\
  - id: issue-{n}.rule-{m}
    proposition: issue-{n}.hold
    position: +1
    any:
      - "{first}"
      - "{{firm}} {second}"
    sides: [ALD]
    negated: -1
    summary: says that it should be held
    ask: hold it
    match:
      - {plain}
      - text: {news}
        genre: news
        expect: {{side: ALD, position: 1, act: request}}
    no_match:
      - {other}
    note: {note}
"""


def pack(count: int) -> dict[str, str]:
    """Make a pack of as many rules."""
    texts = {
        "made/pack.yaml": _PACK,
        "made/countries.yaml": "- {id: ALD, name: Alden}\n- {id: BOR, name: Borska}\n",
    }
    said = made_up(count * 4)
    words, sentences = iter(patterns(said, count * 3)), iter(said)
    for n in range(count // _PER_FILE):
        rules = "".join(_rules(n, words, sentences))
        texts[f"made/issues/issue-{n}.yaml"] = _HEAD.format(n=n, about=next(words)) + rules
    return texts


def _rules(n: int, words: Iterator[str], said: Iterator[str]) -> Iterator[str]:
    for m in range(_PER_FILE):
        lines = {key: next(said) for key in ("plain", "news", "other", "note")}
        yield _RULE.format(n=n, m=m, first=next(words), second=next(words), **lines)


def rate(count: int) -> float:
    """Give rules a second, the best of three runs."""
    texts = pack(count)
    seconds = []
    for _ in range(3):
        parse.cache_clear()  # a run of the program reads each pattern once
        start = time.process_time()
        packs = load_texts(texts)
        seconds.append(time.process_time() - start)
    assert sum(len(issue.rules) for issue in packs.select("made").issues) == count
    return count / min(seconds)


def main() -> None:
    """Print a line for each number of rules."""
    print(f"{'rules':>6} {'KiB':>6} {'rules/s':>8} {'lint in s':>10}")
    for count in _COUNTS:
        texts = pack(count)
        packs = load_texts(texts)
        start = time.process_time()
        packs.warnings()
        lint = time.process_time() - start
        size = sum(map(len, texts.values())) >> 10
        print(f"{count:6d} {size:6d} {rate(count):8.0f} {lint:10.2f}")


if __name__ == "__main__":
    main()
