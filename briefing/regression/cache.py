"""What was built before. In: the key of an address. Out: snapshot and analysis, if they were kept.

The folder may be deleted at any time and used by several runs at once: an entry is written whole or not at all, never
changed, and named after all that it follows from.
"""

from __future__ import annotations

from pathlib import Path

from briefing import outputs
from briefing.errors import OutputError
from briefing.regression.build import Built

FOLDER = ".briefing_cache"
MOST = 2000  # files; the oldest go first


class Cache:
    """A folder of what was built; None keeps nothing."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    def has(self, key: str) -> bool:
        """Whether something is kept; the part written last tells."""
        return self._folder is not None and (self._folder / f"{key}.yaml").is_file()

    def find(self, key: str) -> Built | None:
        """Give what was built, without its PDF; None where it is not kept, or any more."""
        snapshot, analysis = (self._read(f"{key}.{end}") for end in ("yaml", "json"))
        if snapshot is None or analysis is None:
            return None
        return Built(snapshot=snapshot.decode("utf-8"), analysis=analysis)

    def keep(self, key: str, built: Built) -> None:
        """Keep what was built, the snapshot last; where nothing can be written, nothing is kept."""
        if self._folder is None:
            return
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            if not (self._folder / ".gitignore").exists():
                outputs.write({str(self._folder / ".gitignore"): b"*\n"})
            outputs.write({str(self._folder / f"{key}.json"): built.analysis})
            outputs.write({str(self._folder / f"{key}.yaml"): built.snapshot.encode("utf-8")})
        except (OSError, OutputError):
            self._folder = None

    def tidy(self) -> None:
        """Delete the oldest entries where there are very many."""
        if self._folder is None or not self._folder.is_dir():
            return
        entries = [path for path in self._folder.iterdir() if path.suffix in (".yaml", ".json")]
        if len(entries) > MOST:
            for _, path in sorted((_age(path), path) for path in entries)[: len(entries) - MOST // 2]:
                path.unlink(missing_ok=True)

    def _read(self, name: str) -> bytes | None:
        if self._folder is None:
            return None
        try:
            return (self._folder / name).read_bytes()
        except OSError:
            return None


def _age(path: Path) -> float:
    """Give when an entry was written; another run may have deleted it."""
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0
