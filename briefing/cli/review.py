"""The command that writes a review file: every stance that feeds the page, for an officer to decide about."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from briefing.cli.options import choices, documents_options, progress
from briefing.errors import shown

if TYPE_CHECKING:
    from briefing.review import Carried


@click.command(name="review")
@documents_options
@click.option(
    "-o", "--output", default="review.yaml", show_default=True, metavar="FILE", help="The review file to write."
)
def review_command(documents: tuple[str, ...], output: str, **options: Any) -> None:
    """Write every stance that feeds page one of the briefing of DOCUMENTs into a file, to be reviewed.

    An officer edits the file; briefing make --review applies it. If the file is there already, every edit in it that
    still holds is kept; those that do not are listed, kept in the file under stale:, and the command ends with 1.

    \b
    Example:
      briefing review article.txt -o review.yaml
      briefing make article.txt --review review.yaml
    """
    from briefing import outputs, pipeline

    outputs.check([output], inputs=documents)
    old = Path(output) if Path(output).exists() else None
    with progress() as tell:
        text, carried = pipeline.review_sheet(*documents, old=old, **choices(options, tell))
    outputs.write({output: text.encode()})
    for line in _told(carried):
        click.echo(shown(line), err=True)
    click.echo(f"wrote {output}{_counted(carried) if old else ''}")
    if carried.stale:
        raise click.exceptions.Exit(1)


def _told(carried: Carried) -> Iterator[str]:
    """Say what became of edits whose stances are not what they were."""
    for old, new in carried.moved:
        yield f"moved: {old} is {new} now; its words and its reading are the same"
    for lapsed in carried.stale:
        yield f"stale: {lapsed.problem}"


def _counted(carried: Carried) -> str:
    kept, stale = len(carried.rulings) + len(carried.added), len(carried.stale)
    return f": {kept} edit{'s' * (kept != 1)} kept, {stale} stale"
