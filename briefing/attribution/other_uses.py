"""Reporting verbs that mean something else here: to raise money, to call by telephone, to address a crowd."""

from __future__ import annotations

from briefing.attribution import grammar as g
from briefing.attribution.frames import Frame
from briefing.attribution.page import Sentence
from briefing.attribution.spots import Spot
from briefing.text import words

_REFLEXIVE = words("itself himself herself themselves")
_SHORTEST_CLAUSE = 4  # words behind "called" that can be more than an object
_HEAD = 7  # words from the cue to the head of its object
_AUDIENCE = words(
    "crowd crowds audience audiences rally rallies reporters conference congress parliament assembly gathering "
    "meeting forum summit students troops supporters convention delegates nation voters"
)
_SPEECHES = words("speech speeches address addresses remarks keynote statement statements lecture lectures")
_AFTER_NOUNS = (
    g.PREPOSITIONS | g.CONJUNCTIONS | g.SUBORDINATORS | g.DETERMINERS | g.FINITE | words("to last next again too")
)
# What these verbs govern when they say nothing.
_THINGS = {
    "raise": words(
        "money funds cash fund tax taxes rate rates price prices wage wages pay salary salaries revenue revenues "
        "dollar dollars capital stakes bar child children kids family hand hands eyebrow eyebrows profile spirits "
        "awareness age cap ceiling limit tariff tariffs duties costs cost standards level levels million millions "
        "billion billions"
    ),
    "deliver": _SPEECHES | words("goods food aid results votes vote victory win weapons blow package packages system"),
    "issue": words("statement statements release report passport passports visa visas license licenses permits bonds"),
    "register": words("voter voters member members company companies users domain name victory win"),
    "address": _AUDIENCE,
    "claim": words(
        "victory victories win wins life lives seat seats nomination prize title delegates state states percent land"
    ),
    "air": words("ad ads advertisement commercial commercials show spot spots program programme episode interview"),
    "announce": words("candidacy"),
    "challenge": words("incumbent"),
    "seek": words("office nomination seat election re-election reelection presidency"),
    "order": words("pizza food drinks meal copies"),
}


def is_other_use(spot: Spot, found: Frame) -> bool:
    """Whether a cue does not report, by what it governs."""
    s, lemma = spot.s, spot.entry.lemma
    if found.start is None or found.start >= len(s):
        return False
    if lemma == "call" and found.name in ("object", "object-name"):
        return len(s) - found.start < _SHORTEST_CLAUSE
    if found.name == "object" and s.lower[found.start] in _REFLEXIVE:
        return True
    if s.lower[spot.group - 1 : spot.group] == ["to"] and spot.entry.frames.get(found.name) == "consultation":
        return True  # what a journey is for
    return found.name == "object" and _governs_thing(s, found.start, lemma)


def _governs_thing(s: Sentence, start: int, lemma: str) -> bool:
    """Whether the object that begins at word `start` is a thing, or an audience, not what is said."""
    if lemma == "speak to":
        return s.words[start][0].isupper() or s.lower[start] in g.ADDRESSEES or s.lower[start + 1 : start + 2] == ["'s"]
    things = _THINGS.get(lemma)
    if things is None:
        return False
    if lemma in ("raise", "claim", "register") and (s.words[start][0].isdigit() or s.words[start] in "$€£"):
        return True
    for k in range(start, min(start + _HEAD, len(s))):
        if s.lower[k] in things and _ends_phrase(s, k + 1):
            return True
        if s.lower[k] in g.PREPOSITIONS or not s.words[k][0].isalnum():
            return s.words[k] in "$€£"
    return False


def _ends_phrase(s: Sentence, k: int) -> bool:
    """Whether no further noun stands at word `k`: "raised tariffs on", but "raised tariff concerns"."""
    if k >= len(s) or not s.words[k][0].isalpha() or g.is_adverb(s.words[k], s.lower[k]):
        return True
    return s.words[k][0].isupper() or s.lower[k] in _AFTER_NOUNS
