"""What several commands take, and how they tell what they are doing."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from briefing.model import Face, Look

_GENRES = ("news", "readout", "joint_statement", "transcript", "speech", "interview", "fact_sheet")


_READING = (
    click.option("--date", metavar="YYYY-MM-DD", help="The date of a document that does not say."),
    click.option("--publisher", metavar="NAME", help="The publisher of a document that does not say."),
    click.option("--genre", type=click.Choice(_GENRES), help="What sort of text a document is that does not say."),
    click.option("--side", metavar="ID", help="Whose own text a document is that does not say."),
    click.option("--encoding", metavar="NAME", help="The encoding of the documents, if not UTF-8."),
)


def reading_options(command: Callable[..., None]) -> Callable[..., None]:
    """Add the options that say what documents are which do not say it themselves."""
    for option in reversed(_READING):
        command = option(command)
    return command


def documents_options(command: Callable[..., None]) -> Callable[..., None]:
    """Add the arguments that every command on documents takes."""
    options: list[Callable[[Callable[..., None]], Callable[..., None]]] = [
        click.argument("documents", nargs=-1, required=True, metavar="DOCUMENT..."),
        click.option("--rules", metavar="DIR", help="A folder of rule packs, looked in before those that ship."),
        click.option("--pack", metavar="ID", help="The rule pack to use, such as us-china."),
        click.option("--sides", metavar="A,B", callback=two_sides, help="The two sides to compare, such as USA,CHN."),
        reading_options,
    ]
    for option in reversed(options):
        command = option(command)
    return command


def review_option(command: Callable[..., None]) -> Callable[..., None]:
    """Add the option that applies a desk's review."""
    text = "A review file, as briefing review writes it, whose edits are applied."
    return click.option("--review", metavar="FILE", help=text)(command)


def two_sides(_: click.Context, __: click.Parameter, value: str | None) -> tuple[str, str] | None:
    """Read an option that names two sides."""
    if value is None:
        return None
    parts = [p.strip().upper() for p in value.split(",") if p.strip()]
    if len(parts) != 2:
        raise click.BadParameter(f"'{value}' does not name two sides; write them as in USA,CHN")
    return parts[0], parts[1]


def metadata(options: dict[str, Any]) -> dict[str, Any]:
    """Turn the options that say what documents are into the argument of the pipeline; they leave the others."""
    from briefing.documents import Metadata

    given = {key: options.pop(key) for key in ("date", "publisher", "genre", "side", "encoding")}
    return {"metadata": Metadata.of(**given)}


def choices(options: dict[str, Any], tell: Callable[[str], None]) -> dict[str, Any]:
    """Turn command-line options into the arguments of the pipeline."""
    return {**metadata(options), "progress": tell, **options}


def look(options: dict[str, Any]) -> Look:
    """Take the options on the look of the pages out of all options."""
    from briefing.model import Embed, Look, Paper, Profile, Theme

    texts = {key: options.pop(key) for key in ("title", "marking", "prepared_by")}
    fonts = faces(options.pop("fonts"))
    kinds: dict[str, Any] = {"paper": Paper, "theme": Theme, "profile": Profile, "embed": Embed}
    return Look(**texts, fonts=fonts, **{key: kind(options.pop(key)) for key, kind in kinds.items()})


def faces(paths: Sequence[str]) -> tuple[Face, ...]:
    """Read the fonts of a house, and find out whether they can be used."""
    from briefing.pages.house import face

    if len(paths) > 2:
        raise click.BadParameter("name two files at most, for text and for bold", param_hint="--font")
    return tuple(face(path) for path in paths)


@contextmanager
def progress() -> Iterator[Callable[[str], None]]:
    """Tell what is going on, on a terminal only, and wipe it away at the end."""
    if not sys.stderr.isatty() or os.environ.get("CI"):
        yield lambda _: None
        return
    try:
        yield lambda text: click.echo(f"\r\x1b[K{text}", err=True, nl=False)
    finally:
        click.echo("\r\x1b[K", err=True, nl=False)
