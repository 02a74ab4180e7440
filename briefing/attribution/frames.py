"""What follows a reporting word: a clause, an infinitive, somebody addressed, a thing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from briefing.attribution import grammar as g
from briefing.attribution.page import Page, Sentence

_REACH = 16  # words of an addressee or object before what is reported
_ASIDE = 16  # words between commas before "that"
_NEAR, _FAR = 5, 8  # words of an addressee before a quotation or question, before a clause

_DAY = (
    r"(?:(?:on |late |early |last |this |earlier |later )*"
    r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|week|month|year|yesterday|today|tonight|morning"
    r"|afternoon|evening|night|recently|later|earlier|publicly|privately|here)\b"
    r"(?: (?:morning|afternoon|evening|night))?)"
)
_PLACE = (
    r"(?:statements?|interviews?|speech|tweets?|posts?|letters?|memo|report|conference|rally|debate|e-?mail|event"
    r"|remarks|segment|briefings?|hearing|release|op-ed|column|article|essay|book|address|website|site|show|campaign"
    r"|Twitter|Facebook|call|meeting|talks|summit|readout|telephone|phone|visit|forum|editorial|commentary|communique"
    r"|communiqué|declaration|document|times|occasions|trip|session|message|filing|press)"
)
_OCCASION = (
    r"(?:in|during|at|on|from|via|through|to|after|before|by)"
    r" (?:(?:an?|the|his|her|their|its|one|this|several|numerous|recent) )?"
    rf"(?:[\w.’'-]+ ){{0,3}}?{_PLACE}\b"
)
_ADJUNCT = (
    rf"(?:{_DAY}|{_OCCASION}"
    r"|on (?:Twitter|Facebook|X|(?:Fox News|CNN|NBC|ABC|CBS|MSNBC)(?:[’']s [A-Z]\w+)?)"
    r"|to (?:reporters|journalists|the media|the press)"
    r"|in (?:[A-Z][\w’'-]+)(?: [A-Z][\w’'-]+)*)"
)
_WHEN = re.compile(rf"\s+{_ADJUNCT}(?:,?\s+{_ADJUNCT})*(?=[\s.,;:]|$)")
_CLAUSE_STARTS = g.SUBJECT_PRONOUNS | frozenset(
    {"there", "this", "these", "those", "nobody", "everyone", "people", "nothing"}
)
_FINITE_AHEAD = g.FINITE | frozenset({"must"})
_HEARERS = frozenset({"me", "us", "him", "her", "them", "reporters", "lawmakers", "journalists"})
_CONCESSIONS = frozenset({"despite", "if", "because", "although", "unless", "once", "even"})
# The verb behind one of these belongs to it, not to the noun before.
_INSIDE = frozenset({"what", "which", "who", "how", "where", "that", "because", "when"})
_LINKS = ("that", "to", "of", "for", "as", "over", "with", "about", "against")


@dataclass(frozen=True, slots=True)
class Frame:
    """What follows a cue: the frame's name, the word where the content begins, and the addressee's words if any."""

    name: str
    start: int | None
    object: tuple[int, int] | None = None


NOTHING = Frame("end", None)


def when_end(page: Page, s: Sentence, i: int) -> int | None:
    """Give the offset behind phrases of time and occasion that follow word `i`, None without any."""
    found = _WHEN.match(page.mask, s.stops[i], s.span.stop)
    return found.end() if found else None


def frame(page: Page, s: Sentence, i: int, allowed: Mapping[str, str]) -> Frame:
    """Read what follows the cue that ends at word `i`, among the frames that this cue may have."""
    n = len(s)
    j = i + 1
    end = when_end(page, s, i)
    if end is not None:
        rest = page.mask[end : s.span.stop]
        if not rest.strip(' .!?"”'):
            return NOTHING
        if rest.lstrip()[:1] == ",":
            return Frame("comma", None)
        k = s.at(end)
        if k < n and (
            s.lower[k] in ("that", "to", ":", "how", "whether", "what")
            or s.lower[k] in g.SUBJECT_PRONOUNS | g.DETERMINERS
            or s.words[k][0].isupper()
            or s.quoted[k]
        ):
            j = k
    j = _behind_asides(s, j)
    if j >= n or s.words[j] in ".;!?)]" or s.lower[j] in ("off", "up", "back"):
        return NOTHING
    if s.words[j] == ":":
        return Frame("colon", j + 1) if j + 1 < n else NOTHING
    if s.words[j] == "," or s.words[j] in g.DASHES:
        return Frame("comma", None)
    return _by_word(page, s, j, allowed)


def _behind_asides(s: Sentence, j: int) -> int:
    """Give the word behind "however", "according to X" between commas, and an adverb."""
    n = len(s)
    if s.words[j : j + 1] == [","] and j + 2 < n and s.lower[j + 1] in ("however", "too", "though"):
        j += 2
        j += s.words[j] == ","
    if s.words[j : j + 1] == [","] and s.lower[j + 1 : j + 3] == ["according", "to"]:
        closing = next((k for k in range(j + 3, n - 1) if s.words[k] == ","), None)
        j = closing + 1 if closing else j
    if s.words[j : j + 1] == [","]:
        j = _behind_aside(s, j)
    if j + 1 >= n or g.is_gerund(s.words[j]):
        return j
    adverb = g.is_adverb(s.words[j], s.lower[j]) or s.lower[j] in ("again", "only", "instead", "both")
    return j + adverb


def _behind_aside(s: Sentence, comma: int) -> int:
    """Give the "that" behind what stands between two commas, else the first comma: "said, on arrival, that"."""
    closing = next((k for k in range(comma + 2, min(comma + _ASIDE, len(s) - 2)) if s.words[k] == ","), None)
    goes_on = closing and s.lower[closing + 1] == "that" and s.lower[closing + 2] not in g.FINITE
    return closing + 1 if closing and goes_on else comma


def _by_word(page: Page, s: Sentence, j: int, allowed: Mapping[str, str]) -> Frame:
    """Choose the frame by the first word that follows the cue."""
    lower = s.lower[j]
    if lower == "that" and ("that" in allowed or "clause" in allowed) and not _points(s, j):
        return Frame("that", j)
    if lower == "to" and not _names_somebody(s, j + 1):
        return Frame("to", j)
    if lower == "not" and s.lower[j + 1 : j + 2] == ["to"]:
        return Frame("to", j)
    if s.quoted[j]:
        return Frame("quotation", j)
    if lower in g.QUESTIONERS and ("wh" in allowed or lower == "whether"):
        return _question(s, j, allowed)
    if "clause" in allowed and lower in _CONCESSIONS and _fronts_clause(s, j):
        return Frame("clause", j)
    if lower in g.PREPOSITIONS and lower != "like":
        return _by_preposition(s, j, allowed)
    if lower.endswith("ing") and len(lower) > 5 and not s.words[j][0].isupper() and "ing" in allowed:
        return Frame("ing", j)
    clausal = "clause" in allowed or "object-clause" in allowed
    bare = lower in g.DETERMINERS and not any(w in g.FINITE or w in g.PASTS for w in s.lower[j + 1 : j + 9])
    if clausal and lower in _CLAUSE_STARTS and not bare and j + 1 < len(s) and s.words[j + 1] not in ".,;":
        return Frame("clause", j)
    return _with_object(s, j, allowed)


def _question(s: Sentence, j: int, allowed: Mapping[str, str]) -> Frame:
    """Read "knows why the fleet sailed"; a bare "why." is nothing, nor a question behind a verb that takes none."""
    goes_on = j + 2 < len(s) and (s.words[j + 1][0].isalnum() or s.lower[j + 1] in ("'s", "’s"))
    return Frame("wh", j) if goes_on and "wh" in allowed else NOTHING


def _points(s: Sentence, j: int) -> bool:
    """Whether "that" at word `j` stands for something itself: "agreed with that", "remembers that day"."""
    rest = [w for w in s.lower[j + 1 : j + 4] if w[0].isalnum() and w != "'s"]
    return len(rest) < 2 and j + 4 > len(s) - 1


def _fronts_clause(s: Sentence, j: int) -> bool:
    """Whether a phrase with a comma and a clause behind it begins at word `j`: "said despite the drills, it would"."""
    comma = next((k for k in range(j + 2, len(s) - 2) if s.words[k] == "," and not s.quoted[k]), None)
    if comma is None:
        return False
    return s.lower[comma + 1] in g.SUBJECT_PRONOUNS | g.DETERMINERS or s.words[comma + 1][0].isupper()


def _by_preposition(s: Sentence, j: int, allowed: Mapping[str, str]) -> Frame:
    """Read "said about 20 people had", "said on its website that", "warned of"."""
    if s.lower[j] == "about" and j + 1 < len(s) and s.words[j + 1][0].isdigit() and "clause" in allowed:
        return Frame("clause", j)
    if "that" in allowed or "object-that" in allowed:
        k = _that_ahead(s, j + 1)
        if k is not None:
            return Frame("that", k)
    return Frame(s.lower[j], j + 1 if j + 1 < len(s) else None)


def _with_object(s: Sentence, j: int, allowed: Mapping[str, str]) -> Frame:
    """Read a noun phrase behind the cue: somebody addressed, something named, or the subject of a clause."""
    that = _that_ahead(s, j + 1) if s.lower[j] in g.POSSESSIVES and "object-that" in allowed else None
    if that is not None and that <= j + _NEAR:
        return Frame("object-that", that, (j, that))  # "told her Borskan hosts that"
    governs = allowed.get("clause") == "knowledge" or "object" in allowed
    for k in range(j + 1, min(j + _REACH, len(s))):
        found = _linked(s, j, k, allowed) or _addressed(s, j, k, allowed)
        if found:
            return found
        if (governs and s.lower[k] in _INSIDE) or _is_joined(s, k):
            break
        if s.quoted[k] and not s.quoted[j]:
            if s.words[k] not in g.MARKS or s.lower[k - 1] in ("of", "for", "as"):
                break
        elif s.words[k] == "," and k + 1 < len(s) and s.quoted[k + 1] and "object-quotation" in allowed:
            return Frame("object-quotation", k + 1, (j, k))
        elif s.words[k] in ",.;:" or s.words[k] in g.DASHES:
            told = _behind_aside(s, k) if s.words[k] == "," and "object-that" in allowed else k
            return Frame("object-that", told, (j, k)) if told > k else _plain(allowed, j)
        elif s.lower[k] in _FINITE_AHEAD or _bare_finite(s, k):
            return _clause_of(s, j, k, allowed) or _plain(allowed, j)
    return _plain(allowed, j)


def _is_joined(s: Sentence, k: int) -> bool:
    """Whether the finite verb at word `k` goes on with the subject's deeds: "writes the issue and then has"."""
    joined = s.lower[k - 1] == "and" or s.lower[k - 2 : k] == ["and", "then"]
    return joined and s.lower[k] in ("has", "have", "had", "is", "are", "was", "were", "does", "did")


