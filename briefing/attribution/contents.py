"""Where reported words end: mostly with their sentence, else where the narrator takes over again."""

from __future__ import annotations

from briefing.attribution import grammar as g
from briefing.attribution.page import Sentence
from briefing.text import words

_COMMA_STOPS = words(
    "while though although despite which they she he where adding whereas prompting according some most even following"
)
_COMMA_NARRATOR = words(
    "adding saying citing noting calling accusing referring insisting vowing warning urging arguing claiming "
    "telling describing drawing sparking raising marking echoing defending making leading ending setting speaking"
)
_JOINING = words("and but as")  # the only words at which a content ends without any mark
_PARENTHESIS = 16  # words of a relative clause or apposition inside a clause
_ARTICLES = words("a an")
# What the narrator calls a report behind a comma: ", a charge Alden denies".
_NAMED_AGAIN = words(
    "charge claim accusation allegation assertion suggestion contention move demand threat warning view position "
    "remark comment statement argument stance"
)


def content_end(s: Sentence, start: int, verbs: frozenset[str], *, clause: bool = False) -> int:
    """Give the word before which a content that begins at word `start` ends.

    A `clause` does not end before its verb: "that the talks, which began in May, are over".
    """
    depth = 0
    n = len(s)
    stop = n
    for x in range(_behind_parenthesis(s, start) if clause else start, n):
        word = s.words[x]
        depth += (word == "(") - (word == ")")
        if depth > 0 or x < start + 2 or s.quoted[x] or not word[0].isalnum():
            continue
        before = s.words[x - 1]
        if before[0].isalnum() and s.lower[x] not in _JOINING:
            continue
        if before in g.MARKS and s.words[x - 2] == ",":
            before = ","
        goes_on = s.lower[x] in ("and", "or", "including") and not _reports_soon(s, x + 1, verbs)
        if (
            (
                before in g.DASHES
                and not goes_on
                and not _second_dash(s, start, x)
                and not (clause and _aside(s, start, x))
            )
            or (before == "," and _stops_after_comma(s, x, start, verbs) and not (clause and _verb_ahead(s, start, x)))
            or (before == ";" and word[0].isupper())
        ):
            stop = x - 1
        elif _stops_bare(s, x, start, verbs):
            stop = x
        else:
            continue
        break
    while stop > start and (s.words[stop - 1] in ".,;:" or s.words[stop - 1] in g.DASHES):
        stop -= 1
    return stop


def _behind_parenthesis(s: Sentence, start: int) -> int:
    """Give the word where the clause of "that, as envoys, they …" goes on behind what stands between commas."""
    if s.words[start + 1 : start + 2] != [","]:
        return start
    for x in range(start + 3, len(s)):
        if s.words[x - 1] == "," and (s.lower[x] in g.SUBJECT_PRONOUNS | g.DETERMINERS or s.words[x][0].isupper()):
            return x
    return start


def _verb_ahead(s: Sentence, start: int, x: int) -> bool:
    """Whether a clause has no verb before the parenthesis at word `x`, and goes on with one behind it."""
    if has_verb(s, start, x):
        return False
    closing = next((k for k in range(x, min(x + _PARENTHESIS, len(s) - 1)) if s.words[k] == ","), None)
    if closing is None:
        return False
    following = s.lower[closing + 1]
    return following in g.FINITE or following in g.PASTS or following.endswith("ed")


def _aside(s: Sentence, start: int, x: int) -> bool:
    """Whether a clause has no verb before the dash at word `x`, and a second dash closes the parenthesis."""
    closing = next((k for k in range(x, min(x + _PARENTHESIS, len(s) - 1)) if s.words[k] in g.DASHES), None)
    return closing is not None and not has_verb(s, start, x)


def _second_dash(s: Sentence, start: int, x: int) -> bool:
    """Whether the dash before word `x` closes a parenthesis opened inside the content."""
    return any(s.words[k] in g.DASHES for k in range(start, x - 1))


