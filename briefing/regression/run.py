"""All cases checked or accepted. In: settings, names of cases. Out: a `Report`; snapshots and outputs if accepted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from dataclasses import dataclass, replace
from multiprocessing import get_context
from pathlib import Path

from briefing import outputs
from briefing.cases import Case, Settings
from briefing.regression.address import Address, Addresses
from briefing.regression.build import Built, Failure, build
from briefing.regression.cache import FOLDER, Cache
from briefing.regression.verdict import Result, Verdict, judge

Told = Callable[[int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The results of a run in the order of the file, and the snapshots that belong to no case."""

    results: tuple[Result, ...]
    left_over: tuple[Path, ...] = ()

    def of(self, verdict: Verdict) -> int:
        """Count the cases with a verdict."""
        return Counter(result.verdict for result in self.results)[verdict]

    def code(self, *, strict: bool = False) -> int:
        """Give the exit code: 0 the same, 1 something changed, 2 something could not run."""
        verdicts = {result.verdict for result in self.results}
        if Verdict.FAILED in verdicts:
            return 2
        allowed = {Verdict.SAME} if strict else {v for v in Verdict if v.passes}
        return int(not verdicts <= allowed)

    def code_accepted(self) -> int:
        """Give the exit code of accepting: 0 all accepted, 1 some refused, 2 some could not be built."""
        if self.of(Verdict.FAILED):
            return 2
        return int(not all(result.accepted for result in self.results))


def check(
    settings: Settings, names: Sequence[str] = (), *, jobs: int = 1, cached: bool = True, tell: Told | None = None
) -> Report:
    """Build cases in memory and compare each with its accepted snapshot.

    Args:
        settings: the file of cases.
        names: the cases to check; else all.
        jobs: how many processes build.
        cached: whether what was built before and follows from the same is taken again.
        tell: is told how many cases are built, and of how many.

    Raises:
        ChoiceError: there is no case of a name.
    """
    cases = settings.named(names)
    cache = Cache(settings.folder / FOLDER if cached else None)
    results = tuple(_checked(cases, cache, jobs, tell or (lambda _, __: None)))
    cache.tidy()
    return Report(results=results, left_over=() if names else settings.left_over())


def _checked(cases: Sequence[Case], cache: Cache, jobs: int, tell: Told) -> Iterator[Result]:
    places = list(_places(cases))
    todo = [(case, place) for case, place in places if isinstance(place, Address) and not cache.has(place.key)]
    fresh = dict(_all_built(todo, jobs, tell))
    for case, place in places:
        if isinstance(place, Failure):
            yield _failed(case, place)
            continue
        made = fresh.get(case.name) or cache.find(place.key) or build(case, place)
        if isinstance(made, Built) and case.name in fresh:
            cache.keep(place.key, made)
        yield _judged(case, made)


def _judged(case: Case, made: Built | Failure) -> Result:
    return _failed(case, made) if isinstance(made, Failure) else judge(case, made, _accepted(case))


def _failed(case: Case, failure: Failure) -> Result:
    return Result(case=case, verdict=Verdict.FAILED, message=failure.message, problems=failure.problems)


def _places(cases: Sequence[Case]) -> Iterator[tuple[Case, Address | Failure]]:
    addresses = Addresses()
    for case in cases:
        try:
            yield case, addresses.of(case)
        except OSError as error:
            yield case, Failure(message=f"{error.filename}: this file cannot be read ({error.strerror})")


def _accepted(case: Case) -> str | None:
    try:
        return case.snapshot.read_bytes().decode("utf-8", "replace")
    except OSError:
        return None


# ── building ────────────────────────────────────────────────────────────────────────────────────────────────────────

_Todo = tuple[Case, Address]


def _all_built(todo: Sequence[_Todo], jobs: int, tell: Told) -> Iterator[tuple[str, Built | Failure]]:
    """Build cases in as many processes as are wanted; whatever their number, the results are the same."""
    if min(jobs, len(todo)) < 2:
        for n, (case, place) in enumerate(todo, 1):
            yield case.name, build(case, place)
            tell(n, len(todo))
        return
    with ProcessPoolExecutor(min(jobs, len(todo)), mp_context=get_context("spawn")) as pool:
        waiting = [(case.name, pool.submit(build, case, place)) for case, place in todo]
        for n, (name, future) in enumerate(waiting, 1):
            yield name, _result(future)
            tell(n, len(todo))


def _result(future: Future[Built | Failure]) -> Built | Failure:
    try:
        return future.result()
    except BrokenExecutor:
        return Failure(message="the process that built it was killed, perhaps for want of memory; try -j 1")


# ── accepting ───────────────────────────────────────────────────────────────────────────────────────────────────────


def accept(
    settings: Settings,
    names: Sequence[str] = (),
    *,
    jobs: int = 1,
    ask: Callable[[Result], bool] | None = None,
    tell: Told | None = None,
) -> Report:
    """Build cases and accept what they say: write their snapshots, and the outputs they name.

    Args:
        settings: the file of cases.
        names: the cases to accept; else all.
        jobs: how many processes build.
        ask: is asked before a briefing that changed is accepted; a case it refuses keeps its snapshot.
        tell: is told how many cases are built, and of how many.

    Returns:
        How each case stood before. What was accepted is written.

    Raises:
        ChoiceError: there is no case of a name, or an output cannot be written.
    """
    cases = settings.named(names)
    for case in cases:
        outputs.check(map(str, (case.snapshot, *case.outputs)), inputs=map(str, case.documents))
    places = list(_places(cases))
    todo = [(case, place) for case, place in places if isinstance(place, Address)]
    fresh = dict(_all_built(todo, jobs, tell or (lambda _, __: None)))
    made = [(case, place if isinstance(place, Failure) else fresh[case.name]) for case, place in places]
    results = tuple(_accept(case, each, ask or (lambda _: True)) for case, each in made)
    return Report(results=results, left_over=() if names else settings.left_over())


def _accept(case: Case, made: Built | Failure, ask: Callable[[Result], bool]) -> Result:
    result = _judged(case, made)
    if isinstance(made, Failure):
        return result
    if result.verdict == Verdict.FAILED:  # its snapshot cannot be read, so there is nothing to compare with
        result = Result(case=case, verdict=Verdict.NEW)
    if result.verdict != Verdict.SAME and not ask(result):
        return result
    _write(case, made)
    return replace(result, accepted=True)


def _write(case: Case, built: Built) -> None:
    assert built.pdf is not None  # only what a cache gives has none
    kinds = {".pdf": built.pdf, ".json": built.analysis}
    files = {str(path): kinds[path.suffix] for path in case.outputs}
    outputs.write({str(case.snapshot): built.snapshot.encode("utf-8"), **files})
