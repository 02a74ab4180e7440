"""Setting text: from runs of text to lines that fit a width. In: runs and a style; out: lines of measured pieces.

There is no markup anywhere: what a run holds is printed, letter by letter. Lines are set left, never justified and
never hyphenated; each step is linear in the text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from briefing.pages import rtl
from briefing.pages.fonts import Fonts, Stretch
from briefing.pages.tagged import Element, Inside, Role
from briefing.pages.tagged.language import named, spoken
from briefing.pages.theme import Colour, Style

# Blanks that may end a line; the no-break space is not among them.
_BLANK = "\t\n\r\x0b\x0c\x1c-\x1f \x85\u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000"
_CHUNK = re.compile(f"[{_BLANK}]+|[^{_BLANK}]+")
_WIDE = "\u2e80-\u303f\u3040-\u30ff\u3100-\u312f\u31a0-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uffef"
_CLOSERS = "、。，．：；！？）》」』】〕’”…·,.:;!?)%"
_OPENERS = "（《「『【〔‘“("
# A line may end behind a hyphen between letters, behind a dash, and between Chinese characters.
_BREAK = re.compile(
    rf"(?<=[^\W\d_][^\W\d_]-)(?=[^\W\d_][^\W\d_])|(?<=[—–])(?=\w)"
    rf"|(?<=[{_WIDE}])(?=[^{re.escape(_CLOSERS)}])(?<![{_OPENERS}])|(?<=[^{_OPENERS}])(?=[{_WIDE}])(?![{_CLOSERS}])"
)


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one dress; what is None is the paragraph's.

    `link` names a place in the briefing, and `tip` tells where it leads. `said` is read instead of the words.
    """

    text: str
    face: str | None = None
    size: float | None = None
    colour: Colour | None = None
    link: str | None = None
    tip: str | None = None
    said: str | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one font on one line. `inside` are the elements within the paragraph that they stand in."""

    text: str
    font: str
    size: float
    colour: Colour
    link: str | None
    width: float
    inside: Inside = ()


@dataclass(frozen=True, slots=True)
class Unit:
    """What a line cannot break. `blank` is the space behind it, which falls off at a line's end."""

    pieces: tuple[Piece, ...]
    blank: Piece | None = None

    @property
    def width(self) -> float:
        """The width without the space behind."""
        return sum(p.width for p in self.pieces)


@dataclass(frozen=True, slots=True)
class Line:
    """One set line, in the order it is shown. `spaced` tells that a space of the text stands at its end.

    `order` gives the place of each piece in the order of reading, where that is another.
    """

    pieces: tuple[Piece, ...]
    spaced: bool = False
    order: tuple[int, ...] | None = None


def units(runs: Sequence[Run], style: Style, fonts: Fonts) -> list[Unit]:
    """Cut runs into units: words, or single characters of scripts that are written without spaces."""
    out: list[Unit] = []
    glued: list[Piece] = []
    for run in runs:
        around = inside = _around(run)
        language: str | None = None
        for text, end in _chunks(run.text):
            if end == " ":
                space = _pieces(" ", run, style, fonts, inside)[0]
                if glued:
                    out.append(Unit(tuple(glued), space))
                    glued = []
                elif out and out[-1].blank is None:
                    out[-1] = replace(out[-1], blank=space)
                continue
            if (now := spoken(text, language)) != language:
                span = Element(role=Role.SPAN, language=named(now, run.text)) if now else None
                language, inside = now, (*around, span) if span else around
            glued += _pieces(text, run, style, fonts, inside)
            if end == "|":
                out.append(Unit(tuple(glued)))
                glued = []
    return [*out, Unit(tuple(glued))] if glued else out


def tongues(text: str) -> Iterator[tuple[str, str | None]]:
    """Cut a text where its language changes, as far as its script tells; give each stretch with its language."""
    language: str | None = None
    done = begun = 0
    for chunk in _CHUNK.finditer(text):
        now = language if chunk[0].isspace() else spoken(chunk[0], language)
        if now != language:
            if begun:
                yield text[done : chunk.start()], language and named(language, text)
            done, language = chunk.start() if begun else 0, now
        begun = 1
    if begun:
        yield text[done:], language and named(language, text)


def _chunks(text: str) -> Iterator[tuple[str, str]]:
    """Give the words of a run, each with what follows it: a space, a place to break, or nothing."""
    for chunk in _CHUNK.findall(text):
        if chunk[0].isspace() and chunk[0] not in "\u00a0\u2007\u202f":
            yield "", " "
            continue
        parts = [chunk] if chunk.isascii() and "-" not in chunk else _BREAK.split(chunk)
        for part in parts[:-1]:
            yield part, "|"
        yield parts[-1], ""


def _around(run: Run) -> Inside:
    """Give the elements that all words of a run stand in."""
    link = (Element(role=Role.LINK, tip=run.tip),) if run.link else ()
    return (*link, Element(role=Role.SPAN, said=run.said)) if run.said else link


