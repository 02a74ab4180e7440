"""A PDF briefing set against a run over the documents it names. In: the file, documents, rules. Out: what differs.

Four questions in turn: are the documents those that were read; are the rules those that read them; does the analysis
come out as the one inside the file; and do the pages show that analysis, as drawing them again tells.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from enum import StrEnum
from pathlib import Path
from typing import Any

from briefing import pipeline, saved
from briefing.changes import Changes, compare, picture
from briefing.errors import BriefingError, ChoiceError, DocumentError
from briefing.model import Analysis, Embed, Face, Look, Paper, Profile, Theme
from briefing.record import record
from briefing.version import VERSION

_CHOICES = {"paper": Paper, "theme": Theme, "profile": Profile, "embed": Embed}
_OF_THE_RUN = frozenset({"generator", "page", "ruleset", "documents"})  # told apart from what was found


class Fate(StrEnum):
    """How a document or a file of rules differs from the one that the briefing names."""

    CHANGED = "changed"
    MISSING = "missing"
    ADDED = "added"


class Drawn(StrEnum):
    """How the pages drawn again compare with those of the file."""

    BYTES = "same-bytes"
    WORDS = "same-words"
    OTHER = "other-words"
    NOT_TRIED = "not-tried"


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """A document or a file of rules that is not the one the briefing names."""

    path: str
    fate: Fate


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """What was found.

    `facts` are what the file says of a document (title, date …) and the run does not; `hidden` names parts of the
    analysis that differ though nothing on the page does; `page` is the first page that shows other words.
    """

    path: str
    made_by: str
    documents: tuple[Moved, ...]
    rules: tuple[Moved, ...]
    reviews: tuple[Moved, ...]
    facts: tuple[str, ...]
    changes: Changes
    hidden: tuple[str, ...]
    drawn: Drawn
    page: int | None = None

    @property
    def holds(self) -> bool:
        """Whether the briefing follows from its documents and rules, and its pages show it."""
        moved = self.documents or self.rules or self.reviews or self.facts or self.hidden
        return not moved and self.changes.empty and self.drawn in (Drawn.BYTES, Drawn.WORDS)


def verify(path: str | Path, *documents: str | Path, fonts: tuple[Face, ...] = (), **choices: Any) -> Proof:
    """Run over the documents again and set the outcome against a PDF briefing.

    Args:
        path: the PDF.
        documents: what it is said to follow from.
        fonts: of the house, where the pages are set in them.
        choices: those of `pipeline.analyze`; pack and sides are the file's own unless they are named.

    Raises:
        BriefingError: the file, a document or the rules cannot be used.
    """
    data = saved.read(path)
    if not data.startswith(b"%PDF-"):
        raise DocumentError(f"{path}: this is no PDF; give one that briefing make wrote")
    inside = saved.attached(data, str(path))
    told = saved.parsed(inside, str(path))
    shown, look = picture(told), _look(told.get("page"), fonts, str(path))
    analysis = pipeline.analyze(*documents, **_same(choices, shown.pack, shown.sides))
    embed = Embed.FULL if any("text" in d for d in told["documents"]) else Embed.EVIDENCE
    found = saved.parsed(record(analysis, version=VERSION, text=embed == Embed.FULL), str(path))
    changes = compare(shown, picture(found))
    texts, rules = _moved(told["documents"], found["documents"]), _moved(*(_files(a) for a in (told, found)))
    facts = tuple(_facts(told["documents"], found["documents"]))
    reviews = _moved(*([a["review"]] if a.get("review") else [] for a in (told, found)))
    hidden = () if texts or rules or reviews or not changes.empty else _hidden(told, found)
    same = changes.empty and not (texts or rules or reviews or facts or hidden)
    drawn, page = _redrawn(data, str(path), inside, look, analysis) if same else (Drawn.NOT_TRIED, None)
    return Proof(
        path=str(path),
        made_by=str(told.get("generator", {}).get("version", "unknown")),
        documents=texts,
        rules=rules,
        reviews=reviews,
        facts=facts,
        changes=changes,
        hidden=hidden,
        drawn=drawn,
        page=page,
    )


def _same(choices: Mapping[str, Any], pack: str, sides: Sequence[str]) -> dict[str, Any]:
    """Choose the file's own pack and sides where no others are named."""
    return {
        **choices,
        "pack": choices.get("pack") or pack,
        "sides": choices.get("sides") or tuple(sides),
    }


