"""The files of a pack as people write them: which keys there are, what each holds, which must be there.

The order of the keys is the one in which `rules fmt` writes them.

In: nothing. Out: schema classes for `marked_yaml.read`; `assemble` turns their instances into the values of `model`.
"""

from collections.abc import Mapping
from typing import Annotated, ClassVar

from briefing.marked_yaml import Choice, Marked, key
from briefing.model import Act, Genre, Kind, Status
from briefing.ruleset.forms import a_side, a_version, an_id
from briefing.ruleset.written_names import WrittenBody, WrittenCues, WrittenPerson, WrittenRole, WrittenSide

POSITIONS = Choice({"-2": -2, "-1": -1, "0": 0, "+1": 1, "+2": 2})
# A test names a value to compare, as the analysis file does, so that it may leave the sign out.
EXPECTED = Choice({**POSITIONS.values, "1": 1, "2": 2})
RUNGS = Choice({str(n): n for n in range(1, 6)})
TESTS = ("match", "no_match", "todo_match", "todo_no_match")
WITHIN = Choice({"sentence": "sentence", "statement": "statement"})


class PatternLists(Marked):
    """`any`, `all` and `none`, alone or as part of a rule."""

    noun: ClassVar[str] = "block"
    synonyms: ClassVar[Mapping[str, str]] = {"pattern": "any", "patterns": "any", "phrases": "any", "not": "none"}

    any: tuple[str, ...] = key(default=())
    all: tuple[str, ...] = key(default=())
    none: tuple[str, ...] = key(default=())


class WrittenAbout(PatternLists):
    """What tells that a statement is about an issue; `weak` words count where no other issue is named."""

    any: tuple[str, ...] = key(default=())
    weak: tuple[str, ...] = key(default=())
    all: tuple[str, ...] = key(default=())
    none: tuple[str, ...] = key(default=())


class WrittenExpect(Marked):
    """What a test expects."""

    noun: ClassVar[str] = "expectation"

    side: str | None = key(check=a_side)
    via: str | None = key(check=a_side)
    position: Annotated[int, EXPECTED] | None = key()
    act: Act | None = key()
    force: Annotated[int, RUNGS] | None = key()
    issue: str | None = key(check=an_id)


class WrittenCase(Marked):
    """A test sentence, plain or with what surrounds it."""

    plain: ClassVar[str | None] = "text"
    noun: ClassVar[str] = "test"

    text: str = key("the sentence", default="")
    side: str | None = key(check=a_side)
    genre: Genre | None = key()
    before: str | None = key()
    expect: WrittenExpect | None = key()


class WrittenProposition(Marked):
    """A worded sentence to agree or disagree with."""

    noun: ClassVar[str] = "proposition"
    synonyms: ClassVar[Mapping[str, str]] = {"name": "label", "title": "label", "sentence": "text"}

    id: str = key("stable, never reused", default="", check=an_id)
    label: str = key("a neutral noun phrase for the page", default="")
    text: str = key("a whole sentence", default="")
    in_text: str | None = key()


class WrittenNear(Marked):
    """A wish for another issue near by."""

    issue: str = key("the id of an issue", default="", check=an_id)
    sentences: int = key(default=1)


class WrittenRule(PatternLists):
    """One rule of an issue."""

    noun: ClassVar[str] = "rule"
    synonyms: ClassVar[Mapping[str, str]] = {
        **PatternLists.synonyms,
        "stance": "position",
        "test": "match",
        "tests": "match",
        "side": "sides",
        "kind": "kinds",
        "act": "acts",
        "words": "summary",
    }

    id: str = key("stable, never reused", default="", check=an_id)
    proposition: str | None = key(check=an_id)
    position: Annotated[int, POSITIONS] | None = key()
    sides: tuple[str, ...] = key(default=(), check=a_side)
    any: tuple[str, ...] = key(default=())
    all: tuple[str, ...] = key(default=())
    none: tuple[str, ...] = key(default=())
    within: Annotated[str, WITHIN] = key(default="sentence")
    near: WrittenNear | None = key()
    kinds: tuple[Kind, ...] = key(default=())
    acts: tuple[Act, ...] = key(default=())
    via: tuple[str, ...] = key(default=(), check=a_side)
    addressee: tuple[str, ...] = key(default=(), check=a_side)
    of: tuple[str, ...] = key(default=(), check=a_side)
    negated: Annotated[int, POSITIONS] | None = key()
    conditional: Annotated[int, POSITIONS] | None = key()
    summary: str = key("a verb phrase for the page: 'opposes the sale'", default="")
    ask: str | None = key()
    match: tuple[WrittenCase, ...] = key("sentences that the rule must hit", default=())
    no_match: tuple[WrittenCase, ...] = key(default=())
    todo_match: tuple[WrittenCase, ...] = key(default=())
    todo_no_match: tuple[WrittenCase, ...] = key(default=())
    status: Status = key(default=Status.STABLE)
    related: tuple[str, ...] = key(default=(), check=an_id)
    note: str | None = key()
    cites: str | None = key()


