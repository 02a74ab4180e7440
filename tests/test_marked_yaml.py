"""YAML with places: every mistake of a file in one run, the same with either parser."""

import re
import time
from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Any, ClassVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.errors import Problem
from briefing.marked_yaml import Choice, Flaw, Marked, Source, key, read
from briefing.marked_yaml.nodes import FASTEST, PURE

PARSERS = pytest.mark.parametrize("parser", [FASTEST, PURE], ids=["fastest", "pure"])


class Colour(StrEnum):
    RED = "red"
    GREEN = "green"


def no_digit(text: str) -> Flaw | None:
    found = re.search(r"\d", text)
    return Flaw("R001", "a digit", found.start()) if found else None


class Note(Marked):
    plain: ClassVar[str | None] = "text"

    text: str = key("what it says", default="")
    by: str | None = key()


class Item(Marked):
    noun: ClassVar[str] = "item"
    synonyms: ClassVar[Mapping[str, str]] = {"words": "any"}

    id: str = key("stable", default="")
    any: tuple[str, ...] = key(default=(), check=no_digit)
    colour: Colour | None = key()
    size: Annotated[int, Choice({"-1": -1, "+1": 1})] | None = key()
    count: int = key(default=1)
    open: bool = key(default=False)
    match: tuple[Note, ...] = key(default=())


class File(Marked):
    name: str = key("as printed", default="")
    since: str | None = key(written="from")
    words: Mapping[str, str] = key()
    items: tuple[Item, ...] = key(default=())
    best: Item | None = key()


class Cat(Marked):
    cat: str = key("its name", default="")


class Dog(Marked):
    dog: str = key("its name", default="")
    loud: bool = key(default=False)


def file(text: str | bytes, parser: type = FASTEST, kind: object = File) -> tuple[Any, list[Problem]]:
    source = Source.decode("f.yaml", text if isinstance(text, bytes) else text.encode())
    return read(source, kind, parser), sorted(source.problems)


def lines(text: str, parser: type = FASTEST, kind: object = File) -> list[str]:
    return [str(problem) for problem in file(text, parser, kind)[1]]


# ── values ──────────────────────────────────────────────────────────────────────────────────────────────────────────

GOOD = """\
name: NO
from: 2024-04-26
words: {a.b-c: "", yes: on}
items:
  - id: 1_000
    any: [on, ~]
    colour: red
    size: +1
    count: 12
    open: yes
    match:
      - plain words
      - {text: more, by: 1:30}
  - {id: b, any: one}
"""


@PARSERS
def test_scalars_are_read_by_the_type_that_is_expected(parser: type) -> None:
    value, problems = file(GOOD, parser)
    assert problems == []
    assert value is not None
    assert (value.name, value.since, value.words) == ("NO", "2024-04-26", {"a.b-c": "", "yes": "on"})
    first, second = value.items
    assert (first.id, first.any, first.colour, first.size) == ("1_000", ("on", "~"), Colour.RED, 1)
    assert (first.count, first.open, [(n.text, n.by) for n in first.match]) == (
        12,
        True,
        [("plain words", None), ("more", "1:30")],
    )
    assert second.any == ("one",)
    assert value.best is None


@PARSERS
def test_a_value_knows_where_it_stands(parser: type) -> None:
    value, _ = file(GOOD, parser)
    assert value is not None
    assert [(item.line, item.column) for item in value.items] == [(5, 5), (14, 5)]
    assert value.items[0].match[1].line == 13


def test_entries_are_told_apart_by_their_first_key() -> None:
    pets, problems = file("- cat: Mog\n- {dog: Rex, loud: yes}\n- {fish: Wanda}\n", kind=tuple[Cat | Dog, ...])
    assert [type(pet).__name__ for pet in pets] == ["Cat", "Dog"]
    assert [str(p) for p in problems] == ["f.yaml:3:4: error[S010] an entry needs one of the keys 'cat', 'dog'"]


