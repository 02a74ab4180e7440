"""From a statement to who holds what, with the words that prove it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.model import Act, Genre, Kind, Modality, Span, Stance
from briefing.ruleset import load_texts
from briefing.stances import Detector, detect
from tests.fiction import PACK, document, ruleset, said

RULES = ruleset()
FISH = "ald-bor/issues/fish.yaml"


def one(side: str, words: str) -> Stance:
    (stance,) = detect([said(side, words)], RULES)
    return stance


def test_a_rule_gives_position_words_and_place() -> None:
    stance = one("ALD", "We support the quota.")
    assert (stance.proposition, stance.position, stance.words) == ("fish.quota", 2, "wants a fishing quota")
    assert stance.place.path.endswith("fish.yaml")


def test_the_evidence_is_the_documents_own_words() -> None:
    stance = one("ALD", "We support the quota.")
    assert [stance.statement.document.words(s) for s in stance.evidence] == ["support the quota"]


def test_a_denied_hit_takes_the_value_the_rule_gives_it() -> None:
    assert one("ALD", "We do not support the quota.").position == -2


def test_a_denied_hit_without_such_a_value_leaves_only_the_issue() -> None:
    stance = one("ALD", "No drills should stop.")
    assert (stance.issue, stance.proposition) == ("drills", None)


def test_a_negator_in_a_gap_denies_the_words_around_it() -> None:
    assert one("ALD", "We support no such quota.").position == -2
    assert one("ALD", "We welcome, not fear, the quota.").position == 2


def test_a_negator_that_the_pattern_asks_for_denies_nothing() -> None:
    pack = PACK | {FISH: PACK[FISH].replace("(oppos*|reject*) ...3 quota", "want* ...1 no ...3 quota")}
    stances = detect([said("BOR", "We want no such quota.")], load_texts(pack).select("ald-bor"))
    assert {(s.rule, s.position) for s in stances} == {("fish.quota.affirm", -2), ("fish.quota.oppose", -2)}


def test_not_only_denies_nothing() -> None:
    assert one("ALD", "We not only support the quota.").position == 2


def test_a_hit_inside_a_condition_takes_no_position() -> None:
    stance = one("ALD", "If we support the quota, the trawlers come.")
    assert (stance.position, stance.modality) == (None, Modality.CONDITIONAL)


def test_the_limit_of_a_rule_to_one_side_holds() -> None:
    assert one("BOR", "The drills should stop.").proposition is None
    assert one("ALD", "The drills should stop.").proposition == "drills.stop"


def test_none_cancels_only_the_hit_it_overlaps() -> None:
    assert detect([said("ALD", "The fish market opens.")], RULES) == ()
    assert one("ALD", "The fish market sells fish.").issue == "fish"


def test_a_weak_word_counts_where_nothing_else_is_named() -> None:
    assert one("ALD", "The boats are late.").issue == "fish"
    assert one("ALD", "The boats watch the drills.").issue == "drills"


def test_a_sentence_that_goes_on_keeps_the_issue() -> None:
    text = document("The trawlers must leave. It cannot go on like this.")
    first, second = said("ALD", "The trawlers must leave.", text), said("ALD", "It cannot go on like this.", text)
    assert [s.issue for s in detect([first, second], RULES)] == ["fish", "fish"]


def test_words_out_of_the_holders_reach_prove_nothing() -> None:
    text = document("We met, said the man who loves drills.")
    content = Span(0, len("We met"))
    assert detect([said("ALD", text.text, text, content=(content,))], RULES) == ()


def test_a_statement_of_nobody_gives_no_stance() -> None:
    statement = replace(said("ALD", "We support the quota."), side=None)
    assert detect([statement], RULES) == ()


@pytest.mark.parametrize(
    ("words", "act", "force"),
    [
        pytest.param("We discussed fish.", Act.CONSULT, 1, id="talk is mild"),
        pytest.param("We urged the fish to leave.", Act.REQUEST, 2, id="a request is clear"),
        pytest.param("We firmly oppose fish.", Act.REJECT, 3, id="a phrase of the ladder raises it"),
        pytest.param("We discussed fish, which is a red line.", Act.WARN, 4, id="a warning is never a passing word"),
        pytest.param("We do not oppose fish.", Act.ASSURE, 1, id="what is not opposed is assured"),
        pytest.param("Fish for the last time.", Act.STATE, 1, id="a rung of the other side's language does not count"),
        pytest.param("The fish are blue.", Act.STATE, 1, id="no marker is a plain statement"),
    ],
)
def test_act_and_force(words: str, act: Act, force: int) -> None:
    stance = one("ALD", words)
    assert (stance.act, stance.force) == (act, force)


def test_each_part_of_a_sentence_has_its_own_act() -> None:
    stances = detect([said("ALD", "We welcomed the fish and urged an end of drills.")], RULES)
    assert {s.issue: s.act for s in stances} == {"fish": Act.SUPPORT, "drills": Act.REQUEST}


def test_adjacent_sentences_under_one_rule_are_one_stance() -> None:
    text = document("We support the quota. We support this quota.")
    (stance,) = detect([said("ALD", text.text, text)], RULES)
    assert stance.covers == Span(0, len(text.text))


def test_the_order_of_documents_changes_nothing() -> None:
    a = said("ALD", "We support the quota.", document("We support the quota.", id="d1"))
    b = said("BOR", "We oppose the quota.", document("We oppose the quota.", id="d2"))
    detector = Detector(RULES)
    assert set(detector.detect([a, b])) == set(detector.detect([b, a]))


@pytest.mark.parametrize(
    ("kind", "issues"), [(Kind.OWN, ["fish", "drills"]), (Kind.INDIRECT, ["fish", "fish", "drills"])]
)
def test_only_a_news_text_carries_an_issue_over_a_paragraph(kind: Kind, issues: list[str]) -> None:
    lines = ("The trawlers must leave.", "It cannot go on like this.", "The drills go on.")
    text = document("\n\n".join(lines))
    assert [s.issue for s in detect([said("ALD", line, text, kind=kind) for line in lines], RULES)] == issues


def test_an_answer_takes_the_issue_of_the_question() -> None:
    text = document("Q: What about the trawlers?\n\nA: They leave in spring.", genre=Genre.TRANSCRIPT)
    (stance,) = detect([said("ALD", "A: They leave in spring.", text, kind=Kind.OWN)], RULES)
    assert (stance.issue, stance.carried) == ("fish", True)


@pytest.mark.parametrize(
    "answer",
    [
        "We have nothing to add.",
        "I am not aware of that.",
        "I would refer you to the ministry.",
        "We will not comment.",
        "I won't speak for others.",
        "I'll have to take that one back.",
        "I don't have any calls to read out.",
    ],
)
def test_an_answer_that_says_nothing_takes_no_issue(answer: str) -> None:
    text = document(f"Q: What about the trawlers?\n\nA: {answer}", genre=Genre.TRANSCRIPT)
    assert detect([said("ALD", f"A: {answer}", text, kind=Kind.OWN)], RULES) == ()


def test_what_the_narrator_names_stops_the_carrying() -> None:
    text = document("The trawlers must leave. As the drills went on, he said it was late.")
    start = text.text.index("it was late")
    late = said("ALD", "As the drills went on, he said it was late.", text, content=(Span(start, start + 11),))
    found = detect([said("ALD", "The trawlers must leave.", text), late], RULES)
    assert [s.issue for s in found] == ["fish"]


def test_a_topic_phrase_at_the_head_of_a_sentence_is_in_reach() -> None:
    text = document("On fisheries, she called it a red line.")
    start = text.text.index("it a red line")
    (stance,) = detect([said("ALD", text.text, text, content=(Span(start, start + 13),))], RULES)
    assert (stance.issue, stance.act) == ("fish", Act.WARN)


def test_telling_what_the_other_side_said_is_no_act_of_the_teller() -> None:
    text = document("Borska has rejected the quota for fish at every meeting.")
    told = said("BOR", text.text, text, via="ALD")
    teller = said("ALD", text.text, text, kind=Kind.OWN)
    found = {s.side: (s.act, s.position) for s in detect([told, teller], RULES)}
    assert found == {"BOR": (Act.REJECT, -2), "ALD": (Act.STATE, None)}


def test_what_is_told_of_both_sides_is_not_the_act_of_the_one_it_is_not_of() -> None:
    text = document("They discussed fish, including Aldenian warnings.")
    told = said("BOR", text.text, text, via="ALD", kind=Kind.JOINT)
    (stance,) = detect([told], RULES)
    assert stance.act == Act.CONSULT


def test_a_rule_may_look_beyond_one_sentence() -> None:
    wide = "  - {id: fish.late, within: statement, all: [trawlers, are late], summary: says they are late, match: [A.]}"
    texts = {name: text + wide if name.endswith("fish.yaml") else text for name, text in PACK.items()}
    rules = load_texts(texts).select("ald-bor")
    text = document("We saw the trawlers. They are late.")
    found = [s for s in detect([said("ALD", text.text, text)], rules) if s.rule == "fish.late"]
    assert [s.covers for s in found] == [Span(0, len(text.text))]
    assert not [s for s in detect([said("ALD", "The boats are late.")], rules) if s.rule == "fish.late"]
