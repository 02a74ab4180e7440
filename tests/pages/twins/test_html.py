"""The twin for a screen: valid HTML that says what the PDF says, its numbers linked to their evidence and back."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from random import Random
from typing import Any

import html5lib
import pytest

from briefing.model import Analysis, Look
from briefing.pages import retell
from briefing.pages.description import describe
from briefing.pages.document import lay_out
from briefing.pages.theme import PAPERS
from tests.pages import scenes
from tests.pages.tagged import generated
from tests.pages.tagged.reading import read

RECORD = b"{}\n"
SCENES = ("quarrel", "beijing", "readouts", "nobody", "many", "archive", "scripts")
PHRASING = {"p", "h1", "h2", "h3", "span", "a", "b"}
FLOW = {"p", "div", "ul", "ol", "li", "table", "section", "blockquote", "h1", "h2", "h3", "header", "nav", "main"}


@cache
def analysis(name: str) -> Analysis:
    if name.startswith("made up "):
        return generated.analysis(Random(int(name.split()[-1])))
    found: Analysis = getattr(scenes, name)().analysis()
    return found


def page(name: str, **look: str) -> str:
    return retell(analysis(name), record=RECORD, look=Look(**look))[".html"].decode()  # type: ignore[arg-type]


def tree(text: str) -> Any:
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(text)


def words(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


EVERY = pytest.mark.parametrize("name", [*SCENES, *(f"made up {n}" for n in range(12))])


@EVERY
def test_it_is_valid(name: str) -> None:
    root = tree(page(name))
    for parent in root.iter():
        for child in parent:
            if parent.tag in PHRASING:
                assert child.tag not in FLOW
            if parent.tag in ("ul", "ol"):
                assert child.tag == "li"
            if parent.tag == "tr":
                assert child.tag in ("td", "th")
    assert not root.findall(".//th//h3")
    ids = Counter(e.get("id") for e in root.iter() if e.get("id"))
    assert max(ids.values()) == 1
    assert all(re.fullmatch(r"[\w-]+", i) for i in ids)


@EVERY
def test_every_row_of_a_table_fills_its_columns(name: str) -> None:
    for table in tree(page(name)).iter("table"):
        below: dict[int, int] = {}
        widths = set()
        for row in table.iter("tr"):
            column = 0
            for cell in row:
                while below.get(column, 0):
                    below[column] -= 1
                    column += 1
                for _ in range(int(cell.get("colspan", 1))):
                    below[column] = int(cell.get("rowspan", 1)) - 1
                    column += 1
            while below.get(column, 0):
                below[column] -= 1
                column += 1
            widths.add(column)
        assert len(widths) == 1
        assert not any(below.values())


@EVERY
def test_every_link_leads_somewhere_and_every_number_leads_back(name: str) -> None:
    root = tree(page(name))
    places = {e.get("id") for e in root.iter() if e.get("id")}
    links = list(root.iter("a"))
    assert all(a.get("href")[1:] in places for a in links)
    cited = {a.get("href")[1:] for a in links if a.get("id")}
    for place in cited:
        back = {a.get("href")[1:] for a in links if (a.get("href") or "").startswith(f"#{place}-from-")}
        assert back == {a.get("id") for a in links if a.get("id") and a.get("href") == f"#{place}"}


@pytest.mark.parametrize("name", SCENES)
def test_the_pdf_and_its_description_say_the_same(name: str) -> None:
    from briefing.pages import draw

    laid = lay_out(analysis(name), PAPERS["a4"], RECORD, Look())
    told = read(draw(analysis(name), record=RECORD)).root
    if name != "scripts":  # there the tags hold a sign for what no font shows
        assert "".join(told.text.split()) == "".join(describe(laid.story).text.split())
    assert [n.role for n in told.nodes() if n.role in ("H1", "H2", "Sect", "Table", "TR", "L", "LI", "BlockQuote")] == [
        p.role
        for p in describe(laid.story).walk()
        if p.role in ("H1", "H2", "Sect", "Table", "TR", "L", "LI", "BlockQuote")
    ]


@pytest.mark.parametrize("name", SCENES)
def test_it_says_all_that_its_description_says(name: str) -> None:
    main = tree(page(name)).find(".//main")
    for back in main.iter("span"):
        if back.get("class") == "back":
            back.clear()
    laid = describe(lay_out(analysis(name), PAPERS["a4"], RECORD, Look()).story)
    said = "".join("".join(main.itertext()).split())
    for section in [part for part in laid.parts if part.role == "Sect"][:-2]:
        assert "".join(section.parts[0].text.split()) in said


def test_languages_landmarks_and_a_way_past_the_top() -> None:
    root = tree(page("beijing", marking="FOR THE DESK"))
    body = root.find("body")
    assert root.get("lang") == "en"
    assert [e.tag for e in body] == ["a", "header", "nav", "main", "footer"]
    assert body[0].get("href") == "#main"
    assert [words(p) for p in body.iter("p") if p.get("class") == "marking"] == ["FOR THE DESK"] * 2


def test_right_to_left_quotations_say_their_way() -> None:
    root = tree(page("scripts"))
    assert {e.get("dir") for e in root.iter() if e.get("lang") in ("he", "und-Arab")} == {"rtl"}


def test_nothing_is_fetched_and_nothing_runs() -> None:
    text = page("many")
    assert not re.search(r"<script|<link|<img|<iframe|\bsrc=|url\(|@import|\bon\w+=", text)
    assert "default-src &#x27;none&#x27;" in text or "default-src 'none'" in text


def test_markup_in_a_document_is_words() -> None:
    scene = scenes.quarrel()
    text = retell(scene.analysis(), record=RECORD, look=Look(title='<script>alert("x")</script>'))[".html"].decode()
    assert "<script" not in text
    assert words(tree(text).find(".//h1")) != ""
    assert "<script>alert" in "".join(tree(text).find("head/title").itertext())


def test_words_of_other_languages_are_marked() -> None:
    assert {e.get("lang") for e in tree(page("scripts")).iter()} >= {"en", "zh-Hans", "he", "und-Arab"}