# ── mistakes ────────────────────────────────────────────────────────────────────────────────────────────────────────

# Each mistake is marked at the end of its line: <CODE the words underlined>.
BAD = """\
nam: Alden                            # <S001 nam>
from: [2024]                          # <S003 [2024]>
words: [a]                            # <S002 [a]>
items:                                #
  - any: [plain, in 1 word, "a 2"]    # <S010 any> <R001 1 word> <R001 2>
    colour: rde                       # <S006 rde>
    size: 1                           # <S006 1>
    count: 1e3                        # <S007 1e3>
    open: true                        # <S006 true>
  - id: b
    id: c                             # <S009 id>
    [x]: y                            # <S008 [x]>
    match: words                      # <S004 words>
  - b                                 # <S002 b>
  - id:                               # <S005 >
    words: [a]                        # <S001 words>
    any: {a: b}                       # <S004 {a: b}>
    match:
      - {by: Cole}                    # <S010 by>
      -                               # <S005 >
best:                                 # <S005 >
name: &x Alden                        # <Y003 &x Alden>
"""
MARK = re.compile(r"<(\w{4}) ([^>]*)>")


@PARSERS
def test_every_mistake_is_found_in_one_run_at_its_words(parser: type) -> None:
    wanted = {
        (n, code, words)
        for n, line in enumerate(BAD.splitlines(), 1)
        for code, words in MARK.findall(line.split("#", 1)[1] if "#" in line else "")
    }
    found = set()
    for problem in file(BAD, parser)[1]:
        assert problem.source is not None
        words = problem.source[problem.column - 1 :][: problem.width]
        found.add((problem.line, problem.code, words.strip()))
    assert found == wanted


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("nmae: a", "did you mean 'name'?"),
        ("name: a\nitems: [{id: a, words: [b]}]", "did you mean 'any'?"),
        ("name: a\nitems: [{id: a, size: 1}]", "did you mean '+1'?"),
        ("name: a\nitems: [{id: a, colour: gren}]", "did you mean 'green'?"),
        ("name: a\nqqqq: b", "allowed: name, from, words, items, best"),
    ],
)
def test_a_suggestion_is_made(text: str, hint: str) -> None:
    assert hint in [problem.hint for problem in file(text)[1]]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param("name: a\n\titems: []\n", "2:1: error[Y010] a tab (use spaces", id="tab"),
        pytest.param("name: 'a\n", "1:7: error[Y001] this quotation mark is never closed", id="quote"),
        pytest.param("name: a: b\n", "1:8: error[Y001] ': ' cannot stand in plain text", id="colon"),
        pytest.param("name: @a\n", "1:7: error[Y001] text cannot start with this character", id="at"),
        pytest.param("name: a\nitems: [a, b\n", "2:8: error[Y001] this [ or { is never closed", id="bracket"),
        pytest.param("name: a\nbest:\n  id: a\n any: b\n", "4:2: error[Y001] this line does not fit", id="indent"),
        pytest.param('name: "a\\d"\n', "1:7: error[Y001] a '\\' in these double quotes", id="escape"),
        pytest.param("name: a\nwords\n", "2:1: error[Y001] this line is neither a key", id="no colon"),
        pytest.param("name: a\n---\nname: b\n", "2:1: error[Y008] a file holds one YAML document", id="two documents"),
        pytest.param("name: !!python/name:os.system a\n", "1:7: error[Y009] tags (!) are not allowed", id="tag"),
        pytest.param("name: a\x07b\n", "1:8: error[Y002] character U+0007 is not allowed", id="control"),
        pytest.param("# nothing\n", "1:1: error[Y006] the file is empty", id="empty"),
        pytest.param("name: a\nwords: " + "[" * 40 + "]" * 40, "2:37: error[Y005] nested more than 30 deep", id="deep"),
    ],
)
@PARSERS
def test_broken_yaml_is_told_in_words_with_its_place(text: str, message: str, parser: type) -> None:
    assert any(line.startswith(f"f.yaml:{message}") for line in lines(text, parser)), lines(text, parser)


