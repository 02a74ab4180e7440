"""Commands on rule packs."""

from __future__ import annotations

from pathlib import Path

import click

from briefing.cli.watch import watchable
from briefing.errors import ChoiceError, RuleError


@click.group()
def rules() -> None:
    """Look after rule packs."""


@rules.command(name="check")
@click.argument("folder", required=False, metavar="[DIR]")
@click.option("--format", "form", type=click.Choice(["text", "json", "github"]), default="text", show_default=True)
@click.option("--strict", is_flag=True, help="Fail on warnings too.")
@click.option("--thorough", is_flag=True, help="Also warn of mistakes that no test would notice.")
@watchable("folder")
def check_command(folder: str | None, form: str, strict: bool, thorough: bool) -> None:
    """Validate rule packs and run their tests.

    The packs of DIR, or those that ship.

    A dot is a test that holds, M one that misses its sentence, N one that matches what it should not, t one that is
    still to do and ! one that is not any more.

    \b
    Example:
      briefing rules check my-rules
    """
    if not checked(folder, form, strict=strict, thorough=thorough):
        raise click.exceptions.Exit(1)


def checked(folder: str | None, form: str, *, strict: bool, thorough: bool = False) -> bool:
    """Print what a check of the rules finds; say whether all is well."""
    from briefing import rule_tests
    from briefing.diagnostics import count, diagnostics

    try:
        report = rule_tests.check(Path(folder) if folder else None, thorough=thorough)
    except RuleError as error:
        click.echo(diagnostics(error.problems, form))
        if form == "text":
            click.echo(f"{count(error.problems)}; no test was run")
        return False
    if form == "json":
        click.echo(diagnostics(report.problems, form, report.counts))
        return report.passed(strict=strict)
    found = [diagnostics(report.problems, form), report.closing(), count(report.problems) if report.problems else ""]
    click.echo("\n".join(part for part in (report.dots() if form == "text" else "", *found) if part))
    return report.passed(strict=strict)


@rules.command(name="show")
@click.argument("rule", required=False)
@click.option("--list", "everything", is_flag=True, help="List the ids of all rules, one a line.")
@click.option("--rules", "folder", metavar="DIR", help="A folder of rule packs, looked in before those that ship.")
@click.option("--pack", default="us-china", show_default=True, metavar="ID", help="The rule pack to look in.")
def show_command(rule: str | None, everything: bool, folder: str | None, pack: str) -> None:
    """Say in words what a RULE asks for and means.

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
@click.argument("code", required=False)
@click.option("--all", "everything", is_flag=True, help="Explain every code, as Markdown.")
def explain_command(code: str | None, everything: bool) -> None:
    """Explain an error CODE of a rule file.

    \b
    Example:
      briefing rules explain S001
    """
    from briefing.ruleset import codes

    if not code and not everything:
        raise click.UsageError("name a code, or explain them all with --all")
    text = codes.explain(code) if code else codes.page()
    if text is None:
        raise ChoiceError(f"there is no error code '{code}'; codes stand in brackets in messages, as in error[S001]")
    click.echo(text)
