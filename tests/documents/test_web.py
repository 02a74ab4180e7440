"""Saved web pages: which words of them are the article, and what they say of themselves."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from briefing.documents import Metadata, read
from briefing.errors import DocumentError
from briefing.model import Document, Genre, Lexicon, Side
from tests.documents.webpages import article, ministry, news

LEXICON = Lexicon(sides=(Side(id="CHN", name="China", in_text="China", short="China"),))
TITLE = "Alden warns Borska over drills"
PARAGRAPHS = (
    "ALDENBURG — Alden’s foreign minister, Ada Berg, warned Borska on Thursday that drills at the border “must end.”",
    "“We will not wait,” she said. “The first day was useful.",
    "“The second was not.”",
    "Yes.",
    "Borska’s envoy, Jan Novak, said that his government “rejects the charge in full” & would answer at 10 < 12.",
    "The talks go on in June.",
)
PROSE = "<p>The two ministers met for five hours in Aldenburg and spoke about the border, fish and grain.</p>"


def saved(folder: Path, page: str | bytes, name: str = "talks.html") -> Document:
    path = folder / name
    path.write_bytes(page.encode() if isinstance(page, str) else page)
    return read(path, lexicon=LEXICON)


def body(folder: Path, inner: str) -> list[str]:
    """Give the paragraphs of a newspaper's page, without its headline and the first paragraph."""
    found = saved(folder, news(TITLE, PROSE + inner))
    assert found.text.startswith(f"{TITLE}\n\nThe two ministers met")
    return found.text.rstrip("\n").split("\n\n")[2:]


def test_an_article_is_read_without_what_stands_around_it(tmp_path: Path) -> None:
    found = saved(tmp_path, article(TITLE, PARAGRAPHS))
    assert found.text == "\n\n".join([TITLE, *PARAGRAPHS]) + "\n"
    assert [found.words(p) for p in found.paragraphs] == [TITLE, *PARAGRAPHS]


def test_what_a_page_says_of_itself_is_known_and_marked_so(tmp_path: Path) -> None:
    found = saved(tmp_path, article(TITLE, PARAGRAPHS))
    assert (found.title, found.publisher, found.date) == (TITLE, "The Harbour Gazette", date(2024, 5, 2))
    assert (found.url, found.language, found.genre) == ("https://gazette.example/world/drills", "en", Genre.NEWS)
    assert found.inferred == ("title", "publisher", "date", "genre", "url", "language")


def test_options_win_over_what_a_page_says(tmp_path: Path) -> None:
    path = tmp_path / "talks.html"
    path.write_text(article(TITLE, PARAGRAPHS), "utf-8")
    found = read(path, Metadata.of(publisher="The Wire", date="2024-05-03"))
    assert (found.publisher, found.date, found.title) == ("The Wire", date(2024, 5, 3), TITLE)
    assert "publisher" not in found.inferred


def test_a_ministrys_page_is_its_sides_readout(tmp_path: Path) -> None:
    title = "Minister Berg Meets with Envoy Novak"
    page = ministry(title, PARAGRAPHS).encode("gb18030")
    found = saved(tmp_path, page)
    assert [found.words(p) for p in found.paragraphs] == [title, *PARAGRAPHS]
    assert (found.side, found.genre, found.url) == ("CHN", Genre.READOUT, "https://www.mfa.gov.cn/eng/x.html")
    assert {"side", "genre", "url"} <= set(found.inferred)
    assert found.date is None


@pytest.mark.parametrize(
    ("inner", "paragraphs"),
    [
        pytest.param(
            "<h2>A red line</h2><p>She did not say which.</p>", ["A red line", "She did not say which."], id="heading"
        ),
        pytest.param(
            "<blockquote><p>Alden seeks no quarrel.</p><p>It fears none.</p></blockquote>",
            ["Alden seeks no quarrel.", "It fears none."],
            id="block quote",
        ),
        pytest.param("<p>First line.<br>Second.<br/><br>Third.</p>", ["First line.\nSecond.", "Third."], id="br"),
        pytest.param(
            "<ul><li>More <b>trade</b></li><li><p>Fewer drills.</p><p>And soon.</p></li></ul>",
            ["- More trade\n- Fewer drills.", "And soon."],
            id="bullets",
        ),
        pytest.param("<ol><li>Trade.</li><li>Drills.</li></ol>", ["1. Trade.\n2. Drills."], id="numbers"),
        pytest.param(
            "<table><caption>Drills</caption><tr><th>Year</th><th>Drills</th></tr><tr><td>2023</td><td>4</td></tr></table>",
            ["Year | Drills\n2023 | 4"],
            id="table",
        ),
        pytest.param(
            "<table><tr><td><p>Alden came first.</p></td><td><p>Borska came last.</p></td></tr></table>",
            ["Alden came first.", "Borska came last."],
            id="table for layout",
        ),
        pytest.param("<p>“A&nbsp;pact&#8221;, AT&amp;T said&hellip;</p>", ["“A\u00a0pact”, AT&T said…"], id="entities"),
        pytest.param("<p>Al&shy;den\u200b’s  \n  navy.</p>", ["Alden’s navy."], id="soft hyphen and blanks"),
        pytest.param(
            "<p>He named <a href='/x'>the <em>drills</em></a>.</p><p><a href='/y'>Alden rejected all of it.</a></p>",
            ["He named the drills.", "Alden rejected all of it."],
            id="links that are sentences",
        ),
        pytest.param("<div>Words in no paragraph.<p>Words in one.</p>Words behind.</div>",
                     ["Words in no paragraph.", "Words in one.", "Words behind."], id="loose words"),
        pytest.param("<p>Yes.</p><h3>Read more</h3><ul><li><a href=/a>A teaser of something</a></li></ul>", ["Yes."],
                     id="heading over nothing"),
        pytest.param("<p>Berg left.</p><p><small class='photo-credit'>Somebody/An Agency</small></p>", ["Berg left."],
                     id="credit"),
        pytest.param("<figure class='wp-block-table'><table><tr><td>Alden</td><td>4</td></tr></table></figure>",
                     ["Alden | 4"], id="table in a figure"),
        pytest.param("<div class='pull-quote'>“We won’t wait”</div><p>Berg left.</p>", ["Berg left."],
                     id="pull quote"),
    ],
)  # fmt: skip
def test_forms_of_a_page_become_plain_paragraphs(tmp_path: Path, inner: str, paragraphs: list[str]) -> None:
    assert body(tmp_path, inner) == paragraphs


