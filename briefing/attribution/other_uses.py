"""Reporting verbs that mean something else here: to raise money, to call by telephone, to address a crowd."""

from __future__ import annotations

from briefing.attribution import grammar as g
from briefing.attribution.cues import Entry
from briefing.attribution.frames import Frame
from briefing.attribution.page import Sentence
from briefing.attribution.spots import Spot
from briefing.text import words

_SPEAKERS = words("i we you he she they")
_REFLEXIVE = words("itself himself herself themselves")
_SHORTEST_CLAUSE = 4  # words behind "called" that can be more than an object
_HEAD = 7  # words from the cue to the head of its object
_AFTER_NOUNS = (
    g.PREPOSITIONS | g.CONJUNCTIONS | g.SUBORDINATORS | g.DETERMINERS | g.FINITE | words("to last next again too")
)


def is_other_use(spot: Spot, found: Frame) -> bool:
    """Whether a cue does not report, by what it governs."""
    s, lemma = spot.s, spot.entry.lemma
    if found.start is None or found.start >= len(s):
        return False
    if lemma == "call" and found.name in ("object", "object-name"):
        return len(s) - found.start < _SHORTEST_CLAUSE
    if found.name == "object" and s.lower[found.start] in _REFLEXIVE:
        return True
    if lemma == "mean":  # "I mean that …", but "it means that …"
        return s.lower[spot.group - 1] not in _SPEAKERS
    if s.lower[spot.group - 1 : spot.group] == ["to"] and spot.entry.frames.get(found.name) == "consultation":
        return True  # what a journey is for
    return found.name == "object" and _governs_thing(s, found.start, spot.entry)


def _governs_thing(s: Sentence, start: int, entry: Entry) -> bool:
    """Whether the object that begins at word `start` is a thing, or an audience, not what is said."""
    if entry.lemma == "speak to":
        return s.words[start][0].isupper() or s.lower[start] in g.ADDRESSEES or s.lower[start + 1 : start + 2] == ["'s"]
    if not entry.things:
        return False
    if entry.lemma in ("raise", "claim", "register") and (s.words[start][0].isdigit() or s.words[start] in "$€£"):
        return True
    for k in range(start, min(start + _HEAD, len(s))):
        if s.lower[k] in entry.things and _ends_phrase(s, k + 1):
            return True
        if s.lower[k] in g.PREPOSITIONS or not s.words[k][0].isalnum():
            return s.words[k] in "$€£"
    return False


def _ends_phrase(s: Sentence, k: int) -> bool:
    """Whether no further noun stands at word `k`: "raised tariffs on", but "raised tariff concerns"."""
    if k >= len(s) or not s.words[k][0].isalpha() or g.is_adverb(s.words[k], s.lower[k]):
        return True
    return s.words[k][0].isupper() or s.lower[k] in _AFTER_NOUNS
