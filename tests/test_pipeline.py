"""The street as a whole: ids, order, and which rules and sides are taken."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import briefing
from briefing.documents import Metadata
from briefing.errors import ChoiceError
from briefing.model import Act
from briefing.overview import overview
from briefing.pipeline import Choice, choose, load_packs
from briefing.record import record
from tests.fiction import document, said

FIRST = "Secretary Blinken said that the United States opposes new tariffs."
SECOND = "Foreign Minister Wang Yi said that China welcomes talks on trade."
PACKS = load_packs(None)


def write(folder: Path, name: str, text: str, head: str = "") -> Path:
    path = folder / name
    path.write_text(head + text + "\n", "utf-8")
    return path


def test_an_edit_elsewhere_in_a_text_changes_no_id(tmp_path: Path) -> None:
    before = briefing.analyze(write(tmp_path, "a.txt", f"{FIRST}\n\n{SECOND}"))
    after = briefing.analyze(write(tmp_path, "a.txt", f"The sun rose.\n\n{FIRST}\n\nRain fell.\n\n{SECOND}"))
    assert {s.id for s in before.statements} == {s.id for s in after.statements}
    assert {s.id for s in before.stances} == {s.id for s in after.stances}


def test_the_same_words_twice_have_two_ids(tmp_path: Path) -> None:
    analysis = briefing.analyze(write(tmp_path, "a.txt", f"{FIRST}\n\nRain fell.\n\n{FIRST}"), sides=("USA", "CHN"))
    ids = [s.id for s in analysis.statements]
    assert len(ids) == len(set(ids)) > 1


def test_one_text_given_twice_counts_once(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", FIRST)
    assert len(briefing.analyze(path, path, sides=("USA", "CHN")).documents) == 1


def test_documents_stand_by_date(tmp_path: Path) -> None:
    late = write(tmp_path, "a.md", FIRST, "---\ndate: 2024-05-02\n---\n")
    early = write(tmp_path, "b.md", SECOND, "---\ndate: 2024-05-01\n---\n")
    analysis = briefing.analyze(late, early)
    assert [d.path for d in analysis.documents] == ["b.md", "a.md"]
    assert (str(analysis.as_of.date), analysis.as_of.source) == ("2024-05-02", "metadata")


def test_an_undated_text_is_a_finding(tmp_path: Path) -> None:
    analysis = briefing.analyze(write(tmp_path, "a.txt", FIRST), sides=("USA", "CHN"))
    assert "undated" in {f.code for f in analysis.findings}
    assert analysis.as_of.date is None


@pytest.mark.parametrize(
    ("speaking", "wanted", "pack", "sides"),
    [
        pytest.param("USA CHN CHN", None, "us-china", ("USA", "CHN"), id="the pack whose sides speak"),
        pytest.param("IND CHN CHN", None, "base", ("CHN", "IND"), id="base and the two that speak"),
        pytest.param("IND CHN CHN", ("CHN", "USA"), "us-china", ("CHN", "USA"), id="the sides that were named"),
        pytest.param("USA", None, "us-china", ("USA", "CHN"), id="one side alone, in the pack that has it"),
        pytest.param("USA CHN", ("IND", "PAK"), "base", ("IND", "PAK"), id="base for any two that were named"),
        pytest.param("GBR", None, "base", ("GBR", "USA"), id="one side alone, of no pack"),
    ],
)
def test_rules_and_sides_are_chosen(
    speaking: str, wanted: tuple[str, str] | None, pack: str, sides: tuple[str, str]
) -> None:
    statements = [said(side, f"We agree, {n}.", document(f"We agree, {n}.")) for n, side in enumerate(speaking.split())]
    ruleset, pair = choose(PACKS, statements, Choice(sides=wanted))
    assert (ruleset.id, tuple(s.id for s in pair)) == (pack, sides)


@pytest.mark.parametrize(
    ("choice", "message"),
    [
        pytest.param(Choice(sides=("USA", "USA")), "named twice", id="one side twice"),
        pytest.param(Choice(sides=("USA", "CHX")), "did you mean 'CHN'", id="an unknown side"),
        pytest.param(Choice(pack="us-chine"), "us-china", id="an unknown pack"),
    ],
)
def test_a_choice_that_cannot_be_is_named(choice: Choice, message: str) -> None:
    with pytest.raises(ChoiceError, match=message):
        choose(PACKS, [], choice)


def test_the_analysis_file_has_every_key_of_its_contract(tmp_path: Path) -> None:
    analysis = briefing.analyze(write(tmp_path, "a.txt", f"{FIRST}\n\n{SECOND}"))
    data = json.loads(record(analysis, version="1"))
    keys = "schema generator as_of ruleset sides issues documents statements stances comparison outline findings"
    assert set(data) == set(keys.split())
    stance = "id statement side issue proposition position act force modality via covers evidence rule"
    assert set(stance.split()) <= set(data["stances"][0])
    statement = """id document start stop kind headline side speaker authority source cue content addressee via channel
    found_by frame resolved_by"""
    assert set(statement.split()) <= set(data["statements"][0])


def test_a_stance_in_the_analysis_file_carries_its_words_and_line_even_without_the_texts(tmp_path: Path) -> None:
    analysis = briefing.analyze(write(tmp_path, "a.txt", f"Rain fell.\n\n{FIRST}\n\n{SECOND}"))
    data = json.loads(record(analysis, version="1", text=False))
    assert "text" not in data["documents"][0]
    assert data["stances"][0]["line"] == 3
    assert all(e["text"] in FIRST + SECOND for s in data["stances"] for e in s["evidence"])


def test_an_overview_has_a_line_per_issue(tmp_path: Path) -> None:
    analysis = briefing.analyze(write(tmp_path, "a.txt", f"{FIRST}\n\n{SECOND}"))
    assert len(overview(analysis).splitlines()) == len(analysis.rows) + 2


@pytest.mark.parametrize(
    ("sentence", "source", "act"),
    [
        pytest.param("Alden warned Borska over its drills.", "Alden", Act.WARN, id="warn"),
        pytest.param("Talks with Borska were welcomed by Alden.", "Alden", Act.SUPPORT, id="the source named last"),
        pytest.param("Alden has a coast.", "Alden", None, id="nothing"),
    ],
)
def test_the_act_of_one_sentence(sentence: str, source: str, act: Act | None) -> None:
    assert briefing.act_of(sentence, source) == act


def test_options_hold_where_a_text_says_nothing(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", FIRST)
    analysis = briefing.analyze(
        path, sides=("USA", "CHN"), metadata=Metadata.of(date="2024-04-26", publisher="The Paper")
    )
    assert (str(analysis.documents[0].date), analysis.documents[0].publisher) == ("2024-04-26", "The Paper")


def test_what_a_draft_rule_reads_is_a_finding(tmp_path: Path) -> None:
    pack = tmp_path / "rules" / "mine"
    (pack / "issues").mkdir(parents=True)
    (pack / "pack.yaml").write_text("id: mine\ntitle: Mine\nversion: '1'\nextends: [us-china]\n")
    rule = "id: trade\nrules:\n- {id: mine.fish, any: [herring], summary: speaks of herring, match: [Herring.], "
    (pack / "issues" / "trade.yaml").write_text(rule + "status: draft}\n")
    text = write(tmp_path, "a.txt", "Secretary Blinken said that herring is cheap.")
    analysis = briefing.analyze(text, rules=tmp_path / "rules", pack="mine")
    found = [f.message for f in analysis.findings if f.code == "draft-rule"]
    assert found == ["rule mine.fish is a draft, and reads here: speaks of herring"]


def test_rules_that_are_handed_in_are_used_without_being_named(tmp_path: Path) -> None:
    pack = tmp_path / "rules" / "desk"
    pack.mkdir(parents=True)
    (pack / "pack.yaml").write_text("id: desk\ntitle: Desk\nversion: '1'\nextends: [us-china]\n")
    texts = (write(tmp_path, "a.txt", FIRST), write(tmp_path, "b.txt", SECOND))
    assert briefing.analyze(*texts, rules=tmp_path / "rules").ruleset.id == "desk"
    assert briefing.analyze(*texts).ruleset.id == "us-china"


def test_where_one_side_speaks_the_state_it_names_most_is_proposed(tmp_path: Path) -> None:
    words = "Japan’s foreign minister said that Japan wants China to buy fish. Japan told India so, and China twice."
    path = write(tmp_path, "a.txt", words)
    with pytest.raises(ChoiceError) as caught:
        briefing.make(path)
    message = "only Japan speaks in what was read; name the two sides with --sides, as in --sides JPN,CHN"
    assert str(caught.value) == message
