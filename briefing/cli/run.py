"""The program as a whole: its commands, and how it ends."""

from __future__ import annotations

import errno
import os
import sys
from importlib import metadata as installed
from pathlib import Path
from typing import Any

import click

from briefing.cli.coverage import coverage_command
from briefing.cli.documents import analyze_command, make_command, text_command, why_command, why_not_command
from briefing.cli.impact import rules_diff_command
from briefing.cli.regression import accept_command, check_command
from briefing.cli.review import review_command
from briefing.cli.rules import rules
from briefing.cli.saved import diff_command, extract_command, verify_command
from briefing.cli.workbench import COMMANDS
from briefing.errors import BriefingError, CaseError, ChoiceError, FileError, OutputError, shown
from briefing.version import VERSION

DISTRIBUTION = "diplomatic-briefing"


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


for command in (
    make_command,
    analyze_command,
    text_command,
    why_command,
    why_not_command,
    review_command,
    diff_command,
    extract_command,
    verify_command,
    check_command,
    accept_command,
    rules,
):
    cli.add_command(command)
for command in (coverage_command, rules_diff_command, *COMMANDS):
    rules.add_command(command)


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
    except FileError as error:
        click.echo(shown("\n".join(p.frame() for p in error.problems)), err=True)
        # of a check, 1 says that a briefing changed, and only that
        _fail(f"{len(error.problems)} mistake(s) in {error.what}", 2 if isinstance(error, CaseError) else 1)
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
