"""Cut the fonts of the printed page from their public sources; run once, by hand, when a font changes.

    python -m pip install fonttools fontpkg-source-serif-4 fontpkg-source-sans-3
    for name in sc arabic hebrew; do npm pack @expo-google-fonts/noto-sans-$name; done
    for file in expo-*.tgz; do mkdir -p npm/$file && tar xzf $file -C npm/$file; done
    python tools/make_fonts.py npm

In: two variable fonts (Source Serif 4, Source Sans 3) and three static ones (Noto Sans SC, Arabic, Hebrew), all under
the SIL Open Font License 1.1. Out: small static files in `briefing/pages/fonts/`. "Source" is a reserved name, so
every cut carries another one. Layout tables and hinting go: the page sets type without them.
"""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

OUT = Path(__file__).parents[1] / "briefing" / "pages" / "fonts"

LATIN_GREEK_CYRILLIC = (
    *range(0x20, 0x250),
    *range(0x2B0, 0x370),
    *range(0x370, 0x530),
    *range(0x1E00, 0x1F00),
    *range(0x2000, 0x2070),
    *range(0x20A0, 0x20C0),
    *(0x2116, 0x2122, 0x2190, 0x2191, 0x2192, 0x2193, 0x2212, 0x2248, 0x2260, 0x2264, 0x2265, 0xFFFD),
)
ARABIC = (0x20, *range(0x600, 0x700), *range(0xFB50, 0xFC00), *range(0xFE70, 0xFF00))
HEBREW = (0x20, *range(0x591, 0x5F5), *range(0xFB1D, 0xFB50))


def double_bytes(encoding: str, leads: range, trails: Iterable[int]) -> set[int]:
    """Give the code points that a double-byte encoding holds in a block of its table."""
    found = set()
    for pair in (bytes([lead, trail]) for lead in leads for trail in trails):
        try:
            found.add(ord(pair.decode(encoding)))
        except (UnicodeDecodeError, TypeError):  # a hole in the table, or a pair of characters
            continue
    return found


def chinese() -> set[int]:
    """Give the common characters of both scripts: all of GB 2312, and the first level of Big5."""
    simplified = double_bytes("gb2312", range(0xA1, 0xF8), range(0xA1, 0xFF))
    traditional = double_bytes("big5", range(0xA4, 0xC7), [*range(0x40, 0x7F), *range(0xA1, 0xFF)])
    return simplified | traditional


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """One file to make: from which font, at which place of its axes, with which characters."""

    file: str
    family: str
    style: str
    source: Path
    keep: Iterable[int]
    axes: Mapping[str, float] = field(default_factory=dict)


def variable(package: str, file: str) -> Path:
    """Find a variable font in its installed package."""
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        raise SystemExit(f"{package} is not installed: see the head of this file")
    return Path(spec.origin).parent / "files" / file


def static(folder: Path, name: str) -> Path:
    """Find the regular weight of a font among the unpacked npm packages."""
    found = sorted(folder.rglob(f"{name}_400Regular.ttf"))
    if not found:
        raise SystemExit(f"{folder}: no {name}_400Regular.ttf: see the head of this file")
    return found[0]


def cuts(npm: Path) -> tuple[Cut, ...]:
    """List the files to make."""
    serif = variable("fontpkg_source_serif_4", "SourceSerif4[opsz,wght].ttf")
    sans = variable("fontpkg_source_sans_3", "SourceSans3[wght].ttf")
    text = LATIN_GREEK_CYRILLIC

    def latin(family: str, style: str, source: Path, **axes: float) -> Cut:
        file = f"{family.replace(' ', '')}-{style}"
        return Cut(file=file, family=family, style=style, source=source, keep=text, axes=axes)

    def other(family: str, name: str, keep: Iterable[int]) -> Cut:
        file = family.replace(" ", "")
        return Cut(file=file, family=family, style="Regular", source=static(npm, name), keep=keep)

    return (
        latin("Briefing Serif", "Regular", serif, opsz=11, wght=400),
        latin("Briefing Serif", "Semibold", serif, opsz=11, wght=600),
        latin("Briefing Serif", "Display", serif, opsz=42, wght=600),
        latin("Briefing Sans", "Regular", sans, wght=400),
        latin("Briefing Sans", "Semibold", sans, wght=600),
        other("Briefing CJK", "NotoSansSC", chinese()),
        other("Briefing Arabic", "NotoSansArabic", ARABIC),
        other("Briefing Hebrew", "NotoSansHebrew", HEBREW),
    )


def renamed(font: TTFont, cut: Cut) -> None:
    """Give the font its own name and drop the names that the reserved one stands in."""
    full = f"{cut.family} {cut.style}"
    names = {1: cut.family, 16: cut.family, 2: cut.style, 17: cut.style, 3: full, 4: full, 6: cut.file}
    table = font["name"]
    for record in list(table.names):
        if record.nameID in names:
            table.setName(names[record.nameID], record.nameID, record.platformID, record.platEncID, record.langID)
        elif record.nameID not in (0, 13, 14):  # copyright and licence stay
            table.removeNames(nameID=record.nameID)


def make(cut: Cut) -> Path:
    """Cut one font file."""
    font = TTFont(cut.source, recalcTimestamp=False)
    if cut.axes:
        font = instancer.instantiateVariableFont(font, dict(cut.axes), inplace=True)
    options = subset.Options(layout_features=[], hinting=False, name_IDs=["*"], notdef_outline=True)
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "BASE", "STAT", "DSIG"]
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=cut.keep)
    cutter.subset(font)
    renamed(font, cut)
    path = OUT / f"{cut.file}.ttf"
    font.save(path)
    return path


def main() -> None:
    """Make all files and say how large they are."""
    if len(sys.argv) != 2:
        raise SystemExit("usage: python tools/make_fonts.py FOLDER_OF_UNPACKED_NPM_PACKAGES")
    for cut in cuts(Path(sys.argv[1])):
        path = make(cut)
        print(f"{path.name:32} {path.stat().st_size:9,} bytes")


if __name__ == "__main__":
    main()
