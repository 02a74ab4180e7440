"""Who speaks for no government, or no longer: the words that say so before a name, behind it, or as a head."""

from __future__ import annotations

from collections.abc import Collection
from itertools import pairwise

from briefing.attribution import grammar as g
from briefing.attribution.names import Mention
from briefing.attribution.page import Sentence
from briefing.text import words

# Said of somebody who once held an office, or is not in one: this even takes the word from a known official.
NO_LONGER = words(
    "former ex ex-president ex-minister retired ousted late opposition dissident lawmaker lawmakers senator "
    "senators sen sen. rep rep. congressman congresswoman candidate nominee challenger"
)
_WORDS = NO_LONGER | words(
    "analyst analysts expert experts observers observer "
    "professor scholar scholars economist economists critic critics researcher researchers historian academic "
    "academics academy lecturer fellow activist activists campaigner campaigners "
    "congressmen representatives "
    "legislator legislators mp mps councillor rival investor investors trader "
    "traders company companies firm firms businessman ceo chairwoman chief-executive executive "
    "executives banker bankers journalist journalists reporter reporters correspondent correspondents editor "
    "editors editorial editorials columnist columnists author authors commentator commentators pollster poll "
    "polls survey lawyer lawyers attorney attorneys group groups union unions farmers residents families family "
    "victims witnesses witness students student protesters voters supporters workers employees think-tank "
    "thinktank institute institution university center centre council-on-foreign-relations newspaper tabloid "
    "magazine website media-outlet broadcaster market markets republicans democrats republican democrat "
    "conservative conservatives labour lawmaker's parliament senate man woman men women some-people others many"
)
# Words that stand in the names of governments as well: only together do they name a legislature's or a firm's people.
_PAIRS = frozenset(
    tuple(x.split())
    for x in (
        "close to",
        "familiar with",
        "briefed on",
        "briefed by",
        "critical of",
        "opponents of",
        "allies of",
        "victims of",
        "committee chairman",
        "committee chair",
        "committee member",
        "committee members",
        "panel chairman",
        "house speaker",
        "house committee",
        "house majority",
        "house minority",
        "house foreign",
        "house armed",
        "house intelligence",
        "house select",
        "house panel",
        "of congress",
        "in congress",
        "congress member",
        "congress members",
        "company chairman",
        "group chairman",
        "board chairman",
        "bank chairman",
    )
)
# Of a place that is no side, or of several: whoever is of it is not of the side that spoke last.
_LOCAL = words("governor mayor senator gov gov. sheriff councilwoman")
_ELSEWHERE = words(
    "western european asian african arab gulf regional third-country third-party nato eastern nordic baltic latin "
    "middle-eastern diplomatic industry local provincial municipal"
)

_RANKS = (
    g.TITLES
    | g.CONJUNCTIONS
    | words(
        "rear vice major lieutenant brigadier senior chief deputy acting assistant under first state foreign defense "
        "defence commerce trade finance special top general admiral colonel captain ministry department office "
        "national security press minister secretary spokesperson spokesman spokeswoman"
    )
)


def is_elsewhere(s: Sentence, first: int, last: int, mentions: Collection[Mention]) -> bool:
    """Whether words before a name or office place it somewhere that is no known state: "California Governor"."""
    known = {k for m in mentions for k in range(m.first, m.last)}
    start = next((k + 1 for k in range(last - 1, first - 1, -1) if _parts(s, k)), first)
    if any(s.lower[k] in _LOCAL for k in range(start, last)):
        return True
    free = [k for k in range(start, last) if k not in known]
    return any(s.lower[k] in _ELSEWHERE or (k > 0 and s.words[k][0].isupper() and _places(s, k)) for k in free)


def _parts(s: Sentence, k: int) -> bool:
    return not s.words[k][0].isalpha() or s.lower[k] in g.PREPOSITIONS or s.lower[k] in g.FINITE


def _places(s: Sentence, k: int) -> bool:
    return s.lower[k] not in _RANKS and s.lower[k] not in g.DETERMINERS


def is_unofficial(s: Sentence, first: int, last: int, named: Collection[int] = ()) -> bool:
    """Whether words say that somebody speaks for no government; `named` are the words of known names among them."""
    lower = [w for k, w in enumerate(s.lower[first:last], first) if k not in named]
    return any(w in _WORDS for w in lower) or any(pair in _PAIRS for pair in pairwise(lower))
