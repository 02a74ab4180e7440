"""A briefing as one page of HTML: no script, nothing fetched, read aloud and printed well. In: parts; out: text.

Elements of the structure become those of HTML. Numbers lead to the register and back; the order is the PDF's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from html import escape
from pathlib import Path

from briefing.model import Relation
from briefing.pages import rtl
from briefing.pages.description import Part, Picture, Words
from briefing.pages.fonts import visible, whole
from briefing.pages.tagged import About, Role
from briefing.pages.theme import RELATIONS, SIDES, SOFT
from briefing.pages.twins.sketch import hexed, svg

_STYLE = (Path(__file__).parent / "style.css").read_text("utf-8")
_TAGS = {
    Role.SECTION: "section",
    Role.DIVISION: "div",
    Role.TITLE: "h1",
    Role.HEADING: "h2",
    Role.SUBHEADING: "h3",
    Role.PARAGRAPH: "p",
    Role.QUOTATION: "blockquote",
    Role.LIST: "ul",
    Role.ITEM: "li",
    Role.LABEL: "span",
    Role.BODY: "div",
    Role.TABLE: "table",
    Role.HEAD: "thead",
    Role.ROWS: "tbody",
    Role.ROW: "tr",
    Role.HEADER: "th",
    Role.CELL: "td",
}
_KEPT_EMPTY = frozenset({Role.HEADER, Role.CELL})
_HUES = {
    SIDES[0]: "a",
    SIDES[1]: "b",
    SOFT: "soft",
    **{RELATIONS[r]: r.value for r in Relation if RELATIONS[r] != SOFT},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """Words of a page on a screen that a sheet of paper does not need."""

    skip: str
    contents: str
    matrix: str
    foot: str
    marking: str | None
    back: Callable[[str, int, int], str]


def html(root: Part, about: About, labels: Labels) -> str:
    """Write a briefing as HTML."""
    return "\n".join(_Page(root, about, labels).lines()) + "\n"


@dataclass(slots=True)
class _Page:
    """One page being written; `cited` counts the links to each place."""

    root: Part
    about: About
    labels: Labels
    cited: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    uses: dict[str, int] = field(default_factory=lambda: defaultdict(int))

    def lines(self) -> Iterator[str]:
        for part in self.root.walk():
            for words in part.kids:
                if isinstance(words, Words) and words.link:
                    self.uses[words.link] += 1
        top, rest = _parted([p for p in self.root.parts if _said(p)])
        marking = [f'<p class="marking">{_text(self.labels.marking)}</p>'] if self.labels.marking else []
        yield from self._head()
        yield "<body>"
        yield f'<a class="skip" href="#main">{_text(self.labels.skip)}</a>'
        yield from ["<header>", *marking, *map(self._part, top), "</header>"]
        yield from self._contents()
        yield from ['<main id="main">', *map(self._part, rest), "</main>"]
        yield from ["<footer>", f"<p>{_text(self.labels.foot)}</p>", *marking, "</footer>", "</body>", "</html>"]

    def _head(self) -> Iterator[str]:
        about = self.about
        yield f'<!DOCTYPE html>\n<html lang="{_value(about.language)}">\n<head>\n<meta charset="utf-8">'
        yield f"<title>{_text(about.title)}</title>"
        yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
        policy = "default-src 'none'; style-src 'unsafe-inline'"  # no script can run here, whatever a text says
        yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        facts = {"description": about.subject, "author": about.author, "keywords": ", ".join(about.keywords)}
        yield from (f'<meta name="{k}" content="{_value(v)}">' for k, v in facts.items() if v)
        hues = "\n".join(f".{name} {{ color: {hexed(colour)} }}" for colour, name in _HUES.items())
        yield f"<style>\n{_STYLE}{hues}\n</style>\n</head>"

    def _contents(self) -> Iterator[str]:
        named = [p for p in self.root.walk() if p.role == Role.HEADING and p.key]
        if named:
            items = "".join(f'<li><a href="#{_value(p.key)}">{_text(p.text)}</a></li>' for p in named)
            yield f'<nav aria-label="{_value(self.labels.contents)}"><ul>{items}</ul></nav>'

    # ── parts ───────────────────────────────────────────────────────────────────────────────────────────────────────

    def _part(self, part: Part, inside: Role | None = None) -> str:
        if not _said(part):
            return ""
        tag = _tag(part, inside)
        within = Role.HEADER if Role.HEADER in (part.role, inside) else inside
        held = "".join(self._kids(part, within))
        if part.role == Role.TABLE:
            return self._table(part, held)
        back = self._back(part)
        if part.role == Role.ITEM:  # a list holds nothing but its entries
            held, back = held + back, ""
        return f"<{tag}{self._attributes(part)}>{held}</{tag}>{back}"

    def _table(self, part: Part, held: str) -> str:
        """Write a table: one with a summary is wide, and moves by itself on a narrow screen."""
        if Role.ROWS not in {p.role for p in part.parts}:
            return f'<table class="sides"><tbody>{held}</tbody></table>'
        summary = _text(part.element.summary or "")
        table = f'<table class="matrix"><caption>{summary}</caption>{held}</table>'
        return f'<div class="wide" role="region" tabindex="0" aria-label="{_value(self.labels.matrix)}">{table}</div>'

    def _attributes(self, part: Part) -> str:
        element = part.element
        kinds = {Role.LABEL: "label", Role.BODY: "body", Role.SUBHEADING: "sub"}
        names = dict.fromkeys(n for n in (part.kind, kinds.get(part.role)) if n)
        if part.role == Role.LIST:
            names = {"plain": None}
        found = {
            "id": part.key,
            "class": " ".join(names),
            "lang": element.language,
            "dir": "rtl" if element.language and rtl.has_rtl(part.text) else None,
            "role": "list" if part.role == Role.LIST else None,  # a list without marks is none to some readers
            "scope": {"Row": "row", "Column": "col"}[element.scope] if element.scope else None,
            "rowspan": str(element.rows) if element.rows > 1 else None,
            "colspan": str(element.columns) if element.columns > 1 else None,
        }
        return "".join(f' {key}="{_value(value)}"' for key, value in found.items() if value)

    def _kids(self, part: Part, inside: Role | None) -> Iterator[str]:
        for kid in part.kids:
            if isinstance(kid, Part):
                yield self._part(kid, inside)
            elif isinstance(kid, Picture):
                yield svg(kid.paint, kid.alternative) + ("" if kid.alternative else " ")
            else:
                yield self._words(kid, part)

    def _words(self, words: Words, part: Part) -> str:
        out = _text(words.text)
        if words.language and words.language != part.element.language:
            way = ' dir="rtl"' if rtl.has_rtl(words.text) else ""
            out = f'<span lang="{_value(words.language)}"{way}>{out}</span>'
        if words.bold:
            out = f"<b>{out}</b>"
        hue = _HUES.get(words.colour)
        if words.link:
            self.cited[words.link] += 1
            tip = words.tip if words.tip and words.tip.strip() != words.text.strip() else None
            told = f' aria-label="{_value(tip)}"' if tip else ""
            place = f"{words.link}-from-{self.cited[words.link]}"
            return f'<a href="#{_value(words.link)}" id="{_value(place)}"{told}>{out}</a>'
        return f'<span class="{hue}">{out}</span>' if hue and out.strip() else out

    def _back(self, part: Part) -> str:
        """Lead from a place to all links that lead to it."""
        times = self.uses[part.key] if part.key else 0
        if not times:
            return ""
        links = (
            f'<a href="#{_value(f"{part.key}-from-{n}")}" aria-label="{_value(self._told(part, n, times))}">'
            f"↩{n if times > 1 else ''}</a>"
            for n in range(1, times + 1)
        )
        return f'<span class="back">{" ".join(links)}</span>'

    def _told(self, part: Part, n: int, times: int) -> str:
        """Say where a link back leads."""
        first = next((p.text for p in part.walk() if p.role == Role.LABEL), part.text)
        return self.labels.back(" ".join(first.split()), n, times)


def _tag(part: Part, inside: Role | None) -> str:
    """Choose the tag; no headings stand in the header of a row, as HTML has it."""
    if part.role == Role.LIST and part.element.numbering:
        return "ol"
    return "p" if part.role == Role.SUBHEADING and inside == Role.HEADER else _TAGS[part.role]


def _parted(parts: Sequence[Part]) -> tuple[list[Part], list[Part]]:
    """Part what stands above all findings from the rest."""
    plain = (Role.PARAGRAPH, Role.TITLE)
    first = next((k for k, part in enumerate(parts) if part.role not in plain), len(parts))
    return list(parts[:first]), list(parts[first:])


def _said(part: Part) -> bool:
    """Whether a part holds anything, or is a cell that keeps its row regular."""
    return part.role in _KEPT_EMPTY or any(not isinstance(k, Part) or _said(k) for k in part.kids)


def _value(text: str | None) -> str:
    return _text(text or "").replace("\n", " ")


def _text(text: str) -> str:
    return escape(_writable(text))


def _writable(text: str) -> str:
    """Leave out what HTML may not hold: controls, and characters that show nothing."""
    return "".join(c if c >= " " or c in "\t\n" else " " for c in whole(visible(text)) if not "\x7f" <= c <= "\x9f")
