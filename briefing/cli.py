"""The command line: arguments in, messages out."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import metadata as installed
from pathlib import Path
from typing import Any

import click

from briefing.errors import BriefingError, ChoiceError, OutputError, RuleError, shown
from briefing.version import VERSION

DISTRIBUTION = "diplomatic-briefing"
_GENRES = ("news", "readout", "joint_statement", "transcript", "speech", "interview", "fact_sheet")


def _settings() -> dict[str, Any]:
    """Give click's settings; click itself does not know NO_COLOR."""
    return {
        "help_option_names": ["-h", "--help"],
        "max_content_width": 100,
        "color": False if os.environ.get("NO_COLOR") else None,
    }


def _version(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted and not context.resilient_parsing:
        here = Path(__file__).resolve().parent
        python = ".".join(map(str, sys.version_info[:3]))
        click.echo(f"briefing {VERSION} ({DISTRIBUTION}), {here}, Python {python}")
        context.exit()


@click.group(context_settings=_settings())
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="Show the version.")
def cli() -> None:
    """Say where two governments stand, issue by issue, with the words that prove it.

    \b
    Example:
      briefing make article.txt readout.md -o out/brief.pdf
    """


def _documents(command: Callable[..., None]) -> Callable[..., None]:
    """Add the arguments that every command on documents takes."""
    options = [
        click.argument("documents", nargs=-1, required=True, metavar="DOCUMENT..."),
        click.option("--rules", metavar="DIR", help="A folder of rule packs, looked in before those that ship."),
        click.option("--pack", metavar="ID", help="The rule pack to use, such as us-china."),
        click.option("--sides", metavar="A,B", callback=_sides, help="The two sides to compare, such as USA,CHN."),
        click.option("--date", metavar="YYYY-MM-DD", help="The date of a document that does not say."),
        click.option("--publisher", metavar="NAME", help="The publisher of a document that does not say."),
        click.option("--genre", type=click.Choice(_GENRES), help="What sort of text a document is that does not say."),
        click.option("--side", metavar="ID", help="Whose own text a document is that does not say."),
        click.option("--encoding", metavar="NAME", help="The encoding of the documents, if not UTF-8."),
    ]
    for option in reversed(options):
        command = option(command)
    return command


def _sides(_: click.Context, __: click.Parameter, value: str | None) -> tuple[str, str] | None:
    if value is None:
        return None
    parts = [p.strip().upper() for p in value.split(",") if p.strip()]
    if len(parts) != 2:
        raise click.BadParameter(f"'{value}' does not name two sides; write them as in USA,CHN")
    return parts[0], parts[1]


@cli.command(name="make")
@_documents
@click.option(
    "-o",
    "--output",
    default="out/brief.pdf",
    show_default=True,
    metavar="PDF",
    help="Where to write; - is standard output.",
)
@click.option("--json", "json_path", metavar="PATH", help="Also write the analysis as JSON.")
@click.option("--title", help="The title, instead of the two sides' names.")
@click.option("--marking", help="A marking for the head and foot of every page.")
@click.option("--prepared-by", metavar="TEXT", help="Who prepared the briefing.")
def make_command(documents: tuple[str, ...], output: str, json_path: str | None, **options: Any) -> None:
    """Write the PDF briefing of one or more DOCUMENTs; - reads standard input.

    \b
    Example:
      briefing make article.txt --publisher CNN --date 2024-04-26 -o out/brief.pdf
    """
    from briefing import outputs, pipeline
    from briefing.overview import overview

    outputs.check([p for p in (output, json_path) if p not in (None, "-")], inputs=documents)
    with _progress() as tell:
        page = {k: options.pop(k) for k in ("title", "marking", "prepared_by")}
        made = pipeline.make(*documents, **page, **_choices(options, tell))
    files = {output: made.pdf, **({json_path: made.json} if json_path else {})}
    piped = files.pop("-", None)
    outputs.write(files)
    click.echo(overview(made.analysis), err=piped is not None)
    if files:
        click.echo(f"wrote {' and '.join(files)}", err=piped is not None)
    if piped is not None:
        sys.stdout.buffer.write(piped)


