"""The twin for a mail or a wiki: Markdown that holds every word, and no sign of which means anything else."""

from __future__ import annotations

import html
import re
from random import Random

import pytest
from markdown_it import MarkdownIt

from briefing.model import Analysis, Look
from briefing.pages import retell
from briefing.pages.description import describe
from briefing.pages.kit import Kit
from briefing.pages.story import compose
from tests.pages import scenes
from tests.pages.tagged import generated

RECORD = b"{}\n"
SCENES = ("quarrel", "beijing", "readouts", "nobody", "many", "archive", "scripts")


def text(name: str) -> str:
    return retell(scene(name), record=RECORD)[".md"].decode()


def scene(name: str) -> Analysis:
    if name.startswith("made up "):
        return generated.analysis(Random(int(name.split()[-1])))
    found: Analysis = getattr(scenes, name)().analysis()
    return found


def rendered(markdown: str) -> str:
    return str(MarkdownIt("commonmark", {"html": True}).enable("table").render(markdown))


def letters(words: str) -> str:
    return "".join(re.findall(r"\w+", words))


@pytest.mark.parametrize("name", [*SCENES, *(f"made up {n}" for n in range(8))])
def test_every_word_survives_rendering(name: str) -> None:
    said = letters(html.unescape(re.sub(r"<[^>]*>", "", rendered(text(name)))))
    analysis = scene(name)
    _, story = compose(Kit.of(analysis, paged=False), float("inf"), Look())
    for part in describe(story).walk():
        own = "".join(kid.text for kid in part.kids if not hasattr(kid, "kids") and hasattr(kid, "text"))
        assert letters(own) in said


@pytest.mark.parametrize("name", SCENES)
def test_links_lead_to_places(name: str) -> None:
    out = rendered(text(name))
    assert set(re.findall(r'href="#([^"]+)"', out)) <= set(re.findall(r'id="([^"]+)"', out))


def test_markup_in_a_text_is_words() -> None:
    look = Look(title="<b>*a* [b](http://c) # |")
    out = retell(scenes.quarrel().analysis(), record=RECORD, look=look)[".md"].decode()
    head = re.search("<h1>(.*)</h1>", rendered(out))
    assert head
    assert head[1].endswith("</a>&lt;b&gt;*a* [b](http://c) # |")


def test_the_matrix_is_one_table() -> None:
    out = rendered(text("many"))
    assert out.count("<table>") == 1
    assert len({row.count("<td>") for row in re.findall("<tr>.*?</tr>", out, re.DOTALL)[1:]}) == 1


def test_a_column_names_its_side() -> None:
    assert "* **Alden:** affirms" in text("quarrel")
