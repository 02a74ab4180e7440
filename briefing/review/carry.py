"""A review carried over to what is found now. In: the `Review` and the `Ground`. Out: what holds, and what lapsed.

An entry holds where its stance is there with the same words and the same reading. Where only the id is another one,
because something else changed, its sentences, words and reading tell which stance it is.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from briefing.errors import Problem, ReviewError
from briefing.review.adding import add
from briefing.review.ground import Ground, context_of, quote_of
from briefing.review.read import Review, problem
from briefing.review.readings import Reading, reading_of, written_over
from briefing.review.rulings import Ruling, rule_on
from briefing.review.words import folded
from briefing.review.written import WrittenAdded, WrittenStance


@dataclass(frozen=True, slots=True, kw_only=True)
class Lapsed:
    """An edit that does not hold any more, and why not."""

    entry: WrittenStance | WrittenAdded
    problem: Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """What is left of a review; `moved` are stances whose ids changed, old and new, and nothing of their words."""

    by: str | None = None
    rulings: tuple[Ruling, ...] = ()
    added: tuple[WrittenAdded, ...] = ()
    stale: tuple[Lapsed, ...] = ()
    moved: tuple[tuple[str, str], ...] = ()


def carry_over(review: Review, ground: Ground) -> Carried:
    """Keep every decision of a review that still holds, and set the others aside.

    What was set aside before is tried again.

    Raises:
        ReviewError: an entry is not signed, or names what is not known; it names all of them.
    """
    live = [rule_on(entry, ground.by_id.get(entry.id), review, ground) for entry in review.stances]
    added = [add(entry, review, ground) for entry in review.added]
    if mistakes := [*(m for ruling in live for m in ruling.mistakes), *(m for each in added for m in each.mistakes)]:
        raise ReviewError(mistakes)
    aside = [entry for entry in review.stale if isinstance(entry, WrittenStance)]
    again = [rule_on(entry, ground.by_id.get(entry.id), review, ground) for entry in aside]
    added += [add(entry, review, ground) for entry in review.stale if isinstance(entry, WrittenAdded)]
    held, stale, moved = _sorted([r for r in (*live, *again) if r.edit], review, ground)
    return Carried(
        by=review.by,
        rulings=held,
        added=tuple(a.entry for a in added if a.stance),
        stale=(*stale, *(Lapsed(entry=a.entry, problem=(*a.lapses, *a.mistakes)[0]) for a in added if not a.stance)),
        moved=moved,
    )


def _sorted(
    rulings: Sequence[Ruling], review: Review, ground: Ground
) -> tuple[tuple[Ruling, ...], tuple[Lapsed, ...], tuple[tuple[str, str], ...]]:
    """Tell decisions that hold from those that do not, and name those whose stance has another id now."""
    held, stale, moved = dict[str, Ruling](), list[Lapsed](), list[tuple[str, str]]()
    taken = {r.entry.id for r in rulings if r.stance}
    for ruling in rulings:
        found = ruling if ruling.stance else _followed(ruling, review, ground, taken)
        flaws = [*found.lapses, *found.mistakes]
        if found.stance and found.stance.id in held:
            flaws.append(problem(ruling.entry, "V003", "this stance was reviewed anew since", "id"))
        if flaws or found.stance is None:
            stale.append(Lapsed(entry=ruling.entry, problem=flaws[0]))
            continue
        taken.add(found.stance.id)
        held[found.stance.id] = found
        moved += [(ruling.entry.id, found.stance.id)] if found is not ruling else []
    return tuple(held.values()), tuple(stale), tuple(moved)


def _followed(ruling: Ruling, review: Review, ground: Ground, taken: Collection[str]) -> Ruling:
    """Find the stance of an entry whose id is gone by its words and reading; the ruling as it is if none is left."""
    wanted = _marks(ruling.entry)
    free = (s for s in ground.stances if s.id not in taken)
    stance = next((s for s in free if (context_of(s), quote_of(s), reading_of(s)) == wanted), None)
    return rule_on(ruling.entry, stance, review, ground) if stance else ruling


def _marks(entry: WrittenStance) -> tuple[str, str, Reading]:
    return folded(entry.context or ""), folded(entry.quote or ""), written_over(entry.found, Reading())
