"""Commands on rule packs."""

from __future__ import annotations

from pathlib import Path

import click

from briefing.cli.watch import watchable
from briefing.errors import ChoiceError


@click.group()
def rules() -> None:
    """Look after rule packs."""


@rules.command()
@click.argument("folder", required=False, metavar="[DIR]")
@watchable("folder")
def check(folder: str | None) -> None:
    """Validate the rule packs of DIR, or those that ship, and run the rules' own tests.

    \b
    Example:
      briefing rules check my-rules
    """
    from briefing import rule_tests

    report = rule_tests.check(Path(folder) if folder else None)
    click.echo(str(report))
    if report.failed or not report.run:
        raise click.exceptions.Exit(1)


@rules.command(name="show")
@click.argument("rule", required=False)
@click.option("--list", "everything", is_flag=True, help="List the ids of all rules, one a line.")
@click.option("--rules", "folder", metavar="DIR", help="A folder of rule packs, looked in before those that ship.")
@click.option("--pack", default="us-china", show_default=True, metavar="ID", help="The rule pack to look in.")
def show_command(rule: str | None, everything: bool, folder: str | None, pack: str) -> None:
    """Say in words what a RULE asks for and what it then means.

    \b
    Example:
      briefing rules show taiwan.peace.affirm
    """
    from briefing import explain, pipeline

    if not rule and not everything:
        raise click.UsageError("name a rule, or list them with --list")
    ruleset = pipeline.load_packs(Path(folder) if folder else None).select(pack)
    click.echo(explain.show(ruleset, rule) if rule else explain.rule_ids(ruleset))


@rules.command(name="explain")
@click.argument("code")
def explain_command(code: str) -> None:
    """Explain an error CODE of a rule file in a paragraph.

    \b
    Example:
      briefing rules explain S001
    """
    from briefing.ruleset import explain as paragraph

    text = paragraph(code)
    if text is None:
        raise ChoiceError(f"there is no error code '{code}'; codes stand in brackets in messages, as in error[S001]")
    click.echo(text)
