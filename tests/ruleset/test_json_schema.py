"""The schemas for editors, held against a validator of others and against our own reader."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML

from briefing.marked_yaml import Marked
from briefing.ruleset.json_schema import modeline, schema, schema_files, short_name
from briefing.ruleset.meanings import MEANINGS
from briefing.ruleset.written import KINDS, kind_of
from tests.ruleset.packs import PACK

RULES = Path(__file__).resolve().parent.parent.parent / "rules"
FILES = sorted(path for path in RULES.rglob("*.yaml"))
VALIDATORS = {kind: Draft202012Validator(schema(kind)) for kind in KINDS}


def inner(path: Path) -> str:
    """Give the path of a file inside its pack."""
    return "/".join(path.relative_to(RULES).parts[1:])


def kind(path: str) -> str:
    found = kind_of(path)
    assert found, path
    return found


def as_editors_read(text: str, version: str = "1.2") -> Any:
    yaml = YAML(typ="safe", pure=True)
    yaml.version = version
    # editors know no dates, they leave them text
    yaml.Constructor.add_constructor("tag:yaml.org,2002:timestamp", lambda loader, node: node.value)
    return yaml.load(text)


def flaws(kind: str, text: str) -> list[str]:
    return [error.message for error in VALIDATORS[kind].iter_errors(as_editors_read(text))]


def classes() -> dict[str, type[Marked]]:
    found: dict[str, type[Marked]] = {}
    waiting = list(Marked.__subclasses__())
    while waiting:
        each = waiting.pop()
        waiting += each.__subclasses__()
        if each.__module__.startswith("briefing.ruleset."):
            found[short_name(each)] = each
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_each_schema_is_one(kind: str) -> None:
    Draft202012Validator.check_schema(schema(kind))


def test_the_schemas_that_ship_are_those_of_the_typed_classes() -> None:
    shipped = {path.name: path.read_bytes() for path in (RULES / "schema").iterdir()}
    assert shipped == schema_files(), "write them anew with: briefing rules schema -o rules/schema"


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.relative_to(RULES).as_posix())
def test_every_file_that_ships_is_valid(path: Path) -> None:
    assert flaws(kind(inner(path)), path.read_text("utf-8")) == []


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.relative_to(RULES).as_posix())
def test_every_file_that_ships_tells_editors_its_schema(path: Path) -> None:
    first = path.read_text("utf-8").partition("\n")[0]
    assert first == modeline(inner(path), kind(inner(path)))
    named = first.partition("$schema=")[2]
    assert (path.parent / named).resolve() == RULES / "schema" / f"{kind(inner(path))}.json"


@pytest.mark.parametrize("path", PACK)
def test_what_our_reader_takes_is_valid(path: str) -> None:
    assert flaws(kind(path.partition("/")[2]), PACK[path]) == []


def test_a_yes_is_valid_for_old_and_new_readers() -> None:
    people = "- {role: army, authority: 3, body: yes}\n"
    for version in ("1.1", "1.2"):
        value = as_editors_read(people, version)
        assert not list(VALIDATORS["people"].iter_errors(value)), value


RULE = "id: a\nrules:\n  - {id: a.b, any: x, summary: says x, match: [x]%s}\n"


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        pytest.param("issue", RULE % ", patern: y", id="an unknown key"),
        pytest.param("issue", RULE % ", position: 3", id="a position that is none"),
        pytest.param("issue", RULE % ", acts: [shout]", id="an unknown act"),
        pytest.param("issue", RULE % ", sides: [usa]", id="a side in small letters"),
        pytest.param("issue", RULE % ", summary2: {}", id="a table where nothing stands"),
        pytest.param("issue", RULE % ", note: [a]", id="a list where a text is expected"),
        pytest.param("issue", RULE % ", near: talks", id="a text where a table is expected"),
        pytest.param("issue", RULE % ", note: ''", id="an empty text"),
        pytest.param("issue", "id: a\nrules:\n  - {id: a.b, any: x, match: [x]}\n", id="a rule without a summary"),
        pytest.param("issue", "id: a\nrules: {id: a.b, any: x, summary: says x, match: [x]}\n", id="rules are no list"),
        pytest.param("issue", "id: Taiwan Strait\n", id="an id with a blank"),
        pytest.param("issue", "name: A\n", id="an issue without an id"),
        pytest.param("pack", "id: a\ntitle: A\n", id="a pack without a version"),
        pytest.param("pack", "id: a\ntitle: A\nversion: 1\nrequires: '1'\n", id="a requirement that is none"),
        pytest.param("force", "- {force: 6, any: x, cites: y}\n", id="a sixth rung"),
        pytest.param("people", "- {name: Ada Berg, side: ALD}\n", id="a person without offices"),
        pytest.param("people", "- {nobody: Ada Berg}\n", id="an entry that is neither person nor body nor role"),
        pytest.param("people", "- {role: army, body: perhaps}\n", id="neither yes nor no"),
        pytest.param("people", "- {role: army, authority: 5}\n", id="an authority that is none"),
        pytest.param("people", "- {body: A, side: ALD, authority: 2, role: b}\n", id="a body that is a role too"),
        pytest.param("phrases", "a: [b]\n", id="a list among phrases"),
    ],
)
def test_mistakes_are_found(kind: str, text: str) -> None:
    assert flaws("issue", RULE % "") == []
    assert flaws(kind, text)


def test_a_year_is_a_date_however_an_editor_reads_it() -> None:
    office = "- {name: A B, side: ALD, offices: [{title: Envoy, from: %s, cites: c}]}\n"
    assert [flaws("people", office % day) for day in ("2025", "2023-07", "2023-07-01")] == [[], [], []]
    assert flaws("people", office % "July 2023")


def test_every_key_has_a_meaning_and_no_meaning_is_left_over() -> None:
    written = {name: set(each.keys) for name, each in classes().items() if name != "patternlists"}
    assert written == {name: set(keys) for name, keys in MEANINGS.items()}
