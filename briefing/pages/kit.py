"""What every part of the page draws with: fonts, words, evidence numbers, and the ways text is set."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from briefing.model import Analysis, Document, Look, Relation, Stance, Statement
from briefing.pages import marks
from briefing.pages.blocks import Anchor, Heading, Label, Note, Position, Quotation, Source, Text
from briefing.pages.cut import FRONT, SECTION, Cutter, Excerpt
from briefing.pages.evidence import Register
from briefing.pages.fonts import Fonts
from briefing.pages.lines import Run
from briefing.pages.marks import Mark
from briefing.pages.sentences import Sentences
from briefing.pages.theme import (
    CELL_SOFT,
    FORCE_INDENT,
    HANG,
    HEADING,
    INK,
    LABELLED,
    QUOTATION,
    RELATIONS,
    RUNNING,
    SANS,
    SANS_BOLD,
    SERIF,
    SIDES,
    SMALL,
    SOFT,
    SOURCE,
    STANCE,
    TAG,
    Colour,
    Style,
)
from briefing.pages.wording import Wording, capital

T = TypeVar("T", bound=Text)
_TOGETHER = 2  # so many evidence numbers are never parted, nor from the word before


@dataclass(slots=True)
class Kit:
    """The tools of one briefing."""

    analysis: Analysis
    fonts: Fonts
    say: Wording
    sentences: Sentences
    register: Register
    cutter: Cutter
    look: Look = field(default_factory=Look)
    paged: bool = True  # else what is built goes on no page, and into no font
    places: frozenset[str] | None = None  # that links may lead to; None: there are all
    quoted_before: set[int] = field(default_factory=set)

    @classmethod
    def of(cls, analysis: Analysis, look: Look | None = None, *, paged: bool = True) -> Kit:
        """Lay out the tools for an analysis."""
        say = Wording(analysis.ruleset.phrases)
        return cls(
            analysis,
            Fonts(look.fonts if look else ()),
            say,
            Sentences(analysis, say),
            Register(analysis),
            Cutter(),
            look or Look(),
            paged,
        )

    # ── runs ────────────────────────────────────────────────────────────────────────────────────────────────────────

    def refs(self, numbers: Iterable[int]) -> list[Run]:
        """Write evidence numbers in brackets, each a link to the register."""
        found = list(numbers)
        comma = ",\u00a0" if len(found) <= _TOGETHER else ", "
        out = [self._small("[")]
        for k, number in enumerate(found):
            out += [self._small(comma)] if k else []
            out.append(self._leading(self._small(str(number)), number))
        return [*out, self._small("]")]

    def _leading(self, run: Run, number: int) -> Run:
        """Let a number lead to its evidence, where the register is printed."""
        if not self.leads_to(f"e{number}"):
            return run
        return replace(run, link=f"e{number}", tip=self.say("link.evidence", n=str(number)))

    def leads_to(self, place: str) -> bool:
        """Whether a place that links lead to will be there."""
        return self.places is None or place in self.places

    def _small(self, text: str) -> Run:
        return Run(text, SANS, 8.6, SOFT)

    def proof(self, stances: Iterable[Stance]) -> list[Run]:
        """Write the evidence numbers of stances behind a space; few of them keep to the word before."""
        numbers = self.register.numbers(stances)
        return [Run("\u00a0" if len(numbers) <= _TOGETHER else " "), *self.refs(numbers)]

    def hue(self, side: int, text: str, face: str | None = None) -> Run:
        """Write a side's name in its colour."""
        return Run(text, face, colour=SIDES[side])

    # ── blocks ──────────────────────────────────────────────────────────────────────────────────────────────────────

    def text(self, style: Style, runs: Sequence[Run] | str, mark: Mark | None = None, **change: float) -> Text:
        """Set plain text."""
        return self.made(Text, style, runs, mark, **change)

    def made(
        self, kind: type[T], style: Style, runs: Sequence[Run] | str, mark: Mark | None = None, **change: float
    ) -> T:
        """Set a text of some kind; `change` are measures of the style to set otherwise."""
        dress = replace(style, **change) if change else style  # type: ignore[arg-type]  # only measures are changed
        return kind(self.fonts, dress, runs, mark=mark)

    def heading(self, text: str, anchor: Anchor) -> Heading:
        """Set the name of a section."""
        return Heading(self.fonts, HEADING, text, anchor=anchor)

    def tag(self, text: str) -> Label:
        """Set the label of a row."""
        return self.made(Label, TAG, text)

    def result(self, relation: Relation, speaker: int) -> Label:
        """Set the mark and word of a result."""
        style = replace(LABELLED, indent=marks.RESULT_WIDTH, colour=RELATIONS[relation])
        return Label(self.fonts, style, self.say(f"relation.{relation}"), mark=marks.result(relation, speaker))

    def note(self, text: str) -> Note:
        """Set a remark about the briefing."""
        return self.made(Note, SMALL, text)

    # ── a side on an issue ──────────────────────────────────────────────────────────────────────────────────────────

    def lead(self, side: int, runs: Sequence[Run], filled: bool = True) -> Position:
        """Set a side's name and what follows it, with the side's mark."""
        name = self.hue(side, capital(self.analysis.sides[side].in_text))
        return self.made(Position, STANCE, [name, Run(" "), *runs], marks.side(side, filled))

    def nothing(self, relation: Relation, side: int) -> Text:
        """Set the dash and the words of an empty column."""
        return self.text(CELL_SOFT, self.sentences.nothing(relation, side), marks.dash, indent=HANG)

    def force_line(self, side: int, stance: Stance) -> Text:
        """Set the marks and words of act and force."""
        mark = marks.force(side, stance.force, HANG)
        return self.text(SMALL, self.sentences.force_line(stance), mark, indent=FORCE_INDENT, before=2)

    def excerpt(self, stance: Stance) -> Excerpt | None:
        """Cut the words that prove a stance; of evidence that stood in another section, its clause alone."""
        number = self.register.number(stance)
        limit = FRONT if number in self.quoted_before else SECTION
        found = self.cutter.quotation(stance, limit)
        if found:
            self.quoted_before.add(number)
        return found

    def quoted(self, stance: Stance, excerpt: Excerpt, colour: Colour) -> list[Text]:
        """Set a quotation with its number, and below it where it comes from."""
        number = self.register.number(stance)
        label = self._leading(Run(str(number), SANS_BOLD, 8.6, colour), number)
        quote = Quotation(self.fonts, QUOTATION, excerpt.text, number=label)
        return [quote, self.made(Source, SOURCE, self.source(stance, excerpt.marked))]

    def source(self, stance: Stance, marked: bool) -> str:
        """Say who said it, how it reaches us, where and when."""
        statement = stance.statement
        kind = self.sentences.kind(statement.kind)
        quoted = kind == self.say("kind.direct")
        how = kind if not quoted else self.say("kind.indirect")
        speaker = self.sentences.speaker(stance)
        parts = [speaker if marked and quoted else self.say("source.kind", speaker=speaker, kind=how)]
        if statement.channel:
            parts.append(self.say("source.channel", channel=statement.channel))
        parts += self.where(statement)
        return self.say("list.comma").join(parts)

    def where(self, statement: Statement) -> list[str]:
        """Say where and when a statement was published, as far as is known."""
        document = statement.document
        parts = [self.place(document)]
        if document.date:
            parts.append(self.say.date(document.date, "date.short"))
        return parts

    def place(self, document: Document) -> str:
        """Name the publisher of a document, else what kind of text it is."""
        return document.publisher or self.say(f"genre.{document.genre}.name")

    def told(self, side: int, stances: Sequence[Stance]) -> Position:
        """Set what the other side alone tells of a side."""
        other = self.analysis.sides[1 - side].in_text
        words = self.say("stance.told", words=stances[0].words, B=other)
        return self.lead(side, [Run(words, SERIF), *self.proof(stances)], filled=False)

    def running(self, runs: Sequence[Run] | str) -> Text:
        """Set running text."""
        return self.text(RUNNING, runs)

    def bold(self, text: str) -> Run:
        """Write a name or a label in the sans face's heavier cut."""
        return Run(text, SANS_BOLD, colour=INK)
