"""Which briefings are kept under test: found, read, and every mistake named."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.cases import beginning, load_cases
from briefing.errors import CaseError, ChoiceError
from briefing.model import Genre

YAML = """\
rules: packs
date: 2026-03-02
cases:
  - name: april-talks
    documents: [texts/*.md, texts/a.md]
    sides: [usa, CHN]
    outputs: [out/april.pdf]
  - name: may
    documents: texts/b.md
    date: 2026-05-01
    genre: speech
    prepared-by: The desk
"""
TOML = """\
[project]
name = "briefs"

[tool.briefing]
rules = "packs"
date = 2026-03-02

[[tool.briefing.cases]]
name = "april-talks"
documents = ["texts/*.md", "texts/a.md"]
sides = ["usa", "CHN"]
outputs = ["out/april.pdf"]

[[tool.briefing.cases]]
name = "may"
documents = ["texts/b.md"]
date = "2026-05-01"
genre = "speech"
prepared-by = "The desk"
"""


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("b.md", "a.md"):
        (tmp_path / "texts").mkdir(exist_ok=True)
        (tmp_path / "texts" / name).write_text("A text.\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(("name", "text"), [("briefing.yaml", YAML), ("pyproject.toml", TOML)])
def test_a_case_says_what_is_read_and_how(here: Path, name: str, text: str) -> None:
    (here / name).write_text(text, "utf-8")
    april, may = load_cases().cases
    assert (april.name, april.documents) == ("april-talks", (Path("texts/a.md"), Path("texts/b.md")))
    assert (april.sides, april.rules) == (("USA", "CHN"), Path("packs"))
    assert (april.snapshot, april.outputs) == (Path("snapshots/april-talks.yaml"), (Path("out/april.pdf"),))
    assert (april.known.date, may.known.date, may.known.genre) == ("2026-03-02", "2026-05-01", Genre.SPEECH)
    assert (may.prepared_by, may.documents) == ("The desk", (Path("texts/b.md"),))


def test_cases_are_found_from_a_folder_below(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (here / "briefing.yaml").write_text(YAML, "utf-8")
    monkeypatch.chdir(here / "texts")
    settings = load_cases()
    assert settings.cases[1].documents == (Path("../texts/b.md"),)


def test_a_project_without_cases_is_passed_over(here: Path) -> None:
    (here / "pyproject.toml").write_text("[project]\nname = 'x'\n", "utf-8")
    with pytest.raises(ChoiceError, match=r"no briefing\.yaml here.*check --init"):
        load_cases()


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        pytest.param("- name: may", "- name: april-talks", "8:11: error[C001]", id="a name twice"),
        pytest.param("texts/b.md", "texts/c.md", "9:16: error[C002] no file is called 'texts/c.md'", id="no file"),
        pytest.param("name: may", "name: ../may", "8:11: error[C003]", id="a name that leaves the folder"),
        pytest.param("[usa, CHN]", "[usa]", "6:12: error[C004]", id="one side"),
        pytest.param("out/april.pdf", "out/april.doc", "error[C005]", id="another output"),
        pytest.param("genre: speech", "genre: speach", "did you mean 'speech'?", id="a genre"),
        pytest.param("date: 2026-05-01", "date: 1 May", "10:11: error[M001]", id="a date"),
        pytest.param("documents: texts/b.md", "document: texts/b.md", "did you mean 'documents'?", id="a key"),
        pytest.param("cases:", "cases: []\nxx:", "error[S001] unknown key 'xx'", id="no cases"),
    ],
)
def test_a_mistake_is_named_with_its_place(here: Path, old: str, new: str, message: str) -> None:
    assert old in YAML
    (here / "briefing.yaml").write_text(YAML.replace(old, new), "utf-8")
    with pytest.raises(CaseError) as caught:
        load_cases()
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        pytest.param('name = "may"', 'name = "april-talks"', "pyproject.toml:15:1: error[C001]", id="a name twice"),
        pytest.param('genre = "speech"', 'genre = "speach"', "pyproject.toml:18:1: error[S006]", id="a genre"),
        pytest.param('rules = "packs"', "rules = [1]", "pyproject.toml:5:1: error[S003]", id="a list for a text"),
        pytest.param('rules = "packs"', "rules = ", "pyproject.toml:5:9: error[Y012]", id="no TOML"),
        pytest.param("[[tool.briefing.cases]]", "[[tool.briefing.casas]]", "did you mean 'cases'?", id="a table"),
    ],
)
def test_a_mistake_in_a_project_is_named_with_its_place(here: Path, old: str, new: str, message: str) -> None:
    (here / "pyproject.toml").write_text(TOML.replace(old, new), "utf-8")
    with pytest.raises(CaseError) as caught:
        load_cases()
    assert message in str(caught.value)


def test_an_unknown_case_gets_a_hint(here: Path) -> None:
    (here / "briefing.yaml").write_text(YAML, "utf-8")
    settings = load_cases()
    assert [case.name for case in settings.named(["may"])] == ["may"]
    with pytest.raises(ChoiceError, match="did you mean 'april-talks'"):
        settings.named(["april-talk"])


def test_a_snapshot_without_a_case_is_left_over(here: Path) -> None:
    (here / "briefing.yaml").write_text(YAML, "utf-8")
    (here / "snapshots").mkdir()
    for name in ("may.yaml", "march.yaml"):
        (here / "snapshots" / name).write_text("", "utf-8")
    assert load_cases().left_over() == (Path("snapshots/march.yaml"),)


def test_the_beginning_holds_a_case_that_can_be_read(here: Path) -> None:
    for name, text in beginning().items():
        (here / name).write_text(text, "utf-8")
    (case,) = load_cases().cases
    assert Path("texts/example.md") in case.documents


@given(
    st.one_of(
        st.text(max_size=200),
        st.sampled_from([YAML, TOML]).flatmap(
            lambda t: st.builds(
                lambda at, cut, put: t[:at] + put + t[at + cut :],
                st.integers(0, 300),
                st.integers(0, 20),
                st.text(max_size=8),
            )
        ),
    )
)
def test_any_file_gives_cases_or_problems(text: str) -> None:
    for name in ("briefing.yaml", "other.toml"):
        Path(name).write_text(text, "utf-8", "replace", newline="")
        try:
            settings = load_cases(Path(name))
        except CaseError as error:
            problems = error.problems
        else:
            problems = ()
            assert settings.cases
        assert all(problem.line for problem in problems)
