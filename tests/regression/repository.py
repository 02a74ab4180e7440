"""A folder of briefings about Alden and Borska, with rules of its own: what the tests of this room change."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from briefing.cases import load_cases
from briefing.regression import Report, Result, accept, check
from tests.changes.briefs import ALDEN, BORSKA, FISH
from tests.fiction import PACK

CASES = """\
rules: packs
pack: ald-bor
sides: [ALD, BOR]
cases:
  - name: talks
    documents: [texts/talks.txt]
    outputs: [out/talks.pdf, out/talks.json]
  - name: visit
    documents: [texts/visit.txt]
"""
QUIET = "Foreign Minister Ada Berg said that Alden welcomes the guests.\n"


@dataclass(frozen=True, slots=True)
class Repository:
    """A folder with cases, texts and rules."""

    folder: Path

    def write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    def edit(self, name: str, old: str, new: str) -> None:
        text = (self.folder / name).read_text("utf-8")
        assert old in text
        self.write(name, text.replace(old, new))

    def check(self, *names: str, jobs: int = 1, cached: bool = True) -> Report:
        return check(load_cases(self.folder / "briefing.yaml"), names, jobs=jobs, cached=cached)

    def accept(self, *names: str) -> Report:
        return accept(load_cases(self.folder / "briefing.yaml"), names)

    def result(self, name: str = "talks", *, cached: bool = True) -> Result:
        (found,) = self.check(name, cached=cached).results
        return found

    def without_rule(self, id: str) -> None:
        """Delete a rule of the pack."""
        head, *entries = PACK[FISH].split("  - id: fish.quota.")
        kept = [entry for entry in entries if not f"fish.quota.{entry}".startswith(f"{id}\n")]
        self.write(f"packs/{FISH}", "  - id: fish.quota.".join([head, *kept]))


def begin(folder: Path) -> Repository:
    """Write a folder of two cases whose briefings nobody accepted yet."""
    made = Repository(folder)
    made.write("briefing.yaml", CASES)
    made.write("texts/talks.txt", f"{ALDEN}\n\n{BORSKA}\n")
    made.write("texts/visit.txt", f"{ALDEN}\n\n{QUIET}")
    for path, text in PACK.items():
        made.write(f"packs/{path}", text)
    made.edit("packs/ald-bor/pack.yaml", "title:", "extends: [base]\ntitle:")
    return made
