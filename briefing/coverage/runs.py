"""Words in a row that a pattern can match. In: a piece of a holder's words; out: runs of them, cut at marks and names.

Function words, numbers, dates, names that the rules know and words that fit anything weigh nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefing.coverage.heard import Marks, Piece
from briefing.coverage.known import Known
from briefing.model import Span
from briefing.phrases import Tokens, fold
from briefing.text import tokens, words

_LONG = 40  # characters; what is longer is no word, and a pattern may not be longer than 300

# Neither begin nor end a phrase.
_FUNCTION = words(
    "a an the this that these those such some any all both each every either neither other others another same own "
    "more most much many few several i you he she it we they me him her us them my your his its our their mine ours "
    "theirs myself itself themselves ourselves who whom whose which what when where why how there here of in on at by "
    "to from with without for about against between among into onto over under above below through during before "
    "after since until till upon within across toward towards via per amid despite including regarding concerning "
    "than as if unless whether because although though while and or but nor so yet also too very just only even still "
    "already again well ever rather quite then thus therefore however now up down out off back away be am is are was "
    "were been being have has had having do does did doing done will would shall should can could may might must "
    "ought let s re ve ll d m t"
)
# May begin or end a phrase, but say nothing by themselves.
_LIGHT = words(
    "no not never one two three four five six seven eight nine ten dozen hundred thousand million billion trillion "
    "percent first second third last next past recent recently today yesterday tomorrow day days week weeks month "
    "months year years decade decades time times monday tuesday wednesday thursday friday saturday sunday january "
    "february march april june july august september october november december mr mrs ms dr said say says told added "
    "adds number lot thing things way ways fact kind sort part parts place people go going goes went get got getting "
    "make makes made making take takes took taken taking come comes came coming put give given gave keep keeps kept "
    "think thinks thought know knows known knew want wants wanted see seen saw look looks looked looking believe "
    "believes believed feel feels felt point points pointed note noted talk talked talking able order side sides"
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word: its folded form, its place in the document, and what it may do in a phrase.

    An `edge` may begin or end one. `weight` is how much it says. `new` tells that no `about` finds it yet.
    """

    form: str
    span: Span
    edge: bool
    weight: int
    new: bool


def runs(piece: Piece, known: Known) -> Iterator[list[Word]]:
    """Cut a piece into runs of words that a pattern can match in a row; names of people are in none."""
    text, start = piece.words, piece.span.start
    people, others, about = (Marks(len(text), find(text)) for find in (known.people, known.others, known.about))
    run: list[Word] = []
    for span, linked in _words(text):
        readable = linked is not None and not people.meet(span)
        if not readable or not linked:
            yield run
            run = []
        if readable:
            word = text[span.start : span.stop]
            weight = 0 if others.meet(span) else _weight(word)
            place = Span(start + span.start, start + span.stop)
            run.append(Word(fold(word), place, not _function(word), weight, weight > 0 and not about.meet(span)))
    yield run


def _words(text: str) -> Iterator[tuple[Span, bool | None]]:
    """Give the words, and whether a pattern can cross from the one before; None where none can match the word itself.

    The s of "China's" is a word here; "3,000" is one that no pattern matches, for it never crosses a comma.
    """
    cut = Tokens.of(text)
    linked, stops = {start: cut.linked(i) for i, start in enumerate(cut.starts)}, frozenset(cut.stops)
    for token in tokens(text):
        bare = token.text.lstrip("'’‘")
        if not any(c.isalnum() for c in bare):
            continue
        span = Span(token.stop - len(bare), token.stop)
        inner = range(span.start + 1, span.stop)
        whole = span.start in linked and span.stop in stops and len(span) <= _LONG
        yield span, linked[span.start] if whole and all(linked.get(at, True) for at in inner) else None


def _function(word: str) -> bool:
    return word.lower() in _FUNCTION and not (len(word) > 1 and word.isupper())  # "US" is not "us"


def _weight(word: str) -> int:
    """Weigh a word: a name, of whatever, says half as much as a common word, for it says what, not how."""
    if _function(word) or word.lower() in _LIGHT or not word[0].isalpha():
        return 0
    return 1 if word[0].isupper() else 2
