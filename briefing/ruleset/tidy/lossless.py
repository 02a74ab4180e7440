"""Rule files in one form. In: a file's bytes. Out: the same content, keys in a stable order, every comment kept.

What is written is read again before anybody may have it: by our reader, which must find the same values, and by
ruamel.yaml, which knows comments and must find the same ones. Only this module uses ruamel.yaml; it is an extra.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefing.errors import ExtraError, OutputError, Problem, RuleError
from briefing.marked_yaml import Leaf, Marked, Source, parse, read
from briefing.ruleset.folders import files_at
from briefing.ruleset.tidy.layout import layout
from briefing.ruleset.tidy.outline import outline
from briefing.ruleset.written import KINDS, kind_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Tidied:
    """What came of putting files into form: the bytes of those that change, by path, and what is wrong with others."""

    read: int
    changed: Mapping[str, bytes]
    problems: tuple[Problem, ...] = ()


def tidy_all(paths: Iterable[Path]) -> Tidied:
    """Put the files of folders of packs, of packs, or single ones into form; nothing is written.

    Raises:
        RuleError: a path is none of these.
        OutputError: the form of a file would lose something.
        ExtraError: ruamel.yaml is not installed.
    """
    files = {file.path: file for path in paths for file in files_at(path)}
    changed: dict[str, bytes] = {}
    problems: list[Problem] = []
    for path, file in files.items():
        try:
            form = tidy(path, file.data, kind_of(file.name) or "issue")
        except RuleError as error:
            problems += error.problems
            continue
        if form != file.data:
            changed[path] = form
    return Tidied(read=len(files), changed=changed, problems=tuple(problems))


def tidy(path: str, data: bytes, kind: str) -> bytes:
    """Put a file of a kind into its form.

    Raises:
        RuleError: the file holds mistakes.
        OutputError: its form would lose something.
        ExtraError: ruamel.yaml is not installed.
    """
    _ruamel()
    before = Source.decode(path, data)
    value = read(before, KINDS[kind])
    if before.problems or value is None:
        raise RuleError(before.problems)
    text = written(Source.decode(path, data), kind)
    if text.encode() != data:
        _compare(path, before, value, text, kind)
    return text.encode()


def written(source: Source, kind: str) -> str:
    """Write a file without mistakes in its form, unchecked."""
    node = parse(source, KINDS[kind])
    assert node is not None  # the file was read before
    assert not isinstance(node, Leaf)
    return layout(source, outline(source, node, KINDS[kind]))


def _compare(path: str, before: Source, value: Any, text: str, kind: str) -> None:
    """Make sure that nothing is lost."""
    after = Source.decode(path, text.encode())
    if plain(read(after, KINDS[kind])) != plain(value) or after.problems:
        raise OutputError(f"{path}: cannot be put into form without changing what it says; it was left as it is")
    if comments(path, text) != comments(path, before.text):
        raise OutputError(f"{path}: cannot be put into form without losing a comment; it was left as it is")


def plain(value: Any) -> Any:
    """Give what was read without its places, to compare."""
    if isinstance(value, Marked):
        names = [name for name, _, _ in value.keys.values()]
        return {name: plain(getattr(value, name)) for name in names}
    if isinstance(value, tuple):
        return [plain(each) for each in value]
    return value


def comments(path: str, text: str) -> Counter[str]:
    """Count the comments of a file as ruamel.yaml finds them."""
    ruamel = _ruamel()
    try:
        found = [token._comment for token in ruamel.YAML().scan(text) if hasattr(token, "_comment")]
    except ruamel.error.YAMLError as error:
        reason = getattr(error, "problem", None) or "no reason given"
        raise OutputError(f"{path}: ruamel.yaml cannot read it ({reason}); it was left as it is") from error
    lines = [line.strip() for each in found for part in _texts(each) for line in part.splitlines()]
    return Counter(line for line in lines if line)


def _texts(comment: Any) -> Iterator[str]:
    """Give the texts of what ruamel.yaml hangs on a token: comments in lists, or the bare text after a | or >."""
    if isinstance(comment, list | tuple):
        for each in comment:
            yield from _texts(each)
    elif comment is not None:
        yield comment if isinstance(comment, str) else comment.value


def _ruamel() -> Any:
    try:
        import ruamel.yaml
    except ModuleNotFoundError as error:
        install = "pip install 'diplomatic-briefing[fmt]'"
        raise ExtraError(f"rules fmt needs ruamel.yaml, which is not installed; install it with: {install}") from error
    return ruamel.yaml
