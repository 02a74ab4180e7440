"""Run every statement through the rules. In: statements; out: stances, one per statement, rule and run of sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from briefing.model import Act, Document, Genre, Issue, Kind, Rule, RuleSet, Same, Span, Stance, Statement
from briefing.phrases import fold
from briefing.stances.acts import Marker, act, force, markers
from briefing.stances.context import Around, Carry, Match, topic_of
from briefing.stances.index import Found, Index, evidence, weak_evidence
from briefing.stances.modality import modality
from briefing.stances.positions import allowed, claims
from briefing.stances.reading import Reading, Within, readings, whole
from briefing.stances.states import States

_POSSESSIVE = re.compile(r"(?:[’']s?)?\W*$")
_ITS = frozenset({"its", "their", "his", "her"})
_DEEDS = frozenset({Act.SUPPORT, Act.COMMIT, Act.ASSURE, Act.CONCEDE})  # nobody does these by speaking of others
_ASKING = frozenset({Genre.TRANSCRIPT, Genre.INTERVIEW})


def detect(statements: Sequence[Statement], ruleset: RuleSet) -> tuple[Stance, ...]:
    """Find the stances in statements, in the order of the documents.

    A statement without a side is nobody's and gives none.
    """
    return _detector(Same(ruleset)).detect(statements)


@lru_cache(maxsize=4)
def _detector(key: Same[RuleSet]) -> Detector:
    return Detector(key.value)


class Detector:
    """A rule set, ready to find stances in any number of statements."""

    def __init__(self, ruleset: RuleSet) -> None:
        self.ruleset = ruleset
        self._index = Index(ruleset)
        self._issues = {issue.id: issue for issue in ruleset.issues}
        self._owners = {fold(n): s.id for s in ruleset.lexicon.sides for n in (*s.adjectives, *s.aliases, s.name)}
        self._states = States(ruleset.lexicon.sides)
        self._wide = any(rule.within == "statement" for issue in ruleset.issues for rule in issue.rules)
        self._order = {rule.id: n for n, rule in enumerate(r for i in ruleset.issues for r in i.rules)}

    def detect(self, statements: Sequence[Statement]) -> tuple[Stance, ...]:
        """Find the stances in statements, in the order of the documents."""
        out: list[Stance] = []
        for group in by_document(statements):
            out += self._in_document(group)
        return tuple(out)

    def read(self, statements: Sequence[Statement]) -> tuple[list[tuple[Reading, Found]], Around]:
        """Give every sentence of statements of one document with what is found in it, and what stands around it."""
        within = Within(statements)
        seen = [(r, self._index.find(r.text)) for s in statements if s.side for r in readings(s, within.of(s))]
        seen.sort(key=lambda pair: (pair[0].sentence, pair[0].statement.span, pair[0].statement.via or ""))
        sentences = statements[0].document.sentences
        return seen, Around(sentences, [(r, self._named(hits)) for r, hits in seen])

    def read_whole(self, statements: Sequence[Statement]) -> Iterator[tuple[Reading, Found]]:
        """Give every statement in one piece, if a rule looks within it."""
        within = Within(statements)
        for statement in (s for s in statements if s.side and self._wide):
            reading = whole(statement, within.of(statement))
            yield reading, self._index.find(reading.text)

    def _in_document(self, statements: Sequence[Statement]) -> Iterator[Stance]:
        document = statements[0].document
        seen, around = self.read(statements)
        matched = [(reading, hits, self._matches(reading, hits, around)) for reading, hits in seen]
        title = self._about(self._index.find(document.title)) if document.title else ()
        carried = Carry(document, topic_of([found for *_, found in matched], title))
        for number, asked in self._questions(document, statements):
            carried.ask(number, asked)
        stances: list[Stance] = []
        for reading, hits, found in matched:
            matches = found or self._carried(reading, carried) or self._weakly_in(reading, hits)
            carried.note(reading, matches)
            stances += self._stances(reading, hits, matches)
        yield from _joined(stances)
        for reading, hits in self.read_whole(statements):
            yield from self._stances(reading, hits, self._held(reading, hits, around, "statement"))

    def _questions(self, document: Document, statements: Sequence[Statement]) -> Iterator[tuple[int, list[Match]]]:
        """Give what the sentences of a transcript that are nobody's ask about: an answer need not say it again."""
        if document.genre not in _ASKING:
            return
        for number, sentence in enumerate(document.sentences):
            if not any(s.span.holds(sentence) for s in statements):
                yield number, self._about(self._index.find(document.words(sentence)))

    def _named(self, hits: Found) -> frozenset[str]:
        """Give the issues that a sentence names, however weakly."""
        return frozenset(m.issue for m in (*self._about(hits), *self._weakly(hits)))

    def _matches(self, reading: Reading, hits: Found, around: Around) -> list[Match]:
        if reading.retold:
            return self._about(hits)
        held = self._held(reading, hits, around, "sentence")
        said = {m.issue for m in held}
        about = [m for m in self._about(hits) if m.issue not in said]
        return [*held, *about]

    def _held(self, reading: Reading, hits: Found, around: Around, within: str) -> list[Match]:
        asked = (r for r in self.touched(hits) if r.within == within and allowed(r, reading.statement))
        fitting = (r for r in asked if around.holds(r.near, reading) and self.is_of(r, reading, hits))
        return [Match(c.rule.issue, c.evidence, c) for c in claims(reading.text, hits, fitting)]

    def is_of(self, rule: Rule, reading: Reading, hits: Found) -> bool:
        """Whether some words that a rule reads are not about the doings of states it does not ask for."""
        spans = evidence(rule.patterns, hits) if rule.of else ()
        side = reading.statement.side
        return not spans or not all(self._states.are_others(reading.text, s, side, rule.of) for s in spans)

    def touched(self, hits: Found) -> list[Rule]:
        """Give the rules of which a pattern was found, in the order of the files."""
        rules = {r.id: r for p in hits for r in self._index.users[p].rules}
        return sorted(rules.values(), key=lambda rule: self._order[rule.id])

    def _about(self, hits: Found) -> list[Match]:
        return [Match(i.id, spans) for i in self._touched(hits) if i.about.any and (spans := evidence(i.about, hits))]

    def _weakly(self, hits: Found) -> list[Match]:
        return [Match(i.id, spans) for i in self._touched(hits) if (spans := weak_evidence(i.about, hits))]

    def _weakly_in(self, reading: Reading, hits: Found) -> list[Match]:
        """Give the issues that a sentence names weakly; a side's own name, or that of who tells of it, names none."""
        sides, text = (reading.statement.side, reading.statement.via), reading.text
        return [
            m
            for m in self._weakly(hits)
            if not all(self._states.is_name(text[s.start : s.stop], sides) for s in m.evidence)
        ]

    def _carried(self, reading: Reading, carried: Carry) -> list[Match]:
        """Give the issues carried on, but none past another that the narrator names in the same sentence."""
        text = reading.statement.document.words(reading.sentence)
        named = {m.issue for m in self._about(self._index.find(text))}
        return [m for m in carried.issues(reading) if not named or m.issue in named]

    def _touched(self, hits: Found) -> list[Issue]:
        ids = {i.id for p in hits for i in self._index.users[p].issues}
        return [i for i in self.ruleset.issues if i.id in ids]

    def _stances(self, reading: Reading, hits: Found, matches: Iterable[Match]) -> Iterator[Stance]:
        marks = self.marks(reading, hits)
        coded = [(m, act(reading.text, marks, m.evidence, reading.cue)) for m in matches]
        held = [(m, done) for m, done in coded if not m.claim or allowed(m.claim.rule, reading.statement, done)]
        said = {m.issue for m, _ in held}
        bare = {m.issue: (Match(m.issue, m.evidence), done) for m, done in coded if m.issue not in said}
        for match, done in [*held, *bare.values()]:
            yield self._stance(reading, hits, match, done)

    def marks(self, reading: Reading, hits: Found) -> Sequence[Marker]:
        """Give the words that mark what is done in a sentence; retelling is no act of the teller."""
        acts = {id(a): a for p in hits for a in self._index.users[p].acts}.values()
        return () if reading.retold else self._own_marks(reading, markers(reading.text, hits, acts))

    def _own_marks(self, reading: Reading, marks: Sequence[Marker]) -> Sequence[Marker]:
        """Leave out what a statement calls another's: "including Borskan concerns", "Borska must end its support".

        That another does wrong, or must act, is said by the speaker, unless the words are told of both sides.
        """
        statement = reading.statement
        told_of_both = statement.kind == Kind.JOINT and statement.via is not None
        asked = [m for m in marks if told_of_both or m.act in _DEEDS]
        others = {m for m in asked if self._owner(reading, m.span) not in (None, statement.side)}
        return [m for m in marks if m not in others]

    def _owner(self, reading: Reading, marker: Span) -> str | None:
        """Give the side whose a marker is: named by the two words before it, by "its", or in it ("China's support")."""
        text, begin = reading.text, min(reading.spoken_from, marker.start)
        before, within = text[begin : marker.start].split(), text[marker.start : marker.stop].split()
        far = any(word.lower() in _ITS for word in (*before[-1:], *within[:1]))
        owned = [word for word in within[:-1] if word.endswith(("'s", "’s"))]
        near = (fold(_POSSESSIVE.sub("", word)) for word in (*owned, *reversed(before if far else before[-2:])))
        return next((self._owners[w] for w in near if w in self._owners), None)

    def _stance(self, reading: Reading, hits: Found, match: Match, done: Act) -> Stance:
        statement, issue = reading.statement, self._issues[match.issue]
        rule = match.claim.rule if match.claim else None
        assert statement.side is not None  # readings are of statements with a side
        forces = {id(f): f for p in hits for f in self._index.users[p].forces}.values()
        spans = tuple(map(reading.at, match.evidence)) or reading.said or (reading.sentence,)
        return Stance(
            statement=statement,
            side=statement.side,
            issue=issue.id,
            proposition=rule.proposition if rule else None,
            position=match.claim.position if match.claim else None,
            act=done,
            force=force(done, hits, forces, statement.side),
            modality=modality(reading.text),
            via=statement.via,
            covers=reading.sentence,
            evidence=spans,
            rule=rule.id if rule else f"{issue.id}.about",
            place=rule.place if rule else issue.place,
            words=self._words(rule, issue, done),
            ask=rule.ask if rule else None,
            carried=not match.evidence,
        )

    def _words(self, rule: Rule | None, issue: Issue, done: Act) -> str:
        return rule.summary if rule else self.ruleset.phrases[f"about.{done}"].format(issue=issue.in_text)


def by_document(statements: Sequence[Statement]) -> Iterator[list[Statement]]:
    """Give the statements of each document by themselves, in order."""
    groups: dict[tuple[str, str], list[Statement]] = {}
    for statement in statements:
        groups.setdefault((statement.document.id, statement.document.sha256), []).append(statement)
    yield from groups.values()


def _joined(stances: Sequence[Stance]) -> Iterator[Stance]:
    """Join stances of one statement and rule in adjacent sentences into one that covers them all."""
    runs: dict[tuple[object, ...], Stance] = {}
    for stance in stances:
        key = (id(stance.statement), stance.rule, stance.position, stance.act, stance.via)
        run = runs.get(key)
        if run and _adjacent(run, stance):
            runs[key] = replace(
                run,
                covers=Span(run.covers.start, stance.covers.stop),
                evidence=(*run.evidence, *stance.evidence),
                force=max(run.force, stance.force),
            )
            continue
        if run:
            yield run
        runs[key] = stance
    yield from runs.values()


def _adjacent(run: Stance, stance: Stance) -> bool:
    between = Span(run.covers.stop, max(run.covers.stop, stance.covers.start))
    return not any(between.holds(s) for s in run.statement.document.sentences)