def test_a_misspelt_key_is_one_problem_and_its_value_is_read() -> None:
    value, problems = file("nmae: a\nitmes:\n  - {id: a, conut: x}\n")
    assert [f"{p.line}:{p.column} {p.code}" for p in problems] == ["1:1 S001", "2:1 S001", "3:13 S001", "3:20 S007"]
    assert value.name == "a"


def test_bytes_that_are_not_utf8_are_placed() -> None:
    assert [str(p) for p in file(b"name: caf\xe9\n")[1]] == [
        "f.yaml:1:10: error[Y007] this byte is not UTF-8 (save it as UTF-8)"
    ]


def test_a_huge_file_is_refused_unread() -> None:
    assert [p.code for p in file(b"a" * ((1 << 20) + 1))[1]] == ["Y004"]


def test_a_mark_of_utf8_at_the_start_is_no_mistake() -> None:
    assert file(b"\xef\xbb\xbfname: Alden\n")[1] == []


@PARSERS
def test_one_broken_entry_does_not_hide_the_mistakes_of_the_others(parser: type) -> None:
    text = "name: a\nitems:\n  - id: a\n    colour: blue\n  - id: b: c\n    any: [x]\n  - id: d\n    size: 7\n"
    assert [(p.line, p.code) for p in file(text, parser)[1]] == [(4, "S006"), (5, "Y001"), (8, "S006")]


@PARSERS
def test_what_was_cut_out_is_not_called_missing(parser: type) -> None:
    assert [(p.line, p.code) for p in file("name: a: b\nitems: []\n", parser)[1]] == [(1, "Y001")]


STRAY = """\
name: a
items:
  - id: talks.hold
    any: [hold]
  - id: talks.end
    any: [end, 3]
match:
  - We hold the talks.
"""


@PARSERS
def test_a_key_at_the_very_left_is_read_under_its_entry(parser: type) -> None:
    value, problems = file(STRAY, parser)
    assert [str(p) for p in problems] == [
        "f.yaml:6:16: error[R001] any: a digit",
        "f.yaml:7:1: error[S001] unknown key 'match' (belongs under item talks.end: indent it by 4)",
    ]
    assert value is not None
    assert [note.text for note in value.items[1].match] == ["We hold the talks."]
    assert problems[1].frame().splitlines()[1:] == ["    7 | match:", "      | ^^^^^"]


@PARSERS
@pytest.mark.parametrize("indent", [0, 1, 2, 3])
def test_a_key_too_far_left_hides_nothing_that_follows(parser: type, indent: int) -> None:
    moved = STRAY.replace("match:\n  - We", " " * indent + "match:\n" + " " * (indent + 2) + "- We")
    text = moved + "  - id: talks.pause\n    colour: blue\n"
    value, problems = file(text, parser)
    assert [(p.line, p.column, p.code) for p in problems] == [
        (6, 16, "R001"),
        (7, indent + 1, "S001"),
        (10, 13, "S006"),
    ]
    assert problems[1].hint == f"belongs under item talks.end: indent it by {4 - indent}"
    assert value is not None
    assert [len(item.match) for item in value.items] == [0, 1, 0]


TWO = """\
name: a
items:
  - id: one
    any: [x]
    colour: red
    count: 1
  - id: two
    any: [y]
    colour: green
    count: 2
best:
  id: c
"""


