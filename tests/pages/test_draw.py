"""The briefing as a file: what a reader of the PDF finds in it."""

from __future__ import annotations

import hashlib
import io
import os
import re
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.model import Act, Analysis, Finding, Genre, Kind, Look, Paper
from briefing.pages import draw, sides
from briefing.pages.blocks import Position
from briefing.pages.kit import Kit
from briefing.pages.theme import SERIF, SERIF_BOLD
from tests.pages import scenes
from tests.pages.scenes import ALDEN, BORSKA, FISH, Scene

ROOT = Path(__file__).parents[2]
PAGES = ROOT / "briefing" / "pages"
RECORD = b'{"schema": "briefing.analysis/1"}\n'


def opened(analysis: Analysis, **options: Any) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(draw(analysis, record=RECORD, look=Look(**options))))


def printed(analysis: Analysis, **options: Any) -> list[str]:
    """Give the text of each page, blanks folded."""
    return [" ".join(page.extract_text().split()) for page in opened(analysis, **options).pages]


# ── page one ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_page_one_stands_alone() -> None:
    front = printed(scenes.beijing().analysis())[0]
    for words in (
        "United States and China",
        "Of nine issues, the texts read show agreement on one and opposition on one.",
        "14 May 2025",
        "1 news report",
        "The Daily Post",
        "Machine-coded, not reviewed.",
        "No text published by either side",
        "calls the charge baseless",
        "not reported here",
        "Force of words",
    ):
        assert words in front


@pytest.mark.parametrize("scene", ["quarrel", "beijing", "readouts"])
def test_a_usual_brief_keeps_its_matrix_on_page_one(scene: str) -> None:
    analysis = getattr(scenes, scene)().analysis()
    front = printed(analysis)[0]
    assert all(row.issue.name.split()[0].split("-")[0] in front for row in analysis.rows)
    assert "Numbers in brackets lead to the register, page" in front


def test_every_result_has_its_finding_where_page_one_can_hold_it() -> None:
    analysis = scenes.beijing().analysis()
    front = printed(analysis)[0]
    assert front.index("Not reported") < front.index("Force of words")


def test_two_groups_of_claims_say_whose_text_tells() -> None:
    scene = Scene(sides=(ALDEN, BORSKA), issues=(FISH, scenes.DRILLS))
    scene.read("Berg said Borska wants a quota for all. Kral said Alden wants to stop the drills.\n")
    one = scene.says("BOR", "Borska wants a quota for all", kind=Kind.INDIRECT, via="ALD")
    scene.holds(one, "fish.quota", "wants a quota", position=2)
    two = scene.says("ALD", "Alden wants to stop the drills", kind=Kind.INDIRECT, via="BOR")
    scene.holds(two, "drills.stop", "wants the drills stopped", position=2)
    front = printed(scene.analysis())[0]
    assert "told by Alden" in front
    assert "told by Borska" in front


def test_a_matrix_too_long_for_a_page_runs_on_under_its_header() -> None:
    pages = printed(scenes.many().analysis())
    assert "Force of words" in pages[0]
    assert "Force of words" in pages[1]
    assert "21" in pages[1]


def test_no_issue_at_all_is_said_on_the_page() -> None:
    pages = printed(scenes.nobody().analysis())
    assert "No position of either side was found in what was read" in pages[0]
    assert "undated" in pages[0]


def test_the_note_names_the_pages_of_register_and_key() -> None:
    pages = printed(scenes.beijing().analysis())
    found = re.search(r"register, page (\d+); marks and words are (?:on page (\d+)|explained there, too)", pages[0])
    assert found
    assert "Register of evidence" in pages[int(found[1]) - 1]
    assert "opposite positions" in pages[int(found[2] or found[1]) - 1]
    assert found[1] != found[2]


def test_a_headline_is_never_the_key_quotation() -> None:
    scene = Scene(sides=(ALDEN, BORSKA), issues=(FISH,))
    scene.read(
        "Borska: quota is “madness beyond all measure”\n\nBorska said a quota would be “bad for all of its boats”.\n"
    )
    head = scene.says("BOR", "quota is “madness beyond all measure”", kind=Kind.MIXED, headline=True)
    scene.holds(head, "fish.quota", "rules out a quota", position=-2, act=Act.REJECT, force=5)
    text = scene.says("BOR", "a quota would be “bad for all of its boats”", kind=Kind.MIXED)
    scene.holds(text, "fish.quota", "rules out a quota", position=-2, act=Act.REJECT, force=2)
    front = printed(scene.analysis())[0]
    assert "madness" not in front
    assert "“bad for all of its boats”" in front


