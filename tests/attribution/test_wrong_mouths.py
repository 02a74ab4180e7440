"""Sentences of news and readouts that tempt a reader to put words into the wrong mouth."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.attribution import attribute
from briefing.model import Genre, Kind
from tests.attribution.land import LEXICON, contents, document, found, one


def said(text: str, genre: Genre = Genre.NEWS, **more: object) -> list[tuple[str | None, str | None, str]]:
    """Give side, speaker and words of each statement."""
    return [(s.side, s.speaker, " … ".join(contents(s))) for s in found(text, genre, **more)]


@pytest.mark.parametrize(
    ("text", "side", "speaker"),
    [
        # states that are owners or objects of what is said
        ("Aid to Borska's war must stop, the minister told his Crunian host.", None, None),
        ("Borska's losses are rising, the defence minister told parliament.", None, None),
        ("Ada Berg met Ivo Kral. Aid to Crune's war must stop, the minister told her host.", "ALD", "Ada Berg"),
        ("Talks with Borska's envoy failed. The minister said the war must end.", None, None),
        ("The Borska-backed government of Alden said it would stay.", "ALD", "Aldenian Government"),
        ("Alden would defend Crune's ships, the Borskan president told his guest.", "BOR", "Ivo Kral"),
        ("Borska's ally Alden said it would not join.", "ALD", "Alden"),
        ("The Borskan leader's guest, Foreign Minister Ada Berg, said the talks were useful.", "ALD", "Ada Berg"),
        ("Tariffs on Aldenian cars were criticised by Borsk as a trap.", "BOR", "Borsk"),
        # people near somebody
        ("Aides to Kral said the call went well.", None, None),
        ("Critics of Borska's war said the aid must stop.", None, None),
        ("Protesters against Borsk's rule said they would march.", None, None),
        ("A source close to Borska's foreign ministry said talks were near.", None, None),
        ("A person familiar with Borskan intelligence said nothing was decided.", None, None),
        ("A spokesman for Kral said the call went well.", "BOR", "Ivo Kral's spokesman"),
        ("An editorial in the Borsk Herald Agency said the pact was dead.", "BOR", "Borsk Herald Agency"),
        ("Ada Berg, the former Aldenian foreign minister, said the pact was dead.", None, "Ada Berg"),
        # who is spoken to before a colon
        ("Kral hit back at Berg: “Do not play with fire.”", "BOR", "Ivo Kral"),
        ("Kral had a message for Berg: “Do not play with fire.”", "BOR", "Ivo Kral"),
        ("Berg: “We are ready.”", "ALD", "Ada Berg"),
        # officers
        ("Borskan Maj. Gen. Otto Dahl said the drills were lawful.", "BOR", "Otto Dahl"),
        ("Borskan Senior Col. Otto Dahl said the drills were lawful.", "BOR", "Otto Dahl"),
        ("Borskan scholar Otto Dahl said the drills were lawful.", None, "Otto Dahl"),
        # offices
        ("Moss spoke with Kral. The president said the drills must end.", "ALD", "Lena Moss"),
        ("“It is a lie,” said the minister's envoy, Lena Moss.", "ALD", "Lena Moss"),
        ("Berg quoted Kral as saying that the strait was open.", "BOR", "Ivo Kral"),
    ],
    ids=lambda v: v[:40] if isinstance(v, str) else "",
)
def test_words_go_to_whom_they_are_said_by_or_to_nobody(text: str, side: str | None, speaker: str | None) -> None:
    made = found(text)[-1]
    assert (made.side, made.speaker) == (side, speaker)


def test_a_speech_that_tells_of_a_state_is_not_that_states() -> None:
    text = "Good evening, and thank you. Borska is a rising power. Borska has built a fleet. Borska wants the strait."
    assert [s for s in found(text, Genre.SPEECH) if s.side == "BOR" and s.kind is Kind.OWN] == []


def test_a_surname_before_another_given_name_is_another_persons() -> None:
    text = "Kral Dahl said the drills were lawful. Borska's spokesman, Kral Moll, said so too."
    assert "Kral Moll" not in [s.speaker for s in found(text)[:1]]


@pytest.mark.parametrize(
    "text",
    [
        "No Borskan official has said that the pact is dead.",
        "Borsk has yet to say whether it will attend.",
        "Borsk declined to comment on the drills.",
        "Borsk stopped short of condemning the drills.",
        "Kral avoids condemning the drills.",
        "Borska refused to confirm that the fleet had sailed.",
        "It remains unclear whether Kral told Moss to stop.",
        "Neither Alden nor Borska said when the talks would go on.",
    ],
)
def test_what_nobody_is_known_to_have_said_is_no_statement(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Berg denied that Borska's foreign ministry had asked for a delay.", "Ada Berg"),
        ("If Borska says no, Alden will act, Berg warned.", "Ada Berg"),
        ("Had Borska said yes, Alden would have agreed, Berg said.", "Ada Berg"),
        ("Berg said it was unclear whether Kral had told the Crunians to stop.", "Ada Berg"),
        ("It is not true that Borska said it would sail, Berg told reporters.", "Ada Berg"),
    ],
)
def test_what_somebody_denies_or_supposes_others_said_is_theirs_alone(text: str, speaker: str) -> None:
    assert [s for _, s, _ in said(text)] == [speaker]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kral promised not to sell arms to Crune.", "not to sell arms to Crune"),
        ("Berg told her Borskan hosts that the drills must end.", "that the drills must end"),
        ("Berg said, in answer to a question on Crune, that the drills must end.", "that the drills must end"),
        ("Berg told Kral, who leads Borska's party, that the drills must end.", "that the drills must end"),
        ("The plan, Berg said, deserved respect.", "The plan … deserved respect"),
        ("Berg said that, as envoys, they had done their best.", "that, as envoys, they had done their best"),
        ("Berg accused Borska of ramming a boat, a charge it denied.", "Borska of ramming a boat"),
        ("Berg said the pact – which binds both – would hold.", "the pact – which binds both – would hold"),
        (
            "Olaf Dahl, head of the union, said his port received a letter from Borsk.",
            "his port received a letter from Borsk",
        ),
        ("The talks are over, a senior envoy told reporters on condition of anonymity.", "The talks are over"),
    ],
    ids=lambda v: v[:40],
)
def test_words_are_whole_and_end_where_the_narrator_goes_on(text: str, expected: str) -> None:
    assert expected in [words for _, _, words in said(text)]


def test_a_claim_and_who_dismisses_it_are_two_statements() -> None:
    assert said("Alden's claim that Borska was behind the drills was dismissed by Crune.") == [
        ("ALD", "Alden", "that Borska was behind the drills"),
        ("CRU", "Crune", "Alden's claim that Borska was behind the drills"),
    ]


def test_a_denied_claim_stays_its_owners() -> None:
    told = said("Borska has always rejected Alden's accusation that it breaks the pact.")
    assert ("ALD", "Alden", "that it breaks the pact") in told


def test_words_somebody_quotes_are_told_by_them() -> None:
    made = one("Berg quoted Kral as saying that the strait was open.")
    assert (made.side, made.via) == ("BOR", "ALD")


# ── surnames and offices that could be several people's ─────────────────────────────────────────────────────────────

TWO_BERGS = replace(LEXICON, people=(*LEXICON.people, replace(LEXICON.people[0], name="Ola Berg", pronoun="he")))


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Berg said the drills must end.", None),
        ("Ola Berg came to Borsk. Berg said the drills must end.", "Ola Berg"),
        ("Berg said the drills must end. Ola Berg came on Monday.", "Ola Berg"),
    ],
)
def test_a_surname_of_several_is_the_one_whose_full_name_stands_in_the_text(text: str, speaker: str | None) -> None:
    made = attribute(document(text, date=None), TWO_BERGS)[0]
    assert (made.side, made.speaker) == ("ALD", speaker)


SECRETARIES = replace(
    LEXICON, roles=tuple(replace(r, sides=("ALD",)) if r.noun == "secretary" else r for r in LEXICON.roles)
)


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Aid to Borska must stop, the Secretary told his Crunian host.", None),
        ("Kral spoke in Borsk. The Secretary said that Alden would act.", "ALD"),
        ("Kral spoke in Borsk. The Secretary said that the drills must end.", None),
    ],
)
def test_an_office_that_only_some_states_have_is_one_of_theirs_or_nobodys(text: str, side: str | None) -> None:
    made = attribute(document(text), SECRETARIES)[-1]
    assert (made.side, made.speaker) == (side, "Aldenian Secretary" if side else None)


# ── official texts ──────────────────────────────────────────────────────────────────────────────────────────────────

READOUT = "President Moss spoke with President Kral. The President stressed the need for talks."


@pytest.mark.parametrize(("side", "speaker"), [("ALD", "Lena Moss"), ("BOR", "Ivo Kral")])
def test_a_bare_office_in_an_official_text_is_its_own_sides(side: str, speaker: str) -> None:
    made = next(s for s in found(READOUT, Genre.READOUT, side=side) if "stressed" in " ".join(contents(s)))
    assert (made.side, made.speaker, made.via) == (side, speaker, None)


def test_who_has_the_word_is_never_he_or_she() -> None:
    text = "Remarks by President Moss\n\nI told Minister Berg and President Kral that we agree. He said he did not."
    told = [s for s in found(text, Genre.SPEECH, side="ALD", title="Remarks by President Moss") if s.via]
    assert [(s.side, s.speaker, s.resolved_by) for s in told] == [("BOR", "Ivo Kral", "pronoun")]


def test_talks_that_a_readout_says_did_not_touch_a_matter_are_no_joint_statement() -> None:
    text = "President Moss met President Kral. The two presidents did not discuss the drills."
    assert all(s.kind is not Kind.JOINT for s in found(text, Genre.READOUT, side="ALD"))


def test_both_sides_of_a_readout_that_never_names_its_own_are_both() -> None:
    text = "The Minister had candid talks in Borsk. Both sides agreed to hold a dialogue. The Borskan side was ready."
    joint = {s.side for s in found(text, Genre.READOUT, side="ALD") if s.kind is Kind.JOINT}
    assert joint == {"ALD", "BOR"}


# ── headlines ───────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Kral: Alden must end its drills", "Ivo Kral"),
        ("Alden must end its drills: Kral", "Ivo Kral"),
        ("Crune: The island that Alden is watching", None),
        ("Live: Kral is in Port Alden", None),
    ],
)
def test_a_headline_may_name_its_speaker_beside_a_colon(text: str, speaker: str | None) -> None:
    assert [s.speaker for s in found(f"{text}\n\nThe drills began on Monday.") if s.found_by == "headline"] == (
        [speaker] if speaker else []
    )


# ── texts in which one person speaks ────────────────────────────────────────────────────────────────────────────────

SPEECH = (
    "I came to this harbour as a child. We fished here, and we were poor. My neighbours discussed the weather. "
    "They thought that the sea was endless. I know that it is not. Alden condemned the drills."
)


def test_in_a_speech_of_nobody_known_thoughts_are_told_and_deeds_are_nothing() -> None:
    assert [(s.side, s.kind, contents(s)) for s in found(SPEECH)] == [
        (None, Kind.INDIRECT, ["that the sea was endless"]),
        (None, Kind.INDIRECT, ["that it is not"]),
        ("ALD", Kind.INDIRECT, ["the drills"]),
    ]
