"""States of mind that report: "was clear that …", "remains open to …", "is concerned about …"."""

from __future__ import annotations

from dataclasses import replace

from briefing.attribution import grammar as g
from briefing.attribution.after import made
from briefing.attribution.frames import frame
from briefing.attribution.page import Sentence
from briefing.attribution.proposal import Proposal
from briefing.attribution.spots import Spot
from briefing.attribution.subjects import Subject, group_start, main_subject, phrase_start

_NOBODY = frozenset({"it", "there", "that", "this", "what", "which"})


def state_content(spot: Spot) -> Proposal | None:
    """Propose what follows an adjective behind "be" as what its subject holds."""
    s, j = spot.s, spot.group
    copula = s.lower[j - 1] if j else ""
    if not (copula in g.COPULAS or any(w in g.BE for w in s.lower[j : spot.first])):
        return None
    if copula in g.COPULAS:
        j = group_start(s, j - 1)
    found = frame(spot.page, s, spot.last, spot.entry.frames)
    if found.name not in spot.entry.frames or found.start is None:
        return None
    who = _holder(s, j, spot.verbs)
    proposal = made(spot, found, who) if who else None
    return replace(proposal, found_by="adjective") if proposal else None


def _holder(s: Sentence, j: int, verbs: frozenset[str]) -> Subject | None:
    """Give the subject of a copula whose verb group begins at word `j`."""
    before = s.lower[j - 1] if j else "it"
    if before in _NOBODY:
        return None
    if before in g.SUBJECT_PRONOUNS:
        return Subject(j - 1, j, "pronoun")
    if before == "who":
        return Subject(j - 1, j, "relative")
    if before in ("and", "but", ","):
        return main_subject(s, j - 1, verbs)
    start = phrase_start(s, j)
    return Subject(start, j, "phrase") if start is not None else None
