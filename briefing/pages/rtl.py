"""Right-to-left scripts: joined Arabic letters, and the order in which a line shows them.

Covers what quotations in a left-to-right page need: letters join by Unicode's own presentation forms; in each line,
runs of right-to-left words change places, numbers in them stay as they are. No nesting of directions.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from itertools import pairwise

_ARABIC = re.compile("[\u0620-\u06ff]")
_RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
_FORMS = {"<isolated>": 0, "<final>": 1, "<initial>": 2, "<medial>": 3}
_MIRROR = str.maketrans("()[]{}<>«»‹›", ")(][}{><»«›‹")
_LETTER = r"\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff"
_DIGIT = r"0-9\u0660-\u0669\u06f0-\u06f9"
# From one right-to-left letter to the last one before a letter of another script.
_STRETCH = re.compile(rf"[{_LETTER}]+(?:[\W\d_]+[{_LETTER}]+)*")
_ALL = re.compile(".*", re.DOTALL)
_OTHER_LETTER = re.compile(rf"[^\W\d_{_LETTER}]")
# A number, or a letter with the marks on it.
_TOKEN = re.compile(rf"[{_DIGIT}]+(?:[.,:/][{_DIGIT}]+)*|.[\u0591-\u05bd\u064b-\u065f\u0670]*", re.DOTALL)


@cache
def _joining() -> dict[str, list[str | None]]:
    """Read from Unicode which shape a letter takes: alone, at the end, at the start, inside."""
    table: dict[str, list[str | None]] = {}
    for code in (*range(0xFB50, 0xFBFF), *range(0xFE70, 0xFEFD)):
        form, _, rest = unicodedata.decomposition(chr(code)).partition(" ")
        if form in _FORMS:
            letters = "".join(chr(int(x, 16)) for x in rest.split())
            table.setdefault(letters, [None] * 4)[_FORMS[form]] = chr(code)
    return table


def shaped(text: str) -> str:
    """Join the Arabic letters of a text; any other text comes back as it is."""
    if not _ARABIC.search(text):
        return text
    table = _joining()
    units = _ligated(text)
    solid = [k for k, unit in enumerate(units) if not unicodedata.combining(unit[0])]
    before, after = {}, {}
    for one, two in pairwise(solid):
        joined = _joins_left(units[one], table) and _joins_right(units[two], table)
        after[one] = before[two] = joined
    return "".join(_form(unit, before.get(k, False), after.get(k, False), table) for k, unit in enumerate(units))


def _ligated(text: str) -> list[str]:
    """Split into letters, lam and alef taken together."""
    return re.findall("\u0644[\u0622\u0623\u0625\u0627]|.", text, re.DOTALL)


def _joins_left(unit: str, table: dict[str, list[str | None]]) -> bool:
    return unit == "\u0640" or (unit in table and table[unit][2] is not None)


def _joins_right(unit: str, table: dict[str, list[str | None]]) -> bool:
    return unit == "\u0640" or (unit in table and table[unit][1] is not None)


def _form(unit: str, before: bool, after: bool, table: dict[str, list[str | None]]) -> str:
    forms = table.get(unit)
    if forms is None:
        return unit
    return forms[before + 2 * after] or forms[int(before)] or unit


def letters(text: str) -> str:
    """Undo the joining: give plain letters for Unicode's presentation forms."""
    return "".join(unicodedata.normalize("NFKC", c) if "\ufb50" <= c <= "\ufefc" else c for c in text)


def has_rtl(text: str) -> bool:
    """Whether a text holds right-to-left letters."""
    return bool(_RTL.search(text))


def visual(text: str) -> list[tuple[int, str]]:
    """Give the characters of a line in the order they are shown, each with its place in the text.

    Within a right-to-left stretch letters are turned round and brackets mirrored; numbers keep their order. A line
    without letters of another script is one stretch, marks at its ends included.
    """
    out: list[tuple[int, str]] = []
    done = 0
    whole = not _OTHER_LETTER.search(text)
    for stretch in [_ALL.match(text)] if whole else _STRETCH.finditer(text):
        assert stretch is not None  # _ALL matches anything
        out += [(i, text[i]) for i in range(done, stretch.start())]
        tokens = list(_TOKEN.finditer(text, stretch.start(), stretch.end()))
        for token in reversed(tokens):
            out += [(i, text[i].translate(_MIRROR)) for i in range(token.start(), token.end())]
        done = stretch.end()
    return out + [(i, text[i]) for i in range(done, len(text))]