# ── sections, register, margins ─────────────────────────────────────────────────────────────────────────────────────


def test_both_sides_stand_beside_each_other_with_their_words() -> None:
    text = " ".join(printed(scenes.quarrel().analysis())[1:])
    assert "Alden asks for a fishing quota." in text
    assert "“We need a quota, and we need it before the herring come back in spring”" in text
    assert "Demands · strong, 3 of 5" in text
    assert "“A quota is out of the question”" in text
    assert "Borska promises to end its drills, as Alden reports it." in text


def test_a_long_quotation_stands_in_full_once() -> None:
    scene = Scene(sides=(ALDEN, BORSKA), issues=(FISH, scenes.DRILLS))
    text = (
        "We have come here with an open mind to speak of the quota that the fishers of both our coasts have wanted for "
        "so many years, and we shall speak of the drills that keep all of the fishers from their bay in the summer too"
    )
    scene.read(f"“{text},” said Berg.\n")
    said = scene.says("ALD", f"“{text},”")
    scene.holds(said, "fish.quota", "wants a quota", position=2, proof="the quota")
    scene.holds(said, "drills.stop", "wants the drills stopped", position=2, proof="the drills")
    pages = " ".join(printed(scene.analysis())[1:])
    sections = pages[: pages.index("Common ground")]
    assert sections.count("with an open mind to speak of the quota") == 1
    assert "“… and we shall speak of the drills" in sections


def test_what_is_not_reported_is_not_called_silence() -> None:
    text = " ".join(printed(scenes.quarrel().analysis()))
    assert "Alden is not quoted in what was read. No text of its own was read, so this is not silence." in text


def test_requests_stand_by_force() -> None:
    text = " ".join(printed(scenes.beijing().analysis()))
    assert re.search(r"warning stop helping Russia’s war.*clear keep the peace in the Strait", text)


def _asking() -> Scene:
    """Alden asks for one quota in three ways, in one statement and in another."""
    scene = Scene(sides=(ALDEN, BORSKA), issues=(FISH,))
    scene.read("Berg said Alden demanded a firm quota now. She said it wished for a quota one day.\n")
    first = scene.says("ALD", "Alden demanded a firm quota now", kind=Kind.INDIRECT)
    later = scene.says("ALD", "it wished for a quota one day", kind=Kind.INDIRECT)
    common = {"position": 2, "act": Act.REQUEST}
    scene.holds(first, "fish.quota", "wants a quota", **common, force=2, ask="agree to a quota")  # type: ignore[arg-type]
    scene.holds(first, "fish.quota", "demands a quota", **common, force=4, ask="agree to a quota or face a ban")  # type: ignore[arg-type]
    scene.holds(later, "fish.quota", "wishes for a quota", **common, force=1, ask="think of a quota")  # type: ignore[arg-type]
    return scene


def test_what_is_asked_on_one_proposition_is_one_request() -> None:
    text = " ".join(printed(_asking().analysis()))
    assert "warning agree to a quota or face a ban [1, 2]" in text
    assert "think of a quota" not in text


def test_what_both_say_together_is_nobodys_request() -> None:
    scene = Scene(sides=(ALDEN, BORSKA), issues=(FISH,))
    scene.read("Both sides said that a quota should come soon.\n")
    for side in ("ALD", "BOR"):
        said = scene.says(side, "a quota should come soon", kind=Kind.JOINT)
        scene.holds(said, "fish.quota", "wants a quota", position=2, act=Act.REQUEST, ask="agree to a quota")
    text = " ".join(printed(scene.analysis()))
    assert "No request of Alden is reported." in text
    assert "No request of Borska is reported." in text


