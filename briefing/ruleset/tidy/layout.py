"""The form of rule files: what stands on a line, what is indented how. In: an `Outline`. Out: the file's text.

Lists and mappings in brackets stay in them while they fit; quotes stand where YAML needs them. Written twice, a file
is the same as written once.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import Any

from briefing.marked_yaml import Leaf, Node, Row, Source, Table, in_yaml
from briefing.ruleset.tidy.entries import Block, Entry, block_scalar, entry_kind, order
from briefing.ruleset.tidy.outline import Outline

WIDTH = 120
_STEP = 2
_SHORT = 16  # letters of a word, on average, of which a list may stand in brackets over several lines


def layout(source: Source, outline: Outline) -> str:
    """Write an outline as the text of a file."""
    return "\n".join(_Writer(source).file(outline)) + "\n"


class _Writer:
    """Writes entries as lines; the source tells how texts were written."""

    def __init__(self, source: Source) -> None:
        self._source = source

    def file(self, outline: Outline) -> list[str]:
        lines = list(outline.head)
        above_was_block = False
        for n, entry in enumerate(outline.root.entries):
            new = self._entry(entry, 0)
            below_is_block = new[len(entry.above)].partition("  #")[0].endswith(":")
            apart = outline.sections and n > 0 and (above_was_block or below_is_block)
            lines += _after(lines, ["", *new] if apart else new)
            above_was_block = below_is_block
        return _end(lines + _after(lines, outline.root.foot))

    def _block(self, block: Block, indent: int) -> list[str]:
        lines = [line for entry in block.entries for line in self._entry(entry, indent)]
        return lines + _indented(block.foot, indent)

    def _entry(self, entry: Entry, indent: int) -> list[str]:
        above = _indented(entry.above, indent)
        beside = f"  {entry.beside}" if entry.beside else ""
        head = f"{' ' * indent}{self._key(entry.key)}:" if entry.key else f"{' ' * indent}-"
        if entry.block is None:
            first, *rest = self._value(head, entry.node, entry.kind, indent)
            if rest and not (isinstance(entry.node, Leaf) and block_scalar(self._source, entry.node)):
                rest[-1] += beside  # after the closing bracket or quotation mark
            else:
                first += beside
            return [*above, first, *rest]
        inner = self._block(entry.block, indent + _STEP)
        return [*above, *self._joined(head, inner, entry.node, indent, beside)]

    def _joined(self, head: str, inner: list[str], node: Node, indent: int, beside: str = "") -> list[str]:
        """Set lines under a key, or the first of them beside the dash of an entry."""
        if head.endswith("-") and isinstance(node, Table):
            return [f"{head} {inner[0][indent + _STEP :]}", *inner[1:]]
        return [head + beside, *inner]

    # ── values ──────────────────────────────────────────────────────────────────────────────────────────────────────

    def _value(self, head: str, node: Node, kind: Any, indent: int) -> list[str]:
        """Write a value after its head, on one line if it fits."""
        if isinstance(node, Leaf) and (mark := block_scalar(self._source, node)):
            return self._own_lines(head, node, mark, indent)
        line = f"{head} {self._flat(node, kind)}"
        if len(line) <= WIDTH:
            return [line]
        if isinstance(node, Leaf):
            return _folded(line, indent) if node.start.line != node.end.line else [line]
        return self._filled(head, node, kind, indent) or self._unfolded(head, node, kind, indent)

    def _flat(self, node: Node, kind: Any, *, flow: bool = False) -> str:
        if isinstance(node, Leaf):
            return self._text(node, flow=flow, quotes=kind is None)
        if isinstance(node, Row):
            return f"[{', '.join(self._parts(node, kind))}]"
        return f"{{{', '.join(self._parts(node, kind))}}}"

    def _parts(self, node: Row | Table, kind: Any) -> list[str]:
        """Write what stands between the brackets of a list or mapping."""
        if isinstance(node, Row):
            return [self._flat(each, entry_kind(kind), flow=True) for each in node.nodes]
        return [f"{self._key(k, flow=True)}: {self._flat(v, v_kind, flow=True)}" for k, v, v_kind in order(node, kind)]

    def _filled(self, head: str, node: Row | Table, kind: Any, indent: int) -> list[str]:
        """Fill lines with what stands in brackets; nothing where that is no way to read it."""
        parts = self._parts(node, kind)
        words = isinstance(node, Table) or all(isinstance(each, Leaf) for each in node.nodes)
        if not words or (isinstance(node, Row) and sum(map(len, parts)) > _SHORT * len(parts)):
            return []
        opening, closing = "[]" if isinstance(node, Row) else "{}"
        lines = _wrapped([f"{part}," for part in parts[:-1]] + [parts[-1] + closing], f"{head} {opening}", indent)
        return lines if max(map(len, lines)) <= WIDTH else []

    def _unfolded(self, head: str, node: Row | Table, kind: Any, indent: int) -> list[str]:
        """Give each entry of a list or mapping a line of its own, without brackets."""
        inner: list[str] = []
        deeper = indent + _STEP
        if isinstance(node, Row):
            for each in node.nodes:
                inner += self._value(f"{' ' * deeper}-", each, entry_kind(kind), deeper)
        else:
            for key, value, value_kind in order(node, kind):
                inner += self._value(f"{' ' * deeper}{self._key(key)}:", value, value_kind, deeper)
        return self._joined(head, inner, node, indent)

    # ── texts ───────────────────────────────────────────────────────────────────────────────────────────────────────

    def _key(self, key: Node, *, flow: bool = False) -> str:
        assert isinstance(key, Leaf)  # the reader takes no other keys
        return self._text(key, flow=flow)

    def _text(self, leaf: Leaf, *, flow: bool, quotes: bool = False) -> str:
        """Write a text; `quotes` keeps those that are there, as they show where the wording of a page ends."""
        if not leaf.quoted and leaf.start.line == leaf.end.line:
            return leaf.value  # +2 and NO are what they are because they stand without quotes
        return in_yaml(leaf.value, flow=flow, quotes=quotes and leaf.quoted)

    def _own_lines(self, head: str, leaf: Leaf, mark: str, indent: int) -> list[str]:
        """Write a text that stood in lines of its own (| or >) so again, where nothing of it is lost."""
        text = leaf.value.removesuffix("\n")
        chomp = "" if text != leaf.value else "-"
        inner = " " * (indent + _STEP)
        if not text or text[0].isspace() or text.endswith("\n") or not all(map(str.isprintable, text.split("\n"))):
            return [f"{head} {in_yaml(leaf.value)}"]
        if mark[0] == ">" and "\n" not in text and "  " not in text and not text.endswith(" "):
            return [f"{head} >{chomp}", *_wrapped(text.split(" "), None, indent)]
        return [
            f"{head} |{chomp}",
            *(f"{inner}{line}".rstrip() if not line else inner + line for line in text.split("\n")),
        ]


def _folded(line: str, indent: int) -> list[str]:
    """Break a long text between its words; YAML reads the break as a blank."""
    start = len(line) - len(line.lstrip(" "))
    words = line[start:].split(" ")
    if not all(words):
        return [line]
    return _wrapped(words[1:], " " * start + words[0] + " ", indent)


def _wrapped(words: list[str], head: str | None, indent: int) -> list[str]:
    """Fill lines with words, indented under a head; without a head, all lines stand under what is before them."""
    inner = " " * (indent + _STEP)
    lines = [inner if head is None else head]
    fresh = True
    for word in words:
        if not fresh and len(lines[-1]) + 1 + len(word) > WIDTH:
            lines.append(inner)
            fresh = True
        lines[-1] += word if fresh else f" {word}"
        fresh = False
    return lines


def _indented(lines: Iterable[str], indent: int) -> list[str]:
    return [" " * indent + line if line else "" for line in lines]


def _after(lines: list[str], new: list[str]) -> list[str]:
    """Give lines to set after others, so that no file begins with an empty line and no two follow each other."""
    last = lines[-1] if lines else ""
    return [line for before, line in pairwise([last, *new]) if before or line]


def _end(lines: list[str]) -> list[str]:
    while lines and not lines[-1]:
        lines.pop()
    return lines
