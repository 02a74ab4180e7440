"""Sentences of official texts that hold no position: courtesies, and where and when people met."""

from __future__ import annotations

import re

from briefing.attribution.page import Sentence
from briefing.text import words

_COURTESY = re.compile(
    r"^(?:(?:well|so|and|again|now|okay|ok|look|thanks|yes|no|sure|right|all right)[,.]?\s+)*"
    r"(?:thank(?:s| you)|good (?:morning|afternoon|evening|day)|welcome|hello|hi|dear|ladies and gentlemen|the floor is|please|next|go ahead|"
    r"it[’']s (?:good|great|nice|a pleasure) to (?:see|be)|mr\. president, (?:good|it[’']s|thank|welcome|we[’']ve known)|i (?:welcome|thank) you|with that|"
    r"i[’']d be happy to|i(?:[’']ll| will) (?:be brief|turn|stop|take)|happy to take|let me (?:begin|start) by (?:thanking|welcoming)|that concludes|"
    r"i wish to thank|i want to thank|i would like to thank|i[’']d like to thank|\(?in progress\)?|\(?as interpreted\.?\)?|end$|###)",
    re.I,
)
_FLOOR = re.compile(
    r"\b(?:the floor is yours|take your questions|take (?:a few |some )?questions|opening (?:comments|remarks)|you all can read|good to see you|welcome back|hand it over|turn it over)\b",
    re.I,
)
_REMINISCENCE = re.compile(
    r"^(?:\W|\b(?:and|look|last time|this time of year|coming here|you know|since then)\b)*.{0,60}?\b(?:we|i) (?:first )?(?:met\b|had a (?:meeting|dinner|walk)\b|(?:still )?remember\b|recall\b|spent\b|[’']ve (?:spent|known)\b|thought of\b)|"
    r"\bknown each other\b|^it was .{0,30}\bago\b|\byears ago\b.{0,20}$|^you said\b|^a lot has happened\b",
    re.I,
)
_MEETING_VERBS = words(
    "met spoke held hosted visited traveled travelled arrived received attended took follows followed departed accompanied joined participated convened had concluded flew landed greeted welcomed"
)
_MEETINGS = words(
    "call meeting summit talks visit conversation consultations dialogue dinner trip conference session discussion videoconference phone virtual"
)
_TOPICS = words(
    "discuss discussed discussing exchange exchanged exchanging views issues address addressed agreed agreement underscored reaffirmed reiterated emphasized emphasised stressed raised "
    "welcomed expressed reviewed candid constructive substantive productive strategic depth in-depth frank areas progress importance"
)
_PERIPHERAL = re.compile(
    r"\b(?:was|were|is|are) (?:also )?(?:present|joined by|accompanied by|attended)\b|\btook place\b|\b(?:call|meeting|visit|conversation) (?:follows|followed|took place|lasted|came|comes|builds)\b|\bfor immediate release\b|\breport(?:ed|ing) by\b",
    re.I,
)


def is_courtesy(s: Sentence) -> bool:
    """Whether a spoken sentence greets, thanks, hands over the floor or remembers how people met."""
    text = " ".join(s.words)
    text = re.sub(r" ([’',.])", r"\1", text)
    head = re.sub(r"^(?:[A-Z.]+\s+){0,3}[A-Z][A-Z.’'-]+(?: \([^)]*\))?\s*:\s*", "", text)
    if not any(w[0].isalpha() for w in head.split()) or len(head.split()) <= 2:
        return True
    return bool(_COURTESY.search(head) or _FLOOR.search(head) or _REMINISCENCE.search(head))


def is_logistics(s: Sentence) -> bool:
    """Whether a sentence of a readout only tells who met whom, where and when."""
    text = " ".join(s.words)
    if _PERIPHERAL.search(text) and not any(w in _TOPICS for w in s.lower):
        return True
    lower = set(s.lower)
    met = lower & _MEETING_VERBS
    if not met or lower & _TOPICS:
        return False
    return bool(
        {"met", "spoke", "visited", "hosted", "traveled", "travelled", "arrived", "received", "flew"} & met
        or lower & _MEETINGS
    )
