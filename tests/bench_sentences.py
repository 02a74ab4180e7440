"""How well sentences are cut, beside the splitters that others use (those that are installed here).

In: a corpus of coded attributions. Out: a row of a table for each splitter. There are no coded sentences, so what is
counted is what a wrong cut costs: reports in plain words ("Berg said that …") that are cut apart, quotations that lose
their say-clause ("“Stop!” | he said"), and ends of sentences that anybody sees but no cut is made at.
"""

from __future__ import annotations

import importlib
import json
import re
import time
from bisect import bisect_right
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from briefing.text import paragraphs, quotations, sentences

# A word of small letters, a full stop, a capitalised word: nobody doubts that a sentence ends here.
_PLAIN_END = re.compile(r"(?<= )[a-z]{5,}[.?!] (?=[A-Z][a-z]+ [a-z]+ [a-z]+)")


def _spans(text: str, pieces: Iterator[str] | list[str]) -> Iterator[int]:
    """Give where each piece of a text starts."""
    at = 0
    for piece in pieces:
        at = text.find(piece.strip(), at)
        if at < 0:
            return
        yield at
        at += max(1, len(piece.strip()))


def _regex(text: str) -> Iterator[int]:
    yield from (m.end() for m in re.finditer(r"[.!?][”\"’']?\s+", text))


def _pysbd() -> Callable[[str], Iterator[int]]:
    cut = importlib.import_module("pysbd").Segmenter(language="en", clean=False)
    return lambda text: _spans(text, cut.segment(text))


def _syntok() -> Callable[[str], Iterator[int]]:
    segmenter = importlib.import_module("syntok.segmenter")

    def starts(text: str) -> Iterator[int]:
        for paragraph in segmenter.analyze(text):
            yield from (sentence[0].offset for sentence in paragraph)

    return starts


def _spacy() -> Callable[[str], Iterator[int]]:
    language = importlib.import_module("spacy").blank("en")
    language.add_pipe("sentencizer")
    return lambda text: (s.start_char for s in language(text).sents)


def _moses() -> Callable[[str], Iterator[int]]:
    cut = importlib.import_module("sentence_splitter").SentenceSplitter(language="en")
    return lambda text: _spans(text, cut.split(text))


def _ours(text: str) -> Iterator[int]:
    yield from (s.start for s in sentences(text))


_OTHERS = {
    "pysbd": _pysbd,
    "syntok": _syntok,
    "spaCy’s sentencizer": _spacy,
    "sentence-splitter (Moses)": _moses,
}


def _known() -> Iterator[tuple[str, Callable[[str], Iterator[int]]]]:
    yield "here", _ours
    yield "a full stop and a blank", _regex
    for name, make in _OTHERS.items():
        try:
            yield name, make()
        except ImportError:
            print(f"| {name} | not installed |")


def _counts(row: dict[str, Any], starts: list[int]) -> tuple[int, ...]:
    """Give reports and those cut apart, quotations and those parted from their cue, plain ends and those missed."""
    text, told = row["text"], [a for a in row["attributions"] if a["source"] and a["cue"]]
    number = partial(bisect_right, starts)
    plain = [sorted(x for key in ("source", "cue", "content") for s in a[key] for x in s) for a in told if _plain(a)]
    cut = sum(number(h[0]) != number(h[-1] - 1) for h in plain)
    quoted = [a for a in told if not _plain(a)]
    parted = sum(
        all(not number(c[0]) <= number(a["cue"][0][0]) <= number(c[1] - 1) for c in a["content"]) for a in quoted
    )
    marks = quotations(text, paragraphs(text)).quotations
    ends = [m.end() for m in _PLAIN_END.finditer(text)]
    ends = [x for x in ends if not any(q.span.start < x < q.span.stop for q in marks)]
    return len(plain), cut, len(quoted), parted, len(ends), len(set(ends) - set(starts))


def _plain(report: dict[str, Any]) -> bool:
    return bool(report["kind"] == "indirect")


def main(corpus: Path) -> None:
    """Print a row of counts for each splitter that is installed."""
    rows = [json.loads(line) for line in corpus.read_text("utf-8").splitlines()]
    print("| splitter | reports cut apart | quotations parted | plain ends missed | characters/s |")
    print("| --- | --- | --- | --- | --- |")
    for name, split in _known():
        begin = time.process_time()
        starts = [sorted(set(split(row["text"]))) for row in rows]
        speed = sum(len(row["text"]) for row in rows) / (time.process_time() - begin)
        counted = (_counts(row, found) for row, found in zip(rows, starts, strict=True))
        n = [sum(each) for each in zip(*counted, strict=True)]
        print(f"| {name} | {n[1]} of {n[0]} | {n[3]} of {n[2]} | {n[5]} of {n[4]} | {speed:,.0f} |")
