"""Negation and conditions: whether a hit is denied, or hangs on an if. English grammar, no politics."""

from __future__ import annotations

import re

from briefing.model import Modality, Span

_NEGATOR = re.compile(r"\b(?:not|never|no|nor|neither|without|cannot|hardly|nothing|none)\b|n[’']t\b", re.IGNORECASE)
_BREAK = re.compile(r"[,;:.!?()–—\x1f]|\b(?:but|because|that|which|who|while|and|or)\b", re.IGNORECASE)
_IDLE = re.compile(r"\b(?:not (?:only|just|merely|simply|least)|no (?:doubt|matter|later|less|fewer))\b", re.IGNORECASE)
_UNPROVEN = re.compile(
    r"(?:\b(?:no|not|never|without|little)\b|n[’']t\b)(?:\W+\w+){0,3}?\W+(?:evidence|proof|signs?|indications?)"
    r"\W+(?:that|of)\b(?=[^,;.?!]*$)",
    re.IGNORECASE,
)
_WINDOW = 4  # words between a negator and what it denies
_CONDITION = re.compile(r"\b(?:if|unless|provided that|in the event of|as long as|otherwise|or else)\b", re.IGNORECASE)
_HYPOTHESIS = re.compile(r"\b(?:would|could|might)\b", re.IGNORECASE)
_CLAUSE_END = re.compile(r"[,;:.!?–—]")


def negator(text: str, hit: Span) -> Span | None:
    """Give the negator before the hit that denies it, or says that nothing shows it, if one does.

    >>> negator("We will not accept the pact.", Span(12, 27)), negator("We accept the pact.", Span(3, 18))
    (Span(start=8, stop=11), None)
    """
    before = text[: hit.start]
    if unproven := _UNPROVEN.search(before):
        return Span(*unproven.span())
    found = _negators(before)
    if not found:
        return None
    between = before[found[-1].stop :]
    near = not _BREAK.search(between) and len(between.split()) <= _WINDOW
    return found[-1] if near else None


def inner_negator(text: str, hit: Span) -> Span | None:
    """Give the negator within the hit, between two of its words, that denies the later ones, if one does.

    >>> text = "The talks were not useful."
    >>> inner_negator(text, Span(4, 25)), inner_negator("The talks, not the first, were useful.", Span(4, 37))
    (Span(start=15, stop=18), None)
    """
    found = (n for n in _negators(text, hit.start, hit.stop) if not _BREAK.search(text, n.stop, hit.stop))
    return next(found, None)


def is_negative(pattern: str) -> bool:
    """Whether a pattern has a negator among its own words."""
    return bool(_NEGATOR.search(pattern))


def _negators(text: str, start: int = 0, stop: int | None = None) -> list[Span]:
    found = _NEGATOR.finditer(text, start, len(text) if stop is None else stop)
    return [Span(*m.span()) for m in found if not _IDLE.match(text, m.start())]


def condition(text: str, hit: Span) -> Span | None:
    """Give the word that makes the clause of the hit a condition, if one does."""
    found = [Span(*m.span()) for m in _CONDITION.finditer(text, 0, hit.start)]
    return found[-1] if found and not _CLAUSE_END.search(text, found[-1].stop, hit.start) else None


def modality(text: str) -> Modality:
    """Tell how a sentence is meant as a whole."""
    if _CONDITION.search(text):
        return Modality.CONDITIONAL
    return Modality.HYPOTHETICAL if _HYPOTHESIS.search(text) else Modality.ASSERTED
