"""Every sentence the page says of a comparison: which template, filled with what. In: rows; out: sentences."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from dataclasses import replace

from briefing.model import Act, Analysis, Answer, Genre, Kind, Proposition, Relation, Row, Side, Stance
from briefing.pages import view
from briefing.pages.view import MEETING, Group
from briefing.pages.wording import Wording, capital

_ALSO = {
    Relation.DIVERGENT: "finding.also.divergent",
    Relation.TALKING_PAST: "finding.also.talking-past",
    Relation.PARTIAL: "finding.also.partial",
    Relation.CONVERGENT: "finding.also.convergent",
    Relation.CLAIMED: "finding.also.claimed",
}
_ONE_DAY = datetime.timedelta(days=1)  # two sides' texts on one meeting may be a day apart
_PROMISES = (Act.COMMIT, Act.CONCEDE, Act.ASSURE, Act.CONSULT, Act.SUPPORT)
_BOTH = (*MEETING, Relation.TALKING_PAST)


class Sentences:
    """The sentences of one analysis."""

    def __init__(self, analysis: Analysis, say: Wording) -> None:
        self.analysis, self.say, self.sides = analysis, say, analysis.sides
        self.groups = view.groups(analysis.rows)
        self.numbered = {n.row.issue.id: n for group in self.groups for n in group.rows}

    def named(self, **more: str) -> dict[str, str]:
        """Give both sides' names in running text, as `A` and `B`, with further values."""
        first, second = self.sides
        return {"A": first.in_text, "B": second.in_text, **more}

    def from_side(self, side: int, **more: str) -> dict[str, str]:
        """Give the names as seen from one side: `A` is that side, `B` the other."""
        return {"A": self.sides[side].in_text, "B": self.sides[1 - side].in_text, **more}

    def title(self) -> str:
        """Name both sides."""
        return self.say("title", A=self.sides[0].name, B=self.sides[1].name)

    # ── page one ────────────────────────────────────────────────────────────────────────────────────────────────────

    def deck(self) -> list[str]:
        """Say in one or two sentences on how many issues the sides meet."""
        total = len(self.analysis.rows)
        if not total:
            return [self.say("deck.empty", **self.named())]
        counts = {r: sum(row.relation == r for row in self.analysis.rows) for r in Relation}
        meet = [
            self.say(f"deck.{r}", n=self.say.number(counts[r]))
            for r in (Relation.CONVERGENT, Relation.PARTIAL, Relation.DIVERGENT)
            if counts[r]
        ]
        rest = total - sum(counts[r] for r in MEETING)
        if not meet:
            return [self.say.count("deck.none", total)]
        out = [self.say.count("deck.some", total, what=self.say.listing(meet))]
        return [*out, self.say.count("deck.rest", rest)] if rest else out

    def finding(self, group: Group) -> str:
        """Say what a group of issues shows: its lead issue in full, the others by name."""
        row = view.lead_row(group)
        both = group.relation in _BOTH or view.both_speak(row)
        others = [n.row.issue.in_text for n in group.rows if n.row is not row and both == view.both_speak(n.row)]
        if both:
            others = [n.row.issue.in_text for n in group.rows if n.row is not row and self._adds(n.row, row, group)]
            tail = [self.say(_ALSO[group.relation], issues=self.say.some(others))] if others else []
            return " ".join([capital(self._finding_both(group.relation, row)), *tail])
        issues = self.say.some([row.issue.in_text, *others])
        words = self._words(row.cells[group.speaker].stances)
        key = f"finding.{self._key(group)}"
        if group.relation == Relation.CLAIMED and not _promised(row.cells[1 - group.speaker].stances):
            key = "finding.claimed.held"
        return capital(self.say(key, **self.from_side(group.speaker, issues=issues, words=words)))

    def _adds(self, other: Row, lead: Row, group: Group) -> bool:
        """Whether a further issue adds something to what the lead issue already says."""
        if group.relation != Relation.CONVERGENT:
            return view.both_speak(other)
        said = _agreed(lead)
        same = said is not None and (other.issue.id == said.proposition.issue or said.proposition in _agreements(other))
        return view.both_speak(other) and not same

    def _finding_both(self, relation: Relation, row: Row) -> str:
        if relation == Relation.CONVERGENT:
            return self._agreement(row)
        a, b = (self.short_words(cell.stances[0]) if cell.stances else "" for cell in row.cells)
        about = row.issue.in_text
        answers = [x for x in view.shared(row) if x.relation == relation]
        if relation == Relation.PARTIAL and answers:
            about = _label_in_text(answers[0]) or about
            a, b = (self.words(records[0]) for records in answers[0].records)
        return self.say("finding.each" if a == b else "finding.both", **self.named(issue=about, a=a, b=b))

    def _words(self, stances: Sequence[Stance]) -> str:
        return self.words(stances[0]) if stances else ""

    def _agreement(self, row: Row) -> str:
        answer = _agreed(row)
        if answer is None:
            return self.say("finding.joint", issue=row.issue.in_text, words=self._words(row.cells[0].stances))
        sign = shared_position(answer.positions[0] or 0)
        prop, label = answer.proposition.in_text, _label_in_text(answer) or answer.proposition.label
        return self.say(f"finding.convergent.{sign}", prop=prop, label=label)

    # ── sections ────────────────────────────────────────────────────────────────────────────────────────────────────

    def result(self, row: Row) -> str:
        """Say under an issue's heading how the two sides stand to each other."""
        shared = view.shared(row)
        counts = {r: sum(a.relation == r for a in shared) for r in Relation}
        met = [r for r in MEETING if counts[r]]
        total = sum(counts[r] for r in MEETING)
        if len(met) > 1:
            parts = [self.say(f"result.part.{r}", n=self.say.number(counts[r])) for r in met]
            return capital(self.say.count("result.mixed", total, what=self.say.listing(parts)))
        if row.relation in MEETING and met:
            return self.say.count(f"result.{row.relation}", total)
        if row.relation == Relation.CLAIMED:
            teller = view.speaker(row)
            told = max(counts[Relation.CLAIMED], 1)
            return capital(self.say.count("result.claimed", told, **self.from_side(teller)))
        if row.relation == Relation.CONVERGENT:
            return self.say("result.joint")
        return self.say("result.talking-past.some" if row.answers else "result.talking-past.none")

    def group(self, group: Group) -> tuple[str, str]:
        """Give heading and sentence of a section of one-sided issues."""
        names = self.from_side(group.speaker)
        key = named = self._key(group)
        if group.relation == Relation.UNREPORTED and self._own_text(1 - group.speaker):
            key = "unreported.other-occasion"
        title = capital(self.say(f"group.{named}.title", **names))
        return title, capital(self.say.count(f"group.{key}", len(group.rows), **names))

    def _key(self, group: Group) -> str:
        """Name a group's templates: a side told of on other issues is not one of which no document tells."""
        told = any(row.cells[1 - group.speaker].stances for row in self.analysis.rows)
        return "no-document.told" if group.relation == Relation.NO_DOCUMENT and told else group.relation.value

    def _own_text(self, side: int) -> bool:
        return any(d.side == self.sides[side].id for d in self.analysis.documents)

    def words(self, stance: Stance) -> str:
        """Say what a side holds; what was said days before the rest is marked."""
        said, latest = stance.statement.document.date, self.analysis.as_of.date
        earlier = said is not None and latest is not None and latest - said > _ONE_DAY
        return self._earlier(stance.words, said) if said and earlier else stance.words

    def short_words(self, stance: Stance) -> str:
        """Say what a side holds where the issue is named beside it, so that its name does not come twice."""
        key, beside = f"about.{stance.act}", self.numbered.get(stance.issue)
        plain = beside and stance.words == self.say(key, issue=beside.row.issue.in_text)
        if not plain or not self.say.has(f"{key}.short"):
            return self.words(stance)
        return self.words(replace(stance, words=self.say(f"{key}.short")))

    def _earlier(self, words: str, said: datetime.date) -> str:
        return self.say("stance.earlier", words=words, date=self.say.date(said, "date.short"))

    def nothing(self, relation: Relation, side: int, *, short: bool = False) -> str:
        """Say why a side's column is empty."""
        told = any(row.cells[side].stances for row in self.analysis.rows)
        key = f"empty.{relation}" + (".told" if relation == Relation.NO_DOCUMENT and told else "")
        return self.say(f"{key}.short" if short else key)

    def force_line(self, stance: Stance) -> str:
        """Say act and force: `Demands · strong, 3 of 5`."""
        act, word = self.say(f"act.{stance.act}"), self.say(f"force.{stance.force}")
        plain = "force.line.short" if self.say(f"act.noun.{stance.act}") == word else "force.line"
        line = self.say(plain, act=capital(act), force=word, n=str(stance.force))
        return line if stance.modality == "asserted" else line + self.say(f"modality.{stance.modality}")

    def forces(self, row: Row) -> str:
        """Say what the chart shows of a row: how strongly each side presses, and what only the other side tells."""
        parts = []
        for side, cell in enumerate(row.cells):
            if cell.force:
                key = "chart.force.told" if cell.told else "chart.force"
                word = self.say(f"force.{cell.force}")
                parts.append(self.say(key, **self.from_side(side, force=word, n=str(cell.force))))
        return capital(self.say("list.semicolon").join(parts)) if parts else self.say("chart.none")

    def kind(self, kind: Kind) -> str:
        """Name a kind of statement."""
        return self.say(f"kind.{kind}")

    def speaker(self, stance: Stance) -> str:
        """Name who made a statement: the person or body, else the words that name it, else the side."""
        statement = stance.statement
        if statement.kind == Kind.JOINT:
            return self.say("speaker.joint")
        if statement.speaker:
            return statement.speaker
        if statement.source:
            return " ".join(statement.document.words(statement.source).split())
        return self._side(statement.side).name

    def _side(self, id: str | None) -> Side:
        return next((s for s in self.sides if s.id == id), self.analysis.ruleset.side(id or ""))

    def genres(self) -> dict[Genre, int]:
        """Count the documents by genre."""
        found = {g: sum(d.genre == g for d in self.analysis.documents) for g in Genre}
        return {g: n for g, n in found.items() if n}


def shared_position(value: int) -> str:
    """Name the position that both sides hold."""
    return {2: "affirm", 1: "partly", 0: "neutral", -1: "reserved", -2: "reject"}[value]


def _agreed(row: Row) -> Answer | None:
    """Give the first proposition on which both sides hold the same position."""
    return next((a for a in view.shared(row) if a.relation == Relation.CONVERGENT), None)


def _agreements(row: Row) -> list[Proposition]:
    return [a.proposition for a in row.answers if a.relation == Relation.CONVERGENT]


def _promised(told: Sequence[Stance]) -> bool:
    """Whether what is told of a side is a promise or a talk, rather than a view."""
    return any(s.act in _PROMISES for s in told[:1])


def _label_in_text(answer: Answer) -> str | None:
    """Write a proposition's label inside a sentence; None where its text does not show whether it keeps its capital."""
    label, running = answer.proposition.label, answer.proposition.in_text
    first = label.split()[0]
    if first in running.split():
        return label
    lowered = label[:1].lower() + label[1:]
    return lowered if re.search(rf"\b{re.escape(lowered.split()[0])}\b", running) else None
