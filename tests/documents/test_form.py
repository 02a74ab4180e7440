"""What a text's own form tells of it."""

from datetime import date
from pathlib import Path

import pytest

from briefing.documents import Metadata, read
from briefing.model import Authority, Body, Document, Genre, Lexicon, Side

LEXICON = Lexicon(
    sides=(Side(id="ALD", name="Alden", in_text="Alden", short="Alden", aliases=("Republic of Alden",)),),
    bodies=(
        Body(name="Alden Foreign Ministry", side="ALD"),
        Body(name="Alden Today", side="ALD", authority=Authority.MEDIA),
        Body(name="Foreign Ministry", side="ALD"),
        Body(name="Foreign Ministry", side="BOR"),
    ),
)


def document(folder: Path, text: str, publisher: str | None = None, name: str = "talks.txt") -> Document:
    path = folder / name
    path.write_text(text, "utf-8")
    return read(path, Metadata(publisher=publisher), LEXICON)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        pytest.param("Alden warns Borska\n\nThe talks ended.", "Alden warns Borska", id="headline"),
        pytest.param("\n\nAlden warns Borska\n\nThe talks ended.", "Alden warns Borska", id="after blank lines"),
        pytest.param("Alden meets the U.S.\n\nThe talks ended.", "Alden meets the U.S.", id="ends in initials"),
        pytest.param("Who will blink?\n\nThe talks ended.", "Who will blink?", id="question"),
        pytest.param("# Alden warns Borska #\nThe talks ended.", "Alden warns Borska", id="Markdown heading"),
        pytest.param("The talks ended.\n\nNobody spoke.", None, id="sentence"),
        pytest.param("The talks ended\nand nobody spoke.", None, id="no blank line"),
        pytest.param("MR. COLE: Good morning\n\nThe talks ended.", None, id="label"),
    ],
)
def test_a_first_line_like_a_headline_is_the_title(tmp_path: Path, text: str, title: str | None) -> None:
    found = document(tmp_path, text)
    assert found.title == title
    assert ("title" in found.inferred) == (title is not None)
    assert found.text == text


@pytest.mark.parametrize(
    ("text", "genre"),
    [
        ("Readout of President Berg’s Call with Premier Novak\n\nThey spoke today.", Genre.READOUT),
        ("Joint Statement of Alden and Borska\n\nThe two sides met.", Genre.JOINT_STATEMENT),
        ("FACT SHEET: What Alden Does for Clean Rivers\n\nAlden acts.", Genre.FACT_SHEET),
        ("Remarks by President Berg at the Harbour\n\nFriends, good morning.", Genre.SPEECH),
        (
            "Remarks by Berg and Premier Novak\n\nPRESIDENT BERG:\u00a0 Welcome.\n\nPREMIER NOVAK: Thank you.",
            Genre.TRANSCRIPT,
        ),
        ("Lima\n\nMR. COLE:  Good morning.\n\nQ    Thank you. Will you answer?\n\nMR. COLE:  No.", Genre.TRANSCRIPT),
        ("**PRESIDENT BERG:** Welcome.\n\n**Q:** Why now?\n\n**PRESIDENT BERG:** Because.", Genre.TRANSCRIPT),
        ("Interview with Ada Berg\n\nThe minister received us.", Genre.INTERVIEW),
        ("Alden warns Borska\n\nALDENBURG: The talks ended.", Genre.NEWS),
    ],
    ids=lambda value: value if isinstance(value, Genre) else value.split("\n")[0],
)
def test_title_and_labels_tell_the_genre(tmp_path: Path, text: str, genre: Genre) -> None:
    found = document(tmp_path, text)
    assert found.genre == genre
    assert "genre" in found.inferred


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("They met on April 26, 2024.", date(2024, 4, 26)),
        ("They met on Apr. 26, 2024.", date(2024, 4, 26)),
        ("They met on 26 April 2024.", date(2024, 4, 26)),
        ("They met on 2024-04-26.", date(2024, 4, 26)),
        ("They met on May 1, 2023 and on 3 May 2023, not on February 30, 2023.", date(2023, 5, 3)),
        ("They met on Friday. In April 2024 they will meet again.", None),
        ("File 12024-04-267 was read.", None),
    ],
    ids=lambda value: str(value),
)
def test_the_latest_full_date_is_the_date_and_marked_so(tmp_path: Path, text: str, day: date | None) -> None:
    found = document(tmp_path, text)
    assert found.date == day
    assert ("date" in found.inferred) == (day is not None)


READOUT = "Readout of President Berg’s Call with Premier Novak\n\nThey spoke today."


@pytest.mark.parametrize(
    ("text", "publisher", "side"),
    [
        pytest.param(READOUT, "Alden Foreign Ministry", "ALD", id="body"),
        pytest.param(READOUT, "the republic of Alden", "ALD", id="state"),
        pytest.param(READOUT, "Foreign Ministry", None, id="a name two sides share"),
        pytest.param(READOUT, "The Harbour Gazette", None, id="nobody we know"),
        pytest.param(READOUT, None, None, id="the title alone"),
        pytest.param("Joint Statement of Alden and Borska\n\nThey met.", "Alden Foreign Ministry", None, id="joint"),
        pytest.param("Alden warns Borska\n\nThe talks ended.", "Alden Today", None, id="news of a state medium"),
    ],
)
def test_the_publisher_of_an_own_text_is_its_side(
    tmp_path: Path, text: str, publisher: str | None, side: str | None
) -> None:
    found = document(tmp_path, text, publisher)
    assert found.side == side
    assert ("side" in found.inferred) == (side is not None)


def test_what_an_official_body_publishes_is_no_news(tmp_path: Path) -> None:
    found = document(tmp_path, "Berg meets Novak\n\nThey spoke today.", "Alden Foreign Ministry")
    assert (found.genre, found.side) == (Genre.READOUT, "ALD")


# ── Markdown ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_heading_stands_by_itself_and_marks_stay(tmp_path: Path) -> None:
    text = (
        "# Alden warns Borska\n**Ada Berg** said no. It ended.\n## Next\n> *We wait,* he said.\n\n---\n- One.\n- Two.\n"
    )
    found = document(tmp_path, text, name="talks.md")
    assert found.text == text
    assert [found.words(s) for s in found.sentences] == [
        "# Alden warns Borska",
        "**Ada Berg** said no.",
        "It ended.",
        "## Next",
        "> *We wait,* he said.",
        "- One.",
        "- Two.",
    ]
    assert found.words(found.paragraphs[0]) == "# Alden warns Borska"
