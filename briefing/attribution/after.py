"""What is reported behind its cue: "X said that …", "X urged Y to …", "Y was condemned by X"."""

from __future__ import annotations

from dataclasses import replace

from briefing.attribution import grammar as g
from briefing.attribution.contents import has_verb
from briefing.attribution.forms import Shape
from briefing.attribution.frames import Frame, frame
from briefing.attribution.other_uses import is_other_use
from briefing.attribution.page import Sentence
from briefing.attribution.proposal import Proposal
from briefing.attribution.spots import Spot, agent_end, antecedent
from briefing.attribution.subjects import Subject, phrase_start, subject
from briefing.model import Span
from briefing.text import words

_SUBORDINATE = words("although though while when if as after because since before")
_SURE = words("that object-that quotation colon clause object-clause wh object-quotation")
HEARD = words("tell inform assure reassure warn remind advise")  # who hears it is the subject: "was told by Berg that"
_CLAUSES = words("that object-that clause object-clause bare-clause")
_PASSIVE = ("object", "object-as", "object-of", "object-for", "object-name", "object-to")
_REFUSALS = words(
    "decline declines declined declining refuse refuses refused refusing yet failed fails fail unable unwilling"
)
_AVOIDANCE = words("avoid avoids avoided avoiding")
_SHORT = words("short refrain refrains refrained refraining abstain abstains abstained shied shy away")
_UNTRUE = words("false untrue unclear")
_OPEN = words("whether if unless")
_MODALS = words("could may might would should")
_NEEDS_WHO = words("object that object-that")
_SHORTEST_CLAUSE = 4  # words behind "said" or "called" that can be more than an object


def content_after(spot: Spot) -> Proposal | None:
    """Propose what follows a verb as the words of its subject."""
    s, entry, j = spot.s, spot.entry, spot.group
    if entry.shape is Shape.PAST and any(w in g.BE for w in s.lower[j : spot.first]) and not _has_said(spot):
        return _passive(spot, j)
    if entry.lemma == "ask" and entry.shape is Shape.PAST and s.lower[spot.first - 1] in ("when", "if", ","):
        return None  # "Berg said when asked whether": anybody's question
    found = frame(spot.page, s, spot.last, entry.frames)
    if found.start is None or found.start >= len(s):
        return None
    if found.name == "bare-clause":
        return _bare_clause(spot, found)
    if found.name not in entry.frames and not (found.name == "colon" and "clause" in entry.frames):
        return None
    if is_other_use(spot, found):
        return None
    who = subject(s, spot.first, entry.shape, spot.verbs)
    if found.name == "object-as-saying" and found.object:
        told = made(spot, found, Subject(*found.object, "object"))
        return replace(told, relayed_by=s.span_of(who.first, who.last)) if told and who else told
    if who is None and entry.shape is Shape.PAST and (found.name in _NEEDS_WHO or s.lower[spot.first - 1] == "when"):
        return None  # "when asked whether": anybody's question
    return made(spot, found, who, _clause_limit(spot, found, who))


def _has_said(spot: Spot) -> bool:
    """Whether "he’s said" is "he has said": what follows is no infinitive."""
    s, i = spot.s, spot.first
    shortened = s.lower[i - 1] in ("'s", "’s") and s.lower[i - 2] in g.SUBJECT_PRONOUNS
    return shortened and spot.entry.lemma == "say" and spot.last + 1 < len(s) and s.lower[spot.last + 1] != "to"


def _bare_clause(spot: Spot, found: Frame) -> Proposal | None:
    """Read "said parents still want …": a clause whose verb cannot be told from a noun."""
    if spot.entry.lemma != "say" or found.start is None or len(spot.s) - found.start < _SHORTEST_CLAUSE:
        return None
    who = subject(spot.s, spot.first, spot.entry.shape, spot.verbs)
    return made(spot, found, who) if who else None


def made(spot: Spot, found: Frame, who: Subject | None, limit: int | None = None) -> Proposal | None:
    """Make the proposal of a cue, what follows it, and whose words they are."""
    s, entry, j = spot.s, spot.entry, spot.group
    clause = found.name in _CLAUSES
    content = spot.content(found.start, limit, clause=clause) if found.start is not None else None
    if content is None:
        return None
    before = s.lower[j : spot.first]
    return Proposal(
        sentence=s.number,
        source=s.span_of(who.first, who.last) if who else None,
        antecedent=antecedent(s, who),
        cue=spot.cue,
        content=(content,),
        cue_class=entry.frames.get(found.name, entry.frames.get("clause", "")),
        frame=found.name,
        found_by="subject-verb-content",
        addressee=_addressee(s, found),
        lemma=entry.lemma,
        strength=3 if found.name in _SURE else 2,
        supposed=any(w in _MODALS for w in before),
        negated=any(w in g.NEGATORS for w in before)
        or _is_shunned(s, j)
        or (who is not None and _is_open(s, who.first))
        or (who is not None and s.lower[who.first] in ("neither", "no", "nobody")),
    )


