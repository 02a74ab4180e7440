"""Everyday work on rule packs, from the command line."""

# ruff: noqa: F811

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from tests.test_cli import REPORT, ROOT, Ran, Run, one_line, run  # noqa: F401

TREE = dict[str, bytes]


def tree(folder: Path) -> TREE:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


@pytest.fixture
def rules(run: Run, tmp_path: Path) -> Path:
    folder = tmp_path / "my rules"
    assert run("rules", "init", str(folder)).code == 0
    return folder


@pytest.mark.parametrize(
    "options",
    [
        pytest.param([], id="United States and China"),
        pytest.param(
            ["--extends", "base", "--sides", "jpn,kor", "--pack", "ja", "--title", "A: 'b' \"c\""], id="others"
        ),
    ],
)
def test_a_pack_of_ones_own_passes_at_once(run: Run, tmp_path: Path, options: list[str]) -> None:
    ran = run("rules", "init", str(tmp_path / "r"), *options)
    assert ran.code == 0, ran.err
    commands = [line.split() for line in ran.out.splitlines() if line.startswith("  briefing ")]
    assert len(commands) == 3
    for command in commands[:2]:  # as printed
        assert run(*command[1:]).code == 0
    checked = run("rules", "check", str(tmp_path / "r"))
    assert (checked.code, "2 rules, 6 tests: 4 reported, 2 validated, 0 missing, 0 noisy" in checked.out) == (
        0,
        True,
    ), checked.out
    assert run("rules", "fmt", str(tmp_path / "r"), "--check").code == 0
    assert (tmp_path / "r" / "schema" / "issue.json").read_bytes() == (ROOT / "rules/schema/issue.json").read_bytes()


def test_the_first_pack_makes_a_briefing(run: Run, rules: Path, tmp_path: Path) -> None:
    ran = run("make", REPORT, "--rules", str(rules), "--pack", "desk", "-o", str(tmp_path / "b.pdf"))
    assert (ran.code, "United States" in ran.out) == (0, True), ran.err


def test_a_second_pack_stands_beside_the_first(run: Run, rules: Path) -> None:
    assert run("rules", "init", str(rules), "--pack", "other").code == 0
    assert run("rules", "check", str(rules)).code == 0
    ran = run("rules", "new", "fisheries", "--rules", str(rules))
    assert (ran.code, "desk, other" in one_line(ran)) == (2, True)
    assert run("rules", "new", "fisheries", "--rules", str(rules), "--pack", "other").code == 0


def test_new_issues_pass_at_once(run: Run, rules: Path) -> None:
    for issue in ("fisheries", "taiwan", "no"):
        assert run("rules", "new", issue, "--rules", str(rules)).code == 0
    ran = run("rules", "check", str(rules))
    assert (ran.code, "12 tests: 8 reported, 4 validated, 0 missing, 0 noisy" in ran.out) == (0, True), ran.out


def test_the_folder_one_stands_in_is_taken(run: Run, rules: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(rules)
    assert run("rules", "new", "fisheries").code == 0
    monkeypatch.chdir(rules / "desk")
    assert run("rules", "new", "forests").code == 0
    assert run("rules", "fmt").code == 0
    assert {"desk/issues/fisheries.yaml", "desk/issues/forests.yaml"} <= set(tree(rules))


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(["init", "{rules}"], "taken", id="a pack that is there"),
        pytest.param(["init", "{rules}", "--pack", "base"], "taken", id="a pack that ships"),
        pytest.param(["init", "{rules}", "--pack", "schema"], "taken", id="the folder of schemas"),
        pytest.param(["init", "{rules}", "--pack", "Our Desk"], "did you mean 'our-desk'", id="no id of a pack"),
        pytest.param(["init", "{rules}/desk", "--pack", "x"], "folder around it", id="inside a pack"),
        pytest.param(["init", "{rules}", "--pack", "x", "--extends", "base"], "--sides JPN,KOR", id="no sides"),
        pytest.param(
            ["init", "{rules}", "--pack", "x", "--extends", "base", "--sides", "JPN,KOX"], "'KOR'", id="unknown side"
        ),
        pytest.param(
            ["init", "{rules}", "--pack", "x", "--extends", "base", "--sides", "JPN,JPN"], "twice", id="one side twice"
        ),
        pytest.param(["init", "{rules}", "--pack", "x", "--sides", "JPN,KOR"], "--extends base", id="other sides"),
        pytest.param(["init", "{rules}", "--pack", "x", "--extends", "bse"], "'base'", id="unknown pack"),
        pytest.param(["new", "South Sea", "--rules", "{rules}"], "did you mean 'south-sea'", id="no id of an issue"),
        pytest.param(["new", "trade", "--rules", "{rules}"], "is there already", id="an issue that is there"),
        pytest.param(
            ["new", "fish", "--rules", "{rules}", "--pack", "x"], "no such pack", id="a pack that is not there"
        ),
        pytest.param(["new", "fish", "--rules", "{rules}/schema"], "rules init", id="a folder without packs"),
        pytest.param(["schema", "isue"], "did you mean 'issue'", id="unknown kind of file"),
        pytest.param(["book", "--pack", "us-chin"], "us-china", id="unknown pack of a book"),
    ],
)
def test_mistakes_of_people_are_one_line_and_nothing_is_touched(
    run: Run, rules: Path, arguments: list[str], message: str
) -> None:
    before = tree(rules)
    ran = run("rules", *(a.replace("{rules}", str(rules)) for a in arguments))
    assert (ran.code, message in one_line(ran)) == (2, True), ran.err
    assert tree(rules) == before


