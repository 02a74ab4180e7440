"""How a briefing is set, whatever it says: what its maker chooses, and a reader needs to draw the same pages again."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Embed(StrEnum):
    """What rides inside the file: the analysis with the words that prove it, with all texts read, or nothing."""

    EVIDENCE = "evidence"
    FULL = "full"
    NONE = "none"


class Paper(StrEnum):
    """The sheets a briefing is set on."""

    A4 = "a4"
    LETTER = "letter"


class Theme(StrEnum):
    """Type and colour of the PDF: as designed; nothing smaller than 12 points, on sheets laid wide; without hues."""

    STANDARD = "standard"
    LARGE = "large"
    MONO = "mono"


class Profile(StrEnum):
    """How much is printed: everything with its evidence, or page one and a page of key words."""

    FULL = "full"
    TWO_PAGE = "two-page"


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """A font file of the house that publishes: its name, hash and bytes."""

    name: str
    sha256: str
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """The choices for one briefing.

    `title` stands instead of both sides' names, `marking` at head and foot of every page, `prepared_by` beside the
    date. Of `fonts` the first is for text and quotations, the second for headings and what is bold; marks, tables and
    small print keep the sans face.
    """

    title: str | None = None
    marking: str | None = None
    prepared_by: str | None = None
    paper: Paper = Paper.A4
    theme: Theme = Theme.STANDARD
    profile: Profile = Profile.FULL
    embed: Embed = Embed.EVIDENCE
    fonts: tuple[Face, ...] = ()
