"""What veraPDF says of a briefing, and that it says no where a file is broken; skipped where it cannot be asked."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from typing import Any

import pypdf
import pytest
from pypdf.generic import ArrayObject, BooleanObject, DictionaryObject, NameObject, NumberObject, StreamObject

from tests import verapdf
from tests.pages import scenes
from tests.verapdf import STANDARDS, Verdicts

pytestmark = pytest.mark.skipif(verapdf.missing() is not None, reason=str(verapdf.missing()))

UA, A = STANDARDS
MADE_UP = 6


# ── good files ──────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def drawn() -> dict[str, bytes]:
    from briefing.pages import draw

    found = {"the example": verapdf.example()}
    found |= {name: draw(getattr(scenes, name)().analysis(), record=b"{}\n") for name in ("scripts", "many", "nobody")}
    return found | {f"made up {seed}": verapdf.made_up(seed) for seed in range(1, MADE_UP + 1)}


@pytest.fixture(scope="module")
def verdicts(drawn: dict[str, bytes]) -> Verdicts:
    return verapdf.judge(drawn)


@pytest.mark.parametrize("standard", STANDARDS)
def test_a_briefing_is_what_it_says_it_is(standard: str, verdicts: Verdicts) -> None:
    assert {name: broken for (asked, name), broken in verdicts.items() if asked == standard and broken} == {}


# ── broken files ────────────────────────────────────────────────────────────────────────────────────────────────────


def root(pdf: pypdf.PdfWriter) -> Any:
    return pdf._root_object


def elements(pdf: pypdf.PdfWriter) -> Iterator[Any]:
    """Give all elements of the structure, in the order of reading."""
    waiting = [root(pdf)["/StructTreeRoot"]["/K"]]
    while waiting:
        element = waiting.pop(0).get_object()
        if isinstance(element, DictionaryObject) and "/S" in element:
            yield element
            kids = element.get("/K", [])
            waiting[:0] = kids if isinstance(kids, list) else [kids]


def first(pdf: pypdf.PdfWriter, role: str) -> Any:
    return next(element for element in elements(pdf) if element["/S"] == role)


def rename(pdf: pypdf.PdfWriter, role: str, other: str) -> None:
    first(pdf, role)[NameObject("/S")] = NameObject(other)


def link(pdf: pypdf.PdfWriter) -> Any:
    return pdf.pages[0]["/Annots"][0].get_object()  # type: ignore[index]


def reword(pdf: pypdf.PdfWriter, old: bytes, new: bytes) -> None:
    """Change the metadata."""
    stream = root(pdf)["/Metadata"]
    assert old in stream.get_data()
    stream.set_data(stream.get_data().replace(old, new))


def unmark(pdf: pypdf.PdfWriter, mark: bytes) -> None:
    """Take the first mark of a kind out of the first page, with its end."""
    content = pdf.pages[0].get_contents()
    assert content is not None
    before, found, after = content.get_data().partition(mark)
    assert found
    stream = StreamObject()
    stream.set_data(before + after.replace(b"EMC", b"", 1))
    pdf.pages[0][NameObject("/Contents")] = pdf._add_object(stream)


def shorten(pdf: pypdf.PdfWriter) -> None:
    """Take a cell out of a row."""
    row = [element for element in elements(pdf) if element["/S"] == "/TR"][2]
    row[NameObject("/K")] = ArrayObject(row["/K"][:-1])


def lead_astray(pdf: pypdf.PdfWriter) -> None:
    """Let a page's marks belong to somebody else."""
    pdf.pages[0][NameObject("/StructParents")] = NumberObject(1)


FAULTS: dict[str, tuple[str, Callable[[pypdf.PdfWriter], object]]] = {
    "no language": (UA, lambda pdf: root(pdf).pop("/Lang")),
    "no structure": (UA, lambda pdf: root(pdf).pop("/StructTreeRoot")),
    "no mark of being tagged": (UA, lambda pdf: root(pdf).pop("/MarkInfo")),
    "no metadata": (UA, lambda pdf: root(pdf).pop("/Metadata")),
    "no title": (UA, lambda pdf: reword(pdf, b"dc:title", b"dc:source")),
    "the file name for a title": (
        UA,
        lambda pdf: root(pdf)["/ViewerPreferences"].update({NameObject("/DisplayDocTitle"): BooleanObject(False)}),
    ),
    "no claim to PDF/UA": (UA, lambda pdf: reword(pdf, b"<pdfuaid:part>1</pdfuaid:part>", b"")),
    "a drawing without words": (UA, lambda pdf: first(pdf, "/Figure").pop("/Alt")),
    "a heading skipped": (UA, lambda pdf: rename(pdf, "/H2", "/H4")),
    "a header without scope": (UA, lambda pdf: first(pdf, "/TH").pop("/A")),
    "a row too short": (UA, shorten),
    "a row outside a table": (UA, lambda pdf: rename(pdf, "/Table", "/Sect")),
    "an entry without a body": (UA, lambda pdf: rename(pdf, "/LBody", "/P")),
    "a link that says nothing": (UA, lambda pdf: link(pdf).pop("/Contents")),
    "a link outside the structure": (UA, lambda pdf: link(pdf).pop("/StructParent")),
    "no order of tabs": (UA, lambda pdf: pdf.pages[0].pop("/Tabs")),
    "text outside the structure": (UA, lambda pdf: unmark(pdf, b"/H1 <</MCID 2>> BDC")),
    "decoration that is not marked": (UA, lambda pdf: unmark(pdf, b"/Artifact BMC")),
    "marks that lead astray": (UA, lead_astray),
    "no colour space": (A, lambda pdf: root(pdf).pop("/OutputIntents")),
    "an attachment of nobody": (A, lambda pdf: root(pdf).pop("/AF")),
    "an attachment of no kind": (A, lambda pdf: root(pdf)["/AF"][0].get_object()["/EF"]["/F"].pop("/Subtype")),
    "no claim to PDF/A": (A, lambda pdf: reword(pdf, b"<pdfaid:part>3</pdfaid:part>", b"")),
    "a link that is not printed": (A, lambda pdf: link(pdf).pop("/F")),
}


def broken(fault: Callable[[pypdf.PdfWriter], object]) -> bytes:
    from briefing.pages import draw

    pdf = pypdf.PdfWriter(clone_from=io.BytesIO(draw(scenes.quarrel().analysis(), record=b"{}\n")))
    fault(pdf)
    out = io.BytesIO()
    pdf.write(out)
    return out.getvalue()


@pytest.fixture(scope="module")
def judged() -> Verdicts:
    files = {name: broken(fault) for name, (_, fault) in FAULTS.items()}
    return verapdf.judge({"nothing": broken(lambda pdf: None), **files})


def test_a_file_only_written_anew_is_still_good(judged: Verdicts) -> None:
    assert judged[UA, "nothing"] == []


@pytest.mark.parametrize("fault", FAULTS)
def test_a_broken_file_is_found_out(fault: str, judged: Verdicts) -> None:
    standard, _ = FAULTS[fault]
    assert set(judged[standard, fault]) - set(judged[standard, "nothing"])