def _pieces(text: str, run: Run, style: Style, fonts: Fonts, inside: Inside) -> list[Piece]:
    """Give the pieces of some words of a run, one for each font they need."""
    size, colour = run.size or style.size, run.colour or style.colour

    def piece(part: Stretch) -> Piece:
        within = (*inside, Element(role=Role.SPAN, said=part.said)) if part.said else inside
        return Piece(part.text, part.font, size, colour, run.link, fonts.width(part.text, part.font, size), within)

    return [piece(part) for part in fonts.runs(text, run.face or style.face)]


def fill(words: Iterable[Unit], room: float, first: float, fonts: Fonts) -> list[Line]:
    """Set units into lines of a width; the first line is `first` narrower."""
    lines: list[Line] = []
    line: list[Unit] = []
    used = first
    for unit in _fitting(words, room - first, fonts):
        if line and used + unit.width > room + 0.01:
            lines.append(_line(line, fonts))
            line, used = [], 0.0
        line.append(unit)
        used += unit.width + (unit.blank.width if unit.blank else 0)
    return [*lines, _line(line, fonts)] if line else lines


def _fitting(words: Iterable[Unit], room: float, fonts: Fonts) -> Iterator[Unit]:
    """Break a unit that no line can hold between its characters."""
    for unit in words:
        if unit.width <= room:
            yield unit
            continue
        parts = [p for piece in unit.pieces for p in _broken(piece, room, fonts)]
        yield from (Unit((p,)) for p in parts[:-1])
        yield Unit((parts[-1],), unit.blank)


def _broken(piece: Piece, room: float, fonts: Fonts) -> Iterator[Piece]:
    text, width = "", 0.0
    for char in piece.text:
        wide = fonts.width(char, piece.font, piece.size)
        if text and width + wide > room:
            yield replace(piece, text=text, width=width)
            text, width = "", 0.0
        text, width = text + char, width + wide
    yield replace(piece, text=text, width=width)


def shortened(text: str, fits: Callable[[str], bool]) -> str:
    """Cut a text until it fits: at a word, or inside a first word that is too long itself; an ellipsis shows it."""
    text = " ".join(text.split())
    if fits(text):
        return text
    words = text.split(" ")
    for pieces, glue, end in ((words, " ", " …"), (list(words[0]), "", "…")):
        most = bisect_left(range(1, len(pieces) + 1), True, key=lambda k: not fits(glue.join(pieces[:k]) + end))
        if most:
            return glue.join(pieces[:most]).rstrip(",;:–—") + end
    return "…"


def _line(line: Sequence[Unit], fonts: Fonts) -> Line:
    """Join the units of one line to as few pieces as possible."""
    last = len(line) - 1
    parts: list[Piece] = []
    for k, unit in enumerate(line):
        parts += unit.pieces
        if unit.blank and k < last:
            parts.append(unit.blank)
    blank = line[last].blank
    if any(rtl.has_rtl(p.text) for p in parts):
        return _shown(parts, blank, fonts)
    return Line(tuple(_joined(parts)), spaced=blank is not None)


def _shown(parts: Sequence[Piece], blank: Piece | None, fonts: Fonts) -> Line:
    """Set a line that holds right-to-left letters: in the order it is shown, with the order in which it is read."""
    owners = [p for p in parts for _ in p.text]
    text = "".join(p.text for p in parts)
    pieces: list[Piece] = []
    order: list[int] = []
    for around, group in groupby(rtl.visual(text), key=lambda shown: owners[shown[0]].inside):
        found = list(group)
        places = sorted(i for i, _ in found)
        said = rtl.letters("".join(text[i] for i in places))
        known = said == "".join(char for _, char in found) or (around and around[-1].said)
        inside = around if known else (*around, Element(role=Role.SPAN, said=said))
        chars = [_shown_alone(owners[i], char, inside, fonts) for i, char in found]
        joined = _joined(chars)
        pieces += joined
        order += [places[0]] * len(joined)
    if blank:  # it is read behind the last word, wherever that is shown
        pieces.append(replace(blank, width=0.0))
        order.append(len(text))
    return Line(tuple(pieces), blank is not None, tuple(order))


def _shown_alone(owner: Piece, char: str, inside: Inside, fonts: Fonts) -> Piece:
    return replace(owner, text=char, width=fonts.width(char, owner.font, owner.size), inside=inside)


def _joined(parts: Iterable[Piece]) -> list[Piece]:
    out: list[Piece] = []
    for part in parts:
        last = out[-1] if out else None
        if last and _dress(last) == _dress(part):
            out[-1] = replace(last, text=last.text + part.text, width=last.width + part.width)
        else:
            out.append(part)
    return out


def _dress(piece: Piece) -> tuple[object, ...]:
    return piece.font, piece.size, piece.colour, piece.link, piece.inside
