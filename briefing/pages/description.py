"""What a briefing says, without its pages. In: the story, as blocks. Out: a tree of parts, for its twins.

The blocks are the one place where a section is put together: what is a heading, a row, a quotation stands in their
elements, and is read here as it is tagged in the PDF. So whatever is added to the story stands in every twin, too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from briefing.pages import chart
from briefing.pages.blocks import Block, Stack, Text
from briefing.pages.chart import ChartHead, Force
from briefing.pages.drawing import Drawing
from briefing.pages.grid import Columns, Row
from briefing.pages.lines import Run, tongues
from briefing.pages.matrix import Matrix
from briefing.pages.tagged import Element, Inside, Role
from briefing.pages.theme import DISPLAY, INK, SANS_BOLD, SERIF_BOLD, Colour, Style

_BOLD = frozenset({SERIF_BOLD, SANS_BOLD})


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Words in one dress and one language; `link` names the place they lead to, `tip` says where that is."""

    text: str
    colour: Colour
    bold: bool = False
    stressed: bool = False  # darker than what stands around it
    link: str | None = None
    tip: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A drawing. `alternative` says the same in words; None where the words beside it do."""

    paint: Callable[[Drawing], None]
    alternative: str | None = None


@dataclass(slots=True, kw_only=True)
class Part:
    """An element with all it holds. `kind` is the kind of block its words are, `key` the place that links lead to."""

    element: Element
    kids: list[Part | Words | Picture] = field(default_factory=list)
    kind: str | None = None
    key: str | None = None
    title: str | None = None  # in the outline

    @property
    def role(self) -> Role:
        """The kind of element it is."""
        return self.element.role

    @property
    def parts(self) -> list[Part]:
        """The elements within."""
        return [kid for kid in self.kids if isinstance(kid, Part)]

    @property
    def text(self) -> str:
        """All words within, in order."""
        return "".join(k.text if isinstance(k, Words | Part) else "" for k in self.kids)

    def walk(self) -> Iterator[Part]:
        """Give this part and all within, in the order of reading."""
        yield self
        for part in self.parts:
            yield from part.walk()


class _Tree:
    """The tree being grown: an element that comes again is the same part."""

    def __init__(self) -> None:
        self.root = Part(element=Element(role=Role.DOCUMENT))
        self._known: dict[Element, Part] = {self.root.element: self.root}

    def at(self, path: Inside) -> Part:
        """Give the part of the innermost element, those around it made where they are new."""
        part = self.root
        for element in path:
            if element not in self._known:
                self._known[element] = Part(element=element)
                part.kids.append(self._known[element])
            part = self._known[element]
        return part


def describe(story: Iterable[Block]) -> Part:
    """Give what the blocks of a briefing say, in the order of reading."""
    tree = _Tree()
    for block in story:
        _add(tree, block, ())
    return tree.root


def _add(tree: _Tree, block: Block, around: Inside) -> None:
    inside = (*around, *block.inside)
    if isinstance(block, Text):
        _add_text(tree, block, inside)
    elif isinstance(block, Force):
        tree.at(inside).kids.append(Picture(paint=_charted(block), alternative=block.words))
    else:
        for path, part in _within(block, inside):
            tree.at(path)
            _add(tree, part, path)


def _within(block: Block, inside: Inside) -> Iterator[tuple[Inside, Block]]:
    """Give the blocks within a block, each with the elements that stand around it."""
    if isinstance(block, Row):
        yield from (((*inside, *cell.inside), cell.stack) for cell in block.cells)
    elif isinstance(block, Stack):
        yield from ((inside, part) for part in block.parts)
    elif isinstance(block, Columns):
        yield from ((inside, entry) for entry in block.entries)
    elif isinstance(block, ChartHead):
        yield from ((inside, part) for part in (block.name, block.low, block.high))
    elif isinstance(block, Matrix):
        yield inside, block.header
        for band in block.bands:
            yield (*inside, *band.rows[0].inside), band.label
            yield from ((inside, row) for row in band.rows)


def _add_text(tree: _Tree, block: Text, inside: Inside) -> None:
    home = tree.at(inside)
    home.kind = type(block).__name__.lower()
    if block.anchor:
        home.key, home.title = block.anchor.key, block.anchor.title
    if block.mark:
        mark = block.mark
        home.kids.append(Picture(paint=lambda pen: mark(pen, 0.0, 0.0)))
    if block.hanging:
        tree.at((*inside, *block.label)).kids += [*_words(block.hanging, block.style), *_space(block.style)]
    words = tree.at((*inside, *block.words))
    words.kids += [w for run in block.runs for w in _words(run, block.style)]


def _words(run: Run, style: Style) -> Iterator[Words]:
    face = run.face or style.face
    for text, language in tongues(run.said or run.text):
        yield Words(
            text=text,
            colour=run.colour or style.colour,
            bold=face in _BOLD and style.face not in (SERIF_BOLD, DISPLAY),
            stressed=run.colour == INK and style.colour != INK,
            link=run.link,
            tip=run.tip,
            language=language,
        )


def _space(style: Style) -> Iterator[Words]:
    """Keep a number from the words behind it."""
    yield Words(text=" ", colour=style.colour)


def _charted(block: Force) -> Callable[[Drawing], None]:
    def paint(pen: Drawing) -> None:
        chart.scale(pen, 0.0, 0.0, -chart.HEIGHT)
        block.marks(pen, 0.0, 0.0)

    return paint
