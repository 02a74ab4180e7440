"""What was found in a text about Alden and Borska, and the review file of it, to edit."""

from __future__ import annotations

import re
from dataclasses import replace

from briefing.errors import Problem, ReviewError
from briefing.model import Document, Stance, Statement
from briefing.review import Applied, Ground, apply, review_of, sheet
from briefing.stances import detect
from tests.fiction import document, ruleset, said

RULES = ruleset()
QUOTA = "Ada Berg said that Alden wants a fishing quota."
DRILLS = "She added that the drills should stop."
REJECTS = "Ivo Kral said that Borska opposes the quota."
LOOSE = "Nobody in the port was asked about any of it."
TEXT = "\n\n".join([QUOTA, DRILLS, REJECTS, LOOSE])
FILE = "review.yaml"
FISH, DRILL, NO = "t-fish", "t-drill", "t-no"


def ground(text: str = TEXT, *, without: tuple[str, ...] = (), prefix: str = "t") -> Ground:
    """Find what the rules of Alden and Borska find in the text."""
    read = document(text)
    sentences = (("ALD", QUOTA, "Ada Berg"), ("ALD", DRILLS, "Ada Berg"), ("BOR", REJECTS, "Ivo Kral"))
    statements = tuple(
        replace(said(side, words, read, speaker=speaker), id=f"s{n}")
        for n, (side, words, speaker) in enumerate(sentences)
        if words in text and words not in without
    )
    return held(read, statements, prefix)


def held(read: Document, statements: tuple[Statement, ...], prefix: str = "t") -> Ground:
    names = {"fish.quota.affirm": "fish", "drills.stop.affirm": "drill", "fish.quota.oppose": "no"}
    stances = tuple(replace(s, id=f"{prefix}-{names.get(s.rule, s.rule)}") for s in detect(statements, RULES))
    pair = (RULES.side("ALD"), RULES.side("BOR"))
    return Ground(documents=(read,), statements=statements, stances=stances, sides=pair, ruleset=RULES)


GROUND = ground()
SHEET = sheet(GROUND)


def edited(id: str, *more: str, text: str = SHEET, **values: str) -> str:
    """Give the file with values of one entry changed, and lines added to it."""
    entries = re.split(r"^(?=- id: )", text, flags=re.MULTILINE)
    at = next(n for n, entry in enumerate(entries) if entry.startswith(f"- id: {id}\n"))
    entry = entries[at].rstrip()
    for key, value in values.items():
        line = f"  {key}: {value}"
        entry, found = re.subn(rf"^  {key}: .*$", line, entry, flags=re.MULTILINE)
        entry += "" if found else f"\n{line}"
    entries[at] = "\n".join([entry, *(f"  {line}" for line in more)]) + "\n\n"
    return "".join(entries)


ADDED = """
added:
- document: text.txt
  quote: Nobody in the port was asked
  side: BOR
  issue: drills
  proposition: drills.stop
  position: -2
  act: reject
  force: 3
  by: A. Berg
  why: It is said for Borska.
"""


def applied(text: str, on: Ground = GROUND) -> Applied:
    return apply(review_of(FILE, text.encode()), on)


def problems(text: str, on: Ground = GROUND) -> tuple[Problem, ...]:
    """Give what is wrong with a review file."""
    try:
        applied(text, on)
    except ReviewError as error:
        return error.problems
    return ()


def stance(done: Applied, id: str) -> Stance:
    return next(s for s in done.stances if s.id == id)
