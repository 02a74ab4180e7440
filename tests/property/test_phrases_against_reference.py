"""The engine finds what two plain, slow and obviously right matchers find.

Texts are made of words and of what stands between them, so that neither matcher has to cut them. `tried` tries every
variant of a parsed pattern at every word. `expressed` does not even share `parse`: it rewrites the pattern, character
by character, into a regular expression over the words.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.phrases import Gap, PatternError, Phrases, Variant, Word, parse

WORDS = [
    "a",
    "b",
    "B",
    "ab",
    "AB",
    "abc",
    "US",
    "us",
    "U.S.",
    "u.s.",
    "s",
    "S",
    "é",
    "e",
    "Éa",
    "ea",
    "EA",
    "ﬁ",
    "fi",
    "3",
]
LINKS = [" ", " ", " ", " ", "  ", "-", "‑", " – ", " “", "” ", "’", "'", "’ ", "\n"]
BREAKS = [", ", " . ", "; ", ". ", "/", " — ", " ’, "]


@dataclass(frozen=True, slots=True)
class Piece:
    """A word of a text and what stands before it."""

    before: str
    word: str
    start: int

    @property
    def stop(self) -> int:
        return self.start + len(self.word)

    @property
    def folded(self) -> str:
        letters = unicodedata.normalize("NFKD", self.word.lower().replace(".", ""))
        return "".join(c for c in letters if not unicodedata.combining(c))

    @property
    def capitals(self) -> bool:
        return self.word in ("AB", "US", "U.S.", "EA")

    @property
    def linked(self) -> bool:
        return self.before in LINKS

    @property
    def possessive(self) -> bool:
        return self.word in ("s", "S") and self.before in ("’", "'")


def text_of(pieces: Iterable[Piece]) -> str:
    return "".join(p.before + p.word for p in pieces)


def pieces_of(pairs: Iterable[tuple[str, str]]) -> list[Piece]:
    out, at = list[Piece](), 0
    for before, word in pairs:
        out.append(Piece(before, word, at + len(before)))
        at = out[-1].stop
    return out


def smallest(spans: Iterable[tuple[int, int]], pieces: Sequence[Piece]) -> set[tuple[int, int]]:
    """Keep the spans of words that hold no other, as offsets."""
    found = set(spans)
    kept = {(a, b) for a, b in found if not any((a, b) != (c, d) and a <= c and d <= b for c, d in found)}
    return {(pieces[a].start, pieces[b - 1].stop) for a, b in kept}


def tried(pattern: str, pieces: Sequence[Piece]) -> set[tuple[int, int]]:
    places = range(len(pieces))
    return smallest(((i, j) for v in parse(pattern) for i in places for j in ends(pieces, v, i, free=True)), pieces)


def ends(pieces: Sequence[Piece], variant: Variant, i: int, *, free: bool) -> Iterator[int]:
    """Give every word before which a variant that begins at word i can have ended."""
    if not variant:
        yield i
        return
    head, rest = variant[0], variant[1:]
    if isinstance(head, Gap):
        for skipped in range(head.most + 1):
            yield from ends(pieces, rest, i + skipped, free=True)
    elif i < len(pieces) and (free or pieces[i].linked) and fits(head, pieces[i]):
        yield from ends(pieces, rest, i + 1, free=False)
        if head.open and i + 1 < len(pieces) and pieces[i + 1].possessive:
            yield from ends(pieces, rest, i + 2, free=False)


def fits(word: Word, piece: Piece) -> bool:
    whole = piece.folded in word.words or (piece.capitals and piece.folded in word.capitals)
    starts = word.starts | (word.capital_starts if piece.capitals else frozenset())
    return whole or any(piece.folded.startswith(s) for s in starts)


# `expressed` writes a text as "~us^,~ab~'s": each word after "~", "^" after capitals, "," where words are not linked,
# and "'" before the s of "China's".
WORD = r"(?:(?:\w\.){2,}|\w+)"
PART = re.compile(rf"\.\.\.(?P<gap>\d*)|(?P<word>{WORD}(?:-{WORD})*)(?P<tail>\*|\([\w|]*\))?|(?P<mark>[()|]) *| +")
ANY = r"~'?\w+\^?"
END = r"(?![\w^])"


def expressed(pattern: str, pieces: Sequence[Piece]) -> set[tuple[int, int]]:
    wanted = re.compile(PART.sub(expression, pattern))
    written = [f"{'' if p.linked else ','}~{chr(39) * p.possessive}{p.folded}{'^' * p.capitals}" for p in pieces]
    spans = ((i, j) for i in range(len(pieces)) for j in range(i + 1, len(pieces) + 1))
    return smallest(((i, j) for i, j in spans if wanted.fullmatch("".join(written[i:j]).lstrip(","))), pieces)


def expression(part: re.Match[str]) -> str:
    if part["gap"] is not None:
        return rf"(?:,?{ANY}{END}){{0,{part['gap'] or 6}}},?"
    if part["mark"]:
        return "(?:" if part["mark"] == "(" else part["mark"]
    if not part["word"]:
        return ""
    endings = (part["tail"] or "()").strip("()*").split("|")
    words = dict.fromkeys([part["word"], *(part["word"] + e for e in endings)])
    return "(?:" + "|".join(neighbours(w, open_ended=part["tail"] == "*") for w in words) + ")"


def neighbours(raw: str, *, open_ended: bool) -> str:
    *before, last = (f"~'?{Piece('', w, 0).folded}%s{capitals(w)}{END}" for w in raw.split("-"))
    possessive = rf"(?:~'s{END})?" if open_ended else ""
    return "".join(w % "" for w in before) + last % (r"\w*" if open_ended else "") + possessive


def capitals(raw: str) -> str:
    return r"\^" if raw.isupper() and len(raw) > 1 else r"\^?"


# Both are made over the same three words, or they would hardly ever meet; texts also have an s and words that no
# pattern has, for the gaps.
vocabularies = st.lists(st.sampled_from(WORDS), min_size=3, max_size=3).map(lambda words: (*words, "s", "xx"))
places = st.sampled_from("00011122")
befores = st.one_of(st.just(" "), st.sampled_from(LINKS), st.sampled_from(LINKS), st.sampled_from(BREAKS))
runs = st.one_of(
    st.lists(st.tuples(befores, places), min_size=1, max_size=5),
    st.lists(st.tuples(st.just(" "), places), min_size=2, max_size=5),
    st.lists(st.tuples(befores, st.just("4")), min_size=1, max_size=7),
    st.just([("’", "3")]),
    st.just([("'", "3")]),
)
texts = st.lists(runs, max_size=6).map(lambda several: [pair for run in several for pair in run])
words = places.map("{{{}}}".format)
atoms = st.one_of(
    words,
    words,
    words,
    words.map("{}*".format),
    st.tuples(words, st.sampled_from(["c", "s", "b|bc", "c|"])).map("{0[0]}({0[1]})".format),
    st.tuples(words, words).map("-".join),
    st.tuples(words, words).map("({0[0]}|{0[1]})".format),
)
joints = st.sampled_from([" "] * 6 + [" ... ", " ... ", " ...0 ", " ...1 ", " ...2 ", " ...3 ", " ...1 ...2 "])


def sequences(parts: st.SearchStrategy[str], most: int) -> st.SearchStrategy[str]:
    more = st.lists(st.tuples(joints, parts).map("".join), max_size=most - 1).map("".join)
    return st.tuples(parts, more).map("".join)


def options(parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    choices = st.lists(sequences(parts, 2), min_size=1, max_size=3)
    return st.tuples(choices, st.sampled_from(["", "|"])).map(lambda c: f"({'|'.join(c[0])}{c[1]})")


def readable(pattern: str) -> bool:
    try:
        return bool(parse(pattern)) and ".(" not in pattern  # the 'bc' of 'U.S.(bc)' would be a word of its own
    except PatternError:
        return False


nested = options(st.one_of(atoms, atoms, options(atoms)))
patterns = sequences(st.one_of(atoms, atoms, atoms, nested), 4)


# What stands around each word of a sentence that follows a pattern: before it, words to skip, a possessive s after it.
spacings = st.lists(
    st.tuples(st.one_of(st.just(" "), befores), st.sampled_from([0] * 5 + [1, 2, 3, 5, 6, 7]), st.booleans()),
    min_size=4,
    max_size=8,
)


def following(shape: str, spacing: Sequence[tuple[str, int, bool]], turned: int) -> list[tuple[str, str]]:
    """Make a sentence of the words of a pattern in their order, perhaps begun in the middle."""
    order = re.findall(r"{(\d)}", shape)
    order = order[turned:] + order[:turned]
    rows = (
        [*[(" ", "4")] * skipped, (before, place), *[("’", "3")] * possessive]
        for place, (before, skipped, possessive) in zip(order, spacing, strict=False)
    )
    return [pair for row in rows for pair in row]


@settings(max_examples=600)
@given(
    vocabularies,
    st.lists(patterns, min_size=1, max_size=4),
    st.lists(texts, max_size=3),
    st.lists(st.tuples(spacings, st.sampled_from([0, 0, 1])), min_size=1, max_size=4),
)
def test_the_engine_and_the_references_agree(
    words: tuple[str, ...],
    shapes: list[str],
    sentences: list[list[tuple[str, str]]],
    spaced: list[tuple[list[tuple[str, int, bool]], int]],
) -> None:
    several = [p for p in (shape.format(*words) for shape in shapes) if readable(p)]
    phrases = Phrases(several)
    for sentence in (*sentences, *(following(shape, *how) for shape, how in product(shapes, spaced))):
        pieces = pieces_of((before, words[int(place)]) for before, place in sentence)
        found = [tuple(hit) for hit in phrases.find(text_of(pieces))]
        assert found == sorted(set(found))
        assert set(found) == {(n, *span) for n, p in enumerate(several) for span in tried(p, pieces)}
        assert set(found) == {(n, *span) for n, p in enumerate(several) for span in expressed(p, pieces)}
