"""A pack on its own, as values. In: its files. Out: `Pack`, whose parts `merge` lays over those it extends."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from briefing.marked_yaml import Source, read
from briefing.model import ActRule, ForceRule, Lexicon, Naming, Patterns, Place, Proposition, Rule, RuleFile
from briefing.ruleset.folders import PackFile, PackFiles
from briefing.ruleset.written import KINDS, WrittenIssue, WrittenPack, kind_of


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuePart:
    """What one pack says of one issue; None where it leaves the word to the pack it extends."""

    id: str
    place: Place
    name: str | None = None
    in_text: str | None = None
    short: str | None = None
    about: Patterns = field(default_factory=Patterns)
    propositions: tuple[Proposition, ...] = ()
    rules: tuple[Rule, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """One pack: what it is called, whose sides it is about, and what it adds to the packs it extends."""

    id: str
    title: str
    version: str
    sides: tuple[str, ...] = ()
    extends: tuple[str, ...] = ()
    order: tuple[str, ...] = ()
    disable: tuple[str, ...] = ()
    issues: tuple[IssuePart, ...] = ()
    acts: tuple[ActRule, ...] = ()
    forces: tuple[ForceRule, ...] = ()
    namings: tuple[Naming, ...] = ()
    phrases: Mapping[str, str] = field(default_factory=dict)
    lexicon: Lexicon = field(default_factory=Lexicon)
    files: tuple[RuleFile, ...] = ()


@dataclass(slots=True, kw_only=True, eq=False)
class Written:
    """The files of one pack as read: places and all, before anything is made of them."""

    name: str
    folder: int = 0
    sources: list[Source] = field(default_factory=list)
    places: dict[Source, str] = field(default_factory=dict)
    files: tuple[RuleFile, ...] = ()
    head: WrittenPack | None = None
    issues: list[WrittenIssue] = field(default_factory=list)
    lists: dict[str, tuple[Any, ...]] = field(default_factory=dict)
    phrases: Mapping[str, str] = field(default_factory=dict)

    @property
    def broken(self) -> bool:
        """Whether part of the pack could not be read, so that what seems to miss may be there."""
        return any(source.broken for source in self.sources)

    @property
    def macros(self) -> Mapping[str, str]:
        """The pack's own macros."""
        return (self.head.macros if self.head else None) or {}

    @property
    def has_its_macros(self) -> bool:
        """Whether the macros, where the pack has any, could be read."""
        return self.head is None or self.head.macros is not None or not self.head.has("macros")

    def place(self, entry: Any) -> Place:
        """Give the place of an entry below the folder of packs."""
        return Place(path=self.places[entry.source], line=entry.line, column=entry.column)


def written(pack: PackFiles) -> Written:
    """Read all files of a pack."""
    result = Written(name=pack.name, folder=pack.folder)
    result.files = tuple(RuleFile(path=f.inner, sha256=hashlib.sha256(f.data).hexdigest()) for f in pack.files)
    for file in pack.files:
        _add(result, file)
    return result


def _add(pack: Written, file: PackFile) -> None:
    source = Source.decode(file.path, file.data)
    pack.sources.append(source)
    pack.places[source] = file.inner
    kind = kind_of(file.name) or "issue"
    value = read(source, KINDS[kind])
    if value is None:
        source.broken = True
    elif kind == "pack":
        pack.head = value
    elif kind == "phrases":
        pack.phrases = value
    elif kind == "issue":
        pack.issues.append(value)
    else:
        pack.lists[kind] = (*pack.lists.get(kind, ()), *value)


def chains(packs: Sequence[Written]) -> dict[Written, tuple[Written, ...]]:
    """Give for each pack all that it extends and itself, what is extended first.

    Unknown packs and circles are left out; `checks` reports them.
    """
    found = {}
    for pack in packs:
        chain: list[Written] = []
        _follow(pack, packs, chain, set())
        found[pack] = tuple(chain)
    return found


def extended(pack: Written, name: str, packs: Iterable[Written]) -> Written | None:
    """Find the pack that another extends: its neighbour in the folder, else the first of that name.

    So a folder that brings its own `base` changes nothing for the packs that ship.
    """
    named = [p for p in packs if p.name == name]
    return next((p for p in named if p.folder == pack.folder), named[0] if named else None)


def whole(chain: Iterable[Written], packs: Iterable[Written]) -> bool:
    """Whether every file of a chain could be read and every pack it extends was found.

    Where not, what seems to be unknown may stand in what is missing.
    """
    return not any(pack.broken or _lacks_one(pack, packs) for pack in chain)


def _lacks_one(pack: Written, packs: Iterable[Written]) -> bool:
    head = pack.head
    if head is None or not head.has("extends"):
        return False
    unread = head.how_many("extends") != len(head.extends)
    return unread or any(extended(pack, name, packs) is None for name in head.extends)


def _follow(pack: Written, packs: Sequence[Written], chain: list[Written], above: set[Written]) -> None:
    """Add a pack to a chain after all that it extends, each once."""
    above.add(pack)
    for name in pack.head.extends if pack.head else ():
        other = extended(pack, name, packs)
        if other and other not in above:
            _follow(other, packs, chain, above)
    chain.append(pack)
