"""Written entries into the values of `model`. In: a pack's files as read, and what it extends. Out: its `Pack`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from briefing.model import (
    Act,
    ActRule,
    Case,
    Expect,
    ForceRule,
    Genre,
    Naming,
    Near,
    Proposition,
    Rule,
)
from briefing.ruleset.lexicon import lexicon
from briefing.ruleset.pack import IssuePart, Pack, Written
from briefing.ruleset.patterns import PatternReader
from briefing.ruleset.written import (
    TESTS,
    WrittenCase,
    WrittenExpect,
    WrittenIssue,
    WrittenProposition,
    WrittenRule,
)
from briefing.ruleset.written_names import WrittenSide

_ARTICLES = ("The ", "A ", "An ")


def assemble(chain: Sequence[Written], *, whole: bool = True) -> Pack:
    """Make the last pack of a chain; the others lend it their macros and the names of sides."""
    # An empty macro is a mistake told already; a word in its place keeps it from bringing others.
    macros = {name: text or "macro" for each in chain for name, text in each.macros.items()}
    reader = PatternReader(macros, whole=whole and all(each.has_its_macros for each in chain))
    names = tuple(sorted({name for each in chain for name in _names(each.lists.get("countries", ()))}))
    return _Assembly(chain[-1], reader, names, sides_of(chain)).pack()


def sides_of(chain: Sequence[Written]) -> tuple[str, ...]:
    """Give the two sides of a pack: its own, else those of the nearest pack it extends."""
    return next((each.head.sides for each in reversed(chain) if each.head and each.head.sides), ())


def _names(sides: Iterable[WrittenSide]) -> Iterable[str]:
    for side in sides:
        yield from (side.name, *side.aliases, *side.adjectives, *side.metonyms)


class _Assembly:
    """Turns the entries of one pack into values; holds what all of them need."""

    def __init__(self, pack: Written, patterns: PatternReader, names: tuple[str, ...], sides: tuple[str, ...]) -> None:
        self._pack = pack
        self._place = pack.place
        self._patterns = patterns
        self._names = names
        self._sides = sides

    def pack(self) -> Pack:
        head, lists = self._pack.head, self._pack.lists
        return Pack(
            id=self._pack.name,
            title=head.title if head else "",
            version=head.version if head else "",
            sides=head.sides if head else (),
            extends=head.extends if head else (),
            order=head.issues if head else (),
            disable=head.disable if head else (),
            issues=tuple(self._issue(issue) for issue in self._pack.issues),
            acts=tuple(self._act(a) for a in lists.get("acts", ()) if a.act),
            forces=tuple(self._force(f) for f in lists.get("force", ()) if f.force),
            namings=tuple(self._naming(n) for n in lists.get("namings", ())),
            phrases=self._pack.phrases,
            lexicon=lexicon(lists),
            files=self._pack.files,
        )

    def _issue(self, issue: WrittenIssue) -> IssuePart:
        return IssuePart(
            id=issue.id,
            place=self._place(issue),
            name=issue.name,
            in_text=issue.in_text,
            short=issue.short,
            about=self._patterns.lists(issue.about),
            propositions=tuple(self._proposition(p, issue.id) for p in issue.propositions),
            rules=tuple(self._rule(r, issue.id) for r in issue.rules),
        )

    def _proposition(self, entry: WrittenProposition, issue: str) -> Proposition:
        return Proposition(
            id=entry.id,
            label=entry.label,
            text=entry.text,
            in_text=entry.in_text or in_text(entry.text, self._names),
            issue=issue,
            place=self._place(entry),
        )

    def _rule(self, entry: WrittenRule, issue: str) -> Rule:
        sides = entry.sides or self._sides
        return Rule(
            id=entry.id,
            issue=issue,
            patterns=self._patterns.lists(entry),
            summary=entry.summary,
            place=self._place(entry),
            proposition=entry.proposition,
            position=entry.position,
            ask=entry.ask,
            within=entry.within,
            negated=entry.negated,
            conditional=entry.conditional,
            near=Near(issue=entry.near.issue, sentences=entry.near.sentences) if entry.near else None,
            sides=entry.sides,
            kinds=entry.kinds,
            acts=entry.acts,
            via=entry.via,
            addressee=entry.addressee,
            of=entry.of,
            **self._tests(entry, sides),
            status=entry.status,
            related=entry.related,
            note=entry.note,
            cites=entry.cites,
        )

    def _act(self, entry: Any) -> ActRule:
        act: Act = entry.act
        return ActRule(
            act=act,
            any=self._patterns.read(entry, "any", entry.any),
            nouns=self._patterns.read(entry, "nouns", entry.nouns),
            **self._tests(entry, self._sides),
            place=self._place(entry),
        )

    def _force(self, entry: Any) -> ForceRule:
        sides = entry.sides or self._sides
        return ForceRule(
            force=entry.force,
            any=self._patterns.read(entry, "any", entry.any),
            sides=entry.sides,
            cites=entry.cites,
            **self._tests(entry, sides),
            place=self._place(entry),
        )

    def _naming(self, entry: Any) -> Naming:
        return Naming(
            matter=entry.matter,
            side=entry.side,
            name=entry.name,
            any=self._patterns.read(entry, "any", entry.any),
            cites=entry.cites,
            place=self._place(entry),
        )

    def _tests(self, entry: Any, sides: Sequence[str]) -> dict[str, tuple[Case, ...]]:
        return {key: self._cases(getattr(entry, key), sides) for key in TESTS}

    def _cases(self, entries: Iterable[WrittenCase], sides: Sequence[str]) -> tuple[Case, ...]:
        return tuple(self._case(entry, sides) for entry in entries)

    def _case(self, entry: WrittenCase, sides: Sequence[str]) -> Case:
        own = entry.side or (sides[0] if sides and entry.genre is not Genre.NEWS else None)
        return Case(
            text=entry.text,
            side=own,
            genre=entry.genre,
            before=entry.before,
            expect=_expect(entry.expect) if entry.expect else None,
            place=self._place(entry),
        )


def _expect(entry: WrittenExpect) -> Expect:
    return Expect(
        side=entry.side,
        via=entry.via,
        position=entry.position,
        act=entry.act,
        force=entry.force,
        issue=entry.issue,
    )


def in_text(text: str, names: tuple[str, ...]) -> str:
    """Give a sentence as it stands inside another: no full stop, a small first letter unless a name begins it.

    >>> in_text("The sale should stop.", ("Alden",))
    'the sale should stop'
    >>> in_text("Alden's sale should stop.", ("Alden",))
    "Alden's sale should stop"
    """
    text = text.removesuffix(".")
    first = text.partition(" ")[0]
    named = any(text.startswith(name) and not text[len(name) :][:1].isalpha() for name in names)
    if not text.startswith(_ARTICLES) and (named or any(c.isupper() for c in first[1:])):
        return text
    return text[:1].lower() + text[1:]
