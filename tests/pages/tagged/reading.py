"""Reading a file back by its tags alone, as a screen reader does: what is said, in which element, what is untagged."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pypdf
from pypdf.generic import ContentStream

_PAINTS = frozenset({b"Tj", b"TJ", b"'", b'"', b"S", b"s", b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*", b"sh", b"Do"})
_WRITES = frozenset({b"Tj", b"TJ"})


@dataclass
class Node:
    """An element as the file holds it. `kids` are elements and texts in order."""

    role: str
    parent: Node | None = None
    kids: list[Node | str] = field(default_factory=list)
    links: int = 0
    language: str | None = None
    said: str | None = None
    alternative: str | None = None
    facts: dict[str, Any] = field(default_factory=dict)
    number: int = 0  # of the object in the file

    @property
    def text(self) -> str:
        """What is read out."""
        if self.said is not None:
            return self.said
        return "".join(kid if isinstance(kid, str) else kid.text for kid in self.kids)

    def nodes(self) -> Iterator[Node]:
        yield self
        for kid in self.kids:
            if isinstance(kid, Node):
                yield from kid.nodes()

    def all(self, *roles: str) -> list[Node]:
        return [node for node in self.nodes() if node.role in roles]


@dataclass
class Read:
    """A file read by its tags: `loose` is what stands in no mark, `lost` marks that no element claims."""

    root: Node
    marks: dict[tuple[int, int], str]
    artifacts: str
    loose: list[str]
    owners: dict[int, Any]
    reader: pypdf.PdfReader
    claimed: dict[tuple[int, int], Node] = field(default_factory=dict)


def read(file: bytes) -> Read:
    reader = pypdf.PdfReader(io.BytesIO(file))
    out = Read(Node("Document"), {}, "", [], _numbers(reader), reader)
    for number, page in enumerate(reader.pages):
        _read_page(out, number, page)
    pages = {page.indirect_reference.idnum: n for n, page in enumerate(reader.pages)}  # type: ignore[union-attr]
    top = reader.trailer["/Root"]["/StructTreeRoot"]["/K"]  # type: ignore[index]
    out.root = _node(out, top.get_object(), None, pages)
    return out


def _numbers(reader: pypdf.PdfReader) -> dict[int, Any]:
    flat = reader.trailer["/Root"]["/StructTreeRoot"]["/ParentTree"]["/Nums"]  # type: ignore[index]
    return dict(zip(flat[::2], flat[1::2], strict=True))


def _read_page(out: Read, number: int, page: Any) -> None:
    fonts = {name: _letters(font.get_object()) for name, font in page["/Resources"]["/Font"].items()}
    letters: dict[int, str] = {}
    stack: list[int | str | None] = []
    for operands, operator in ContentStream(page.get_contents(), out.reader).operations:
        if operator == b"Tf":
            letters = fonts[operands[0]]
        elif operator in (b"BDC", b"BMC"):
            properties = operands[1] if operator == b"BDC" else {}
            stack.append(properties.get("/MCID", operands[0]))
        elif operator == b"EMC":
            stack.pop()
        elif operator in _PAINTS:
            text = _decoded(operands, letters) if operator in _WRITES else ""
            mark = stack[-1] if stack else None
            if isinstance(mark, int):
                out.marks[number, mark] = out.marks.get((number, mark), "") + text
            elif mark == "/Artifact":
                out.artifacts += text
            else:
                out.loose.append(text or operator.decode())
    assert not stack


def _decoded(operands: Any, letters: dict[int, str]) -> str:
    given = operands[0]
    raw = getattr(given, "original_bytes", given)
    return "".join(letters[code] for code in raw)


def _letters(font: Any) -> dict[int, str]:
    """Read which character each code of a font means."""
    if "/ToUnicode" not in font:
        return {}
    table = font["/ToUnicode"].get_data().decode("ascii")
    out: dict[int, str] = {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", table, re.DOTALL):
        for code, text in re.findall(r"<(\w+)>\s*<(\w+)>", block):
            out[int(code, 16)] = bytes.fromhex(text).decode("utf-16-be")
    for block in re.findall(r"beginbfrange(.*?)endbfrange", table, re.DOTALL):
        for low, _high, texts in re.findall(r"<(\w+)>\s*<(\w+)>\s*\[(.*?)\]", block, re.DOTALL):
            for k, text in enumerate(re.findall(r"<(\w+)>", texts)):
                out[int(low, 16) + k] = bytes.fromhex(text).decode("utf-16-be")
    return out


def _node(out: Read, element: Any, parent: Node | None, pages: dict[int, int], page: int | None = None) -> Node:
    node = Node(str(element["/S"])[1:], parent, number=element.indirect_reference.idnum)
    node.language, node.said = element.get("/Lang"), element.get("/ActualText")
    node.alternative = element.get("/Alt")
    attributes = element.get("/A", [])
    for one in attributes if isinstance(attributes, list) else [attributes]:
        node.facts |= {key[1:]: value for key, value in one.get_object().items()}
    page = pages[element.raw_get("/Pg").idnum] if "/Pg" in element else page
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, list) else [kids]:
        _take(out, node, kid.get_object(), pages, page)
    return node


def _take(out: Read, node: Node, kid: Any, pages: dict[int, int], page: int | None) -> None:
    if isinstance(kid, int):
        assert page is not None
        _claim(out, node, (page, kid))
    elif kid.get("/Type") == "/MCR":
        _claim(out, node, (pages[kid.raw_get("/Pg").idnum], kid["/MCID"]))
    elif kid.get("/Type") == "/OBJR":
        node.links += 1
    else:
        node.kids.append(_node(out, kid, node, pages))


def _claim(out: Read, node: Node, mark: tuple[int, int]) -> None:
    assert mark not in out.claimed
    out.claimed[mark] = node
    node.kids.append(out.marks.get(mark, ""))


def outline(node: Node, depth: int = 0) -> Iterator[str]:
    """Give the tree as text, a line for each element that holds text itself, for a person to read."""
    direct = "".join(kid for kid in node.kids if isinstance(kid, str))
    shown = {k: v for k, v in node.facts.items() if k not in {"O", "BBox", "Placement"}}
    tail = [f"{k}={v}" for k, v in shown.items()] + [f"[{x}]" for x in (node.language, node.alternative) if x]
    yield " ".join(["  " * depth + node.role, *tail, *([repr(node.said or direct)] if node.said or direct else [])])
    for kid in node.kids:
        if isinstance(kid, Node):
            yield from outline(kid, depth + 1)
