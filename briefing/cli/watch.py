"""The option `--watch`: a command that runs again whenever its files change."""

from __future__ import annotations

import functools
import time
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import click

from briefing.errors import BriefingError, ChoiceError, ExtraError, FileError, shown


def watchable(*names: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Add `--watch` to a command; the names are those of its parameters that hold the paths to watch.

    It stands below the command's own options, next to the function. Where no path is given, the first becomes the
    folder of the rules that ship, so that they are read anew each time.
    """

    def add(command: Callable[..., None]) -> Callable[..., None]:
        @click.option("--watch", "again", is_flag=True, help="Run again whenever a file changes; Ctrl-C ends.")
        @functools.wraps(command)
        def watched(*, again: bool, **options: Any) -> None:
            if again:
                options |= {} if _paths(options, names) else {names[0]: str(_shipped())}
                _watch(functools.partial(command, **options), _paths(options, names))
            else:
                command(**options)

        return watched

    return add


def _watch(run: Callable[[], None], paths: list[Path]) -> None:
    from briefing.watching import watch

    def action() -> None:
        try:
            run()
        except ExtraError:
            raise
        except BriefingError as error:
            tell(error)
        except click.exceptions.Exit:
            pass  # what is wrong was printed

    try:
        watch(action, paths, waiting=_waiting)
    except KeyboardInterrupt:
        click.echo("stopped", err=True)


def tell(error: BriefingError) -> None:
    """Show what is wrong, as at the end of a run: files with place and caret, all else in one line."""
    if isinstance(error, FileError):
        click.echo(shown("\n".join(problem.frame() for problem in error.problems)), err=True)
        error = BriefingError(f"{len(error.problems)} mistake(s) in {error.what}")
    for line in shown(str(error)).splitlines():
        click.echo(f"briefing: {line}", err=True)


def _waiting() -> None:
    click.echo(f"── {time.strftime('%H:%M:%S')} waiting for changes, Ctrl-C ends ──", err=True)


def _paths(options: Mapping[str, Any], names: Iterable[str]) -> list[Path]:
    values = [options[name] for name in names]
    given = [value for each in values for value in (each if isinstance(each, tuple) else (each,)) if value]
    if "-" in given:
        raise ChoiceError("--watch cannot watch standard input; name a file")
    return [Path(value) for value in given]


def _shipped() -> Path:
    from briefing.ruleset.folders import shipped

    return shipped()
