"""Where clauses begin and end, and who their verbs belong to."""

from __future__ import annotations

import pytest

from briefing.model import Genre, Kind
from tests.attribution.land import contents, found, one, words


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "Olaf Dahl, 63, a fisherman raised in Crune, said he wanted calm seas.",
            "Olaf Dahl, 63, a fisherman raised in Crune",
            "he wanted calm seas",
        ),
        (
            "Berg, after a poor showing at sea, told the Herald on Sunday that Borska had to answer.",
            "Berg, after a poor showing at sea",
            "that Borska had to answer",
        ),
        ("The drills are over for now, said several observers.", "several observers", "The drills are over for now"),
        ("Over the years, Berg said, the fleet has grown.", "Berg", "Over the years"),
        ("Berg told me his envoys want a truce.", "Berg", "his envoys want a truce"),
        ("Berg says despite the storm, the fleet will sail.", "Berg", "despite the storm, the fleet will sail"),
        (
            "Berg said the talks, which began in May, are over.",
            "Berg",
            "the talks, which began in May, are over",
        ),
        ("He's said he gets his ideas from the sea.", "He", "he gets his ideas from the sea"),
        ("Speaking in Port Alden, Berg said talks help nobody.", "Berg", "talks help nobody"),
        ("Berg told her crew, “the sea is ours. We will sail.”", "Berg", "“the sea is ours"),
        ("Officials told crews not to sail on Sunday.", "Officials", "crews not to sail on Sunday"),
    ],
    ids=lambda x: x[:30],
)
def test_a_clause_has_its_subject_and_its_end(text: str, source: str, content: str) -> None:
    made = next(s for s in found(text) if s.kind is not Kind.NARRATED)
    assert (words(made, "source"), contents(made)[0]) == (source, content)


def test_a_report_joined_by_and_is_not_the_first_speakers() -> None:
    made = found("The fleet cost two million, records show, and Aldenian officials say it is worth half.")
    assert {s.side: contents(s) for s in made}["ALD"] == ["it is worth half"]


@pytest.mark.parametrize(
    "text",
    [
        "Borska raised money for the fleet.",
        "Borska raised interest rates.",
        "Kral addressed a crowd in Borsk.",
        "Berg spoke to Kral.",
        "Borska claimed victory in the race.",
        "Borska began building a harbour.",
        "Berg delivered a speech in Borsk.",
    ],
    ids=lambda t: t[:22],
)
def test_the_same_verb_with_a_thing_reports_nothing(text: str) -> None:
    assert found(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Borska raised concerns about the drills.",
        "Borska raised tariff concerns.",
        "Borska raised the drills with Alden.",
        "Berg addressed the quota.",
    ],
    ids=lambda t: t[:22],
)
def test_with_a_matter_it_reports(text: str) -> None:
    assert found(text)


def test_a_name_before_a_colon_has_the_words() -> None:
    (made, _) = found("Ada Berg: ‘We Will Not Wait.’\n\nAda Berg spoke in Port Alden. She said the drills must end.")
    assert (made.speaker, made.side) == ("Ada Berg", "ALD")


# ── first person ────────────────────────────────────────────────────────────────────────────────────────────────────


def test_what_somebody_says_they_think_is_told_and_what_they_are_said_to_think_narrated() -> None:
    told, narrated = found("I think that the drills must end.\n\nOlaf Dahl thinks that the drills must end.")
    assert (told.kind, narrated.kind) == (Kind.INDIRECT, Kind.NARRATED)


def test_the_thanks_of_a_speaker_of_no_side_are_no_statement() -> None:
    assert found("I thank the people of this town. We salute the crew of the ship.") == ()


def test_an_interview_with_somebody_of_no_side_gives_what_is_said_in_it() -> None:
    text = "Q: Will they talk?\n\nOLAF DAHL: I think the strait will close. Borska says it wants peace."
    made = found(text, Genre.INTERVIEW)
    assert [(s.side, contents(s)) for s in made if s.kind is Kind.INDIRECT] == [
        (None, ["the strait will close"]),
        ("BOR", ["it wants peace"]),
    ]


def test_a_private_person_is_not_the_minister_of_the_same_family_name() -> None:
    text = "Kral Anton, a scholar, said the drills help. They cost little, Kral, a former envoy, told a newspaper."
    assert {(s.speaker, s.side) for s in found(text)} == {("Kral Anton", None)}


def test_one_statement_is_made_of_a_simple_sentence() -> None:
    assert one("Berg said the drills must end.").found_by == "subject-verb-content"
