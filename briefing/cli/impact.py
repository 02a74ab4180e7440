"""The command that shows what an edit of the rules does to a briefing."""

from __future__ import annotations

from typing import Any

import click

from briefing.cli.options import choices, documents_options, progress


@click.command(name="diff")
@click.argument("old")
@click.argument("new")
@documents_options
@click.option("--format", "form", type=click.Choice(["text", "json", "markdown"]), default="text", show_default=True)
@click.option("--exit-code", is_flag=True, help="End with 1 if anything of the briefing moves.")
def rules_diff_command(
    old: str, new: str, documents: tuple[str, ...], form: str, exit_code: bool, **options: Any
) -> None:
    """Show what an edit of the rules does to the briefing of the DOCUMENTs.

    OLD and NEW are folders of rule packs, or git revisions of one, or the word "shipped". At a revision, the folder
    that --rules names is read; without it the other of the two if that is a folder, else the folder "rules".

    \b
    Example:
      briefing rules diff HEAD~1 my-rules article.txt
      briefing rules diff main HEAD article.txt --rules my-rules --format markdown
    """
    from briefing.impact import FORMS, impact

    with progress() as tell:
        found = impact(old, new, *documents, **choices(options, tell))
    click.echo(FORMS[form](found))
    if exit_code and not found.changes.empty:
        raise click.exceptions.Exit(1)
