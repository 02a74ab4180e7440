"""Commands for everyday work on rule packs: begin one, add an issue, put files into form, print them."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from briefing.errors import ChoiceError, RuleError


def _write(files: dict[str, bytes]) -> None:
    """Write files to places where nothing is yet, or where what is there is meant to be replaced."""
    from briefing import outputs

    outputs.check(files, inputs=())
    outputs.write(files)


@click.command(name="fmt")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option("--check", "only_check", is_flag=True, help="Only list the files that would change; exit 1 if any would.")
def fmt_command(paths: tuple[str, ...], only_check: bool) -> None:
    """Put rule files into one form: keys in a stable order, every comment kept.

    PATH is a folder of packs, a pack or a file; else the folder you are in. Nothing a file says is changed.

    \b
    Example:
      briefing rules fmt my-rules
    """
    from briefing.ruleset.tidy import tidy_all

    done = tidy_all([Path(path) for path in paths or (".",)])
    if done.changed and not only_check:
        _write(dict(done.changed))
    for path in done.changed:
        click.echo(path)
    files, changed = (f"{n} file{'s' * (n != 1)}" for n in (done.read, len(done.changed)))
    click.echo(f"{files} read, {changed} {'would change' if only_check else 'changed'}", err=True)
    if done.problems:
        raise RuleError(done.problems)
    if only_check and done.changed:
        raise click.exceptions.Exit(1)


@click.command(name="schema")
@click.argument("kind", required=False)
@click.option("-o", "--output", metavar="DIR", help="Write a file for each kind into this folder.")
def schema_command(kind: str | None, output: str | None) -> None:
    """Give JSON Schema of rule files, by which editors help while typing.

    KIND is pack, issue, people, acts, force, countries, cues or phrases; without it all of them.

    \b
    Example:
      briefing rules schema -o my-rules/schema
    """
    from briefing.ruleset import json_schema

    files = dict(json_schema.schema_files())
    if kind is not None and f"{kind}.json" not in files:
        raise ChoiceError(f"there is no kind of rule file '{kind}' ({json_schema.guess_kind(kind)})")
    chosen = {name: data for name, data in files.items() if kind in (None, name.removesuffix(".json"))}
    if output:
        _write({str(Path(output) / name): data for name, data in chosen.items()})
        click.echo(f"wrote {len(chosen)} file{'s' * (len(chosen) != 1)} to {output}")
    elif kind:
        sys.stdout.buffer.write(chosen[f"{kind}.json"])
    else:
        click.echo(json_schema.written(json_schema.schemas()), nl=False)


COMMANDS = (fmt_command, schema_command)
