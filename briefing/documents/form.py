"""What a text's own form tells of it, where nobody said so. In: a text. Out: title, genre, date, whose text it is."""

import datetime
import re
from collections.abc import Iterable
from itertools import islice

from briefing.documents.metadata import Metadata
from briefing.documents.shape import shaped, teller
from briefing.documents.sites import side_of
from briefing.model import Authority, Genre, Lexicon

_LONGEST_TITLE = 220
_HEAD = 8  # lines
_HEADING = re.compile(r"#{1,6}[ \t]+(?P<words>.*?)[ \t#]*")
_END = re.compile(r"[.!:;,][\"”’')]*$")
_ABBREVIATED = re.compile(r"\b(?:[A-Z]\.)+$")  # "talks with the U.S." ends in no full stop

# ── genre ───────────────────────────────────────────────────────────────────────────────────────────────────────────

_TITLES: tuple[tuple[re.Pattern[str], Genre], ...] = (
    (re.compile(r"\bread-?out\b", re.I), Genre.READOUT),
    (
        re.compile(r"\bjoint (?:press )?(?:statement|communiqu[eé]|declaration)\b|\bcommuniqu[eé]\b", re.I),
        Genre.JOINT_STATEMENT,
    ),
    (re.compile(r"\bfact ?sheet\b", re.I), Genre.FACT_SHEET),
    (re.compile(r"\b(?:transcript|press (?:briefing|conference|gaggle|availability|call))\b", re.I), Genre.TRANSCRIPT),
    (
        re.compile(
            r"(?:^|[:–—] )(?:\w+ ){0,2}interview (?:with|of|by)\b|^interview\b|^(?:\w+ ){1,3}interviews\b"
            r"|\binterviewed by\b"
            r"|\bq ?& ?a with\b",
            re.I,
        ),
        Genre.INTERVIEW,
    ),
    (
        re.compile(
            r"^(?:remarks|speech|address|keynote|statement)\b.*\b(?:by|of|at|on)\b|\b(?:full text|remarks) (?:of|by)\b"
            r"|\b(?:inaugural|keynote|opening|welcome) (?:address|speech|remarks)\b|\bfloor speech\b",
            re.I,
        ),
        Genre.SPEECH,
    ),
)
# "MR. SULLIVAN:", "PRESIDENT XI (as interpreted):", "Q " and "QUESTION:" at the start of a line, perhaps emphasised.
_LABEL = re.compile(
    r"^[>*_ ]*(?:Q(?:UESTION)?[.:]?(?:[^\S\n]|[*_])"
    r"|(?=[^:\n]{1,60}:)[A-Z][A-Z.’'-]+(?: (?:[A-Z][A-Z.’'-]*|\([^)\n]*\)))*[*_]*:(?:\s|[*_]))",
    re.M,
)
# How many labels make a transcript: fewer where the title says that somebody speaks.
_LABELS = {None: 3, Genre.SPEECH: 2}


def titled(text: str) -> str | None:
    """Give the first line of a text if it looks like a headline: short, no full stop, a blank line after it."""
    lines = text.lstrip("\n").split("\n", 2)
    line = lines[0].strip()
    if not line or len(line) > _LONGEST_TITLE:
        return None
    heading = _HEADING.fullmatch(line)
    if heading:
        return heading["words"] or None
    alone = len(lines) > 2 and not lines[1].strip()
    ended = _END.search(line) and not _ABBREVIATED.search(line)
    spoken = _LABEL.match(line) and not _named(line)
    return line if alone and not ended and not spoken else None


def genre(title: str | None, text: str, *, official: bool) -> Genre:
    """Tell the genre from the title, else from labels of speakers, else from who published the text."""
    named = next(filter(None, map(_named, filter(None, (title, *head(text))))), None)
    enough = _LABELS.get(named)
    if enough and _labels(text, enough):
        return Genre.TRANSCRIPT
    return named or shaped(text) or (Genre.READOUT if official else Genre.NEWS)


def head(text: str) -> list[str]:
    """Give the short lines that stand above the first sentence of a text: letterhead, headline, date."""
    lines = (line.strip(" \t#*_") for line in text[: _HEAD * _LONGEST_TITLE].split("\n"))
    filled = [line for line in lines if line][:_HEAD]
    ended = (
        n for n, line in enumerate(filled) if len(line) > _LONGEST_TITLE or _END.search(line) or _LABEL.match(line)
    )
    return filled[: next(ended, len(filled))]


def _named(title: str) -> Genre | None:
    return next((kind for pattern, kind in _TITLES if pattern.search(title[:_LONGEST_TITLE])), None)


def _labels(text: str, enough: int) -> bool:
    return len(list(islice(_LABEL.finditer(text), enough))) == enough


# ── date ────────────────────────────────────────────────────────────────────────────────────────────────────────────

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DATES = (
    re.compile(rf"\b{_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>\d{{4}})\b"),
    re.compile(rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)? {_MONTH},? (?P<year>\d{{4}})\b"),
    re.compile(r"(?<![\d-])(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?![\d-])"),
)


def dated(text: str) -> datetime.date | None:
    """Give the latest full date that a text names."""
    return max(_days(text), default=None)


def _days(text: str) -> Iterable[datetime.date]:
    for pattern in _DATES:
        for found in pattern.finditer(text):
            month = found["month"]
            number = int(month) if month.isdigit() else _MONTHS.index(month[:3].lower()) + 1
            try:
                yield datetime.date(int(found["year"]), number, int(found["day"]))
            except ValueError:  # such as February 30: no date, so it tells none
                continue


# ── whose text ──────────────────────────────────────────────────────────────────────────────────────────────────────

# One side's own text; a joint statement is both's, a news report or an interview nobody's.
_OWN = frozenset({Genre.READOUT, Genre.TRANSCRIPT, Genre.SPEECH, Genre.FACT_SHEET})


def owner(publisher: str | None, lexicon: Lexicon) -> tuple[str | None, bool]:
    """Give the side that a publisher is, and whether it is an official body rather than a medium.

    A name that two sides' bodies share tells nothing.
    """
    name = _plain(publisher or "")
    if not name:
        return None, False
    found = {(s.id, True) for s in lexicon.sides if name in _names(s.name, s.in_text, *s.aliases)}
    found |= {(b.side, b.authority < Authority.MEDIA) for b in lexicon.bodies if name in _names(b.name, *b.aliases)}
    sides = {side for side, _ in found}
    return (sides.pop(), all(official for _, official in found)) if len(sides) == 1 else (None, False)


def _names(*names: str) -> set[str]:
    return {_plain(name) for name in names}


def _plain(name: str) -> str:
    return " ".join(name.casefold().split()).removeprefix("the ")


def inferred(known: Metadata, text: str, lexicon: Lexicon) -> Metadata:
    """Fill what is not known of a document from the form of its text."""
    title = known.title or titled(text)
    side, official = owner(known.publisher, lexicon)
    if side is None and (kept := side_of(known.url)) in {s.id for s in lexicon.sides}:
        side, official = kept, True
    kind = known.genre or genre(title, text, official=official or known.side is not None)
    if side is None and kind is Genre.READOUT:
        side = teller(text, lexicon)
    return Metadata(
        title=title,
        date=known.date or dated(text),
        genre=kind,
        side=side if kind in _OWN else None,
    )
