"""What a page says of itself. In: its tree. Out: title, publisher, date, address and language, where it names them."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from briefing.documents.form import dated
from briefing.text import words

_DATES = words(
    "article:published_time article:published date pubdate publishdate publish-date publish_date publication_date "
    "datepublished dc.date dc.date.issued dcterms.date dcterms.issued dcterms.created sailthru.date parsely-pub-"
    "date citation_date citation_publication_date originalpublicationdate firstpublishdate og:published_time"
)
_PUBLISHERS = ("og:site_name", "dc.publisher", "dcterms.publisher", "publisher", "citation_publisher", "contentsource")
_TITLES = ("og:title", "dc.title", "dcterms.title", "twitter:title", "citation_title", "articletitle")
_ARTICLES = ("Article", "Report", "Posting", "WebPage", "CreativeWork")
# Browsers write where a page was saved from into a comment at its head.
_SAVED = re.compile(rb"saved from url=\(\d+\)(https?://\S+)|Page saved with SingleFile\s+url:\s*(https?://\S+)")
_HEAD = 4096
_DEEPEST = 4
_ISO = re.compile(r"\s*(\d{4})-?(\d{2})-?(\d{2})(?!\d)")
_PARTS = re.compile(r"\s+[|–—·»-]\s+|_+")


def facts(tree: Any, data: bytes) -> dict[str, str]:
    """Give what a page says of itself."""
    named = _named(tree)
    linked = [found for found in _linked_data(tree) if _is_article(found)]
    publisher = _first([*(_name(found.get("publisher")) for found in linked), *map(named.get, _PUBLISHERS)])
    found = {
        "title": _first(
            [*map(named.get, _TITLES), *(_text(one.get("headline")) for one in linked), _tab(tree, publisher)]
        ),
        "publisher": publisher,
        "date": _first(map(_day, _dates(tree, named, linked))),
        "url": _address(tree, named, data),
        "language": _language(tree),
    }
    return {key: value for key, value in found.items() if value}


def _first(values: Iterable[str | None]) -> str | None:
    return next((value for value in values if value), None)


def _text(value: object) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _named(tree: Any) -> dict[str, str]:
    """Give the page's meta elements by name, the first of each."""
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        content = _text(meta.get("content"))
        if name and content:
            found.setdefault(name.strip().lower(), content)
    return found


# ── linked data ─────────────────────────────────────────────────────────────────────────────────────────────────────


def _linked_data(tree: Any) -> Iterator[Mapping[str, Any]]:
    for script in tree.iter("script"):
        if script.get("type", "").strip().lower() == "application/ld+json":
            try:
                yield from _objects(json.loads(script.text or "", strict=False))
            except (ValueError, RecursionError):  # somebody's mistake, and no word of the article
                continue


def _objects(value: object, depth: int = 0) -> Iterator[Mapping[str, Any]]:
    if isinstance(value, list) and depth < _DEEPEST:
        for each in value:
            yield from _objects(each, depth + 1)
    elif isinstance(value, dict):
        yield value
        yield from _objects(value.get("@graph"), depth + 1)


def _is_article(found: Mapping[str, Any]) -> bool:
    kinds = found.get("@type")
    return any(isinstance(k, str) and k.endswith(_ARTICLES) for k in (kinds if isinstance(kinds, list) else [kinds]))


def _name(value: object) -> str | None:
    if isinstance(value, list):
        return _first(map(_name, value[:1]))
    return _text(value.get("name")) if isinstance(value, dict) else _text(value)


# ── title, date, address ────────────────────────────────────────────────────────────────────────────────────────────


def _tab(tree: Any, publisher: str | None) -> str | None:
    """Give what stands on the browser's tab, without the name of the site behind it."""
    title = _text(tree.findtext(".//title"))
    if title is None:
        return None
    parts = _PARTS.split(title)
    while len(parts) > 1 and (_is_site(parts[-1], publisher) or len(parts) > 2):
        parts.pop()
    return title[: title.index(parts[-1]) + len(parts[-1])]


def _is_site(part: str, publisher: str | None) -> bool:
    return len(part.split()) <= 4 or part.casefold() == (publisher or "").casefold()


def _dates(tree: Any, named: Mapping[str, str], linked: Iterable[Mapping[str, Any]]) -> Iterator[str | None]:
    yield from (_text(found.get("datePublished")) for found in linked)
    yield from (named[name] for name in named if name in _DATES)
    for element in tree.iter():
        if element.get("itemprop", "").lower() == "datepublished":
            yield element.get("datetime") or element.get("content") or element.text
    times = list(tree.iter("time"))
    yield from (time.get("datetime") or time.text for time in times if time.get("pubdate") is not None)
    days = {_day(time.get("datetime") or time.text) for time in times} - {None}
    yield days.pop() if len(days) == 1 else None


def _day(text: str | None) -> str | None:
    """Read a day as it is written, whatever the hour and zone behind it."""
    found = _ISO.match(text or "")
    written = "-".join(found.groups()) if found else text or ""
    day = dated(written[:80])
    return day.isoformat() if day else None


def _address(tree: Any, named: Mapping[str, str], data: bytes) -> str | None:
    canonical = (link.get("href") for link in tree.iter("link") if link.get("rel", "").lower() == "canonical")
    saved = _SAVED.search(data[:_HEAD])
    comment = (saved[1] or saved[2]).decode("utf-8", "replace") if saved else None
    return _first(url for url in (*canonical, named.get("og:url"), comment) if url and _host(url))


def _host(url: str) -> str | None:
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return parts.hostname if parts.scheme in ("http", "https") else None


def _language(tree: Any) -> str | None:
    found = re.match(r"\s*([A-Za-z]{2,3})\b", tree.get("lang", ""))
    return found[1].lower() if found else None