# ── documents and rules ─────────────────────────────────────────────────────────────────────────────────────────────


def _files(analysis: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Give the files of rules that an analysis names; the whole set stands in for them where it names none."""
    rules = analysis["ruleset"]
    return rules.get("files") or [{"path": rules["id"], "sha256": rules["sha256"]}]


def _moved(told: Iterable[Mapping[str, Any]], found: Iterable[Mapping[str, Any]]) -> tuple[Moved, ...]:
    """Set files against one another by what they hold, then by name."""
    before, after = ({(f["path"], f["sha256"]) for f in files} for files in (told, found))
    held = {sha for _, sha in before} & {sha for _, sha in after}
    old, new = ({path for path, sha in files if sha not in held} for files in (before, after))
    fates = [(old & new, Fate.CHANGED), (old - new, Fate.MISSING), (new - old, Fate.ADDED)]
    return tuple(Moved(path=path, fate=fate) for paths, fate in fates for path in sorted(paths))


def _facts(told: Iterable[Mapping[str, Any]], found: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """Say what the file tells of a document and the run does not; `text` and ids are no facts of a document."""
    known = {d["sha256"]: d for d in found}
    for document in told:
        other = known.get(document["sha256"], document)
        for key in sorted(document.keys() & other.keys() - {"id", "path", "text"}):
            if document[key] != other[key]:
                inside, here = document[key] or "nothing", other[key] or "nothing"
                yield f"{document['path']}: {key} is {inside} in the file, {here} here"


def _hidden(told: Mapping[str, Any], found: Mapping[str, Any]) -> tuple[str, ...]:
    """Name the parts of two analyses that differ."""
    keys = sorted((told.keys() | found.keys()) - _OF_THE_RUN)
    return tuple(key for key in keys if told.get(key) != found.get(key))


# ── pages ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _redrawn(data: bytes, path: str, inside: bytes, look: Look, analysis: Analysis) -> tuple[Drawn, int | None]:
    """Draw the pages again; where the bytes differ, as with other versions of libraries, compare words page by page."""
    from briefing.pages import draw

    again = draw(analysis, record=inside, look=look, dated=saved.dated(data, path))
    if again == data:
        return Drawn.BYTES, None
    before, after = saved.pages_in(data, path), saved.pages_in(again, path)
    pairs = enumerate(zip(before, after, strict=False), 1)
    other = next((n for n, (one, two) in pairs if one != two), min(len(before), len(after)) + 1)
    return (Drawn.WORDS, None) if before == after else (Drawn.OTHER, other)


def _look(page: object, fonts: tuple[Face, ...], path: str) -> Look:
    """Read how the pages were set; a file that does not say was set in the usual way."""
    known = {f.name for f in fields(Look)}
    given: dict[str, Any] = {k: v for k, v in page.items() if k in known} if isinstance(page, Mapping) else {}
    wanted = {face["sha256"]: face["name"] for face in given.pop("fonts", ())}
    if list(wanted) != [face.sha256 for face in fonts]:
        names = " and ".join(wanted.values()) or "the faces of the package alone"
        raise ChoiceError(f"{path}: its pages are set in {names}; name the same files with --font")
    given["fonts"] = fonts
    try:
        return Look(**(given | {key: kind(given[key]) for key, kind in _CHOICES.items() if key in given}))
    except ValueError as error:
        raise BriefingError(f"{path}: its pages cannot be drawn again: {error}") from None
