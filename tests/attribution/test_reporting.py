from __future__ import annotations

import time

import pytest

from briefing.attribution import remarks
from briefing.model import Authority, Kind
from tests.attribution.land import contents, document, found, one, words


@pytest.mark.parametrize(
    ("text", "speaker", "cue", "content", "kind"),
    [
        ("Ada Berg said that the drills must end.", "Ada Berg", "said", ["that the drills must end"], Kind.INDIRECT),
        ("The drills must end, Ada Berg said on Monday.", "Ada Berg", "said", ["The drills must end"], Kind.INDIRECT),
        ("“The drills must end,” said Ada Berg.", "Ada Berg", "said", ["“The drills must end,”"], Kind.DIRECT),
        ("‘The drills must end,’ Berg said.", "Ada Berg", "said", ["‘The drills must end,’"], Kind.DIRECT),
        ("«The drills must end», Berg said.", "Ada Berg", "said", ["«The drills must end»"], Kind.DIRECT),
        ("„The drills must end“, Berg said.", "Ada Berg", "said", ["„The drills must end“"], Kind.DIRECT),
        (
            "“The drills,” Berg said, “must end at once.”",
            "Ada Berg",
            "said",
            ["“The drills,”", "“must end at once.”"],
            Kind.DIRECT,
        ),
        ("Berg said: “The drills must end.”", "Ada Berg", "said", ["“The drills must end.”"], Kind.DIRECT),
        (
            "Berg said Borska was “playing with fire”.",
            "Ada Berg",
            "said",
            ["Borska was “playing with fire”"],
            Kind.MIXED,
        ),
        ("Berg warned Borska that it would pay.", "Ada Berg", "warned", ["that it would pay"], Kind.INDIRECT),
        ("Berg told reporters the talks were over.", "Ada Berg", "told", ["the talks were over"], Kind.INDIRECT),
        (
            "Alden accused Borska of breaking the pact.",
            "Alden",
            "accused",
            ["Borska of breaking the pact"],
            Kind.INDIRECT,
        ),
        ("Alden called on Borska to withdraw.", "Alden", "called on", ["Borska to withdraw"], Kind.INDIRECT),
        ("Alden denied breaking the pact.", "Alden", "denied", ["breaking the pact"], Kind.INDIRECT),
        ("Alden wants Borska to leave the strait.", "Alden", "wants", ["Borska to leave the strait"], Kind.NARRATED),
        ("Borsk decries the arms sales.", "Borsk", "decries", ["the arms sales"], Kind.INDIRECT),
        ("Alden pledged to send grain.", "Alden", "pledged", ["to send grain"], Kind.INDIRECT),
        (
            "According to Ada Berg, the talks are over.",
            "Ada Berg",
            "According to",
            ["the talks are over"],
            Kind.INDIRECT,
        ),
        (
            "The pact was condemned by Borska as a trap.",
            "Borska",
            "condemned by",
            ["The pact", "as a trap"],
            Kind.INDIRECT,
        ),
        (
            "Alden's repeated warning that the strait is closed went unheard.",
            "Alden",
            "warning",
            ["that the strait is closed went unheard"],
            Kind.INDIRECT,
        ),
    ],
    ids=lambda v: v[:34] if isinstance(v, str) else "",
)
def test_words_find_their_speaker(text: str, speaker: str, cue: str, content: list[str], kind: Kind) -> None:
    made = one(text)
    assert (made.speaker, words(made, "cue"), contents(made), made.kind) == (speaker, cue, content, kind)


@pytest.mark.parametrize(
    "text",
    [
        "Ada Berg flew to Borsk on Monday.",
        "Borska imposed sanctions on two Aldenian banks.",
        "Alden signed the bill in May.",
        "Neither side made any comment.",
        "There was no immediate comment from Borska.",
        "Berg did not say when the talks would end.",
        "Alden’s support for the pact helped the fishermen.",
        "He Tolan arrived in Borsk.",
    ],
    ids=lambda t: t[:30],
)
def test_deeds_and_silence_are_no_statements(text: str) -> None:
    assert found(text) == ()


def test_a_negated_attitude_is_a_position() -> None:
    made = one("Alden does not support the blockade.")
    assert (made.side, contents(made)) == ("ALD", ["the blockade"])


def test_the_span_is_whole_sentences_and_the_content_leaves_the_narrator_out() -> None:
    made = one("The day began late. “We came,” Berg said, smiling. “We saw.” The rain went on.")
    assert made.words == "“We came,” Berg said, smiling. “We saw.”"
    assert contents(made) == ["“We came,”", "“We saw.”"]


