"""Blocks: what a page is built of. Each can be measured, split, and drawn from its upper left corner.

Each block says which elements of the structure it stands in; pieces of a parted block say the same ones. Marks, rules
and scales are decoration.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Self

from briefing.pages.fonts import Fonts
from briefing.pages.lines import Line, Run, Unit, fill, units
from briefing.pages.marks import Mark
from briefing.pages.pen import Pen
from briefing.pages.tagged import Element, Inside, Role
from briefing.pages.tagged.language import written
from briefing.pages.theme import AXIS, INK, LABEL, TEXT, Style


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place that links lead to; with a title it is an entry of the outline, too."""

    key: str
    title: str | None = None
    level: int = 0


class Block(ABC):
    """Something that takes a width and needs a height. `before` is the space above it, dropped at a page's top.

    `inside` are the elements it stands in, outermost first, within those of what holds it.
    """

    before: float = 0.0
    inside: Inside = ()
    anchor: Anchor | None = None
    again: Block | None = None  # stands instead where the block begins a page

    @abstractmethod
    def measure(self, width: float) -> float:
        """Give the height at a width."""

    def split(self, width: float, room: float) -> tuple[Block, Block] | None:
        """Part the block so that its first piece fits the room; None where that cannot be done."""
        return None

    def draw(self, pen: Pen, x: float, y: float, width: float) -> None:
        """Draw from the upper left corner, inside its elements."""
        with pen.inside(self.inside):
            self.paint(pen, x, y, width)

    def paint(self, pen: Pen, x: float, y: float, width: float) -> None:  # noqa: B027 (a space draws nothing)
        """Draw from the upper left corner, the elements being open."""

    def within(self, *elements: Element) -> Self:
        """Put the block, and what may stand instead of it, into elements around its own."""
        self.inside = (*elements, *self.inside)
        if self.again:
            self.again.within(*elements)
        return self

    def anchors(self) -> Iterator[Anchor]:
        """Give the places inside that links lead to."""
        if self.anchor:
            yield self.anchor


class Text(Block):
    """A paragraph. A mark or a number hangs at its left edge, on the first baseline.

    The number is a `label` within the block, the lines are its `words`.
    """

    role = Role.PARAGRAPH
    label: Inside = ()
    words: Inside = ()

    def __init__(
        self,
        fonts: Fonts,
        style: Style,
        runs: Sequence[Run] | str,
        *,
        mark: Mark | None = None,
        number: Run | None = None,
        anchor: Anchor | None = None,
    ) -> None:
        self.fonts, self.style, self.mark, self.anchor = fonts, style, mark, anchor
        self.before = style.before
        self.inside = (Element(role=self.role),)
        self.hanging = number
        self.number = _spaced(fill(units([number], style, fonts), TEXT, 0, fonts)) if number else []
        self._set: tuple[float, list[Line]] | None = None
        self.reword([Run(runs)] if isinstance(runs, str) else runs)

    def lines(self, width: float) -> list[Line]:
        """Set the paragraph at a width."""
        if self._set is None or self._set[0] != width:
            set_lines = fill(self.units, width - self.style.indent, self.style.first, self.fonts)
            self._set = (width, set_lines)
        return self._set[1]

    def reword(self, runs: Sequence[Run]) -> None:
        """Put other words into a paragraph, when page numbers are known."""
        self.runs, self._set = tuple(runs), None
        self.units: list[Unit] = units(runs, self.style, self.fonts)

    def measure(self, width: float) -> float:
        """Give the height at a width."""
        return len(self.lines(width)) * self.style.leading

    def split(self, width: float, room: float) -> tuple[Block, Block] | None:
        """Part the paragraph between two lines."""
        lines, count = self.lines(width), int(room / self.style.leading + 0.001)
        if not 0 < count < len(lines):
            return None
        return self._part(width, lines[:count], first=True), self._part(width, lines[count:], first=False)

    def _part(self, width: float, lines: list[Line], *, first: bool) -> Text:
        part = object.__new__(type(self))
        part.__dict__.update(self.__dict__)
        part._set = (width, lines)
        if not first:
            part.style = replace(self.style, first=0.0)
            part.mark, part.number, part.anchor, part.before = None, [], None, 0.0
        return part

    def listed(self) -> Self:
        """Make an entry of a list: the number is its label."""
        self.inside, self.label, self.words = (Element(role=Role.ITEM),), *_labelled(Role.BODY)
        return self

    def paint(self, pen: Pen, x: float, y: float, width: float) -> None:
        """Draw the lines and what hangs beside the first."""
        base = y - self.style.size
        if self.anchor:
            pen.anchor(self.anchor.key, y, (self.anchor.title, self.anchor.level) if self.anchor.title else None)
        if self.mark:
            self.mark(pen, x, base)
        if self.number:
            with pen.inside(self.label):
                pen.text(self.number, x, base, self.style.leading)
        with pen.inside(self.words):
            pen.text(self.lines(width), x + self.style.indent, base, self.style.leading, self.style.first)


