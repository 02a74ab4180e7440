"""Quotation marks: which open, which close, which are apostrophes.

Knows “ ”, " ", « », » «, „ “, ” ”, `` '', ‘ ’ and ' '. A quotation never crosses a paragraph:
the news re-open each paragraph and close the last one only. Quotations inside quotations are not reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from briefing.model import Span

_MARK = re.compile(r"``|''|[\"“”„‟«»‘’'‚‹›]")
_PARTNERS = {
    "“": '”"“',
    "”": "”",
    "„": '“”"',
    "‟": "”",
    "«": "»",
    "»": "«",
    '"': '"”“',
    "``": "''\"”",
    "''": "''",
    "‘": "’'",
    "‚": "‘’",
    "'": "'’",
    "‹": "›",
    "›": "‹",
}
_SINGLE = frozenset("‘’'‚")
_LEFT = frozenset(" \t\n\u00a0\u2009\u202f([{—–-/…:")
_REACH = 200  # marks to look ahead for a partner, so that no text is slow
_SHORTENED = re.compile(r"(?:\d\ds\b|(?:em|til|cause|n|tis|twas|bout|round)\b)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between marks. `span` holds the marks, `inner` does not; `closed` is false where no mark closes it."""

    span: Span
    inner: Span
    closed: bool = True


@dataclass(frozen=True, slots=True)
class Marks:
    """The quotations of a text in order, and the marks that belong to none."""

    quotations: tuple[Quotation, ...] = ()
    unpaired: tuple[Span, ...] = ()


def quotations(text: str, paragraphs: Iterable[Span]) -> Marks:
    """Pair the quotation marks of each paragraph.

    A quotation still open where its paragraph ends counts to that end; it is unpaired only if the next paragraph does
    not re-open it.
    """
    found: list[Quotation] = []
    unpaired: list[Span] = []
    open_end: Quotation | None = None
    for block in paragraphs:
        here, odd = _paired(text, block)
        reopened = here and here[0].span.start == block.start
        if open_end and not reopened:
            unpaired.append(Span(open_end.span.start, open_end.inner.start))
        found.extend(here)
        unpaired.extend(odd)
        open_end = here[-1] if here and not here[-1].closed else None
    if open_end:
        unpaired.append(Span(open_end.span.start, open_end.inner.start))
    return Marks(tuple(found), tuple(sorted(unpaired)))


def _paired(text: str, block: Span) -> tuple[list[Quotation], list[Span]]:
    """Pair the marks of one paragraph, outermost quotations only."""
    marks = [(m.group(), m.start(), m.end()) for m in _MARK.finditer(text, block.start, block.stop)]
    found: list[Quotation] = []
    odd: list[Span] = []
    i = 0
    while i < len(marks):
        mark, start, stop = marks[i]
        if not _opens(text, mark, start, stop, block):
            if _odd(text, mark, start, stop):
                odd.append(Span(start, stop))
            i += 1
            continue
        close = _closing(text, marks, i, block)
        if close is not None:
            _, inner, end = marks[close]
            found.append(Quotation(Span(start, end), Span(stop, inner)))
            i = close + 1
        elif mark in _SINGLE or mark in "»›”":
            if mark not in _SINGLE:
                odd.append(Span(start, stop))
            i += 1
        else:
            found.append(Quotation(Span(start, block.stop), Span(stop, block.stop), closed=False))
            break
    return found, odd


def _opens(text: str, mark: str, start: int, stop: int, block: Span) -> bool:
    """Whether a mark stands where a quotation can begin."""
    before = text[start - 1] if start > block.start else " "
    after = text[stop] if stop < block.stop else " "
    if mark not in _PARTNERS or after.isspace() or before.isalnum():
        return False
    if mark in _SINGLE and _SHORTENED.match(text, stop):
        return False
    if mark in "“„«``":
        return True
    if mark == "''" and after in ",.;:":
        return False
    return before in _LEFT or before in "“„«\"‘'"


def _closing(text: str, marks: list[tuple[str, int, int]], i: int, block: Span) -> int | None:
    """Find the mark that closes the quotation which mark `i` opens."""
    opener = marks[i][0]
    partners = _PARTNERS[opener]
    maybe: int | None = None
    for j in range(i + 1, min(i + _REACH, len(marks))):
        mark, start, stop = marks[j]
        if mark not in partners or not _closes(text, mark, start, stop, block):
            if opener not in _SINGLE and mark == opener == "“":
                return None
            continue
        if opener in _SINGLE and _possessive(text, start, stop):
            maybe = j if maybe is None else maybe
            continue
        return j
    return maybe


def _closes(text: str, mark: str, start: int, stop: int, block: Span) -> bool:
    """Whether a mark stands where a quotation can end."""
    before = text[start - 1]
    after = text[stop] if stop < block.stop else " "
    if mark in _SINGLE or mark in '"“':
        return (
            not before.isspace() and not after.isalnum()
            if mark != '"'
            else not (before.isspace() and not after.isspace())
        )
    return True


def _possessive(text: str, start: int, stop: int) -> bool:
    """Whether a single mark may be the apostrophe of a plural: ‘the two leaders’ meeting’."""
    return text[start - 1] in "sS" and text[stop : stop + 1] == " " and text[stop + 1 : stop + 2].isalpha()


def _odd(text: str, mark: str, start: int, stop: int) -> bool:
    """Whether a mark that opens nothing is a stray quotation mark rather than an apostrophe or a sign for inches."""
    if mark in _SINGLE or mark in ("''", "``"):
        return False
    return not (mark == '"' and text[start - 1 : start].isdigit())
