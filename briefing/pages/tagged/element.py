"""What a piece of the page is: a heading, a row of a table, a quotation. Values only."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

Box = tuple[float, float, float, float]


class Role(StrEnum):
    """The kinds of elements, by the names that ISO 32000-1 gives them."""

    DOCUMENT = "Document"
    SECTION = "Sect"
    DIVISION = "Div"
    TITLE = "H1"
    HEADING = "H2"
    SUBHEADING = "H3"
    PARAGRAPH = "P"
    QUOTATION = "BlockQuote"
    LIST = "L"
    ITEM = "LI"
    LABEL = "Lbl"
    BODY = "LBody"
    TABLE = "Table"
    HEAD = "THead"
    ROWS = "TBody"
    ROW = "TR"
    HEADER = "TH"
    CELL = "TD"
    FIGURE = "Figure"
    LINK = "Link"
    SPAN = "Span"


class Scope(StrEnum):
    """What a header of a table speaks for."""

    ROW = "Row"
    COLUMN = "Column"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Element:
    """One element of the structure; two are never the same, so that pieces of a parted block find theirs again.

    `said` is read instead of what is drawn, `alternative` describes a drawing in `box`, `summary` a table. `rows` and
    `columns` are what a cell spans. `numbering` tells how the labels of a list count, `tip` where a link leads.
    """

    role: Role
    language: str | None = None
    said: str | None = None
    alternative: str | None = None
    box: Box | None = None
    summary: str | None = None
    scope: Scope | None = None
    rows: int = 1
    columns: int = 1
    numbering: str | None = None
    tip: str | None = None


Inside = tuple[Element, ...]  # the elements that something stands in, outermost first
