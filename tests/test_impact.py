"""What an edit of the rules does to a briefing: two sets of rules, one text."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from briefing.errors import ChoiceError, RuleError
from briefing.impact import FORMS, Impact, impact
from briefing.impact.edits import Edit, by_rule, edits
from briefing.ruleset import load_texts
from tests.changes.briefs import ACTS, DRILLS, FISH, REPORT, edited, without_rule
from tests.fiction import PACK

FORCE, HEAD = "ald-bor/force.yaml", "ald-bor/pack.yaml"


def packs(folder: Path, texts: Mapping[str, str] = PACK) -> str:
    """Write packs into a folder and give its name."""
    for path, text in texts.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    return str(folder)


def report(folder: Path, text: str = REPORT) -> str:
    path = folder / "report.txt"
    path.write_text(text, "utf-8")
    return str(path)


def shown(folder: Path, new: Mapping[str, str], old: Mapping[str, str] = PACK, text: str = REPORT) -> Impact:
    """Give the impact of one set of rules put in place of another."""
    before, after = packs(folder / "old", old), packs(folder / "new", new)
    return impact(before, after, report(folder, text), sides=("ALD", "BOR"), pack="ald-bor")


# ── what was done to the rules ──────────────────────────────────────────────────────────────────────────────────────


def done(new: Mapping[str, str], old: Mapping[str, str] = PACK) -> dict[str, Edit]:
    before, after = load_texts(old), load_texts(new)
    names = (before.lexicon, after.lexicon)
    found = edits(before.select("ald-bor"), after.select("ald-bor"), names)
    return {f"{edit.part} {edit.id}": edit for edit in found}


@pytest.mark.parametrize(
    ("path", "old", "new", "edit", "details"),
    [
        pytest.param(
            FISH, "position: +1", "position: +2", "rule fish.quota.partly", "position +1 +2 () ()", id="a position"
        ),
        pytest.param(
            FISH,
            "any: [could live with a quota]",
            "any: [might bear a quota]",
            "rule fish.quota.partly",
            "any None None ('might bear a quota',) ('could live with a quota',)",
            id="a pattern",
        ),
        pytest.param(
            FISH, "    negated: -2\n", "", "rule fish.quota.affirm", "negated -2 none () ()", id="a key that is gone"
        ),
        pytest.param(
            FISH,
            "summary: opposes a fishing quota",
            "summary: opposes a fishing quota\n    sides: [BOR]",
            "rule fish.quota.oppose",
            "sides None None ('BOR',) ()",
            id="a limit",
        ),
        pytest.param(
            FISH,
            "none: [fish market]",
            "none: []",
            "issue fish",
            "about.none None None () ('fish market',)",
            id="about",
        ),
        pytest.param(
            FISH,
            "label: A fishing quota",
            "label: A quota",
            "proposition fish.quota",
            "label A fishing quota A quota () ()",
            id="a label",
        ),
        pytest.param(
            ACTS, "red line, pay", "pay", "act warn", "any None None () ('red line',)", id="a word that marks an act"
        ),
        pytest.param(
            FORCE, "[firmly]", "[firmly, sternly]", "force 3", "any None None ('sternly',) ()", id="a rung of force"
        ),
        pytest.param(
            "ald-bor/people.yaml", "Ivo Kral", "Ivo Kralik", "names people", "added None 1 () ()", id="somebody"
        ),
    ],
)
def test_an_edit_names_the_key_that_was_changed(path: str, old: str, new: str, edit: str, details: str) -> None:
    found = done(edited((path, old, new)))
    assert list(found) == [edit]
    detail = found[edit].details[0]
    assert f"{detail.key} {detail.old} {detail.new} {detail.added} {detail.removed}" == details


def test_a_macro_counts_as_a_change_of_the_rules_that_use_it() -> None:
    head = f"{PACK[HEAD]}macros: {{live: (live|be content)}}\n"
    old = {**edited((FISH, "any: [could live with a quota]", 'any: ["could {live} with a quota"]')), HEAD: head}
    new = {**old, HEAD: head.replace("be content", "cope")}
    assert list(done(new, old)) == ["rule fish.quota.partly"]


def test_rules_in_another_order_are_the_same_rules() -> None:
    top, first, second, third = PACK[FISH].split("  - id: fish.quota.")
    assert not done({**PACK, FISH: "  - id: fish.quota.".join([top, third, first, second])})


def test_rules_that_come_and_go_have_the_place_where_they_stand_or_stood() -> None:
    gone = done(without_rule("fish.quota.partly"))["rule fish.quota.partly"]
    come = done(PACK, without_rule("fish.quota.partly"))["rule fish.quota.partly"]
    assert (gone.what, come.what) == ("removed", "added")
    assert str(gone.place) == str(come.place) == f"{FISH}:17"


def test_the_words_of_an_issue_count_as_its_rule() -> None:
    found = done(edited((FISH, "any: [fish*, trawler*]", "any: [fish*]"))).values()
    assert by_rule(found) == {"fish.about": "changed"}


# ── what it does to the briefing ────────────────────────────────────────────────────────────────────────────────────


def test_rules_that_say_the_same_are_one_line_in_every_form(tmp_path: Path) -> None:
    same = shown(tmp_path, PACK)
    for form in ("text", "markdown"):
        assert len(FORMS[form](same).splitlines()) == 1
        assert "Nothing of the briefing moves" in FORMS[form](same)
    assert json.loads(FORMS["json"](same))["edits"] == []


def test_an_edit_that_moves_nothing_says_so_and_lists_the_edit(tmp_path: Path) -> None:
    page = FORMS["text"](shown(tmp_path, without_rule("fish.quota.partly")))
    assert page.splitlines()[0] == "Nothing of the briefing moves, though the rules differ."
    assert "removed rule fish.quota.partly" in page


def test_the_headline_stands_first_then_rules_then_what_moves(tmp_path: Path) -> None:
    page = FORMS["text"](shown(tmp_path, without_rule("fish.quota.oppose")))
    titles = [line for line in page.splitlines() if line and not line.startswith((" ", "("))]
    assert titles == [
        "1 cell and 1 relation of the briefing move, 1 stance changed.",
        "Rules",
        "Cells",
        "Relations",
        "Propositions",
        "Stances",
    ]
    assert (
        "because rule fish.quota.oppose was removed, which matched “opposes the fishing quota” (report.txt:3)" in page
    )


def test_the_json_holds_edits_and_changes(tmp_path: Path) -> None:
    data = json.loads(FORMS["json"](shown(tmp_path, without_rule("fish.quota.oppose"))))
    assert (data["schema"], data["briefing"]["schema"]) == ("briefing.impact/1", "briefing.changes/1")
    assert [(e["part"], e["id"], e["what"]) for e in data["edits"]] == [("rule", "fish.quota.oppose", "removed")]


def test_the_markdown_has_a_table_of_the_rules(tmp_path: Path) -> None:
    page = FORMS["markdown"](shown(tmp_path, without_rule("fish.quota.oppose")))
    assert page.startswith("**1 cell and 1 relation of the briefing move, 1 stance changed.**")
    assert f"| rule | fish.quota.oppose | removed |  | {FISH}:" in page


def test_a_text_without_stances_moves_nothing(tmp_path: Path) -> None:
    assert shown(tmp_path, without_rule("fish.quota.oppose"), text="The sun rose.\n").changes.empty


def test_an_issue_that_is_gone_leaves_none(tmp_path: Path) -> None:
    new = {path: words for path, words in PACK.items() if path != "ald-bor/issues/drills.yaml"}
    new[HEAD] = new[HEAD].replace("[fish, drills]", "[fish]")
    page = FORMS["text"](shown(tmp_path, new, text=f"{REPORT}\n{DRILLS}\n"))
    assert "removed issue drills" in page
    assert "because what drills is about was removed, which matched “drills” (report.txt:5)" in page


MINE = {
    "mine/pack.yaml": "id: mine\ntitle: Mine\nversion: '1'\nextends: [ald-bor]\n",
    "mine/issues/fish.yaml": """\
