"""Mistakes across entries and files: all of them in one run, each at its words."""

import os
import re
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.errors import RuleError
from briefing.ruleset import load, load_texts
from briefing.ruleset.codes import EXPLAINED, explain
from tests.ruleset.packs import PACK, changed, problems

TRADE = "ald-bor/issues/trade.yaml"
HEAD = "ald-bor/pack.yaml"
TALKS = "base/issues/talks.yaml"

ONE_MISTAKE = [
    pytest.param(TRADE, "- id: trade.tariffs.end", "- id: talks.welcome", None, id="another pack's id is replaced"),
    pytest.param(
        TALKS, "talks.decline\n", "talks.welcome\n", "13:9 R002 id 'talks.welcome' is used twice", id="id twice"
    ),
    pytest.param(
        TRADE,
        "proposition: trade.tariffs",
        "proposition: trade.tarifs",
        "10:18 R003 unknown proposition 'trade.tarifs'",
        id="unknown proposition",
    ),
    pytest.param(
        TRADE,
        'any: ["{firm} urge* ... end its tariffs"]',
        "none: [tariffs]",
        "9:9 R005 rule 'trade.tariffs.end' has no pattern",
        id="no pattern",
    ),
    pytest.param(
        TALKS,
        "    match: [{text: We welcome the talks., side: ALD}]\n",
        "",
        "7:5 S010 this rule has no 'match'",
        id="no test",
    ),
    pytest.param(
        TALKS,
        "match: [{text: We welcome the talks., side: ALD}]",
        "match: []",
        "12:12 R006 rule 'talks.welcome' has no test",
        id="empty tests",
    ),
    pytest.param(TRADE, "sides: [ALD]", "sides: [ALD, BRO]", "13:18 R007 unknown side 'BRO'", id="unknown side"),
    pytest.param(
        TRADE, "expect: {side: ALD", "expect: {side: ADL", "23:24 R007 unknown side 'ADL'", id="unknown side expected"
    ),
    pytest.param(
        TRADE,
        "    no_match:",
        "    todo_match: [{text: Yes., side: BRO}]\n    no_match:",
        "24:37 R007",
        id="test to be done",
    ),
    pytest.param(
        TRADE, "near: {issue: talks}", "near: {issue: takls}", "15:19 R008 unknown issue 'takls'", id="unknown issue"
    ),
    pytest.param(HEAD, "extends: [base]", "extends: [base, bsae]", "4:17 R009 unknown pack 'bsae'", id="unknown pack"),
    pytest.param(HEAD, "sides: [ALD, BOR]", "sides: [ALD]", "5:8 R017 a pack is about two sides, not 1", id="one side"),
    pytest.param(
        HEAD, "id: ald-bor", "id: ald-bro", "1:5 R016 the pack's id is 'ald-bro', its folder 'ald-bor'", id="folder"
    ),
    pytest.param(
        HEAD,
        "extends: [base]",
        "extends: [base]\ndisable: [talks.stop]",
        "5:11 R018 unknown inherited rule 'talks.stop'",
        id="nothing to disable",
    ),
    pytest.param(
        HEAD,
        "version: '2'",
        "version: '2'\nrequires: '>=99'",
        "4:11 R021 the pack needs version 99, this is",
        id="newer program",
    ),
    pytest.param(
        TRADE,
        "related: [talks.welcome]",
        "related: [talks.welcom]",
        "26:15 R018 unknown rule 'talks.welcom'",
        id="unknown relative",
    ),
    pytest.param(TALKS, "    position: +2\n", "", "8:18 R013 a proposition without a position", id="no position"),
    pytest.param(
        TRADE,
        "    proposition: trade.tariffs\n    position: +2\n",
        "",
        "12:14 R013 'negated' without a proposition",
        id="no proposition",
    ),
    pytest.param(
        TRADE, "urge* ... end", "urge* (end", "12:25 R001 any: '(' is never closed", id="bracket after a macro"
    ),
    pytest.param(
        TRADE,
        '"{firm} urge* ... end its tariffs"',
        '"..."',
        "12:11 R001 any: the pattern is or can be empty",
        id="can never match",
    ),
    pytest.param(TRADE, "[trade, ", "[\"U.S. so-called 'trade'\", ", None, id="marks that are no obstacle"),
    pytest.param(
        TRADE,
        "[trade, ",
        '["Alden, trade", ',
        "5:15 R022 any: ',' between words, so it can never match",
        id="comma between words",
    ),
    pytest.param(TRADE, "urge* ... end its", "urge ... end: its", "12:31 R022 any: ':'", id="colon after a macro"),
    pytest.param(TRADE, "(s)]", "(s), T&T]", "5:28 R022 any: '&' between words", id="ampersand"),
    pytest.param(TRADE, "(s)]", '(s), "(end|pause,) it"]', "5:38 R022 any: ','", id="comma at the end of an option"),
    pytest.param(TRADE, "(s)]", '(s), "(pause,|end)", "now, ... later", "Co.,"]', None, id="marks no word follows"),
    pytest.param(TRADE, "(s)]", "(s), 'Co., AG']", "5:30 R022 any: '.' between words", id="two marks together"),
    pytest.param(TRADE, "(s)]", "(s), 'levy,*']", "5:32 R022 any: ','", id="comma before a star"),
    pytest.param(TRADE, "(s)]", f"(s), '{'levy ' * 59}levy.']", None, id="full stop at the end of a long pattern"),
    pytest.param(
        TRADE,
        "(s)]",
        "(s)]\n  none: [tariff*]",
        "5:16 R023 any: every hit is cancelled by none 'tariff*'",
        id="about cancelled",
    ),
    pytest.param(TRADE, "(s)]", "(s)]\n  none: [tariff]", None, id="one form cancelled"),
    pytest.param(TRADE, "(s)]", "(s)]\n  weak: [levy]\n  none: [a levy, levy]", "6:10 R023 weak:", id="weak cancelled"),
    pytest.param(
        TRADE,
        "    sides: [ALD]",
        "    none: [end ...4 tariffs]\n    sides: [ALD]",
        "12:11 R023 any: every hit is cancelled by none 'end ...4 tariffs'",
        id="rule cancelled by a part of its words",
    ),
    pytest.param(
        TRADE, "    sides: [ALD]", "    none: [urg* ...3 end]\n    sides: [ALD]", None, id="short gaps cancelled"
    ),
    pytest.param(TRADE, "urge* ... end", "urge* ...16 end", "12:25 R001 any: a gap of 16 words", id="wide gap"),
    pytest.param(TRADE, "urge* ... end", "urge* ...15 end", None, id="gap at its limit"),
    pytest.param(TRADE, "urge* ... end", "urge* ...9 ...9 end", "12:25 R001 any: a gap of 18", id="wide in two parts"),
    pytest.param(
        TRADE, "urge* ... end", "urge ... a ... b ... c ... end", "12:42 R001 any: more than 3 gaps", id="four gaps"
    ),
    pytest.param(
        TRADE, "[trade, ", f"[{'trade ' * 51}, ", "5:309 R001 any: the pattern is longer than 300", id="long pattern"
    ),
    pytest.param(
        "base/pack.yaml", "(firmly|strongly)", "'firmly, strongly'", "5:23 R022 macro firm: ','", id="comma in a macro"
    ),
    pytest.param(TRADE, "{firm} urge*", "{frim} urge*", "12:11 R012 any: unknown macro 'frim'", id="unknown macro"),
    pytest.param(
        TRADE,
        "about:\n  any: [trade, ",
        "about:\n  any: [trade, b (c, ",
        "5:18 R001 any: '(' is never closed",
        id="pattern of about",
    ),
    pytest.param(
        TALKS,
        "{text: We welcome the talks., side: ALD}",
        "We welcome the talks.",
        "12:13 R011 this test does not say whose words",
        id="test without a side",
    ),
    pytest.param(
        "base/force.yaml",
        ", cites: Godwin & Miller 2013",
        "",
        "1:4 S010 this rung has no 'cites'",
        id="rung without a source",
    ),
    pytest.param(
        TRADE,
        "    summary: urges Borska to end its tariffs\n",
        "",
        "9:5 S010 this rule has no 'summary'",
        id="no summary",
    ),
    pytest.param(TRADE, "name: Trade\n", "", "1:1 S010 this issue has no 'name'", id="issue nobody names"),
    pytest.param(
        TRADE,
        "[Tariffs were raised.]",
        "[We firmly urge Borska to end its tariffs.]",
        "24:16 R020 this sentence stands under",
        id="same test twice",
    ),
    pytest.param(
        "ald-bor/people.yaml",
        "from: 2023-07,",
        "from: 2023-07, to: 2022,",
        "5:58 R019 this office ends (2022) before",
        id="office ends early",
    ),
    pytest.param(
        "ald-bor/people.yaml",
        "from: 2023-07,",
        "from: July 2023,",
        "5:45 R015 from: a date is written",
        id="date in words",
    ),
    pytest.param(
        "ald-bor/people.yaml", "side: BOR", "side: BRO", "6:42 R007 unknown side 'BRO'", id="person of no side"
    ),
    pytest.param(
        "base/pack.yaml",
        "(firmly|strongly)",
        '"(firmly|strongly"',
        "5:16 R001 macro firm: '(' is never closed",
        id="macro",
    ),
    pytest.param(
        "base/phrases.yaml",
        "claimed:",
        "claimed: [a]\nclaimed:",
        "1:10 S003 claimed: expected text, got a list",
        id="phrase",
    ),
]


