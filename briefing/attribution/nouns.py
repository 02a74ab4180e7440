"""Nouns that report: "Alden's claim that …", "issued a warning that …", "its position is that …"."""

from __future__ import annotations

from briefing.attribution import grammar as g
from briefing.attribution.forms import Shape
from briefing.attribution.page import Sentence
from briefing.attribution.proposal import Proposal
from briefing.attribution.spots import Spot, agent_end
from briefing.attribution.subjects import group_start, phrase_start, subject
from briefing.model import Span
from briefing.text import words

_LINKS = words("that to of about over for against toward towards not")
_PHRASE_NOUNS = words("warning hope criticism denial praise wish directive proposal commitment refusal")
_LIGHT_CLASSES = words("speech warning hope belief criticism commitment wish denial directive agreement")
_DEEDS = words("support backing interest enthusiasm attack offer")  # what somebody does, not what they say
_STANDING = words("position view stance message belief opinion assessment")
# Verbs that only carry the noun behind them.
_LIGHT = words(
    "issue issued issues issuing make made makes making give gave gives giving express expressed expresses "
    "expressing voice voiced voices voicing deliver delivered delivers sent send sends repeat repeated repeats "
    "repeating reiterate reiterated reiterates reiterating release released releases has have had having share "
    "shares shared convey conveyed reaffirmed reaffirm reaffirms renewed renew renews renewing raised raise "
    "raises raising echoed echo echoes signaled signalled announced announce announces maintained hold holds held "
    "offer offered offers reached reach reaches stated underscored underlined stressed showed"
)
_NAMED_BY_PLACE = words("agreement agreements accord accords talk talks discussion discussions consensus")
_REACH = 7  # words between such a verb and its noun


def noun_content(spot: Spot) -> Proposal | None:
    """Propose what a reporting noun names as the words of its possessor, origin, or the subject of its verb."""
    s, i = spot.s, spot.first
    if i == 0 or i + 2 >= len(s):
        return None
    stated = _stated(spot)
    if stated:
        return stated
    k, origin = i + 1, None
    if s.lower[k] in ("from", "by"):
        k = agent_end(s, i + 2)
        origin = s.span_of(i + 2, k) if k > i + 2 else None
    if k + 1 >= len(s) or s.lower[k] not in _LINKS or not _links(spot, k):
        return None
    owner = possessor(s, i)
    if owner is not None and spot.entry.lemma in _DEEDS:
        return None
    source = origin or owner or _light_subject(spot, s.lower[k])
    start = k if s.lower[k] in ("that", "to", "not") else k + 1
    limit = _judged_at(s, start) if s.lower[k] == "that" else None
    content = spot.content(start, limit) if source and start + 1 < len(s) else None
    return _made(spot, source, content, f"noun-{s.lower[k]}") if source and content else None


def _judged_at(s: Sentence, start: int) -> int | None:
    """Give the word where a sentence says who judged the claim: "… that the pact holds | was dismissed by Borska"."""
    for k in range(start + 4, len(s)):
        if s.lower[k] == "by" and s.lower[k - 1].endswith("ed"):
            j = group_start(s, k - 1)
            if s.lower[j] in g.FINITE and any(w in g.FINITE or w in g.PASTS for w in s.lower[start + 1 : j]):
                return j
    return None


def _made(spot: Spot, source: Span, content: Span, frame: str) -> Proposal:
    stated = frame == "noun-is"
    return Proposal(
        sentence=spot.s.number,
        source=source,
        cue=spot.cue,
        content=(content,),
        cue_class="speech" if stated else spot.entry.frames["class"],
        frame=frame,
        found_by="noun",
        lemma=spot.entry.lemma,
        strength=2 if stated else 1,
    )


def _links(spot: Spot, k: int) -> bool:
    """Whether the link at word `k` opens what the noun names, not a mere circumstance."""
    s, kind, link = spot.s, spot.entry.frames["class"], spot.s.lower[k]
    if link not in ("that", "to") and kind not in _PHRASE_NOUNS:
        return False
    if kind == "directive" and link not in ("that", "to", "for", "against", "not"):
        return False
    thing = k + 1 < len(s) and (s.lower[k + 1] in g.DETERMINERS or s.words[k + 1][0].isupper())
    return not (link == "to" and thing and kind not in _PHRASE_NOUNS)


def _stated(spot: Spot) -> Proposal | None:
    """Read "Alden's position on the drills is that …": what the noun names follows a form of "be"."""
    s, k = spot.s, spot.first + 1
    if spot.entry.lemma not in _STANDING:
        return None
    source = possessor(s, spot.first)
    x = next((x for x in range(k, min(k + 10, len(s) - 2)) if s.lower[x] in ("is", "was", "remains")), None)
    if source is None or x is None or "," in s.words[k:x]:
        return None
    content = spot.content(x + 1)
    return _made(spot, source, content, "noun-is") if content else None


def _light_subject(spot: Spot, link: str) -> Span | None:
    """Give the subject of "issued a warning": a verb that only carries the noun behind it."""
    s, i, kind = spot.s, spot.first, spot.entry.frames["class"]
    if kind not in _LIGHT_CLASSES or (link == "of" and kind != "warning"):
        return None
    k = i - 1
    while k > 0 and i - k < _REACH and s.lower[k] not in _LIGHT:
        if s.words[k] in ",.;:" or s.lower[k] in g.FINITE or s.lower[k] in g.PREPOSITIONS:
            return None
        k -= 1
    if k <= 0 or s.lower[k] not in _LIGHT or s.quoted[k]:
        return None
    who = subject(s, k, Shape.ING if s.lower[k].endswith("ing") else Shape.PAST, spot.verbs)
    denied = any(w in g.NEGATORS for w in s.lower[group_start(s, k) : k])
    return s.span_of(who.first, who.last) if who and not denied else None


def possessor(s: Sentence, i: int) -> Span | None:
    """Give the holder that stands before a noun: "its claim", "Alden's repeated warning", "US claims"."""
    for k in range(i - 1, max(-1, i - 5), -1):
        lower = s.lower[k]
        if lower in g.POSSESSIVES:
            return s.span_of(k, k + 1)
        if lower in ("'s", "’s") or (lower in "'’" and s.lower[k - 1].endswith("s")):
            start = phrase_start(s, k)
            return s.span_of(_behind_verb(s, start, k), k) if start is not None else None
        if k == i - 1 and s.lower[i] in _NAMED_BY_PLACE:
            return None  # "the Borsk accords"
        if k == i - 1 and k > 0 and s.words[k][0].isupper() and s.words[k].replace(".", "").isalpha():
            return s.span_of(_capitals_from(s, k), k + 1)
        if not lower[0].isalnum() or lower in g.PREPOSITIONS or lower in g.FINITE or s.quoted[k]:
            return None
        if lower in ("the", "a", "an", "that"):
            return None
    return None


def _behind_verb(s: Sentence, start: int, stop: int) -> int:
    """Give the word behind a verb that a phrase took in: "Berg noted Kral's claim"."""
    verb = next((k for k in range(stop - 2, start - 1, -1) if _is_past(s.words[k])), None)
    return verb + 1 if verb is not None and s.words[verb + 1][0].isupper() else start


def _is_past(word: str) -> bool:
    return (word.endswith("ed") and word.islower()) or word in g.PASTS


def _capitals_from(s: Sentence, k: int) -> int:
    while k > 1 and s.words[k - 1][0].isupper() and s.words[k - 1].isalpha():
        k -= 1
    return k
