"""What a desk's review says on the page: how much was reviewed, each edit with its reason, what was struck.

In: the kit of one briefing. Out: runs and blocks; nothing where no review was applied.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefing.model import Decision, Edit, Reviewed, Stance
from briefing.pages.evidence import Evidence
from briefing.pages.kit import Kit
from briefing.pages.lines import Run
from briefing.pages.theme import INK, SANS_BOLD
from briefing.pages.wording import capital

_HASH = 8  # hex digits
_EDITS = (Decision.CHANGED, Decision.ADDED)


def fact(kit: Kit) -> str:
    """Say on page one how much was reviewed."""
    review = kit.analysis.review
    if review is None:
        return kit.say("facts.unreviewed")
    return kit.say("facts.reviewed", n=str(review.signed), m=str(review.total))


# ── the method note ─────────────────────────────────────────────────────────────────────────────────────────────────


def method(kit: Kit) -> tuple[str, list[Run]]:
    """Give the label and text of the note on who has looked at the results."""
    review = kit.analysis.review
    if review is None:
        return kit.say("method.unreviewed"), [Run(kit.say("method.unreviewed.text"))]
    name = kit.say("method.review.file", path=review.path, hash=review.sha256[:_HASH])
    counts = kit.say("method.review", n=str(review.signed), m=str(review.total), file=name)
    runs = [Run(" ".join([counts, *_done(kit, review)])), Run(" ")]
    return kit.say("method.reviewed"), [*runs, *_open(kit, review), Run(" " + kit.say("method.review.care"))]


def _done(kit: Kit, review: Reviewed) -> Iterator[str]:
    """Count what was decided, and the edits that did not hold."""
    decided = [s.edit.decision for s in (*kit.analysis.stances, *review.struck) if s.edit]
    parts = [kit.say(f"method.review.{d}", n=str(decided.count(d))) for d in Decision if d in decided]
    if parts:
        yield capital(kit.say.listing(parts)) + "."
    if review.stale:
        yield kit.say.count("method.review.stale", review.stale)


def _open(kit: Kit, review: Reviewed) -> list[Run]:
    """Name the entries of the register that hold something nobody has reviewed."""
    if not review.open:
        return [Run(kit.say("method.review.all"))]
    if not review.signed:
        return [Run(kit.say("method.review.none"))]
    unseen = frozenset(review.open)
    numbers = [e.number for e in kit.register.entries if any(s.id in unseen for s in e.stances)]
    runs = [Run(kit.say("method.review.open") + " "), *kit.refs(numbers), Run(".")]
    return runs if numbers else []


# ── the register ────────────────────────────────────────────────────────────────────────────────────────────────────


def edits(kit: Kit, evidence: Evidence) -> Iterator[Run]:
    """Give what the desk made of an entry of the register: by whom, what, and why."""
    for stance in {s.id: s for s in evidence.stances}.values():
        if stance.edit and stance.edit.decision in _EDITS:
            issue = kit.analysis.ruleset.issue(stance.issue).in_text
            what = kit.say("register.edit.what", issue=issue, what=_what(kit, stance, stance.edit))
            why = kit.say("register.edit.why", why=_ended(_folded(stance.edit.why or "")))
            yield Run(" " + capital(kit.say("register.edit", by=_folded(stance.edit.by))), SANS_BOLD, colour=INK)
            yield Run(what + why, colour=INK)


def struck(kit: Kit) -> tuple[Stance, ...]:
    """Give what the desk took out."""
    return kit.analysis.review.struck if kit.analysis.review else ()


def taken_out(kit: Kit, stance: Stance) -> list[Run]:
    """Say what was struck, where it stands, by whom and why, so that it does not vanish without trace."""
    assert stance.edit is not None  # that is what struck it
    document = stance.statement.document
    line = kit.say("register.line", line=str(document.line(stance.covers.start)))
    side = kit.analysis.ruleset.side(stance.side).name
    tail = kit.say.listing_plain(["", side, line, stance.rule]) + kit.say("register.colon")
    return [
        Run(capital(kit.sentences.speaker(stance)), SANS_BOLD, colour=INK),
        Run(tail),
        Run(document.words(stance.covers)),
        Run(" "),
        Run(capital(kit.say("register.struck", by=_folded(stance.edit.by))), SANS_BOLD, colour=INK),
        Run(kit.say("register.edit.why", why=_ended(_folded(stance.edit.why or ""))), colour=INK),
    ]


def _what(kit: Kit, stance: Stance, edit: Edit) -> str:
    """Say what was changed, with what it was before; or that all of it was added."""
    if edit.decision == Decision.ADDED:
        return kit.say("register.edit.added")
    changes = (
        kit.say(
            "register.edit.changed",
            name=kit.say(f"desk.{name}"),
            now=_named(kit, name, now),
            was=_named(kit, name, was),
        )
        for name, was in edit.was
        for now in [_now(stance, name)]
    )
    return kit.say.listing_plain(list(changes))


def _now(stance: Stance, name: str) -> str | int | None:
    return stance.statement.speaker if name == "speaker" else getattr(stance, name)


def _named(kit: Kit, name: str, value: str | int | None) -> str:
    """Give a value as the page names it."""
    rules = kit.analysis.ruleset
    if value is None:
        return kit.say("desk.none")
    if name == "side":
        return rules.side(str(value)).name
    if name == "issue":
        return rules.issue(str(value)).name
    if name == "proposition":
        return rules.proposition(str(value)).label
    return str(value) if name in ("speaker", "rule") else kit.say(f"{name}.{value}")


def _ended(text: str) -> str:
    return text if text.endswith((".", "!", "?", "…")) else text + "."


def _folded(text: str) -> str:
    return " ".join(text.split())
