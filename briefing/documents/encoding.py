"""Bytes into characters. In: the bytes of a file. Out: its text, or a `DocumentError` that names `--encoding`.

A mark at the start, else UTF-8, else Windows-1252 if the bytes fit it; nothing else is guessed, because a wrong guess
falsifies quotations.
"""

import codecs
import re

from briefing.errors import ChoiceError, DocumentError

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_FORMATS = (
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"\x1f\x8b", "an archive"),
)
_CONTROLS = frozenset(map(chr, (*range(0x09), *range(0x0E, 0x20), 0x7F)))
_BINARY, _STRAY = 10, 100  # one control in ten characters is no text; one in a hundred is let stand
_MOSTLY = 4  # one foreign letter in four: more is another script read wrongly


def decode(name: str, data: bytes, encoding: str | None = None) -> str:
    """Give the text of a file's bytes, every line end a line feed.

    Args:
        name: what messages call the file.
        data: the bytes.
        encoding: the encoding, if somebody has said so.

    Raises:
        DocumentError: the bytes are no text, or their encoding cannot be told.
    """
    _refuse_other_formats(name, data)
    text = _named(name, data, encoding) if encoding else _told(name, data)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    _refuse_controls(name, text)
    return text


_CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)|<\?xml[^>]{0,100}?encoding=[\"']([\w.:-]+)", re.I
)
_DECLARED_IN = 4096
# What browsers take for what pages say, by the WHATWG's standard of encodings.
_MEANT = {
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "x-gbk": "gb18030",
    "big5": "big5hkscs",
    "ks_c_5601-1987": "cp949",
    "euc-kr": "cp949",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
}


def marked_up(name: str, data: bytes, encoding: str | None = None) -> str:
    """Give the characters of a page of HTML: as somebody says, else by its mark, as itself declares, or like any text.

    Raises:
        ChoiceError: there is no such encoding.
        DocumentError: the bytes are not in the encoding that they are said to be in.
    """
    declared = _CHARSET.search(data[:_DECLARED_IN])
    if encoding or declared is None or data.startswith(tuple(mark for mark, _ in _MARKS)):
        return decode(name, data, encoding)
    word = (declared[1] or declared[2]).decode("ascii", "replace").lower()
    try:
        return decode(name, data, _MEANT.get(word, word))
    except ChoiceError:  # no encoding at all, or one that holds no text
        return decode(name, data)
    except DocumentError:
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError:
            raise DocumentError(f"{name}: its bytes are not {word}, as it says; give --encoding") from None


def _refuse_controls(name: str, text: str) -> None:
    count = sum(map(text.count, _CONTROLS))
    if "\0" in text or count > len(text) // _BINARY + 1:
        raise DocumentError(f"{name}: this is a binary file, not text")
    if count > len(text) // _STRAY:
        place, char = next((k, c) for k, c in enumerate(text) if c in _CONTROLS)
        line = text.count("\n", 0, place) + 1
        raise DocumentError(f"{name}:{line}: the control character U+{ord(char):04X} belongs in no text; take it out")


def _refuse_other_formats(name: str, data: bytes) -> None:
    what = next((what for start, what in _FORMATS if data.startswith(start)), None)
    if what:
        raise DocumentError(
            f"{name}: this is {what}; only text, Markdown, HTML and PDF are read; save it as one of these"
        )


def _named(name: str, data: bytes, encoding: str) -> str:
    try:
        text = data.decode(encoding)
    except LookupError:
        raise ChoiceError(f"--encoding: there is no encoding '{encoding}'; try utf-8, cp1252 or gb18030") from None
    except UnicodeError:
        raise DocumentError(f"{name}: its bytes do not fit --encoding {encoding}") from None
    if not isinstance(text, str):  # such as "hex"
        raise ChoiceError(f"--encoding: '{encoding}' is not an encoding of text")
    return text.removeprefix("\ufeff")


def _told(name: str, data: bytes) -> str:
    marked = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)
    if marked is None and b"\0" in data:
        raise DocumentError(f"{name}: this is a binary file, not text (or UTF-16 without its mark: give --encoding)")
    try:
        return data.decode(marked or "utf-8")
    except UnicodeDecodeError as error:
        if marked is None:
            return _western(name, data, error.start)
        raise DocumentError(f"{name}: it begins like {marked} but goes on otherwise; give --encoding") from None


def _western(name: str, data: bytes, at: int) -> str:
    """Read as Windows-1252, which leaves five bytes undefined, if what comes out can be western writing."""
    message = (
        f"{name}: byte {at + 1} is not UTF-8, and the text is not Windows-1252 either; give --encoding, such as gb18030"
    )
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        raise DocumentError(message) from None
    letters = sum(map(str.isalpha, text))
    if sum(c > "\x7f" and c.isalpha() for c in text) * _MOSTLY > letters:
        raise DocumentError(message)
    return text