@pytest.mark.parametrize(("path", "old", "new", "message"), ONE_MISTAKE)
def test_a_mistake_is_found_at_its_words(path: str, old: str, new: str, message: str | None) -> None:
    found = [f"{p.line}:{p.column} {p.code} {p.message}" for p in problems(changed(path, old, new)) if p.path == path]
    if message is None:
        assert found == []
    else:
        assert any(line.startswith(message) for line in found), found


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        pytest.param(
            "{matter: The talks, side: ADL, name: Talks, any: [talks], cites: none}", "R007", id="unknown side"
        ),
        pytest.param("{matter: The talks, side: ALD, any: [talks], cites: none}", "S010", id="no name"),
        pytest.param('{matter: M, side: ALD, name: N, any: ["(talks"], cites: none}', "R001", id="open bracket"),
        pytest.param("{matter: M, side: ALD, name: N, any: [talks], cites: none}", None, id="none"),
    ],
)
def test_a_mistake_in_a_naming_is_found(entry: str, code: str | None) -> None:
    found = [problem.code for problem in problems({**PACK, "ald-bor/namings.yaml": f"- {entry}\n"})]
    assert found == ([code] if code else [])


def test_a_proposition_that_no_rule_reaches_is_found() -> None:
    texts = changed(TRADE, "    proposition: trade.tariffs\n    position: +2\n    any", "    any")
    texts[TRADE] = texts[TRADE].replace("    negated: -1\n", "")
    assert [str(p) for p in problems(texts)] == [
        f"{TRADE}:7:10: error[R004] no rule speaks to proposition 'trade.tariffs' "
        "(add a rule, or delete the proposition)"
    ]