def _spaced(lines: Sequence[Line]) -> list[Line]:
    """Let a space follow a number, so that it does not run into what stands beside it."""
    return [replace(line, spaced=True) for line in lines]


def _labelled(words: Role) -> tuple[Inside, Inside]:
    """Give the elements of a number and of the words behind it."""
    return (Element(role=Role.LABEL),), (Element(role=words),)


class Title(Text):
    """The name of the briefing."""

    role = Role.TITLE


class Heading(Text):
    """The name of a section."""

    role = Role.HEADING


class Label(Text):
    """A word in the label column: the result, or what a row shows."""


class Position(Text):
    """What one side holds, in the words of a rule."""


class Quotation(Text):
    """Words of a document, with a number that leads to where they stand."""

    def __init__(self, fonts: Fonts, style: Style, text: str, *, number: Run) -> None:
        super().__init__(fonts, style, text, number=number)
        self.inside = (Element(role=Role.QUOTATION, language=written(text)),)
        self.label, self.words = _labelled(Role.PARAGRAPH)


class Source(Text):
    """Where a quotation comes from."""


class Item(Text):
    """One entry of a list."""


class Note(Text):
    """A remark about the briefing itself."""


class Rule(Block):
    """A short heavy bar over the label column, a hairline over the rest."""

    def __init__(self, weight: float = 1.4, after: float = 5.0, before: float = 10.0, hairline: bool = True) -> None:
        self.weight, self.after, self.before, self.hairline = weight, after, before, hairline

    def measure(self, width: float) -> float:
        """Give the height at a width."""
        return self.weight + self.after

    def paint(self, pen: Pen, x: float, y: float, width: float) -> None:
        """Draw both rules, level at their upper edges."""
        pen.bar(x, y - self.weight, LABEL, self.weight, INK)
        if self.hairline:
            pen.line(x + AXIS, y - 0.25, x + TEXT, 0.5, INK)


class Space(Block):
    """Empty height."""

    def __init__(self, height: float) -> None:
        self.height = height

    def measure(self, width: float) -> float:
        """Give the height."""
        return self.height


class Stack(Block):
    """Blocks below one another."""

    def __init__(self, parts: Sequence[Block]) -> None:
        self.parts = tuple(parts)

    def measure(self, width: float) -> float:
        """Add up the parts and the spaces between them."""
        return sum(p.measure(width) + (p.before if k else 0) for k, p in enumerate(self.parts))

    def split(self, width: float, room: float) -> tuple[Stack, Stack] | None:
        """Part between two blocks, or within the one that crosses the edge."""
        used = 0.0
        for k, part in enumerate(self.parts):
            gap = part.before if k else 0
            height = part.measure(width)
            if used + gap + height > room + 0.01:
                pieces = part.split(width, room - used - gap)
                head, tail = ((pieces[0],), (pieces[1],)) if pieces else ((), (part,))
                if not k and not head:
                    return None
                return self._with((*self.parts[:k], *head)), self._with((*tail, *self.parts[k + 1 :]))
            used += gap + height
        return self, self._with(())

    def _with(self, parts: Sequence[Block]) -> Stack:
        stack = Stack(parts)
        stack.inside = self.inside
        return stack

    def paint(self, pen: Pen, x: float, y: float, width: float) -> None:
        """Draw the parts from the top."""
        for k, part in enumerate(self.parts):
            y -= part.before if k else 0
            part.draw(pen, x, y, width)
            y -= part.measure(width)

    def anchors(self) -> Iterator[Anchor]:
        """Give the places inside that links lead to."""
        for part in self.parts:
            yield from part.anchors()


class Repeated(Block):
    """What a page shows again, of what an earlier one has said."""

    def __init__(self, block: Block) -> None:
        self.block, self.before = block, block.before

    def measure(self, width: float) -> float:
        """Give the height at a width."""
        return self.block.measure(width)

    def split(self, width: float, room: float) -> tuple[Block, Block] | None:
        """Part the block."""
        parts = self.block.split(width, room)
        return (Repeated(parts[0]), Repeated(parts[1])) if parts else None

    def paint(self, pen: Pen, x: float, y: float, width: float) -> None:
        """Draw the block; nobody reads it out again."""
        with pen.margin():
            self.block.draw(pen, x, y, width)