@pytest.mark.parametrize(
    "hidden",
    [
        "<p hidden>Borska gives in.</p>",
        "<p style='color:red; display: none'>Borska gives in.</p>",
        "<span style='visibility:hidden'>Borska gives in.</span>",
        "<span style='font-size:0'>Borska gives in.</span>",
        "<p style='opacity:0;'>Borska gives in.</p>",
        "<p><del>Borska gives in.</del></p>",
    ],
)
def test_what_nobody_sees_is_not_read_and_told(tmp_path: Path, hidden: str) -> None:
    found = saved(tmp_path, news(TITLE, f"{PROSE}{hidden}<p>Berg left the room after an hour and a half.</p>"))
    assert "gives in" not in found.text
    assert found.hidden == ("Borska gives in.",)


def test_a_question_and_its_answers_keep_their_labels(tmp_path: Path) -> None:
    turns = ["AFP: Will the minister go to Borska?", "Lin Jian: China has made that clear.", "Reuters: And to Alden?"]
    turns += ["Lin Jian: No.", "Q: One more?", "Lin Jian: I have nothing to add to that today."]
    labels = [f"<p><strong>{t.partition(': ')[0]}: </strong>{t.partition(': ')[2]}</p>" for t in turns]
    found = saved(tmp_path, news("The Spokesperson’s Remarks", "".join(labels)))
    assert found.text.split("\n\n")[1:] == [*turns[:-1], turns[-1] + "\n"]
    assert found.genre is Genre.TRANSCRIPT


# ── bytes ───────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("said", "encoding"),
    [
        ('<meta charset="utf-8">', "utf-8"),
        ("<meta http-equiv=Content-Type content='text/html; charset=ISO-8859-1'>", "cp1252"),
        ('<?xml version="1.0" encoding="windows-1252"?>', "cp1252"),
        ("", "utf-8-sig"),
        ("", "utf-16"),
        ("", "cp1252"),
        ('<meta charset="gb2312">', "utf-8"),
    ],
)
def test_a_page_is_read_as_its_mark_or_itself_says(tmp_path: Path, said: str, encoding: str) -> None:
    page = f"{said}<html><body>{PROSE}<p>“We agree,” said Zoë of Alden.</p></body></html>"
    assert "“We agree,” said Zoë of Alden." in saved(tmp_path, page.encode(encoding)).text


def test_bytes_that_are_not_what_the_page_says_are_refused(tmp_path: Path) -> None:
    page = f'<meta charset="utf-8">{PROSE}<p>“Zoë”</p>'.encode("cp1252")
    with pytest.raises(DocumentError, match="its bytes are not utf-8, as it says; give --encoding"):
        saved(tmp_path, page)
    path = tmp_path / "talks.html"
    assert "“Zoë”" in read(path, Metadata(encoding="cp1252")).text


@pytest.mark.parametrize(
    ("page", "name", "message"),
    [
        pytest.param("<html><body><script>1</script></body></html>", "a.html", "there is no article", id="nothing"),
        pytest.param("Alden spoke.", "a.html", "this is no HTML, whatever its ending", id="text called html"),
        pytest.param("<!DOCTYPE html>\n<p>Alden.", "a.txt", "this is HTML, not text; give the file the ending .html",
                     id="html called txt"),
        pytest.param("<html><p>Alden spoke.", "a.md", "this is HTML, not Markdown", id="html called md"),
        pytest.param("<html><p>Alden spoke.", "a.pdf", "this is HTML, not PDF", id="html called pdf"),
        pytest.param("From: <Saved>", "a.mhtml", "a web archive is not read", id="web archive"),
        pytest.param("<div>" * 3000 + "x", "a.html", "nested too deeply", id="nesting"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_gives_one_clear_line(tmp_path: Path, page: str, name: str, message: str) -> None:
    with pytest.raises(DocumentError, match=message) as caught:
        saved(tmp_path, page, name)
    assert str(caught.value).startswith(f"{tmp_path / name}: ")
    assert "\n" not in str(caught.value)
