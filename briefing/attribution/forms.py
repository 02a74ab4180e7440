"""Inflection: from the base form of a verb or noun in the lexicon to the forms that texts use."""

from __future__ import annotations

from enum import StrEnum


class Shape(StrEnum):
    """Which form of a verb a word is."""

    BASE = "base"
    PRESENT = "present"
    PAST = "past"
    ING = "ing"


_IRREGULAR: dict[str, tuple[str, ...]] = {
    "say": ("said",),
    "tell": ("told",),
    "write": ("wrote", "written"),
    "think": ("thought",),
    "find": ("found",),
    "know": ("knew", "known"),
    "see": ("saw", "seen"),
    "make": ("made",),
    "give": ("gave", "given"),
    "take": ("took", "taken"),
    "feel": ("felt",),
    "hold": ("held",),
    "seek": ("sought",),
    "speak": ("spoke", "spoken"),
    "swear": ("swore", "sworn"),
    "understand": ("understood",),
    "mean": ("meant",),
    "show": ("showed", "shown"),
    "read": ("read",),
    "hit": ("hit",),
    "put": ("put",),
    "let": ("let",),
    "set": ("set",),
    "lay": ("laid",),
    "draw": ("drew", "drawn"),
    "forbid": ("forbade", "forbidden"),
    "foresee": ("foresaw", "foreseen"),
    "sing": ("sang", "sung"),
    "bet": ("bet",),
    "come": ("came", "come"),
    "become": ("became", "become"),
    "begin": ("began", "begun"),
    "shoot": ("shot",),
    "spell": ("spelled", "spelt"),
    "lean": ("leaned", "leant"),
    "drive": ("drove", "driven"),
    "undertake": ("undertook", "undertaken"),
    "bring": ("brought",),
    "have": ("had",),
    "own": ("owned",),
    "cast": ("cast",),
    "pour": ("poured",),
    "own up": ("owned",),
    "learn": ("learned", "learnt"),
    "dream": ("dreamed", "dreamt"),
    "forget": ("forgot", "forgotten"),
    "hear": ("heard",),
    "stand": ("stood",),
    "stick": ("stuck",),
    "slap": ("slapped",),
    "tear": ("tore", "torn"),
    "go": ("went", "gone"),
    "weigh": ("weighed",),
    "rise": ("rose", "risen"),
    "be": ("was", "were", "been"),
    "forswear": ("forswore", "forsworn"),
    "recast": ("recast",),
    "reset": ("reset",),
    "spurn": ("spurned",),
}
_VOWELS = "aeiou"
_UNDOUBLED = frozenset(
    [
        "answer",
        "counter",
        "consider",
        "offer",
        "suffer",
        "alter",
        "gather",
        "utter",
        "whisper",
        "remember",
        "wonder",
        "deliver",
        "order",
        "ponder",
        "question",
        "mention",
        "caution",
        "position",
        "happen",
        "threaten",
        "listen",
        "open",
        "reason",
        "envision",
        "reckon",
        "envisage",
        "develop",
        "exhibit",
        "credit",
        "profit",
        "audit",
        "edit",
        "limit",
        "visit",
        "posit",
        "interpret",
        "trumpet",
        "target",
        "market",
        "covet",
        "hammer",
        "clamor",
        "alert",
        "savor",
        "favor",
        "labor",
        "honor",
        "murmur",
        "register",
        "pressure",
        "elicit",
        "solicit",
        "discredit",
        "lament",
    ]
)


def verb_forms(verb: str) -> dict[str, Shape]:
    """Give the forms of a verb in the base form.

    >>> sorted(verb_forms("deny"))
    ['denied', 'denies', 'deny', 'denying']
    """
    forms = {verb: Shape.BASE, _third(verb): Shape.PRESENT, _with(verb, "ing"): Shape.ING}
    for past in _IRREGULAR.get(verb, (_with(verb, "ed"),)):
        forms[past] = Shape.PAST
    if verb.endswith(("al", "el", "il", "ol")) and len(verb) > 4:  # signalled, signaled
        stem = verb + "l" if _with(verb, "ed") == verb + "ed" else verb
        forms |= {stem + "ed": Shape.PAST, stem + "ing": Shape.ING}
    return forms


def noun_forms(noun: str) -> tuple[str, str]:
    """Give the singular and the plural of a noun."""
    return noun, _third(noun)


def _third(word: str) -> str:
    if word in ("do", "go"):
        return word + "es"
    if word == "be":
        return "is"
    if word == "have":
        return "has"
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "sh", "ch", "x", "z")) else "s")


def _with(verb: str, ending: str) -> str:
    """Attach -ed or -ing with the usual changes of spelling."""
    if verb.endswith("e") and not (verb.endswith(("ee", "oe")) and ending == "ing") and verb != "be":
        return verb + ending[1:] if ending == "ed" else verb[:-1] + ending
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS and ending == "ed":
        return verb[:-1] + "ied"
    if verb.endswith("ic"):
        return verb + "k" + ending
    if _doubles(verb):
        return verb + verb[-1] + ending
    return verb + ending


def _doubles(verb: str) -> bool:
    """Whether the last consonant is doubled: 'slam', 'admit', but not 'answer' or 'claim'."""
    if len(verb) < 3 or verb in _UNDOUBLED or verb[-1] in _VOWELS + "wxyh":
        return False
    return verb[-2] in _VOWELS and verb[-3] not in _VOWELS
