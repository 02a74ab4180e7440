"""What is reported before its cue: "…, X said", "…, said X", "a claim X denies", "according to X, …"."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.attribution import grammar as g
from briefing.attribution.forms import Shape
from briefing.attribution.frames import frame, when_end
from briefing.attribution.inverted import phrase_after
from briefing.attribution.page import Page, Sentence
from briefing.attribution.proposal import Proposal
from briefing.attribution.spots import Spot
from briefing.attribution.subjects import phrase_start, subject
from briefing.model import Span
from briefing.text import words

_TAILS = words("end comma to in on at after during object as when while from for of about before")
_NARRATOR = words("while although though whereas according despite as a who which when but in after")
_NO_NOUN = g.PREPOSITIONS | g.SUBORDINATORS | g.FINITE | g.CONJUNCTIONS | g.DETERMINERS
_BREAKS = (",", ";", "--", "—", "–")
_NEEDS_HEARER = words("tell inform remind notify")  # "…, told Berg that": who follows is spoken to
# "A claim Alden denies", not "the son he praised".
_OF_THINGS_SAID = words("denial criticism speech consultation citing")
_SOME = words("officials people aides sources analysts diplomats lawmakers experts senior top former")
_RELATIVES = words("who which that whose whom")
_UNREAL = words("would could might")
_SAYING = words("say says said told adds added")
_FEWEST = 4  # words that can be a statement


def content_before(spot: Spot) -> Proposal | None:
    """Propose what stands before a say-clause, and what goes on behind it, as its subject's words."""
    s, entry, i = spot.s, spot.entry, spot.first
    if entry.shape is Shape.ING and s.words[i - 1] != "," and not s.quoted[i - 1]:
        return None
    group = s.lower[spot.group : i]
    if entry.shape is Shape.PAST and any(w in g.BE for w in group):
        return None
    if entry.lemma == "mean" or s.lower[spot.group - 1] == "to":
        return None  # "it means", "…, hard to predict"
    if "have" in group and any(w in _UNREAL for w in group):
        return None  # "Had Alden said yes, Borska would have agreed"
    clause = _say_clause(spot)
    if clause is None:
        return None
    source, content_stop, resume = clause
    k = s.at(content_stop)
    second = _resumed(spot, resume)
    if not _closes(s, k) or (k < 3 and not (second and k > 1)):
        return None
    if s.lower[0] == "asked":
        return None  # "Asked whether …, Berg said": the question
    if not second and s.lower[0] in g.OPENERS and not any(w in g.FINITE or w in g.PASTS for w in s.lower[1 : k - 1]):
        return None
    first = spot.page.trimmed(_content_from(s, k), s.stops[k - 1])
    if first is None or not (s.headline or second or _says_something(s, k)):
        return None
    return Proposal(
        sentence=s.number,
        source=source,
        cue=spot.cue,
        content=(first, second) if second else (first,),
        cue_class=entry.frames["before"],
        frame="before",
        found_by="content-subject-verb",
        lemma=entry.lemma,
        strength=3,
    )


def _say_clause(spot: Spot) -> tuple[Span, int, int] | None:
    """Give the speaker of a say-clause, where it begins, and where words may go on behind it."""
    s = spot.s
    turned = inverted(spot)
    if turned:
        return turned, s.starts[spot.first], turned.stop
    who = subject(s, spot.first, spot.entry.shape, spot.verbs)
    if who is None or who.first == 0 or who.how not in ("phrase", "pronoun", "apposition"):
        return None
    if frame(spot.page, s, spot.last, {}).name not in _TAILS:
        return None
    return s.span_of(who.first, who.last), s.starts[who.first], s.stops[spot.last]


def inverted(spot: Spot) -> Span | None:
    """Give X of "…, said X", where the verb directly follows what was said."""
    s, i = spot.s, spot.first
    if i == 0 or not (s.words[i - 1] == "," or s.quoted[i - 1]) or s.lower[i].endswith("ing"):
        return None
    if spot.entry.lemma in _NEEDS_HEARER:
        return None
    found = phrase_after(spot.page, s.stops[spot.last], s.span.stop)
    if found is None and spot.entry.lemma == "say":
        found = _noun_behind(s, spot.last + 1, spot.verbs)
    if found is None or _clause_behind(s, spot.last + 1):
        return None
    k = s.at(found.stop)
    done = k >= len(s) or s.words[k] in ".,;:" or s.words[k] in g.DASHES or s.quoted[k]
    return found if done or s.lower[k] in g.PREPOSITIONS or s.lower[k] in ("when", "who", "last", "this") else None


def _noun_behind(s: Sentence, start: int, verbs: frozenset[str]) -> Span | None:
    """Give the noun phrase without a verb between "said" and the next mark: "…, said several observers."."""
    k = start
    while k < len(s) and (s.words[k][0].isalnum() or s.lower[k] in ("'s", "’s")) and s.lower[k] not in _RELATIVES:
        if s.lower[k] in g.FINITE or s.lower[k] in g.PASTS or s.quoted[k]:
            return None
        k += 1
    closed = k == len(s) or (s.words[k] in ",." and not s.quoted[k]) or s.lower[k] in _RELATIVES
    noun = k - start >= 2 and s.lower[start] in g.DETERMINERS | _SOME and s.lower[k - 1] not in g.PREPOSITIONS
    governed = any(w in verbs for w in s.lower[start + 1 : k - 1])
    return s.span_of(start, k) if closed and noun and not governed else None


