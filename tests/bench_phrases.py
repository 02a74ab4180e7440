"""How the phrase engine's cost grows with the number of patterns, beside one regular expression a pattern."""

from __future__ import annotations

import itertools
import re
import time
from collections.abc import Callable, Sequence

from briefing.phrases import Phrases

_WORDS = (  # noqa: SIM905 (a list of 32 literals is harder to read)
    "alden borska ministry pact quota drill border fleet treaty envoy tariff harbour strait summit accord speech "
    "demand request concern warning support reject discuss promise trade fish steel grain energy climate visa student"
).split()


def sentences(count: int) -> list[str]:
    """Make sentences of some 20 words, the same ones every time."""
    ring = itertools.cycle(range(len(_WORDS)))
    step = itertools.cycle((1, 3, 7, 2, 5))
    out = []
    for _ in range(count):
        words = [_WORDS[(next(ring) * next(step) + n) % len(_WORDS)] for n in range(20)]
        out.append(" ".join(words).capitalize() + ".")
    return out


def patterns(count: int) -> list[str]:
    """Make patterns of two to three words; most occur rarely, as in a rule set."""
    pairs = itertools.product(_WORDS, _WORDS, ("", "x", "y", "z", "q", "w", "v", "u", "t", "s"))
    return [f"{a}{end} {b}" if n % 3 else f"{a}{end} ...3 {b}*" for n, (a, b, end) in enumerate(pairs)][:count]


def _rate(find: Callable[[str], object], texts: Sequence[str]) -> float:
    start = time.perf_counter()
    for text in texts:
        find(text)
    return len(texts) / (time.perf_counter() - start)


def main() -> None:
    """Print a line for each number of patterns."""
    texts = sentences(2000)
    print(f"{'patterns':>8} {'compiled s':>10} {'sentences/s':>12} {'re loop/s':>10}")
    for count in (10, 100, 1000, 10_000):
        start = time.perf_counter()
        engine = Phrases(patterns(count))
        compiled = time.perf_counter() - start
        loop = [re.compile(re.escape(p.replace(" ...3 ", " ")), re.IGNORECASE) for p in patterns(count)]

        def every(text: str, loop: list[re.Pattern[str]] = loop) -> list[re.Match[str] | None]:
            return [r.search(text) for r in loop]

        slow = _rate(every, texts[: max(20, 20_000 // count)])
        print(f"{count:8d} {compiled:10.3f} {_rate(engine.find, texts):12.0f} {slow:10.0f}")
