"""Sentences: where a full stop ends one, and where it only shortens a word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.model import Span
from briefing.text.blocks import paragraphs
from briefing.text.tokens import words

# A run of end marks with the closing marks behind it, then a gap, then something that may begin a sentence.
_END = re.compile(r"(?<![.!?…])[.!?…]++[”\"’'»)\]]*(?P<gap>[\s\u200b]+)(?=[“\"‘'«„(\[]*\s?[\w$£€])")
_BEGINS = re.compile(r"[“\"‘'«„(\[]*\s?(?P<word>[\w$£€][\w’'-]*)")
_BEFORE = re.compile(r"(?:^|[\s(\[“\"‘'«„/—–-])(?P<word>[^\s(\[“\"‘'«„/—–]+)$")

# What numbers a paragraph or makes it an item of a list; it is no part of its first sentence.
_ITEM = re.compile(r"(?:\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]|[•·▪‣◦])\s+(?=\S)")

LONGEST = 2000  # characters of a sentence; a longer one is cut behind a semicolon, comma or word
_CUT = re.compile(r"(?:;|(?<=\w),)(?P<gap>\s+)(?=\S)")
_BLANK = re.compile(r"(?P<gap>\s+)(?=\S)")
_REACH = 200  # characters before a full stop that may tell whether it shortens a word

# Always before a name, so they never end a sentence.
_TITLES = words(
    "mr mrs ms mx dr prof gen sen sens rep reps gov govs lt col sgt capt cpt adm maj brig cmdr cpl pvt st ste rev hon "
    "pres amb sec supt messrs fr sr. vice min dep asst assoc sgts cols gens profs drs mt ft"
)
# Before a number.
_COUNTED = words(
    "no nos art arts fig figs para paras sec secs vol vols ch pp p jan feb mar apr jun jul aug sep sept oct nov dec"
)
# May end a sentence; do so only before a word that often begins one.
_SOFT = words(
    "jr sr inc corp co ltd llc plc bros etc al vs v cf est dept govt intl approx e.g i.e a.m p.m ph.d d.phil esq bn "
    "mln ave blvd rd hwy"
)
_DOTTED = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
_STARTERS = words(
    "the a an he she it they we i you this that these those there here in on at but and so or yet however meanwhile "
    "for as when while after before if his her its their our my some many most both one such since although though "
    "despite earlier later last what who how why where asked speaking according under with from by during no not "
    "other others also still then now once another each every all instead moreover"
)
_SAYING = re.compile(
    r"(?:[\w.’'-]+\s+){0,5}?(?:said|says|asked|asks|told|added|adds|wrote|tweeted|replied|exclaimed|continued|warned|"
    r"declared|demanded|wondered|responded|shouted|quipped|insisted|argued|noted)\b"
)
_INVERTED = re.compile(r"(?:said|says|asked|asks|added|wrote|tweeted|replied)\b")


def sentences(text: str) -> tuple[Span, ...]:
    """Give the sentences of a text, in order; none crosses a paragraph.

    A quotation of several sentences is several sentences: each can be said, coded and compared by itself.

    >>> [s.stop for s in sentences("Gen. A. B. Cole met U.S. envoys. “We talked. It helped,” he said.")]
    [32, 44, 65]
    """
    out: list[Span] = []
    for block in paragraphs(text):
        item = _ITEM.match(text, block.start, block.stop)
        start = item.end() if item else block.start
        for end in _END.finditer(text, start, block.stop):
            if _ends(text, start, end):
                out += _pieces(text, start, end.start("gap"))
                start = end.end()
        if start < block.stop:
            out += _pieces(text, start, block.stop)
    return tuple(out)


def _pieces(text: str, start: int, stop: int) -> Iterator[Span]:
    """Cut a sentence that is longer than anybody writes, so that the cost of reading a text stays linear."""
    while stop - start > LONGEST:
        low, high = start + LONGEST // 2, start + LONGEST
        cut = _CUT.search(text, low, high) or _BLANK.search(text, low, high) or _BLANK.search(text, high, stop)
        if cut is None:
            break
        yield Span(start, cut.start("gap"))
        start = cut.end()
    if start < stop:
        yield Span(start, stop)


def _ends(text: str, start: int, end: re.Match[str]) -> bool:
    """Whether a run of end marks, found between two words, ends the sentence that began at `start`."""
    follower = _BEGINS.match(text, end.end())
    if follower is None:
        return False
    marks = text[end.start() : end.start("gap")]
    word = follower["word"]
    if word[0].islower():
        return False
    if marks == ".":
        return _stops(text[max(start, end.start() - _REACH) : end.start()], word)
    return not (marks[0] in "?!" and len(marks) > 1 and _said_next(text, end))


def _stops(before: str, follower: str) -> bool:
    """Whether a lone full stop after `before` is more than the sign of a shortened word."""
    found = _BEFORE.search(before[-24:])
    word = found["word"].lower() if found else ""
    alone = before.strip(" (“\"‘'") == before[-len(word) :] if word else False
    if word in _TITLES or (alone and (word.isdigit() or len(word) == 1)):
        return False
    if word in _COUNTED and follower[0].isdigit():
        return False
    if word in _SOFT or _DOTTED.fullmatch(word):
        return follower.lower() in _STARTERS and follower[0].isupper() and not (follower == "I" and len(word) == 1)
    return True


def _said_next(text: str, end: re.Match[str]) -> bool:
    """Whether a say-clause follows a quotation that closes with a question, as in “Why?” Ada Berg asked."""
    if text[end.start("gap") - 1] not in "”\"’'»":
        return False
    rest = text[end.end() : end.end() + 90].split("\n")[0]
    return bool(_SAYING.match(rest) or _INVERTED.match(rest)) and rest[0] not in "“\"‘'«„"
