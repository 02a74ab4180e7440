"""Problems as text, JSON and GitHub annotations: each read back by the rules of its form."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.diagnostics import FORMS, count, diagnostics
from briefing.errors import Problem, Severity

PROBLEM = Problem(
    path="rules/talks.yaml",
    line=7,
    column=12,
    code="S001",
    message="unknown key 'isue': 100 %, or so\nsecond line",
    hint="did you mean 'issue'?",
    source="    - {isue: talks}",
    width=4,
    explained=("first, it was read", "then: nothing"),
)
WARNING = Problem(path="rules/pack.yaml", code="W004", message="no pattern uses it", severity=Severity.WARNING)

texts = st.text(st.characters(codec="utf-8"), max_size=20) | st.text("%:,=\r\n\\ A0D25", max_size=12)
problems = st.builds(
    Problem,
    path=st.text("ab/.%:,= é\r\n", min_size=1, max_size=12),
    line=st.integers(0, 3),
    column=st.integers(0, 3),
    code=st.sampled_from(["S001", "W004"]),
    message=texts,
    hint=st.none() | texts,
    source=st.none() | texts,
    width=st.integers(1, 5),
    severity=st.sampled_from(Severity),
    explained=st.lists(texts, max_size=2).map(tuple),
)


# ── JSON ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_json_says_field_by_field_what_is_wrong() -> None:
    read = json.loads(diagnostics([PROBLEM, WARNING], "json"))
    assert read["schema"] == "briefing.problems/1"
    assert read["problems"][0] == {
        "path": "rules/talks.yaml",
        "line": 7,
        "column": 12,
        "code": "S001",
        "message": "unknown key 'isue': 100 %, or so\nsecond line",
        "hint": "did you mean 'issue'?",
        "source": "    - {isue: talks}",
        "width": 4,
        "severity": "error",
        "explained": ["first, it was read", "then: nothing"],
    }
    assert read["problems"][1] | {"hint": None, "source": None, "line": 0, "severity": "warning"} == read["problems"][1]


def test_json_is_a_whole_object_where_nothing_is_wrong() -> None:
    assert json.loads(diagnostics([], "json")) == {"schema": "briefing.problems/1", "problems": []}


@given(st.lists(problems, max_size=3))
def test_json_gives_every_text_back(some: list[Problem]) -> None:
    read = json.loads(diagnostics(some, "json"))["problems"]
    assert [(p["message"], p["hint"], p["source"], tuple(p["explained"])) for p in read] == [
        (p.message, p.hint, p.source, p.explained) for p in some
    ]


# ── GitHub ──────────────────────────────────────────────────────────────────────────────────────────────────────────

# The grammar of workflow commands as actions/runner reads them: `::name key=value,key=value::message`. A value may hold
# neither line ends nor colons nor commas, a message no line ends, but for their escapes; a bare % is none of them.
VALUE = r"(?:[^%\r\n:,]|%25|%0D|%0A|%3A|%2C)+"
COMMAND = re.compile(rf"::(error|warning) ((?:[a-zA-Z]+={VALUE},?)+)(?<!,)::((?:[^%\r\n]|%25|%0D|%0A)*)")
ESCAPES = {"%25": "%", "%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ","}
PARAMETERS = {"file", "line", "col", "endColumn", "title"}


def plain(text: str) -> str:
    return re.sub("%..", lambda found: ESCAPES[found[0]], text)


def annotation(line: str) -> tuple[str, dict[str, str], str]:
    """Read one annotation: its level, its parameters, its message."""
    found = COMMAND.fullmatch(line)
    assert found, line
    pairs = [pair.partition("=") for pair in found[2].split(",")]
    parameters = {key: plain(value) for key, _, value in pairs}
    assert len(parameters) == len(pairs)
    assert parameters.keys() <= PARAMETERS
    return found[1], parameters, plain(found[3])


def test_an_annotation_names_file_line_columns_and_code() -> None:
    first, second = diagnostics([PROBLEM, WARNING], "github").split("\n")
    assert first == (
        "::error file=rules/talks.yaml,line=7,col=12,title=S001,endColumn=16::unknown key 'isue': 100 %25, or so%0A"
        "second line (did you mean 'issue'?)%0Afirst, it was read%0Athen: nothing"
    )
    level, parameters, message = annotation(first)
    assert (level, parameters["line"], parameters["col"], parameters["endColumn"]) == ("error", "7", "12", "16")
    assert message.startswith("unknown key 'isue': 100 %, or so\nsecond line (did you mean")
    assert annotation(second) == ("warning", {"file": "rules/pack.yaml", "title": "W004"}, "no pattern uses it")


def test_a_file_with_marks_of_the_grammar_in_its_name_is_named_whole() -> None:
    found = diagnostics([Problem(path="50%, or: x=y.yaml", code="F006", message="::warning ::no")], "github")
    assert annotation(found) == ("error", {"file": "50%, or: x=y.yaml", "title": "F006"}, "::warning ::no")


@given(st.lists(problems, min_size=1, max_size=3))
def test_annotations_are_one_a_line_and_give_every_text_back(some: list[Problem]) -> None:
    lines = diagnostics(some, "github").split("\n")
    for line, problem in zip(lines, some, strict=True):
        level, parameters, message = annotation(line)
        assert level == problem.severity
        assert parameters["file"] == Path(problem.path).as_posix()
        assert parameters.get("line") == (str(problem.line) if problem.line else None)
        told = problem.message + (f" ({problem.hint})" if problem.hint else "")
        assert message == "\n".join([told, *problem.explained])


# ── text, paths, counting ───────────────────────────────────────────────────────────────────────────────────────────


def test_text_shows_the_line_with_a_caret_and_what_explains_it() -> None:
    assert diagnostics([PROBLEM], "text").splitlines()[2:] == [
        "    7 |     - {isue: talks}",
        "      |            ^^^^",
        "      first, it was read",
        "      then: nothing",
    ]


@pytest.mark.parametrize("column", [1, 61, 62, 200, 391, 400])
def test_of_a_long_line_text_shows_what_stands_around_the_caret(column: int) -> None:
    line = "".join(chr(0x4E00 + n) for n in range(400))
    problem = Problem(path="a.yaml", line=1, column=column, code="R001", message="no", source=line, width=300)
    _, shown, caret = diagnostics([problem], "text").splitlines()
    assert shown[caret.index("^")] == line[column - 1]
    assert len(shown) <= 120
    assert len(caret) <= len(shown)


def test_text_holds_nothing_that_a_terminal_acts_on() -> None:
    found = diagnostics([Problem(path="a\x1b[2J.yaml", code="F006", message="bad \u202e name")], "text")
    assert found == "a\\x1b[2J.yaml: error[F006] bad \\u202e name"


@pytest.mark.parametrize("form", FORMS)
def test_a_name_of_bytes_that_are_no_character_can_be_printed(form: str) -> None:
    assert diagnostics([Problem(path="a\udcff.yaml", code="F006", message="no file")], form).encode()


@pytest.mark.parametrize("form", ["text", "github"])
def test_nothing_wrong_is_nothing_written(form: str) -> None:
    assert diagnostics([], form) == ""


def test_a_path_below_the_current_folder_is_given_from_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    inside, beside = tmp_path / "here" / "rules" / "a.yaml", tmp_path / "there" / "a.yaml"
    some = [Problem(path=str(p), code="F006", message="no") for p in (inside, beside, "./rules/a.yaml", "../a.yaml")]
    wanted = ["rules/a.yaml", beside.as_posix(), "rules/a.yaml", "../a.yaml"]
    assert [p["path"] for p in json.loads(diagnostics(some, "json"))["problems"]] == wanted
    assert [annotation(line)[1]["file"] for line in diagnostics(some, "github").split("\n")] == wanted
    assert [line.partition(": ")[0] for line in diagnostics(some, "text").split("\n")] == wanted


def test_problems_are_counted_by_how_bad_they_are() -> None:
    assert count([PROBLEM, WARNING, PROBLEM]) == "2 errors, 1 warning"
    assert count([]) == "no problem"