def _linked(s: Sentence, j: int, k: int, allowed: Mapping[str, str]) -> Frame | None:
    """Read a link behind an object: "urged Alden to", "accused Alden of", "told Alden that", "described it as"."""
    lower = s.lower[k]
    if lower == "not" and k + 1 < len(s) and s.lower[k + 1] == "to" and "object-to" in allowed and not s.quoted[k]:
        return Frame("object-to", j, (j, k))
    if lower == "as" and "object-as-saying" in allowed:
        saying = k + 1 < len(s) and s.lower[k + 1].endswith("ing")
        return Frame("object-as-saying", k + 2, (j, k)) if saying else None
    if lower not in _LINKS or f"object-{lower}" not in allowed or s.quoted[k] or s.lower[k - 1] == "condition":
        return None  # "told reporters on condition of anonymity"
    if lower == "to" and (k + 1 >= len(s) or _names_somebody(s, k + 1)):
        return None
    return Frame(f"object-{lower}", k if lower == "that" else j, (j, k))


def _addressed(s: Sentence, j: int, k: int, allowed: Mapping[str, str]) -> Frame | None:
    """Read what is said to somebody: "told him how", "told them: “…”", "told reporters “…”", "told Berg it was"."""
    near = k - j <= _NEAR
    if s.lower[k] in g.QUESTIONERS and "object-wh" in allowed and near:
        return Frame("object-wh", k, (j, k))
    if s.words[k] == ":" and "object-colon" in allowed and k + 1 < len(s):
        return Frame("object-colon", k + 1, (j, k))
    if s.quoted[k] and not s.quoted[j]:
        open_ = s.lower[k - 1] in g.DETERMINERS or s.lower[k - 1] in g.PREPOSITIONS
        return Frame("object-quotation", k, (j, k)) if "object-quotation" in allowed and near and not open_ else None
    if "object-clause" in allowed and k - j <= _FAR and (_clause_from(s, k) or _two_phrases(s, j, k)):
        return Frame("object-clause", k, (j, k))
    return None


