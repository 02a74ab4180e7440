"""What the sentences around say: the issue a sentence carries on, and the issues that rules ask for nearby."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefing.model import Document, Kind, Near, Span
from briefing.stances.positions import Claim
from briefing.stances.reading import Reading

# Answers that say nothing of what was asked.
_NO_ANSWER = re.compile(
    r"\bnot (?:familiar with|aware of)\b"
    r"|(?:\b(?:no|not|cannot)|n[’']t)(?: going to)? (?:comment|speculate|speak for|preview)\b"
    r"|\brefer (?:you|reporters|journalists|the media)\b|\bnothing (?:\w+ )?to (?:add|offer|announce|share)\b"
    r"|\bno (?:information|details) to\b|\bcalls to read out\b|\btake (?:that|this|it)(?: one)? back\b",
    re.IGNORECASE,
)
_OFFICIAL = frozenset({Kind.OWN, Kind.JOINT})
_HEARD = 4  # sentences over which a question is still being answered
_CARRY = 1  # sentences over which an issue is carried on
_FEW = 1  # issues at most that are carried on: more than one is a list
_TITLED = 0.34  # share of the issues named that makes its title's issue the text's topic
_MOST = 0.6  # the same without a title that names it
_OFTEN = 4  # times an issue is named, at least, to be the topic without a title that names it
_WIDELY = 0.4  # of the sentences read must name it then: what a text hardly speaks of is not what it is about


@dataclass(frozen=True, slots=True)
class Match:
    """An issue found in a reading: by a rule's claim, or by its `about` alone."""

    issue: str
    evidence: tuple[Span, ...]
    claim: Claim | None = None


class Around:
    """Which issues the sentences of a text name, for rules that ask for another issue nearby."""

    def __init__(self, sentences: Sequence[Span], named: Iterable[tuple[Reading, frozenset[str]]]) -> None:
        self._numbers = {s: n for n, s in enumerate(sentences)}
        self._named: dict[int, set[str]] = {}
        for reading, issues in named:
            self._named.setdefault(self._numbers[reading.sentence], set()).update(issues)

    def holds(self, near: Near | None, reading: Reading) -> bool:
        """Whether the issue a rule asks for is named in the sentence or in those before or after it."""
        if near is None:
            return True
        here = [self._numbers[s] for s in reading.statement.sentences if reading.sentence.holds(s)]
        window = range(here[0] - near.sentences, here[-1] + near.sentences + 1)
        return any(near.issue in self._named.get(n, ()) for n in window)


class Carry:
    """The issues of the sentence before, and of the whole text, for a sentence that goes on without naming one."""

    def __init__(self, document: Document, topic: str | None) -> None:
        self._numbers = {s: n for n, s in enumerate(document.sentences)}
        self._openings = frozenset(p.start for p in document.paragraphs)
        self._last: dict[str | None, tuple[int, tuple[str, ...]]] = {}
        self._topic = topic
        self._asked: dict[int, tuple[str, ...]] = {}

    def note(self, reading: Reading, matches: Sequence[Match]) -> None:
        """Remember what a sentence is about, for the same side and for anybody."""
        number = self._numbers[reading.sentence]
        issues = tuple(dict.fromkeys(m.issue for m in matches))
        if issues:
            for key in (reading.statement.side, None):
                self._last[key] = (number, issues)

    def ask(self, number: int, matches: Sequence[Match]) -> None:
        """Remember what a question is about."""
        if matches:
            self._asked[number] = tuple(dict.fromkeys(m.issue for m in matches))

    def issues(self, reading: Reading) -> list[Match]:
        """Give the issue that a sentence without any carries on; a list of issues is not carried on."""
        if _NO_ANSWER.search(reading.text):
            return []
        number = self._numbers[reading.sentence]
        for key in (reading.statement.side, None):
            last, issues = self._last.get(key, (-9, ()))
            if number - last <= _CARRY and len(issues) <= _FEW and not self._starts_anew(reading):
                return [Match(i, ()) for i in issues]
        asked = next((self._asked[n] for n in range(number - 1, number - _HEARD, -1) if n in self._asked), ())
        if asked and len(asked) <= _FEW:
            return [Match(i, ()) for i in asked]
        return [Match(self._topic, ())] if self._topic else []

    def _starts_anew(self, reading: Reading) -> bool:
        """Whether a sentence opens a paragraph of an official text, where each paragraph has its own matter."""
        return reading.statement.kind in _OFFICIAL and reading.sentence.start in self._openings


def topic_of(sentences: Sequence[Sequence[Match]], title: Iterable[Match]) -> str | None:
    """Name the one issue a whole text is about: its title names it, or most of its sentences do."""
    counts = Counter(m.issue for found in sentences for m in found)
    best = max(counts, key=lambda i: (counts[i], i), default=None)
    if best is None:
        return None
    often, share = counts[best], counts[best] / counts.total()
    if best in [m.issue for m in title]:
        return best if share >= _TITLED else None
    return best if share >= _MOST and often >= max(_OFTEN, _WIDELY * len(sentences)) else None