def test_joint_words_that_prove_common_ground_are_not_listed_twice() -> None:
    scene = Scene(sides=(ALDEN, BORSKA), issues=(FISH, scenes.DRILLS))
    scene.read("Both sides said that a quota should come soon. Both sides spoke about the drills at length.\n")
    for side in ("ALD", "BOR"):
        agreed = scene.says(side, "a quota should come soon", kind=Kind.JOINT)
        scene.holds(agreed, "fish.quota", "wants a quota", position=2)
        talked = scene.says(side, "Both sides spoke about the drills at length", kind=Kind.JOINT)
        scene.holds(talked, "drills", "discusses the drills")
    text = " ".join(printed(scene.analysis()))
    common = text[text.index("Common ground") : text.index("What each side asks")]
    assert "Both hold There should be a fishing quota. [1] Joint" in common
    assert "spoke about the drills at length" in common
    assert "should come soon" not in common


def test_a_bare_mention_is_no_request() -> None:
    scene = _asking()
    said = scene.says("ALD", "it wished for a quota one day", kind=Kind.INDIRECT)
    scene.holds(said, "fish", "makes a request on fisheries", act=Act.REQUEST)
    text = " ".join(printed(scene.analysis()))
    assert "makes a request on fisheries" not in text[text.index("What each side asks") :]


def test_findings_are_printed_with_their_lines() -> None:
    text = " ".join(printed(scenes.quarrel().analysis()))
    assert "What the rules did not understand" in text
    assert "Line 3: no rule speaks to: the herring." in text


def test_sentences_that_carry_no_statement_are_named() -> None:
    text = " ".join(printed(scenes.quarrel().analysis()))
    assert "Sentences read: 5; with a statement: 4; without: 1." in text
    assert "Left out Line 1: Alden and Borska met in Port Alden on Wednesday." in text


def test_a_finding_of_an_unknown_kind_names_itself() -> None:
    scene = scenes.quarrel()
    scene.findings.append(Finding(code="odd-thing", message="something odd"))
    assert "Odd thing Something odd." in " ".join(printed(scene.analysis()))


def test_the_register_gives_the_sentence_and_its_line() -> None:
    text = " ".join(printed(scenes.quarrel().analysis()))
    assert "Ivo Kral, quoted, line 5, fish.quota.reject: “A quota is out of the question,” answered Ivo Kral" in text


def test_entries_of_several_documents_begin_with_a_letter() -> None:
    text = " ".join(printed(scenes.readouts().analysis()))
    assert "a “Readout of the meeting with Borska”, Ministry of Alden" in text
    assert "a Ada Berg, own text, line 3" in text
    assert "b Ivo Kral, own text, line 3" in text


def test_fifty_documents_are_listed() -> None:
    text = " ".join(printed(scenes.archive(50).analysis()))
    assert "50 news reports" in text
    assert "ax “Round 49”" in text


def test_joint_words_are_one_piece_of_evidence() -> None:
    text = " ".join(printed(scenes.beijing().analysis()))
    assert text.count("Said by both 6 Both sides called their talks “useful and frank.”") == 1
    assert text.count("Both sides, joint") == 1


def test_every_page_names_its_record() -> None:
    pages = printed(scenes.quarrel().analysis())
    digits = hashlib.sha256(RECORD).hexdigest()[:8]
    for number, page in enumerate(pages, 1):
        assert f"Page {number} of {len(pages)}" in page
        assert f"record {digits}" in page


def test_a_marking_stands_at_head_and_foot_of_every_page() -> None:
    for page in printed(scenes.quarrel().analysis(), marking="FOR THE DESK ONLY"):
        assert page.count("FOR THE DESK ONLY") == 2


def test_title_and_author_are_printed_and_in_the_metadata() -> None:
    reader = opened(scenes.quarrel().analysis(), title="Fish & <b>friends</b>", prepared_by="The Desk")
    assert reader.metadata is not None
    assert reader.metadata.title == "Fish & <b>friends</b>"
    assert reader.metadata.author == "The Desk"
    assert "Fish & <b>friends</b>" in reader.pages[0].extract_text()


@pytest.mark.parametrize("title", ["", "  ", "\n", "\u200b"])
def test_a_blank_title_is_no_title(title: str) -> None:
    reader = opened(scenes.quarrel().analysis(), title=title, marking=title, prepared_by=title)
    assert reader.metadata is not None
    assert reader.metadata.title == "Alden and Borska"
    assert "Prepared by" not in reader.pages[0].extract_text()


@pytest.mark.parametrize("place", ["title", "marking", "prepared_by"])
@pytest.mark.parametrize(("char", "name"), [("\udcff", "U+DCFF"), ("😀", "U+1F600 GRINNING FACE")])
def test_what_no_font_shows_in_an_option_is_named(place: str, char: str, name: str) -> None:
    pages = printed(scenes.quarrel().analysis(), **{place: f"odd{char}"})
    assert "odd□" in pages[0]
    assert name in " ".join(pages)