def test_packs_that_extend_each_other_are_found_and_nothing_in_them_is_unknown() -> None:
    texts = changed("base/pack.yaml", "version: '1'\n", "version: '1'\nextends: [ald-bor]\n")
    assert [(p.path, p.code) for p in problems(texts)] == [(HEAD, "R010"), ("base/pack.yaml", "R010")]
    texts = changed(HEAD, "extends: [base]", "extends: [base, ald-bor]")
    assert [(p.path, p.code) for p in problems(texts)] == [(HEAD, "R010")]


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("[bsae]", "R009"),
        ("[Base]", "R014"),
        ("{base: yes}", "S004"),
        ("", "S005"),
    ],
    ids=["unknown", "misspelt", "no list", "empty"],
)
def test_a_wrong_extends_makes_nothing_unknown_that_may_stand_in_the_missing_pack(written: str, code: str) -> None:
    texts = changed(HEAD, "extends: [base]", f"extends: {written}".rstrip())
    assert [(p.path, p.line, p.code) for p in problems(texts)] == [(HEAD, 4, code)]


def test_a_pack_that_extends_one_with_a_wrong_extends_is_left_alone() -> None:
    texts = changed("base/pack.yaml", "issues: [talks]", "issues: [talks]\nextends: [roots]")
    texts[TRADE] = texts[TRADE].replace("near: {issue: talks}", "near: {issue: roots}").replace("{firm}", "{fast}")
    assert [(p.path, p.code) for p in problems(texts)] == [("base/pack.yaml", "R009")]


@pytest.mark.parametrize(
    "macros", ["[firm]", "{firm: [firmly, strongly]}", "{firm: }"], ids=["list", "inside", "empty"]
)
def test_macros_that_cannot_be_read_are_told_once(macros: str) -> None:
    texts = changed("base/pack.yaml", "{firm: (firmly|strongly)}", macros)
    assert [(p.path, p.line) for p in problems(texts)] == [("base/pack.yaml", 5)]


