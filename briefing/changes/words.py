"""The words for what differs. In: moves and differences. Out: phrases, the same in text, Markdown and messages.

Nothing is escaped here: `as_text` and `as_markdown` do that, each in its way.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefing.changes.compare import Changes, Difference, What
from briefing.changes.picture import SeenAnswer, SeenIssue, SeenStance
from briefing.model import Relation

_WIDTH = 110
NONE = "none"
DESK = "desk"  # the rule of a stance that a desk read itself


def headline(changes: Changes) -> str:
    """Count in one sentence, without its full stop, what moves."""
    if changes.empty:
        return "Nothing of the briefing moves"
    moved = [_count(len(changes.cells), "cell"), _count(len(changes.relations), "relation")]
    stances = _stances_counted(changes)
    what = " and ".join(m for m in moved if m) or "No cell or relation"
    many = len(changes.cells) + len(changes.relations) > 1
    verb = "move" if many else "moves"
    return ", ".join([f"{what} of the briefing {verb}", *stances])


def _stances_counted(changes: Changes) -> list[str]:
    counts = [(len(changes.of(what)), what) for what in (What.GAINED, What.LOST, What.CHANGED)]
    listed = [(n, what) for n, what in counts if n]
    return [f"{_count(n, 'stance')} {what}" if i == 0 else f"{n} {what}" for i, (n, what) in enumerate(listed)]


def _count(n: int, word: str) -> str:
    return f"{n} {word}{'s' * (n != 1)}" if n else ""


# ── positions, acts, relations ──────────────────────────────────────────────────────────────────────────────────────


def position(value: int | None) -> str:
    """Write a position with its sign; 0 has none.

    >>> position(2), position(-1), position(0), position(None)
    ('+2', '-1', '0', 'none')
    """
    return NONE if value is None else f"{value:+d}" if value else "0"


def stance(seen: SeenStance | None) -> str:
    """Say what a side holds: position and proposition, act and force, who tells it."""
    if seen is None:
        return NONE
    held = "no position" if seen.position is None else f"{position(seen.position)} on {seen.proposition}"
    return f"{held}, {_act(seen)}{_told(seen)}"


def _act(seen: SeenStance) -> str:
    return f"{seen.act} (force {seen.force})"


def _told(seen: SeenStance) -> str:
    return f", as {seen.via} tells it" if seen.via else ""


def both(old: SeenStance | None, new: SeenStance | None) -> tuple[str, str]:
    """Say what of a stance is another: only the parts that differ; a stance that is missing is "none"."""
    if old is None or new is None:
        return stance(old), stance(new)
    parts = [(_held(old, new), _held(new, old)), (_act(old), _act(new)), (_voice(old), _voice(new))]
    if all(a == b for a, b in parts):
        parts = [(f"“{old.words}”", f"“{new.words}”"), (old.modality, new.modality), (_desk(old), _desk(new))]
    differing = [(a, b) for a, b in parts if a != b]
    return ", ".join(a for a, _ in differing), ", ".join(b for _, b in differing)


def _held(one: SeenStance, other: SeenStance) -> str:
    if one.position is None:
        return "no position"
    elsewhere = other.proposition not in (None, one.proposition)
    return position(one.position) + (f" on {one.proposition}" if elsewhere else "")


def _desk(seen: SeenStance) -> str:
    return f"{seen.desk}" if seen.desk else "not reviewed"


def _voice(seen: SeenStance) -> str:
    return f"as {seen.via} tells it" if seen.via else "in its own words"


def relation(issue: SeenIssue | SeenAnswer | None) -> str:
    """Name the result of an issue or proposition as an overview does."""
    if issue is None:
        return NONE
    known = issue.relation in set(Relation)
    name = Relation(issue.relation).words if known else issue.relation
    return f"{name} ({issue.confirmed.replace('-', ' ')})" if issue.confirmed else name


def answers(old: SeenAnswer | None, new: SeenAnswer | None) -> Iterable[tuple[str, str, str]]:
    """Give each side whose position on a proposition is another, with both positions."""
    before, after = old.positions if old else {}, new.positions if new else {}
    for side in dict.fromkeys((*after, *before)):
        if before.get(side) != after.get(side):
            yield side, position(before.get(side)), position(after.get(side))


# ── causes ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def cited(seen: SeenStance) -> str:
    """Quote the words that prove a stance, and say where they stand."""
    return f"“{short(seen.quote)}” ({place(seen)})"


def place(seen: SeenStance) -> str:
    """Say in which file and line a stance is found."""
    return f"{seen.text.path}:{seen.line}" if seen.line else seen.text.path


def because(causes: Sequence[Difference], most: int = 3) -> str:
    """Say why something moves: "because rule … no longer matches …"; empty where no stance tells."""
    if not causes:
        return ""
    told = list(dict.fromkeys(cause(each) for each in causes))
    more = f", and {len(told) - most} more" if len(told) > most else ""
    return "because " + "; ".join(told[:most]) + more


def cause(difference: Difference) -> str:
    """Say what happened to one stance."""
    seen = difference.stance
    if difference.what == What.LEADS:
        return f"{cited(seen)} leads now, by {rule(seen)}"
    if difference.what == What.UNREAD:
        return f"{seen.text.path} " + ("is read now" if difference.new else "is no longer read")
    if difference.what == What.REWRITTEN:
        return f"{cited(seen)} " + ("stands there now" if difference.new else "no longer stands there")
    if difference.what == What.STRUCK:
        return _by_desk(difference, seen)
    if difference.old and difference.new:
        return _changed(difference, difference.old, difference.new)
    return _gone(difference, seen) if difference.old else _come(difference, seen)


def _by_desk(difference: Difference, seen: SeenStance) -> str:
    if seen.desk and seen.rule == DESK:
        return f"{cited(seen)} " + (f"was {seen.desk}" if difference.new else "is no longer added by a desk")
    return f"{cited(seen)} " + ("is no longer struck by a desk" if difference.new else "was struck by a desk")


def rule(seen: SeenStance) -> str:
    """Name the rule of a stance, or the words that make the issue where no rule says more."""
    return f"what {seen.issue} is about" if _about(seen) else f"rule {seen.rule}"


def _about(seen: SeenStance) -> bool:
    return seen.rule == f"{seen.issue}.about"


def _gone(difference: Difference, old: SeenStance) -> str:
    if difference.old_edit == "removed":
        return f"{rule(old)} was removed, which matched {cited(old)}"
    return f"{rule(old)} no longer matches {cited(old)}"


def _come(difference: Difference, new: SeenStance) -> str:
    if difference.new_edit == "added":
        return f"{rule(new)}, which is new, matches {cited(new)}"
    return f"{rule(new)} now matches {cited(new)}"


def _changed(difference: Difference, old: SeenStance, new: SeenStance) -> str:
    if old.rule != new.rule:
        return _reread(difference, old, new)
    before, after = both(old, new)
    if not before:
        return f"{rule(new)} now rests on {cited(new)}"
    if {"position", "proposition"} & set(difference.fields):
        return f"{rule(new)} gives {after} for {cited(new)}, no longer {before}"
    return f"{cited(new)} now counts as {after}, no longer as {before}"


def _reread(difference: Difference, old: SeenStance, new: SeenStance) -> str:
    """Say which rule reads a sentence instead of another; what an issue is about is what is left without any."""
    if _about(new):
        return _gone(difference, old)
    if _about(old):
        return _come(difference, new)
    if difference.old_edit == "removed":
        return f"rule {old.rule} was removed, and rule {new.rule} reads {cited(new)}"
    fresh = "new " if difference.new_edit == "added" else ""
    return f"{fresh}rule {new.rule} reads {cited(new)}, no longer rule {old.rule}"


def short(text: str, width: int = _WIDTH) -> str:
    """Cut a text between words.

    >>> short("one two three", 9)
    'one two …'
    """
    return text if len(text) <= width else f"{text[:width].rsplit(' ', 1)[0][:width]} …"
