"""What follows the issues: common ground, requests, what the rules did not understand, method, key of marks."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from briefing.model import Act, Document, Finding, Genre, Kind, Relation, Span, Stance, Statement
from briefing.pages import marks
from briefing.pages.blocks import Anchor, Block, Item, Stack, Text
from briefing.pages.grid import Cell, Row, beside, headed, three
from briefing.pages.kit import Kit
from briefing.pages.lines import Run
from briefing.pages.paginate import Flow
from briefing.pages.sections import section
from briefing.pages.theme import AXIS, AXIS_B, CELL, GUTTER, HANG, LABEL, RUNNING, SANS, SIDE, SOFT, WIDE
from briefing.pages.view import ORDER
from briefing.pages.wording import capital

_ASKING = (Act.REQUEST, Act.DEMAND, Act.WARN)
_FORCE_COLUMN = 42.0
_ASKS = 0.3  # of a page: longer requests may run on over the next
_FEW = 8  # kinds of findings that are kept together on a page
_SHOWN = 4  # findings of one kind
_LONGEST = 160  # characters of a finding's words
_KEY_WORD = 76.0


def closing(kit: Kit, room: float, letters: dict[str, str]) -> Iterator[Block]:
    """Give the sections behind the issues, but for the register."""
    if kit.analysis.rows:
        yield from _common(kit, room)
        yield from _asks(kit, room)
    yield from _gaps(kit, room, letters)
    yield from _method(kit, room)


def _head(kit: Kit, key: str, *texts: str) -> Block:
    title = kit.say(f"section.{key}")
    anchor = Anchor(key, title, 1)
    return headed([], [kit.heading(title, anchor), *(kit.running(t) for t in texts)], 4)


def _noted(kit: Kit, label: str, runs: Sequence[Run], *, wide: bool = True) -> Row:
    return beside([kit.tag(label)], [kit.made(Item, WIDE if wide else RUNNING, runs)])


# ── common ground ───────────────────────────────────────────────────────────────────────────────────────────────────


def _common(kit: Kit, room: float) -> Iterator[Block]:
    rows = [*_both_hold(kit), *_joint(kit)]
    if not rows:
        rows = [beside([], [kit.running(kit.say("common.none"))])]
    yield from section(_head(kit, "common"), rows, room)


def _both_hold(kit: Kit) -> Iterator[Block]:
    for answer in (a for row in kit.analysis.rows for a in row.answers if a.relation == Relation.CONVERGENT):
        value = answer.positions[0] or 0
        sign = "affirm" if value > 0 else "reject" if value < 0 else "neutral"
        runs = [Run(answer.proposition.text), *kit.proof(s for records in answer.records for s in records)]
        yield _noted(kit, kit.say(f"common.{sign}"), runs, wide=False)


def _joint(kit: Kit) -> Iterator[Block]:
    """Set what both sides said with the same words."""
    seen: set[int] = set()
    for stance in (s for row in kit.analysis.rows for cell in row.cells for s in cell.stances):
        number = kit.register.number(stance)
        if stance.statement.kind != Kind.JOINT or not stance.own or number in seen:
            continue
        seen.add(number)
        excerpt = kit.cutter.quotation(stance)
        if excerpt:
            yield _noted(kit, kit.say("common.joint"), [Run(excerpt.text), *kit.proof([stance])], wide=False)


# ── requests ────────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(slots=True)
class _Ask:
    """One thing asked, with all that carries it."""

    words: str
    force: int
    stances: list[Stance]


def _asks(kit: Kit, room: float) -> Iterator[Block]:
    columns = [_asked(kit, side) for side in (0, 1)]
    rows = [Flow(), three([], columns)]
    yield from section(_head(kit, "asks", kit.say("asks.text")), rows, room, most=_ASKS)


def _asked(kit: Kit, side: int) -> list[Block]:
    """Set what one side asks of the other, the most forceful first; then requests whose rule words no wish."""
    found = [s for row in kit.analysis.rows for s in row.cells[side].stances if s.own and s.act in _ASKING]
    asked = _gathered((s.ask, s) for s in found if s.ask)
    named = set(kit.register.numbers(s for s in found if s.ask))
    other = _gathered((s.words, s) for s in found if not s.ask and kit.register.number(s) not in named)
    names = kit.sentences.from_side(side)
    out: list[Block] = []
    if asked:
        out += [kit.lead(side, [Run(kit.say("asks.to", **names))]), *(_ask(kit, a) for a in asked)]
    if other:
        head = kit.lead(side, [Run(kit.say("asks.also"))] if asked else [])
        head.before = 5.0 if asked else 0.0
        out += [head, *(_ask(kit, a) for a in other)]
    if not out:
        text = capital(kit.say("asks.none", **names))
        return [kit.text(RUNNING, [Run(text, colour=SOFT)], marks.dash, indent=HANG)]
    return out


def _gathered(found: Iterable[tuple[str | None, Stance]]) -> list[_Ask]:
    asks: dict[str, _Ask] = {}
    for words, stance in found:
        ask = asks.setdefault(words or "", _Ask(words or "", 0, []))
        ask.force = max(ask.force, stance.force)
        ask.stances.append(stance)
    return sorted(asks.values(), key=lambda a: -a.force)


def _ask(kit: Kit, ask: _Ask) -> Block:
    force = kit.text(RUNNING, [Run(kit.say(f"force.{ask.force}"), SANS, 8.6, SOFT)])
    words = kit.made(Item, RUNNING, [Run(ask.words), *kit.proof(ask.stances)])
    cells = [
        Cell(HANG, _FORCE_COLUMN, Stack([force])),
        Cell(HANG + _FORCE_COLUMN, SIDE - HANG - _FORCE_COLUMN, Stack([words])),
    ]
    return Row(cells, top=2.0, bottom=0.0)


# ── what the rules did not understand ───────────────────────────────────────────────────────────────────────────────


def _gaps(kit: Kit, room: float, letters: dict[str, str]) -> Iterator[Block]:
    analysis = kit.analysis
    total = sum(len(d.sentences) for d in analysis.documents)
    loose = [(d, sentence) for d in analysis.documents for sentence in _uncovered(d, analysis.statements)]
    text = kit.say("gaps.text", s=str(total), c=str(total - len(loose)), rest=str(len(loose)))
    kinds: dict[str, list[str]] = {}
    for finding in analysis.findings:
        kinds.setdefault(_kind_of_gap(kit, finding.code), []).append(_one_gap(kit, finding, letters))
    if loose:
        kinds[kit.say("gap.left-out")] = [_left_out(kit, d, sentence, letters) for d, sentence in loose]
    unknown = kit.fonts.unknown()
    if unknown:
        kinds[kit.say("gap.characters")] = [kit.say("gap.characters.text", names=_some(unknown))]
    rows = [_noted(kit, label, [Run(_first_of(kit, texts))]) for label, texts in kinds.items()]
    yield from section(_head(kit, "gaps", text), rows, room, whole=len(rows) < _FEW)


def _uncovered(document: Document, statements: Iterable[Statement]) -> Iterator[Span]:
    """Give the sentences of a document that no statement covers, in one pass over both."""
    spans = deque(sorted(s.span for s in statements if s.document is document))
    for sentence in document.sentences:
        while spans and spans[0].stop <= sentence.start:
            spans.popleft()
        if not spans or spans[0].start >= sentence.stop:
            yield sentence


def _left_out(kit: Kit, document: Document, sentence: Span, letters: dict[str, str]) -> str:
    words = _shortened(document.words(sentence))
    line = str(document.line(sentence.start))
    return kit.say("gap.line", line=line, letter=letters.get(document.id, ""), message=words)


def _shortened(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else text[:_LONGEST].rsplit(" ", 1)[0] + " …"


def _some(names: Sequence[str]) -> str:
    return ", ".join(names[:12]) + (", …" if len(names) > 12 else "")


def _kind_of_gap(kit: Kit, code: str) -> str:
    """Name a kind of finding; one that the phrases do not know names itself."""
    key = f"gap.{code}"
    return kit.say(key) if kit.say.has(key) else capital(code.replace("-", " "))


def _first_of(kit: Kit, texts: Sequence[str]) -> str:
    """Join the first findings of one kind, and count the rest."""
    distinct = list(dict.fromkeys(texts))
    shown = distinct[:_SHOWN]
    if len(distinct) > _SHOWN:
        shown.append(capital(kit.say("gap.more", n=kit.say.number(len(distinct) - _SHOWN))))
    return " ".join(shown)


def _one_gap(kit: Kit, finding: Finding, letters: dict[str, str]) -> str:
    text = _shortened(finding.message)
    if finding.document is None or finding.span is None:
        text = capital(text)
    else:
        line = str(finding.document.line(finding.span.start))
        text = kit.say("gap.line", line=line, letter=letters.get(finding.document.id, ""), message=text)
    return text if text.endswith((".", "…", "?", "!")) else text + "."


# ── method ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def _method(kit: Kit, room: float) -> Iterator[Block]:
    rules = f"{kit.analysis.ruleset.id} {kit.analysis.ruleset.version}"
    genres = kit.sentences.genres()
    read = [kit.say.count(f"genre.{g}", n) for g, n in genres.items()]
    limits = [kit.say.count("method.limits.read", sum(genres.values()), what=capital(kit.say.listing(read)))]
    limits += [kit.say("method.limits.news")] if Genre.NEWS in genres else []
    limits += [kit.say("method.limits.own")] if set(genres) - {Genre.NEWS} else []
    limits.append(kit.say("method.limits.day"))
    texts = {
        "made": kit.say("method.made.text", rules=rules.replace(" ", "\u00a0")),
        "unreviewed": kit.say("method.unreviewed.text"),
        "limits": " ".join(limits),
        "kinds": kit.say("method.kinds.text"),
        "force": kit.say("method.force.text"),
        "position": kit.say("method.position.text"),
    }
    rows = [_noted(kit, kit.say(f"method.{key}"), [Run(text)]) for key, text in texts.items()]
    yield from section(_head(kit, "method"), [*rows, *_key(kit)], room, whole=True)


def _key(kit: Kit) -> Iterator[Block]:
    """Set the key of marks: each result with its meaning."""
    half = len(ORDER) // 2
    for k in range(half):
        label = [kit.tag(kit.say("key.results"))] if not k else []
        cells = [Cell(0.0, LABEL, Stack(label))]
        for left, relation in ((AXIS, ORDER[k]), (AXIS_B, ORDER[k + half])):
            cells += _key_entry(kit, left, relation)
        yield Row(cells, top=1.0, bottom=3.0)
    yield _key_of_sides(kit)


def _key_entry(kit: Kit, left: float, relation: Relation) -> list[Cell]:
    meaning: Text = kit.text(CELL, kit.say(f"meaning.{relation}"))
    return [
        Cell(left, _KEY_WORD, Stack([kit.result(relation, 0)])),
        Cell(left + _KEY_WORD, SIDE - _KEY_WORD, Stack([meaning])),
    ]


def _key_of_sides(kit: Kit) -> Row:
    """Set what the sides' shapes mean."""
    cells = [Cell(0.0, LABEL, Stack([kit.tag(kit.say("key.sides"))]))]
    for side, left in ((0, AXIS), (1, AXIS_B)):
        name = kit.analysis.sides[side].name
        whole = kit.text(CELL, kit.say("key.filled", A=name), marks.side(side, lift=3.0), indent=HANG)
        hollow = kit.text(CELL, kit.say("key.hollow", A=name), marks.side(side, False, lift=3.0), indent=HANG)
        cells.append(Cell(left, SIDE - (GUTTER if not side else 0), Stack([whole, hollow])))
    return Row(cells, top=1.0, bottom=3.0)
