"""What the two sides' texts as wholes show."""

from __future__ import annotations

import datetime

from briefing.comparison import compare
from briefing.model import Document, Genre, Kind, Outline, Row, Statement
from briefing.outline import outline
from briefing.stances import detect
from tests.fiction import document, ruleset, said

RULES = ruleset()
SIDES = (RULES.side("ALD"), RULES.side("BOR"))


def outlined(*statements: Statement, read: tuple[Document, ...] = ()) -> Outline:
    documents = read or tuple(dict.fromkeys(s.document for s in statements))
    return outline(documents, statements, detect(statements, RULES), SIDES, RULES)


def rows(*statements: Statement) -> tuple[Row, ...]:
    documents = tuple(dict.fromkeys(s.document for s in statements))
    return compare(documents, statements, detect(statements, RULES), SIDES, RULES)[0]


def test_the_weight_of_an_issue_is_its_share_of_a_sides_coded_sentences() -> None:
    text = document("The drills go on. We support the quota. We welcome all fish.")
    words = ("The drills go on.", "We support the quota.", "We welcome all fish.")
    found = outlined(*(said("ALD", w, text) for w in words)).weights
    assert [(w.issue.id, w.sentences, w.share, w.order) for w in found] == [
        ("fish", 2, 0.667, 2),
        ("drills", 1, 0.333, 1),
    ]


def test_two_sides_that_speak_of_the_same_overlap_wholly_and_of_different_things_not_at_all() -> None:
    ours, theirs = said("ALD", "We support the quota."), said("BOR", "We oppose the quota.")
    assert outlined(ours, theirs).overlap == 100.0
    assert outlined(ours, said("BOR", "The drills go on.")).overlap == 0.0
    assert outlined(ours).overlap is None


def test_what_is_only_told_is_no_weight_of_the_side() -> None:
    assert outlined(said("BOR", "Borska wants a quota.", via="ALD")).weights == ()


def test_asks_are_gathered_by_what_is_asked() -> None:
    text = document("We urged all to support the quota. We warned all who want no quota.")
    asks = outlined(said("ALD", "We urged all to support the quota.", text)).asks
    assert [(a.side, a.words, len(a.stances)) for a in asks] == [("ALD", "agree to a fishing quota", 1)]


def test_what_both_agree_to_is_a_deliverable() -> None:
    text = document("The two sides agreed to support the quota.")
    both = [said(side, text.text, text, kind=Kind.JOINT) for side in ("ALD", "BOR")]
    assert [d.words for d in outlined(*both).deliverables] == ["wants a fishing quota"]
    assert outlined(both[0]).deliverables == ()


def test_two_names_of_one_matter_are_a_pair() -> None:
    ours, theirs = said("ALD", "We recall the Harbour talks."), said("BOR", "Let the spirit of Borsk live.")
    assert [dict(n.names) for n in outlined(ours, theirs).names] == [{"ALD": "Harbour talks", "BOR": "spirit of Borsk"}]
    assert outlined(ours).names == ()


def test_own_texts_on_one_occasion_are_paired() -> None:
    ours = document("We support the quota.", genre=Genre.READOUT, side="ALD")
    day = datetime.date(2030, 5, 2)
    theirs = document("The drills go on.", genre=Genre.READOUT, side="BOR", id="d2", path="b.txt", date=day)
    assert [[d.id for d in m.documents] for m in outlined(read=(ours, theirs)).meetings] == [["d1", "d2"]]


def test_a_result_is_said_in_one_sentence() -> None:
    row = rows(said("ALD", "We support the quota."), said("BOR", "We oppose the quota."))[0]
    words = "Alden wants a fishing quota; Borska opposes a fishing quota: opposite positions."
    assert row.answers[0].sentence == words


def test_a_claim_begins_with_the_side_that_tells_it() -> None:
    row = rows(said("BOR", "Borska could live with a quota.", via="ALD"))[0]
    assert row.answers[0].sentence == "Alden says that Borska could live with a quota."


def test_a_cell_on_one_narrated_sentence_is_thin_and_says_of_what_kind_it_is() -> None:
    cell = rows(said("BOR", "We oppose the quota.", kind=Kind.NARRATED))[0].cells[1]
    assert (cell.thin, dict(cell.kinds)) == (True, {Kind.NARRATED: 1})
    assert not rows(said("BOR", "We oppose the quota."))[0].cells[1].thin
