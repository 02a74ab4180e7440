"""How fast many briefings are checked: nothing changed, all of them built by one process, by two.

python -m tests.bench_cases

The cases are made of the project's example report, each under a title of its own.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from briefing.cases import load_cases
from briefing.regression import accept, check

_CASES = 200
_REPORT = Path(__file__).resolve().parent.parent / "examples" / "report.md"


def _begin(folder: Path) -> Path:
    (folder / "report.md").write_text(_REPORT.read_text("utf-8"), "utf-8")
    cases = "".join(f"  - {{name: case-{n}, documents: [report.md], title: Case {n}}}\n" for n in range(_CASES))
    (folder / "briefing.yaml").write_text(f"sides: [USA, CHN]\ncases:\n{cases}", "utf-8")
    return folder / "briefing.yaml"


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def main() -> None:
    """Print the seconds for each way to check."""
    with tempfile.TemporaryDirectory() as folder:
        settings = load_cases(_begin(Path(folder)))
        accept(settings, jobs=2)
        one = _seconds(lambda: check(settings, jobs=1, cached=False))
        two = _seconds(lambda: check(settings, jobs=2))
        same = _seconds(lambda: check(load_cases(settings.path)))
    print(f"{_CASES} cases: one process {one:.1f} s, two {two:.1f} s ({one / two:.2f} times), unchanged {same:.2f} s")


if __name__ == "__main__":
    main()
