"""Old and new rules over the same documents. In: two words for rules, documents, choices. Out: `Impact`."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from briefing import pipeline
from briefing.changes import Changes, Picture, compare, picture
from briefing.documents import Metadata
from briefing.errors import ChoiceError, Problem, RuleError
from briefing.impact import revisions
from briefing.impact.edits import Edit, by_rule, edits
from briefing.model import Analysis
from briefing.record import record
from briefing.ruleset import Packs, load, load_files
from briefing.version import VERSION

SHIPPED = "shipped"
_USUAL = Path("rules")


@dataclass(frozen=True, slots=True, kw_only=True)
class Impact:
    """What an edit of rules does: `edits` to the rules, `changes` to the briefing; `notes` say what was taken."""

    old: str
    new: str
    edits: tuple[Edit, ...]
    changes: Changes
    notes: tuple[str, ...] = ()


def impact(
    old: str,
    new: str,
    *documents: str,
    rules: str | None = None,
    pack: str | None = None,
    sides: tuple[str, str] | None = None,
    metadata: Metadata | None = None,
    progress: Callable[[str], None] | None = None,
) -> Impact:
    """Find what an edit of the rules does to the briefing of some documents.

    Args:
        old: the rules before: a folder of packs, a git revision, or `shipped` for those that ship.
        new: the rules after, in the same way.
        documents: paths of text or Markdown files.
        rules: the folder to read at a git revision; else the other of the two if it is a folder, else `rules`.
        pack: the id of the pack to use; else the new rules choose it, as everywhere, for both.
        sides: ids of the two sides to compare; else as the new rules choose.
        metadata: what holds for documents that do not say it themselves.
        progress: is told what is being done.

    Raises:
        BriefingError: a document, the rules or a choice cannot be used.
    """
    if "-" in documents:
        raise ChoiceError(
            "-: standard input can be read once only, and each document is read by both rules; name a file"
        )
    before, after = _both(old, new, rules)
    told = metadata or Metadata()
    now = pipeline.analyze(*documents, rules=after, pack=pack, sides=sides, metadata=told, progress=progress)
    pair = (now.sides[0].id, now.sides[1].id)
    earlier, notes = _earlier(before, after, now)
    kept = pair if {*pair} <= {side.id for side in before.lexicon.sides} else None
    if kept is None:
        notes = (*notes, f"the old rules do not know {' and '.join(pair)}, so they choose two sides themselves")
    then = pipeline.analyze(*documents, rules=before, pack=earlier, sides=kept, metadata=told, progress=progress)
    names = (before.lexicon, after.lexicon)
    found = edits(then.ruleset, now.ruleset, names)
    return Impact(
        old=old,
        new=new,
        edits=found,
        changes=compare(_picture(then), _picture(now), by_rule(found)),
        notes=(f"pack {now.ruleset.id}, sides {' and '.join(pair)}", *_of_words(old, new), *notes),
    )


def _picture(analysis: Analysis) -> Picture:
    return picture(json.loads(record(analysis, version=VERSION)))


def _earlier(before: Packs, after: Packs, now: Analysis) -> tuple[str | None, tuple[str, ...]]:
    """Choose the pack of the old rules: that of the new ones, or what it builds on."""
    wanted = now.ruleset.id
    if wanted in before.ids:
        return wanted, ()
    found = next((p.id for p in reversed(after.chains[wanted]) if p.id in before.ids), None)
    return found, (f"the old rules have no pack {wanted}, so {found or 'what fits best'} stands for it",)


# ── which rules ─────────────────────────────────────────────────────────────────────────────────────────────────────


def _both(old: str, new: str, rules: str | None) -> tuple[Packs, Packs]:
    """Load the rules of both sides; the mistakes of both are shown at once, each with its side."""
    folder = _folder(old, new, rules)
    loaded: list[Packs] = []
    problems: list[Problem] = []
    for side, word in (("OLD", old), ("NEW", new)):
        try:
            loaded.append(_packs(word, folder))
        except RuleError as error:
            problems += [replace(p, explained=(*p.explained, f"in {side}, {word}")) for p in error.problems]
        except ChoiceError as error:
            raise ChoiceError(f"{side}: {error}") from error
    if problems:
        raise RuleError(problems)
    before, after = loaded
    return before, after


def _packs(word: str, folder: Path) -> Packs:
    if word == SHIPPED:
        return load()
    if not word:
        raise ChoiceError(f"the name of the rules is empty; name a folder of packs, a git revision, or '{SHIPPED}'")
    if _is_folder(word):
        return load((Path(word),))
    if _exists(word):
        raise ChoiceError(f"{word}: is a file; name a folder of packs, a git revision, or '{SHIPPED}'")
    return load_files(revisions.files(word, folder), at=f"{word}:{folder}")


def _is_folder(word: str) -> bool:
    return word not in ("", SHIPPED) and _exists(word) and Path(word).is_dir()


def _exists(word: str) -> bool:
    try:
        return Path(word).exists()
    except OSError:  # a revision may be too long for a file's name
        return False


def _folder(old: str, new: str, rules: str | None) -> Path:
    """Choose the folder that is read at a git revision."""
    folders = [Path(word) for word in (new, old) if _is_folder(word)]
    if rules and all(_is_folder(word) or word == SHIPPED for word in (old, new)):
        raise ChoiceError("--rules: names the folder to read at a git revision, and neither OLD nor NEW is one")
    if rules:
        return Path(rules)
    around = revisions.top(Path()) if not folders and not _USUAL.is_dir() else None
    return folders[0] if folders else around / _USUAL if around else _USUAL


def _of_words(*words: str) -> Iterable[str]:
    """Say what was taken where a word could mean two things."""
    for word in dict.fromkeys(words):
        if _is_folder(word) and revisions.known(word, Path(word)):
            yield f"{word} is a folder and a git revision; the folder was read"
        if word == SHIPPED and Path(word).is_dir():
            yield f"{word} means the rules that ship; write ./{word} for the folder of that name"
