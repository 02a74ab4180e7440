"""The speaker behind the verb: "..., said Ada Berg, foreign minister of Alden"."""

from __future__ import annotations

import re

from briefing.attribution import grammar as g
from briefing.attribution.page import Page
from briefing.model import Span

# An office written small behind a nationality: "Borskan foreign ministry spokesperson Olaf Dahl".
_OFFICE = (
    r"(?:\s(?:(?!(?:in|on|at|during|after|as|when|while|told|and|but|who|which|that|to|by|with|from)\b)[\w’'./-]+\s){0,6}?"
    r"(?:minist\w+|spokes\w+|secretary|envoy|officials?|ambassador|chief|advis[eo]r|negotiator|diplomats?|president"
    r"|premier|leader|head|commander|embassy(?:\sin\s[A-Z]\w+)?|government|military|army|department|statement|readout)\b"
    r"(?:(?:\s[a-z]+)?\s(?:spokes\w+|officials?|chief|statement))?(?:\s(?:of|for|to)\s(?:the\s)?[A-Z][\w’'-]*)?"
    r"(?:\s[A-Z][\w.’'-]*)*)?"
)
# An office and, behind a comma, who holds it: "the ministry's spokeswoman, Olaf Dahl".
_HOLDER = (
    r"(?:the|an?|its|his|her|their)\s(?:[\w’'-]+\s){0,4}?(?:spokes\w+|minister|secretary|envoy|ambassador|chief|advis[eo]r"
    r"|president|premier|leader|head|official|negotiator),\s[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)+(?=[,.]|\s*$)"
)
_AFTER = re.compile(
    rf"\s+({_HOLDER}|"
    r"(?:(?:the|a|an|one|another|former|his|her|their|its)\s+)?(?:[\w’'./-]+\s+){0,7}?(?:[A-Z][\w’'-]*\.?)"
    r"(?:\s+(?:[A-Z(][\w.’')-]*|(?:of|de|the|for|al|bin|van|von)\b))*"
    + _OFFICE
    + r"(?:,\s(?:a|an|the|who|his|her|one|of|chief|former|director|president|professor|executive|spokes\w+|chair\w*"
    r"|\w+ (?:director|president|professor|of|minister))\b"
    r"[^.]{2,140}?(?=[,.]|$))?|(?:he|she|they|I|we|it)\b|(?:the|a|an|one|another)\s+\w+(?:\s+\w+)?)"
)
_NOUN = re.compile(r"(?:the|an?|one|another|former|his|her|their|its|he|she|they|we|it)\b")
_CLAUSE = re.compile(r"(?:he|she|they|I|we|it)\s")  # "said she wanted": no name follows
_TAIL = re.compile(r"(?<!embassy)\s(?:in|on|at|during|after|as|when|while|told)\s")


def phrase_after(page: Page, start: int, stop: int) -> Span | None:
    """Give the noun phrase that follows a reporting verb, None if something else does."""
    found = _AFTER.match(page.mask, start, stop)
    if not found:
        return None
    a, b = found.span(1)
    if "_" in found[1]:  # an apposition that runs into a quotation: the name before it is enough
        b = a + found[1].find(",")
        if b < a or "_" in page.mask[a:b]:
            return None
    if _CLAUSE.match(page.text, a, b) or page.text[a:b].split()[0] in g.PREPOSITIONS:
        return None  # "wrote about the strait": what follows is no name
    tail = _TAIL.search(page.text[a:b])
    if tail and "," not in page.text[a:b]:
        b = a + tail.start()
    if not (_NOUN.match(page.text, a, b) or any(c.isupper() for c in page.text[a:b])):
        return None  # "said earlier on Friday", "said talks on": an adverb or a bare noun is no speaker
    return page.trimmed(a, b)
