"""Briefings about Alden and Borska to set beside each other: one text, read by rules that each test changes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import briefing
from briefing.changes import Picture, picture
from briefing.record import record
from briefing.ruleset import load_texts
from tests.fiction import PACK

ALDEN = "Foreign Minister Ada Berg said that Alden supports the fishing quota."
BORSKA = "President Ivo Kral said that Borska opposes the fishing quota."
DRILLS = "President Ivo Kral said that Borska warned of the drills."
REPORT = f"{ALDEN}\n\n{BORSKA}\n"
FISH, ACTS = "ald-bor/issues/fish.yaml", "ald-bor/acts.yaml"


def edited(*passages: tuple[str, str, str]) -> dict[str, str]:
    """Give the pack with passages (path, old, new) put in place of others."""
    texts = dict(PACK)
    for path, old, new in passages:
        assert old in texts[path], f"{old!r} is not in {path}"
        texts[path] = texts[path].replace(old, new)
    return texts


def without_rule(id: str) -> dict[str, str]:
    """Give the pack without one rule of fisheries."""
    head, *entries = PACK[FISH].split("  - id: fish.quota.")
    kept = [entry for entry in entries if not f"fish.quota.{entry}".startswith(f"{id}\n")]
    assert len(kept) == len(entries) - 1
    return {**PACK, FISH: "  - id: fish.quota.".join([head, *kept])}


def written(
    folder: Path, text: str = REPORT, *, rules: Mapping[str, str] = PACK, name: str = "report.txt", whole: bool = True
) -> Any:
    """Analyse a text and give the analysis file as parsed; `whole` says whether the text goes along."""
    path = folder / name
    path.write_text(text, "utf-8")
    analysis = briefing.analyze(path, rules=load_texts(rules), pack="ald-bor", sides=("ALD", "BOR"))
    return json.loads(record(analysis, version="1", text=whole))


def seen(folder: Path, text: str = REPORT, **more: Any) -> Picture:
    """Give the picture of the briefing of a text."""
    return picture(written(folder, text, **more))
