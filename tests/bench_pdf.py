"""How fast a briefing is drawn, and how large it is: tagged here, by ReportLab alone, WeasyPrint and Typst.

python -m tests.bench_pdf [PYTHON-WITH-WEASYPRINT-AND-TYPST]

Each run is a process of its own; the engines take turns. Counted is the drawing alone, from values in memory to bytes:
the blocks for us, for the others what was written from the same description beforehand. An engine that is not
installed is told. ReportLab is plain where it sets the same parts by its own paragraphs and tables, with no tags.
"""

from __future__ import annotations

import importlib
import io
import json
import re
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from html import escape
from pathlib import Path
from random import Random

import pypdf

from briefing.model import Analysis
from briefing.pages import draw, retell
from briefing.pages.description import Part, Words, describe
from briefing.pages.kit import Kit
from briefing.pages.story import compose
from briefing.pages.tagged import Role
from tests.pages.tagged import generated

ROOT = Path(__file__).parents[1]
FONTS = ROOT / "briefing" / "pages" / "fonts"
SIZES = {"about 6 pages": (7, 5), "about 200 pages": (600, 1)}  # issues, runs
_BLOCKS = frozenset({Role.TITLE, Role.HEADING, Role.SUBHEADING, Role.PARAGRAPH, Role.LABEL, Role.BODY, Role.ITEM})

Draw = Callable[[], bytes]


def material(issues: int) -> Analysis:
    return generated.analysis(Random(5), issues=issues, longest=40, english=True)


def described(analysis: Analysis) -> Part:
    from briefing.model import Look

    return describe(compose(Kit.of(analysis, paged=False), float("inf"), Look())[1])


def said(part: Part) -> list[str]:
    """Give the paragraphs within a part."""
    own = "".join(k.text for k in part.kids if isinstance(k, Words))
    return [*([own] if own.strip() else []), *(text for kid in part.parts for text in said(kid))]


def latin(text: str) -> str:
    """Leave out what the face of the others lacks, so that none spends time on other fonts."""
    return re.sub(r"[^\x20-\u024f\u2010-\u2026\u00a0]", "n", text)


# ── engines ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def tagged(analysis: Analysis) -> Draw:
    return lambda: draw(analysis, record=b"{}\n")


def plain(analysis: Analysis) -> Draw:
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

    root = described(analysis)

    def build() -> bytes:
        pdfmetrics.registerFont(TTFont("Text", str(FONTS / "BriefingSerif-Regular.ttf")))
        style = ParagraphStyle("text", fontName="Text", fontSize=9.5, leading=12.4)

        def story(part: Part) -> Iterator[object]:
            for kid in part.parts:
                if kid.role == Role.TABLE:
                    rows = [r for r in kid.walk() if r.role == Role.ROW]
                    cells = [[[Paragraph(escape(latin(t)), style) for t in said(c)] for c in r.parts] for r in rows]
                    wide = max(map(len, cells))
                    for row in cells:
                        row += [[]] * (wide - len(row))
                    yield Table(
                        cells,
                        colWidths=[490 / wide] * wide,
                        repeatRows=1,
                        splitInRow=1,
                        style=[("VALIGN", (0, 0), (-1, -1), "TOP"), ("FONTNAME", (0, 0), (-1, -1), "Text")],
                    )
                elif kid.role in _BLOCKS:
                    yield from (Paragraph(escape(latin(t)), style) for t in said(kid))
                else:
                    yield from story(kid)

        out = io.BytesIO()
        SimpleDocTemplate(out, initialFontName="Text", leftMargin=51, rightMargin=51).build(list(story(root)))
        return out.getvalue()

    return build


def weasyprint(analysis: Analysis) -> Draw:
    library = importlib.import_module("weasyprint")
    face = (FONTS / "BriefingSerif-Regular.ttf").as_uri()
    page = latin(retell(analysis, record=b"{}\n")[".html"].decode())
    page = page.replace(
        "</style>", f"@font-face{{font-family:Text;src:url({face})}} *{{font-family:Text!important}}</style>"
    )
    return lambda: bytes(library.HTML(string=page).write_pdf(pdf_variant="pdf/ua-1"))


def typst(analysis: Analysis) -> Draw:
    library = importlib.import_module("typst")
    source = "\n".join(
        [
            '#set document(title: "Briefing")',
            '#set text(font: "Briefing Serif", size: 9.5pt)',
            *typeset(described(analysis)),
        ]
    )
    return lambda: bytes(library.compile(source.encode(), font_paths=[str(FONTS)], pdf_standards=["ua-1"]))


def typeset(part: Part, depth: int = 0) -> Iterator[str]:
    for kid in part.parts:
        if kid.role == Role.TABLE:
            rows = [r for r in kid.walk() if r.role == Role.ROW]
            wide = max(len(r.parts) for r in rows)
            cells = (
                " ".join(f"#par[{marked(t)}]" for t in said(c))
                for r in rows
                for c in [*r.parts, *([Part(element=r.element)] * (wide - len(r.parts)))]
            )
            yield f"#table(columns: {wide}, {', '.join(f'[{c}]' for c in cells)})"
        elif kid.role in (Role.TITLE, Role.HEADING):
            yield "=" * (1 + (kid.role == Role.HEADING)) + " " + marked(kid.text) + "\n"
        elif kid.role in _BLOCKS:
            yield from (f"{marked(t)}\n" for t in said(kid))
        else:
            yield from typeset(kid, depth)


def marked(text: str) -> str:
    return '#"' + latin(text).replace("\\", "\\\\").replace('"', '\\"') + '"'


ENGINES = {
    "tagged, here": tagged,
    "plain ReportLab": plain,
    "WeasyPrint, PDF/UA-1": weasyprint,
    "Typst, PDF/UA-1": typst,
}


# ── runs ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def once(engine: str, issues: int) -> None:
    """Draw once, and print what it took."""
    build = ENGINES[engine](material(issues))
    start = time.perf_counter()
    data = build()
    seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    pages = len(pypdf.PdfReader(io.BytesIO(data)).pages)
    print(json.dumps([seconds, peak, len(data) / 1024, pages]))


def main() -> None:
    if sys.argv[1:2] == ["once"]:
        once(sys.argv[2], int(sys.argv[3]))
        return
    python = sys.argv[1] if len(sys.argv) > 1 else sys.executable
    print("| content | engine | pages | seconds | × plain | MiB | KiB |\n| --- | --- | --- | --- | --- | --- | --- |")
    for size, (issues, runs) in SIZES.items():
        found: dict[str, list[list[float]]] = {engine: [] for engine in ENGINES}
        for _ in range(runs):
            for engine, results in found.items():
                command = [python, "-m", "tests.bench_pdf", "once", engine, str(issues)]
                done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
                if done.returncode == 0:
                    results.append(json.loads(done.stdout))
                else:
                    reason = done.stderr.strip().splitlines()[-1:] or ["no reason"]
                    found[engine] = results = []
                    print(f"| {size} | {engine} | not run: {reason[0]} | | | | |")
        base = statistics.median(r[0] for r in found["plain ReportLab"] or [[1.0]])
        for engine, results in found.items():
            if results:
                seconds, peak, kib, pages = (statistics.median(column) for column in zip(*results, strict=True))
                cells = (f"{pages:.0f}", f"{seconds:.2f}", f"{seconds / base:.2f}", f"{peak:.0f}", f"{kib:,.0f}")
                print(f"| {' | '.join((size, engine, *cells))} |")


if __name__ == "__main__":
    main()
