"""Who a verb belongs to: the subject of a reporting word, by the words around it, without a parser."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.attribution import grammar as g
from briefing.attribution.forms import Shape
from briefing.attribution.page import Sentence

_HAVE = frozenset({"has", "have", "had"})
_LONGEST = 30  # words of a subject
_CONNECTIVES = frozenset(
    {
        "but",
        "and",
        "so",
        "then",
        "still",
        "yet",
        "however",
        "meanwhile",
        "instead",
        "separately",
        "also",
        "moreover",
        "furthermore",
        "additionally",
        "nevertheless",
        "nonetheless",
        "indeed",
        "therefore",
        "thus",
    }
)
_COORDINATING = frozenset({"and", "but", "or", "then", "nor"})
_NOT_SUBJECT = frozenset({"by", "without", "in", "for", "of"})
_SPEAKERS = frozenset({"i", "we", "he", "she", "they", "you"})
_BESIDE_PRONOUN = frozenset(
    {"who", "all", "both", "in", "of", "at", "from", "the", "ourselves", "themselves", "or", "two"}
)
_LEADING = frozenset(
    {
        "and",
        "in",
        "on",
        "at",
        "so",
        "or",
        "then",
        "yet",
        "but",
        "by",
        "as",
        "for",
        "of",
        "from",
        "to",
        "with",
        "when",
        "also",
    }
)
_NEVER = frozenset({"when", "while", "if", "because", "although", "though", "according", "unless", "whether"})


@dataclass(frozen=True, slots=True)
class Subject:
    """Words `first` to before `last` of a sentence, and how they were found."""

    first: int
    last: int
    how: str


def group_start(s: Sentence, i: int) -> int:
    """Give the first word of the verb group that ends at word `i`: auxiliaries and adverbs belong to it."""
    j = i
    while (
        j > 0
        and not s.quoted[j - 1]
        and (s.lower[j - 1] in g.AUXILIARIES or g.is_adverb(s.words[j - 1], s.lower[j - 1]))
    ):
        j -= 1
    if j == i or s.lower[j] not in g.FINITE:
        far = _interrupted_group(s, j)
        if far is not None:
            return group_start(s, far)
    return j


def _interrupted_group(s: Sentence, j: int) -> int | None:
    """Give the word behind "have" in "have in recent months accused"."""
    if _HAVE.isdisjoint(s.lower[max(0, j - 6) : max(0, j - 1)]):
        return None
    for k in range(j - 2, max(0, j - 7), -1):
        behind = s.lower[k + 1] in ("in", "on", "for", "over", "since", "at", "during")
        if s.lower[k] in _HAVE and behind and k > 0:
            return k + 1
        if s.words[k] in ",.;:" or s.quoted[k]:
            return None
    return None


def subject(s: Sentence, i: int, shape: Shape, verbs: frozenset[str]) -> Subject | None:
    """Find the subject of the verb at word `i`.

    `verbs` are words known as finite verbs; they bound the noun phrases of a sentence.
    """
    found = _subject(s, i, shape, verbs)
    return _pronoun_alone(s, found) if found else None


def _pronoun_alone(s: Sentence, found: Subject) -> Subject:
    """Cut "I sailed there" and "more recently, he" down to the pronoun, which takes nothing but "and" beside it."""
    first, last = found.first, found.last
    if last - first < 2 or "and" in s.lower[first:last]:
        return found
    if s.lower[first] in _SPEAKERS and s.lower[first + 1] not in _BESIDE_PRONOUN and s.words[first + 1][0].islower():
        return Subject(first, first + 1, "pronoun")
    if s.lower[last - 1] in _SPEAKERS and s.words[last - 2] == "," and not _is_surname(s, last - 1):
        return Subject(last - 1, last, "pronoun")
    return found


def _subject(s: Sentence, i: int, shape: Shape, verbs: frozenset[str]) -> Subject | None:
    j = group_start(s, i)
    if j == 0:
        return _after_fronted(s, i, verbs)
    before = s.lower[j - 1]
    if shape is Shape.ING and not any(w in g.BE for w in s.lower[j:i]):
        return _of_participle(s, i, j, verbs)
    if before in g.RELATIVES:
        return Subject(j - 1, j, "relative")
    if before in g.SUBJECT_PRONOUNS and not _is_surname(s, j - 1):
        return Subject(j - 1, j, "pronoun")
    if before == "whom" and j > 2 and s.lower[j - 2] == "of":
        return Subject(j - 3, j, "relative")
    return _behind(s, j, before, verbs) or main_subject(s, j - (before in _COORDINATING), verbs)


def _behind(s: Sentence, j: int, before: str, verbs: frozenset[str]) -> Subject | None:
    """Find the subject that stands before the verb group at word `j`, by the word between."""
    if before == "to":
        return _of_infinitive(s, j - 1, verbs)
    if before in _COORDINATING:
        return _of_contrast(s, j - 1, verbs)
    if before in _NOT_SUBJECT:
        return None
    if before in g.DASHES:
        return _across_dashes(s, j)
    if before == ",":
        return _across_comma(s, j, verbs)
    return _phrase_before(s, j)


def _of_participle(s: Sentence, i: int, j: int, verbs: frozenset[str]) -> Subject | None:
    """Find the subject of a participle: its own, that of a say-clause or relative clause before it, or the main one."""
    if s.lower[0] in g.OPENERS and "," not in s.words[:j] and s.lower[j - 1] in g.PREPOSITIONS:
        return _after_fronted(s, i, verbs)
    return _absolute(s, j) or _of_sayer(s, j, verbs) or _of_relative(s, j, verbs) or main_subject(s, j, verbs)


def _of_contrast(s: Sentence, j: int, verbs: frozenset[str]) -> Subject | None:
    """Read ", while Berg criticised the drills and pledged": the joined verb goes on with the clause before it."""
    for k in range(j - 1, max(0, j - _LONGEST), -1):
        if s.words[k] in ";:" or s.quoted[k]:
            return None
        if s.lower[k] in ("while", "whereas", "but") and s.words[k - 1] == ",":
            x = next((x for x in range(k + 2, min(j, k + 12)) if _is_finite(s, x, k + 1, verbs)), None)
            return _trimmed(s, k + 1, x, "phrase") if x else None
    return None


def _phrase_before(s: Sentence, j: int) -> Subject | None:
    """Give the noun phrase that ends before word `j`, or the relative pronoun before a phrase of time."""
    start = phrase_start(s, j)
    if start is None:
        return None
    k = start
    while k > 0 and s.lower[k - 1] in _LEADING:
        k -= 1
    if k < start and k > 0 and s.lower[k - 1] in ("who", "which"):  # "who in May said"
        return Subject(k - 1, k, "relative")
    return Subject(start, j, "phrase")


def _is_surname(s: Sentence, k: int) -> bool:
    """Whether a word that looks like a pronoun is a name: "Vice Premier He"."""
    return (
        k > 0 and s.words[k] in ("He", "She", "You", "It") and s.words[k - 1][0].isupper() and s.words[k - 1].isalpha()
    )


def _absolute(s: Sentence, j: int) -> Subject | None:
    """Read "with the minister urging", "– Berg citing": a phrase of its own before the participle."""
    start = phrase_start(s, j)
    if start is None or start == 0 or start >= j:
        return None
    k = start - 1
    if s.lower[k] == "with" or s.lower[start] == "with":
        return Subject(start + (s.lower[start] == "with"), j, "phrase")
    if s.words[k] in g.DASHES and s.words[j - 1][0].isalnum():
        return Subject(start, j, "phrase")
    return None


def _of_sayer(s: Sentence, j: int, verbs: frozenset[str]) -> Subject | None:
    """Read "…, the statement said, adding": the participle goes on with the say-clause right before it."""
    if s.words[j - 1] != ",":
        return None
    for k in range(j - 2, max(0, j - 12), -1):
        if s.words[k] in ";:":
            return None
        if s.lower[k] in ("said", "says", "told", "wrote") and not s.quoted[k]:
            turned = k > 0 and k + 1 < j - 1 and (s.quoted[k - 1] or s.words[k - 1] == ",")
            if turned and s.words[k + 1][0].isupper():
                return Subject(k + 1, j - 1, "phrase")  # "…,” said Berg, adding"
            return subject(s, k, Shape.PAST, verbs)
    return None


def _of_relative(s: Sentence, j: int, verbs: frozenset[str]) -> Subject | None:
    """Read ", which Alden did not attend, citing": the participle belongs to the relative clause before it."""
    if s.words[j - 1] != "," or any(w in verbs for w in s.lower[:j]):
        return None
    for k in range(j - 2, max(0, j - 12), -1):
        if s.lower[k] == "which" and s.words[k + 1][0].isupper():
            for x in range(k + 2, j):
                if s.lower[x] in g.FINITE or s.lower[x].endswith("ed"):
                    return Subject(k + 1, x, "phrase")
    return None


def _of_infinitive(s: Sentence, to: int, verbs: frozenset[str]) -> Subject | None:
    """Read "as Alden is stepping up efforts to persuade": the subject of the nearest finite verb before "to"."""
    for k in range(to - 1, max(0, to - 14), -1):
        lower = s.lower[k]
        if s.quoted[k] or s.words[k] in ",;:" or s.words[k] in g.DASHES or lower in g.RELATIVES:
            return None
        if s.lower[k - 1] in _SPEAKERS and lower.isalpha() and k > 0 and not _is_surname(s, k - 1):
            return Subject(k - 1, k, "pronoun")  # "we need time to say", "you get a chance to ask"
        if (
            lower in ("of", "for")
            and k >= 2
            and (s.quoted[k - 1] or s.lower[k - 2] in g.BE)
            and s.words[k + 1][0].isupper()
        ):
            return Subject(k + 1, to, "phrase")  # "it is wrong of Alden to suggest"
        if (
            lower in g.FINITE
            or lower in ("want", "wants", "hopes", "hope", "sought", "vowed", "tried")
            or (lower in verbs and lower.endswith("ed"))
        ):
            return subject(s, k, Shape.PAST, verbs) if k > 0 else None
    return None


def phrase_start(s: Sentence, stop: int) -> int | None:
    """Give the word where the noun phrase that ends before word `stop` begins."""
    k = stop
    while k > 0 and stop - k < _LONGEST:
        word, lower = s.words[k - 1], s.lower[k - 1]
        if word == ")":
            opener = next((x for x in range(k - 2, max(-1, k - 11), -1) if s.words[x] == "("), None)
            if opener is None:
                break
            k = opener
            continue
        if _bounds_phrase(s, k, word, lower):
            break
        k -= 1
        if lower in ("the", "its", "his", "their", "a", "an") and k > 0 and _new_phrase(s, k):
            break
    while k < stop and s.lower[k] in _LEADING:
        k += 1
    return k if k < stop else None


def _new_phrase(s: Sentence, k: int) -> bool:
    """Whether the article at word `k` opens a phrase right behind another noun: "items the envoys sought"."""
    before, lower = s.words[k - 1], s.lower[k - 1]
    return (
        before[0].isalpha()
        and lower not in g.PREPOSITIONS
        and lower not in ("and", "or", "all", "both", "half", "'s", "’s")
        and lower not in g.TITLES
    )


def _bounds_phrase(s: Sentence, k: int, word: str, lower: str) -> bool:
    """Whether the word before `k` cannot belong to the noun phrase that runs on at `k`."""
    if lower in g.SUBORDINATORS or lower in g.FINITE:
        return True
    if lower in g.AUXILIARIES and lower not in ("all", "both", "first", "long", "'s", "’s", "just", "only", "even"):
        return True
    if not (word[0].isalnum() or word in "&%$#@/[]'’" or lower in ("'s", "’s")) or s.quoted[k - 1]:
        return True
    if lower != "and":
        return False
    named = k >= 2 and s.words[k - 2][0].isupper()
    return not (named and (s.words[k][0].isupper() or s.lower[k] == "the"))


def main_subject(s: Sentence, stop: int, verbs: frozenset[str]) -> Subject | None:
    """Find the subject of the main clause: the first noun phrase, behind a fronted phrase, before the first verb."""
    start = fronted_end(s, stop)
    for x in range(start, min(stop + 1, len(s))):
        if x > start and _is_finite(s, x, start, verbs):
            return _trimmed(s, start, x, "main")
    for x in range(start + 1, min(stop, start + 8)):
        if s.words[x] in ",;:":
            return _trimmed(s, start, x, "main")
    return None


def fronted_end(s: Sentence, stop: int) -> int:
    """Give the first word behind a fronted phrase ("On Monday, ...", "Speaking in Alda, ..."), else 0."""
    if not len(s):
        return 0
    start = 0
    while start < len(s) and s.quoted[start]:
        start += 1
    if start:
        return start if start < min(stop, len(s)) else 0
    start = _dateline_end(s)
    if start:
        return start
    if s.lower[0] in _CONNECTIVES:
        start = 2 if len(s) > 1 and s.words[1] == "," else 1
    if start < len(s) and s.words[start] in g.MARKS and s.quoted[start]:
        return start
    if start < len(s) and (
        s.lower[start] in g.OPENERS
        or _begins_participle(s, start)
        or s.lower[start] in ("last", "earlier", "later", "asked")
    ):
        for x in range(start + 1, min(stop, start + 40)):
            if s.words[x] == "," and not s.quoted[x] and not _in_date_or_list(s, x):
                return x + 1
    return start


def _dateline_end(s: Sentence) -> int:
    """Give the word behind a dateline: "PORT ALDEN (Agency) — "."""
    if not (s.words[0].isupper() and len(s.words[0]) > 2):
        return 0
    return next((k + 1 for k in range(1, min(9, len(s) - 1)) if s.words[k] in g.DASHES), 0)


def _begins_participle(s: Sentence, start: int) -> bool:
    """Whether a word in -ing opens the sentence as a participle: not a name with its verb, "Beijing has …"."""
    if not s.lower[start].endswith("ing") or start + 1 >= len(s):
        return False
    following = s.lower[start + 1]
    return following not in g.FINITE and following not in ("'s", "’s") and not following.endswith("ed")


def _in_date_or_list(s: Sentence, x: int) -> bool:
    return x + 1 < len(s) and s.words[x + 1][:1].isdigit()


def _is_finite(s: Sentence, x: int, start: int, verbs: frozenset[str]) -> bool:
    """Whether word `x`, behind a possible subject, is a finite verb."""
    word, lower = s.words[x], s.lower[x]
    if s.quoted[x] or not word[0].isalpha():
        return lower in ("'s", "’s") and s.lower[x - 1] in g.SUBJECT_PRONOUNS
    if lower in g.FINITE or lower in g.PASTS:
        return True
    if word[0].isupper() or lower in g.DETERMINERS or lower in g.PREPOSITIONS:
        return False
    before = s.words[x - 1]
    if lower.endswith("ed") and len(lower) > 4:
        return s.lower[x - 1] not in g.ARTICLES
    if lower in verbs and (
        s.lower[x - 1] in g.SUBJECT_PRONOUNS
        or (s.lower[x - 1].endswith("s") and not lower.endswith("s") and s.lower[x - 1] not in ("'s", "’s"))
    ):
        return True
    if not lower.endswith("s") or lower.endswith("ss"):
        return False
    if before.lower() in g.SUBJECT_PRONOUNS:
        return True
    named = before[0].isupper() and before[-1].isalnum() and before.lower() not in g.DETERMINERS
    return named and (lower in verbs or (x + 1 < len(s) and s.lower[x + 1] in g.DETERMINERS | {"to", "that", "up"}))


def _trimmed(s: Sentence, start: int, stop: int, how: str) -> Subject | None:
    """Give the phrase without adverbs, relatives and commas at its end."""
    while stop > start and (
        s.lower[stop - 1] in ("also", "who", "which", ",", "has", "have", "had", "himself", "that")
        or s.lower[stop - 1].endswith("ly")
        or s.words[stop - 1] in g.DASHES
    ):
        stop -= 1
    while start < stop and s.words[start] in ",;:":
        start += 1
    if start < stop and s.lower[start] in _NEVER:
        return None
    return Subject(start, stop, how) if stop > start else None


def _after_fronted(s: Sentence, i: int, verbs: frozenset[str]) -> Subject | None:
    """Find the subject of a participle that opens the sentence: "Citing the drills, Alden said ..."."""
    for x in range(i + 1, min(len(s), i + 40)):
        if s.words[x] == "," and not s.quoted[x]:
            for y in range(x + 2, min(len(s), x + 14)):
                if _is_finite(s, y, x + 1, verbs):
                    return _trimmed(s, x + 1, y, "main")
    return None


def _across_dashes(s: Sentence, j: int) -> Subject | None:
    """Read "Berg – an envoy – said": the phrase before the first dash, with its apposition."""
    k = next((x for x in range(j - 2, 0, -1) if s.words[x] in g.DASHES), None)
    if k is None:
        return None
    start = phrase_start(s, k)
    return Subject(start, j - 1, "apposition") if start is not None else None


def _across_comma(s: Sentence, j: int, verbs: frozenset[str]) -> Subject | None:
    """Read "Berg, an envoy of Alden, said": the phrase with its apposition or relative clause."""
    if s.lower[j - 2] in ("say", "said", "says", "note", "believe", "think"):
        return None
    k = j - 2
    while k > 0 and s.words[k] != ",":
        k -= 1
    start = phrase_start(s, k) if k > 0 else None
    named = start is not None and s.words[start][0].isupper() and start > 0 and s.words[start - 1] == ","
    if named and s.lower[k + 1] in ("a", "an", "the", "who", "former"):
        return Subject(start or 0, j - 1, "apposition")
    whole = _unbroken_start(s, j, verbs)
    if whole is not None:
        return Subject(whole, j - 1, "apposition")
    return Subject(start, j - 1, "apposition") if start is not None else None


def _unbroken_start(s: Sentence, j: int, verbs: frozenset[str]) -> int | None:
    """Give the first word behind a fronted phrase if no finite verb outside a relative clause lies between."""
    k = fronted_end(s, j - 1)
    relative = False
    for x in range(k, j - 1):
        if s.lower[x] in ("who", "which", "whose", "whom"):
            relative = True
        elif s.words[x] == ",":
            relative = False
        elif (
            not relative
            and x > k
            and (s.lower[x] in g.FINITE or s.lower[x] in g.PASTS or s.quoted[x] or s.words[x] in ";:")
        ):
            return None
    return k if k < j - 1 and j - k <= _LONGEST else None
