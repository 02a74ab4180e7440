"""Two briefings side by side. In: two pictures. Out: what moves, each with the stances that made it move."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from briefing.changes.match import Matching, match
from briefing.changes.picture import Picture, SeenAnswer, SeenIssue, SeenStance, SeenText

MOST_CAUSES = 5  # of one move; whoever wants all reads the stances


class What(StrEnum):
    """How a stance, or a document, differs between two briefings."""

    GAINED = "gained"
    LOST = "lost"
    CHANGED = "changed"
    LEADS = "leads"  # it was there, and now speaks for its side
    UNREAD = "unread"  # lost or gained with the document it stands in
    REWRITTEN = "rewritten"  # lost or gained with the sentence it stands in
    STRUCK = "struck"  # lost or gained by a desk's review


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One stance that differs: `old`, `new` or both, and the names of the `fields` that do.

    `old_edit` and `new_edit` say what was done to the rule of each ("added", "removed", "changed"), where known.
    """

    what: What
    old: SeenStance | None = None
    new: SeenStance | None = None
    fields: tuple[str, ...] = ()
    old_edit: str | None = None
    new_edit: str | None = None

    @property
    def stance(self) -> SeenStance:
        """The stance as it is now, or as it last was."""
        stance = self.new or self.old
        assert stance is not None  # a difference is one of something
        return stance


