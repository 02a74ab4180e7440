"""What an official text wants of another side, or supposes of it: words that are the text's own, not that side's."""

from __future__ import annotations

from itertools import pairwise

from briefing.attribution import grammar as g
from briefing.attribution.page import Sentence
from briefing.attribution.proposal import Proposal
from briefing.model import Span
from briefing.text import words

_MODALS = words("should must ought need needs shouldn't shouldn’t mustn't mustn’t")
_HAVE = words("has have had")
_OWN_BODIES = words(
    "department ministry embassy government administration office house council readout statement command mission "
    "sides side parties leaders ministers presidents"
)
_CONDITIONS = words("if unless should")


def is_demanded(s: Sentence, p: Proposal) -> bool:
    """Whether a holder only should, must or has to do what the cue says: "Borska should agree to talks"."""
    if p.source is None or p.cue is None or p.source.stop > p.cue.start:
        return False
    between = s.lower[s.at(p.source.stop) : s.at(p.cue.start)]
    bound = any(a in _HAVE and b == "to" for a, b in pairwise(between))
    return bound or any(w in _MODALS for w in between)


def is_supposed(s: Sentence, p: Proposal) -> bool:
    """Whether a cue stands in a clause of condition: "If Borska claims that …"."""
    if p.source is None:
        return False
    first = s.at(p.source.start)
    before = s.lower[max(0, first - 2) : first]
    return any(w in _CONDITIONS for w in before) or (s.lower[0] in _CONDITIONS and "," not in s.words[:first])


def is_possession(s: Sentence, p: Proposal) -> bool:
    """Whether a cue is a noun that belongs to its holder: "honor its commitments", "Borska's defense of the war"."""
    if p.cue is None or not p.frame.startswith("noun-") or p.frame == "noun-is":
        return False
    first = s.at(p.cue.start)
    owned = any(w in g.POSSESSIVES or w in ("'s", "’s") for w in s.lower[max(0, first - 3) : first])
    return owned and p.source is not None and p.source.start < p.cue.start


def is_titled(s: Sentence, source: Span) -> bool:
    """Whether a source is somebody by name or title: "the Vice Chairman", "Director Dahl"; not a body of the text's."""
    first, last = s.at(source.start), s.at(source.stop)
    opens = first == 0
    first += s.lower[first] in g.ARTICLES
    big = [k for k in range(first, last) if s.words[k][0].isupper() and s.lower[k] not in g.SUBJECT_PRONOUNS]
    named = bool(big) and (big[-1] > 0 or not opens) and s.words[last - 1][0].isupper()
    return named and not any(s.lower[k] in _OWN_BODIES for k in range(first, last))
