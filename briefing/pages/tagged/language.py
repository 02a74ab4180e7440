"""In which language a stretch of text is written, as far as its script tells. In: text; out: a tag of BCP 47, or None.

The page's own language needs no mark, so Latin script gives None. A script that several languages share is named as a
script: a guess could be false.
"""

from __future__ import annotations

import re
from functools import cache

_SCRIPTS = (
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("ko", re.compile("[\u1100-\u11ff\uac00-\ud7a3]")),
    ("zh", re.compile("[\u2e80-\u2fdf\u3100-\u312f\u3400-\u9fff\uf900-\ufaff]")),
    ("el", re.compile("[\u0370-\u03ff\u1f00-\u1fff]")),
    ("und-Cyrl", re.compile("[\u0400-\u052f]")),
    ("he", re.compile("[\u0590-\u05ff\ufb1d-\ufb4f]")),
    ("und-Arab", re.compile("[\u0600-\u06ff\ufb50-\ufdff\ufe70-\ufefc]")),
)


@cache
def _chinese(text: str) -> str:
    """Tell the two ways of writing Chinese apart by the national standards that hold all characters of only one."""
    fits = [tag for tag, standard in (("zh-Hans", "gb2312"), ("zh-Hant", "big5")) if _encodes(text, standard)]
    return fits[0] if len(fits) == 1 else "zh"


def _encodes(text: str, standard: str) -> bool:
    try:
        text.encode(standard)
    except UnicodeEncodeError:
        return False
    return True


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
    """Name the language of a whole text, Chinese with its way of writing."""
    tag = language(text)
    if tag != "zh":
        return tag
    return _chinese("".join(c for c in text if language(c) == "zh"))
