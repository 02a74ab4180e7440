"""Running the rules' tests. In: a folder of packs; out: the results and what they say in the rule files."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from briefing.attribution import attribute
from briefing.errors import Problem, Severity
from briefing.explain import tree
from briefing.model import (
    ActRule,
    Case,
    Document,
    Expect,
    ForceRule,
    Genre,
    Rule,
    RuleFile,
    RuleSet,
    Span,
    Stance,
    Statement,
    Status,
    Trial,
)
from briefing.phrases import Phrases
from briefing.pipeline import load_packs
from briefing.rule_tests.report import Outcome, Report, Result
from briefing.ruleset import Packs
from briefing.stances import ActCoder, Detector, trials
from briefing.text import paragraphs, sentences

Owner = TypeVar("Owner", Rule, ActRule, ForceRule)
Value = TypeVar("Value", Stance, Trial)


def check(folder: Path | None = None, *, thorough: bool = False) -> Report:
    """Run the tests of every rule of the packs in a folder, or of those that ship, and look for what deserves a look.

    Args:
        folder: the folder of packs.
        thorough: also look for mistakes that no test would notice.

    Raises:
        RuleError: the rules cannot be loaded at all.
    """
    packs = load_packs(folder)
    names = {f.name for f in folder.iterdir() if f.is_dir()} if folder else None
    wanted = [p.id for p in packs.packs if names is None or _folder_of(p.files) in names]
    runs = [_Run(packs.select(pack), pack) for pack in wanted]
    results = tuple(result for run in runs for result in run.results())
    problems = (problem for result in results if (problem := _problem(result, packs)))
    return Report(
        rules=sum(len(run.rules) for run in runs),
        results=results,
        problems=tuple(sorted((*packs.warnings(thorough=thorough), *problems))),
        deprecated=sum(rule.status == Status.DEPRECATED for run in runs for rule in run.rules),
    )


def _folder_of(files: Sequence[RuleFile]) -> str:
    return Path(files[0].path).parts[0] if files else ""


_CODES = {Outcome.MISSING: "T001", Outcome.NOISY: "T002"}


def _problem(result: Result, packs: Packs) -> Problem | None:
    """Say what a result means to whoever edits the file: a failed test, or one that is no longer to do."""
    if result.failed:
        message = f"{result.owner}: {result.outcome}: {result.message}"
        found = packs.problem(result.case.place, _CODES[result.outcome], message)
        return replace(found, explained=result.explained)
    if result.todo and result.held:
        message = f"{result.owner}: this test to do holds now"
        hint = "move it to the tests without 'todo_'"
        return replace(packs.problem(result.case.place, "T003", message, hint=hint), severity=Severity.WARNING)
    return None


Found = tuple[Outcome, str, tuple[str, ...]]


class _Run:
    """The tests that one pack itself holds."""

    def __init__(self, ruleset: RuleSet, pack: str) -> None:
        self.ruleset = ruleset
        self.pack = pack
        self.rules = [r for i in ruleset.issues for r in i.rules if self._own(r.place.path)]
        self._detector = Detector(ruleset)
        self._coder = ActCoder(ruleset)

    def _own(self, path: str) -> bool:
        return Path(path).parts[0] == self.pack or f"/{self.pack}/" in path

    def results(self) -> Iterator[Result]:
        """Run every test: those of rules, then of acts, then of rungs of force."""
        for rule in (r for r in self.rules if r.status != Status.DEPRECATED):
            yield from self._tests(rule, rule.id, self._rule)
        for act in (a for a in self.ruleset.acts if self._own(a.place.path)):
            yield from self._tests(act, f"act {act.act}", self._act)
        for force in (f for f in self.ruleset.forces if self._own(f.place.path)):
            yield from self._tests(force, f"force {force.force}", self._force)

    def _tests(self, owner: Owner, name: str, run: Callable[[Owner, Case, bool], Found]) -> Iterator[Result]:
        for cases, wanted, todo in (
            (owner.match, True, False),
            (owner.no_match, False, False),
            (owner.todo_match, True, True),
            (owner.todo_no_match, False, True),
        ):
            for case in cases:
                outcome, message, explained = run(owner, case, wanted)
                yield Result(
                    pack=self.pack,
                    owner=name,
                    case=case,
                    outcome=outcome,
                    todo=todo,
                    message=message,
                    explained=explained,
                )

    # ── rules ───────────────────────────────────────────────────────────────────────────────────────────────────────

    def _rule(self, rule: Rule, case: Case, wanted: bool) -> Found:
        document = self._document(case, rule)
        statements = attribute(document, self.ruleset.lexicon)
        stances = _tested(self._detector.detect(statements), case)
        found = [s for s in stances if s.rule == rule.id]
        if not wanted:
            return self._unwanted(rule, statements, case) if found else (Outcome.VALIDATED, "", ())
        if not found:
            return self._missing(rule, statements, stances, case)
        wrong = [_differs(s, case.expect) for s in found] if case.expect else [None]
        return (Outcome.REPORTED, "", ()) if None in wrong else (Outcome.MISSING, f"matches, but {wrong[0]}", ())

    def _unwanted(self, rule: Rule, statements: Sequence[Statement], case: Case) -> Found:
        held = [t for t in _tested(trials(statements, self.ruleset, rule), case) if t.held]
        return Outcome.NOISY, "matches, but should not", _told(held[:1])

    def _missing(self, rule: Rule, statements: Sequence[Statement], stances: Sequence[Stance], case: Case) -> Found:
        if not statements:
            return Outcome.MISSING, "does not match; nobody's statement was found in it", ()
        others = ", ".join(sorted({s.rule for s in stances})) or "nothing"
        tried = _tested(trials(statements, self.ruleset, rule), case)
        return Outcome.MISSING, f"does not match; found: {others}", _told(tried[:1])

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

    # ── acts and force ──────────────────────────────────────────────────────────────────────────────────────────────

    def _act(self, rule: ActRule, case: Case, wanted: bool) -> Found:
        found = self._coder.act_of(case.text)
        return _plain(found == rule.act, wanted, f"is coded {found or 'as no act'}")

    def _force(self, rule: ForceRule, case: Case, wanted: bool) -> Found:
        return _plain(bool(Phrases(rule.any).find(case.text)), wanted, "does not match")


def _plain(matches: bool, wanted: bool, instead: str) -> Found:
    if wanted:
        return (Outcome.REPORTED, "", ()) if matches else (Outcome.MISSING, instead, ())
    return (Outcome.NOISY, "matches, but should not", ()) if matches else (Outcome.VALIDATED, "", ())


def _tested(values: Iterable[Value], case: Case) -> list[Value]:
    """Leave out what was found in the sentence before the tested one."""
    start = len(case.before) + 1 if case.before else 0
    tested = Span(start, start + len(case.text))
    return [v for v in values if (v.covers if isinstance(v, Stance) else v.sentence).meets(tested)]


def _told(tried: Sequence[Trial]) -> tuple[str, ...]:
    return tuple(line for trial in tried for line in tree(trial.conditions, trial.statement.document))


def _differs(stance: Stance, expect: Expect) -> str | None:
    """Name the first thing that is not as the test expects."""
    for name in ("side", "via", "position", "act", "force", "issue"):
        wanted, got = getattr(expect, name), getattr(stance, name)
        if wanted is not None and wanted != got:
            return f"{name} is {got}, not {wanted}"
    return None
