"""The engine finds what a plain, slow and obviously right matcher finds."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from briefing.phrases import Gap, Phrases, Tokens, Variant, Word, parse

WORDS = ["a", "b", "ab", "abc", "US", "us", "s"]
SEPARATORS = [" ", "  ", "-", " “", "’", ", ", " . "]

texts = st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(SEPARATORS)), max_size=12).map(
    lambda pairs: "".join(word + gap for word, gap in pairs)
)
atoms = st.sampled_from(["a", "b", "ab", "US", "a*", "ab*", "b(c)", "(a|b)", "(a b|abc)", "(a|) b"])
patterns = st.lists(st.tuples(atoms, st.sampled_from(["", "...1", "...2"])), min_size=1, max_size=3).map(
    lambda parts: " ".join(w if i == len(parts) - 1 else f"{w} {g}" for i, (w, g) in enumerate(parts))
)


def reference(pattern: str, text: str) -> set[tuple[int, int]]:
    """Try every variant at every word, and keep the hits that hold no other."""
    tokens = Tokens.of(text)
    hits = {
        (tokens.starts[i], tokens.stops[j - 1])
        for variant in parse(pattern)
        for i in range(len(tokens.words))
        for j in ends(tokens, variant, i, first=True)
    }
    return {h for h in hits if not any(o != h and h[0] <= o[0] and o[1] <= h[1] for o in hits)}


def ends(tokens: Tokens, variant: Variant, i: int, *, first: bool) -> Iterator[int]:
    if not variant:
        yield i
        return
    head, rest = variant[0], variant[1:]
    if isinstance(head, Gap):
        for skipped in range(head.most + 1):
            yield from ends(tokens, rest, i + skipped, first=True)
    elif i < len(tokens.words) and (first or tokens.linked[i]) and fits(head, tokens, i):
        yield from ends(tokens, rest, i + 1, first=False)
        if head.prefixes and i + 1 < len(tokens.words) and tokens.possessive[i + 1]:
            yield from ends(tokens, rest, i + 2, first=False)


def fits(word: Word, tokens: Tokens, i: int) -> bool:
    text, capitals = tokens.words[i], tokens.capitals[i]
    exact = any(text == w and (capitals or not need) for w, need in word.exact)
    return exact or any(text.startswith(w) and (capitals or not need) for w, need in word.prefixes)


@given(patterns, texts)
def test_the_engine_and_the_reference_agree(pattern: str, text: str) -> None:
    assert {(h.start, h.stop) for h in Phrases([pattern]).find(text)} == reference(pattern, text)
