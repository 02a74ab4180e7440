"""Page one, which stands alone: title, what was read, findings, matrix. It gives room away until it fits."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass, replace

from briefing.model import Profile, Theme
from briefing.pages import desk
from briefing.pages.blocks import Anchor, Block, Note, Rule, Space, Title
from briefing.pages.facts import facts
from briefing.pages.findings import finding
from briefing.pages.grid import beside
from briefing.pages.kit import Kit
from briefing.pages.lines import Run, shortened
from briefing.pages.matrix import LEAST_ROW, matrix
from briefing.pages.paginate import Break
from briefing.pages.tagged import Element, Role
from briefing.pages.theme import BODY, DECK, DECK_SHORT, KICKER, LABELLED, TEXT, TITLE, TITLE_SHORT, Style

_TITLE_LINES = 3
_MOST = 5  # findings


@dataclass(frozen=True, slots=True)
class Step:
    """One way to fill page one; later ones need less room."""

    findings: int = _MOST
    short: bool = False
    tight: bool = False
    lines: tuple[int, ...] = (3,) * _MOST  # that each finding may take with its quotations; 0: the sentence alone
    deck: bool = False  # all its sentences, below a short title, too
    acts: bool = False
    phrased: int = 0  # so many groups of the matrix have phrases, nevertheless
    rows: int | None = None


_BARE = (0,) * _MOST
_LEAST = Step(3, short=True, tight=True, lines=_BARE, acts=True)
_STEPS = (
    Step(),
    Step(tight=True),
    Step(short=True, tight=True),
    Step(short=True, tight=True, lines=_BARE),
    Step(4, short=True, tight=True, lines=_BARE),
    Step(3, short=True, tight=True, lines=_BARE),
    _LEAST,
)


@dataclass(slots=True)
class Front:
    """Page one as built; the note's page numbers are filled in when they are known."""

    story: list[Block]
    note: Note
    kit: Kit

    def number(self, register: int, key: int) -> None:
        """Write the pages of the register and of the key into the note."""
        if self.kit.look.profile == Profile.TWO_PAGE:
            return
        text = self.kit.say("note" if register != key else "note.one-page", register=str(register), marks=str(key))
        self.note.reword([Run(text)])


def front(kit: Kit, room: float, title: str | None, prepared_by: str | None) -> Front:
    """Build page one in the fullest way that fits; if none does, the matrix runs on over the next page."""
    page = _Page(kit, title or kit.sentences.title(), prepared_by)
    # where not even the lines of the matrix have room, no step is tried but the last
    for step in _STEPS if len(kit.analysis.rows) * LEAST_ROW <= room else _STEPS[-1:]:
        if page.height(step) <= room:
            return Front([*page.story(_spent(page, step, room)), Break()], page.note(step), kit)
    if kit.look.theme == Theme.LARGE:  # page one goes on over the next, whole
        return Front([*page.story(Step()), Space(14)], page.note(Step()), kit)
    if kit.look.profile == Profile.FULL:
        return Front([*page.story(_LEAST), Space(14)], page.note(_LEAST), kit)
    return Front([*page.story(step := _fewer(page, room)), Break()], page.note(step), kit)


def _fewer(page: _Page, room: float) -> Step:
    """Keep as many rows of the matrix as fit, in the order of results."""
    counts = range(len(page.kit.analysis.rows), 0, -1)
    found = bisect_left(counts, True, key=lambda n: page.height(replace(_LEAST, rows=n)) <= room)
    return replace(_LEAST, rows=counts[min(found, len(counts) - 1)])


def _spent(page: _Page, step: Step, room: float) -> Step:
    """Spend what is left of the page: on phrases in the matrix, on findings, on quotations, at last on the deck."""

    def kept(richer: Step) -> Step:
        return richer if page.height(richer) <= room else step

    if step.acts:
        for k in range(len(page.groups)):
            step = kept(replace(step, phrased=k + 1))
    for n in range(step.findings, _MOST):
        step = kept(replace(step, findings=n + 1))
    for k in range(min(step.findings, len(page.groups))):
        for lines in (2, 3):
            step = kept(replace(step, lines=(*step.lines[:k], max(lines, step.lines[k]), *step.lines[k + 1 :])))
    return kept(replace(step, deck=True))