def _stops_after_comma(s: Sentence, x: int, start: int, verbs: frozenset[str]) -> bool:
    """Whether the narrator's voice returns at word `x`, right behind a comma."""
    lower = s.lower[x]
    following = s.lower[x + 1] if x + 1 < len(s) else ""
    if lower in ("but", "and"):
        return _parts_behind_joint(s, x, start, verbs)
    if lower in _ARTICLES and following in _NAMED_AGAIN:
        return True
    if lower == "even" and (following in ("as", "though") or following.endswith("ing")):
        return True
    if lower in _COMMA_STOPS:
        if lower not in ("he", "she", "they", "even", "some", "most"):
            return True
        return _reports_soon(s, x + 1, verbs) and has_verb(s, start, x)
    if lower == "as":
        return x + 2 < len(s) and any(w in g.FINITE or w.endswith("ed") for w in s.lower[x + 2 : x + 6])
    if lower in _COMMA_NARRATOR or _says_next(s, x):
        return True
    return lower in ("said", "says") or (
        lower in verbs and lower.endswith("ed") and x + 1 < len(s) and s.lower[x + 1] in ("that", "to")
    )


def _parts_behind_joint(s: Sentence, x: int, start: int, verbs: frozenset[str]) -> bool:
    """Whether the narrator goes on behind ", and" or ", but" at word `x`."""
    following = s.lower[x + 1] if x + 1 < len(s) else ""
    if following == "that" and s.lower[start] in ("to", "not"):
        return True
    if following in g.SUBJECT_PRONOUNS:
        return s.lower[x] == "but" or _reports_soon(s, x + 2, verbs)
    if _named_reports(s, x + 1, verbs):
        return True
    return following in verbs and (following.endswith(("ed", "s")) or following in g.PASTS)


def _says_next(s: Sentence, x: int) -> bool:
    """Whether a short noun phrase and "say" follow: ", experts say"."""
    for k in range(x + 1, min(x + 5, len(s))):
        if s.lower[k] in ("say", "says", "said") and not s.quoted[k]:
            return s.lower[k - 1] not in ("to", "who", "that", "which")
        if not s.words[k][0].isalnum() or s.lower[k] in g.FINITE:
            return False
    return False


def _named_reports(s: Sentence, x: int, verbs: frozenset[str]) -> bool:
    """Whether a name with a reporting verb right behind it begins at word `x`: "and President Moss said"."""
    for k in range(x, min(x + 6, len(s))):
        word, lower = s.words[k], s.lower[k]
        if s.quoted[k]:
            return False
        if k > x and lower in verbs and (lower.endswith("ed") or lower in g.PASTS):
            return True
        if not (
            word[0].isupper()
            or lower
            in (
                "the",
                "two",
                "leaders",
                "sides",
                "minister",
                "president",
                "foreign",
                "both",
                "ministry",
                "'s",
                "’s",
                "also",
                "has",
            )
        ):
            return False
    return False


def has_verb(s: Sentence, start: int, stop: int) -> bool:
    """Whether words hold a finite verb, as far as its form shows."""
    return any(w in g.FINITE or w in g.PASTS or (w.endswith("ed") and len(w) > 4) for w in s.lower[start:stop])


def _reports_soon(s: Sentence, x: int, verbs: frozenset[str]) -> bool:
    return any(w in verbs and (w.endswith("ed") or w in ("said", "says", "told", "wrote")) for w in s.lower[x : x + 3])


def _stops_bare(s: Sentence, x: int, start: int, verbs: frozenset[str]) -> bool:
    """Whether the narrator's voice returns at word `x` without any mark: "... and said", "... as he met"."""
    lower = s.lower[x]
    if (
        lower in ("and", "but")
        and x + 1 < len(s)
        and s.lower[x + 1] in ("the", "both")
        and _named_reports(s, x + 1, verbs)
    ):
        return True
    if lower in ("and", "but") and x + 1 < len(s):
        following = s.lower[x + 1]
        if following in g.AUXILIARIES and x + 2 < len(s) and not following.endswith("n't"):
            following = s.lower[x + 2] if following in ("has", "have", "had", "also", "then") else following
        return (
            following in verbs
            and not s.quoted[x + 1]
            and (
                following in ("said", "says", "told", "wrote")
                or (following.endswith("ed") and _past_clause(s, start, x))
            )
        )
    if lower == "as" and x + 2 < len(s) and x > start + 3:
        noun = s.lower[x + 1] in ("he", "she", "they") or s.words[x + 1][0].isupper() or s.lower[x + 1].endswith("s")
        return noun and (s.lower[x + 2] in g.PASTS or (s.lower[x + 2].endswith("ed") and len(s.lower[x + 2]) > 4))
    return False


def _past_clause(s: Sentence, start: int, x: int) -> bool:
    """Whether what stands before has no finite verb of its own, so that a following verb is the narrator's."""
    return not any(w in g.FINITE for w in s.lower[start:x]) or s.lower[start] == "that"
