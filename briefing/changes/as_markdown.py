"""Changes for a pull request. In: `Changes`. Out: Markdown, a headline and a table for each part, never too long.

Words of documents and rules are made harmless: no markup, no links, no mentions of people come out of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from briefing.changes.compare import Changes, Difference, What
from briefing.changes.words import answers, because, both, headline, place, relation, short, stance
from briefing.errors import shown

LIMIT = 60_000  # characters; GitHub takes 65,536
_ROWS = (50, 20, 8, 3, 1)
_LONGEST = 600  # characters of a table cell, before anything is escaped
_MARKUP = re.compile(r"([\\`*_{}\[\]<>|~$&])")
_LINKED = re.compile(r"(@|#|://|www\.|GH-)(?=\w)", re.IGNORECASE)

Row = Sequence[str]


def markdown(changes: Changes) -> str:
    """Say what differs between two briefings; one line where nothing does."""
    return fitted(lambda rows: "\n".join([f"**{escaped(headline(changes))}.**", *tables(changes, rows)]))


def fitted(render: Callable[[int], str]) -> str:
    """Render with as many rows a table as fit the limit."""
    texts = (render(rows) for rows in _ROWS)
    return next((text for text in texts if len(text) <= LIMIT), "The changes are too many for a comment.")


def tables(changes: Changes, rows: int) -> Iterator[str]:
    """Give a table for each sort of thing that moves, cut to a number of rows."""
    yield from table("Documents", ("Document", "Change"), [(t.path, t.what) for t in changes.texts], rows)
    if changes.old.sides != changes.new.sides:
        pair = [" and ".join(picture.sides) for picture in (changes.old, changes.new)]
        yield from table("Sides", ("Before", "After"), [pair], rows)
    yield from table("Cells", ("Issue", "Side", "Before", "After", "Why"), list(_cells(changes)), rows)
    yield from table("Relations", ("Issue", "Before", "After", "Why"), list(_relations(changes)), rows)
    yield from table("Propositions", ("Proposition", "Before", "After"), list(_answers(changes)), rows)
    heads = ("Issue", "Side", "Stance", "Rule", "Words", "Where")
    for what in (What.GAINED, What.LOST):
        yield from table(f"Stances {what}", heads, list(map(_one, changes.of(what))), rows)
    heads = ("Issue", "Side", "Before", "After", "Words", "Where")
    yield from table("Stances changed", heads, list(map(_two, changes.of(What.CHANGED))), rows)


def table(title: str, heads: Row, rows: Sequence[Row], most: int) -> Iterator[str]:
    """Give a titled table, whose values are escaped here; an empty one is left out."""
    if not rows:
        return
    yield from ("", f"### {title}", "", _line(heads), _line(["---"] * len(heads), raw=True))
    yield from map(_line, rows[:most])
    if len(rows) > most:
        yield from ("", f"… and {len(rows) - most} more")


def _line(values: Iterable[str], raw: bool = False) -> str:
    return "| " + " | ".join(value if raw else escaped(short(value, _LONGEST)) for value in values) + " |"


def escaped(text: str) -> str:
    r"""Take all meaning from the characters of a text.

    >>> print(escaped("a|b <i> *c* @desk"))
    a\|b \<i\> \*c\* @<!-- -->desk
    """
    harmless = shown(" ".join(text.split()))
    parts = _LINKED.split(harmless)
    # a comment inside keeps GitHub from linking a name, number or address; a backslash would not
    return "".join(p + "<!-- -->" if n % 2 else _MARKUP.sub(r"\\\1", p) for n, p in enumerate(parts))


def _cells(changes: Changes) -> Iterable[Row]:
    for move in changes.cells:
        before, after = both(move.old, move.new)
        yield changes.name(move.issue), changes.name(move.side), before, after, because(move.causes)


def _relations(changes: Changes) -> Iterable[Row]:
    for move in changes.relations:
        yield changes.name(move.issue), relation(move.old), relation(move.new), because(move.causes)


def _answers(changes: Changes) -> Iterable[Row]:
    for move in changes.answers:
        known = move.new or move.old
        sides = list(answers(move.old, move.new))
        before = [relation(move.old), *(f"{side} {old}" for side, old, _ in sides)]
        after = [relation(move.new), *(f"{side} {new}" for side, _, new in sides)]
        yield known.label if known else "", ", ".join(before), ", ".join(after)


def _one(difference: Difference) -> Row:
    seen = difference.stance
    return seen.issue, seen.side, stance(seen), seen.rule, f"“{short(seen.quote)}”", place(seen)


def _two(difference: Difference) -> Row:
    old, new = difference.old, difference.new
    assert old is not None  # a changed stance has both
    assert new is not None
    before, after = both(old, new)
    if old.rule != new.rule:
        before, after = (", ".join(filter(None, (p, f"by {r}"))) for p, r in ((before, old.rule), (after, new.rule)))
    same = "other words prove it" if not before else ""
    return new.issue, new.side, before or "the same", after or same, f"“{short(new.quote)}”", place(new)
