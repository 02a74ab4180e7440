"""Names in narrow columns: set smaller, then cut, so that every one fits."""

from __future__ import annotations

from dataclasses import replace

from briefing.pages.blocks import Anchor, Label
from briefing.pages.fonts import Fonts
from briefing.pages.kit import Kit
from briefing.pages.lines import Run, units
from briefing.pages.tagged import Element, Role
from briefing.pages.theme import CELL_BOLD, INK, SANS_BOLD, Style
from briefing.pages.view import Numbered

_NUMBER = 14.0  # an issue's number hangs in this indent
_SMALLEST = 8.0
_LONG = 14  # letters; an issue with a longer word goes by its short name


def fitted(text: str, style: Style, width: float, fonts: Fonts) -> tuple[str, Style]:
    """Fit a name into a narrow column: smaller, down to 8 pt, then with its long words cut by a hyphen."""
    while style.size > _SMALLEST and any(u.width > width for u in units([Run(text)], style, fonts)):
        style = replace(style, size=style.size - 0.25)
    return " ".join(_hyphened(word, style, width, fonts) for word in text.split()), style


def _hyphened(word: str, style: Style, width: float, fonts: Fonts) -> str:
    """Cut a word that no line can hold; the hyphens end lines there."""
    parts = []
    while "-" not in word and fonts.width(word, style.face, style.size) > width:
        fits = [k for k in range(1, len(word)) if fonts.width(f"{word[:k]}-", style.face, style.size) <= width]
        if not fits:
            break
        parts.append(f"{word[: fits[-1]]}-")
        word = word[fits[-1] :]
    return " ".join([*parts, word])


def whole_word(name: str, shown: str) -> str | None:
    """Give what is read of a name that had to be cut; None where it is shown as it is."""
    plain = " ".join(name.split())
    return None if shown == plain else plain


def issue_name(kit: Kit, numbered: Numbered, width: float, *, linked: bool = False, level: int | None = None) -> Label:
    """Set an issue's number and name for a narrow column, as a link to its section or as the place itself."""
    issue = numbered.row.issue
    name = issue.short if any(len(w) > _LONG for w in issue.name.split()) else issue.name
    text, style = fitted(name, CELL_BOLD, width - _NUMBER, kit.fonts)
    style = replace(style, indent=_NUMBER)
    anchor = None if level is None else Anchor(numbered.key, issue.name, level)
    run = Run(
        text,
        link=numbered.key if linked and kit.leads_to(numbered.key) else None,
        tip=issue.name,
        said=whole_word(name, text),
    )
    label = Label(kit.fonts, style, [run], number=Run(str(numbered.number), SANS_BOLD, 9, INK), anchor=anchor)
    if anchor:
        label.inside = (Element(role=Role.SUBHEADING),)
    return label
