"""Writing files whole or not at all. In: paths and bytes; nothing that was there is lost on the way."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from briefing.errors import OutputError


def check(paths: Iterable[str], *, inputs: Iterable[str]) -> None:
    """Find out before any work whether the outputs can be written.

    Raises:
        OutputError: a path is a folder, an input, the same as another, or its folder cannot be made or written to.
    """
    read = {Path(p).resolve() for p in inputs if p != "-"}
    seen: set[Path] = set()
    for name in paths:
        if not name:
            raise OutputError("the name of an output is empty; name a file with -o")
        path = Path(name)
        if path.resolve() in read:
            raise OutputError(f"{name}: is one of the documents; choose another output with -o")
        if path.resolve() in seen:
            raise OutputError(f"{name}: is named for two outputs; choose another name for one of them")
        seen.add(path.resolve())
        if path.is_dir():
            raise OutputError(f"{name}: is a folder; name a file")
        if path.exists() and not path.is_file():
            raise OutputError(f"{name}: is a device or pipe, not a file; name a file")
        _folder(path)


def _folder(path: Path) -> None:
    folder = path.parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(f"{path}: its folder cannot be made ({error.strerror}); choose another place") from error
    if not os.access(folder, os.W_OK):
        raise OutputError(f"{path}: its folder cannot be written to; choose another place with -o")


def write(files: Mapping[str, bytes]) -> None:
    """Write all files beside their places first, then move them there, so that none is ever half written.

    Raises:
        OutputError: the disk is full or a place cannot be written.
    """
    ready: list[tuple[Path, Path]] = []
    try:
        for name, content in files.items():
            ready.append((_beside(Path(name), content), Path(name)))
        for temporary, path in ready:
            temporary.replace(path)
    except OSError as error:
        raise OutputError(f"{', '.join(files)}: cannot be written ({error.strerror})") from error
    finally:
        for temporary, _ in ready:
            temporary.unlink(missing_ok=True)


def _beside(path: Path, content: bytes) -> Path:
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent or Path())
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        temporary.chmod(0o666 & ~_umask())
    except OSError:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