@PARSERS
@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        pytest.param("    any: [x]", "   any: [x]", "4:4 S001", id="a key one too far left"),
        pytest.param("    colour: red", "colour: red", "5:1 S001", id="a key at the very left, others below"),
        pytest.param("    count: 1", " count: 1", "6:2 S001", id="the last key"),
        pytest.param("    colour: red", "     colour: red", "5:6 Y001", id="a key one too far right"),
        pytest.param("  - id: one", "   - id: one", "3:4 Y001", id="a dash one too far right"),
        pytest.param("  - id: two", "    id: two", "7:5 S009", id="no dash"),
        pytest.param("items:", " items:", "2:2 S001", id="a top key one too far right"),
        pytest.param("best:", "  best:", "11:3 S001", id="a later top key too far right"),
        pytest.param("name: a", "  name: a", "1:3 S001", id="the first line"),
        pytest.param("    any: [x]", "    any [x]", "4:5 Y001", id="no colon"),
        pytest.param("name: a", "name a", "1:1 Y001", id="no colon at the top"),
        pytest.param("    any: [x]", "    any: [x", "4:10 Y001", id="no bracket"),
        pytest.param("    any: [x]", "\tany: [x]", "4:1 Y010", id="a tab"),
    ],
)
def test_one_slip_is_one_problem_where_it_is(old: str, new: str, told: str, parser: type) -> None:
    assert TWO.count(old + "\n") == 1
    problems = file(TWO.replace(old + "\n", new + "\n"), parser)[1]
    assert [f"{p.line}:{p.column} {p.code}" for p in problems] == [told]


def test_terminal_controls_never_reach_a_message() -> None:
    problems = file('name: a\n"\\e[31m\u202e": b\nitems: [{id: a, colour: "\\e[2J"}]\n')[1]
    assert [p.code for p in problems] == ["S001", "S006"]
    assert not any(c in problem.frame() for problem in problems for c in "\x1b\u202e")


def test_an_alias_bomb_is_cheap() -> None:
    names = [f"a{n}: &a{n} [{', '.join(['*a' + str(n - 1)] * 10) if n else 'x'}]" for n in range(30)]
    start = time.process_time()
    codes = {p.code for p in file("\n".join(names))[1]}
    assert codes == {"Y003", "Y011"}
    assert time.process_time() - start < 1


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("\n".join("- " * n for n in range(1, 1000)), id="dashes"),
        pytest.param("[" * 500_000, id="brackets"),
        pytest.param("name: a\nmatch:\n" * 30_000, id="strays"),
        pytest.param("name: a\nitems:\n  - id: a\n" + " match: b\n" * 30_000, id="strays under an entry"),
        pytest.param("name: a\nitems:\n" + "  - 'a\n" * 100_000, id="quotes"),
        pytest.param("name: a\nitems:\n" + "  - id: b: c\n" * 60_000, id="broken entries"),
        pytest.param("name: a\nx" + "y" * 900_000 + ": b\n", id="a long key"),
    ],
)
def test_no_file_is_slow(text: str) -> None:
    start = time.process_time()
    assert 0 < len(file(text)[1]) <= 201
    assert time.process_time() - start < 5


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=300) | st.text("abi: -[]{}\"'\n\t#&*!|>,%@?\\\u2028é", max_size=120).map(str.encode))
@PARSERS
def test_any_bytes_give_a_value_or_problems(parser: type, data: bytes) -> None:
    source = Source.decode("f.yaml", data)
    value = read(source, File, parser)
    assert value is not None or source.problems
    assert all(problem.frame() for problem in source.problems)


@settings(max_examples=300, deadline=None)
@given(st.sampled_from([GOOD, STRAY]), st.floats(0, 0.999), st.sampled_from("?#\"'[{-&* "), st.booleans())
def test_a_slip_of_the_keyboard_is_told_alike_by_both_parsers(text: str, where: float, slip: str, over: bool) -> None:
    at = int(where * len(text))
    slipped = text[:at] + slip + text[at + over :]
    told = [sorted((p.line, p.code) for p in file(slipped, parser)[1]) for parser in (FASTEST, PURE)]
    assert told[0] == told[1]


@PARSERS
def test_a_question_mark_is_a_character_like_any_other(parser: type) -> None:
    value, problems = file("name: a\nitems: [{id: Will they stop?, any: [who?, ? what]}]\n", parser)
    assert problems == []
    assert value.items[0].any == ("who?", "? what")
    assert value.items[0].id == "Will they stop?"