def test_mistakes_of_all_files_come_in_one_run_in_order_with_suggestions() -> None:
    texts = {
        **PACK,
        TRADE: PACK[TRADE].replace("proposition: trade.tariffs", "proposition: trade.tarrifs").replace("ask:", "aks:"),
        TALKS: PACK[TALKS].replace("welcome*", "(welcome*"),
        HEAD: PACK[HEAD].replace("title:", "tittle:"),
    }
    with pytest.raises(RuleError) as caught:
        load_texts(texts)
    assert str(caught.value).splitlines() == [
        f"{TRADE}:7:10: error[R004] no rule speaks to proposition 'trade.tariffs' "
        "(add a rule, or delete the proposition)",
        f"{TRADE}:10:18: error[R003] unknown proposition 'trade.tarrifs' (did you mean 'trade.tariffs'?)",
        f"{TRADE}:17:5: error[S001] unknown key 'aks' (did you mean 'ask'?)",
        f"{HEAD}:2:1: error[S001] unknown key 'tittle' (did you mean 'title'?)",
        f"{TALKS}:10:11: error[R001] any: '(' is never closed",
    ]


def test_a_file_that_cannot_be_read_whole_makes_nothing_else_unknown() -> None:
    texts = changed("base/countries.yaml", "- {id: BOR,", "- {id: BOR,,")
    assert [(p.path, p.code) for p in problems(texts)] == [("base/countries.yaml", "Y001")]


def test_a_key_at_the_very_left_is_told_where_it_belongs() -> None:
    texts = changed(TALKS, "    match: [{text: We firmly", "match: [{text: We firmly")
    (problem,) = problems(texts)
    assert str(problem) == (
        f"{TALKS}:18:1: error[S001] unknown key 'match' (belongs under rule talks.decline: indent it by 4)"
    )
    assert problem.frame().splitlines()[1].startswith("   18 | match: [{text")


# ── folders ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def pack_in(folder: Path) -> Path:
    for path, text in PACK.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return folder


def codes(folder: Path) -> list[str]:
    with pytest.raises(RuleError) as caught:
        load([folder], with_shipped=False)
    return [problem.code for problem in caught.value.problems]


