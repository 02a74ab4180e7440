"""What follows the issues: common ground, requests, what the rules did not understand, method, key of marks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from briefing.model import Act, Answer, Embed, Genre, Kind, Relation, Stance
from briefing.pages import desk, marks
from briefing.pages.blocks import Anchor, Block, Item, Stack
from briefing.pages.gaps import gaps
from briefing.pages.grid import Cell, Kept, Row, beside, listed, three
from briefing.pages.kit import Kit
from briefing.pages.lines import Run
from briefing.pages.paginate import Flow, Need
from briefing.pages.section import head, noted, section
from briefing.pages.sentences import shared_position
from briefing.pages.tagged import Element, Role
from briefing.pages.theme import AXIS, AXIS_B, CELL, GUTTER, HANG, LABEL, RUNNING, SANS, SIDE, SOFT, TEXT
from briefing.pages.view import ORDER
from briefing.pages.wording import capital

_ASKING = (Act.REQUEST, Act.DEMAND, Act.WARN)
_FORCE_COLUMN = 42.0
_ASKS = 0.3  # of a page: longer requests may run on over the next
_KEY_WORD = 76.0


def closing(kit: Kit, room: float, letters: dict[str, str]) -> Iterator[Block]:
    """Give the sections behind the issues, but for the register."""
    if kit.analysis.rows:
        yield from _common(kit, room)
        yield from _asks(kit, room)
    yield from gaps(kit, room, letters)
    yield from _method(kit, room)


# ── common ground ───────────────────────────────────────────────────────────────────────────────────────────────────


def _common(kit: Kit, room: float) -> Iterator[Block]:
    rows = [*_both_hold(kit), *_joint(kit)]
    none = [beside([], [kit.running(kit.say("common.none"))])]
    yield from section(head(kit, "common"), rows or none, room, role=Role.LIST if rows else None)


def _both_hold(kit: Kit) -> Iterator[Block]:
    """Set each proposition on which both sides hold the same position, once, with all that proves it."""
    held: dict[tuple[str, int], list[Answer]] = {}
    for answer in (a for row in kit.analysis.rows for a in row.answers if a.relation == Relation.CONVERGENT):
        held.setdefault((answer.proposition.text, answer.positions[0] or 0), []).append(answer)
    for (text, value), answers in held.items():
        proof = kit.proof(s for answer in answers for records in answer.records for s in records)
        yield noted(kit, kit.say(f"common.{shared_position(value)}"), [Run(text), *proof], wide=False)


def _joint(kit: Kit) -> Iterator[Block]:
    """Set what both sides said with the same words, but for what proves a proposition that both hold."""
    agreed = (a for row in kit.analysis.rows for a in row.answers if a.relation == Relation.CONVERGENT)
    seen = set(kit.register.numbers(s for answer in agreed for records in answer.records for s in records))
    for stance in (s for row in kit.analysis.rows for cell in row.cells for s in cell.stances):
        number = kit.register.number(stance)
        if stance.statement.kind != Kind.JOINT or not stance.own or number in seen:
            continue
        seen.add(number)
        excerpt = kit.excerpt(stance)
        if excerpt:
            yield noted(kit, kit.say("common.joint"), [Run(excerpt.text), *kit.proof([stance])], wide=False)


# ── requests ────────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(slots=True)
class _Ask:
    """One thing asked, with all that carries it."""

    words: str
    force: int
    stances: list[Stance]


def _asks(kit: Kit, room: float) -> Iterator[Block]:
    yield from section(head(kit, "asks", kit.say("asks.text")), [Flow(), asked(kit)], room, most=_ASKS, role=None)


def asked(kit: Kit, label: Sequence[Block] = (), most: int | None = None) -> Row:
    """Set the requests of both sides beside one another, of each at `most` so many."""
    both = three(label, [_asked(kit, side, most) for side in (0, 1)])
    both.cells = tuple(replace(cell, inside=(Element(role=Role.DIVISION),)) for cell in both.cells)
    return both


def _asked(kit: Kit, side: int, most: int | None) -> list[Block]:
    """Set what one side asks of the other, the most forceful first; then requests whose rule words no wish."""
    found = [s for row in kit.analysis.rows for s in row.cells[side].stances if _asks_alone(s)]
    wished = _gathered((s.ask, s) for s in found if s.ask)
    named = {kit.register.number(s) for ask in wished for s in ask.stances}
    other = _gathered((s.words, s) for s in found if not s.ask and kit.register.number(s) not in named)
    if most is not None:
        wished, other = wished[:most], other[: max(most - len(wished), 0)]
    names = kit.sentences.from_side(side)
    out: list[Block] = []
    if wished:
        out += [kit.lead(side, [Run(kit.say("asks.to", **names))]), *_all(kit, wished)]
    if other:
        head = kit.lead(side, [Run(kit.say("asks.also"))] if wished else [])
        head.before = 5.0 if wished else 0.0
        out += [head, *_all(kit, other)]
    if not out:
        text = capital(kit.say("asks.none", **names))
        return [kit.text(RUNNING, [Run(text, colour=SOFT)], marks.dash, indent=HANG)]
    return out


def _asks_alone(stance: Stance) -> bool:
    """Whether a stance is one side's own request; what both say together asks nobody, bare mentions ask nothing."""
    own = stance.own and stance.statement.kind != Kind.JOINT
    return own and stance.act in _ASKING and stance.rule != f"{stance.issue}.about"


def _gathered(found: Iterable[tuple[str | None, Stance]]) -> list[_Ask]:
    """Gather what is asked on one proposition, else in the same words, under its most forceful wording."""
    asks: dict[tuple[object, ...], _Ask] = {}
    for words, stance in found:
        sign = (stance.position or 0) > 0
        key = (stance.proposition, sign) if stance.proposition else (words,)
        ask = asks.setdefault(key, _Ask(words or "", 0, []))
        if stance.force > ask.force:
            ask.words, ask.force = words or "", stance.force
        ask.stances.append(stance)
    return sorted(asks.values(), key=lambda a: -a.force)


