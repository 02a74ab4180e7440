"""The rules' own tests. In: a folder of packs; out: which tests hold and which do not, with what happened instead."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from briefing.attribution import attribute
from briefing.model import Case, Document, Expect, ForceRule, Genre, Rule, RuleFile, RuleSet, Span, Stance
from briefing.phrases import Phrases
from briefing.pipeline import load_packs
from briefing.stances import ActCoder, Detector
from briefing.text import paragraphs, sentences


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A test that did not hold: its place, and what was found instead."""

    case: Case
    owner: str
    message: str

    def __str__(self) -> str:
        """Show place, rule and what happened in one line, the sentence on the next."""
        return f"{self.case.place}: {self.owner}: {self.message}\n    {self.case.text}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a run of the rules' tests found."""

    rules: int
    run: int
    failed: tuple[Failure, ...] = field(default=())

    def __str__(self) -> str:
        """Show failures first, then one closing line."""
        lines = [str(f) for f in self.failed]
        rules, tests = (f"{n} {word}{'s' * (n != 1)}" for n, word in ((self.rules, "rule"), (self.run, "test")))
        closing = f"{rules}, {tests}: {self.run - len(self.failed)} hold, {len(self.failed)} fail"
        return "\n".join([*lines, closing if self.run else "no test was run: the folder holds no rule with tests"])


def check(folder: Path | None = None) -> Report:
    """Run the tests of every rule of the packs in a folder, or of those that ship.

    Raises:
        RuleError: the rules cannot be loaded at all.
    """
    packs = load_packs(folder)
    names = {f.name for f in folder.iterdir() if f.is_dir()} if folder else None
    wanted = [p.id for p in packs.packs if names is None or _folder_of(p.files) in names]
    runs = [_Run(packs.select(pack), pack) for pack in wanted]
    results = [r for run in runs for r in run.results()]
    return Report(
        rules=sum(len(run.rules) for run in runs),
        run=len(results),
        failed=tuple(r for r in results if r is not None),
    )


def _folder_of(files: tuple[RuleFile, ...]) -> str:
    return Path(files[0].path).parts[0] if files else ""


class _Run:
    """The tests of the rules that one pack itself holds."""

    def __init__(self, ruleset: RuleSet, pack: str) -> None:
        self.ruleset = ruleset
        self.pack = pack
        self.rules = [r for i in ruleset.issues for r in i.rules if self._own(r.place.path)]
        self._detector = Detector(ruleset)
        self._coder = ActCoder(ruleset)

    def _own(self, path: str) -> bool:
        return Path(path).parts[0] == self.pack or f"/{self.pack}/" in path

    def results(self) -> Iterator[Failure | None]:
        """Run every test; None is one that holds."""
        for rule in self.rules:
            yield from (self._matches(rule, case) for case in rule.match)
            yield from (self._stays_out(rule, case) for case in rule.no_match)
        for act in self.ruleset.acts:
            if self._own(act.place.path):
                yield from (self._act(case, act.act, wanted=True) for case in act.match)
                yield from (self._act(case, act.act, wanted=False) for case in act.no_match)

        for force in self.ruleset.forces:
            if self._own(force.place.path):
                yield from (self._force(case, force, wanted=True) for case in force.match)
                yield from (self._force(case, force, wanted=False) for case in force.no_match)

    def _matches(self, rule: Rule, case: Case) -> Failure | None:
        found = [s for s in self._stances(case, rule) if s.rule == rule.id]
        if not found:
            others = ", ".join(sorted({s.rule for s in self._stances(case, rule)})) or "nothing"
            return Failure(case=case, owner=rule.id, message=f"does not match; found: {others}")
        wrong = [_differs(s, case.expect) for s in found] if case.expect else [None]
        if None in wrong:
            return None
        return Failure(case=case, owner=rule.id, message=f"matches, but {wrong[0]}")

    def _stays_out(self, rule: Rule, case: Case) -> Failure | None:
        if any(s.rule == rule.id for s in self._stances(case, rule)):
            return Failure(case=case, owner=rule.id, message="matches, but should not")
        return None

    def _act(self, case: Case, act: object, *, wanted: bool) -> Failure | None:
        found = self._coder.act_of(case.text)
        if (found == act) == wanted:
            return None
        message = f"is coded {found or 'as no act'}" if wanted else f"is coded {act}, but should not be"
        return Failure(case=case, owner=f"act {act}", message=message)

    def _force(self, case: Case, rung: ForceRule, *, wanted: bool) -> Failure | None:
        if bool(Phrases(rung.any).find(case.text)) == wanted:
            return None
        message = "does not match" if wanted else "matches, but should not"
        return Failure(case=case, owner=f"force {rung.force}", message=message)

    def _stances(self, case: Case, rule: Rule) -> tuple[Stance, ...]:
        document = self._document(case, rule)
        found = self._detector.detect(attribute(document, self.ruleset.lexicon))
        tested = Span(document.text.index(case.text), len(document.text))
        return tuple(s for s in found if s.covers.meets(tested))

    def _document(self, case: Case, rule: Rule) -> Document:
        """Read a test sentence as the own text of its side, else of the rule's first, else of the pack's first."""
        text = f"{case.before} {case.text}" if case.before else case.text
        side = case.side or next(iter((*rule.sides, *self.ruleset.sides)), None)
        return Document(
            path="test",
            text=text,
            sha256=hashlib.sha256(text.encode()).hexdigest(),
            sentences=sentences(text),
            paragraphs=paragraphs(text),
            genre=case.genre or Genre.READOUT,
            side=None if case.genre == Genre.NEWS else side,
            id="d1",
        )


def _differs(stance: Stance, expect: Expect) -> str | None:
    """Name the first thing that is not as the test expects."""
    for name in ("side", "via", "position", "act", "force", "issue"):
        wanted, got = getattr(expect, name), getattr(stance, name)
        if wanted is not None and wanted != got:
            return f"{name} is {got}, not {wanted}"
    return None
