"""What is printed of two briefings: harmless, and never too long."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from briefing.changes import compare, markdown, text
from briefing.changes.as_markdown import LIMIT, escaped
from briefing.changes.picture import Picture
from tests.changes.briefs import ALDEN, seen, without_rule

HOSTILE = "a|b `c` <img src=x> [d](e) *f* @desk #12 https://x.example $g$ \x1b[2J\u202e\n\nh"


def renamed(picture: Picture, words: str) -> Picture:
    """Give the picture with words of somebody else in each place that is printed."""
    texts = {t.id: replace(t, path=f"{words}.txt") for t in picture.texts}
    stances = {s.id: replace(s, text=texts[s.text.id], quote=words, words=words) for s in picture.stances}
    issues = {
        id: replace(i, leads={side: stances[lead.id] if lead else None for side, lead in i.leads.items()})
        for id, i in picture.issues.items()
    }
    names = dict.fromkeys(picture.names, words)
    return replace(picture, texts=tuple(texts.values()), stances=tuple(stances.values()), issues=issues, names=names)


def test_markup_of_a_document_stays_words_in_markdown(tmp_path: Path) -> None:
    old, new = (renamed(p, HOSTILE) for p in (seen(tmp_path), seen(tmp_path, rules=without_rule("fish.quota.oppose"))))
    page = markdown(compare(old, new))
    assert not any(bad in page for bad in ("@desk", "#12", "://x", "\x1b", "\u202e"))
    assert not re.search(r"(?<!\\)(<img|`c|\*f|\[d|\$g)", page)
    rows = [line for line in page.splitlines() if line.startswith("|")]
    assert {line.replace("\\|", "").count("|") for line in rows} <= {4, 5, 6, 7}
    assert all(line.endswith(" |") for line in rows)


def test_control_characters_are_written_out_in_text(tmp_path: Path) -> None:
    old, new = (renamed(p, HOSTILE) for p in (seen(tmp_path), seen(tmp_path, rules=without_rule("fish.quota.oppose"))))
    page = text(compare(old, new))
    assert "\x1b" not in page
    assert "\\x1b[2J" in page


def test_tables_have_the_names_of_the_page(tmp_path: Path) -> None:
    page = markdown(compare(seen(tmp_path), seen(tmp_path, rules=without_rule("fish.quota.oppose"))))
    assert page.startswith("**1 cell and 1 relation of the briefing move, ")
    assert "| Fisheries | Borska | -2 | no position |" in page
    assert "report.txt:3" in page


def test_very_many_changes_still_fit_a_comment(tmp_path: Path) -> None:
    many = "\n\n".join(f"{ALDEN[:-1]} of harbour {n} {'and its long wharf ' * 9}." for n in range(600))
    page = markdown(compare(seen(tmp_path, "The sun rose."), seen(tmp_path, many)))
    assert len(page) <= LIMIT
    assert "stances gained" in page.splitlines()[0]
    assert "more" in page.splitlines()[-1]
    assert len(text(compare(seen(tmp_path, "The sun rose."), seen(tmp_path, many))).splitlines()) < 100


@pytest.mark.parametrize(
    ("words", "written"),
    [
        pytest.param("a|b", r"a\|b", id="a cell's border"),
        pytest.param("a\n\n# b", "a # b", id="a line"),
        pytest.param("see #12", "see #<!-- -->12", id="a number that would be linked"),
        pytest.param("ask @desk", "ask @<!-- -->desk", id="a name that would be called"),
        pytest.param(r"a\b", r"a\\b", id="a backslash"),
        pytest.param("a\u202eb", r"a\\u202eb", id="an override of direction"),
    ],
)
def test_words_lose_their_meaning_in_markdown(words: str, written: str) -> None:
    assert escaped(words) == written
