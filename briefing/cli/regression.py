"""Commands on briefings under test: check them, accept what they say."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from briefing.errors import ChoiceError

if TYPE_CHECKING:
    from briefing.cases import Settings
    from briefing.regression import Result

_FORMS = ("text", "json", "junit", "github", "markdown")


def _shared(command: Callable[..., None]) -> Callable[..., None]:
    options = [
        click.argument("names", nargs=-1, metavar="[CASE]..."),
        click.option("--settings", metavar="FILE", help="The file of cases, if not the nearest briefing.yaml."),
        click.option(
            "-j", "--jobs", type=click.IntRange(min=1), default=_cores, metavar="N", help="How many build at once."
        ),
    ]
    for option in reversed(options):
        command = option(command)
    return command


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@click.command(name="check")
@_shared
@click.option("--init", is_flag=True, help="Begin a folder of briefings under test; nothing that is there is touched.")
@click.option("--format", "form", type=click.Choice(_FORMS), default="text", show_default=True)
@click.option("-o", "--output", metavar="FILE", help="Write the results there instead.")
@click.option("--strict", is_flag=True, help="End with 1 also where only bytes differ.")
@click.option("--no-cache", is_flag=True, help="Build every briefing anew.")
def check_command(
    names: tuple[str, ...], settings: str | None, jobs: int, init: bool, form: str, output: str | None, **flags: Any
) -> None:
    """Build briefings and compare them with what was accepted.

    The cases stand in briefing.yaml, or under [tool.briefing] in pyproject.toml; what was accepted stands under
    snapshots/. Ends with 0 if each briefing says what was accepted, with 1 if one says something else, with 2 if one
    could not be built.

    \b
    Example:
      briefing check
      briefing check april-talks --format markdown
    """
    from briefing.regression import FORMS, check

    if init:
        _begin(names)
        return
    found = _settings(settings)
    if output:
        _check_output(output, found)
    with _counted() as tell:
        report = check(found, names, jobs=jobs, cached=not flags["no_cache"], tell=tell)
    _tell(FORMS[form](report), output)
    if code := report.code(strict=flags["strict"]):
        raise click.exceptions.Exit(code)


@click.command(name="accept")
@_shared
@click.option("-i", "--interactive", is_flag=True, help="Show each change and ask; a briefing is accepted whole.")
def accept_command(names: tuple[str, ...], settings: str | None, jobs: int, interactive: bool) -> None:
    """Accept what briefings say now.

    Writes their snapshots, to be committed, and the outputs that their cases name.

    \b
    Example:
      briefing accept april-talks -i
    """
    from briefing.regression import FORMS, accept

    with _counted() as tell:
        report = accept(_settings(settings), names, jobs=jobs, ask=_ask if interactive else None, tell=tell)
    click.echo(FORMS["text"](report))
    if code := report.code_accepted():
        raise click.exceptions.Exit(code)


def _settings(path: str | None) -> Settings:
    from briefing.cases import load_cases

    return load_cases(Path(path) if path else None)


# ── asking ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def _ask(result: Result) -> bool:
    """Show the changes of a case one by one; it is accepted if all of them are."""
    from briefing.regression import Verdict, chunks, said

    click.echo(f"{result.case.name}: {said(result)}")
    changes = chunks(result)
    if not changes or result.verdict in (Verdict.EQUAL, Verdict.NEW):
        return click.confirm("accept it?", default=False)
    for n, change in enumerate(changes, 1):
        click.echo(f"\n{n} of {len(changes)}  {change}")
        answer = click.prompt("right? yes, no, all of this briefing", type=click.Choice(["y", "n", "a"]))
        if answer == "n":
            click.echo(f"{result.case.name}: not accepted\n")
            return False
        if answer == "a":
            break
    return True


# ── beginning ───────────────────────────────────────────────────────────────────────────────────────────────────────


def _begin(names: tuple[str, ...]) -> None:
    from briefing import outputs
    from briefing.cases import beginning

    if names:
        raise ChoiceError("--init begins a folder of cases, and takes no case")
    new = {name: text.encode() for name, text in beginning().items() if not Path(name).exists()}
    if "briefing.yaml" not in new:
        raise ChoiceError("briefing.yaml: is here already; add a case to it, or go to another folder")
    outputs.check(new, inputs=())
    outputs.write(new)
    click.echo(f"wrote {' and '.join(new)}\nnext: briefing accept, then commit briefing.yaml, texts and snapshots")


# ── telling ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def _check_output(output: str, settings: Settings) -> None:
    from briefing import outputs

    read = [str(path) for case in settings.cases for path in (*case.documents, case.snapshot)]
    outputs.check([output], inputs=[str(settings.path), *read])


def _tell(text: str, output: str | None) -> None:
    from briefing import outputs

    if output is None:
        click.echo(text)
        return
    outputs.write({output: f"{text}\n".encode()})
    click.echo(f"wrote {output}", err=True)


_TENTHS = 10


@contextmanager
def _counted() -> Iterator[Callable[[int, int], None]]:
    """Show a bar on a terminal; elsewhere write a line each tenth, where there is much to build."""
    if sys.stderr.isatty() and not os.environ.get("CI"):
        with click.progressbar(length=1, label="building", file=sys.stderr) as bar:

            def move(n: int, of: int) -> None:
                bar.length = of
                bar.update(n - bar.pos)

            yield move
        return

    def line(n: int, of: int) -> None:
        if of >= _TENTHS * 2 and n * _TENTHS // of > (n - 1) * _TENTHS // of:
            click.echo(f"built {n} of {of}", err=True)

    yield line