class WrittenIssue(Marked):
    """An issue file."""

    noun: ClassVar[str] = "issue"
    synonyms: ClassVar[Mapping[str, str]] = {"title": "name", "proposition": "propositions", "rule": "rules"}

    id: str = key("the issue", default="", check=an_id)
    name: str | None = key()
    in_text: str | None = key()
    short: str | None = key()
    about: WrittenAbout | None = key()
    propositions: tuple[WrittenProposition, ...] = key(default=())
    rules: tuple[WrittenRule, ...] = key(default=())


class WrittenAct(Marked):
    """Words that mark an act."""

    act: Act | None = key("one of the acts")
    any: tuple[str, ...] = key(default=())
    nouns: tuple[str, ...] = key(default=())
    match: tuple[WrittenCase, ...] = key(default=())
    no_match: tuple[WrittenCase, ...] = key(default=())
    todo_match: tuple[WrittenCase, ...] = key(default=())
    todo_no_match: tuple[WrittenCase, ...] = key(default=())


class WrittenForce(Marked):
    """Words of one rung of the ladder."""

    noun: ClassVar[str] = "rung"

    force: Annotated[int, RUNGS] | None = key("a rung from 1 to 5")
    any: tuple[str, ...] = key("the words", default=())
    sides: tuple[str, ...] = key(default=(), check=a_side)
    cites: str = key("the published source of the rung", default="")
    match: tuple[WrittenCase, ...] = key(default=())
    no_match: tuple[WrittenCase, ...] = key(default=())
    todo_match: tuple[WrittenCase, ...] = key(default=())
    todo_no_match: tuple[WrittenCase, ...] = key(default=())


class WrittenNaming(Marked):
    """The name that one side gives a matter."""

    noun: ClassVar[str] = "name"

    matter: str = key("what both sides speak of", default="")
    side: str = key("whose name it is", default="", check=a_side)
    name: str = key("the name as printed", default="")
    any: tuple[str, ...] = key("the words", default=())
    cites: str = key("a text that uses it", default="")


class WrittenPack(Marked):
    """What pack.yaml says about a pack."""

    noun: ClassVar[str] = "pack"

    id: str = key("the folder's name", default="", check=an_id)
    title: str = key("as printed", default="")
    version: str = key("such as 2026.1", default="")
    requires: str | None = key(check=a_version)
    extends: tuple[str, ...] = key(default=(), check=an_id)
    sides: tuple[str, ...] = key(default=(), check=a_side)
    issues: tuple[str, ...] = key(default=(), check=an_id)
    macros: Mapping[str, str] = key(default=None)
    disable: tuple[str, ...] = key(default=(), check=an_id)


LISTS: Mapping[str, object] = {
    "acts": tuple[WrittenAct, ...],
    "force": tuple[WrittenForce, ...],
    "countries": tuple[WrittenSide, ...],
    "cues": tuple[WrittenCues, ...],
    "namings": tuple[WrittenNaming, ...],
    "people": tuple[WrittenPerson | WrittenBody | WrittenRole, ...],
}
KINDS: Mapping[str, object] = {"pack": WrittenPack, "phrases": Mapping[str, str], "issue": WrittenIssue, **LISTS}
ISSUES = "issues"
FILE_NAMES = tuple(f"{kind}.yaml" for kind in KINDS if kind != "issue")


def kind_of(path: str) -> str | None:
    """Say what a file of a pack holds, by its path in the pack; None where it is none of a pack's files.

    A long list may be cut into several files: `people.yaml`, `people-generals.yaml`.
    """
    folder, _, name = path.rpartition("/")
    stem = name.removesuffix(".yaml")
    if folder == ISSUES:
        return "issue" if stem != name else None
    kind = stem if stem in KINDS else stem.partition("-")[0]
    known = kind in LISTS or (kind == stem and kind in KINDS and kind != "issue")
    return kind if stem != name and known and not folder else None
