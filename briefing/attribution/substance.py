"""Sentences of official texts that hold no position: courtesies, and where and when people met."""

from __future__ import annotations

import re

from briefing.attribution.page import Sentence
from briefing.text import words

_COURTESY = re.compile(
    r"^(?:(?:well|so|and|again|now|okay|ok|look|thanks|yes|no|sure|right|all right)[,.]?\s+)*"
    r"(?:thank(?:s| you)|good (?:morning|afternoon|evening|day)|welcome|hello|hi|dear|ladies and gentlemen"
    r"|the floor is|please|next|go ahead|it[’']s (?:good|great|nice|a pleasure) to (?:see|be)"
    r"|mr\. president, (?:good|it[’']s|thank|welcome|we[’']ve known)|i (?:welcome|thank) you|with that"
    r"|i[’']d be happy to|i(?:[’']ll| will) (?:be brief|turn|stop|take)|happy to take"
    r"|let me (?:begin|start)|sorry for|i(?:[’']ll| will) let|that concludes"
    r"|i (?:wish|want|would like) to thank|i[’']d like to thank|end$|###)",
    re.I,
)
_FLOOR = re.compile(
    r"\b(?:the floor is yours|take your questions|take (?:a few |some )?questions|my opening (?:comments|remarks)"
    r"|have (?:no information|nothing|no comment)\b|not aware of (?:that|this|the situation)|refer you to"
    r"|let[’']s get started|kick (?:us|things) off"
    r"|you all can read|good to see you|welcome back|hand it over|turn it over)\b",
    re.I,
)
_REMINISCENCE = re.compile(
    r"^(?:\W|\b(?:and|look|last time|this time of year|coming here|you know|since then)\b)*"
    r".{0,60}?\b(?:we|i) (?:first )?(?:met\b|had a (?:meeting|dinner|walk)\b|(?:still )?remember\b|recall\b"
    r"|spent\b|[’']ve (?:spent|known)\b|thought of\b)"
    r"|\bknown each other\b|^it was .{0,30}\bago\b|\byears ago\b.{0,20}$|^you said\b|^a lot has happened\b",
    re.I,
)
_MEETING_VERBS = words(
    "met spoke held hosted visited traveled travelled arrived received attended took follows followed departed "
    "accompanied joined participated convened had concluded flew landed greeted welcomed"
)
_MEETINGS = words(
    "call meeting summit talks visit conversation consultations dialogue dinner trip conference session "
    "discussion videoconference phone virtual"
)
_TOPICS = words(
    "discuss discussed discussing exchange exchanged exchanging views issues address addressed agreed agreement "
    "underscored reaffirmed reiterated emphasized emphasised stressed raised welcomed expressed reviewed candid "
    "constructive substantive productive strategic depth in-depth frank areas progress importance "
    "favor favour against"
)
_PERIPHERAL = re.compile(
    r"\b(?:was|were|is|are) (?:also )?(?:present|joined by|accompanied by|attended)\b|\btook place\b"
    r"|\b(?:call|meeting|visit|conversation) (?:follows|followed|took place|lasted|came|comes|builds)\b"
    r"|\b(?:provided|issued|released) the following\b"
    r"|\bis attributable to\b|\bfor immediate release\b|\breport(?:ed|ing) by\b",
    re.I,
)
_LABEL = re.compile(r"[>*_\s]*[A-Z][\w.’'-]*(?:[ ,]+(?:[A-Z(][\w.’')-]*|of|and|the)){0,6}[*_]*:[*_]*\s*")
_ASIDE = re.compile(
    r"\s*\((?:as interpreted|in progress|as translated|inaudible|laughter|applause|through an? interpreter)\.?\)"
    r"[\s—–-]*",
    re.I,
)


def label_length(text: str) -> int:
    """Give the length of the label and the aside that a turn opens with: "MR. BERG: (In progress) — "."""
    label = _LABEL.match(text)
    start = label.end() if label and label.end() <= 80 and label[0].split(":")[0].strip("*_> ").isupper() else 0
    aside = _ASIDE.match(text, start)
    return aside.end() if aside else start


def is_courtesy(text: str) -> bool:
    """Whether a spoken sentence greets, thanks, hands over the floor or remembers how people met."""
    head = text[label_length(text) :]
    count = len(head.split())
    if count <= 2 or not any(c.islower() for c in head):
        return True
    return bool(_COURTESY.search(head) or _FLOOR.search(head) or (count <= 30 and _REMINISCENCE.search(head)))


def is_talks(s: Sentence) -> bool:
    """Whether a sentence says that people met or spoke, and on what."""
    lower = set(s.lower)
    about = lower & {"discuss", "discussed", "discussing", "discussions", "exchange", "exchanged"}
    return bool(about and lower & _MEETING_VERBS and "with" in lower)


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
