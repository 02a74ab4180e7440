"""How the phrase engine's cost grows with the number of patterns, beside one regular expression a pattern.

The text is made up: words of two or three syllables, the frequent ones far more frequent, as in a language. Patterns
are taken from sentences that are not scanned, so that they hit about as often as rules written for other texts do.
"""

from __future__ import annotations

import itertools
import random
import re
import time
from collections.abc import Callable, Iterator, Sequence

from briefing.phrases import Phrases

_SYLLABLES = (
    "al den bor ska min ist ry pac quo dri fle tre en vo ta rif har strai sum ac cor spee de man re con cer war"
)
_COUNTS = (10, 100, 1_000, 10_000)
_SCANNED = 1_500


def sentences(seed: int, count: int) -> list[str]:
    """Make sentences of 12 to 32 words; the same seed gives the same ones."""
    chance = random.Random(seed)
    pairs = ["".join(p) for p in itertools.product(_SYLLABLES.split(), repeat=2)]
    words = [p + s for p, s in itertools.product(pairs, ("", *_SYLLABLES.split()[:6]))]
    random.Random(7).shuffle(words)
    weights = [1 / (rank + 3) for rank in range(len(words))]
    lengths = (chance.randint(12, 32) for _ in range(count))
    return [" ".join(chance.choices(words, weights, k=n)).capitalize() + "." for n in lengths]


def patterns(count: int) -> list[str]:
    """Take phrases of two or three words, and phrases with a gap, from sentences of their own."""
    return list(itertools.islice(dict.fromkeys(_phrases()), count))


def _phrases() -> Iterator[str]:
    chance = random.Random(3)
    for sentence in sentences(2, 20_000):
        words = [w for w in sentence.lower().rstrip(".").split() if len(w) > 3]
        start = chance.randrange(max(1, len(words) - 6))
        first, second, third, *rest = words[start : start + 6]
        yield f"{first} {second}(s)"
        if rest:
            yield f"({second}|{rest[0]}) {third}"
            yield f"{first}* ... {third} {rest[0]}"


def _expression(pattern: str) -> re.Pattern[str]:
    """Write a pattern as the regular expression that a rule author would have written."""
    text = re.sub(r"(\w)\*", r"\1\\w*", pattern).replace("(s)", "s?")
    return re.compile(r"\b" + text.replace(" ... ", r"(?:\W+\w+){0,6}?\W+").replace(" ", r"\W+") + r"\b", re.IGNORECASE)


def _rate(find: Callable[[str], object], texts: Sequence[str]) -> float:
    start = time.process_time()
    for text in texts:
        find(text)
    return len(texts) / (time.process_time() - start)


def main() -> None:
    """Print a line for each number of patterns: sentences a second on one core, cutting into words included."""
    texts = sentences(1, _SCANNED)
    print(f"{'patterns':>8} {'compiled in s':>13} {'sentences/s':>12} {'loop over re':>12} {'times':>6} {'hits':>6}")
    for count in _COUNTS:
        some = patterns(count)
        start = time.process_time()
        engine = Phrases(some)
        compiled = time.process_time() - start
        loop = [_expression(p) for p in some]
        fast = max(_rate(engine.find, texts) for _ in range(3))
        slow = _rate(lambda text, loop=loop: [r.search(text) for r in loop], texts[: max(10, 30_000 // count)])  # type: ignore[misc]  # mypy cannot type a lambda's default
        hits = sum(len(engine.find(t)) for t in texts) / len(texts)
        print(f"{count:8d} {compiled:13.3f} {fast:12.0f} {slow:12.0f} {fast / slow:6.0f} {hits:6.2f}")