def _clause_of(s: Sentence, j: int, k: int, allowed: Mapping[str, str]) -> Frame | None:
    """Read a clause whose verb stands at word `k`, perhaps behind an addressee."""
    if "clause" in allowed:
        return Frame("clause", j)
    split = _addressee_end(s, j, k) if "object-clause" in allowed else None
    return Frame("object-clause", split, (j, split)) if split else None


def _plain(allowed: Mapping[str, str], j: int) -> Frame:
    if "object" not in allowed and "clause" in allowed and "object-that" not in allowed:
        return Frame("bare-clause", j)
    if "object-name" in allowed and "object" not in allowed:
        return Frame("object-name", j)
    return Frame("object", j)


def _bare_finite(s: Sentence, k: int) -> bool:
    """Whether word `k` looks like a verb in the present or past, behind a name or a pronoun."""
    lower = s.lower[k]
    if s.quoted[k] or not lower.isalpha() or s.words[k][0].isupper():
        return False
    before = s.words[k - 1]
    if lower in g.PASTS and s.lower[k - 1] not in g.DETERMINERS and s.lower[k - 1] not in g.PREPOSITIONS:
        return before[0].isupper() or s.lower[k - 1] in g.SUBJECT_PRONOUNS or before.endswith("s")
    if s.lower[k - 1] in g.SUBJECT_PRONOUNS:
        return True
    if lower.endswith("ed") and len(lower) > 4 and (before.endswith("s") or before[0].isupper()):
        return s.lower[k - 1] not in g.DETERMINERS and s.lower[k - 1] not in ("'s", "’s") and before[-1].isalpha()
    return (
        (
            lower.endswith("s")
            and not lower.endswith("ss")
            and before[0].isupper()
            and before[-1].isalnum()
            and s.lower[k - 1] not in g.DETERMINERS
        )
        and k + 1 < len(s)
        and (s.lower[k + 1] in g.DETERMINERS or s.lower[k + 1] in g.PREPOSITIONS or s.lower[k + 1] in ("not", "no"))
        and s.lower[k + 1 : k + 3] != ["not", "to"]
    )


