"""Mistakes put into rules on purpose: does the net of rule tests and accepted briefings catch them?

In: the packs that ship. Out: a mutant a rule (a pattern dropped, a position flipped, a gap widened), and which survive.
`python -m tests.mutation` lists the survivors.
"""

from __future__ import annotations

import itertools
import re
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from multiprocessing import get_context
from pathlib import Path

from briefing import rule_tests
from briefing.cases import load_cases
from briefing.errors import RuleError
from briefing.regression import judge
from briefing.regression.address import Addresses
from briefing.regression.build import Built, build
from briefing.ruleset.folders import shipped

EXAMPLES = Path(__file__).resolve().parent.parent / "examples" / "briefing.yaml"
HOW_MANY = 50
_RULE = re.compile(r"^  - id: (\S+)\n(?:(?!  - id: ).*\n)*", re.MULTILINE)
_ANY = re.compile(r"^    any:(?:\n(?:      .*\n)+| .*\n(?:      .*\n)*)", re.MULTILINE)
_NEVER = "zzq never said zzq"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutant:
    """A mistake in one rule: its file below the rules, the text of that file with it, and what was done."""

    rule: str
    what: str
    path: str
    text: str


def mutants(rules: Path, how_many: int = HOW_MANY) -> list[Mutant]:
    """Give mutants of rules spread over all files, the three sorts by turns."""
    turns = itertools.cycle(range(len(_SORTS)))
    found = [
        mutant
        for path in sorted(rules.glob("*/issues/*.yaml"))
        for match in _RULE.finditer(path.read_text("utf-8"))
        for mutant in _one(rules, path, match, next(turns))
    ]
    step = len(found) / how_many
    return [found[int(n * step)] for n in range(how_many)]


def _one(rules: Path, path: Path, match: re.Match[str], turn: int) -> Iterator[Mutant]:
    """Give the first sort of mutant that the rule allows, beginning with the one whose turn it is."""
    for what, change in (*_SORTS[turn:], *_SORTS[:turn]):
        changed = change(match[0])
        if changed is not None and changed != match[0]:
            text = path.read_text("utf-8")
            whole = text[: match.start()] + changed + text[match.end() :]
            yield Mutant(rule=match[1], what=what, path=path.relative_to(rules).as_posix(), text=whole)
            return


def _dropped(block: str) -> str | None:
    """Take the last pattern of `any` away."""
    entries = _patterns(block)
    if len(entries) < 2:
        return None
    start, stop = entries[-1]
    return block[:start] + _NEVER + block[stop:]


def _flipped(block: str) -> str | None:
    """Turn the position round; a neutral one becomes an affirmation."""
    turned = {"+2": "-2", "-2": "+2", "+1": "-1", "-1": "+1", "0": "+2"}
    return re.sub(r"(    position: )([-+]?\d)", lambda m: m[1] + turned[m[2]], block, count=1)


def _widened(block: str) -> str | None:
    """Let the gaps of the first pattern that has any stretch over fifteen words."""
    for start, stop in _patterns(block):
        pattern = block[start:stop]
        wider = re.sub(r"\.\.\.\d*", "...15", pattern)
        if wider != pattern:
            return block[:start] + wider + block[stop:]
    return None


def _patterns(block: str) -> list[tuple[int, int]]:
    """Give where each pattern of `any` stands, without its quotation marks."""
    found = _ANY.search(block)
    if found is None:
        return []
    listed = re.finditer(r"^      - [\"']?(.*?)[\"']?$", found[0], re.MULTILINE)
    spans = [m.span(1) for m in listed] or [
        m.span(1) for m in re.finditer(r"[\[,] *[\"']?([^\"'\[\],]+)[\"']?", found[0])
    ]
    return [(found.start() + a, found.start() + b) for a, b in spans]


_SORTS: Sequence[tuple[str, Callable[[str], str | None]]] = (
    ("a pattern dropped", _dropped),
    ("the position flipped", _flipped),
    ("a gap widened", _widened),
)


# ── the net ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def caught(mutant: Mutant) -> str | None:
    """Say what catches a mutant: loading, a rule's test, a warning, or a briefing; None where nothing does."""
    with tempfile.TemporaryDirectory() as folder:
        rules = Path(folder) / "rules"
        shutil.copytree(shipped(), rules, ignore=shutil.ignore_patterns("schema"))
        (rules / mutant.path).write_text(mutant.text, "utf-8")
        try:
            report = rule_tests.check(rules)
        except RuleError as error:
            return f"loading: {error.problems[0].message}"
        if report.problems:
            return f"rule tests: {report.problems[0].message}"
        return _moved(rules)


def _moved(rules: Path) -> str | None:
    addresses = Addresses()
    for case in load_cases(EXAMPLES).cases:
        case = replace(case, rules=rules)
        built = build(case, addresses.of(case))
        assert isinstance(built, Built)
        if not judge(case, built, case.snapshot.read_text("utf-8")).verdict.passes:
            return f"briefing {case.name}"
    return None


def run(jobs: int = 2) -> list[tuple[Mutant, str | None]]:
    """Try every mutant; give each with what caught it."""
    made = mutants(shipped())
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        return list(zip(made, pool.map(caught, made), strict=True))


def survivors(results: Sequence[tuple[Mutant, str | None]]) -> str:
    """Write the share that was caught, and those that were not."""
    left = [mutant for mutant, how in results if how is None]
    share = 100 * (len(results) - len(left)) / len(results)
    lines = [f"{len(results) - len(left)} of {len(results)} mutants caught ({share:.0f} %)"]
    return "\n".join([*lines, *(f"  survives: {m.rule} ({m.path}): {m.what}" for m in left)])


if __name__ == "__main__":
    tried = run()
    if "-v" in sys.argv:
        print("\n".join(f"{m.rule}: {m.what}: {how}" for m, how in tried))
    print(survivors(tried))
