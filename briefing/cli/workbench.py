"""Commands for everyday work on rule packs: begin one, add an issue, put files into form, print them."""

from __future__ import annotations

import re
import shlex
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefing.cli.options import two_sides
from briefing.errors import ChoiceError, OutputError, RuleError

if TYPE_CHECKING:
    from briefing.ruleset import Packs

_FIRST_ISSUE = "trade"


@click.command(name="init")
@click.argument("folder", metavar="DIR")
@click.option("--pack", default="desk", show_default=True, metavar="ID", help="The pack's id and folder.")
@click.option("--extends", default="us-china", show_default=True, metavar="PACK", help="us-china, or base for any two.")
@click.option("--sides", metavar="A,B", callback=two_sides, help="The two sides, such as JPN,KOR.")
@click.option("--title", metavar="TEXT", help="What the pack is called in print.")
def init_command(folder: str, pack: str, extends: str, sides: tuple[str, str] | None, title: str | None) -> None:
    """Begin a rule pack of your own.

    DIR is the folder for packs. Nothing that is there is touched.

    \b
    Example:
      briefing rules init my-rules --pack tokyo-seoul --extends base --sides JPN,KOR
    """
    from dataclasses import replace

    from briefing.ruleset import json_schema
    from briefing.workbench import new_issue, new_pack

    home = Path(folder)
    if (home / "pack.yaml").exists():
        raise OutputError(f"{folder}: is a pack itself; name the folder around it, or a new one")
    packs = _packs(home)
    _id("--pack", pack)
    if pack in packs.ids or pack == json_schema.FOLDER:
        raise ChoiceError(f"--pack {pack}: this name is taken; choose another")
    ruleset = packs.select(extends)
    if not ruleset.sides and sides is None:
        raise ChoiceError(f"--extends {extends} is about no two sides; name yours, as in --sides JPN,KOR")
    own = _own_sides(ruleset.sides, sides, {side.id for side in ruleset.lexicon.sides})
    issue = new_issue(
        replace(ruleset, sides=own or ruleset.sides),
        _FIRST_ISSUE,
        check=f"briefing rules check {shlex.quote(folder)}",
        first_line=json_schema.modeline(f"issues/{_FIRST_ISSUE}.yaml", "issue"),
    )
    head = new_pack(
        pack, title or pack, extends=extends, sides=own, first_line=json_schema.modeline("pack.yaml", "pack")
    )
    files = {home / pack / "pack.yaml": head.encode(), home / pack / "issues" / f"{_FIRST_ISSUE}.yaml": issue.encode()}
    schemas = {home / json_schema.FOLDER / name: data for name, data in json_schema.schema_files().items()}
    _write_new(files | {path: data for path, data in schemas.items() if not path.exists()})
    click.echo(f"wrote {' and '.join(map(str, files))}")
    click.echo(_NEXT.format(folder=shlex.quote(folder), pack=pack))


@click.command(name="new")
@click.argument("issue")
@click.option("--rules", "folder", metavar="DIR", help="The folder of packs; else the one you are in.")
@click.option("--pack", metavar="ID", help="The pack to add to; else the only one in the folder.")
def new_command(issue: str, folder: str | None, pack: str | None) -> None:
    """Add an issue to your pack.

    The file has one rule with tests that hold, and comments that say what each line means.

    \b
    Example:
      briefing rules new fisheries --rules my-rules
    """
    from briefing.ruleset import json_schema
    from briefing.workbench import new_issue

    home, pack = _home(folder, pack)
    _id("ISSUE", issue)
    path = home / pack / "issues" / f"{issue}.yaml"
    if path.exists():
        raise OutputError(f"{path}: is there already; open it, or choose another issue")
    packs = _packs(home)
    other = next((part for each in packs.packs if each.id == pack for part in each.issues if part.id == issue), None)
    if other:
        raise OutputError(f"{home / other.place.path}: holds the issue '{issue}' already; open it, or choose another")
    has_schema = (home / json_schema.FOLDER / "issue.json").exists()
    check = f"briefing rules check {shlex.quote(str(home))}"
    first_line = json_schema.modeline(f"issues/{issue}.yaml", "issue") if has_schema else None
    text = new_issue(packs.select(pack), issue, check=check, first_line=first_line)
    _write_new({path: text.encode()})
    click.echo(f"wrote {path}\nnext, put your own words into it, then run:\n  {check}")


_NEXT = """\
next, open these files and put your own words into them; then run:
  briefing rules check {folder}
  briefing rules new fisheries --rules {folder} --pack {pack}
  briefing make article.txt --rules {folder} --pack {pack}"""


def _packs(home: Path) -> Packs:
    """Load the packs of a folder, if it holds any yet, and those that ship."""
    from briefing.pipeline import load_packs

    return load_packs(home if _packs_in(home) else None)


def _packs_in(home: Path) -> list[str]:
    return sorted(path.parent.name for path in home.glob("*/pack.yaml"))