@cli.command(name="analyze")
@_documents
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
def analyze_command(documents: tuple[str, ...], form: str, **options: Any) -> None:
    """Show where the sides stand, without a PDF: a table, or the whole analysis as JSON.

    \b
    Example:
      briefing analyze article.txt --format json > analysis.json
    """
    from briefing import pipeline
    from briefing.overview import overview
    from briefing.record import record

    with _progress() as tell:
        analysis = pipeline.analyze(*documents, **_choices(options, tell))
    if form == "json":
        sys.stdout.buffer.write(record(analysis, version=VERSION))
    else:
        click.echo(overview(analysis))


@cli.command(name="why")
@_documents
@click.option("--at", "line", type=click.IntRange(min=1), metavar="LINE", help="Only what stands at this line.")
@click.option("--statement", metavar="ID", help="Only the statement with this id.")
def why_command(documents: tuple[str, ...], line: int | None, statement: str | None, **options: Any) -> None:
    """Explain a result: how each statement was found, and which words made which rule hold.

    \b
    Example:
      briefing why article.txt --at 12
    """
    from briefing import pipeline
    from briefing.explain import why

    with _progress() as tell:
        analysis = pipeline.analyze(*documents, **_choices(options, tell))
    click.echo(why(analysis, line=line, statement=statement))


@cli.group()
def rules() -> None:
    """Look after rule packs."""


@rules.command()
@click.argument("folder", required=False, metavar="[DIR]")
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


def _choices(options: dict[str, Any], tell: Callable[[str], None]) -> dict[str, Any]:
    """Turn command-line options into the arguments of the pipeline."""
    from briefing.documents import Metadata

    keys = ("date", "publisher", "genre", "side", "encoding")
    given = {k: options.pop(k) for k in keys}
    return {"metadata": Metadata.of(**given), "progress": tell, **options}


@contextmanager
def _progress() -> Iterator[Callable[[str], None]]:
    """Tell what is going on, on a terminal only, and wipe it away at the end."""
    if not sys.stderr.isatty() or os.environ.get("CI"):
        yield lambda _: None
        return
    try:
        yield lambda text: click.echo(f"\r\x1b[K{text}", err=True, nl=False)
    finally:
        click.echo("\r\x1b[K", err=True, nl=False)


def _foreign() -> str | None:
    """Name the unrelated distribution that installs the same import package, if it is here too."""
    try:
        other = installed.distribution("briefing")
    except installed.PackageNotFoundError:
        return None
    return (
        f"the unrelated package 'briefing' {other.version} is installed beside {DISTRIBUTION} and may overwrite it; "
        "remove it with: pip uninstall briefing, or install this program with pipx or uv tool"
    )


def _fail(error: Exception | str, code: int) -> None:
    lines = shown(str(error)).splitlines() or ["stopped"]
    click.echo("\n".join(f"briefing: {line}" for line in lines), err=True)
    sys.exit(code)


def main() -> None:
    """Run the command line: exit 0 done, 1 the material is wrong, 2 usage."""
    try:
        if foreign := _foreign():
            click.echo(f"briefing: {foreign}", err=True)
        code = cli(standalone_mode=False)
        sys.stdout.flush()
        sys.exit(code if isinstance(code, int) else 0)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except click.Abort:
        _fail("stopped", 1)
    except RuleError as error:
        click.echo(shown("\n".join(p.frame() for p in error.problems)), err=True)
        _fail(f"{len(error.problems)} mistake(s) in the rules", 1)
    except (ChoiceError, OutputError) as error:
        _fail(error, 2)
    except BriefingError as error:
        _fail(error, 1)
    except BrokenPipeError:  # the reader has seen enough, and all files are written
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        _fail("standard output: cannot be written (the disk is full)", 2)


if __name__ == "__main__":
    main()