def test_a_publisher_that_is_no_text_is_printed_as_far_as_it_is() -> None:
    scene = scenes.quarrel()
    analysis = scene.analysis()
    spoilt = replace(analysis, documents=(replace(analysis.documents[0], publisher="odd\udcff"),))
    assert "U+DCFF" in " ".join(printed(spoilt))


def test_a_long_marking_is_cut_at_a_word() -> None:
    for page in printed(scenes.quarrel().analysis(), marking="SENSITIVE WORDS " * 30):
        assert len(re.findall(r"SENSITIVE(?: WORDS)? …", page)) == 2 or page.count("WORDS …") == 2


def test_a_long_title_is_cut_at_a_word_in_the_third_line() -> None:
    front = printed(scenes.quarrel().analysis(), title="Herring and the sea " * 40)[0]
    assert re.search(r"(?:Herring|and|the|sea) … Of three issues", front)
    assert "Force of words" in front


def test_a_long_name_of_the_author_takes_two_lines() -> None:
    front = printed(scenes.quarrel().analysis(), prepared_by="The Desk of Fisheries " * 20)[0]
    assert front.count("Fisheries") <= 4
    assert re.search(r"Prepared by .{10,50} …", front)


def test_letter_paper_is_letter_sized() -> None:
    box = opened(scenes.quarrel().analysis(), paper=Paper.LETTER).pages[0].mediabox
    assert (float(box.width), float(box.height)) == (612, 792)


def test_the_record_is_attached() -> None:
    assert opened(scenes.quarrel().analysis()).attachments["analysis.json"] == [RECORD]


def test_the_outline_leads_to_every_section() -> None:
    def names(entries: list[object]) -> list[str]:
        return [n for e in entries for n in (names(e) if isinstance(e, list) else [e.title])]  # type: ignore[attr-defined]

    found = names(opened(scenes.quarrel().analysis()).outline)  # type: ignore[arg-type]
    assert found == [
        "Alden and Borska",
        "Fisheries",
        "Borska as Alden reports it",
        "Drills",
        "Only Borska is reported",
        "Border crossings",
        "Common ground",
        "What each side asks of the other",
        "What the rules did not understand",
        "Method and limits",
        "Register of evidence",
    ]


def test_every_number_in_brackets_is_a_link_that_leads_somewhere() -> None:
    reader = opened(scenes.beijing().analysis())
    pages = {page.indirect_reference for page in reader.pages}
    links = [a.get_object() for page in reader.pages for a in page.get("/Annots", [])]
    assert len(links) > 40
    assert all(link["/Dest"].get_object()[0].indirect_reference in pages for link in links)
    assert {link["/Contents"] for link in links} >= {"Evidence 1", "Taiwan"}


def test_the_counts_of_statements_add_up() -> None:
    text = " ".join(printed(scenes.beijing().analysis()))
    found = re.search(
        r"Statements found: (\d+)\. Of the United States: (\d+); of China: (\d+); "
        r"of others or of nobody named: (\d+)\. "
        r".*?, (\d+), make the (\d+) entries of the register",
        text,
    )
    assert found
    total, first, second, others, used, entries = map(int, found.groups())
    assert total == first + second + others
    assert total >= used >= entries > 0
    assert f"United States {first} statements found" in text
    assert f"China {second} statements found" in text


def test_a_joint_statement_is_not_called_one_sides_account() -> None:
    scene = Scene(sides=(ALDEN, BORSKA), issues=(FISH,))
    scene.read("The two sides agreed that there should be a quota.\n", genre=Genre.JOINT_STATEMENT)
    for side in ("ALD", "BOR"):
        said = scene.says(side, "there should be a quota", kind=Kind.JOINT)
        scene.holds(said, "fish.quota", "wants a quota", position=2)
    text = " ".join(printed(scene.analysis()))
    assert "A joint statement holds only what both sides agreed to print." in text
    assert "one side’s account" not in text


def test_an_undated_text_is_said_to_count_every_office() -> None:
    scene = scenes.quarrel()
    scene.findings.append(Finding(code="undated", message="in short", document=scene.documents[0]))
    text = " ".join(printed(scene.analysis()))
    assert "Two neighbours talk fish has no date; without a date, everybody who ever held an office" in text