def _names_somebody(s: Sentence, k: int) -> bool:
    """Whether "to" opens a phrase ("to the press"), not an infinitive."""
    return k < len(s) and (
        s.lower[k] in g.DETERMINERS or s.words[k][0].isupper() or s.lower[k] in g.ADDRESSEES or s.words[k] == "$"
    )


def _that_ahead(s: Sentence, j: int) -> int | None:
    """Find "that" behind a phrase of place or occasion: "said on its website that"."""
    for k in range(j, min(j + 9, len(s))):
        if s.lower[k] == "that":
            return None if _points(s, k) else k
        if s.words[k] in ",.;:" or s.lower[k] in g.FINITE or s.quoted[k]:
            return None
    return None


def _clause_from(s: Sentence, k: int) -> bool:
    """Whether a clause with a pronoun as subject begins at word `k`, behind an addressee."""
    return (
        s.lower[k] in ("he", "she", "they", "it", "we", "there", "i", "you")
        and s.lower[k - 1] not in g.SUBORDINATORS
        and k + 1 < len(s)
        and s.words[k + 1][0].isalpha()
    )


def _two_phrases(s: Sentence, j: int, k: int) -> bool:
    """Whether somebody told stands at `j` and the subject of a clause right behind: "told me his envoys want"."""
    if k != j + 1 or s.lower[j] not in _HEARERS or not (s.lower[k] in g.DETERMINERS or s.words[k][0].isupper()):
        return False
    rest = s.lower[k + 1 : k + 12]
    return any(w in g.FINITE or w in g.PASTS or (w.endswith(("s", "ed")) and not w.endswith("ss")) for w in rest)


def _addressee_end(s: Sentence, j: int, verb: int) -> int | None:
    """Split "told the envoys the talks were over": where the second noun phrase begins, if there are two."""
    if s.lower[j] in _HEARERS and s.lower[j + 1] in g.DETERMINERS:
        return j + 1
    for k in range(j + 1, verb):
        opens = (
            s.lower[k] in g.DETERMINERS and s.lower[k - 1] not in g.PREPOSITIONS and s.lower[k - 1] not in g.DETERMINERS
        )
        names = s.lower[k - 1] in g.ADDRESSEES and k - 1 == j
        if opens or names:
            return k
    if s.words[j][0].isupper() and verb - j >= 2:
        return j + 1
    return None