def test_a_missing_folder_an_empty_one_and_a_file_are_mistakes(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert [codes(tmp_path / "nowhere"), codes(tmp_path / "file"), codes(tmp_path)] == [["F001"], ["F001"], ["F003"]]


def test_a_pack_in_place_of_the_folder_around_it_is_told(tmp_path: Path) -> None:
    assert codes(pack_in(tmp_path) / "base") == ["F002"]


@pytest.mark.parametrize("name", ["froce.yaml", "cues.yml", "issues/trade.yml", "isues/trade.yaml", "pack-2.yaml"])
def test_a_yaml_file_that_would_not_be_read_is_a_mistake(tmp_path: Path, name: str) -> None:
    file = pack_in(tmp_path) / "ald-bor" / name
    file.parent.mkdir(exist_ok=True)
    file.write_text("id: x")
    assert codes(tmp_path) == ["F004"]


def test_notes_beside_the_rules_are_left_alone(tmp_path: Path) -> None:
    folder = pack_in(tmp_path)
    (folder / "ald-bor" / "README.md").write_text("# Notes")
    (folder / "ald-bor" / ".hidden.yaml").write_text("{")
    (folder / "drafts").mkdir()
    assert load([folder], with_shipped=False).ids == ("ald-bor", "base")


def test_a_link_out_of_a_pack_is_refused_and_its_lines_stay_unread(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("password: swordfish\n")
    folder = pack_in(tmp_path / "rules")
    (folder / "ald-bor" / "acts.yaml").symlink_to(tmp_path / "secret")
    with pytest.raises(RuleError) as caught:
        load([folder], with_shipped=False)
    (problem,) = caught.value.problems
    assert problem.code == "F005"
    assert "swordfish" not in problem.frame()


def test_a_link_to_a_pack_elsewhere_is_refused(tmp_path: Path) -> None:
    folder = pack_in(tmp_path / "rules")
    (folder / "ald-bor").rename(tmp_path / "ald-bor")
    (folder / "ald-bor").symlink_to(tmp_path / "ald-bor")
    assert set(codes(folder)) == {"F005"}


def test_a_pipe_is_no_rule_file(tmp_path: Path) -> None:
    folder = pack_in(tmp_path)
    os.mkfifo(folder / "ald-bor" / "acts.yaml")
    assert codes(folder) == ["F006"]


# ── codes ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_every_code_is_explained_and_every_explanation_is_of_a_code() -> None:
    room = Path(__file__).parents[2] / "briefing"
    texts = "".join(file.read_text("utf-8") for file in room.rglob("*.py") if file.name != "codes.py")
    assert set(re.findall(r'"([FYSRTMWPCV]\d{3})"', texts)) == set(EXPLAINED)
    assert all(title and paragraph.endswith((".", ".)")) for title, paragraph in EXPLAINED.values())
    for path, old, new, message in (case.values for case in ONE_MISTAKE):
        assert message is None or explain(str(message).split()[1]) is not None, (path, old, new)


def test_a_code_is_explained_in_whatever_case_it_is_typed() -> None:
    assert explain(" s001 ") == explain("S001")
    assert str(explain("s001")).startswith("S001: an unknown key\n\nThe key is not one that may stand here.")
    assert explain("X999") is None


# ── packs that mean harm ────────────────────────────────────────────────────────────────────────────────────────────


def timed(texts: dict[str, str]) -> tuple[float, set[str]]:
    start = time.process_time()
    found = {problem.code for problem in problems(texts)}
    return time.process_time() - start, found


def test_a_hundred_thousand_unknown_names_are_not_slow() -> None:
    sides = ", ".join(f"S{n}" for n in range(100_000))
    seconds, found = timed(changed(TRADE, "sides: [ALD]", f"sides: [{sides}]"))
    assert found == {"R007", "Y011"}
    assert seconds < 5


def test_packs_that_all_extend_each_other_are_not_slow() -> None:
    texts = {}
    for n in range(40):
        below = ", ".join(f"p{m}" for m in range(n))
        texts[f"p{n}/pack.yaml"] = f"id: p{n}\ntitle: P\nversion: '1'\n" + (f"extends: [{below}]\n" if n else "")
    seconds, found = timed(texts)
    assert found == set()
    assert seconds < 5


def test_a_pattern_of_countless_phrases_is_refused_at_once() -> None:
    pattern = "(a|b c) " * 30
    seconds, found = timed(changed(TRADE, "any: [trade, ", f"any: [trade, {pattern}, "))
    assert found == {"R001"}
    assert seconds < 1


def test_a_pack_too_large_is_refused(tmp_path: Path) -> None:
    folder = pack_in(tmp_path)
    for n in range(501):
        (folder / "ald-bor" / "issues" / f"i{n}.yaml").write_text("id: x\n")
    assert codes(folder) == ["F007"]


def test_a_pack_of_too_many_bytes_is_refused(tmp_path: Path) -> None:
    folder = pack_in(tmp_path)
    for n in range(21):
        (folder / "ald-bor" / f"people-{n}.yaml").write_bytes(b"#" * (1 << 20))
    assert codes(folder) == ["F007"]


def test_a_file_too_large_or_too_deep_is_refused_and_the_others_are_read() -> None:
    texts = {
        **changed(HEAD, "title:", "tittle:"),
        "ald-bor/people-army.yaml": "#" * ((1 << 20) + 1),
        "ald-bor/people-navy.yaml": "[" * 31 + "]" * 31,
    }
    assert {(p.path, p.code) for p in problems(texts)} == {
        ("ald-bor/people-army.yaml", "Y004"),
        ("ald-bor/people-navy.yaml", "Y005"),
        (HEAD, "S001"),
    }


# ── laws ────────────────────────────────────────────────────────────────────────────────────────────────────────────


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(sorted(PACK)),
    st.floats(0, 0.999),
    st.text("ab:-[]{}\"'\n\t #*&!|.()+12", max_size=3),
    st.integers(0, 12),
)
def test_any_change_gives_rules_or_a_rule_error(path: str, where: float, put: str, instead: int) -> None:
    at = int(where * len(PACK[path]))
    text = PACK[path][:at] + put + PACK[path][at + instead :]
    found = problems({**PACK, path: text})
    assert all(problem.code in EXPLAINED and problem.frame() for problem in found)
    assert found or load_texts({**PACK, path: text}).select("ald-bor")
