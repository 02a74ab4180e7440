"""The command that tells what a rule set does to documents, and what it misses."""

from __future__ import annotations

from typing import Any

import click

from briefing.cli.options import choices, documents_options, progress


@click.command(name="coverage")
@documents_options
@click.option("--format", "form", type=click.Choice(["text", "json", "markdown"]), default="text", show_default=True)
@click.option("--top", type=click.IntRange(min=1), default=20, show_default=True, help="How many phrases to propose.")
def coverage_command(documents: tuple[str, ...], form: str, top: int, **options: Any) -> None:
    """Show what the rules do in DOCUMENTs: which fire, clash or never do, how the sides fare, what is missed.

    \b
    Example:
      briefing rules coverage article.txt readout.md
    """
    from briefing import pipeline
    from briefing.coverage import FORMS, cover

    with progress() as tell:
        analysis = pipeline.analyze(*documents, **choices(options, tell))
        trials = pipeline.tried(analysis)
    click.echo(FORMS[form](cover(analysis, trials, top=top)))
