"""Files into documents: bytes, metadata, and what goes wrong."""

import hashlib
import io
from datetime import date
from pathlib import Path

import pytest

from briefing.documents import Metadata, read
from briefing.errors import BriefingError, ChoiceError, DocumentError
from briefing.model import Body, Genre, Lexicon, Side

TEXT = "“We agree,” Ada Berg of Alden said.\n\nBorska’s envoy said nothing.\n"
LEXICON = Lexicon(
    sides=(
        Side(id="ALD", name="Alden", in_text="Alden", short="Alden"),
        Side(id="BOR", name="Borska", in_text="Borska", short="Borska"),
    ),
    bodies=(
        Body(name="Alden Foreign Ministry", side="ALD", aliases=("Ministry of Foreign Affairs of Alden",)),
        Body(name="Borska Today", side="BOR", authority=4),  # type: ignore[arg-type]  # as YAML gives it
    ),
)


def written(folder: Path, content: str | bytes, name: str = "talks.txt") -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


# ── bytes ───────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_text_is_the_same_in_every_encoding_that_can_be_told(tmp_path: Path, encoding: str) -> None:
    document = read(written(tmp_path, TEXT.encode(encoding)))
    assert document.text == TEXT
    assert [document.words(s) for s in document.sentences] == [
        "“We agree,” Ada Berg of Alden said.",
        "Borska’s envoy said nothing.",
    ]


def test_utf16_big_endian_with_its_mark_is_read(tmp_path: Path) -> None:
    assert read(written(tmp_path, b"\xfe\xff" + TEXT.encode("utf-16-be"))).text == TEXT


def test_an_encoding_may_be_named(tmp_path: Path) -> None:
    path = written(tmp_path, "双方举行了会谈。".encode("gb18030"))
    assert read(path, Metadata.of(encoding="gb18030")).text == "双方举行了会谈。"


@pytest.mark.parametrize(
    "data",
    [
        pytest.param("双方举行了会谈。阿尔登和博尔斯卡同意继续对话。".encode("gb18030"), id="gb18030"),
        pytest.param("Обе стороны провели переговоры.".encode("cp1251"), id="cp1251"),
        pytest.param(b"Alden \x81 Borska", id="undefined in cp1252"),
    ],
)
def test_no_other_encoding_is_guessed(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(DocumentError, match="--encoding"):
        read(written(tmp_path, data))


def test_line_ends_become_line_feeds_and_nothing_else_changes(tmp_path: Path) -> None:
    document = read(written(tmp_path, "Alden\u2028spoke.\r\nBorska\tspoke.\r  It did.\n"))
    assert document.text == "Alden\u2028spoke.\nBorska\tspoke.\n  It did.\n"


def test_the_hash_is_of_the_bytes(tmp_path: Path) -> None:
    data = b"\xef\xbb\xbf---\r\ntitle: Talks\r\n---\r\nAlden spoke.\r\n"
    assert read(written(tmp_path, data)).sha256 == hashlib.sha256(data).hexdigest()


def test_standard_input_is_read_by_its_dash() -> None:
    document = read("-", stdin=io.BytesIO(TEXT.encode()))
    assert (document.path, document.text) == ("-", TEXT)


# ── what cannot be read ─────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param(b"", "there is no text", id="empty"),
        pytest.param(b" \n\t\n", "there is no text", id="blank"),
        pytest.param(b"---\ntitle: Talks\n---\n\n", "there is no text", id="front matter alone"),
        pytest.param(b"\x7fELF\x02\x01\x01\0\0\0", "binary", id="program"),
        pytest.param(bytes(range(1, 9)) * 9, "binary", id="controls"),
        pytest.param(b"%PDF-1.7\n", "this is PDF, not text; give the file the ending .pdf", id="pdf"),
        pytest.param(b"PK\x03\x04\x14\0", "office document", id="zip"),
        pytest.param(b"\xff\xfeA", "give --encoding", id="half a character of UTF-16"),
    ],
)
def test_what_is_no_text_gives_one_clear_line(tmp_path: Path, content: bytes, message: str) -> None:
    path = written(tmp_path, content)
    with pytest.raises(DocumentError, match=message) as caught:
        read(path)
    assert str(caught.value).startswith(f"{path}: ")
    assert "\n" not in str(caught.value)


def test_a_control_character_is_named_with_its_line(tmp_path: Path) -> None:
    path = written(tmp_path, "Alden spoke.\r\nBorska \a spoke.\n")
    with pytest.raises(DocumentError) as caught:
        read(path)
    assert str(caught.value) == f"{path}:2: the control character U+0007 belongs in no text; take it out"


def test_a_stray_control_in_a_long_text_is_let_stand(tmp_path: Path) -> None:
    text = TEXT * 20 + "The end.\x1a\n"
    assert read(written(tmp_path, text)).text == text


