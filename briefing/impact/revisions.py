"""Rule files out of a git revision. In: a revision and a folder. Out: the bytes of its files, read from git's store.

Nothing is checked out and nothing is run but `git` itself, without a shell.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Sequence
from pathlib import Path, PurePosixPath

from briefing.errors import ChoiceError, Problem, RuleError
from briefing.marked_yaml import MAX_BYTES

MAX_FILES = 5000
MAX_TOTAL_BYTES = 100 << 20
_SECONDS = 60
_OBJECT = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")
_LINK = "120000"


def known(revision: str, folder: Path) -> bool:
    """Whether the checkout around a folder, if there is one, has a revision of this name."""
    try:
        return _commit(revision, _around(folder)) is not None
    except ChoiceError:
        return False


def top(folder: Path) -> Path | None:
    """Give the top of the checkout around a folder, None where it is in none."""
    try:
        return _top(folder)
    except ChoiceError:
        return None


def files(revision: str, folder: Path) -> dict[str, bytes]:
    """Read the files of a folder of packs at a revision, by their paths below the folder.

    Raises:
        ChoiceError: there is no git, no checkout, no such revision or no such folder in it.
        RuleError: a file is a link, or there are too many.
    """
    checkout = _top(folder)
    inner = _inside(folder, checkout)
    commit = _commit(revision, checkout)
    if commit is None:
        raise ChoiceError(f"{revision}: there is no such folder, and git knows no such revision in {checkout}")
    tree = _asked(checkout, "rev-parse", "--verify", "--quiet", f"{commit}:{inner}")
    listed = _asked(checkout, "ls-tree", "-r", "-z", "-l", "--full-tree", tree.strip()) if tree else None
    if listed is None:
        raise ChoiceError(f"{revision}: has no folder {inner or '.'}; name the folder of rules with --rules")
    return _read(checkout, f"{revision}:{folder}", [_Listed(line) for line in listed.split("\0") if line])


class _Listed:
    """A line of `git ls-tree -l`: mode, type, object, size and path."""

    def __init__(self, line: str) -> None:
        about, _, self.path = line.partition("\t")
        self.mode, self.type, self.object, size = about.split()
        self.size = int(size) if size.isdigit() else 0

    @property
    def read(self) -> bool:
        """Whether a loader of packs looks at it: YAML in a pack or one folder below, nothing hidden."""
        parts = PurePosixPath(self.path).parts
        visible = not any(part.startswith(".") for part in parts)
        return self.type == "blob" and len(parts) <= 3 and visible and self.path.endswith((".yaml", ".yml"))


def _read(checkout: Path, at: str, listed: Sequence[_Listed]) -> dict[str, bytes]:
    wanted = [entry for entry in listed if entry.read]
    links = [entry.path for entry in wanted if entry.mode == _LINK]
    if links:
        hint = "put the file itself there"
        message = "this is a link, which is not followed in a git revision"
        raise RuleError([Problem(path=f"{at}/{path}", code="F005", message=message, hint=hint) for path in links])
    if len(wanted) > MAX_FILES or sum(min(e.size, MAX_BYTES) for e in wanted) > MAX_TOTAL_BYTES:
        message = f"more than {MAX_FILES} files or {MAX_TOTAL_BYTES >> 20} MiB of rules"
        raise RuleError([Problem(path=at, code="F007", message=message)])
    small = [entry for entry in wanted if entry.size <= MAX_BYTES]
    contents = _contents(checkout, [entry.object for entry in small])
    found = {entry.path: content for entry, content in zip(small, contents, strict=True)}
    # what is too large is not fetched: a stand-in of a size that the loader reports as too large
    large = {entry.path: b"#" * (MAX_BYTES + 1) for entry in wanted if entry.size > MAX_BYTES}
    return {**found, **large}


def _contents(checkout: Path, objects: Sequence[str]) -> list[bytes]:
    """Read objects in one go; each comes after a line with its id, type and size."""
    asked = "".join(f"{each}\n" for each in objects).encode()
    ran = _git(checkout, "cat-file", "--batch", stdin=asked)
    if ran.returncode:
        raise ChoiceError(f"git cannot read the rules: {_reason(ran)}")
    found, at = [], 0
    for _ in objects:
        end = ran.stdout.index(b"\n", at)
        size = int(ran.stdout[at:end].split()[2])
        found.append(ran.stdout[end + 1 : end + 1 + size])
        at = end + 1 + size + 1
    return found


# ── asking git ──────────────────────────────────────────────────────────────────────────────────────────────────────


def _around(folder: Path) -> Path:
    """Give the folder, or the nearest around it that is there: at the other revision it may have been."""
    resolved = folder.resolve()
    return next(path for path in (resolved, *resolved.parents) if path.is_dir())


def _top(folder: Path) -> Path:
    around = _around(folder)
    ran = _git(around, "rev-parse", "--show-toplevel")
    if ran.returncode:
        raise ChoiceError(f"{folder}: is in no git checkout, so no revision of it can be read ({_reason(ran)})")
    return Path(os.fsdecode(ran.stdout).removesuffix("\n"))


def _inside(folder: Path, checkout: Path) -> str:
    resolved = folder.resolve()
    if not resolved.is_relative_to(checkout.resolve()):
        raise ChoiceError(f"{folder}: is a link out of the git checkout {checkout}")
    inner = resolved.relative_to(checkout.resolve()).as_posix()
    return "" if inner == "." else inner


def _commit(revision: str, folder: Path) -> str | None:
    """Give the commit of a revision; a word that git could take as an option or as several revisions is none."""
    if revision.startswith(("-", "^")) or not revision.isprintable():
        return None
    found = _asked(folder, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
    commit = (found or "").strip()
    return commit if _OBJECT.fullmatch(commit) else None


def _asked(folder: Path, *arguments: str) -> str | None:
    ran = _git(folder, *arguments)
    return None if ran.returncode else os.fsdecode(ran.stdout)


def _git(folder: Path, *arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    quiet = {"LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1"}
    here = {name: value for name, value in os.environ.items() if name not in _OF_HOOKS}
    command = ["git", "-C", str(folder), *arguments]
    try:
        return subprocess.run(
            command, input=stdin, capture_output=True, timeout=_SECONDS, env={**here, **quiet}, check=False
        )
    except FileNotFoundError as error:
        raise ChoiceError("git is not installed, so no revision can be read; name folders of rules") from error
    except subprocess.TimeoutExpired as error:
        raise ChoiceError(f"git does not answer within {_SECONDS} seconds") from error


# a hook runs with these set for its own repository, which would outweigh the folder that is asked about
_OF_HOOKS = frozenset({"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"})


def _reason(ran: subprocess.CompletedProcess[bytes]) -> str:
    lines = ran.stderr.decode("utf-8", "replace").strip().splitlines()
    return lines[0].removeprefix("fatal: ") if lines else f"git ended with {ran.returncode}"
