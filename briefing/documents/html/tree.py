"""A page as a tree, and what stands in it that is no part of what one reads."""

import re
from itertools import pairwise
from typing import Any

from lxml import etree
from lxml import html as pages

from briefing.documents.limits import RefusalError
from briefing.text import words

_LEFT_OUT = words(
    "script style noscript template svg math iframe object embed canvas audio video map button select textarea "
    "input datalist"
)
_FURNITURE = words("nav aside footer figcaption caption form dialog menu")
_ROLES = words(
    "navigation banner contentinfo complementary search dialog alertdialog alert menu menubar toolbar tooltip"
)
# Words of class names and ids. Each is what a page's makers call a part that stands around an article.
_NAMES = words(
    "nav navbar navigation menu breadcrumb breadcrumbs cookie cookies consent gdpr share sharing sharebar social "
    "socials related recommended recommendations recommendation promo promos promoted teaser teasers newsletter "
    "newsletters subscribe subscription signup comments comment disqus advert advertisement advertising ad ads "
    "sponsor sponsored caption captions credit credits byline bylines author authors timestamp pubdate tags taglist "
    "sidebar footer foot popup modal overlay paywall toolbar skip pagination pager trending pullquote readmore "
    "outbrain taboola copyright masthead tooltip widget slideshow carousel"
)
_PAIRS = frozenset({("most", "read"), ("most", "popular"), ("read", "more"), ("pull", "quote"), ("see", "also"),
                    ("more", "on"), ("also", "read"), ("sign", "up"), ("read", "next"), ("up", "next")})  # fmt: skip
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_HIDING = re.compile(
    r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|opacity\s*:\s*0(?:\.0+)?\s*(?:;|!|$)"
    r"|font-size\s*:\s*0(?:\.0+)?[a-z%]*\s*(?:;|!|$))",
    re.I,
)
_STRUCK = frozenset({"del", "s", "strike"})


def parsed(data: bytes) -> Any:
    """Give the tree of a page, without what is not text.

    Raises:
        RefusalError: there is nothing in it, or it is nested too deeply.
    """
    parser = pages.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        tree = pages.document_fromstring(data, parser=parser, ensure_head_body=True)
    except (etree.ParserError, etree.XMLSyntaxError):
        raise RefusalError("there is no text in this HTML") from None
    if any(error.type_name == "ERR_RESOURCE_LIMIT" for error in parser.error_log):
        raise RefusalError("this HTML is nested too deeply to be read")
    return tree


def strip(tree: Any) -> None:
    """Take out what is never text; what stands behind it stays."""
    etree.strip_elements(tree, *_LEFT_OUT, with_tail=False)


def is_hidden(element: Any) -> bool:
    """Whether a browser shows nothing of an element, or shows it struck out."""
    if element.tag in _STRUCK or element.get("hidden") is not None:
        return True
    return bool(_HIDING.search(element.get("style", "")))


def is_furniture(element: Any) -> bool:
    """Whether an element stands around an article, by its tag, role, class or id."""
    if element.tag in _FURNITURE or element.get("role", "").strip().lower() in _ROLES:
        return True
    if element.tag == "header":
        return not any(above.tag in ("article", "main") for above in element.iterancestors())
    return _named(f"{element.get('class', '')} {element.get('id', '')}")


def _named(names: str) -> bool:
    for name in names.split():
        parts = [word.lower() for word in _WORD.findall(name)]
        if not _NAMES.isdisjoint(parts) or not _PAIRS.isdisjoint(pairwise(parts)):
            return True
    return False
