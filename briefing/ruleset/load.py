"""Folders of packs into packs ready to choose from. In: folders. Out: `Packs`, or all mistakes of all files at once."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from briefing.errors import ChoiceError, Problem, RuleError
from briefing.marked_yaml import guess
from briefing.model import Lexicon, Place, RuleSet
from briefing.ruleset.assemble import assemble
from briefing.ruleset.checks import check
from briefing.ruleset.folders import PackFiles, find, from_files, from_texts, shipped
from briefing.ruleset.lint import lint
from briefing.ruleset.merge import lexicon, merge
from briefing.ruleset.pack import Pack, Written, chains, whole, written
from briefing.ruleset.untested import untested


@dataclass(frozen=True, slots=True, kw_only=True)
class Packs:
    """All packs that were found, in the order of the folders; `chains` names what each builds on, itself last."""

    packs: tuple[Pack, ...]
    chains: Mapping[str, tuple[Pack, ...]]
    written: Mapping[Written, tuple[Written, ...]] = field(default_factory=dict, repr=False, compare=False)
    made: Mapping[Written, Pack] = field(default_factory=dict, repr=False, compare=False)
    _merged: dict[str, RuleSet] = field(default_factory=dict, repr=False, compare=False)
    _names: list[Lexicon] = field(default_factory=list, repr=False, compare=False)

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the packs."""
        return tuple(pack.id for pack in self.packs)

    def sides(self, pack_id: str) -> tuple[str, ...]:
        """Give the two sides that a pack compares, its own or those of the nearest pack it builds on."""
        return next((pack.sides for pack in reversed(self.chains[pack_id]) if pack.sides), ())

    @property
    def lexicon(self) -> Lexicon:
        """The names and reporting words of all packs together, for reading before a pack is chosen.

        The same value each time, as for `select`: what is built from it costs more than reading a document.
        """
        if not self._names:
            found: list[Pack] = []
            for each in self.packs:
                found += [pack for pack in self.chains[each.id] if not any(pack is other for other in found)]
            self._names.append(lexicon(found))
        return self._names[0]

    def select(self, pack_id: str) -> RuleSet:
        """Give the rule set of a pack, with all that it extends.

        Raises:
            ChoiceError: there is no such pack.
        """
        if pack_id not in self.chains:
            hint = guess(pack_id, self.ids) or f"there are {', '.join(self.ids)}"
            raise ChoiceError(f"--pack {pack_id}: no pack has this id ({hint})")
        if pack_id not in self._merged:
            self._merged[pack_id] = merge(self.chains[pack_id])
        return self._merged[pack_id]

    def warnings(self, *, thorough: bool = False) -> tuple[Problem, ...]:
        """Look for what is no mistake but worth a look; where it is to be `thorough`, also for what no test notices."""
        lint(self.written, self.made)
        if thorough:
            untested(self.written, self.made)
        return tuple(sorted(p for pack in self.written for source in pack.sources for p in source.problems))

    def problem(self, place: Place, code: str, message: str, *, hint: str | None = None) -> Problem:
        """Give a problem with what stands at a place of these packs, as messages show it."""
        for pack in self.written:
            for source, inner in pack.places.items():
                if inner == place.path:
                    return source.problem(place.line, place.column, code, message, hint=hint)
        return Problem(path=place.path, line=place.line, column=place.column, code=code, message=message, hint=hint)


def load(folders: Iterable[Path] = (), *, with_shipped: bool = True) -> Packs:
    """Read the packs of the folders, in their order, then those that ship.

    Raises:
        RuleError: the files hold mistakes; it names all of them.
    """
    once: dict[Path, Path] = {}
    for folder in (*folders, *((shipped(),) if with_shipped else ())):
        once.setdefault(folder.resolve(), folder)
    return _load(find(once.values()))


def load_texts(texts: Mapping[str, str | bytes]) -> Packs:
    """Read packs that stand in memory, by paths such as `ald-bor/pack.yaml`; none of those that ship is added."""
    return _load(from_texts(texts))


def load_files(files: Mapping[str, bytes], *, at: str) -> Packs:
    """Read packs from bytes by such paths, as a folder `at` would be read: those that ship come after.

    Raises:
        RuleError: the files hold mistakes; it names all of them.
    """
    own = from_files(files, at=at)
    return _load((*own, *(replace(pack, folder=1) for pack in find([shipped()]))))


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keep Python's collector of unused cycles away meanwhile.

    Loading makes values that all stay, none in a cycle; looking them over again and again takes 40 % of the time.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@_uncollected()
def _load(found: Sequence[PackFiles]) -> Packs:
    packs = [written(pack) for pack in found]
    bases = chains(packs)
    made = {pack: assemble(chain, whole=whole(chain, packs)) for pack, chain in bases.items()}
    check(bases)
    problems = [problem for pack in packs for source in pack.sources for problem in source.problems]
    if problems:
        raise RuleError(problems)
    first = {pack.name: pack for pack in reversed(packs)}  # a pack found earlier hides a later one of its name
    return Packs(
        packs=tuple(made[pack] for pack in packs if first[pack.name] is pack),
        chains={name: tuple(made[each] for each in bases[pack]) for name, pack in first.items()},
        written=bases,
        made=made,
    )
