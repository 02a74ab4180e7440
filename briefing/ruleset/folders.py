"""Packs on disk. In: folders of packs. Out: the bytes of every file of every pack, and nothing from outside a pack."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePath, PurePosixPath

from briefing.errors import Problem, RuleError
from briefing.marked_yaml import MAX_BYTES, guess
from briefing.ruleset.written import FILE_NAMES, ISSUES, kind_of

MAX_FILES = 500
MAX_PACK_BYTES = 20 << 20
_HEAD = "/pack.yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class PackFile:
    """One file of a pack: `path` as messages show it, `inner` below the folder of packs, and its bytes."""

    path: str
    inner: str
    data: bytes

    @property
    def name(self) -> str:
        """The path inside the pack."""
        return PurePosixPath(self.inner).relative_to(self.pack).as_posix()

    @property
    def pack(self) -> str:
        """The folder of the pack."""
        return PurePosixPath(self.inner).parts[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class PackFiles:
    """All files of one pack, in order of their names; `folder` counts the folders of packs in the order given."""

    name: str
    folder: int = 0
    files: tuple[PackFile, ...]


def shipped() -> Path:
    """Give the folder of the packs that ship: beside the package in a wheel, else in the checkout around it."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "rules"
    return inside if inside.is_dir() else package.parent / "rules"


def find(folders: Iterable[Path]) -> tuple[PackFiles, ...]:
    """Read every pack of the folders, in their order.

    Raises:
        RuleError: a folder is missing or holds no pack, or a pack holds what it must not.
    """
    problems: list[Problem] = []
    found = [_read(n, folder, pack, problems) for n, folder in enumerate(folders) for pack in _packs(folder)]
    if problems:
        raise RuleError(problems)
    return tuple(found)


def files_at(path: Path) -> tuple[PackFile, ...]:
    """Read the files of all packs in a folder, of one pack, or one file of a pack.

    Raises:
        RuleError: there is nothing of a pack there, or a pack holds what it must not.
    """
    inside = path.resolve()
    if inside.is_dir() and not (inside / "pack.yaml").exists():
        return tuple(file for pack in find([path]) for file in pack.files)
    pack = next((p for p in (inside, *list(inside.parents)[:2]) if (p / "pack.yaml").exists()), None)
    if not inside.exists():
        raise RuleError([Problem(path=str(path), code="F001", message="there is no such file or folder")])
    if pack is None:
        hint = "a pack is a folder with a pack.yaml"
        raise RuleError([Problem(path=str(path), code="F003", message="this file is in no pack", hint=hint)])
    problems: list[Problem] = []
    found = _read(0, pack.parent, pack, problems).files
    chosen = tuple(replace(file, path=_shown(path, inside, file)) for file in found if _is_in(file, inside))
    if not chosen and not problems:
        hint = "allowed: issues/*.yaml, " + ", ".join(FILE_NAMES)
        problems.append(Problem(path=str(path), code="F004", message="this file is not read", hint=hint))
    if problems:
        raise RuleError(problems)
    return chosen


def _is_in(file: PackFile, place: Path) -> bool:
    return Path(file.path) == place or place in Path(file.path).parents


def _shown(path: Path, inside: Path, file: PackFile) -> str:
    """Give the path of a file as the person who named `path` would write it."""
    return str(path / Path(file.path).relative_to(inside))


def from_texts(texts: Mapping[str, str | bytes]) -> tuple[PackFiles, ...]:
    """Give packs from texts or bytes by their paths, such as `{"ald-bor/pack.yaml": "id: ald-bor …"}`."""
    files = [PackFile(path=path, inner=path, data=_encoded(text)) for path, text in sorted(texts.items())]
    names = dict.fromkeys(file.pack for file in files)
    return tuple(PackFiles(name=name, files=tuple(f for f in files if f.pack == name)) for name in names)


def _encoded(text: str | bytes) -> bytes:
    # Half a surrogate pair has no UTF-8; these bytes are none either, and are told as any others of the kind.
    return text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")


def from_files(files: Mapping[str, bytes], *, at: str) -> tuple[PackFiles, ...]:
    """Give packs from bytes by their paths below a folder of packs that is not on the disk; `at` names it in messages.

    Raises:
        RuleError: the files hold no pack, or a pack holds what it must not.
    """
    if "pack.yaml" in files:
        hint = "give the folder that holds it"
        raise RuleError([Problem(path=at, code="F002", message="this is one pack", hint=hint)])
    problems: list[Problem] = []
    names = sorted(path.removesuffix(_HEAD) for path in files if path.count("/") == 1 and path.endswith(_HEAD))
    if not names:
        hint = "a pack is a folder with a pack.yaml"
        raise RuleError([Problem(path=at, code="F003", message="no pack in this folder", hint=hint)])
    packs = [_gathered(name, files, at, problems) for name in names]
    if problems:
        raise RuleError(problems)
    return tuple(packs)


