"""A proof in words, and as JSON. In: `Proof`. Out: text.

`{"schema": "briefing.proof/1", "holds", "file", "made_by", "documents": [{"path",
"fate": "changed|missing|added"}], "rules": [{"path", "fate"}], "reviews": [{"path", "fate"}], "facts": [LINE],
"changes": CHANGES, "hidden": [KEY],
"pages": {"drawn": "same-bytes|same-words|other-words|not-tried", "first_other"}}`

CHANGES are those of `briefing diff`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence

from briefing.changes import text as changes_text
from briefing.changes import tree
from briefing.errors import shown
from briefing.proof.verify import Drawn, Fate, Moved, Proof
from briefing.version import VERSION

SCHEMA = "briefing.proof/1"
_FATES = {
    Fate.CHANGED: "is not the one that was read: its content is another",
    Fate.MISSING: "was read for the briefing, and is not among those given",
    Fate.ADDED: "is given, and was not read for the briefing",
}
_PAGES = {
    Drawn.BYTES: "the pages, drawn again, are the same byte for byte",
    Drawn.WORDS: "the pages, drawn again, show the same words (other bytes, as other versions of libraries write)",
    Drawn.OTHER: "the pages show other words than their analysis; the first is page {page}",
    Drawn.NOT_TRIED: "the pages were not drawn again, since what they are to show differs",
}


def text(proof: Proof) -> str:
    """Say in lines whether a briefing holds, and what differs."""
    return shown("\n".join(_lines(proof)))


def _lines(proof: Proof) -> Iterator[str]:
    yield f"{proof.path}: {'verified' if proof.holds else 'DIFFERS'}"
    yield from _files("documents", "the documents are those that were read", proof.documents)
    yield from _files("rules", "the rules are those that were used", proof.rules)
    if proof.reviews:
        yield from _files("review", "", proof.reviews)
    yield from _part("known of documents", proof.facts)
    same = "the same analysis comes out"
    if proof.changes.empty and not proof.hidden and not proof.facts:
        yield f"  ok       {same}"
    elif not proof.changes.empty:
        yield "  differs  another analysis comes out"
        yield from (f"           {line}".rstrip() for line in changes_text(proof.changes).splitlines())
    yield from _part("parts of the analysis that no page shows", proof.hidden)
    mark = {Drawn.BYTES: "ok     ", Drawn.WORDS: "ok     ", Drawn.OTHER: "differs", Drawn.NOT_TRIED: "-      "}
    yield f"  {mark[proof.drawn]}  {_PAGES[proof.drawn].format(page=proof.page)}"
    if proof.made_by != VERSION:
        yield f"  note     made by version {proof.made_by}, verified by version {VERSION}"


def _files(noun: str, well: str, moved: Sequence[Moved]) -> Iterator[str]:
    if not moved:
        yield f"  ok       {well}"
    yield from (f"  differs  {noun}: {m.path} {_FATES[m.fate]}" for m in moved)


def _part(noun: str, items: Sequence[str]) -> Iterator[str]:
    yield from (f"  differs  {noun}: {item}" for item in items)


def as_json(proof: Proof) -> str:
    """Give a proof for other programs."""
    tree_of = {
        "schema": SCHEMA,
        "holds": proof.holds,
        "file": proof.path,
        "made_by": proof.made_by,
        "documents": [{"path": m.path, "fate": m.fate} for m in proof.documents],
        "rules": [{"path": m.path, "fate": m.fate} for m in proof.rules],
        "reviews": [{"path": m.path, "fate": m.fate} for m in proof.reviews],
        "facts": list(proof.facts),
        "changes": tree(proof.changes),
        "hidden": list(proof.hidden),
        "pages": {"drawn": proof.drawn, "first_other": proof.page},
    }
    return json.dumps(tree_of, ensure_ascii=False, indent=1)


FORMS: Mapping[str, Callable[[Proof], str]] = {"text": text, "json": as_json}
