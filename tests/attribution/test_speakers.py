from __future__ import annotations

import pytest

from briefing.model import Authority, Kind
from tests.attribution.land import contents, found, one, words


@pytest.mark.parametrize(
    ("text", "speaker", "side", "how"),
    [
        ("Ada Berg said the drills must end.", "Ada Berg", "ALD", "name"),
        ("Mr Kral said the drills must go on.", "Ivo Kral", "BOR", "surname"),
        ("Berg arrived late. She said the drills must end.", "Ada Berg", "ALD", "pronoun"),
        ("Borsk said the drills would go on.", "Borsk", "BOR", "metonym"),
        ("Borska said the drills would go on.", "Borska", "BOR", "state"),
        ("Borskan officials said the drills would go on.", "Borskan officials", "BOR", "nationality"),
        ("Borska's foreign ministry said the drills would go on.", "Borskan Foreign Ministry", "BOR", "nationality"),
        ("The State Office said the drills must end.", "Aldenian State Office", "ALD", "body"),
        ("The Borskan president said the drills would go on.", "Ivo Kral", "BOR", "title"),
        ("Crunian President Oda Lind said the drills must end.", "Oda Lind", "CRU", "name"),
        ("Oda Lind, the defense minister of Crune, said the drills must end.", "Oda Lind", "CRU", "name"),
        ("The Moss administration said the drills must end.", "Moss administration", "ALD", "body"),
        (
            "A statement from the Aldenian foreign ministry said the drills must end.",
            "Aldenian Foreign Ministry",
            "ALD",
            "document",
        ),
    ],
    ids=lambda v: v[:40] if isinstance(v, str) else "",
)
def test_a_source_is_resolved(text: str, speaker: str, side: str, how: str) -> None:
    made = one(text)
    assert (made.speaker, made.side, made.resolved_by) == (speaker, side, how)


@pytest.mark.parametrize(
    "text",
    [
        "Former Borskan minister Olaf Dahl said the drills would go on.",
        "Analysts said Borska would not stop the drills.",
        "Olaf Dahl, a professor at the University of Borsk, said the drills would go on.",
        "Olaf Dahl, head of sales at Borska Steel Corp, said the drills would go on.",
        "Borskan opposition leader Olaf Dahl said the drills would go on.",
        "Borskan farm groups said the drills would go on.",
        "Aldenian House Foreign Affairs Committee chairman Olaf Dahl said the drills must end.",
        "Olaf Dahl, a member of Congress from Port Alden, said the drills must end.",
    ],
    ids=lambda t: t[:30],
)
def test_who_speaks_for_no_government_has_no_side(text: str) -> None:
    assert {s.side for s in found(text)} == {None}


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Ivo Kral, a member of the party's Central Committee, said the drills would go on.", "BOR"),
        ("Olaf Dahl, a spokesman for the People's Army of Borska, said the drills would go on.", "BOR"),
        ("Borskan defense minister Olaf Dahl, vice chairman of the War Council, said the drills would go on.", "BOR"),
    ],
    ids=["committee", "people", "chairman"],
)
def test_words_in_the_names_of_governments_make_nobody_private(text: str, side: str) -> None:
    assert one(text).side == side


@pytest.mark.parametrize(
    ("text", "side", "source"),
    [
        ("“It must end,” said Borskan foreign ministry spokesperson Olaf Dahl.", "BOR", "Olaf Dahl"),
        ("The drills must end, said Borskan defense minister Olaf Dahl on Monday.", "BOR", "Olaf Dahl"),
        ("“It must end,” said the Borskan embassy in Port Alden.", "BOR", "embassy in Port Alden"),
        ("“It must end,” said Kral, adding that nobody spoke of the theft of the boats.", "BOR", "Kral"),
    ],
    ids=["spokesperson", "minister", "embassy", "article-like name"],
)
def test_a_title_written_small_stands_behind_the_verb(text: str, side: str, source: str) -> None:
    made = found(text)[0]
    assert (made.side, (words(made, "source") or "").endswith(source)) == (side, True)


@pytest.mark.parametrize(
    "who",
    ["North Hill Governor Olaf Dahl", "A European diplomat", "A Gulf official", "Mayor Olaf Dahl"],
)
def test_who_is_of_elsewhere_is_not_of_the_side_that_spoke_last(who: str) -> None:
    made = found(f"Borsk said the drills would go on. {who} said the pact was dead.")
    assert [s.side for s in made] == ["BOR", None]


def test_the_owner_of_an_office_stands_before_a_rank_and_a_name() -> None:
    text = "Ada Berg spoke first. Borska's representative, Rear Admiral Olaf Dahl, rejected the charge as groundless."
    assert [(s.side, s.speaker) for s in found(text)] == [("BOR", "Olaf Dahl")]