def _gathered(name: str, files: Mapping[str, bytes], at: str, problems: list[Problem]) -> PackFiles:
    pack = PurePosixPath(f"{at}/{name}")
    inner = [path for path in sorted(files) if path.startswith(f"{name}/")]
    if len(inner) > MAX_FILES or sum(len(files[path]) for path in inner) > MAX_PACK_BYTES:
        message = f"a pack of more than {MAX_FILES} files or {MAX_PACK_BYTES >> 20} MiB"
        problems.append(Problem(path=str(pack), code="F007", message=message))
        inner = []
    known = [path for path in inner if _belongs(PurePosixPath(f"{at}/{path}"), pack, problems)]
    return PackFiles(name=name, files=tuple(PackFile(path=f"{at}/{p}", inner=p, data=files[p]) for p in known))


def _packs(folder: Path) -> Sequence[Path]:
    """Give the folders of packs in a folder, in order of their names."""
    if not folder.is_dir():
        what = "this is a file, not a folder of packs" if folder.exists() else "there is no such folder of rules"
        raise RuleError([Problem(path=str(folder), code="F001", message=what)])
    if (folder / "pack.yaml").exists():
        hint = f"give the folder that holds it: {folder.parent}"
        raise RuleError([Problem(path=str(folder), code="F002", message="this is one pack", hint=hint)])
    packs = [p for p in sorted(folder.iterdir()) if p.is_dir() and (p / "pack.yaml").exists()]
    if not packs:
        hint = "a pack is a folder with a pack.yaml"
        raise RuleError([Problem(path=str(folder), code="F003", message="no pack in this folder", hint=hint)])
    return packs


def _read(n: int, folder: Path, pack: Path, problems: list[Problem]) -> PackFiles:
    paths = [p for p in sorted(pack.iterdir()) if not p.name.startswith(".") and not p.is_dir()]
    paths += _inside(pack, problems)
    if len(paths) > MAX_FILES:
        problems.append(Problem(path=str(pack), code="F007", message=f"a pack of more than {MAX_FILES} files"))
        paths = []
    files: list[PackFile] = []
    for path in paths:
        data = _bytes(path, folder, problems) if _belongs(path, pack, problems) else None
        if data is not None:
            files.append(PackFile(path=str(path), inner=path.relative_to(folder).as_posix(), data=data))
        if sum(len(file.data) for file in files) > MAX_PACK_BYTES:
            message = f"a pack of more than {MAX_PACK_BYTES >> 20} MiB"
            problems.append(Problem(path=str(pack), code="F007", message=message))
            break
    return PackFiles(name=pack.name, folder=n, files=tuple(files))


def _inside(pack: Path, problems: list[Problem]) -> list[Path]:
    """Give the files in the folders of a pack: `issues` is the only one that holds rules."""
    found: list[Path] = []
    for folder in sorted(p for p in pack.iterdir() if p.is_dir() and not p.name.startswith(".")):
        inner = [p for p in sorted(folder.iterdir()) if p.suffix in (".yaml", ".yml")]
        if folder.name == ISSUES:
            found += inner
        elif inner:
            hint = guess(folder.name, [ISSUES]) or f"issue files stand in {ISSUES}/"
            problems.append(Problem(path=str(folder), code="F004", message="this folder is not read", hint=hint))
    return found


def _belongs(path: PurePath, pack: PurePath, problems: list[Problem]) -> bool:
    """Whether a file is one that a pack has; a YAML file that is none is a mistake, anything else is left alone."""
    if path.suffix not in (".yaml", ".yml"):
        return False
    known = kind_of(path.relative_to(pack).as_posix()) is not None
    if not known:
        near = guess(path.name, FILE_NAMES) or "allowed: " + ", ".join(FILE_NAMES)
        hint = "name it .yaml" if path.suffix == ".yml" else near
        problems.append(Problem(path=str(path), code="F004", message="this file is not read", hint=hint))
    return known


def _bytes(path: Path, folder: Path, problems: list[Problem]) -> bytes | None:
    real = path.resolve()
    if not real.is_relative_to(folder.resolve()):
        message = "this link leads out of its pack"  # a message would show lines of whatever it leads to
        problems.append(Problem(path=str(path), code="F005", message=message, hint="put the file itself there"))
        return None
    try:
        if not real.is_file():
            raise OSError("not a regular file")
        with real.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError as error:
        reason = error.strerror or str(error)
        problems.append(Problem(path=str(path), code="F006", message=f"this file cannot be read: {reason}"))
        return None