def test_a_name_or_publisher_that_is_no_text_can_be_written_out_again(tmp_path: Path) -> None:
    document = read(written(tmp_path, TEXT, "odd\udcff.txt"), Metadata.of(publisher="The \udcff Post 😀"))
    assert (document.path, document.publisher) == ("odd\ufffd.txt", "The \ufffd Post 😀")


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match=r"nothing\.txt: there is no such file"):
        read(tmp_path / "nothing.txt")


def test_a_folder_is_no_document(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="this is a folder"):
        read(tmp_path)


def test_an_unknown_encoding_is_named(tmp_path: Path) -> None:
    with pytest.raises(ChoiceError, match="there is no encoding 'utf-9'"):
        read(written(tmp_path, TEXT), Metadata.of(encoding="utf-9"))


def test_a_name_no_system_can_hold_is_no_crash() -> None:
    with pytest.raises(BriefingError):
        read("talks\0.txt")


# ── front matter ────────────────────────────────────────────────────────────────────────────────────────────────────

BLOCK = """---
title: Talks in Alden
publisher: Alden Foreign Ministry
date: 2024-05-02
genre: readout
side: ALD
occasion: spring talks
url: https://example.org/talks
language: en
---
"""


def test_front_matter_says_what_the_document_is(tmp_path: Path) -> None:
    document = read(written(tmp_path, BLOCK + TEXT))
    assert (document.title, document.publisher, document.date) == (
        "Talks in Alden",
        "Alden Foreign Ministry",
        date(2024, 5, 2),
    )
    assert (document.genre, document.side, document.occasion) == (Genre.READOUT, "ALD", "spring talks")
    assert (document.url, document.language, document.inferred) == ("https://example.org/talks", "en", ())


def test_offsets_count_after_the_block(tmp_path: Path) -> None:
    document = read(written(tmp_path, BLOCK + TEXT))
    assert document.text == TEXT
    assert document.sentences[0].start == 0


def test_options_fill_what_the_front_matter_leaves_open(tmp_path: Path) -> None:
    path = written(tmp_path, "---\npublisher: Alden Foreign Ministry\n---\n" + TEXT)
    document = read(path, Metadata.of(publisher="Another", date="2024-05-03", genre="speech"))
    assert (document.publisher, document.date, document.genre) == (
        "Alden Foreign Ministry",
        date(2024, 5, 3),
        Genre.SPEECH,
    )


def test_every_mistake_of_the_front_matter_is_named_with_its_line(tmp_path: Path) -> None:
    path = written(tmp_path, "---\ntitel: Talks\ndate: 2024-13-01\ngenre: redout\nside: ALN\n---\n" + TEXT)
    with pytest.raises(DocumentError) as caught:
        read(path, lexicon=LEXICON)
    assert str(caught.value).splitlines() == [
        f"{path}:2:1: error[S001] unknown key 'titel' (did you mean 'title'?)",
        f"{path}:3:7: error[M001] date: '2024-13-01' is not a date (write it as in 2024-04-26)",
        f"{path}:4:8: error[S006] genre: 'redout' is not one of news, readout, joint_statement, transcript, speech, "
        "interview, fact_sheet (did you mean 'readout'?)",
        f"{path}:5:7: error[R007] unknown side 'ALN' (did you mean 'ALD'?)",
    ]


def test_a_rule_at_the_top_of_a_text_is_no_front_matter(tmp_path: Path) -> None:
    text = "---\n\nAlden spoke first.\n\n---\n\nBorska answered.\n"
    assert read(written(tmp_path, text)).text == text


@pytest.mark.parametrize("key", ["title: Talks", "source: A desk", "date: 2024-05-02"])
def test_a_block_that_is_never_closed_is_named(tmp_path: Path, key: str) -> None:
    path = written(tmp_path, f"---\n{key}\n\n{TEXT}")
    with pytest.raises(DocumentError) as caught:
        read(path)
    assert str(caught.value) == f"{path}:1: the block that opens on line 1 is never closed with ---"


def test_a_rule_above_a_speakers_label_opens_no_block(tmp_path: Path) -> None:
    text = "---\n\nBerg: We agree.\n"
    assert read(written(tmp_path, text)).text == text


@pytest.mark.parametrize(
    ("option", "message"),
    [
        ({"date": "26 April"}, "--date: '26 April' is not a date"),
        ({"date": "2024-02-30"}, "--date: '2024-02-30' is not a date"),
        ({"genre": "speach"}, "did you mean 'speech'"),
    ],
    ids=str,
)
def test_options_that_mean_nothing_are_refused(option: dict[str, str], message: str) -> None:
    with pytest.raises(ChoiceError, match=message):
        Metadata.of(**option)


def test_an_unknown_side_among_the_options_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ChoiceError, match="--side: unknown side 'BRO'"):
        read(written(tmp_path, TEXT), Metadata.of(side="BRO"), LEXICON)


def test_lines_are_those_of_the_file(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("---\ntitle: A\n---\n\nOne.\nTwo.\n", "utf-8")
    document = read(file)
    assert document.line(document.text.index("Two")) == 6
    file.write_text("One.\nTwo.\n", "utf-8")
    assert read(file).line(5) == 2