def test_a_headline_is_marked() -> None:
    first, second = found("Alden warns Borska it will close the strait\n\nAda Berg said the strait would be closed.")
    assert (first.headline, second.headline) == (True, False)
    assert first.side == "ALD"


def test_two_clauses_of_one_sentence_keep_apart() -> None:
    made = found("Alden warned that the strait was closed, and Borska said it would not wait.")
    assert [(s.side, contents(s)) for s in made] == [
        ("ALD", ["that the strait was closed"]),
        ("BOR", ["it would not wait"]),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Berg said that after ten years of drills, “there is nothing left to fish.”",
            ["that after ten years of drills, “there is nothing left to fish.”"],
        ),
        ("“We came at once” for the truce, Berg said.", ["“We came at once” for the truce"]),
        (
            "The quota is “hardly fair,” Berg said. “We will not sign it.”",
            ["The quota is “hardly fair,”", "“We will not sign it.”"],
        ),
        ("The drills must end, Berg said. “We will not wait.”", ["The drills must end", "“We will not wait.”"]),
    ],
    ids=["that runs into it", "runs on behind it", "goes on", "plain words first"],
)
def test_a_quotation_and_the_plain_words_around_it_are_one_report(text: str, expected: list[str]) -> None:
    assert [contents(s) for s in found(text) if s.speaker == "Ada Berg"] == [expected]


def test_a_noun_that_looks_like_a_verb_of_saying_leads_into_nothing() -> None:
    made = found("Berg won in the first two states. “We are glad,” said Kral.")
    assert [(s.speaker, words(s, "cue")) for s in made] == [("Ivo Kral", "said")]
    assert found("The raids that shook Borsk came in two states that held a vote.") == ()


# ── inputs that broke neighbouring tools ────────────────────────────────────────────────────────────────────────────


def test_an_apostrophe_that_looks_like_a_mark_opens_nothing() -> None:
    text = "» Talks resumed on Monday. Ada Berg of Alden called the pact “a partner‘s duty” and left."
    made = one(text)
    assert (made.kind, made.speaker) == (Kind.MIXED, "Ada Berg")
    assert any("“a partner‘s duty”" in c for c in contents(made))
    assert [f.code for f in remarks(made.document, (made,))] == ["unpaired-mark"]


def test_a_quotation_reopened_in_the_next_paragraph_keeps_its_speaker() -> None:
    text = "Ada Berg, foreign minister of Alden, said: “The drills must end.\n\n“We will not wait,” she added."
    made = found(text)
    assert {(s.speaker, s.side) for s in made} == {("Ada Berg", "ALD")}
    assert (words(made[-1], "source"), made[-1].resolved_by) == ("she", "pronoun")
    assert remarks(made[0].document, made) == ()


def test_a_quotation_over_three_paragraphs_is_one_statement() -> None:
    text = (
        "“We came to listen,” Berg said. “The first day was useful.\n\n“The second was not.\n\n“There will be a third.”"
    )
    made = one(text)
    assert made.speaker == "Ada Berg"
    assert contents(made) == [
        "“We came to listen,”",
        "“The first day was useful.",
        "“The second was not.",
        "“There will be a third.”",
    ]
    assert not any("\n" in c for c in contents(made))


def test_authority_follows_the_office() -> None:
    assert one("Ivo Kral said the strait was closed.").authority is Authority.HEAD
    assert one("Borskan officials said the strait was closed.").authority is Authority.OFFICIAL
    assert one("The Borsk Herald Agency said the strait was closed.").authority is Authority.MEDIA


@pytest.mark.parametrize("piece", ["Berg said ", "“", "said, ", "the and ", "Berg, Kral and ", "his ", "to say to "])
def test_no_text_is_slow(piece: str) -> None:
    text = piece * 4_000
    begin = time.process_time()
    found(text)
    assert time.process_time() - begin < 12


def test_findings_name_what_could_not_be_settled() -> None:
    text = "“Nobody knows what will come of this,” a passer-by with a dog said."
    made = found(text)
    assert [f.code for f in remarks(document(text), made)] == ["unresolved-speaker"]


