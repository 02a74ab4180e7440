"""Page one, which stands alone: title, what was read, findings, matrix. It gives room away until it fits."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefing.model import Genre, Kind, Profile, Stance, Theme
from briefing.pages import desk, marks, view
from briefing.pages.blocks import Anchor, Block, Item, Note, Rule, Space, Text, Title
from briefing.pages.cut import FRONT
from briefing.pages.grid import Edge, Row, beside, listed, three
from briefing.pages.kit import Kit
from briefing.pages.lines import Run, shortened
from briefing.pages.matrix import LEAST_ROW, matrix
from briefing.pages.paginate import Break
from briefing.pages.tagged import Element, Role
from briefing.pages.theme import (
    AXIS,
    BODY,
    DECK,
    DECK_SHORT,
    FINDING,
    INK,
    KICKER,
    LABEL,
    LABELLED,
    LINE,
    SANS,
    SANS_BOLD,
    SERIF_BOLD,
    SMALL,
    SMALL_BOLD,
    SOFT,
    TEXT,
    TITLE,
    TITLE_SHORT,
    Style,
)
from briefing.pages.view import Group

_COUNTED = (Kind.DIRECT, Kind.INDIRECT, Kind.OWN, Kind.NARRATED, Kind.JOINT)
_TITLE_LINES, _NAME_LINES = 3, 2
_TITLE_LENGTH = 200  # characters of a document's title
_FINDING_LINES = 3


@dataclass(frozen=True, slots=True)
class Step:
    """One way to fill page one; later ones need less room."""

    findings: int
    short: bool = False
    tight: bool = False
    quoted: bool = True
    lines: int = _FINDING_LINES
    acts: bool = False
    rows: int | None = None


_STEPS = (
    Step(5),
    Step(5, tight=True),
    Step(5, short=True, tight=True),
    Step(5, short=True, tight=True, lines=2),
    Step(4, short=True, tight=True),
    Step(3, short=True, tight=True),
    Step(3, short=True, tight=True, quoted=False),
    Step(3, short=True, acts=True),
)

_LEAST = Step(3, short=True, tight=True, quoted=False, acts=True)


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
    head = title or kit.sentences.title()
    note = _note(kit)
    story: list[Block] = []
    # where not even the lines of the matrix have room, no step is tried but the last
    for step in _STEPS if len(kit.analysis.rows) * LEAST_ROW <= room else _STEPS[-1:]:
        story = _story(kit, step, head, prepared_by, note)
        if _fits(story, room):
            return Front([*story, Break()], note, kit)
    if kit.look.theme == Theme.LARGE:  # page one goes on over the next, whole
        return Front([*_story(kit, _STEPS[0], head, prepared_by, note), Space(14)], note, kit)
    if kit.look.profile == Profile.FULL:
        return Front([*story, Space(14)], note, kit)
    return Front(_fewer(kit, head, prepared_by, room), note, kit)


def _note(kit: Kit, rows: int | None = None) -> Note:
    """Set the note below the matrix; it says where the matrix holds not all issues."""
    if kit.look.profile == Profile.TWO_PAGE:
        total = str(len(kit.analysis.rows))
        some = [] if rows is None else [kit.say("note.some", n=str(rows), total=total)]
        return kit.note(" ".join([kit.say("note.two-page"), *some]))
    return kit.note(kit.say("note", register="00", marks="00") if kit.paged else kit.say("note.no-pages"))


def _fewer(kit: Kit, head: str, prepared_by: str | None, room: float) -> list[Block]:
    """Build page one with as many rows of the matrix as fit, in the order of results."""

    def story(rows: int) -> list[Block]:
        return _story(kit, replace(_LEAST, rows=rows), head, prepared_by, _note(kit, rows))

    counts = range(len(kit.analysis.rows), 0, -1)
    found = bisect_left(counts, True, key=lambda n: _fits(story(n), room))
    return [*story(counts[min(found, len(counts) - 1)]), Break()]


def _fits(story: Sequence[Block], room: float) -> bool:
    return sum(b.measure(TEXT) for b in story) <= room


def _story(kit: Kit, step: Step, title: str, prepared_by: str | None, note: Note) -> list[Block]:
    heading = _heading(kit, title, step.short)
    sentences = kit.sentences.deck()
    deck = kit.text(DECK_SHORT, sentences[0]) if step.short else kit.text(DECK, " ".join(sentences))
    found = Element(role=Role.LIST)
    rows: list[Block] = [
        Rule(3, 6, 0),
        beside([kit.text(LABELLED, kit.say("page.kind"))], [kit.text(KICKER, kit.say("page.subtitle"))]),
        beside([], [heading, deck], 8),
        _facts(kit, prepared_by),
        Space(2),
        Rule(1.4, 6, 0),
        *(_finding(kit, group, step).within(found) for group in kit.sentences.groups[: step.findings]),
    ]
    if kit.sentences.groups:
        return [
            *rows,
            Space(4),
            matrix(kit, acts=step.acts, tight=step.tight, most=step.rows),
            Space(4),
            beside([], [note], 0),
        ]
    return [*rows, beside([], [kit.running(kit.say("page.empty.struck" if desk.struck(kit) else "page.empty"))], 0)]


def _heading(kit: Kit, title: str, short: bool) -> Title:
    """Set the title: in the smaller size where room is short or it is long, then cut at a word."""
    styles = (TITLE_SHORT,) if short else (TITLE, TITLE_SHORT)

    def made(words: str, style: Style) -> Title:
        return Title(kit.fonts, style, words, anchor=Anchor("top", title, 0))

    for style in styles:
        if len(made(title, style).lines(BODY)) <= _TITLE_LINES:
            return made(title, style)
    return made(shortened(title, lambda words: len(made(words, TITLE_SHORT).lines(BODY)) <= _TITLE_LINES), TITLE_SHORT)


# ── facts ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _facts(kit: Kit, prepared_by: str | None) -> Row:
    sides: list[Block] = [_tally(kit, side) for side in (0, 1)]
    edges = [Edge(0.0, 0.5, LINE), Edge(AXIS, 0.5, LINE)]
    return three(_as_of(kit, prepared_by), [_read(kit), sides], edges, top=5, bottom=5)


def _as_of(kit: Kit, prepared_by: str | None) -> list[Block]:
    as_of = kit.analysis.as_of
    out: list[Block] = [kit.text(SMALL_BOLD, kit.say("facts.as-of"))]
    out.append(kit.text(SMALL, kit.say.date(as_of.date) if as_of.date else kit.say("facts.undated")))
    if as_of.date and as_of.source == "text":
        out.append(kit.text(SMALL, kit.say("facts.inferred")))
    if prepared_by:
        name = shortened(prepared_by, lambda words: len(kit.text(SMALL, words).lines(LABEL)) <= _NAME_LINES)
        out += [kit.text(SMALL_BOLD, kit.say("facts.prepared-by"), before=3.0), kit.text(SMALL, name)]
    return out


def _read(kit: Kit) -> list[Block]:
    """Say what was read, and what was not."""
    documents = kit.analysis.documents
    what = kit.say.listing([kit.say.tally(f"genre.{g}", n) for g, n in kit.sentences.genres().items()])
    names = [shortened(d.title, lambda text: len(text) <= _TITLE_LENGTH) for d in documents if d.title]
    if 0 < len(names) == len(documents) <= 2:
        what += kit.say("facts.titles", titles=kit.say.listing([kit.say("facts.title", title=n) for n in names]))
    publishers = list(dict.fromkeys(d.publisher for d in documents if d.publisher))
    parts = [what, *([kit.say.some(publishers)] if publishers else [])]
    parts.append(kit.say.tally("facts.sentences", sum(len(d.sentences) for d in documents)))
    text = kit.say("facts.read.text", what=kit.say.listing_plain(parts), unread=_unread(kit))
    reviewed = Run(desk.fact(kit), colour=INK)
    return [kit.text(SMALL, [kit.bold(kit.say("facts.read")), Run(" "), Run(text), Run(" "), reviewed])]


def _unread(kit: Kit) -> str:
    """Name the sides whose own texts were not read."""
    documents = kit.analysis.documents
    joint = any(d.genre == Genre.JOINT_STATEMENT for d in documents)
    missing = [s.in_text for s in kit.analysis.sides if not joint and all(d.side != s.id for d in documents)]
    if len(missing) == 2:
        return kit.say("facts.no-own-text")
    return kit.say("facts.one-own-text", A=missing[0]) if missing else ""


def _tally(kit: Kit, side: int) -> Text:
    """Count a side's statements by kind, and those that only the other side tells."""
    state, other = kit.analysis.sides[side], kit.analysis.sides[1 - side]
    mine = [s for s in kit.analysis.statements if s.side == state.id]
    kinds = [Kind.DIRECT if s.kind == Kind.MIXED else s.kind for s in mine if s.via is None]
    parts = [f"{kinds.count(k)} {kit.say(f'kind.{k}')}" for k in _COUNTED if k in kinds]
    told = sum(s.via is not None for s in mine)
    text = kit.say.listing_plain(parts)
    if told:
        text += (kit.say("list.semicolon") if parts else "") + kit.say("facts.told", n=str(told), B=other.in_text)
    total = kit.say.tally("facts.statements", len(mine))
    runs = [kit.hue(side, state.name, SANS_BOLD), Run(" "), kit.bold(total)]
    runs += [Run(kit.say("facts.colon") + text)] if text else []
    return kit.text(SMALL, runs, marks.side(side, lift=2.9), indent=13.0, before=2.0 * side)


