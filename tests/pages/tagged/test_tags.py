"""The tags of a briefing: they hold all that is said, in the order of reading, and nothing else."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from itertools import pairwise
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.model import Analysis, Look
from briefing.pages import draw
from briefing.pages.document import lay_out
from briefing.pages.evidence import Register
from briefing.pages.fonts import visible
from briefing.pages.theme import PAPERS
from tests.pages import scenes
from tests.pages.tagged import generated
from tests.pages.tagged.described import described, lines
from tests.pages.tagged.reading import Node, Read, read

RECORD = b"{}\n"
SCENES = ("quarrel", "beijing", "readouts", "nobody", "many", "archive", "scripts")
MARKING = "FOR THE DESK"


@cache
def scene(name: str) -> Analysis:
    found: Analysis = getattr(scenes, name)().analysis()
    return found


@cache
def tags(name: str) -> Read:
    return read(draw(scene(name), record=RECORD, look=Look(marking=MARKING)))


def differences(analysis: Analysis, marking: str | None = None) -> list[tuple[str, str]]:
    """Compare what the file says by its tags with what its blocks say."""
    laid = lay_out(analysis, PAPERS["a4"], RECORD, Look(marking=marking))
    wanted = list(lines(described(laid)))
    found = list(lines(read(draw(analysis, record=RECORD, look=Look(marking=marking))).root))
    return [pair for pair in zip(found, wanted, strict=False) if pair[0] != pair[1]] + [
        ("", line) for line in wanted[len(found) :]
    ]


def folded(text: str) -> str:
    return " ".join(visible(unicodedata.normalize("NFC", text)).split())


# ── the whole ───────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("name", SCENES)
def test_the_tags_say_what_the_blocks_say(name: str) -> None:
    assert differences(scene(name), MARKING) == []


def test_a_statement_of_ten_thousand_words_is_one_paragraph_of_the_register() -> None:
    analysis = scenes.endless(10_000).analysis()
    found = read(draw(analysis, record=RECORD))
    entry = found.root.all("L")[-1].all("LBody")[0]
    assert folded(entry.text).endswith(folded(analysis.statements[0].document.words(analysis.statements[0].span)))
    assert len({page for (page, _), node in found.claimed.items() if node is entry}) > 5


def test_sixty_issues_stand_in_one_table() -> None:
    analysis = generated.analysis(Random(60), issues=60, longest=12)
    assert differences(analysis) == []
    table = read(draw(analysis, record=RECORD)).root.all("Table")[0]
    assert len(table.all("TR")) == len(analysis.rows) + 1


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.randoms(use_true_random=False))
def test_any_briefing_says_by_its_tags_what_its_blocks_say(chance: Random) -> None:
    assert differences(generated.analysis(chance)) == []


@pytest.mark.parametrize("seed", range(5))
def test_long_statements_are_read_back_word_for_word(seed: int) -> None:
    analysis = generated.analysis(Random(seed), longest=500)
    entries = [folded(node.text) for node in read(draw(analysis, record=RECORD)).root.all("LBody")]
    for evidence in Register(analysis).entries:
        words = folded(evidence.statement.document.words(evidence.statement.span))
        assert any(entry.endswith(words) for entry in entries), words


# ── what the file holds ─────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("name", SCENES)
def test_all_that_is_drawn_is_content_or_decoration(name: str) -> None:
    assert tags(name).loose == []


@pytest.mark.parametrize("name", SCENES)
def test_every_mark_is_the_content_of_one_element(name: str) -> None:
    assert set(tags(name).claimed) == set(tags(name).marks)


@pytest.mark.parametrize("name", SCENES)
def test_the_way_back_from_a_mark_leads_to_its_element(name: str) -> None:
    found = tags(name)
    for number, page in enumerate(found.reader.pages):
        owners = found.owners[int(page["/StructParents"])].get_object()  # type: ignore[call-overload]
        here = {mark: node for (where, mark), node in found.claimed.items() if where == number}
        assert [owner.idnum for owner in owners] == [here[mark].number for mark in range(len(here))]


@pytest.mark.parametrize("name", SCENES)
def test_every_link_is_the_content_of_a_link(name: str) -> None:
    found = tags(name)
    links = {node.number: node for node in found.root.all("Link")}
    annotations = [a.get_object() for page in found.reader.pages for a in page.get("/Annots", [])]
    assert sum(node.links for node in links.values()) == len(annotations)
    for annotation in annotations:
        link = links[found.owners[annotation["/StructParent"]].idnum]
        assert link.text.strip()
        assert annotation["/Contents"]
        assert annotation["/F"] == 4


@pytest.mark.parametrize("name", SCENES)
def test_footers_are_not_read_out(name: str) -> None:
    found = tags(name)
    assert "Page 1 of" in found.artifacts
    assert "Page 1 of" not in found.root.text


def test_a_marking_is_read_out_once_and_first() -> None:
    found = tags("beijing")
    assert found.root.text.startswith(MARKING)
    assert found.root.text.count(MARKING) == 1
    assert found.artifacts.count(MARKING) == 2 * len(found.reader.pages) - 1


def test_a_head_repeated_over_the_pages_is_read_out_once() -> None:
    found = tags("many")
    assert found.root.text.count("Force of words") == 1
    assert found.artifacts.count("Force of words") >= 1


# ── what kind of thing each is ──────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("name", SCENES)
def test_no_level_of_heading_is_skipped(name: str) -> None:
    levels = [int(node.role[1]) for node in tags(name).root.all("H1", "H2", "H3")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(two <= one + 1 for one, two in pairwise(levels))


def width(table: Node) -> set[int]:
    """Count the cells of each row, those of other rows that reach into it included."""
    rows = table.all("TR")
    taken = [0] * len(rows)
    for k, row in enumerate(rows):
        for cell in row.all("TH", "TD"):
            for reached in range(k, k + cell.facts.get("RowSpan", 1)):
                taken[reached] += cell.facts.get("ColSpan", 1)
    return set(taken)


@pytest.mark.parametrize("name", SCENES)
def test_all_rows_of_a_table_are_equally_wide(name: str) -> None:
    assert all(len(width(table)) == 1 for table in tags(name).root.all("Table"))


@pytest.mark.parametrize("name", SCENES)
def test_every_header_says_what_it_speaks_for(name: str) -> None:
    assert all(node.facts["Scope"] in ("/Row", "/Column") for node in tags(name).root.all("TH"))


@pytest.mark.parametrize("name", SCENES)
def test_lists_hold_entries_and_entries_say_something(name: str) -> None:
    for listing in tags(name).root.all("L"):
        kids = [kid for kid in listing.kids if isinstance(kid, Node)]
        assert {kid.role for kid in kids} == {"LI"}
        assert all(kid.all("LBody") and kid.text.strip() for kid in kids)


def test_the_words_of_a_document_are_a_quotation_with_a_way_to_their_evidence() -> None:
    quotations = tags("quarrel").root.all("BlockQuote")
    assert any("We need a quota" in quotation.text for quotation in quotations)
    assert all(re.fullmatch(r"\d+ ", q.all("Lbl")[0].all("Link")[0].text) for q in quotations)


def test_every_drawing_that_says_something_has_words_and_a_place() -> None:
    figures = tags("quarrel").root.all("Figure")
    assert len(figures) == len(scene("quarrel").rows)
    assert figures[0].alternative == "Alden: strong, 3 of 5; Borska: strong, 3 of 5"
    assert all(len(figure.facts["BBox"]) == 4 for figure in figures)


def test_what_is_only_told_is_told_as_such_where_a_hollow_mark_shows_it() -> None:
    told = [figure.alternative for figure in tags("quarrel").root.all("Figure") if "reports" in str(figure.alternative)]
    assert told == ["Borska, as Alden reports it: clear, 2 of 5"]


# ── languages and letters ───────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("name", scenes.SCRIPTS)
def test_words_of_any_script_are_read_as_they_are_written(name: str) -> None:
    assert tags("scripts").root.text.count(scenes.SCRIPTS[name]) >= 2  # beside its side, and in the register


@pytest.mark.parametrize(
    ("name", "language"),
    [("chinese", "zh-Hans"), ("traditional", "zh-Hant"), ("arabic", "und-Arab"), ("hebrew", "he"), ("greek", "el")],
)
def test_a_quotation_names_its_language(name: str, language: str) -> None:
    (quotation,) = [q for q in tags("scripts").root.all("BlockQuote") if scenes.SCRIPTS[name] in q.text]
    assert quotation.language == language


def test_a_name_cut_by_a_hyphen_is_read_whole() -> None:
    assert any("Haushaltskonditionalität 2" in link.text for link in tags("many").root.all("Link"))


def test_a_space_at_a_line_end_is_there_even_in_a_font_without_one() -> None:
    scene = scenes.Scene(sides=(scenes.ALDEN, scenes.BORSKA), issues=(scenes.FISH,))
    words = f"“{' '.join(['平等互利'] * 40)}”"
    scene.read(f"{words}\n")
    scene.holds(scene.says("ALD", words), "fish.quota", "wants a quota", position=2)
    assert words in read(draw(scene.analysis(), record=RECORD)).root.text