@dataclass(frozen=True, slots=True, kw_only=True)
class CellMove:
    """One cell that says something else: the stances that led and lead it."""

    issue: str
    side: str
    old: SeenStance | None
    new: SeenStance | None
    causes: tuple[Difference, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationMove:
    """One issue whose sides stand to each other in another way; None where neither speaks."""

    issue: str
    old: SeenIssue | None
    new: SeenIssue | None
    causes: tuple[Difference, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerMove:
    """One proposition on which a position or the relation of the sides is another."""

    issue: str
    proposition: str
    old: SeenAnswer | None
    new: SeenAnswer | None
    causes: tuple[Difference, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceMove:
    """One issue on which only the sentence on both sides is another: templates or labels were reworded."""

    issue: str
    old: str
    new: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TextMove:
    """A document that only one of the two briefings has, or that was edited."""

    what: What
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """All that differs between two briefings, in the order of the page and of the documents."""

    old: Picture
    new: Picture
    texts: tuple[TextMove, ...] = ()
    cells: tuple[CellMove, ...] = ()
    relations: tuple[RelationMove, ...] = ()
    answers: tuple[AnswerMove, ...] = ()
    stances: tuple[Difference, ...] = ()
    sentences: tuple[SentenceMove, ...] = field(default=())

    def of(self, what: What) -> tuple[Difference, ...]:
        """Give the stances gained, lost or changed."""
        return tuple(d for d in self.stances if _which(d) == what)

    def name(self, id: str) -> str:
        """Give the name of an issue or side."""
        return self.new.names.get(id) or self.old.names.get(id, id)

    @property
    def empty(self) -> bool:
        """Whether the two briefings show the same."""
        moves = (self.texts, self.cells, self.relations, self.answers, self.stances, self.sentences)
        return not any(moves) and self.old.sides == self.new.sides


def _which(difference: Difference) -> What:
    if difference.old and difference.new:
        return What.CHANGED
    return What.LOST if difference.old else What.GAINED


def compare(old: Picture, new: Picture, edits: Mapping[str, str] | None = None) -> Changes:
    """Find what differs between two briefings.

    Args:
        old: the briefing before.
        new: the briefing after.
        edits: what was done to rules ("added", "removed", "changed") by their ids, where that is known.
    """
    matching = match(old, new)
    differences = tuple(_differences(matching, old, new, edits or {}))
    moves = _Moves(old, new, matching, differences)
    cells, relations = tuple(moves.cells()), tuple(moves.relations())
    return Changes(
        old=old,
        new=new,
        texts=tuple(_texts(old, new, matching)),
        cells=cells,
        relations=relations,
        answers=tuple(moves.answers()),
        stances=differences,
        sentences=tuple(_sentences(old, new, moved={*(c.issue for c in cells), *(r.issue for r in relations)})),
    )


def _texts(old: Picture, new: Picture, matching: Matching) -> Iterator[TextMove]:
    kept = {text.id for text in matching.texts.values()}
    for text in new.texts:
        if text.id not in kept:
            yield TextMove(what=What.GAINED, path=text.path)
    for text in old.texts:
        now = matching.texts.get(text.id)
        if now is None:
            yield TextMove(what=What.LOST, path=text.path)
        elif now.sha256 != text.sha256:
            yield TextMove(what=What.CHANGED, path=now.path)


def _sentences(old: Picture, new: Picture, *, moved: set[str]) -> Iterator[SentenceMove]:
    for id, issue in new.issues.items():
        before = old.issues[id].summary if id in old.issues else None
        if before and issue.summary and before != issue.summary and id not in moved:
            yield SentenceMove(issue=id, old=before, new=issue.summary)


# ── stances ─────────────────────────────────────────────────────────────────────────────────────────────────────────

_FIELDS = ("proposition", "position", "act", "force", "modality", "carried", "via", "words", "rule", "quote", "desk")
_ADDED = "added "  # begins what a desk says of a stance it wrote


def _differences(matching: Matching, old: Picture, new: Picture, edits: Mapping[str, str]) -> Iterator[Difference]:
    """Give the stances gained, then those lost, then those changed."""
    same = old.rules_sha256 == new.rules_sha256
    before_of = {after.id: text for text in old.texts for after in [matching.texts.get(text.id)] if after}
    for stance in matching.gained:
        what = _how(What.GAINED, stance, before_of.get(stance.text.id), same)
        what = What.STRUCK if stance.id in old.struck or _added(stance) else what
        yield Difference(what=what, new=stance, new_edit=edits.get(stance.rule))
    for stance in matching.lost:
        what = _how(What.LOST, stance, matching.texts.get(stance.text.id), same)
        what = What.STRUCK if stance.id in new.struck or _added(stance) else what
        yield Difference(what=what, old=stance, old_edit=edits.get(stance.rule))
    for before, after in matching.pairs:
        if fields := tuple(name for name in _FIELDS if getattr(before, name) != getattr(after, name)):
            was, now = edits.get(before.rule), edits.get(after.rule)
            yield Difference(what=What.CHANGED, old=before, new=after, fields=fields, old_edit=was, new_edit=now)


def _added(stance: SeenStance) -> bool:
    """Whether a desk wrote a stance itself."""
    return bool(stance.desk and stance.desk.startswith(_ADDED))


def _how(plainly: What, stance: SeenStance, other: SeenText | None, same_rules: bool) -> What:
    """Say whether the rules or the documents make a stance be there in one briefing only."""
    if other is None:
        return What.UNREAD
    if stance.covered is None or other.words is None:  # the words do not tell, but rules that stayed as they were do
        return What.REWRITTEN if same_rules and other.sha256 != stance.text.sha256 else plainly
    return plainly if stance.covered in other.words else What.REWRITTEN


# ── what of the page moves ──────────────────────────────────────────────────────────────────────────────────────────

_SHOWN = ("proposition", "position", "act", "force", "via", "words")  # of the stance that leads, in a cell
_WEIGHED = frozenset({"proposition", "position", "via", "act"})  # in a relation


class _Moves:
    """Finds the moves of cells, relations and propositions, with their causes."""

    def __init__(self, old: Picture, new: Picture, matching: Matching, differences: Sequence[Difference]) -> None:
        self._old, self._new = old, new
        self._now = {before.id: after for before, after in matching.pairs}
        self._by_old = {d.old.id: d for d in differences if d.old}
        self._by_new = {d.new.id: d for d in differences if d.new}
        self._sides = tuple(dict.fromkeys((*new.sides, *old.sides)))
        self._differences = [d for d in differences if d.stance.side in self._sides]

    def cells(self) -> Iterator[CellMove]:
        for id, old, new in self._issues():
            for side in self._sides:
                before, after = (issue.leads.get(side) if issue else None for issue in (old, new))
                if _shown(before) != _shown(after):
                    causes = self._of_leads(before, after) or self._swapped(id, after)
                    yield CellMove(issue=id, side=side, old=before, new=after, causes=causes)

    def relations(self) -> Iterator[RelationMove]:
        for id, old, new in self._issues():
            if _relation(old) != _relation(new):
                moved = [a.proposition for a in self._answers_of(id, old, new)]
                yield RelationMove(issue=id, old=old, new=new, causes=self._of_issue(id, moved))

    def answers(self) -> Iterator[AnswerMove]:
        for id, old, new in self._issues():
            yield from self._answers_of(id, old, new)

    def _issues(self) -> Iterator[tuple[str, SeenIssue | None, SeenIssue | None]]:
        for id in dict.fromkeys((*self._new.names, *self._old.names)):
            old, new = self._old.issues.get(id), self._new.issues.get(id)
            if old or new:
                yield id, old, new

    def _answers_of(self, id: str, old: SeenIssue | None, new: SeenIssue | None) -> Iterator[AnswerMove]:
        olds, news = (issue.answers if issue else {} for issue in (old, new))
        for proposition in dict.fromkeys((*news, *olds)):
            before, after = olds.get(proposition), news.get(proposition)
            if before != after and _answer(before) != _answer(after):
                causes = tuple(d for d in self._weighty(id) if proposition in _propositions(d))[:MOST_CAUSES]
                yield AnswerMove(issue=id, proposition=proposition, old=before, new=after, causes=causes)

    def _of_leads(self, before: SeenStance | None, after: SeenStance | None) -> tuple[Difference, ...]:
        found = (self._by_old.get(before.id) if before else None, self._by_new.get(after.id) if after else None)
        return tuple(dict.fromkeys(d for d in found if d))

    def _swapped(self, issue: str, after: SeenStance | None) -> tuple[Difference, ...]:
        """Explain a cell that another stance leads although both were there before."""
        leads = (Difference(what=What.LEADS, new=after),) if after else ()
        return (*leads, *self._of_issue(issue, ()))[:MOST_CAUSES]

    def _of_issue(self, issue: str, first: Sequence[str]) -> tuple[Difference, ...]:
        """Give what weighs in the relation of an issue, on the propositions named first."""
        found = sorted(self._weighty(issue), key=lambda d: not _propositions(d) & set(first))
        return tuple(found[:MOST_CAUSES])

    def _weighty(self, issue: str) -> Iterable[Difference]:
        for d in self._differences:
            if d.stance.issue == issue and (d.what != What.CHANGED or _WEIGHED & set(d.fields)):
                yield d


def _shown(stance: SeenStance | None) -> tuple[object, ...] | None:
    return tuple(getattr(stance, name) for name in _SHOWN) if stance else None


def _relation(issue: SeenIssue | None) -> tuple[str, str | None] | None:
    return (issue.relation, issue.confirmed) if issue else None


def _answer(answer: SeenAnswer | None) -> tuple[object, ...] | None:
    return (answer.relation, answer.confirmed, sorted(answer.positions.items())) if answer else None


def _propositions(difference: Difference) -> set[str]:
    found = (stance.proposition for stance in (difference.old, difference.new) if stance)
    return {proposition for proposition in found if proposition}