# ── findings ────────────────────────────────────────────────────────────────────────────────────────────────────────


def _finding(kit: Kit, group: Group, step: Step) -> Row:
    """Say what a group of issues shows, with the words that stand for it, in few lines if that can be."""
    sentence = Run(kit.sentences.finding(group), SERIF_BOLD)
    leads = _leads(kit, group) if step.quoted else []
    strongest = sorted(leads, key=lambda s: -s.force)[:1]
    ways: tuple[tuple[list[Stance], int], ...] = ((leads, FRONT), (strongest, FRONT), (strongest, FRONT // 2), ([], 0))
    texts = (_said(kit, sentence, [q for s in stances if (q := _quote(kit, s, limit))]) for stances, limit in ways)
    text = next((t for t in texts if t.measure(BODY) <= step.lines * FINDING.leading + 0.01), None)
    text = text or _said(kit, sentence, [])
    return listed(beside([kit.result(group.relation, group.speaker)], [text], 3.0 if step.tight else 4.5))


def _said(kit: Kit, sentence: Run, quotes: Sequence[list[Run]]) -> Item:
    runs = [sentence]
    for k, quote in enumerate(quotes):
        runs += [Run(kit.say("list.semicolon") if k else " "), *quote]
    return kit.made(Item, FINDING, runs)


def _leads(kit: Kit, group: Group) -> list[Stance]:
    """Give the stances that stand for each side on the lead issue: on what both answer, else the leading ones."""
    row = view.lead_row(group)
    answer = next((a for a in view.shared(row) if a.relation == group.relation), None)
    sides = answer.records if answer else tuple(cell.stances for cell in row.cells)
    found = (_quotable(kit, [s for s in stances if s.own and not s.statement.headline]) for stances in sides)
    return [s for s in found if s]


def _quotable(kit: Kit, stances: Sequence[Stance]) -> Stance | None:
    """Choose the first stance, or one of the same meaning whose words the source quotes."""
    if not stances:
        return None
    first = stances[0]
    meaning = (first.proposition, first.position, first.words if first.proposition is None else None)
    for stance in stances:
        same = (stance.proposition, stance.position, stance.words if stance.proposition is None else None) == meaning
        excerpt = kit.cutter.key(stance) if same else None
        if excerpt and excerpt.marked:
            return stance
    return first


def _quote(kit: Kit, stance: Stance, limit: int) -> list[Run]:
    """Set key words with their speaker and number; nothing if there are too few words."""
    excerpt = kit.cutter.key(stance, limit)
    if excerpt is None:
        return []
    speaker = kit.sentences.speaker(stance).replace(" ", "\u00a0")
    return [Run(excerpt.text), Run(f" {speaker}\u00a0", SANS, 8.6, SOFT), *kit.refs([kit.register.number(stance)])]
