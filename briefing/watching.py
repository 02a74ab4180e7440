"""Doing something again whenever files change. In: what to do, and paths. Out: nothing; it ends when it is stopped.

Only this module uses watchfiles, which is an extra. It tells that something happened in a folder; whether a file that
is watched is another one, its time and size decide, so that what we write beside it starts nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from briefing.errors import ExtraError

_PATIENCE = 1000  # milliseconds after which we look for ourselves: network drives tell nothing

Stamps = dict[Path, tuple[int, int]]


def watch(action: Callable[[], None], paths: Sequence[Path], waiting: Callable[[], None] = lambda: None) -> None:
    """Do something now, and again whenever one of the files, or a YAML file in one of the folders, changes.

    Args:
        action: what to do; what it raises ends the watch.
        paths: files and folders; they need not exist yet.
        waiting: is called before each wait.

    Raises:
        ExtraError: watchfiles is not installed.
        KeyboardInterrupt: somebody pressed Ctrl-C.
    """
    watchfiles = _watchfiles()
    while True:
        before = stamps(paths)
        action()
        waiting()
        _wait(watchfiles, paths, before)


def stamps(paths: Iterable[Path]) -> Stamps:
    """Give time and size of every file that is watched."""
    found: Stamps = {}
    for file in (file for path in paths for file in _files(path)):
        try:
            stat = file.stat()
        except OSError:  # gone since it was listed
            continue
        found[file] = (stat.st_mtime_ns, stat.st_size)
    return found


def _files(path: Path) -> Iterable[Path]:
    return sorted(path.rglob("*.yaml")) if path.is_dir() else [path]


def _wait(watchfiles: Any, paths: Sequence[Path], before: Stamps) -> None:
    """Wait until a file is another; an editor may put a new file in its place, so its folder is looked at."""
    events = watchfiles.watch(
        *_folders(paths), recursive=False, step=50, debounce=300, rust_timeout=_PATIENCE, yield_on_timeout=True
    )
    for _ in events:
        if stamps(paths) != before:
            return


def _folders(paths: Sequence[Path]) -> list[Path]:
    """Give the folders in which something may happen that matters."""
    found: set[Path] = set()
    for path in paths:
        found |= {path, *(each for each in path.rglob("*") if each.is_dir())} if path.is_dir() else {path.parent}
    return sorted(folder for folder in found if folder.is_dir()) or [Path()]


def _watchfiles() -> Any:
    try:
        import watchfiles
    except ModuleNotFoundError as error:
        install = "pip install 'diplomatic-briefing[watch]'"
        raise ExtraError(f"--watch needs watchfiles, which is not installed; install it with: {install}") from error
    return watchfiles