def test_he_is_a_pronoun_and_he_a_name() -> None:
    met = "He Tolan met the envoys. Ivo Kral came later. "
    said = found(met + "He said the drills would go on. Vice Premier He said nothing was agreed.")
    assert [(x.speaker, x.resolved_by) for x in said] == [("Ivo Kral", "pronoun"), ("He Tolan", "surname")]


def test_a_pronoun_goes_to_the_fitting_person() -> None:
    text = "Ada Berg met Ivo Kral in Borsk. She said the drills must end. He said they would go on."
    assert [s.speaker for s in found(text)] == ["Ada Berg", "Ivo Kral"]


def test_a_spokesman_without_a_state_speaks_for_the_side_that_spoke_last() -> None:
    text = "Borska rejected the plan. Foreign ministry spokesman Jan Oder said it was a trap."
    assert [(s.speaker, s.side) for s in found(text)] == [("Borska", "BOR"), ("Jan Oder", "BOR")]


def test_the_statement_is_its_issuers() -> None:
    text = "In a statement, the State Office warned Borska. “The strait is closed,” the statement said."
    assert [(s.speaker, s.resolved_by) for s in found(text)][-1] == ("Aldenian State Office", "document")


def test_several_states_that_do_the_same_are_several_holders() -> None:
    made = found("Alden and Crune condemned the drills.")
    assert {(s.side, s.kind) for s in made} == {("ALD", Kind.INDIRECT), ("CRU", Kind.INDIRECT)}


def test_both_sides_are_joint_and_the_one_who_tells_is_the_way() -> None:
    made = found("Berg met Kral on Monday. The two sides discussed fishing, the Aldenian State Office said.")
    assert {(s.side, s.via) for s in made} == {("ALD", None), ("BOR", "ALD")}
    assert {s.kind for s in made if s.via} == {Kind.JOINT}


def test_what_one_side_tells_of_the_other_is_the_others() -> None:
    made = found("Ada Berg said that Borska had promised to stop the drills.")
    assert {(s.side, s.via) for s in made} == {("ALD", None), ("BOR", "ALD")}


def test_a_promise_named_after_somebodys_words_is_told_by_them() -> None:
    made = found("Berg said the drills went on, despite a promise from Ivo Kral to stop them.")
    assert {(s.side, s.via) for s in made} == {("ALD", None), ("BOR", "ALD")}


def test_news_alone_is_no_via() -> None:
    assert {s.via for s in found("Alden accused Borska of spying. Borska said it was not true.")} == {None}


def test_a_medium_that_relays_its_own_official_is_a_channel() -> None:
    made = one("Ivo Kral said the drills would go on, the Borsk Herald Agency reported.")
    assert (made.speaker, made.authority, made.channel) == ("Ivo Kral", Authority.HEAD, "Borsk Herald Agency")


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ("Berg told Kral that the drills must end.", "BOR"),
        ("Alden accused Borska of spying.", "BOR"),
        ("Alden urged Borska to withdraw.", "BOR"),
        ("Alden said the drills must end.", None),
    ],
    ids=lambda v: v[:24] if isinstance(v, str) else "",
)
def test_whom_words_are_meant_for_is_kept(text: str, addressee: str | None) -> None:
    assert one(text).addressee == addressee


def test_no_comment_is_no_statement() -> None:
    assert found("Borskan officials declined to comment.") == ()


def test_a_dateline_speaks_for_nobody() -> None:
    made = found("PORT ALDEN (Agency) — Borska warned on Monday that it would act and vowed to close the strait.")
    assert {s.side for s in made} == {"BOR"}


def test_an_office_and_its_officials_speak_for_their_body() -> None:
    made = found("A State Office official said the drills must end. President Lena Moss smiled. Her office denied it.")
    assert [(s.speaker, s.side) for s in made] == [
        ("Aldenian State Office official", "ALD"),
        ("Lena Moss's office", "ALD"),
    ]


def test_nobody_in_particular_stays_unresolved() -> None:
    assert [s.speaker for s in found("Borska left. Two diplomats said the talks were over.")] == [None]


@pytest.mark.parametrize(
    "aside",
    [
        " who did not want to be named",
        ", who asked not to be identified,",
        " who spoke on condition of anonymity because the talks go on",
        " wishing to remain anonymous",
        ", speaking on condition of anonymity,",
        " who was not authorised to speak publicly",
    ],
)
def test_why_a_speaker_has_no_name_is_no_part_of_the_statement(aside: str) -> None:
    statement = one(f"A Borskan official{aside} said that the talks were useful.")
    assert (statement.side, statement.speaker) == ("BOR", "Borskan official")
    assert contents(statement) == ["that the talks were useful"]
