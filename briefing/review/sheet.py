"""The review file, written for an officer to edit. In: what was found, and what an older file left. Out: its text.

A run of `review` over what was not changed writes the same bytes.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

from briefing.marked_yaml import in_yaml
from briefing.model import Decision, Stance
from briefing.review.carry import Carried, Lapsed
from briefing.review.ground import Ground, context_of, place_of_stance, quote_of
from briefing.review.readings import NAMES, Reading, in_file, reading_of
from briefing.review.rulings import Ruling
from briefing.review.written import WrittenAdded, WrittenReading, WrittenStance

_WIDTH = 100
_INDENT = "    "

Line = tuple[str, str]  # a key and its value, as YAML


def sheet(ground: Ground, carried: Carried | None = None) -> str:
    """Write every stance that feeds the page, with what a desk decided about it."""
    before = carried or Carried()
    rulings = {r.stance.id: r for r in before.rulings if r.stance}
    shown = {s.id for s in ground.shown} | set(rulings)
    stances = [_stance(s, rulings.get(s.id)) for s in ground.stances if s.id in shown]
    parts = [_head(ground), *([f"by: {in_yaml(before.by)}"] if before.by else [])]
    parts.append(_block("stances", stances))
    if before.added:
        parts.append(_block("added", (list(_as_written(entry)) for entry in before.added)))
    if before.stale:
        parts.append(_STALE + _block("stale", map(_stale, before.stale)))
    return "\n\n".join(parts) + "\n"


def _head(ground: Ground) -> str:
    names = ", ".join(document.path for document in ground.documents)
    first, second = (side.name for side in ground.sides)
    what = f"What the rules {ground.ruleset.id} {ground.ruleset.version} read in {names}: {first} and {second}."
    text = "".join(c if c.isprintable() else " " for c in what)
    return "\n".join([*(f"# {line}" for line in textwrap.wrap(text, _WIDTH)), _HELP.rstrip()])


_HELP = """\
#
# Decide about as many stances as you like; whatever you leave as it is stays machine-coded and counts as not reviewed.
#   it is right            keep: yes                     and  by: your name
#   it is wrong            keep: no                      and  by:  and  why:
#   it should be another   side: CHN, force: 4, …        and  by:  and  why:
#   it was missed          an entry under added: with document, quote, side, issue, act, force, by and why;
#                          proposition and position (-2 -1 0 +1 +2) too, if it takes one
# by: at the head of the file, before stances:, signs all that you decide. found: is what the program read, and
# at:, context:, quote:, rule: and via: (the side through which alone it is known) are for you to read; leave them, too.
# Comments are not kept when the file is written anew.
"""
_STALE = """\
# These edits do not hold any more and are not applied. Put them right above, then delete them here.
"""


def _block(name: str, entries: Iterable[list[Line]]) -> str:
    written = ["\n".join(f"  {key}: {value}" for key, value in entry).replace(" ", "-", 1) for entry in entries]
    return "\n\n".join([f"{name}:", *written]).replace(":\n\n", ":\n", 1) if written else f"{name}: []"


def _stance(stance: Stance, ruling: Ruling | None) -> list[Line]:
    found = reading_of(stance)
    return [
        ("id", stance.id),
        ("at", in_yaml(place_of_stance(stance))),
        ("context", _paragraph(context_of(stance))),
        ("quote", in_yaml(quote_of(stance), quotes=True)),
        ("rule", in_yaml(stance.rule)),
        *([("via", in_yaml(stance.via))] if stance.via else []),
        ("found", _in_a_row(found)),
        *_decided(found, ruling),
    ]


def _decided(found: Reading, ruling: Ruling | None) -> Iterator[Line]:
    """Give what a desk may change, and what it did."""
    edit = ruling.edit if ruling else None
    reading = ruling.reading if ruling and edit else found
    keep = {None: "open", Decision.STRUCK: "no"}.get(edit.decision if edit else None, "yes")
    yield "keep", keep
    yield from ((name, _value(name, reading)) for name in NAMES)
    if ruling and ruling.entry.by:
        yield "by", in_yaml(ruling.entry.by)
    if ruling and ruling.entry.why:
        yield "why", _paragraph(ruling.entry.why)


def _value(name: str, reading: Reading, *, flow: bool = False) -> str:
    text = in_file(name, getattr(reading, name))
    return text if name in ("position", "force") else in_yaml(text, flow=flow)


def _in_a_row(reading: Reading) -> str:
    return "{" + ", ".join(f"{name}: {_value(name, reading, flow=True)}" for name in NAMES) + "}"


def _paragraph(text: str) -> str:
    """Write a text in lines that an editor shows whole, or on one where it has anything YAML would not give back."""
    words = text.split(" ")
    if len(text) <= _WIDTH or not text.isprintable() or not all(words):
        return in_yaml(text, quotes=True)
    lines = textwrap.wrap(text, _WIDTH - len(_INDENT), break_long_words=False, break_on_hyphens=False)
    return "\n".join([">-", *(_INDENT + line for line in lines)])


# ── entries as they were written ────────────────────────────────────────────────────────────────────────────────────


def _stale(lapsed: Lapsed) -> list[Line]:
    """Give an entry that does not hold, its first key, then why, then the rest of it."""
    first, *rest = _as_written(lapsed.entry)
    hint = f" ({lapsed.problem.hint})" if lapsed.problem.hint else ""
    return [first, ("stale", _paragraph(lapsed.problem.message + hint)), *(line for line in rest if line[0] != "stale")]


def _as_written(entry: WrittenStance | WrittenAdded) -> Iterator[Line]:
    """Give every key of an entry that was written, but for why it was stale."""
    for key, (name, *_) in type(entry).keys.items():
        value = getattr(entry, name)
        if key == "stale" or not entry.has(key) or value is None:
            continue
        yield key, _written(key, value)


def _written(key: str, value: object, *, flow: bool = False) -> str:
    if isinstance(value, WrittenReading):
        row = ((k, _written(k, getattr(value, k), flow=True)) for k in NAMES if getattr(value, k) is not None)
        return "{" + ", ".join(f"{key}: {text}" for key, text in row) + "}"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int):
        return in_file(key, value)
    return _paragraph(str(value)) if key in ("context", "quote", "why") else in_yaml(str(value), flow=flow)