def _is_shunned(s: Sentence, j: int) -> bool:
    """Whether somebody does not do what a verb says: "refused to condemn", "stopped short of condemning"."""
    before, earlier = s.lower[max(0, j - 1) : j], s.lower[max(0, j - 2) : max(0, j - 1)]
    if before == ["to"]:
        return any(w in _REFUSALS for w in earlier)
    return any(w in _AVOIDANCE for w in before) or (before in (["of"], ["from"]) and any(w in _SHORT for w in earlier))


def _is_open(s: Sentence, first: int) -> bool:
    """Whether a subject stands in a condition or question: "whether Kral said", "had Alden said yes"."""
    while first > 0 and s.lower[first - 1] in ("the", "a", "an"):
        first -= 1
    before = s.lower[first - 1] if first else ""
    if before == "that" and any(w in g.NEGATORS or w in _UNTRUE for w in s.lower[max(0, first - 5) : first]):
        return True  # "it is not true that Kral said"
    return before in _OPEN or (before == "had" and (first == 1 or s.words[first - 2] == ","))


def _addressee(s: Sentence, found: Frame) -> Span | None:
    """Give whom the words are said to, or whom a criticism or question is meant for."""
    if found.object:
        return s.span_of(*found.object)
    if found.name != "object" or found.start is None:
        return None
    return s.span_of(found.start, min(len(s), found.start + 4))


def _passive(spot: Spot, j: int) -> Proposal | None:
    """Read "Y was criticised by X", "Y is seen by X as": the agent is the source."""
    s, last = spot.s, spot.last
    name = next((f for f in _PASSIVE if f in spot.entry.frames), None)
    if name is None or last + 2 >= len(s) or s.lower[last + 1] != "by" or g.is_gerund(s.words[last + 2]):
        return None
    stop = agent_end(s, last + 2)
    start = j - 1 if j and s.lower[j - 1] in g.RELATIVES else _judged_from(s, j)
    if stop == last + 2 or start is None or s.quoted[start]:
        return None
    told = stop < len(s) and s.lower[stop] == "that" and spot.entry.lemma in HEARD
    spans = [] if told else [spot.page.trimmed(s.starts[start], s.stops[j - 1])]
    if stop < len(s) and s.words[stop] not in ".,;":
        spans.append(spot.content(stop))
    return Proposal(
        sentence=s.number,
        source=s.span_of(last + 2, stop),
        cue=s.span_of(spot.first, last + 2),
        content=tuple(x for x in spans if x),
        cue_class=spot.entry.frames[name],
        frame=name,
        found_by="passive",
        lemma=spot.entry.lemma,
        strength=2,
    )


def _judged_from(s: Sentence, j: int) -> int | None:
    """Give the word where what is criticised begins: "Alden's claim that the pact holds was dismissed by Borska"."""
    that = next((k for k in range(2, j) if s.lower[k] == "that" and s.lower[k - 1].isalpha()), None)
    claim = that is not None and not any(w in g.FINITE or w in g.PASTS or w in ",;" for w in s.lower[:that])
    start = phrase_start(s, that) if that and claim else None
    return start if start == 0 else phrase_start(s, j)


def _clause_limit(spot: Spot, found: Frame, who: Subject | None) -> int:
    """Give where the clause of a cue ends at the latest: "Although Berg admitted it, …", "…, which denied it, is …"."""
    s, start = spot.s, found.start or 0
    fronted = s.lower[0] in _SUBORDINATE and "," not in s.words[: spot.first]
    relative = who is not None and who.how == "relative"
    if not (fronted or relative):
        return len(s)
    for x in range(start + 1, len(s) - 1):
        if s.words[x] != "," or s.quoted[x]:
            continue
        following = s.lower[x + 1]
        if relative and following in g.FINITE and (found.name not in _CLAUSES or has_verb(s, start, x)):
            return x
        if fronted and (following in g.SUBJECT_PRONOUNS | g.ARTICLES or s.words[x + 1][0].isupper()):
            return x
    return len(s)
