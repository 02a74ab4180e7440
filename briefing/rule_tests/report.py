"""What a run of the rules' tests found. In: results; out: a line of dots a pack, counts, and the problems."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from briefing.errors import Problem, Severity
from briefing.model import Case

_WIDTH = 100


class Outcome(StrEnum):
    """What became of a test; the names are ast-grep's."""

    REPORTED = "reported"  # matches, and should
    VALIDATED = "validated"  # stays out, and should
    MISSING = "missing"  # does not match, but should
    NOISY = "noisy"  # matches, but should not


_RIGHT = frozenset({Outcome.REPORTED, Outcome.VALIDATED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """One test: whose it is, what became of it, and how that came about.

    `todo` says that the test is known not to hold yet; `message` what happened instead of what was wanted.
    """

    pack: str
    owner: str
    case: Case
    outcome: Outcome
    todo: bool = False
    message: str = ""
    explained: tuple[str, ...] = ()

    @property
    def held(self) -> bool:
        """Whether the rule does what the test wants."""
        return self.outcome in _RIGHT

    @property
    def failed(self) -> bool:
        """Whether the test does not hold, and nobody said that it would not."""
        return not self.held and not self.todo

    @property
    def dot(self) -> str:
        """One character for the line of dots."""
        if self.todo:
            return "!" if self.held else "t"
        return "." if self.held else self.outcome[0].upper()


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a run found: results in the order of packs and files, problems in the order of places.

    `deprecated` counts rules whose tests are not run, because they hold nowhere any more.
    """

    rules: int
    results: tuple[Result, ...]
    problems: tuple[Problem, ...] = ()
    deprecated: int = 0

    @property
    def failed(self) -> tuple[Result, ...]:
        """The tests that do not hold."""
        return tuple(result for result in self.results if result.failed)

    @property
    def counts(self) -> Mapping[str, int]:
        """How many rules and tests there are, and what became of them."""
        counted = Counter(result.outcome for result in self.results if not result.todo)
        todo = sum(result.todo for result in self.results)
        outcomes = {outcome.value: counted[outcome] for outcome in Outcome}
        return {"rules": self.rules, "tests": len(self.results), **outcomes, "todo": todo}

    def passed(self, *, strict: bool = False) -> bool:
        """Whether tests were run, and all hold; strictly, whether there is nothing to warn of either."""
        bad = set(Severity) if strict else {Severity.ERROR}
        return bool(self.results) and not any(problem.severity in bad for problem in self.problems)

    def dots(self) -> str:
        """Show each test as a character, a pack a paragraph: M missing, N noisy, t still to do, ! no longer to do."""
        packs = dict.fromkeys(result.pack for result in self.results)
        width = max((len(pack) for pack in packs), default=0) + 2
        blocks = (_block(pack, width, (r.dot for r in self.results if r.pack == pack)) for pack in packs)
        return "\n".join(blocks)

    def closing(self) -> str:
        """Count everything in one line."""
        if not self.results:
            return "no test was run: the folder holds no rule with tests"
        n = self.counts
        parts = [f"{_many(n['rules'], 'rule')}, {_many(n['tests'], 'test')}: {n['reported']} reported"]
        parts += [f"{n[name]} {name}" for name in ("validated", "missing", "noisy")]
        parts += [f"{n['todo']} to do"] * bool(n["todo"])
        parts += [f"{_many(self.deprecated, 'deprecated rule')} left out"] * bool(self.deprecated)
        return ", ".join(parts)


def _many(n: int, noun: str) -> str:
    return f"{n} {noun}{'s' * (n != 1)}"


def _block(pack: str, width: int, dots: Iterable[str]) -> str:
    rows = textwrap.wrap("".join(dots), _WIDTH - width) or [""]
    return "\n".join(f"{'' if n else pack:<{width}}{row}" for n, row in enumerate(rows))
