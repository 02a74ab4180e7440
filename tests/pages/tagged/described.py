"""What the tags of a briefing ought to be, from its blocks alone: no page, no line, no mark is looked at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from briefing.pages import rtl
from briefing.pages.blocks import Block, Repeated, Stack, Text
from briefing.pages.chart import ChartHead, Force
from briefing.pages.document import Laid
from briefing.pages.grid import Columns, Row
from briefing.pages.matrix import Band, Matrix
from briefing.pages.tagged import Element, Inside, Role
from tests.pages.tagged.reading import Node

_Said = tuple[Inside, str]


def described(laid: Laid) -> Node:
    """Build the tree of a whole briefing."""
    marking = _block(laid.margin.marking, ()) if laid.margin.marking else iter(())
    return _tree([*marking, *(said for block in laid.story for said in _block(block, ()))])


def _tree(said: Iterable[_Said]) -> Node:
    root = Node("Document")
    known: dict[Element, Node] = {}
    for path, text in said:
        node = root
        for element in path:
            if element not in known:
                known[element] = _node(element, node)
                node.kids.append(known[element])
            node = known[element]
        node.kids.append(text)
    _prune(root)
    return root


def _node(element: Element, parent: Node) -> Node:
    node = Node(str(element.role), parent)
    node.language, node.said, node.alternative = element.language, element.said, element.alternative
    node.facts = {"Scope": f"/{element.scope}"} if element.scope else {}
    node.facts |= {key: n for key, n in (("RowSpan", element.rows), ("ColSpan", element.columns)) if n > 1}
    return node


def _prune(node: Node) -> None:
    """Drop elements that hold nothing; a cell may be empty."""
    for kid in [k for k in node.kids if isinstance(k, Node)]:
        _prune(kid)
        if not kid.kids and kid.role not in ("TD", "TH"):
            node.kids.remove(kid)
    node.kids = [kid for kid in node.kids if kid != ""]


def _block(block: Block, around: Inside) -> Iterator[_Said]:
    inside = (*around, *block.inside)
    if isinstance(block, Text):
        yield from _text(block, inside)
    elif isinstance(block, Stack):
        yield from _all(block.parts, inside)
    elif isinstance(block, Row):
        for cell in block.cells:
            yield (*inside, *cell.inside), ""
            yield from _block(cell.stack, (*inside, *cell.inside))
    elif isinstance(block, Columns):
        yield from _all(block.entries, inside)
    elif isinstance(block, Matrix):
        yield from _all([block.header], inside)
        for band in block.bands:
            yield from _band(band, inside)
    elif isinstance(block, Force):
        yield (*inside, Element(role=Role.FIGURE, alternative=block.words)), " "
    elif isinstance(block, ChartHead):
        yield from _all([block.name, block.low, block.high], inside)
    assert not isinstance(block, Repeated)  # only what is split or begins a page repeats anything


def _band(band: Band, around: Inside) -> Iterator[_Said]:
    yield from _block(band.label, (*around, *band.rows[0].inside))
    yield from _all(band.rows, around)


def _all(blocks: Sequence[Block], around: Inside) -> Iterator[_Said]:
    for block in blocks:
        yield from _block(block, around)


def _text(text: Text, inside: Inside) -> Iterator[_Said]:
    for piece in (piece for line in text.number for piece in line.pieces):
        yield (*inside, *text.label, *piece.inside), f"{piece.text} "
    for unit in text.units:
        for piece in unit.pieces:
            yield (*inside, *text.words, *piece.inside), rtl.letters(piece.text)
        if unit.blank:
            yield (*inside, *text.words, *unit.blank.inside), " "


def lines(node: Node, depth: int = 0) -> Iterator[str]:
    """Give a tree as lines that can be compared: roles, facts, and the text of what holds no blocks."""
    facts = {k: str(v) for k, v in sorted(node.facts.items()) if k in {"Scope", "RowSpan", "ColSpan"}}
    tail = [x for x in (node.language, node.alternative) if x]
    if node.role in {"H1", "H2", "H3", "P", "Lbl", "LBody", "Link", "Span"}:
        tail.append(" ".join(node.text.split()))
    yield f"{'  ' * depth}{node.role} {facts} {' | '.join(tail)}"
    for kid in node.kids:
        if isinstance(kid, Node) and not _of_a_line(kid):
            yield from lines(kid, depth + 1)


def _of_a_line(node: Node) -> bool:
    """Whether an element holds only what is read instead of a piece of a line: there is one for each line."""
    return node.role == "Span" and node.said is not None
