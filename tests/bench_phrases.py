"""How the phrase engine's cost grows with the number of patterns, beside one regular expression a pattern.

python -m tests.bench_phrases          on made-up text, which needs nothing
python -m tests.bench_phrases FILE     on real text: a sentence a line, or JSON lines that hold a "text"

Patterns are taken from the first half of the sentences and run over the second, so that they hit about as often as
rules written for other texts do. A hit costs as much as looking up ten words, so the hits per sentence are printed, and
the made-up text is made to give about as many as news: 1.4 with 10,000 patterns, where articles about one election
(PolNeAR) give 2.1, mixed texts about politics (GUM) 0.7, and half a million sentences of news and speeches gave 0.4.
"""

from __future__ import annotations

import itertools
import json
import random
import re
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from briefing.phrases import Phrases

_SYLLABLES = (
    "al den bor ska min ist ry pac quo dri fle tre en vo ta rif har strai sum ac cor spee de man re con cer war"
)
_COUNTS = (10, 100, 1_000, 10_000)
_SCANNED = 1_500
_LEAST = 20  # characters of a sentence of a file
_EVEN = 6  # how little the most frequent words stand out; what the hits per sentence were set with


def made_up(count: int) -> list[str]:
    """Make sentences of 12 to 32 words, always the same ones."""
    chance = random.Random(1)
    words = ["".join(p) for n in (2, 3) for p in itertools.product(_SYLLABLES.split(), repeat=n)]
    chance.shuffle(words)
    weights = list(itertools.accumulate(1 / (rank + _EVEN) for rank in range(len(words))))
    lengths = (chance.randint(12, 32) for _ in range(count))
    return [" ".join(chance.choices(words, cum_weights=weights, k=n)).capitalize() + "." for n in lengths]


def written(file: Path) -> list[str]:
    """Read the sentences of a file."""
    lines = file.read_text("utf-8").splitlines()
    texts = [json.loads(line)["text"] for line in lines] if file.suffix == ".jsonl" else lines
    found = (s for text in texts for s in re.split(r"(?<=[.!?])[\"”’)]*\s+|\n+", text))
    return [" ".join(s.split()) for s in found if len(s) > _LEAST]


def patterns(sentences: Sequence[str], count: int) -> list[str]:
    """Take phrases of two or three words, and phrases with a gap, from sentences."""
    chance = random.Random(3)
    found = (p for s in chance.choices(sentences, k=20 * count) for p in _phrases(s, chance))
    return list(itertools.islice(dict.fromkeys(found), count))


def _phrases(sentence: str, chance: random.Random) -> Iterator[str]:
    words = [w for w in re.findall(r"\w+", sentence.lower()) if len(w) > 3]
    if len(words) < 6:
        return
    start = chance.randrange(len(words) - 3)
    first, second, third, fourth = words[start : start + 4]
    yield f"{first} {second}(s)"
    yield f"({second}|{fourth}) {third}"
    yield f"{first}* ... {third} {fourth}"


def _expression(pattern: str) -> re.Pattern[str]:
    """Write a pattern as the regular expression that a rule author would have written."""
    text = re.sub(r"(\w)\*", r"\1\\w*", pattern).replace("(s)", "s?")
    return re.compile(r"\b" + text.replace(" ... ", r"(?:\W+\w+){0,6}?\W+").replace(" ", r"\W+") + r"\b", re.IGNORECASE)


def _rate(find: Callable[[str], object], texts: Sequence[str]) -> float:
    start = time.process_time()
    for text in texts:
        find(text)
    return len(texts) / (time.process_time() - start)


def main(file: str = "") -> None:
    """Print a line for each number of patterns: sentences a second on one core, cutting into words included."""
    sentences = written(Path(file)) if file else made_up(20_000)
    middle = len(sentences) // 2
    every, texts = patterns(sentences[:middle], max(_COUNTS)), sentences[middle:][:_SCANNED]
    print(f"{'patterns':>8} {'compiled in s':>13} {'sentences/s':>12} {'loop over re':>12} {'times':>6} {'hits':>6}")
    for count in _COUNTS:
        start = time.process_time()
        engine = Phrases(every[:count])
        compiled = time.process_time() - start
        loop = [_expression(p) for p in every[:count]]
        fast = max(_rate(engine.find, texts) for _ in range(5))
        slow = _rate(lambda text, loop=loop: [r.search(text) for r in loop], texts[: max(10, 30_000 // count)])  # type: ignore[misc]  # mypy cannot type a lambda's default
        hits = sum(len(engine.find(t)) for t in texts) / len(texts)
        print(f"{count:8d} {compiled:13.3f} {fast:12.0f} {slow:12.0f} {fast / slow:6.0f} {hits:6.2f}")


if __name__ == "__main__":
    main(*sys.argv[1:])
