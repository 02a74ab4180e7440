"""The article of a page. In: its tree. Out: its text, paragraphs parted by blank lines.

Trafilatura says where on the page the article is. What of it is written out is decided here, because whatever it left
out would look like silence: in the part of the page that the article is in, everything stays but what is marked as
something else.
"""

import copy
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from trafilatura import bare_extraction

from briefing.documents.html.blocks import Block, Sort, Walk, squeezed
from briefing.documents.html.tree import strip
from briefing.documents.limits import RefusalError
from briefing.text import words

_TEXT = words("p h1 h2 h3 h4 h5 h6 li ul ol dd dl dt pre blockquote td tr tbody table center span font b strong em i a")
_CORE = 0.8  # of the article's characters are in the part of the page that is taken whole
_AROUND = 0.4  # of them make an element too large to be called furniture by its name
_AGREED = 0.5  # of what reads like an article is what trafilatura found, or it has found something else
_PROSE = 5  # words at least make a sentence
_MIN_HIDDEN = 2  # words; one alone is a label for screen readers or a script
_ELSEWHERE = re.compile(
    r"(?:read (?:more|also|next)|also read|related(?: \w+)?|see also|more (?:on|from|in) .*|most (?:read|popular)"
    r"|watch|listen"
    r"|recommended(?: .*)?|you (?:may|might) (?:also )?like|top stories|latest (?:news|stories)|trending(?: .*)?"
    r"|sign up\b.*|subscribe\b.*|follow us\b.*|share (?:this|on|via)\b.*|click here\b.*|advertisement"
    r"|comments?(?: \(\d+\))?"
    r"|print|e-?mail|back to top|editors?[’'] picks)[\s:…]*",
    re.I,
)
_POINTER = re.compile(r"(?:read (?:more|also|next)|also read|related|see also|watch|listen|more)\s*:\s", re.I)
_LEGAL = re.compile(r"©|\ball rights reserved\b|\bcopyright\b|\bcontact us\b", re.I)
_END = re.compile(r"[.!?…][\"”’')\]]*$")


class Article:
    """The article in a tree. `title` is the headline that stands over it, if one does."""

    def __init__(self, tree: Any, title: str | None) -> None:
        kept = _kept(tree)
        strip(tree)
        kept = _agreed(kept, Walk(tree.body, is_around=lambda e: e in (tree.body, tree)).blocks)
        held = _held(Walk(tree.body, is_around=lambda _: True).blocks, kept)
        most = max(held.values(), default=0)
        self._walk = Walk(tree.body, is_around=lambda element: held.get(element, 0) >= _AROUND * most)
        self._core = _core(_held(self._walk.blocks, kept))
        heading = self._headline(title)
        self.title = heading.words if heading else None
        body = [b for b in self._walk.blocks if b is not heading and self._belongs(b, kept)]
        self._blocks = [*([heading] if heading else []), *_trimmed(body, self.title)]
        if not body:
            raise RefusalError("there is no article in this HTML")

    def text(self) -> str:
        """Give the text, a blank line between its blocks; items and rows follow each other."""
        out = ""
        for before, block in zip([None, *self._blocks], self._blocks, strict=False):
            close = before is not None and before.sort is block.sort and block.sort in (Sort.ITEM, Sort.ROW)
            out += ("\n" if close else "\n\n" if out else "") + block.words
        return out + "\n"

    def hidden(self) -> list[str]:
        """Give the words inside the article that a browser does not show."""
        words = [text for parent, text in self._walk.hidden if self._is_core(parent)]
        return [text for text in words if len(text.split()) >= _MIN_HIDDEN]

    def _headline(self, title: str | None) -> Block | None:
        """Find the headline: a heading where the article begins, best one that the page's title agrees with."""
        wanted = squeezed(title or "").casefold()
        first = next((n for n, b in enumerate(self._walk.blocks) if self._is_core(b.element)), 0)
        headings = [b for b in self._walk.blocks[: first + 3] if b.level in (1, 2)]
        agreeing = [b for b in headings if _agree(b.squeezed.casefold(), wanted)]
        found = agreeing or [b for b in headings if b.level == 1] or headings[-1:]
        return min(found, key=lambda b: b.level, default=None)

    def _belongs(self, block: Block, kept: frozenset[str]) -> bool:
        if _is_elsewhere(block):
            return False
        if self._is_core(block.element):
            return not block.is_link or _is_prose(block)
        found = all(squeezed(line) in kept for line in _lines(block))
        return found and not block.is_link and not _LEGAL.search(block.words)

    def _is_core(self, element: Any) -> bool:
        return element is self._core or any(above is self._core for above in element.iterancestors())


