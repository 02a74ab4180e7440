"""Rule files in one form: nothing is lost, and twice is once."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from briefing.errors import RuleError
from briefing.marked_yaml import Source, read
from briefing.ruleset.tidy import tidy
from briefing.ruleset.tidy.lossless import comments, plain
from briefing.ruleset.written import KINDS, kind_of
from tests.ruleset.packs import PACK

RULES = Path(__file__).resolve().parent.parent.parent / "rules"


def tidied(text: str, kind: str = "issue") -> str:
    return tidy("a.yaml", text.encode(), kind).decode()


HEAD = "id: a\nname: A\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("name: A\nid: a\n", "id: a\nname: A\n", id="the id comes first"),
        pytest.param(
            "# on the name\nname: A\n# on the id\nid: a # never changes\n",
            "# on the id\nid: a  # never changes\n# on the name\nname: A\n",
            id="comments go with their key",
        ),
        pytest.param(
            "# about the file\n\nname: A\nid: a\n", "# about the file\n\nid: a\nname: A\n", id="the head stays on top"
        ),
        pytest.param(
            "# yaml-language-server: $schema=x.json\n# on the name\nname: A\nid: a\n",
            "# yaml-language-server: $schema=x.json\nid: a\n# on the name\nname: A\n",
            id="the line for editors stays on top",
        ),
        pytest.param(
            HEAD + "about:\n    any:\n    - 'x'\n    # - y\n    weak: [z]\n",
            HEAD + "\nabout:\n  any:\n    - x\n  # - y\n  weak: [z]\n",
            id="an entry that is commented out, as indented",
        ),
        pytest.param(
            HEAD + "about:\n  any: [x]\n  # none: [y]\nrules: []\n",
            HEAD + "\nabout:\n  any: [x]\n  # none: [y]\n\nrules: []\n",
            id="a key that is commented out stays in its entry",
        ),
        pytest.param(
            HEAD + "about: {none: [c], any: ['a', \"{b}\", 'NO', '+2', 'x: y', \"it's\"]}\n",
            HEAD + "about: {any: [a, \"{b}\", \"NO\", \"+2\", \"x: y\", it's], none: [c]}\n",
            id="quotes only where needed",
        ),
        pytest.param(
            HEAD + "about: {any: [a, # first\n  b]} # last\n",
            HEAD + "\nabout:  # last\n  any:\n    - a  # first\n    - b\n",
            id="a comment between brackets",
        ),
        pytest.param(HEAD + "\n\n\n# the end\n\n\n", HEAD + "\n# the end\n", id="a comment at the end"),
        pytest.param("id: a\r\nname: A\r\n", HEAD, id="line ends of Windows"),
        pytest.param("\ufeffid: a\nname: A", HEAD, id="a mark of UTF-8"),
        pytest.param("---\nid: a\nname: A\n", HEAD, id="a line of dashes"),
        pytest.param('{"name": "A", "id": "a"}', HEAD, id="a file in JSON"),
        pytest.param("id: a\nname: >-\n  A\n  B\nshort: |\n  x\n  y\n", "id: a\nname: >-\n  A B\nshort: |\n  x\n  y\n",
                     id="texts in lines of their own"),
    ],
)  # fmt: skip
def test_a_file_has_one_form(text: str, expected: str) -> None:
    assert tidied(text) == expected
    assert tidied(expected) == expected


def test_lines_too_long_are_broken_between_entries() -> None:
    words = ", ".join(f"word{n}" for n in range(40))
    patterns = ", ".join(f"one long pattern of number{n}" for n in range(5))
    text = (
        f"{HEAD}about: {{any: [{words}]}}\nrules:\n  - id: b\n    any: [{patterns}]\n    summary: s\n    match: [m]\n"
    )
    form = tidied(text)
    assert max(map(len, form.splitlines())) <= 120
    assert "\n      - one long pattern of number3\n" in form
    assert tidied(form) == form


def test_a_long_text_over_several_lines_keeps_to_the_width() -> None:
    long = " ".join(["word"] * 60)
    for written in (
        long.replace(" word word", " word\n   word"),
        '"' + long.replace("word word", "word\n   word") + '"',
    ):
        form = tidied(f"id: a\nname: {written}\n")
        assert max(map(len, form.splitlines())) <= 120
        assert tidied(form) == form


def test_a_file_with_mistakes_is_left_to_its_writer() -> None:
    with pytest.raises(RuleError, match="unknown key"):
        tidied("id: a\nnmae: A\n")


@pytest.mark.parametrize("path", sorted(RULES.rglob("*.yaml")), ids=lambda p: p.relative_to(RULES).as_posix())
def test_the_packs_that_ship_have_the_form(path: Path) -> None:
    kind = kind_of("/".join(path.relative_to(RULES).parts[1:]))
    assert kind
    assert tidy(str(path), path.read_bytes(), kind) == path.read_bytes(), "put it into form with: briefing rules fmt"


TEXTS = [
    *((path, text) for path, text in PACK.items()),
    *(
        (p.relative_to(RULES).as_posix(), p.read_text("utf-8"))
        for p in sorted((RULES / "us-china").rglob("*.yaml"))
        if p.stat().st_size < 6000
    ),
]


def disturbed(text: str, seed: int) -> str:
    """Write comments, empty lines and other indentation into a text."""
    chance = random.Random(seed)
    lines: list[str] = []
    for n, line in enumerate(text.splitlines()):
        if chance.random() < 0.2:
            lines.append(" " * chance.choice([0, 0, 2, 2, 4, 4, 6, 8, 3, 1]) + f"# alone {n}")
        if chance.random() < 0.15:
            lines += [""] * chance.choice([1, 2, 3])
        if chance.random() < 0.1:
            line = line.replace("  - ", "  -   ", 1) if chance.random() < 0.5 else line.replace(": ", ":   ", 1)
        if chance.random() < 0.1:
            line = line.replace(", ", f", # between {n}\n          ", 1)
        if chance.random() < 0.1:
            line = line.replace("[", f"[ # within {n}\n          ", 1)
        if chance.random() < 0.1:
            line = line.replace(": ", f": # after {n}\n              ", 1)
        if chance.random() < 0.1:
            line = line.replace("- ", f"- # dash {n}\n" + " " * (len(line) - len(line.lstrip()) + 2), 1)
        if chance.random() < 0.2:
            line += f" # beside {n}"
        lines.append(line)
    lines += chance.choice([[], ["", "# end"], ["    # end"], ["", "", "  # end", "# very end", ""]])
    return "\n".join(lines) + chance.choice(["", "\n"])


@settings(deadline=None, max_examples=150)
@given(which=st.integers(0, len(TEXTS) - 1), seed=st.integers(0, 2**32))
def test_nothing_is_lost_and_twice_is_once(which: int, seed: int) -> None:
    path, text = TEXTS[which]
    kind = kind_of(path.partition("/")[2])
    assert kind
    text = disturbed(text, seed)
    source = Source.decode(path, text.encode())
    value = read(source, KINDS[kind])
    assume(value is not None and not source.problems)
    form = tidied(text, kind)
    assert tidied(form, kind) == form
    assert plain(read(Source.decode(path, form.encode()), KINDS[kind])) == plain(value)
    assert comments(path, form) == comments(path, text)


TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc", "Co", "Cn"]), min_size=1, max_size=20)
ONE_WORD = [
    "NO",
    "yes",
    "+2",
    "...",
    "[x",
    "{y}",
    "*z",
    "&a",
    "!t",
    "%d",
    "@b",
    "`c",
    "|",
    ">",
    "?",
    "'",
    '"',
    "\\n",
    "2023-07",
    "1e3",
    "0x1f",
    "0o17",
    "1_000",
    "12:30",
    "~",
    "null",
    "a,b",
    "=",
    "<<",
    "---",
    "a:",
    ":",
    "-",
    "é",
    "“q”",
    "a?",
]
ODD = st.sampled_from([*ONE_WORD, "- a", "a: b", "# x", "a #b", " a ", "a  b", "\u00a0x", "x\u2028y"])


@given(texts=st.lists(ODD | TEXT, min_size=1, max_size=5), quote=st.sampled_from("'\""), flow=st.booleans())
def test_a_text_is_never_changed_by_its_quotes(texts: list[str], quote: str, flow: bool) -> None:
    def quoted(text: str) -> str:
        if quote == "'":
            return "'" + text.replace("'", "''") + "'"
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'

    listed = "[" + ", ".join(map(quoted, texts)) + "]" if flow else "".join(f"\n    - {quoted(t)}" for t in texts)
    text = f"{HEAD}about:\n  any: {listed}\n"
    source = Source.decode("a.yaml", text.encode())
    value = read(source, KINDS["issue"])
    assume(not source.problems)
    form = tidied(text)
    assert tidied(form) == form
    assert plain(read(Source.decode("a.yaml", form.encode()), KINDS["issue"])) == plain(value)
