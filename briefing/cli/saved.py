"""Commands on briefings that were saved."""

from __future__ import annotations

import click


@click.command(name="diff")
@click.argument("old")
@click.argument("new")
@click.option("--format", "form", type=click.Choice(["text", "json", "markdown"]), default="text", show_default=True)
@click.option("--exit-code", is_flag=True, help="End with 1 if the two differ.")
def diff_command(old: str, new: str, form: str, exit_code: bool) -> None:
    """Compare two briefings, cell by cell.

    OLD and NEW are PDFs that briefing make wrote, or files of briefing analyze --format json.

    \b
    Example:
      briefing diff april.pdf may.pdf
    """
    from briefing.changes import FORMS, compare, picture
    from briefing.saved import analysis_in

    before, after = (picture(analysis_in(path)) for path in (old, new))
    changes = compare(before, after)
    click.echo(FORMS[form](changes))
    if exit_code and not changes.empty:
        raise click.exceptions.Exit(1)