def _agree(heading: str, title: str) -> bool:
    return bool(title) and (heading in title or title in heading)


def _kept(tree: Any) -> frozenset[str]:
    """Give the lines that trafilatura takes for the article, without blanks."""
    found = bare_extraction(
        copy.deepcopy(tree),
        fast=True,
        favor_recall=True,
        include_comments=False,
        include_tables=True,
        with_metadata=False,
    )
    body = getattr(found, "body", None)
    if body is None:
        return frozenset()
    for line in body.iter("lb"):
        line.tail = f"\n{line.tail or ''}"
    parts = body.iter("p", "head", "item", "quote", "cell", "row")
    return frozenset(squeezed(line) for part in parts for line in "".join(part.itertext()).split("\n") if line.strip())


def _agreed(kept: frozenset[str], blocks: Sequence[Block]) -> frozenset[str]:
    """Give the article's lines: trafilatura's, unless it misses most of what reads like one, as on short pages."""
    own = {squeezed(line) for block in blocks if _is_prose(block) and not block.is_link for line in _lines(block)}
    found = sum(map(len, own & kept))
    return kept if found and found >= _AGREED * sum(map(len, own)) else frozenset(own)


def _is_prose(block: Block) -> bool:
    return bool(_END.search(block.words)) and len(block.words.split()) >= _PROSE and not _is_elsewhere(block)


def _lines(block: Block) -> list[str]:
    return re.sub(r"^(?:- |\d+\. )", "", block.words).replace(" | ", "\n").split("\n")


def _core(held: Mapping[Any, int]) -> Any:
    """Give the smallest element that holds most of the article's words."""
    if not held:
        raise RefusalError("there is no article in this HTML")
    enough = _CORE * max(held.values())
    core = max((element for element, size in held.items() if size >= enough), key=_depth)
    articles = (above for above in (core, *core.iterancestors()) if above.tag == "article")
    while core.tag in _TEXT and core.getparent() is not None:
        core = core.getparent()
    return next(articles, core)


def _held(blocks: Iterable[Block], kept: frozenset[str]) -> dict[Any, int]:
    """Count the article's characters in each element."""
    held: dict[Any, int] = {}
    for block in blocks:
        size = sum(len(squeezed(line)) for line in _lines(block) if squeezed(line) in kept)
        for element in (block.element, *block.element.iterancestors()) if size else ():
            held[element] = held.get(element, 0) + size
    return held


def _depth(element: Any) -> int:
    return sum(1 for _ in element.iterancestors())


def _is_elsewhere(block: Block) -> bool:
    """Whether a block only leads to another page, or asks for something."""
    words = block.words.removeprefix("- ")
    if _POINTER.match(words) and block.linked:
        return True
    return len(words) < 120 and bool(_ELSEWHERE.fullmatch(words))


def _trimmed(blocks: list[Block], title: str | None) -> list[Block]:
    """Drop the headline where it comes again, and headings under which nothing is left."""
    again = squeezed(title or "").casefold()
    out: list[Block] = []
    for block in reversed(blocks):
        if block.squeezed.casefold() == again:
            continue
        if block.level and (not out or (out[-1].level and out[-1].level <= block.level)):
            continue
        out.append(block)
    return out[::-1]
