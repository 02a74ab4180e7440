"""What two sides' stances come to, issue by issue."""

from __future__ import annotations

from briefing.comparison import compare
from briefing.model import Authority, Confirmation, Document, Finding, Genre, Kind, Relation, Row, Statement
from briefing.stances import detect
from tests.fiction import document, ruleset, said

RULES = ruleset()
SIDES = (RULES.side("ALD"), RULES.side("BOR"))


def compared(*statements: Statement, read: tuple[Document, ...] = ()) -> tuple[tuple[Row, ...], tuple[Finding, ...]]:
    documents = read or tuple(dict.fromkeys(s.document for s in statements))
    return compare(documents, statements, detect(statements, RULES), SIDES, RULES)


def relation(*statements: Statement, read: tuple[Document, ...] = ()) -> Relation:
    rows, _ = compared(*statements, read=read)
    return rows[0].relation


def test_opposite_positions_diverge() -> None:
    assert relation(said("ALD", "We support the quota."), said("BOR", "We oppose the quota.")) == Relation.DIVERGENT


def test_the_same_position_converges() -> None:
    assert relation(said("ALD", "We support the quota."), said("BOR", "We want a quota.")) == Relation.CONVERGENT


def test_the_same_direction_in_another_degree_is_partial() -> None:
    assert (
        relation(said("ALD", "We support the quota."), said("BOR", "We could live with a quota.")) == Relation.PARTIAL
    )


def test_two_sides_on_one_issue_without_a_shared_proposition_make_different_points() -> None:
    assert relation(said("ALD", "We support the quota."), said("BOR", "We welcome all fish.")) == Relation.TALKING_PAST


def test_nobody_is_silent_on_the_strength_of_a_newspaper() -> None:
    report = document("We support the quota. The drills go on.")
    rows, _ = compared(said("ALD", "We support the quota.", report), said("BOR", "The drills go on.", report))
    assert [r.relation for r in rows] == [Relation.UNREPORTED, Relation.UNREPORTED]


def test_a_side_is_silent_where_its_own_text_on_the_occasion_was_read_whole() -> None:
    ours = document("We support the quota.", genre=Genre.READOUT, side="ALD")
    theirs = document("The drills go on.", genre=Genre.READOUT, side="BOR", id="d2", path="b.txt")
    rows, _ = compared(said("ALD", "We support the quota.", ours), said("BOR", "The drills go on.", theirs))
    assert rows[0].relation == Relation.SILENT


def test_another_occasion_is_no_silence() -> None:
    ours = document("We support the quota.", genre=Genre.READOUT, side="ALD", occasion="spring talks")
    theirs = document("The drills go on.", genre=Genre.READOUT, side="BOR", occasion="autumn talks", id="d2", path="b")
    rows, _ = compared(said("ALD", "We support the quota.", ours), said("BOR", "The drills go on.", theirs))
    assert rows[0].relation == Relation.UNREPORTED


def test_without_any_words_of_a_side_there_is_no_document() -> None:
    assert relation(said("ALD", "We support the quota.")) == Relation.NO_DOCUMENT


def test_what_only_the_other_side_tells_is_claimed() -> None:
    readout = document("We support the quota. Borska wants a quota.", genre=Genre.READOUT, side="ALD")
    told = said("BOR", "Borska wants a quota.", readout, via="ALD")
    rows, _ = compared(said("ALD", "We support the quota.", readout), told)
    assert (rows[0].relation, rows[0].confirmed) == (Relation.CLAIMED, Confirmation.NOT_READ)
    assert rows[0].cells[1].told


def test_a_claim_that_the_own_text_lacks_is_marked_absent() -> None:
    ours = document("Borska wants a quota.", genre=Genre.READOUT, side="ALD")
    theirs = document("The drills go on.", genre=Genre.READOUT, side="BOR", id="d2", path="b.txt")
    rows, _ = compared(said("BOR", "Borska wants a quota.", ours, via="ALD"), said("BOR", "The drills go on.", theirs))
    assert (rows[0].relation, rows[0].confirmed) == (Relation.CLAIMED, Confirmation.ABSENT)


def test_a_side_in_its_own_voice_outweighs_what_is_told_of_it() -> None:
    readout = document("Borska wants a quota.", genre=Genre.READOUT, side="ALD")
    told = said("BOR", "Borska wants a quota.", readout, via="ALD", authority=Authority.HEAD)
    rows, _ = compared(said("ALD", "We support the quota."), told, said("BOR", "We oppose the quota."))
    assert rows[0].answers[0].positions == (2, -2)


def test_higher_authority_speaks_for_a_side() -> None:
    low = said("BOR", "We support the quota.", authority=Authority.OFFICIAL)
    high = said("BOR", "We oppose the quota.", authority=Authority.HEAD)
    rows, _ = compared(said("ALD", "We oppose the quota."), low, high)
    assert rows[0].relation == Relation.CONVERGENT


def test_both_signs_of_one_side_are_a_finding() -> None:
    _, findings = compared(said("BOR", "We support the quota."), said("BOR", "We oppose the quota."))
    assert [f.code for f in findings] == ["inconsistent"]


def test_a_headline_never_speaks_for_a_side() -> None:
    rows, _ = compared(said("ALD", "We support the quota.", headline=True), said("BOR", "We oppose the quota."))
    assert rows[0].cells[0].stances == ()


def test_the_same_joint_words_without_a_proposition_converge() -> None:
    text = document("Both sides welcome all fish.")
    pair = [said(side, "Both sides welcome all fish.", text, kind=Kind.JOINT) for side in ("ALD", "BOR")]
    assert relation(*pair) == Relation.CONVERGENT


def test_the_strongest_representative_leads_a_cell() -> None:
    rows, _ = compared(said("BOR", "We want a quota."), said("BOR", "We warned all trawlers of the red line."))
    assert rows[0].cells[1].force == 4


def test_what_decides_the_relation_leads_the_cell() -> None:
    loud = said("BOR", "We warned all trawlers of the red line.")
    rows, _ = compared(said("ALD", "We support the quota."), loud, said("BOR", "We oppose the quota."))
    assert [cell.lead and cell.lead.proposition for cell in rows[0].cells] == ["fish.quota", "fish.quota"]


def test_what_is_only_told_never_leads_a_cell_with_own_words() -> None:
    readout = document("We support the quota. Borska wants a quota.", genre=Genre.READOUT, side="ALD")
    told = said("BOR", "Borska wants a quota.", readout, via="ALD")
    own = said("BOR", "We welcome all fish.", document("We welcome all fish.", id="d2"))
    rows, _ = compared(said("ALD", "We support the quota.", readout), told, own)
    assert rows[0].relation == Relation.CLAIMED
    assert rows[0].cells[1].lead is not None
    assert rows[0].cells[1].lead.own


def test_rows_stand_in_the_order_of_the_pack() -> None:
    rows, _ = compared(said("BOR", "The drills go on."), said("ALD", "We support the quota."))
    assert [r.issue.id for r in rows] == ["fish", "drills"]
