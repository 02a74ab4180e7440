"""What the body of a text tells of its genre, and of whose text it is. In: a text. Out: a genre, or a side, or nothing.

Each form is one that its makers keep to: a readout opens with a meeting and goes on with what was stressed in it, a
joint text speaks for two governments, a transcript has labels, a speech greets. What has none of these is news.
"""

import re
from collections import Counter
from dataclasses import dataclass

from briefing import text as writing
from briefing.model import Genre, Lexicon

_LOOKED_AT = 20_000  # characters: a form shows early
_OPENING = 600

# ── transcripts ─────────────────────────────────────────────────────────────────────────────────────────────────────

# "Lin Jian:", "Foreign Minister Berg:", "AFP:", "Moderator:" at the start of a paragraph, with words behind it.
_LABEL = re.compile(
    r"^[>*_ ]*(?P<name>[A-Z][\w.’'-]*(?: (?:[A-Z(][\w.’')-]*|of|the|and)){0,6})[*_]*:[*_]*(?=\s+[^\d\s])", re.M
)
_NO_LABELS = re.compile(
    r"(?:first|second|third|last|final)(?:ly)?|notes?|sources?|dates?|times?|locations?|venue|places?|subject|topics?|update"
    r"|summary|background|examples?|conclusion|contact|re|from|to|cc|tel|fax|e-?mail|phone|web(?:site)?|photos?"
    r"|read more|related|see also|correction|editor’s note",
    re.I,
)
_TURNS = 4
_AGAIN = 2  # labels come again in a conversation; the entries of a list do not
_SHARE = 0.3  # of the paragraphs open with a label, or there are answers of many paragraphs
_MANY = 8


def is_conversation(text: str) -> bool:
    """Whether named speakers take turns."""
    found = [m["name"].casefold() for m in _LABEL.finditer(text[:_LOOKED_AT]) if not _NO_LABELS.fullmatch(m["name"])]
    counts = Counter(found)
    blocks = len(writing.paragraphs(text[:_LOOKED_AT])) or 1
    again = sum(1 for n in counts.values() if n > 1)
    answered = len(counts) > 1 and again >= 1 and len(found) >= _TURNS
    return answered and (len(found) >= _SHARE * blocks or (len(found) >= _MANY and again >= _AGAIN))


# ── readouts ────────────────────────────────────────────────────────────────────────────────────────────────────────

_RANK = (
    r"(?:President|Vice President|Premier|Vice Premier|Prime Minister|Chancellor|Secretary|Minister|King|Crown Prince"
    r"|Director|Ambassador|Envoy|Advis[eo]r|Councill?or|Commissioner|Chair(?:man|woman)?|Secretary-General|General|Admiral|Representative)"
)
_HOLDER = re.compile(rf"(?:[A-Z][\w.’'-]*,? (?:(?:of|the|for|and|State|to) )*){{0,10}}?\b{_RANK}\b|[Tt]he {_RANK}\b")
_MEETING = re.compile(
    r"\b(?:spoke|met|held|hosted|received|had|convened|chaired|co-chaired|(?:was )?(?:spoken|talked)|talked"
    r"|exchanged)\b"
    r"(?=.{0,160}\b(?:with|by|call|meeting|summit|talks|dialogue|consultations|conversation|visit)\b)",
    re.S,
)
_TOLD = re.compile(
    r"\b(?:underscored|underlined|reaffirmed|reiterated|emphasi[sz]ed|stressed|discussed|welcomed|raised|affirmed"
    r"|highlighted|noted|expressed|agreed|thanked|conveyed|reviewed|exchanged"
    r"|pointed out|voiced|congratulated|outlined|recalled|urged)\b"
)
_ATTRIBUTABLE = re.compile(r"\b(?:following|below) (?:\w+ ){0,3}attributable to\b", re.I)
_REPORTED = re.compile(r"\b(?:said|says|told reporters|according to|reported|analysts?|reporters?)\b")
_MOST_REPORTED, _LEAST_TOLD = 0.2, 0.3
_MOST_QUOTED = 2


@dataclass(frozen=True, slots=True)
class _Body:
    """The beginning of a text, sentence by sentence, headlines left out."""

    text: str
    sentences: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> "_Body":
        start = text[:_LOOKED_AT]
        found = tuple(start[s.start : s.stop] for s in writing.sentences(start))
        prose = tuple(s for s in found if len(s.split()) > 4 and s.rstrip("”\"’')] ")[-1:] in ".!?…;:")
        return cls(start, prose)

    @property
    def quoted(self) -> int:
        """How many quotations begin in it."""
        return len(re.findall(r"[“«]|(?<!\w)\"(?=\w)", self.text))

    def share(self, pattern: re.Pattern[str]) -> float:
        """Give the share of sentences in which a pattern is found."""
        return sum(1 for s in self.sentences if pattern.search(s)) / (len(self.sentences) or 1)