class _Page:
    """Page one in any of its ways; what several of them share is built once."""

    def __init__(self, kit: Kit, title: str, prepared_by: str | None) -> None:
        self.kit, self.title, self.prepared_by = kit, title, prepared_by
        self.groups = kit.sentences.groups
        self._list = Element(role=Role.LIST)
        self._made: dict[tuple[object, ...], Block] = {}

    def height(self, step: Step) -> float:
        """Measure a way to fill the page."""
        return sum(b.measure(TEXT) for b in self.story(step))

    def note(self, step: Step) -> Note:
        """Give the note below the matrix; it says where the matrix holds not all issues."""
        note = self._once(("note", step.rows), lambda: _note(self.kit, step.rows))
        assert isinstance(note, Note)
        return note

    def story(self, step: Step) -> list[Block]:
        """Build the page."""
        whole = step.deck or not step.short
        rows = [
            self._once(("rule",), lambda: Rule(3, 6, 0)),
            self._once(("kind",), self._kind),
            self._once(("head", step.short, whole), lambda: self._head(step.short, whole)),
            self._once(("facts",), lambda: facts(self.kit, self.prepared_by)),
            Space(2),
            Rule(1.4, 6, 0),
            *(self._finding(k, step.lines[k], step.tight) for k in range(len(self.groups[: step.findings]))),
        ]
        return [*rows, *(self._matrix(step) if self.groups else [self._once(("empty",), self._empty)])]

    def _once(self, key: tuple[object, ...], make: Callable[[], Block]) -> Block:
        if key not in self._made:
            self._made[key] = make()
        return self._made[key]

    def _kind(self) -> Block:
        say = self.kit.say
        return beside([self.kit.text(LABELLED, say("page.kind"))], [self.kit.text(KICKER, say("page.subtitle"))])

    def _head(self, short: bool, whole: bool) -> Block:
        sentences = self.kit.sentences.deck()
        deck = self.kit.text(DECK_SHORT if short else DECK, " ".join(sentences) if whole else sentences[0])
        return beside([], [_heading(self.kit, self.title, short), deck], 8)

    def _finding(self, k: int, lines: int, tight: bool) -> Block:
        def make() -> Block:
            return finding(self.kit, self.groups[k], lines=lines, before=3.0 if tight else 4.5).within(self._list)

        return self._once(("finding", k, lines, tight), make)

    def _matrix(self, step: Step) -> list[Block]:
        def make() -> Block:
            return matrix(self.kit, acts=step.acts, tight=step.tight, most=step.rows, phrased=step.phrased)

        table = self._once(("matrix", step.acts, step.tight, step.rows, step.phrased), make)
        return [Space(4), table, Space(4), self._once(("below", step.rows), lambda: beside([], [self.note(step)], 0))]

    def _empty(self) -> Block:
        key = "page.empty.struck" if desk.struck(self.kit) else "page.empty"
        return beside([], [self.kit.running(self.kit.say(key))], 0)


def _note(kit: Kit, rows: int | None = None) -> Note:
    if kit.look.profile == Profile.TWO_PAGE:
        total = str(len(kit.analysis.rows))
        some = [] if rows is None else [kit.say("note.some", n=str(rows), total=total)]
        return kit.note(" ".join([kit.say("note.two-page"), *some]))
    return kit.note(kit.say("note", register="00", marks="00") if kit.paged else kit.say("note.no-pages"))


def _heading(kit: Kit, title: str, short: bool) -> Title:
    """Set the title: in the smaller size where room is short or it is long, then cut at a word."""
    styles = (TITLE_SHORT,) if short else (TITLE, TITLE_SHORT)

    def made(words: str, style: Style) -> Title:
        return Title(kit.fonts, style, words, anchor=Anchor("top", title, 0))

    for style in styles:
        if len(made(title, style).lines(BODY)) <= _TITLE_LINES:
            return made(title, style)
    return made(shortened(title, lambda words: len(made(words, TITLE_SHORT).lines(BODY)) <= _TITLE_LINES), TITLE_SHORT)
