"""A briefing as Markdown, for a mail or a wiki. In: parts; out: text in the form of GitHub.

The matrix is a table; what stands in two columns on the page is a list here, one entry for each side.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from briefing.pages.description import Part, Picture, Words
from briefing.pages.fonts import visible, whole
from briefing.pages.tagged import Role, Scope

_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~&$])")
_OPENING = re.compile(r"^(\s*)([-+=]|\d+[.)])")  # what would begin a list or a heading, at the start of a line
_POSITION = "position"
_HEADS = {Role.TITLE: "#", Role.HEADING: "##", Role.SUBHEADING: "###"}


def markdown(root: Part, sides: Sequence[str], foot: str, marking: str | None) -> str:
    """Write a briefing as Markdown; the sides' names stand before what the page has in their columns."""
    marked = [f"**{_plain(marking)}**"] if marking else []
    names = [f"**{_plain(side)}:**" for side in sides]
    blocks = [*marked, *_blocks(root, names), "---", _plain(foot), *marked]
    return "\n\n".join(b for b in blocks if b) + "\n"


def _blocks(part: Part, sides: Sequence[str] = ()) -> Iterator[str]:
    """Give the blocks of Markdown that a part is."""
    if part.role == Role.TABLE:
        yield _table(part) if part.element.summary else "\n\n".join(_rows(part, sides))
    elif part.role == Role.LIST:
        yield "\n".join(_entry(item) for item in part.parts)
    elif part.role == Role.QUOTATION:
        yield "> " + " ".join(_line(p) for p in part.parts)
    elif part.role in _HEADS:
        yield f"{_HEADS[part.role]} {_place(part)}{_line(part)}"
    elif any(isinstance(kid, Words) for kid in part.kids):
        yield _place(part) + _paragraph(part)
    else:
        for kid in part.parts:
            yield from _blocks(kid, sides)


def _paragraph(part: Part) -> str:
    text = _OPENING.sub(r"\1\\\2", _line(part))
    return f"**{text}**" if text and part.kind == _POSITION else text


def _entry(item: Part) -> str:
    """Write an entry of a list: its label, then what is said."""
    label = next((p for p in item.parts if p.role == Role.LABEL), None)
    bodies = [text for p in item.parts if p is not label for text in _blocks(p)]
    name = f"**{text}** " if label and (text := _line(label)) else ""
    return f"* {_place(item)}{name}{_hung(bodies)}"


def _hung(blocks: Iterable[str]) -> str:
    """Let all but the first block stand below an entry, as far in as its words."""
    return "\n\n  ".join(block.replace("\n", "\n  ") for block in blocks if block)


def _rows(table: Part, sides: Sequence[str]) -> Iterator[str]:
    """Write rows that stand under a label as a list; one label may stand before several rows."""
    for row in table.parts:
        heads = [c for c in row.parts if c.element.scope == Scope.ROW]
        yield from (f"**{_place(p)}{_line(p)}**" for head in heads for p in head.parts if _line(p))
        cells = [c for c in row.parts if c not in heads]
        names = sides if len(cells) == len(sides) else ("",) * len(cells)
        yield "\n".join(_side(cell, name) for cell, name in zip(cells, names, strict=True) if cell.text.strip())


def _side(cell: Part, name: str) -> str:
    """Write what stands in one column; a position names its side itself."""
    blocks = list(_blocks(cell))
    if name and cell.parts[0].kind != _POSITION:
        alone = cell.parts[0].role == Role.QUOTATION
        blocks = [name, *blocks] if alone else [f"{name} {blocks[0]}", *blocks[1:]]
    return f"* {_hung(blocks)}"


def _table(table: Part) -> str:
    """Write the matrix as a table; a label that spans rows is repeated in each of them."""
    head, *rows = [row for group in table.parts for row in group.parts]
    lines = [[_cell(c) for c in head.parts], ["---"] * len(head.parts)]
    label = ""
    for row in rows:
        texts = [_cell(c) for c in row.parts]
        label = texts[0] if len(texts) == len(head.parts) else label
        lines.append(texts if len(texts) == len(head.parts) else [label, *texts])
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _cell(cell: Part) -> str:
    told = [k.alternative for k in cell.kids if isinstance(k, Picture) and k.alternative]
    return "; ".join([*(text for p in cell.parts if (text := _line(p))), *map(_plain, told)])


def _line(part: Part) -> str:
    """Write all words of a part in one line, links included."""
    found = (
        _words(kid) if isinstance(kid, Words) else _line(kid) if isinstance(kid, Part) else "" for kid in part.kids
    )
    return "".join(found).strip()


def _words(words: Words) -> str:
    text = _plain(words.text)
    if words.link and text.strip():
        return f"[{text}](#{words.link})"
    return f"<b>{text}</b>" if words.stressed and text.strip() else text


def _place(part: Part) -> str:
    return f'<a id="{part.key}"></a>' if part.key else ""


def _plain(text: str) -> str:
    r"""Write words so that no sign in them means anything to Markdown.

    >>> _plain("a *b* <c>")
    'a \\*b\\* \\<c\\>'
    """
    folded = re.sub(r"[\s\x00-\x1f\x7f-\x9f]+", _blank, whole(visible(text)))
    return _MARKS.sub(r"\\\1", folded)


def _blank(found: re.Match[str]) -> str:
    return "\u00a0" if set(found[0]) == {"\u00a0"} else " "