def _is_readout(body: _Body) -> bool:
    opening = next((s for s in body.sentences if not _ATTRIBUTABLE.search(s)), "")
    if not _MEETING.search(opening) or len(_HOLDER.findall(opening)) < 1 or re.search('[“”"]', opening):
        return False
    told, reported = body.share(_TOLD), body.share(_REPORTED)
    return body.quoted <= _MOST_QUOTED and told >= _LEAST_TOLD and reported <= _MOST_REPORTED


# ── joint texts, speeches ───────────────────────────────────────────────────────────────────────────────────────────

_GOVERNMENT = re.compile(r"\bthe Government of\b", re.I)
_PARTIES = re.compile(
    r"\bthe (?:two |both )?(?:parties|sides|leaders|ministers|presidents|governments|countries)\b|\bboth sides\b", re.I
)
_RECITAL = re.compile(r"[;,](?: and)?\s*$", re.M)
_WE_TWO = re.compile(
    r"\bWe, (?:the )?(?:\w+[ -]){0,3}(?:leaders|presidents|prime ministers|foreign ministers|ministers|heads)\b", re.I
)
_GREETING = re.compile(
    r"\b(?:ladies and gentlemen|distinguished (?:guests|colleagues|delegates|participants|friends)"
    r"|(?:your )?excellenc(?:y|ies)"
    r"|dear (?:friends|colleagues)|fellow (?:citizens|americans)|friends and colleagues"
    r"|(?:mr|madam)\.? (?:president|chair\w*|speaker),"
    r"|good (?:morning|afternoon|evening)(?:,| and|\.|!| to)|thank you(?: all)?(?: so| very)? much)",
    re.I,
)
_FIRST_PERSON = re.compile(r"\b(?:I|we|our|my|us)\b", re.I)
_SPOKEN, _SPOKEN_UNGREETED = 0.3, 0.5  # of the sentences are in the first person
_LONG = 5  # sentences


def _is_joint(body: _Body) -> bool:
    opening = body.text[:_OPENING]
    if _WE_TWO.search(opening):
        return True
    recitals = len(_RECITAL.findall(body.text))
    both = len(_GOVERNMENT.findall(opening)) > 1
    return (both and bool(_PARTIES.search(body.text))) or (recitals >= 3 and len(_PARTIES.findall(body.text)) > 1)


def _is_speech(body: _Body) -> bool:
    """Whether somebody greets and speaks of himself, or speaks of himself throughout without being quoted."""
    share = body.share(_FIRST_PERSON)
    if _GREETING.search(body.text[:_OPENING]):
        return share >= _SPOKEN
    opened = any(map(_FIRST_PERSON.search, body.sentences[:2]))
    return len(body.sentences) >= _LONG and opened and share >= _SPOKEN_UNGREETED and body.quoted <= _MOST_QUOTED


def shaped(text: str) -> Genre | None:
    """Tell the genre of a text from the form of its body; None where no form shows."""
    if is_conversation(text):
        return Genre.TRANSCRIPT
    body = _Body.of(text)
    if _ATTRIBUTABLE.search(body.text[:_OPENING]):
        return Genre.READOUT
    forms = ((_is_joint, Genre.JOINT_STATEMENT), (_is_readout, Genre.READOUT), (_is_speech, Genre.SPEECH))
    return next((kind for holds, kind in forms if holds(body)), None)


# ── whose readout ───────────────────────────────────────────────────────────────────────────────────────────────────

_MOST = 0.75  # of the sentences that open with somebody's name are those of one side
_ENOUGH = 2


def teller(text: str, lexicon: Lexicon) -> str | None:
    """Give the side whose people most sentences of a readout begin with, if one side's clearly do."""
    names = _sides_by_name(lexicon)
    counts = Counter(side for s in _Body.of(text).sentences if (side := _opening_side(s, names)))
    if not counts:
        return None
    side, most = counts.most_common(1)[0]
    return side if most >= _ENOUGH and most >= _MOST * counts.total() else None


def _sides_by_name(lexicon: Lexicon) -> dict[str, str | None]:
    """Give the side of each name; None where two sides' people share it."""
    found: dict[str, str | None] = {}
    for person in lexicon.people:
        for name in {person.name, *person.aliases, person.family or person.name.split()[-1]}:
            found[name] = person.side if found.get(name, person.side) == person.side else None
    return found


def _opening_side(sentence: str, names: dict[str, str | None]) -> str | None:
    """Give the side of the name that a sentence begins with, behind its titles, before its verb."""
    found = _TOLD.search(sentence) or _MEETING.search(sentence)
    if found is None:
        return None
    subject = [w.strip(",.") for w in sentence[: found.start()].split()][-8:]
    runs = (" ".join(subject[i:j]) for i in range(len(subject)) for j in range(len(subject), i, -1))
    sides = {side for run in runs if (side := names.get(run))}
    return sides.pop() if len(sides) == 1 else None