id: fish
rules:
  - id: fish.quota.oppose
    proposition: fish.quota
    position: -1
    any: ["(oppos*|reject*) ...3 quota"]
    summary: has doubts about a quota
    match: [{text: We oppose the quota., side: BOR}]
""",
}


def test_a_pack_that_only_the_new_rules_have_is_set_beside_what_it_extends(tmp_path: Path) -> None:
    old, new = packs(tmp_path / "old"), packs(tmp_path / "new", {**PACK, **MINE})
    found = impact(old, new, report(tmp_path), pack="mine", sides=("ALD", "BOR"))
    assert "the old rules have no pack mine, so ald-bor stands for it" in found.notes
    page = FORMS["text"](found)
    assert "position: -2 -> -1" in page
    assert f"file: {FISH} -> mine/issues/fish.yaml" in page
    assert "fish x BOR: -2 -> -1" in page


def test_the_new_rules_choose_the_sides_of_both(tmp_path: Path) -> None:
    new = edited((HEAD, "sides: [ALD, BOR]", "sides: [BOR, ALD]"))
    found = impact(packs(tmp_path / "old"), packs(tmp_path / "new", new), report(tmp_path), pack="ald-bor")
    assert found.notes[0] == "pack ald-bor, sides BOR and ALD"
    assert found.changes.empty


def test_sides_that_the_old_rules_do_not_know_are_said(tmp_path: Path) -> None:
    old = {path: words.replace("BOR", "BRK") for path, words in PACK.items()}
    found = impact(packs(tmp_path / "old", old), packs(tmp_path / "new"), report(tmp_path), pack="ald-bor")
    assert any("do not know ALD and BOR" in note for note in found.notes)
    assert found.changes.old.sides == ("ALD", "BRK")


def test_mistakes_of_both_rules_are_shown_with_their_side(tmp_path: Path) -> None:
    wrong = edited((HEAD, "title:", "titel:"))
    with pytest.raises(RuleError) as caught:
        impact(packs(tmp_path / "a", wrong), packs(tmp_path / "b", wrong), report(tmp_path))
    frames = [p.frame() for p in caught.value.problems]
    assert {frame.splitlines()[-1].strip() for frame in frames} == {
        f"in OLD, {tmp_path / 'a'}",
        f"in NEW, {tmp_path / 'b'}",
    }


def test_standard_input_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ChoiceError, match="standard input"):
        impact(packs(tmp_path / "a"), packs(tmp_path / "b"), "-")


# ── git revisions ───────────────────────────────────────────────────────────────────────────────────────────────────

needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


def git(folder: Path, *arguments: str) -> str:
    ours = ["-c", "user.name=Desk", "-c", "user.email=desk@example.invalid", "-c", "commit.gpgsign=false"]
    ran = subprocess.run(["git", "-C", str(folder), *ours, *arguments], check=True, capture_output=True, text=True)
    return ran.stdout


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a checkout whose `rules` lost a rule in the second commit; it is the current folder."""
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"):
        monkeypatch.delenv(name, raising=False)
    folder = tmp_path / "desk"
    packs(folder / "rules")
    git(tmp_path, "init", "--quiet", "--initial-branch=main", str(folder))
    for message, texts in (("first", PACK), ("second", without_rule("fish.quota.oppose"))):
        packs(folder / "rules", texts)
        git(folder, "add", ".")
        git(folder, "commit", "--quiet", "--message", message)
    report(folder)
    monkeypatch.chdir(folder)
    return folder


