"""The sentences of the page."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.model import Act, Analysis, Kind, Relation
from briefing.pages import view
from briefing.pages.sentences import Sentences
from briefing.pages.wording import Wording
from tests.pages.scenes import ALDEN, BORSKA, DRILLS, FISH, Scene, archive, beijing, many, nobody, quarrel, readouts


def sentences(analysis: Analysis) -> Sentences:
    return Sentences(analysis, Wording(analysis.ruleset.phrases))


def findings(analysis: Analysis) -> dict[Relation, str]:
    made = sentences(analysis)
    return {group.relation: made.finding(group) for group in made.groups}


def test_the_deck_counts_what_the_sides_share() -> None:
    assert sentences(quarrel().analysis()).deck() == [
        "Of three issues, the texts read show opposition on one.",
        "On the other two they show no question that both sides answer.",
    ]


def test_the_deck_of_nothing_says_so() -> None:
    assert sentences(nobody().analysis()).deck() == [
        "The texts read show no position of Alden or Borska on any issue of the rules."
    ]


def test_opposition_names_both_sides() -> None:
    found = findings(beijing().analysis())
    assert found[Relation.DIVERGENT] == (
        "On Russia and Ukraine, the United States warns of more action over help for Russia; "
        "China calls the charge baseless."
    )
    assert found[Relation.TALKING_PAST].endswith("They also make different points on the Middle East.")


def test_agreement_is_the_proposition() -> None:
    assert findings(beijing().analysis())[Relation.CONVERGENT].startswith(
        "Both sides hold that the relationship should"
    )


def _agreeing(position: int, about: tuple[str, ...] = ("fish.quota",)) -> Scene:
    scene = Scene(sides=(ALDEN, BORSKA), issues=(FISH, DRILLS))
    scene.read("Berg said Alden could live with a quota. Kral said Borska could live with a quota, too.\n")
    for side, words in (("ALD", "Alden could live with a quota"), ("BOR", "Borska could live with a quota")):
        said = scene.says(side, words, kind=Kind.INDIRECT)
        for proposition in about:
            scene.holds(said, proposition, "accepts a quota", position=position)
    return scene


@pytest.mark.parametrize(
    ("position", "says"),
    [
        (2, "Both sides hold that there should be a fishing quota."),
        (1, "Both sides support in part that there should be a fishing quota."),
        (0, "Both sides state neutrality on a fishing quota."),
        (-1, "Both sides have reservations about the view that there should be a fishing quota."),
        (-2, "Both sides reject that there should be a fishing quota."),
    ],
)
def test_agreement_is_said_by_its_degree(position: int, says: str) -> None:
    assert findings(_agreeing(position).analysis())[Relation.CONVERGENT] == says


def test_agreement_names_further_issues_only_if_they_add_something() -> None:
    analysis = _agreeing(2, ("fish.quota", "drills.stop")).analysis()
    assert findings(analysis)[Relation.CONVERGENT].endswith("They also agree on drills.")
    fish, drills = analysis.rows
    twice = replace(analysis, rows=(fish, replace(drills, answers=fish.answers)))
    assert "They also agree" not in findings(twice)[Relation.CONVERGENT]


def test_what_is_told_is_marked_as_told() -> None:
    assert findings(beijing().analysis())[Relation.CLAIMED] == (
        "On artificial intelligence, counter-narcotics and elections, the United States says what China promised or "
        "discussed; China itself is not quoted."
    )


def test_degree_is_said_with_the_label() -> None:
    assert findings(readouts().analysis())[Relation.PARTIAL] == (
        "On a fishing quota, Alden welcomes a fishing quota; Borska could accept a quota for one year."
    )


def test_silence_is_said_only_of_a_text_that_was_read() -> None:
    found = findings(readouts().analysis())[Relation.SILENT]
    assert found.startswith("On border crossings, only Alden speaks; it asks for open crossings.")
    assert found.endswith("In the text of Borska nothing was found.")


def test_an_issue_is_not_named_twice_in_one_finding() -> None:
    scene = Scene(sides=(ALDEN, BORSKA), issues=(FISH,))
    scene.read("Berg was worried about the fish. Kral warned of trouble over fish.\n")
    worried = scene.says("ALD", "was worried about the fish", kind=Kind.INDIRECT)
    warned = scene.says("BOR", "warned of trouble over fish", kind=Kind.INDIRECT)
    scene.holds(worried, "fish", "voices concern on fisheries", act=Act.CONCERN)
    scene.holds(warned, "fish", "issues a warning on fisheries", act=Act.WARN)
    found = findings(scene.analysis())[Relation.TALKING_PAST]
    assert found == "On fisheries, Alden voices concern; Borska issues a warning."


def test_sides_that_do_the_same_are_named_together() -> None:
    scene = Scene(sides=(ALDEN, BORSKA), issues=(FISH,))
    scene.read("Berg was worried about the fish. Kral feared for the cod, too.\n")
    for side, words in (("ALD", "was worried about the fish"), ("BOR", "feared for the cod")):
        said = scene.says(side, words, kind=Kind.INDIRECT)
        scene.holds(said, "fish", "voices concern on fisheries", act=Act.CONCERN)
    assert findings(scene.analysis())[Relation.TALKING_PAST] == "On fisheries, each side voices concern."


def test_rows_are_numbered_through_the_groups() -> None:
    groups = view.groups(many().analysis().rows)
    assert [n.number for g in groups for n in g.rows] == list(range(1, 22))
    assert [g.relation for g in groups] == sorted((g.relation for g in groups), key=list(Relation).index)


def test_a_result_with_one_speaker_is_told_apart_by_speaker() -> None:
    groups = view.groups(beijing().analysis().rows)
    assert [g.speaker for g in groups if g.relation == Relation.UNREPORTED] == [0, 1]


def test_a_warning_of_force_four_does_not_say_warning_twice() -> None:
    analysis = quarrel().analysis()
    warning = next(s for s in analysis.stances if s.act == "warn")
    assert sentences(analysis).force_line(warning) == "Warns · 4 of 5"


def test_a_condition_is_named() -> None:
    analysis = beijing().analysis()
    assert sentences(analysis).force_line(analysis.stances[0]) == "Warns · 4 of 5, conditional"


def test_what_was_said_days_before_the_rest_is_marked() -> None:
    analysis = archive(3).analysis()
    made = sentences(analysis)
    assert [made.words(s) for s in analysis.stances] == [
        "asks for a fishing quota (14\u00a0May\u00a02025)",
        "asks for a fishing quota",
        "asks for a fishing quota",
    ]