def _home(folder: str | None, pack: str | None) -> tuple[Path, str]:
    """Find the folder of packs and the pack that is meant."""
    home = Path(folder or ".")
    if (home / "pack.yaml").exists():  # the pack itself was named, or is where the caller stands
        home, pack = home.resolve().parent, pack or home.resolve().name
    packs = _packs_in(home)
    if not packs:
        begin = "begin one with: briefing rules init my-rules"
        where = f"--rules {folder}: no pack in this folder" if folder else "no pack in this folder; add --rules DIR, or"
        raise ChoiceError(f"{where}{'; ' if folder else ' '}{begin}")
    if pack is None and len(packs) > 1:
        raise ChoiceError(f"{home} holds the packs {', '.join(packs)}; add --pack and the one you mean")
    if pack is not None and pack not in packs:
        raise ChoiceError(f"--pack {pack}: {home} holds no such pack, but {', '.join(packs)}")
    return home, pack or packs[0]


def _id(name: str, text: str) -> None:
    """Refuse what is no id, with one that is near."""
    from briefing.ruleset.forms import an_id

    if flaw := an_id(text):
        near = re.sub(r"[^a-z0-9.]+", "-", text.lower()).strip("-.")
        meant = f"; did you mean '{near}'?" if near and not an_id(near) else ""
        raise ChoiceError(f"{name} '{text}': {flaw.message}{meant}")


def _own_sides(theirs: tuple[str, ...], given: tuple[str, str] | None, known: set[str]) -> tuple[str, ...]:
    """Give the sides to write down: those given, unless the pack that is extended has them already."""
    from briefing.marked_yaml import guess

    for side in given or ():
        if side not in known:
            raise ChoiceError(
                f"--sides: unknown side '{side}' ({guess(side, sorted(known)) or 'such as USA, CHN, JPN'})"
            )
    if given and len(set(given)) < len(given):
        raise ChoiceError("--sides: names one side twice; a pack is about two")
    if given and theirs and set(given) != set(theirs):
        raise ChoiceError(f"--sides: the pack that is extended is about {' and '.join(theirs)}; write --extends base")
    return () if theirs else given or ()


def _write_new(files: Mapping[Path, bytes]) -> None:
    """Write files where nothing is yet.

    Raises:
        OutputError: something is.
    """
    for path in files:
        if path.exists():
            raise OutputError(f"{path}: is there already and is left as it is; choose another name")
    _write({str(path): data for path, data in files.items()})


def _write(files: Mapping[str, bytes]) -> None:
    """Write files, or none of them."""
    from briefing import outputs

    outputs.check(files, inputs=())
    outputs.write(files)


@click.command(name="fmt")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option("--check", "only_check", is_flag=True, help="Only list the files that would change; exit 1 if any would.")
def fmt_command(paths: tuple[str, ...], only_check: bool) -> None:
    """Put rule files into one form.

    Keys come in a stable order, every comment is kept, and nothing that a file says is changed.

    PATH is a folder of packs, a pack or a file; else the folder you are in.

    \b
    Example:
      briefing rules fmt my-rules
    """
    from briefing.ruleset.tidy import tidy_all

    done = tidy_all([Path(path) for path in paths or (".",)])
    if done.changed and not only_check:
        _write(done.changed)
    for path in done.changed:
        click.echo(path)
    files, changed = (f"{n} file{'s' * (n != 1)}" for n in (done.read, len(done.changed)))
    click.echo(f"{files} read, {changed} {'would change' if only_check else 'changed'}", err=True)
    if done.problems:
        raise RuleError(done.problems)
    if only_check and done.changed:
        raise click.exceptions.Exit(1)


@click.command(name="book")
@click.option("--rules", "folder", metavar="DIR", help="A folder of rule packs; else those that ship.")
@click.option("--pack", metavar="ID", help="The rule pack; else the only one in DIR, or us-china.")
@click.option("-o", "--output", metavar="FILE", help="Where to write; else standard output.")
def book_command(folder: str | None, pack: str | None, output: str | None) -> None:
    """Write a rule pack out to be read.

    In Markdown, for a colleague to review on paper.

    \b
    Example:
      briefing rules book --rules my-rules -o rules.md
    """
    from briefing.pipeline import load_packs
    from briefing.workbench import book

    home, pack = _home(folder, pack) if folder and pack is None else (Path(folder) if folder else None, pack)
    text = book(load_packs(home).select(pack or "us-china")).encode()
    if output in (None, "-"):
        sys.stdout.buffer.write(text)
    else:
        _write({output: text})
        click.echo(f"wrote {output}")


@click.command(name="schema")
@click.argument("kind", required=False)
@click.option("-o", "--output", metavar="DIR", help="Write a file for each kind into this folder.")
def schema_command(kind: str | None, output: str | None) -> None:
    """Give the JSON Schema of rule files.

    Editors help by it while typing.

    KIND is pack, issue, people, acts, force, countries, cues or phrases; without it all of them.

    \b
    Example:
      briefing rules schema -o my-rules/schema
    """
    from briefing.ruleset import json_schema

    files = dict(json_schema.schema_files())
    if kind is not None and f"{kind}.json" not in files:
        raise ChoiceError(f"there is no kind of rule file '{kind}' ({json_schema.guess_kind(kind)})")
    chosen = {name: data for name, data in files.items() if kind in (None, name.removesuffix(".json"))}
    if output:
        _write({str(Path(output) / name): data for name, data in chosen.items()})
        click.echo(f"wrote {len(chosen)} file{'s' * (len(chosen) != 1)} to {output}")
    elif kind:
        sys.stdout.buffer.write(chosen[f"{kind}.json"])
    else:
        click.echo(json_schema.written(json_schema.schemas()), nl=False)


COMMANDS = (init_command, new_command, fmt_command, book_command, schema_command)