def test_a_quotation_left_open_keeps_its_holder_over_sentences() -> None:
    made = one("Berg said Borska was “not keeping its word. We have to act. We want peace.” The press left.")
    assert (made.speaker, contents(made)[1:]) == ("Ada Berg", ["We have to act. We want peace.”"])


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Kral and President Moss's envoy Ada Berg said the talks were useful.", {"ALD", "BOR"}),
        ("Berg met Kral on Monday. The two envoys agreed to hold talks on the quota.", {"ALD", "BOR"}),
        ("Berg met Kral on Monday. The pair agreed to hold talks on the quota.", {"ALD", "BOR"}),
        ("Berg met Kral on Monday. Two officials said the talks were hard.", {None}),
    ],
    ids=["possessor", "two envoys", "pair", "any two"],
)
def test_two_people_of_two_sides_speak_together(text: str, sides: set[str | None]) -> None:
    assert {s.side for s in found(text)} == sides


def test_a_joined_verb_goes_on_with_the_clause_it_is_joined_to() -> None:
    made = found("Kral said the pact was good, while Berg criticised the drills and pledged to help the fleet.")
    assert {(s.side, words(s, "cue")) for s in made} == {("BOR", "said"), ("ALD", "criticised"), ("ALD", "pledged")}


@pytest.mark.parametrize(
    "text",
    [
        "The Borsk accords call for a truce at sea.",
        "The Borsk summit called for a truce at sea.",
        "Olaf Dahl, vice president of Borska Steel Corp, said prices would rise.",
        "The vice president of Borska Steel Corp said prices would rise.",
    ],
    ids=["accords", "summit", "apposition", "firm"],
)
def test_a_place_in_the_name_of_a_pact_or_firm_speaks_for_nobody(text: str) -> None:
    assert {s.side for s in found(text)} == {None}


def test_a_pact_named_by_its_place_is_nobodys_agreement() -> None:
    made = found("Berg said Alden would help to carry out the Borsk agreements in order to end the war.")
    assert [s.side for s in made] == ["ALD"]


def test_an_adverb_behind_the_verb_is_no_speaker() -> None:
    made = found("“The drills must end,” said earlier on Friday. Berg said talks on the quota should begin.")
    assert [s.speaker for s in made] == [None, "Ada Berg"]


def test_what_both_did_begins_at_its_own_subject() -> None:
    made = found("Berg met Kral. She said the call was useful, and both sides conducted frank talks.")
    told = {s.side: contents(s) for s in made}
    assert told["BOR"] == ["both sides conducted frank talks"]


def test_a_readout_is_the_channel_of_whom_it_cites() -> None:
    made = one("Kral accused Alden of breaking its word, according to a Borskan readout.")
    assert (made.speaker, made.channel) == ("Ivo Kral", "Borskan readout")


@pytest.mark.parametrize(
    ("text", "side", "cue"),
    [
        ("Borskan officials increasingly warn that the pact is dead.", "BOR", "warn"),
        ("Borska increasingly claims that the pact is dead.", "BOR", "claims"),
        (
            "Efforts went on, but Borska has kept its fleet and repeatedly rebuffed calls for a truce.",
            "BOR",
            "rebuffed",
        ),
        ("When asked whether Borska would talk, Berg said that all was open.", "ALD", "said"),
    ],
    ids=["adverb", "adverb of a state", "but", "asked"],
)
def test_a_verb_finds_its_subject_across_adverbs_and_clauses(text: str, side: str, cue: str) -> None:
    made = one(text)
    assert (made.side, words(made, "cue")) == (side, cue)


def test_a_clause_of_time_before_the_speaker_is_not_what_was_said() -> None:
    made = one("As their meetings got underway, Berg said Alden and Borska face a choice.")
    assert contents(made) == ["Alden and Borska face a choice"]


def test_an_open_quotation_without_a_verb_is_of_who_spoke_before() -> None:
    text = "“It is no way to trade,” Berg said.\n\nThe quotas are “a closed door. We want fair trade.” The press left."
    assert [(s.speaker, contents(s)[0][:15]) for s in found(text)] == [
        ("Ada Berg", "“It is no way t"),
        ("Ada Berg", "“a closed door."),
    ]


def test_a_quotation_that_completes_a_phrase_is_no_utterance_of_its_own() -> None:
    quoted = "“Northern drills, the fish quota, the light on the cape and other old quarrels.”"
    (statement,) = [
        s for s in found(f"Ada Berg noted that the envoys discussed the {quoted}") if s.speaker == "Ada Berg"
    ]
    assert statement.kind == Kind.MIXED
    assert contents(statement) == [f"that the envoys discussed the {quoted}"]
