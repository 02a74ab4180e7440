"""What page one says of itself: its date, what was read and what was not, how many statements each side has."""

from __future__ import annotations

from briefing.model import Genre, Kind
from briefing.pages import desk, marks
from briefing.pages.blocks import Block, Text
from briefing.pages.grid import Edge, Row, three
from briefing.pages.kit import Kit
from briefing.pages.lines import Run, shortened
from briefing.pages.theme import AXIS, INK, LABEL, LINE, SANS_BOLD, SMALL, SMALL_BOLD

_COUNTED = (Kind.DIRECT, Kind.INDIRECT, Kind.OWN, Kind.NARRATED, Kind.JOINT)
_NAME_LINES = 2
_TITLE_LENGTH = 200  # characters of a document's title


def facts(kit: Kit, prepared_by: str | None) -> Row:
    """Build the row of facts below the title."""
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
