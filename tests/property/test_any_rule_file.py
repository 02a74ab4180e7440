"""Any bytes given as a rule file give rules or mistakes with known codes and places: no traceback, in bounded time."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.diagnostics import FORMS, diagnostics
from briefing.errors import Problem, RuleError, shown
from briefing.marked_yaml import MAX_BYTES
from briefing.ruleset import explain, load_texts
from tests.ruleset.packs import PACK

# Of processor time. What a desk hands in takes milliseconds; the largest file of nothing but mistakes takes seconds.
SECONDS = 2.0
SECONDS_AT_MOST = 20.0

TRADE = "ald-bor/issues/trade.yaml"
paths = st.sampled_from(sorted([*PACK, "base/issues/new.yaml", "ald-bor/force.yaml", "other/pack.yaml"]))


def found(path: str, data: bytes, *, seconds: float = SECONDS) -> tuple[Problem, ...]:
    """Load the pack with one file put in; give mistakes and warnings, after looking at each as people will."""
    start = time.process_time()
    try:
        packs = load_texts({**PACK, path: data})
        problems = packs.warnings()
        assert all(packs.select(pack).issues is not None for pack in packs.ids)
    except RuleError as error:
        problems = error.problems
        assert problems
    assert time.process_time() - start < seconds
    for problem in problems:
        assert explain(problem.code), problem
        assert problem.path in {*PACK, path}
        assert problem.line >= 1
        assert problem.column >= 1
        assert shown(problem.message) == problem.message
        assert "\n" not in str(problem)
        assert len(str(problem)) < 2000
        if problem.source is not None:
            place, line, caret = problem.frame().splitlines()
            assert place == str(problem)
            at = len(caret.rstrip("^"))
            assert caret[:at].split() == ["|"]
            assert line[at:].rstrip("…") == problem.source[problem.column - 1 :][: len(line[at:].rstrip("…"))]
            assert len(line) < 125
    for form in FORMS:
        diagnostics(problems, form).encode()
    return problems


@settings(max_examples=150, deadline=None)
@given(paths, st.binary(max_size=300))
def test_any_bytes(path: str, data: bytes) -> None:
    found(path, data)


@settings(max_examples=150, deadline=None)
@given(paths, st.text(st.characters(codec=None), max_size=200))
def test_any_text_half_a_surrogate_pair_too(path: str, text: str) -> None:
    found(path, text.encode("utf-8", "surrogatepass"))


CHARS = "abzé{}[]()|*.&!#%@`'\"\\:,-?~<> \t\n\r\x00\x07\x1b\x7f\x85\u2028\ufeff\u202e\ue03f\U0001f600"
WORDS = (
    *(
        "- ",
        ": ",
        "\r\n",
        "...",
        "...9",
        "{firm}",
        "(a|b)",
        "---\n",
        "? ",
        "<<: ",
        "|\n",
        ">-\n",
        "id: x\n",
        "  any: [",
    ),
    *("match: ", "none: [talks]\n", "position: +3\n", "extends: [base]\n", "\n\n", "  ", "- - - ", "null", "yes"),
)
BYTES = [b"\xff", b"\xed\xa0\x80", b"\xc3", b"\xef\xbb\xbf", b"\xfe\xff\x00a"]
pieces = st.sampled_from([*map(str.encode, (*CHARS, *WORDS)), *BYTES])


@settings(max_examples=400, deadline=None)
@given(
    st.sampled_from(sorted(PACK)),
    st.lists(st.tuples(st.floats(0, 0.999), st.lists(pieces, max_size=4), st.integers(0, 30)), max_size=4),
)
def test_any_change_to_a_good_file(path: str, changes: list[tuple[float, list[bytes], int]]) -> None:
    data = PACK[path].encode()
    for where, put, instead in changes:
        at = int(where * len(data))
        data = data[:at] + b"".join(put) + data[at + instead :]
    found(path, data)


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(sorted(PACK)), st.data())
def test_any_lines_of_a_good_file_in_any_order_and_column(path: str, data: st.DataObject) -> None:
    lines = data.draw(st.lists(st.sampled_from(PACK[path].splitlines()), max_size=40))
    shifts = data.draw(st.lists(st.integers(0, 6), min_size=len(lines), max_size=len(lines)))
    text = "\n".join(" " * n + line.strip() for n, line in zip(shifts, lines, strict=True))
    found(path, text.encode())


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (TRADE, "    note: they do\n", "\n  any: ["),
        ("base/pack.yaml", "firm: (firmly|strongly)", "firm\u2028(firmly|strongly): "),
        ("base/pack.yaml", "firm: ", '"\\e[2J\\n": '),
        (TRADE, "tariff(s)", '"a\\n,b", tariff(s)'),
        (TRADE, "[trade, tariff(s)]", "|\n    the\n    a\n"),
    ],
    ids=["open bracket moved", "line end in a key", "escape in a key", "line end in a pattern", "pattern of two lines"],
)
def test_what_was_once_shown_wrong(path: str, old: str, new: str) -> None:
    assert old in PACK[path]
    assert found(path, PACK[path].replace(old, new).encode())


# ── every mark, everywhere ──────────────────────────────────────────────────────────────────────────────────────────

ENDINGS = {"CRLF": "\r\n", "CR": "\r", "NEL": "\x85", "LS": "\u2028", "PS": "\u2029"}


@pytest.mark.parametrize("end", ENDINGS.values(), ids=ENDINGS)
@pytest.mark.parametrize("path", sorted(PACK))
def test_any_line_end_reads_as_a_line_end(path: str, end: str) -> None:
    assert found(path, PACK[path].replace("\n", end).encode()) == ()


@pytest.mark.parametrize("path", sorted(PACK))
def test_a_mark_of_byte_order_at_the_start_is_no_mistake(path: str) -> None:
    assert found(path, b"\xef\xbb\xbf" + PACK[path].encode()) == ()


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "latin-1"])
def test_another_encoding_is_told_once(encoding: str) -> None:
    problems = found(TRADE, PACK[TRADE].replace("Trade", "Tradé").encode(encoding))
    assert [p.code for p in problems] == ["Y007"]


def test_a_wrong_byte_after_a_mark_of_byte_order_is_told_at_its_place() -> None:
    (problem,) = found(TRADE, b"\xef\xbb\xbf# " + "é".encode() * 3 + b"\xff")
    assert (problem.line, problem.column, problem.code) == (1, 6, "Y007")


@pytest.mark.parametrize("char", ["\x00", "\x07", "\x1b", "\x7f", "\u0084", "\ufffe", "\ue03f"], ids=ascii)
def test_a_control_character_is_told_at_its_place(char: str) -> None:
    problems = found(TRADE, PACK[TRADE].replace("Tr", f"T{char}r", 1).encode())
    assert [(p.line, p.column, p.code) for p in problems] == [(2, 8, "Y002")]


LARGE: dict[str, Callable[[int], str]] = {
    "brackets": lambda n: "[" * n,
    "tables": lambda n: "{a: " * (n // 4),
    "dashes": lambda n: "- " * (n // 2),
    "a word": lambda n: "a" * n,
    "a long id": lambda n: "id: " + "a" * n,
    "line ends": lambda n: "\n" * n,
    "entries": lambda n: "- \n" * (n // 3),
    "a long pattern": lambda n: "about: {any: ['" + "a " * (n // 2) + "']}",
    "patterns": lambda n: "about: {any: [" + "ab, " * (n // 4) + "]}",
    "marks": lambda n: "about:\n  any:\n" + "  - (a|b c) (d|e f), g\n" * (n // 22),
    "distinct marks": lambda n: "about:\n  any:\n" + "".join(f"  - a{k}, b\n" for k in range(n // 14)),
    "marks of options": lambda n: "about:\n  any:\n" + f"  - ({'|'.join('a,' for _ in range(90))})\n" * (n // 278),
    "aliases": lambda n: "x: &a [*a]\n" * (n // 11),
    "keys": lambda n: "x: 1\n" * (n // 5),
    "tabs": lambda n: "\t" * n,
    "control characters": lambda n: "\x01" * n,
    "quotes": lambda n: "'" * n,
    "escapes": lambda n: '"\\' * (n // 2),
    "question marks": lambda n: "? " * (n // 2),
    "documents": lambda n: "---\n" * (n // 4),
    "directives": lambda n: "%\n" * (n // 2),
    "tags": lambda n: "!a " * (n // 3),
    "columns": lambda n: "id: x\nrules:\n" + "- id: y\n any: [z]\n" * (n // 18),
    "ids": lambda n: "id: x\nrules:\n" + "- id: y\n  id: z\n" * (n // 16),
    "cancelling": lambda n: "about:\n  any:\n" + "  - a b\n" * (n // 24) + "  none:\n" + "  - a ... b\n" * (n // 24),
    "forms": lambda n: "about:\n  none: [a*]\n  any:\n" + "  - (a|b) (a|b c) (a|b) (a|b c) (a|b) (a|b) b\n" * (n // 46),
    "cancelled": lambda n: "rules:\n" + "  - id: y\n    any: [z y]\n    none: [z]\n" * (n // 38),
}


@pytest.mark.parametrize("size", [100_000, MAX_BYTES - 1000, MAX_BYTES + 1])
@pytest.mark.parametrize("fill", LARGE.values(), ids=LARGE)
def test_a_large_file_of_one_thing_is_read_in_bounded_time(fill: Callable[[int], str], size: int) -> None:
    assert found(TRADE, fill(size).encode(), seconds=SECONDS_AT_MOST)
