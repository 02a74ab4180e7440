from __future__ import annotations

import pytest

from briefing.attribution import remarks
from briefing.model import Genre, Kind
from tests.attribution.land import document, found, words

READOUT = (
    "President Lena Moss met today with President Ivo Kral of Borska in Port Alden.\n\n"
    "President Moss raised concerns about the drills. She underscored the importance of the pact. "
    "The two leaders discussed fishing in the strait.\n\n"
    "President Kral said that Borska would reopen the port."
)
TRANSCRIPT = (
    "Port Alden\n\nPRESIDENT MOSS: Thank you all. The drills must end.\n\nThe pact has served both our peoples.\n\n"
    "Q Will you go to Borsk?\n\nPRESIDENT MOSS: We are ready to talk about fishing.\n\n"
    "PRESIDENT KRAL: (As interpreted.) Borska does not seek a conflict.\n\nREPORTER: Why not?"
)
JOINT = (
    "The Government of Alden and the Government of Borska,\n\n"
    "Recognizing the importance of the strait;\n\n"
    "The Parties commit to keep it open.\n\n"
    "Alden will withdraw its ships by May.\n\nBorska will lift the quota by June."
)


def test_a_readout_speaks_for_its_side_and_tells_of_the_other() -> None:
    made = found(READOUT, Genre.READOUT, side="ALD")
    assert [(s.side, s.kind, s.speaker, s.via) for s in made] == [
        ("ALD", Kind.OWN, "Lena Moss", None),
        ("ALD", Kind.JOINT, "Alden", None),
        ("BOR", Kind.JOINT, "Borska", "ALD"),
        ("BOR", Kind.INDIRECT, "Ivo Kral", "ALD"),
    ]


def test_logistics_of_a_readout_are_nobodys() -> None:
    made = found(READOUT, Genre.READOUT, side="ALD")
    assert not any("met today" in s.words for s in made)


def test_a_paragraph_of_one_holder_is_one_statement() -> None:
    first = found(READOUT, Genre.READOUT, side="ALD")[0]
    assert (first.words[:21], first.words[-9:]) == ("President Moss raised", "the pact.")


def test_a_readout_without_metadata_is_known_by_its_form() -> None:
    made = found(READOUT, publisher=None)
    assert [(s.side, s.via) for s in made] == [("ALD", None), ("ALD", None), ("BOR", "ALD"), ("BOR", "ALD")]


def test_a_transcript_gives_answers_to_their_speakers() -> None:
    made = found(TRANSCRIPT, Genre.TRANSCRIPT)
    assert [(s.side, s.speaker) for s in made] == [
        ("ALD", "Lena Moss"),
        ("ALD", "Lena Moss"),
        ("ALD", "Lena Moss"),
        ("BOR", "Ivo Kral"),
    ]
    assert {s.kind for s in made} == {Kind.OWN}


def test_questions_labels_and_greetings_are_nobodys() -> None:
    made = found(TRANSCRIPT, Genre.TRANSCRIPT)
    told = " ".join(s.document.words(c) for s in made for c in s.content)
    assert not [x for x in ("Thank you", "Why not", "go to Borsk", "PRESIDENT") if x in told]
    codes = [f.code for f in remarks(document(TRANSCRIPT, Genre.TRANSCRIPT), made)]
    assert codes == ["question", "question"]


def test_a_joint_statement_is_both_sides_but_for_what_one_undertakes() -> None:
    made = found(JOINT, Genre.JOINT_STATEMENT)
    assert [(s.side, s.kind, s.via) for s in made] == [
        ("ALD", Kind.JOINT, None),
        ("BOR", Kind.JOINT, None),
        ("ALD", Kind.JOINT, None),
        ("BOR", Kind.JOINT, None),
        ("ALD", Kind.OWN, None),
        ("BOR", Kind.OWN, None),
    ]


def test_a_speech_is_its_speakers() -> None:
    made = found(
        "We will keep the strait open. Alden wants peace.",
        Genre.SPEECH,
        side="ALD",
        title="Remarks by President Lena Moss",
    )
    assert [(s.speaker, s.kind) for s in made] == [("Lena Moss", Kind.OWN)]


def test_sides_telling_of_each_other_keep_their_words() -> None:
    made = found("President Moss stressed that Borska had agreed to lift the quota.", Genre.READOUT, side="ALD")
    assert {(s.side, s.via) for s in made} == {("ALD", None), ("BOR", "ALD")}
    assert [words(s, "cue") for s in made] == ["stressed", "agreed to"]


