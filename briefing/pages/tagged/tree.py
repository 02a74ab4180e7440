"""Which element stands in which, and which marks on which page are its content, in the order of reading."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.pages.tagged.element import Element, Role


@dataclass(frozen=True, slots=True)
class Marked:
    """A marked stretch of a page's content; pages count from 1, marks of a page from 0."""

    page: int
    number: int


@dataclass(frozen=True, slots=True)
class Annotated:
    """An annotation of a page, by its name."""

    page: int
    name: str


Kid = Element | Marked | Annotated

# An empty cell keeps its row regular; any other element without content says nothing.
_KEPT_EMPTY = frozenset({Role.HEADER, Role.CELL})


class Tree:
    """The structure of one file, grown while its pages are drawn."""

    def __init__(self) -> None:
        self.root = Element(role=Role.DOCUMENT)
        self.parents: dict[Element, Element] = {}
        self.owners: list[Element | list[Element]] = []  # by the keys that pages and annotations carry
        self._kids: dict[Element, list[Kid]] = {self.root: []}
        self._filled = {self.root}  # elements that hold something
        self._page = 1
        self._key: int | None = None

    def place(self, path: Sequence[Element], below: Element) -> Element:
        """Put elements inside one another below a known one, and give the innermost; known ones stay where they are."""
        for element in path:
            if element not in self.parents:
                self.parents[element] = below
                self._kids[below].append(element)
                self._kids.setdefault(element, [])
                if element.role in _KEPT_EMPTY or element in self._filled:
                    self._fill(element)
            below = element
        return below

    def mark(self, element: Element) -> Marked:
        """Number a stretch of this page's content that is an element's; `add` puts it into the order of reading."""
        if self._key is None:
            self._key = self._own([])
        owners = self.owners[self._key]
        assert isinstance(owners, list)  # a page's key
        owners.append(element)
        return Marked(self._page, len(owners) - 1)

    def annotate(self, element: Element, name: str) -> int:
        """Make an annotation of this page an element's content, and give the key that it must carry."""
        self._kids.setdefault(element, []).append(Annotated(self._page, name))
        self._fill(element)
        return self._own(element)

    def add(self, path: Sequence[Element], below: Element, mark: Marked) -> None:
        """Make a marked stretch the next content of the innermost of some elements."""
        element = self.place(path, below)
        self._kids[element].append(mark)
        self._fill(element)

    def turn(self) -> int | None:
        """Begin the next page; give the key of the one before, if anything on it is content."""
        key, self._key = self._key, None
        self._page += 1
        return key

    def kids(self, element: Element) -> list[Kid]:
        """Give what an element holds: words before the annotations over them, no empty elements."""
        found = [k for k in self._kids[element] if not isinstance(k, Element) or k in self._filled]
        return sorted(found, key=lambda kid: isinstance(kid, Annotated))

    def walk(self, element: Element | None = None) -> Iterator[Element]:
        """Give all elements that hold something, in the order of reading."""
        element = element or self.root
        yield element
        for kid in self.kids(element):
            if isinstance(kid, Element):
                yield from self.walk(kid)

    def _own(self, owner: Element | list[Element]) -> int:
        self.owners.append(owner)
        return len(self.owners) - 1

    def _fill(self, element: Element | None) -> None:
        """Note that an element holds something, and so do all around it."""
        while element and not (element in self._filled and self.parents.get(element) in self._filled):
            self._filled.add(element)
            element = self.parents.get(element)