def _all(kit: Kit, asks: Iterable[_Ask]) -> Iterator[Block]:
    """Set requests as one list."""
    around = Element(role=Role.LIST)
    for ask in asks:
        yield _ask(kit, ask).within(around)


def _ask(kit: Kit, ask: _Ask) -> Block:
    force = kit.text(RUNNING, [Run(kit.say(f"force.{ask.force}"), SANS, 8.6, SOFT)])
    words = kit.made(Item, RUNNING, [Run(ask.words), *kit.proof(ask.stances)])
    cells = [
        Cell(HANG, _FORCE_COLUMN, Stack([force])),
        Cell(HANG + _FORCE_COLUMN, SIDE - HANG - _FORCE_COLUMN, Stack([words])),
    ]
    return listed(Kept(cells, top=2.0, bottom=0.0))


# ── method ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def _method(kit: Kit, room: float) -> Iterator[Block]:
    rules = f"{kit.analysis.ruleset.id} {kit.analysis.ruleset.version}"
    genres = kit.sentences.genres()
    read = [kit.say.count(f"genre.{g}", n) for g, n in genres.items()]
    limits = [kit.say.count("method.limits.read", sum(genres.values()), what=capital(kit.say.listing(read)))]
    limits += [kit.say("method.limits.news")] if Genre.NEWS in genres else []
    limits += [kit.say("method.limits.own")] if set(genres) - {Genre.NEWS, Genre.JOINT_STATEMENT} else []
    limits += [kit.say("method.limits.joint")] if Genre.JOINT_STATEMENT in genres else []
    limits.append(kit.say("method.limits.day"))
    texts = {
        "limits": " ".join(limits),
        "counts": _counts(kit),
        "kinds": kit.say("method.kinds.text"),
        "force": kit.say("method.force.text"),
        "position": kit.say("method.position.text"),
    }
    label, reviewed = desk.method(kit)
    made = kit.say("method.made.text", rules=rules.replace(" ", "\u00a0"))
    rows = [noted(kit, kit.say("method.made"), [Run(made)]), noted(kit, label, [*reviewed, *_where_the_record_is(kit)])]
    rows += [noted(kit, kit.say(f"method.{key}"), [Run(text)]) for key, text in texts.items()]
    key = list(_key(kit))
    together = Need(sum(row.measure(TEXT) for row in key))
    listing = Element(role=Role.LIST)
    notes = [row.within(listing) for row in rows]
    yield from section(head(kit, "method"), [*notes, together, *key], room, whole=True, role=None)


def _where_the_record_is(kit: Kit) -> list[Run]:
    if kit.look.embed == Embed.NONE:
        return []
    return [Run(" " + kit.say("method.record" if kit.paged else "method.record.beside"))]


def _counts(kit: Kit) -> str:
    """Say how many statements were found, whose they are, and how many of them the register holds."""
    statements = kit.analysis.statements
    first, second = (sum(s.side == side.id for s in statements) for side in kit.analysis.sides)
    return kit.say(
        "method.counts.text",
        **kit.sentences.named(a=str(first), b=str(second)),
        all=str(len(statements)),
        others=str(len(statements) - first - second),
        used=str(len({s.statement.id or str(id(s.statement)) for e in kit.register.entries for s in e.stances})),
        entries=str(len(kit.register.entries)),
    )


def _key(kit: Kit) -> Iterator[Block]:
    """Set the key of marks: each result with its meaning."""
    half = len(ORDER) // 2
    lists = (Element(role=Role.LIST), Element(role=Role.LIST))  # read down each column
    for k in range(half):
        label = [kit.tag(kit.say("key.results"))] if not k else []
        for tag in label:
            tag.anchor = Anchor("key")
        cells = [Cell(0.0, LABEL, Stack(label))]
        for left, relation, around in ((AXIS, ORDER[k], lists[0]), (AXIS_B, ORDER[k + half], lists[1])):
            cells += _key_entry(kit, left, relation, around)
        yield Row(cells, top=1.0, bottom=3.0)
    yield _key_of_sides(kit)


def _key_entry(kit: Kit, left: float, relation: Relation, around: Element) -> list[Cell]:
    """Set one result and its meaning, an entry of a list that runs through the rows."""
    word = Cell(left, _KEY_WORD, Stack([kit.result(relation, 0)]))
    meaning = Cell(left + _KEY_WORD, SIDE - _KEY_WORD, Stack([kit.text(CELL, kit.say(f"meaning.{relation}"))]))
    entry = listed(Row([word, meaning]))
    return [replace(cell, inside=(around, *entry.inside, *cell.inside)) for cell in entry.cells]


def _key_of_sides(kit: Kit) -> Row:
    """Set what the sides' shapes mean."""
    cells = [Cell(0.0, LABEL, Stack([kit.tag(kit.say("key.sides"))]))]
    around = Element(role=Role.LIST)
    for side, left in ((0, AXIS), (1, AXIS_B)):
        name = kit.analysis.sides[side].name
        whole = kit.text(CELL, kit.say("key.filled", A=name), marks.side(side, lift=3.0), indent=HANG)
        hollow = kit.text(CELL, kit.say("key.hollow", A=name), marks.side(side, False, lift=3.0), indent=HANG)
        stack = Stack([whole.listed(), hollow.listed()]).within(around)
        cells.append(Cell(left, SIDE - (GUTTER if not side else 0), stack))
    return Row(cells, top=1.0, bottom=3.0)
