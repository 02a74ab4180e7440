"""Cutting quotations."""

from __future__ import annotations

import pytest

from briefing.model import Kind, Stance
from briefing.pages.cut import Cutter, Excerpt
from tests.pages.scenes import ALDEN, BORSKA, FISH, Scene


def stance(text: str, content: str, proof: str, kind: Kind = Kind.MIXED) -> Stance:
    scene = Scene(sides=(ALDEN, BORSKA), issues=(FISH,))
    scene.read(text)
    return scene.holds(scene.says("ALD", content, kind=kind), "fish", "speaks of fish", proof=proof)


def section(text: str, content: str, proof: str, limit: int = 60) -> str | None:
    excerpt = Cutter().quotation(stance(text, content, proof), limit)
    return excerpt.text if excerpt else None


def front(text: str, content: str, proof: str, limit: int = 25) -> Excerpt | None:
    return Cutter().key(stance(text, content, proof), limit)


def test_a_comma_before_the_closing_mark_goes() -> None:
    assert section("“We need a quota,” Berg said.", "“We need a quota,”", "quota") == "“We need a quota”"


def test_marks_around_the_content_are_taken_in() -> None:
    assert section("“We need a quota,” Berg said.", "We need a quota,", "quota") == "“We need a quota”"


def test_reported_words_get_no_marks() -> None:
    assert (
        section("Berg said Alden needed a quota soon.", "Alden needed a quota soon", "quota")
        == "Alden needed a quota soon"
    )


def test_the_narrators_that_is_not_part_of_the_words() -> None:
    assert (
        section("Berg said that Alden needed a quota.", "that Alden needed a quota", "quota") == "Alden needed a quota"
    )


def test_fewer_than_four_words_are_no_quotation() -> None:
    assert section("Berg called it “a quota”.", "“a quota”", "quota") is None


def test_a_long_quotation_ends_at_a_clause_with_an_ellipsis_and_its_mark() -> None:
    text = (
        "“We need a quota, and we need it now, and nobody here should doubt for one moment that we mean it,” she said."
    )
    assert section(text, text[:-10], "quota", limit=12) == "“We need a quota, and we need it now …”"


def test_a_quotation_entered_halfway_shows_that_it_was() -> None:
    text = "“The herring went away and stayed away for years, so what we ask for here is a quota,” she said."
    assert section(text, text[:-10], "a quota", limit=10) == "“… so what we ask for here is a quota”"


def test_the_evidence_is_never_cut() -> None:
    words = "we ask once more for a quota that will hold for many years"
    assert section(f"“Here {words}, and so on,” she said.", f"“Here {words}, and so on,”", words, limit=5) == (
        f"“… {words} …”"
    )


def test_line_ends_and_no_break_spaces_print_as_spaces() -> None:
    assert section("“We\nneed\u00a0a quota,” Berg said.", "“We\nneed\u00a0a quota,”", "quota") == "“We need a quota”"


def test_page_one_prefers_what_the_source_quotes() -> None:
    text = "Berg said the island was “a line that must not be crossed” by anyone."
    found = front(text, "the island was “a line that must not be crossed” by anyone", "must not be crossed")
    assert found == Excerpt("“a line that must not be crossed”", True)


def test_reported_words_on_page_one_open_with_an_ellipsis() -> None:
    found = front("Berg said that Alden needed a quota.", "Alden needed a quota", "quota")
    assert found == Excerpt("… Alden needed a quota", False)


@pytest.mark.parametrize("limit", [3, 8, 25, 60])
def test_every_excerpt_is_the_documents_own_words(limit: int) -> None:
    text = "“We need a quota, and we need it before the herring come back in spring; we will not wait,” said Ada Berg."
    found = section(text, text[: text.index(" said Ada")], "before the herring", limit)
    assert found is not None
    assert found.strip("“”… ") in text


def test_an_unclosed_quotation_is_closed() -> None:
    text = "“We need a quota, and we need it before the herring come back."
    assert section(text, text, "quota", limit=60) == "“We need a quota, and we need it before the herring come back.”"


def test_whom_it_was_told_and_where_is_not_part_of_the_words() -> None:
    content = "Berg in the Hall of the Isles that the two countries should share the herring"
    assert section(f"Kral told {content}.", content, "share the herring") == (
        "the two countries should share the herring"
    )


def test_what_a_side_believes_is_not_taken_for_whom_it_was_told() -> None:
    content = "Berg’s officials believe that the herring will come back"
    assert section(f"Kral said {content}.", content, "herring") == content


@pytest.mark.parametrize("tie", ["included", "was", "a"])
def test_a_word_that_ties_a_quotation_to_the_narrators_sentence_goes(tie: str) -> None:
    content = f"{tie} “sharing the herring of the bay fairly”"
    assert section(f"What Berg asked {content}.", content, "herring") == "“sharing the herring of the bay fairly”"


def test_a_denial_before_a_quotation_stays() -> None:
    content = "not “a sharing of the herring”"
    assert section(f"It was, Berg said, {content}.", content, "herring") == content


def test_words_that_lead_on_to_a_quotation_take_it_in() -> None:
    text = "“Useful,” it says. The two sides spoke about the “herring, the drills and the border.”"
    assert section(text, "two sides spoke about the", "two sides") == (
        "two sides spoke about the “herring, the drills and the border.”"
    )


def test_words_that_lead_on_to_nothing_are_no_quotation() -> None:
    text = "Berg and Kral spoke at length about the bay, says the readout."
    assert section(text, "Berg and Kral spoke at length about the", "spoke") is None
    assert front(text, "Berg and Kral spoke at length about the", "spoke") is None


def test_a_cut_does_not_end_on_a_word_that_leads_on() -> None:
    text = "“We spoke with all of the fishers here for the sake of the herring in the bay beyond them,” she said."
    found = section(text, text[:-10], "fishers", limit=11)
    assert found == "“We spoke with all of the fishers here for the sake …”"


def test_a_cut_at_a_dash_does_not_end_on_a_word_that_leads_on() -> None:
    text = "“We spoke with all of the fishers here for the — for the sake of the herring in the bay,” she said."
    found = section(text, text[:-10], "fishers", limit=11)
    assert found == "“We spoke with all of the fishers here …”"


def test_two_ellipses_in_a_row_are_one() -> None:
    text = "“We need a quota … and we need the herring to be there for all of us and for the rest,” she said."
    found = section(text, text[:-10], "quota", limit=6)
    assert found is not None
    assert "… …" not in found
