"""Whether a word that has the form of a reporting verb is one: "China claims", but "US claims that" behind "denied"."""

from __future__ import annotations

from briefing.attribution import grammar as g
from briefing.attribution.cues import Entry
from briefing.attribution.forms import Shape
from briefing.attribution.page import Sentence
from briefing.attribution.subjects import phrase_start
from briefing.text import words

_BEFORE_GERUND = words("about by for after before without in while of with")
_QUANTIFIED = words("some many most several few both")
_PLURAL = words("people police some many both all others ) men women")
_SAY = words("said says say")
# Forms that are nouns at least as often as verbs.
_NOUNLIKE = words(
    "states state debates debate queries query emails email posts post texts text cases reports report details "
    "detail charges charge questions question notes note comments comment covers cover issues issue airs air "
    "plans plan calls call demands demand requests request concerns fears fear doubts doubt hopes hope views view "
    "rates rate names name attacks attack hits hit tweets tweet labels label orders order offers offer claims "
    "claim promises promise records addresses address advocates advocate answers answer favors favor supports "
    "support values value credits credit tags tag aims aim urges pushes push cuts fights backs back protests "
    "protest challenges challenge reviews review"
)
_COUNTED = g.PRONOMINAL - words("this that another each") | words("dozen hundred first next last other swing early key")
_MAY_FOLLOW = g.DETERMINERS | g.SUBJECT_PRONOUNS | g.QUESTIONERS | words("to for on against")
_HEADLINE_SHARE = 0.7  # of the longer words in capitals


def is_verb(s: Sentence, i: int, entries: tuple[Entry, ...], verbs: frozenset[str]) -> bool:
    """Whether the word at `i` is used as a verb; `verbs` are all forms of reporting verbs."""
    if i and s.words[i][0].isupper() and not in_capitals(s):
        return False
    shape = entries[0].shape
    if i == 0:
        return shape is Shape.ING
    before = s.lower[i - 1]
    if before in g.ARTICLES or (before in g.DETERMINERS and before not in g.PRONOMINAL):
        return False
    if before in ("'s", "’s"):
        named = s.lower[i - 2] in ("he", "she", "it", "who", "that", "there", "what")
        return shape is Shape.ING or (shape is Shape.PAST and named)
    if before.endswith(("s'", "s’")) or (before in "'’" and shape is not Shape.PAST):
        return False
    if shape is Shape.ING:
        return before not in g.PREPOSITIONS or before in _BEFORE_GERUND
    if shape is Shape.PAST:
        return before not in g.PREPOSITIONS
    return not (before == "that" and shape is Shape.BASE) and _is_finite(s, i, shape, verbs)


def _is_finite(s: Sentence, i: int, shape: Shape, verbs: frozenset[str]) -> bool:
    """Whether a form that may as well be a noun is a finite verb or an infinitive."""
    j = i
    while j > 1 and g.is_adverb(s.words[j - 1], s.lower[j - 1]) and s.lower[j - 1] not in g.AUXILIARIES:
        j -= 1  # "officials increasingly warn"
    before = s.lower[j - 1]
    if before == "to" and shape is Shape.BASE:
        return True
    if before in g.PREPOSITIONS:
        return False
    if s.lower[i] in _NOUNLIKE and (before in _COUNTED or _has_relative(s, i)):
        return False
    if shape is Shape.PRESENT:
        return not _is_object(s, j, verbs) and _may_govern(s, i)
    if before in g.AUXILIARIES or before in g.SUBJECT_PRONOUNS:
        return before in g.FINITE or s.lower[j - 2] not in g.ARTICLES  # "the first challenge"
    if before in ("and", "or", "but") or before in g.RELATIVES:
        return _may_govern(s, i)
    start = phrase_start(s, j)
    if s.lower[i] == "say":
        return start != j
    if start is not None and s.lower[start] in _QUANTIFIED and s.lower[start + 1] in ("in", "of", "within", "among"):
        return True
    plural = (before.endswith("s") and before not in ("'s", "’s")) or before in _PLURAL
    return plural and not _is_object(s, j, verbs) and _may_govern(s, i)


def _has_relative(s: Sentence, i: int) -> bool:
    """Whether "that" behind a word stands for it: "states that held a vote"."""
    if s.lower[i + 1 : i + 2] != ["that"] or i + 2 >= len(s):
        return False
    following = s.lower[i + 2]
    return following in g.FINITE or following in g.PASTS or (following.endswith("ed") and s.words[i + 2].islower())


def _is_object(s: Sentence, i: int, verbs: frozenset[str]) -> bool:
    """Whether the noun phrase that ends at word `i` is the object of a verb or preposition before it."""
    start = phrase_start(s, i)
    if not start:
        return False
    k = start - 1
    lower = s.lower[k]
    if lower in g.PREPOSITIONS and lower != "as" and not (k and s.words[k - 1] == ","):
        return True
    inside = any(w in verbs and w not in _SAY and (w.endswith("ed") or w in g.PASTS) for w in s.lower[start:i])
    return inside or (phrase_start(s, start) is None and lower in verbs and lower not in _SAY)


def _may_govern(s: Sentence, i: int) -> bool:
    """Whether what follows lets the word be a verb: not another verb, nor a bare noun behind a noun."""
    if i + 1 >= len(s) or not s.words[i + 1][0].isalpha() or s.quoted[i + 1]:
        return True
    following = s.lower[i + 1]
    if following in g.FINITE or following in g.BE:
        return False
    return s.lower[i] not in _NOUNLIKE or following in _MAY_FOLLOW or s.words[i + 1][0].isupper()


def in_capitals(s: Sentence) -> bool:
    """Whether a headline has most of its words in capitals."""
    if not (s.headline or (s.number == 0 and s.first)):
        return False
    big = [w for w in s.words if w[0].isalpha() and len(w) > 3]
    return sum(w[0].isupper() for w in big) > _HEADLINE_SHARE * len(big)
