"""What the finders hand to the chooser."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.model import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A possible attribution: who, by which words, said what.

    `antecedent` is the phrase that a relative pronoun stands for. `addressee` is whom it was said to. `relayed_by` is
    X of "Berg said, according to X". `strength` ranks proposals that cannot both hold.
    """

    sentence: int
    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    cue_class: str
    frame: str
    found_by: str
    antecedent: Span | None = None
    addressee: Span | None = None
    relayed_by: Span | None = None
    lemma: str = ""
    strength: int = 1
    negated: bool = False
    supposed: bool = False

    @property
    def construction(self) -> frozenset[str]:
        """The names by which the construction can be left out: with and without what follows the cue."""
        return frozenset({self.found_by, f"{self.found_by} {self.frame}"})

    @property
    def start(self) -> int:
        """The first offset of source, cue and content."""
        spans = [x for x in (self.source, self.cue, *self.content) if x]
        return min(x.start for x in spans)

    @property
    def stop(self) -> int:
        """The last offset of source, cue and content."""
        spans = [x for x in (self.source, self.cue, *self.content) if x]
        return max(x.stop for x in spans)