def gone(found: Impact) -> list[tuple[str, str]]:
    return [(edit.id, edit.what) for edit in found.edits]


@needs_git
@pytest.mark.parametrize(
    ("words", "rules"),
    [
        pytest.param(("HEAD~1", "HEAD"), None, id="the folder called rules"),
        pytest.param(("HEAD~1", "main"), "rules", id="a folder by name"),
        pytest.param(("HEAD~1", "rules"), None, id="a revision and the folder itself"),
    ],
)
def test_a_revision_of_the_rules_is_read(checkout: Path, words: tuple[str, str], rules: str | None) -> None:
    found = impact(*words, "report.txt", rules=rules, pack="ald-bor")
    assert gone(found) == [("fish.quota.oppose", "removed")]
    assert git(checkout, "status", "--porcelain").split() == ["??", "report.txt"]


@needs_git
def test_the_folder_is_found_from_below_and_from_outside(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (checkout / "texts").mkdir()
    monkeypatch.chdir(checkout / "texts")
    assert gone(impact("HEAD~1", "HEAD", "../report.txt", pack="ald-bor"))
    monkeypatch.chdir(checkout.parent)
    assert gone(impact("HEAD~1", "HEAD", "desk/report.txt", rules="desk/rules", pack="ald-bor"))


@needs_git
def test_a_folder_that_is_gone_is_read_at_the_revision_that_had_it(checkout: Path) -> None:
    shutil.rmtree(checkout / "rules")
    assert gone(impact("HEAD~1", "HEAD", "report.txt", rules="rules", pack="ald-bor"))


@needs_git
def test_a_hook_of_another_repository_does_not_mislead(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_DIR", str(checkout.parent / "elsewhere"))
    assert gone(impact("HEAD~1", "HEAD", "report.txt", pack="ald-bor"))


@needs_git
def test_a_folder_wins_over_a_revision_of_its_name_and_says_so(checkout: Path) -> None:
    packs(checkout / "main")
    found = impact("main", "HEAD~1", "report.txt", rules="rules", pack="ald-bor")
    assert gone(found) == []
    assert "main is a folder and a git revision; the folder was read" in FORMS["text"](found)


@needs_git
@pytest.mark.usefixtures("checkout")
@pytest.mark.parametrize(
    ("word", "rules", "message"),
    [
        pytest.param("HAED", None, "git knows no such revision", id="no such revision"),
        pytest.param("--help", None, "git knows no such revision", id="an option"),
        pytest.param("-h", None, "git knows no such revision", id="a short option"),
        pytest.param("^HEAD", None, "git knows no such revision", id="a negation"),
        pytest.param("HEAD~1..HEAD", None, "git knows no such revision", id="a range"),
        pytest.param("HEAD\x00", None, "no such revision", id="a control character"),
        pytest.param("", None, "is empty", id="nothing"),
        pytest.param("x" * 300, None, "git knows no such revision", id="too long for a file"),
        pytest.param("HEAD", "texts", "has no folder texts", id="no such folder"),
        pytest.param("HEAD", "..", "in no git checkout", id="no checkout"),
        pytest.param("report.txt", None, "is a file", id="a file"),
    ],
)
def test_what_is_no_revision_is_one_line(word: str, rules: str | None, message: str) -> None:
    with pytest.raises(ChoiceError, match=message) as caught:
        impact(word, "HEAD", "report.txt", rules=rules)
    assert "\n" not in str(caught.value)
    assert str(caught.value).startswith("OLD: ")


@needs_git
def test_files_that_a_folder_could_not_hold_are_mistakes_at_a_revision_too(checkout: Path) -> None:
    (checkout / "rules" / "ald-bor" / "force.yaml").unlink()
    (checkout / "rules" / "ald-bor" / "force.yaml").symlink_to("/etc/hostname")
    git(checkout, "add", ".")
    git(checkout, "commit", "--quiet", "--message", "a link")
    with pytest.raises(RuleError, match=r"HEAD:rules/ald-bor/force.yaml: error\[F005\]"):
        impact("HEAD", "HEAD~1", "report.txt")
    (checkout / "rules" / "ald-bor" / "force.yaml").unlink()
    (checkout / "rules" / "ald-bor" / "force.yaml").write_text("# " + "x" * (1 << 20))
    git(checkout, "add", ".")
    git(checkout, "commit", "--quiet", "--message", "a large file")
    with pytest.raises(RuleError, match=r"HEAD:rules/ald-bor/force.yaml:?\d*:?\d*: error\[Y004\]"):
        impact("HEAD", "HEAD~1", "report.txt")


@needs_git
def test_rules_are_only_named_where_a_revision_is(checkout: Path) -> None:
    with pytest.raises(ChoiceError, match="neither OLD nor NEW"):
        impact("rules", "shipped", "report.txt", rules=str(checkout / "rules"))


def test_without_git_folders_still_compare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert shown(tmp_path, without_rule("fish.quota.oppose")).edits
    with pytest.raises(ChoiceError, match="git is not installed"):
        impact("HEAD", str(tmp_path / "new"), report(tmp_path))