def _clause_behind(s: Sentence, start: int) -> bool:
    """Whether a clause with a verb of its own follows "said": "…, said the talks in Borsk are over"."""
    for k in range(start + 1, len(s)):
        if s.words[k] in ",;:." or s.lower[k] in _RELATIVES or s.lower[k] in g.SUBORDINATORS or s.quoted[k]:
            return False
        if s.lower[k] in g.FINITE and s.lower[k] not in _SAYING:
            return True
        noun = s.words[k - 1].islower() and s.lower[k - 1] not in g.DETERMINERS and not s.lower[k - 1].endswith("ly")
        if k > start + 1 and noun and s.words[k].islower() and (s.lower[k].endswith("ed") or s.lower[k] in g.PASTS):
            return True  # "said his district received"
    return False


def _closes(s: Sentence, k: int) -> bool:
    """Whether what was said is closed off right before word `k`."""
    return k > 0 and (s.words[k - 1] == "," or s.quoted[k - 1] or s.words[k - 1] in g.DASHES)


def _resumed(spot: Spot, offset: int) -> Span | None:
    """Give the second half of what is reported, behind a say-clause that stands inside it."""
    s = spot.s
    j = s.at(offset)
    end = when_end(spot.page, s, j - 1) if j else None
    if end is not None:
        j = s.at(end)
    if j + 2 >= len(s) or s.words[j] != ",":
        return None
    lower = s.lower[j + 1]
    if j + _FEWEST >= len(s) and not (lower in g.FINITE or lower in g.PASTS or lower.endswith("ed")):
        return None
    if lower in _NARRATOR or g.is_gerund(s.words[j + 1]) or (lower == "and" and _reports(s, j + 2, spot.verbs)):
        return None
    return spot.content(j + 1)


def _reports(s: Sentence, start: int, verbs: frozenset[str]) -> bool:
    """Whether a clause of its own reports: "…, records show, and experts say it is"."""
    return any(s.lower[k] in verbs and s.lower[k] in _SAYING for k in range(start + 1, min(start + 5, len(s))))


def content_missing(spot: Spot) -> Proposal | None:
    """Read "a claim Alden denies", "progress that Berg cited": what is meant stands before its holder."""
    s, j = spot.s, spot.group
    if spot.entry.frames["object"] not in _OF_THINGS_SAID:
        return None
    if spot.entry.shape is Shape.ING or not _nothing_follows(s, spot.last):
        return None
    k = j
    while k > 0 and s.words[k - 1][0].isupper() and not s.quoted[k - 1]:
        k -= 1
    if k == j or k < 2:
        return None
    k -= s.lower[k - 1] == "the"
    noun = k - 1 if s.lower[k - 1] not in ("that", "which") else k - 2
    if noun < 0 or not _is_noun(s, noun, spot.verbs):
        return None
    start = phrase_start(s, noun + 1)
    content = spot.page.trimmed(s.starts[start], s.stops[noun]) if start is not None else None
    if content is None:
        return None
    return Proposal(
        sentence=s.number,
        source=s.span_of(k, j),
        cue=spot.cue,
        content=(content,),
        cue_class=spot.entry.frames["object"],
        frame="missing",
        found_by="content-holder-verb",
        lemma=spot.entry.lemma,
        strength=1,
        negated=any(w in g.NEGATORS for w in s.lower[j : spot.first]),
    )


def _nothing_follows(s: Sentence, last: int) -> bool:
    if last + 1 >= len(s) or s.words[last + 1] in ".,;)" or s.words[last + 1] in g.DASHES:
        return True
    return s.lower[last + 1] in g.FINITE or s.lower[last + 1] == "included"


def _is_noun(s: Sentence, k: int, verbs: frozenset[str]) -> bool:
    """Whether word `k` can be the noun that a relative clause without "that" belongs to."""
    lower = s.lower[k]
    if not lower.isalpha() or s.words[k][0].isupper() or lower in _NO_NOUN:
        return False
    return lower not in verbs or s.lower[k - 1] in g.DETERMINERS


def _content_from(s: Sentence, k: int) -> int:
    """Give the offset where what was said begins; a dateline is the narrator's."""
    for x in range(min(k, 8)):
        if s.words[x] in ("-", "–", "—") and x >= 2 and s.words[x - 1] == ")":
            return s.starts[x + 1]
    return s.starts[0]


def _says_something(s: Sentence, k: int) -> bool:
    """Whether the words before the say-clause are a statement, not a name or an opening phrase."""
    if k - 1 < _FEWEST:
        return False
    return any(
        w in g.FINITE or w in g.PASTS or w in g.AUXILIARIES or (w.endswith("ed") and len(w) > 4) or _third_person(w)
        for w in s.lower[1 : k - 1]
        if w not in ("'s", "’s")
    )


def _third_person(word: str) -> bool:
    return word.endswith("s") and word not in g.DETERMINERS


def according_to(page: Page, s: Sentence, i: int) -> Iterator[Proposal]:
    """Read "according to X, …" and "…, according to X"."""
    k = i + 2
    while k < len(s) and s.words[k] not in _BREAKS and not (s.words[k] == "." and k == len(s) - 1) and not s.quoted[k]:
        k += 1
    if k == i + 2:
        return
    before = page.trimmed(_content_from(s, i) if i else s.span.start, s.starts[i])
    after = page.trimmed(s.stops[k], s.span.stop) if k < len(s) and s.words[k] in _BREAKS else None
    content = tuple(x for x in (before, after) if x and len(page.text[x.start : x.stop].split()) >= 2)
    if content:
        yield Proposal(
            sentence=s.number,
            source=s.span_of(i + 2, k),
            cue=s.span_of(i, i + 2),
            content=content,
            cue_class="speech",
            frame="according",
            found_by="according-to",
            lemma="according to",
            strength=3,
        )
