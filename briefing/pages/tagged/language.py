"""In which language a stretch of text is written, as far as its script tells. In: text; out: a tag of BCP 47, or None.

The page's own language needs no mark, so Latin script gives None. A script that several languages share is named as a
script: a guess could be false.
"""

from __future__ import annotations

import re

_SCRIPTS = (
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("ko", re.compile("[\u1100-\u11ff\uac00-\ud7a3]")),
    ("zh", re.compile("[\u2e80-\u2fdf\u3100-\u312f\u3400-\u9fff\uf900-\ufaff]")),
    ("el", re.compile("[\u0370-\u03ff\u1f00-\u1fff]")),
    ("und-Cyrl", re.compile("[\u0400-\u052f]")),
    ("he", re.compile("[\u0590-\u05ff\ufb1d-\ufb4f]")),
    ("und-Arab", re.compile("[\u0600-\u06ff\ufb50-\ufdff\ufe70-\ufefc]")),
)
_WAYS = {"zh-Hans": "gb2312", "zh-Hant": "big5"}


def language(text: str) -> str | None:
    """Name the language of a text by its first script that is not Latin."""
    if text.isascii():
        return None
    found = [(match.start(), tag) for tag, script in _SCRIPTS if (match := script.search(text))]
    return min(found)[1] if found else None


def spoken(text: str, before: str | None) -> str | None:
    """Name the language of a word behind words in a language; signs and digits go with what is before them."""
    if text.isascii():
        return before if before and not any(map(str.isalpha, text)) else None
    return language(text) or (before if not any(map(str.isalpha, text)) else None)


def written(text: str) -> str | None:
    """Name the language of a whole text; None where some of it is in Latin script."""
    tag = language(text)
    return named(tag, text) if tag and all(language(c) for c in text if c.isalpha()) else None


def named(tag: str, text: str) -> str:
    """Tell the two ways of writing Chinese apart by the national standards, where only one holds all characters."""
    if tag != "zh":
        return tag
    han = "".join(c for c in text if language(c) == "zh")
    fits = [way for way, standard in _WAYS.items() if _holds(standard, han)]
    return fits[0] if len(fits) == 1 else tag


def _holds(standard: str, text: str) -> bool:
    try:
        text.encode(standard)
    except UnicodeEncodeError:
        return False
    return True
