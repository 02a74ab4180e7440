"""Closed choices: what a text, statement, act or result can be."""

from __future__ import annotations

from enum import IntEnum, StrEnum


class Genre(StrEnum):
    """What sort of text a document is."""

    NEWS = "news"
    READOUT = "readout"
    JOINT_STATEMENT = "joint_statement"
    TRANSCRIPT = "transcript"
    SPEECH = "speech"
    INTERVIEW = "interview"
    FACT_SHEET = "fact_sheet"


class Kind(StrEnum):
    """How a statement reaches us; the first three as in Pareti et al. 2013 (PARC)."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"
    OWN = "own"
    NARRATED = "narrated"
    JOINT = "joint"


class Act(StrEnum):
    """What is done with the words: PLOVER's verbal types and the WEIS distinctions that PLOVER merged."""

    STATE = "state"
    CONSULT = "consult"
    SUPPORT = "support"
    COMMIT = "commit"
    ASSURE = "assure"
    CONCEDE = "concede"
    REQUEST = "request"
    DEMAND = "demand"
    CONCERN = "concern"
    CRITICISE = "criticise"
    REJECT = "reject"
    WARN = "warn"


class Modality(StrEnum):
    """Whether a stance is asserted, or tied to a condition, or only imagined."""

    ASSERTED = "asserted"
    CONDITIONAL = "conditional"
    HYPOTHETICAL = "hypothetical"


class Authority(IntEnum):
    """Who speaks for a side, highest first; after the ladder of Miller and Swaine."""

    HEAD = 1
    MINISTER = 2
    OFFICIAL = 3
    MEDIA = 4


class Relation(StrEnum):
    """How the positions of the two sides stand to each other, in the order of the page."""

    DIVERGENT = "divergent"
    TALKING_PAST = "talking-past"
    PARTIAL = "partial"
    CONVERGENT = "convergent"
    CLAIMED = "claimed"
    SILENT = "silent"
    UNREPORTED = "unreported"
    NO_DOCUMENT = "no-document"

    @property
    def words(self) -> str:
        """The result as lines for a terminal say it; the page takes its words from `phrases.yaml`.

        >>> Relation.TALKING_PAST.words, Relation.SILENT.words
        ('Different points', 'Silent')
        """
        return _RELATION_WORDS.get(self, self.replace("-", " ").capitalize())


_RELATION_WORDS = {Relation.TALKING_PAST: "Different points", Relation.UNREPORTED: "Not reported"}


class Confirmation(StrEnum):
    """What the told side's own text does with what the other side tells of it."""

    DENIED = "denied"
    ABSENT = "absent"
    NOT_READ = "not-read"


class Decision(StrEnum):
    """What a desk did with a stance that it signed."""

    KEPT = "kept"
    CHANGED = "changed"
    STRUCK = "struck"
    ADDED = "added"


class Status(StrEnum):
    """Where a rule stands in its life."""

    DRAFT = "draft"
    STABLE = "stable"
    DEPRECATED = "deprecated"