def _told_of_fish() -> Scene:
    """Alden's own text alone: it tells Borska's position on fish, and nothing of Borska on the border."""
    scene = Scene(sides=(ALDEN, BORSKA), issues=(FISH, scenes.BORDER))
    scene.read("Alden keeps its border open. Borska promised Alden a quota.\n", genre=Genre.READOUT, side="ALD")
    told = scene.says("BOR", "Borska promised Alden a quota", kind=Kind.INDIRECT, via="ALD")
    scene.holds(told, "fish.quota", "promises a quota", position=2, act=Act.COMMIT)
    own = scene.says("ALD", "Alden keeps its border open", kind=Kind.OWN)
    scene.holds(own, "border", "keeps its border open")
    return scene


def test_a_text_that_tells_of_the_other_side_is_not_called_no_text() -> None:
    text = " ".join(printed(_told_of_fish().analysis()))
    assert "On one issue, nothing of Borska is told in what was read." in text
    assert "Nothing read from" not in text
    assert "no document read" not in text


def test_a_bare_mention_is_not_quoted_beside_a_position() -> None:
    scene = scenes.quarrel()
    said = scene.says("BOR", "He warned that closing a crossing would cross a red line.", kind=Kind.INDIRECT)
    scene.stances.append(replace(scene.holds(said, "fish", "speaks of fisheries"), id="bare"))
    text = " ".join(printed(scene.analysis()))
    section = text[text.index("1 Fisheries The two") : text.index("A fishing quota. There")]
    assert "out of the question" in section
    assert "closing a crossing" not in section
    assert "Also [" in section


def test_a_bare_mention_does_not_look_like_a_position() -> None:
    scene = _told_of_fish()
    weights = []
    for rule in ("border.open", "border.about"):
        scene.stances[1] = replace(scene.stances[1], rule=rule)
        kit = Kit.of(scene.analysis())
        row = next(r for r in kit.analysis.rows if r.issue.id == "border")
        position = next(b for b in sides.position(kit, row, 0, True) if isinstance(b, Position))
        weights.append(position.units[-1].pieces[-1].font)
    assert weights == [SERIF_BOLD, SERIF]


# ── hostile and extreme material ────────────────────────────────────────────────────────────────────────────────────


def test_text_is_never_markup() -> None:
    text = "".join("".join(printed(scenes.scripts().analysis())).split())
    assert "".join(scenes.SCRIPTS["marked up"].split()) in text
    assert "speaks<i>in</i>ascript&more" in text


def test_nothing_in_the_room_can_read_markup() -> None:
    for path in PAGES.glob("*.py"):
        code = path.read_text(encoding="utf-8")
        assert "platypus" not in code, path.name
        assert "Paragraph(" not in code, path.name
        assert "reportlab" not in code or path.name in {"pen.py", "file.py", "fonts.py", "__init__.py"}, path.name


def test_drawing_never_loads_the_markup_reader() -> None:
    code = "import sys, briefing.pages; assert not [m for m in sys.modules if 'platypus' in m or 'paraparser' in m]"
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize("name", ["chinese", "traditional", "greek", "cyrillic"])
def test_other_scripts_are_shown_in_a_font_that_has_them(name: str) -> None:
    text = "".join("".join(printed(scenes.scripts().analysis())).split())
    assert "".join(scenes.SCRIPTS[name].split()) in text


def test_characters_that_no_font_has_are_named() -> None:
    text = " ".join(printed(scenes.scripts().analysis()))
    assert "U+1F600 GRINNING FACE" in text


def test_a_direction_override_is_shown_and_named() -> None:
    scene = Scene(sides=(ALDEN, BORSKA), issues=(FISH,))
    scene.read("“We will never \u202eeerga\u202c to a quota,” said Berg.\n")
    said = scene.says("ALD", "“We will never \u202eeerga\u202c to a quota,”")
    scene.holds(said, "fish.quota", "rules out a quota", position=-2)
    text = " ".join(printed(scene.analysis()))
    assert "U+202E RIGHT-TO-LEFT OVERRIDE" in text
    assert "\u202e" not in text


