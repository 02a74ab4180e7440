"""Files to begin with: they say what they do, and hold at once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing import rule_tests
from briefing.model import RuleSet
from briefing.pipeline import load_packs
from briefing.ruleset import load_texts
from briefing.ruleset.tidy import tidy
from briefing.workbench import new_issue, new_pack
from tests import fiction


@pytest.fixture(scope="module")
def base() -> RuleSet:
    return load_packs(None).select("base")


def written(folder: Path, issues: dict[str, str], sides: tuple[str, ...] = ("JPN", "KOR")) -> Path:
    pack = folder / "desk"
    (pack / "issues").mkdir(parents=True)
    (pack / "pack.yaml").write_text(new_pack("desk", "Desk", extends="base", sides=sides, first_line="# first"))
    for issue, text in issues.items():
        (pack / "issues" / f"{issue}.yaml").write_text(text)
    return folder


def test_new_issues_and_those_that_are_there_hold_at_once(base: RuleSet, tmp_path: Path) -> None:
    ids = ("fisheries", "taiwan", "no", "123", "on-off", "sea.lanes", "rules", "not")
    report = rule_tests.check(written(tmp_path, {id: new_issue(base, id, check="c") for id in ids}))
    assert (report.failed, len(report.results)) == ((), len(ids) * 3)


def test_the_tests_hold_for_every_side_of_the_world(base: RuleSet, tmp_path: Path) -> None:
    lines = new_issue(base, "fisheries", check="c").splitlines(keepends=True)
    sides = [side.id for side in base.lexicon.sides]
    everybody = [
        line.replace(f"side: {id}", f"side: {side}") if "{text" in line else line
        for line in lines
        for id in [line.rpartition("side: ")[2][:3]]
        for side in (sides if "{text" in line else [""])
    ]
    report = rule_tests.check(written(tmp_path, {"fisheries": "".join(everybody)}))
    assert (report.failed, len(report.results)) == ((), 3 * len(sides))


def test_a_pack_about_states_that_do_not_exist_can_be_added_to() -> None:
    rules = fiction.ruleset()
    for issue in ("fish", "forests"):
        text = new_issue(rules, issue, check="c")
        path = "ald-bor/issues/more.yaml"
        texts = {**fiction.PACK, path: text}
        if issue == "fish":  # a pack has one file for each issue
            texts = {
                k.replace("ald-bor", "base"): v.replace("id: ald-bor", "id: base") for k, v in fiction.PACK.items()
            }
            texts |= {
                "more/pack.yaml": "id: more\ntitle: M\nversion: '1'\nextends: [base]\n",
                "more/issues/x.yaml": text,
            }
        packs = load_texts(texts)
        added = packs.select("more" if issue == "fish" else "ald-bor").issue(issue)
        assert f"{issue}.yearly-report.support" in {rule.id for rule in added.rules}


def test_an_id_that_is_taken_gets_a_number() -> None:
    rules = fiction.ruleset()
    fish = next(issue for issue in rules.issues if issue.id == "fish")
    taken = replace(fish, propositions=(replace(fish.propositions[0], id="fish.yearly-report"),))
    text = new_issue(replace(rules, issues=(taken,)), "fish", check="c")
    assert "- id: fish.yearly-report-2\n" in text
    assert "- id: fish.yearly-report-2.support\n" in text


IDS = st.from_regex(r"[a-z0-9]+([.-][a-z0-9]+)*", fullmatch=True).filter(lambda id: len(id) < 60)
TITLES = st.text(st.characters(codec="latin-1", categories=["L", "N", "P", "S", "Zs"]), min_size=1)


@settings(deadline=None, max_examples=50)
@given(issue=IDS, title=TITLES)
def test_what_is_written_is_in_form_already(issue: str, title: str) -> None:
    line = "# yaml-language-server: $schema=../../schema/issue.json"
    rules = fiction.ruleset()
    for kind, text in (
        ("issue", new_issue(rules, issue, check="c", first_line=line)),
        ("issue", new_issue(rules, "fish", check="c")),
        ("pack", new_pack("desk", title, extends="base", sides=("ALD", "BOR"), first_line=line)),
        ("pack", new_pack("desk", title, extends="us-china", first_line=line)),
    ):
        assert tidy("a.yaml", text.encode(), kind).decode() == text