def test_an_issue_under_another_name_of_a_file_is_found(run: Run, rules: Path) -> None:
    (rules / "desk" / "issues" / "trade.yaml").rename(rules / "desk" / "issues" / "commerce.yaml")
    ran = run("rules", "new", "trade", "--rules", str(rules))
    assert (ran.code, "commerce.yaml: holds the issue 'trade'" in one_line(ran)) == (2, True)


def untidy(rules: Path) -> Path:
    path = rules / "desk" / "issues" / "fish.yaml"
    path.write_text("name: Fish  # a comment\nid: fish\n")
    return path


def test_fmt_names_what_it_changes(run: Run, rules: Path) -> None:
    path = untidy(rules)
    ran = run("rules", "fmt", "--check", str(rules))
    assert (ran.code, ran.out.split("\n")[0]) == (1, str(path))
    assert path.read_text().startswith("name")
    assert run("rules", "fmt", str(rules)).code == 0
    assert path.read_text() == "id: fish\nname: Fish  # a comment\n"
    assert run("rules", "fmt", "--check", str(path)).code == 0


def test_fmt_leaves_files_with_mistakes_and_shows_them(run: Run, rules: Path) -> None:
    path = untidy(rules)
    broken = rules / "desk" / "issues" / "broken.yaml"
    broken.write_text("nmae: B\nid: broken\n")
    ran = run("rules", "fmt", str(rules))
    assert (ran.code, "did you mean 'name'" in ran.err) == (1, True)
    assert broken.read_text().startswith("nmae")
    assert path.read_text().startswith("id: fish")


def test_fmt_says_what_no_rule_file_is(run: Run, rules: Path, tmp_path: Path) -> None:
    for path in (rules / "schema" / "pack.json", tmp_path / "nothing", rules / "schema"):
        ran = run("rules", "fmt", str(path))
        assert (ran.code, str(path) in ran.err, "Traceback" in ran.err) == (1, True, False)


def test_fmt_without_its_extra_says_how_to_get_it(run: Run, rules: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ruamel.yaml", None)
    ran = run("rules", "fmt", str(rules))
    assert (ran.code, "pip install 'diplomatic-briefing[fmt]'" in one_line(ran)) == (2, True)


def test_the_book_goes_to_a_file_or_to_standard_output(run: Run, rules: Path, tmp_path: Path) -> None:
    printed = run("rules", "book", "--rules", str(rules)).out
    assert printed.startswith("# desk\n")
    assert run("rules", "book", "--rules", str(rules), "-o", str(tmp_path / "book.md")).code == 0
    assert (tmp_path / "book.md").read_text("utf-8") == printed
    assert run("rules", "book").out.startswith("# United States and China\n")


def test_schemas_are_printed_or_written(run: Run, tmp_path: Path) -> None:
    one: Ran = run("rules", "schema", "issue")
    everything = json.loads(run("rules", "schema").out)
    assert json.loads(one.out) == everything["issue"]
    assert run("rules", "schema", "-o", str(tmp_path / "s")).code == 0
    assert tree(tmp_path / "s") == tree(ROOT / "rules" / "schema")


def test_standard_input_cannot_be_watched(run: Run) -> None:
    ran = run("make", "-", "--watch")
    assert (ran.code, "standard input" in one_line(ran)) == (2, True)


def test_a_folder_that_cannot_be_written_is_one_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    ran = run("rules", "init", str(tmp_path / "file"))
    assert (ran.code, "cannot be made" in one_line(ran)) == (2, True)