def test_a_very_long_quotation_runs_over_the_pages_and_none_of_it_is_lost() -> None:
    analysis = scenes.endless(3_000).analysis()
    text = "".join("".join(page.split()) for page in printed(analysis)[1:])
    for k in range(0, 3_000, 250):
        assert text.count(f"word{k}word{k + 1}") >= 2  # the row of the section, and the register


def test_drawing_takes_time_in_step_with_the_text() -> None:
    def seconds(words: int) -> float:
        analysis = scenes.endless(words).analysis()
        start = time.perf_counter()
        draw(analysis, record=RECORD)
        return time.perf_counter() - start

    seconds(10)
    assert seconds(16_000) < 12 * max(seconds(4_000), 0.05)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cs"]), min_size=1, max_size=80))
def test_any_text_can_be_printed_anywhere(words: str) -> None:
    scene = Scene(sides=(ALDEN, BORSKA), issues=(FISH,))
    text = f"“Before {words} come five more words here,” said she.\n"
    scene.read(text, title=words, publisher=words)
    said = scene.says("ALD", "five more words here", speaker=words)
    scene.holds(said, "fish.quota", words, position=2, ask=words)
    assert draw(scene.analysis(), record=RECORD, look=Look(title=words, marking=words, prepared_by=words)).startswith(
        b"%PDF"
    )


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.text(alphabet="abc<>&;/'\"=!-–—()[]{}$%#@*éßøЖΩ中", min_size=1, max_size=12), min_size=5, max_size=20)
)
def test_printed_words_are_the_sources_own(words: list[str]) -> None:
    quoted = f"we say {' '.join(words)} today"
    scene = Scene(sides=(ALDEN, BORSKA), issues=(FISH,))
    scene.read(f"“{quoted}” said she.\n")
    said = scene.says("ALD", f"“{quoted}”")
    scene.holds(said, "fish.quota", "wants it", position=2)
    text = "".join("".join(printed(scene.analysis())[1:]).split())
    assert "".join(quoted.split()) in text


# ── the same bytes ──────────────────────────────────────────────────────────────────────────────────────────────────

_PRINT = """
import hashlib, sys
from briefing.pages import draw, sides
from briefing.pages.blocks import Position
from briefing.pages.kit import Kit
from briefing.pages.theme import SERIF, SERIF_BOLD
from tests.pages import scenes
file = b"".join(draw(getattr(scenes, s)().analysis(), record=b"{}") for s in ("beijing", "readouts", "scripts"))
sys.stdout.write(hashlib.sha256(file).hexdigest())
"""


def _built(**environment: str) -> str:
    clean = {k: v for k, v in os.environ.items() if k not in {"SOURCE_DATE_EPOCH", "PYTHONHASHSEED", "TZ"}}
    done = subprocess.run(
        [sys.executable, "-c", _PRINT],
        env={**clean, **environment, "PYTHONPATH": str(ROOT)},
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    return done.stdout


def test_hash_seed_and_time_zone_change_no_byte() -> None:
    one = _built(PYTHONHASHSEED="1", TZ="UTC")
    assert one == _built(PYTHONHASHSEED="77", TZ="Asia/Shanghai", LC_ALL="C")


def test_two_drawings_in_one_process_are_the_same() -> None:
    analysis = scenes.beijing().analysis()
    assert draw(analysis, record=RECORD) == draw(analysis, record=RECORD)


def test_another_record_is_another_file() -> None:
    analysis = scenes.quarrel().analysis()
    one, two = (pypdf.PdfReader(io.BytesIO(draw(analysis, record=r))) for r in (b"{}", b"[]"))
    assert one.trailer["/ID"] != two.trailer["/ID"]


@pytest.mark.parametrize(
    ("epoch", "date"),
    [
        ("86400", "D:19700102000000+00'00'"),
        ("soon", "D:20250514000000+00'00'"),
        ("9" * 30, "D:20250514000000+00'00'"),
        ("-5", "D:20250514000000+00'00'"),
        ("", "D:20250514000000+00'00'"),
    ],
)
def test_the_date_is_the_builders_or_the_materials(epoch: str, date: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    metadata = opened(scenes.quarrel().analysis()).metadata
    assert metadata is not None
    assert str(metadata["/CreationDate"]) == date


def test_undated_material_gets_a_fixed_date() -> None:
    metadata = opened(scenes.nobody().analysis()).metadata
    assert metadata is not None
    assert str(metadata["/CreationDate"]) == "D:20000101000000+00'00'"