@pytest.mark.parametrize(
    "text",
    [
        "Borska must honor its commitments on the harbour.",
        "Borska should agree to talks on the quota.",
        "The Borskan side has to stop supporting the raids.",
        "If Borska claims that the drills are harmless, we will ask for proof.",
        "Alden condemns Borska's defense of the raids.",
    ],
    ids=["commitments", "should", "has to", "if", "defense"],
)
def test_what_the_other_side_should_do_is_the_texts_own_demand(text: str) -> None:
    assert [(s.side, s.kind) for s in found(text, Genre.READOUT, side="ALD")] == [("ALD", Kind.OWN)]


def test_what_the_other_side_did_say_stays_its_own() -> None:
    made = found("Borska made a pledge to lift the quota. Kral agreed to talks.", Genre.READOUT, side="ALD")
    assert [(s.side, s.via) for s in made] == [("BOR", "ALD"), ("BOR", "ALD")]


@pytest.mark.parametrize("wish", ["should be partners and should seek a fair deal", "must agree to a fair deal"])
def test_what_both_sides_should_do_is_the_wish_of_the_one_that_says_so(wish: str) -> None:
    text = f"President Moss told President Kral that Alden values the pact.\n\nThe two sides {wish}."
    made = found(text, Genre.READOUT, side="ALD")
    assert {(s.side, s.kind) for s in made} == {("ALD", Kind.OWN)}


def test_a_stranger_in_an_official_text_is_not_its_own_side() -> None:
    text = "Alden wants peace. The Vice Chairman said the fleet will answer. He urged restraint. Alden will stay."
    made = found(text, Genre.READOUT, side="ALD")
    assert [(s.side, len(s.content)) for s in made] == [("ALD", 1), (None, 2), ("ALD", 1)]
    codes = [f.code for f in remarks(document(text, Genre.READOUT, side="ALD"), made)]
    assert codes == ["unresolved-speaker"]


def test_who_opens_an_official_text_is_its_own_side() -> None:
    text = "Acting Envoy Dahl met today with Ivo Kral. Acting Envoy Dahl stressed that the drills must end."
    assert [s.side for s in found(text, Genre.READOUT, side="ALD")] == ["ALD"]


PRESSER = (
    "The ministry met the press on Monday. Borska opposes the pact.\n\n"
    "Borsk Herald Agency: Borska opposes the drills. What will it do?\n\n"
    "Ivo Kral: Borska will lift the quota.\n\n"
    "Port Weekly: Borska says the strait is its own. Any comment?\n\n"
    "Olaf Dahl, Official Spokesperson: The drills must end."
)


def test_a_label_that_comes_once_is_a_turn_and_a_medium_only_asks() -> None:
    made = found(PRESSER, Genre.TRANSCRIPT, side="BOR")
    told = [(s.side, s.speaker, [s.document.words(c) for c in s.content]) for s in made]
    assert told == [
        ("BOR", "Ivo Kral", ["Borska will lift the quota."]),
        ("BOR", "Olaf Dahl", ["The drills must end."]),
    ]


def test_a_party_of_a_joint_statement_goes_on_alone() -> None:
    text = (
        "The Government of Alden and the Government of Borska,\n\nThe Parties will keep the strait open.\n\n"
        "Alden reaffirmed its pledge. It also welcomed the truce.\n\nPresident Kral also reaffirmed the quota."
    )
    made = found(text, Genre.JOINT_STATEMENT)
    assert [(s.side, s.kind) for s in made[2:]] == [("ALD", Kind.OWN), ("BOR", Kind.OWN)]


def test_who_handed_out_a_readout_states_nothing() -> None:
    text = "Press Secretary Dahl provided the following readout:\n\nBerg stressed the pact."
    assert [s.speaker for s in found(text, Genre.READOUT, side="ALD")] == ["Ada Berg"]


def test_the_ministers_of_a_readout_are_those_who_met() -> None:
    text = "Ada Berg spoke with Ivo Kral on Monday. The ministers agreed to keep the strait open."
    assert [(s.side, s.kind) for s in found(text, Genre.READOUT, side="ALD")] == [
        ("ALD", Kind.JOINT),
        ("BOR", Kind.JOINT),
    ]
