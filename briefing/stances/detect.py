"""Run every statement through the rules. In: statements; out: stances, one per statement, rule and run of sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from briefing.model import Act, Issue, Near, Rule, RuleSet, Span, Stance, Statement
from briefing.stances.acts import Marker, act, force, markers
from briefing.stances.index import Found, Index, evidence, weak_evidence
from briefing.stances.modality import modality
from briefing.stances.positions import Claim, allowed, claims
from briefing.stances.reading import Reading, readings

_CARRY = 1  # sentences over which an issue is carried on
_FEW = 2  # issues at most that are carried on together
_TITLED = 0.34  # share of a text's statements that makes its title's issue the text's topic
_MOST = 0.6  # the same without a title that names it


def detect(statements: Sequence[Statement], ruleset: RuleSet) -> tuple[Stance, ...]:
    """Find the stances in statements, in the order of the documents.

    A statement without a side is nobody's and gives none.
    """
    return Detector(ruleset).detect(statements)


@dataclass(frozen=True, slots=True)
class _Match:
    """An issue found in a reading: by a rule's claim, or by its `about` alone."""

    issue: str
    evidence: tuple[Span, ...]
    claim: Claim | None = None


class Detector:
    """A rule set, ready to find stances in any number of statements."""

    def __init__(self, ruleset: RuleSet) -> None:
        self.ruleset = ruleset
        self._index = Index(ruleset)
        self._issues = {issue.id: issue for issue in ruleset.issues}
        self._order = {rule.id: n for n, rule in enumerate(r for i in ruleset.issues for r in i.rules)}

    def detect(self, statements: Sequence[Statement]) -> tuple[Stance, ...]:
        """Find the stances in statements, in the order of the documents."""
        out: list[Stance] = []
        for group in _by_document(statements):
            out += self._in_document(group)
        return tuple(out)

    def _in_document(self, statements: Sequence[Statement]) -> Iterator[Stance]:
        document = statements[0].document
        seen = [(r, self._index.find(r.text)) for s in statements if s.side for r in readings(s, statements)]
        seen.sort(key=lambda pair: (pair[0].sentence, pair[0].statement.span, pair[0].statement.via or ""))
        around = _Around(document.sentences, [(r, self._named(hits)) for r, hits in seen])
        matched = [(reading, hits, self._matches(reading, hits, around)) for reading, hits in seen]
        title = self._about(self._index.find(document.title)) if document.title else ()
        carried = _Carry(document.sentences, _topic((m for *_, found in matched for m in found), title))
        stances: list[Stance] = []
        for reading, hits, found in matched:
            matches = found or self._carried(reading, carried) or self._weakly(hits)
            carried.note(reading, matches)
            stances += self._stances(reading, hits, matches)
        yield from _joined(stances)

    def _named(self, hits: Found) -> frozenset[str]:
        """Give the issues that a sentence names, however weakly."""
        return frozenset(m.issue for m in (*self._about(hits), *self._weakly(hits)))

    def _matches(self, reading: Reading, hits: Found, around: _Around) -> list[_Match]:
        rules = sorted({r.id: r for p in hits for r in self._index.users[p].rules}.values(), key=self._place)
        fitting = (r for r in rules if allowed_anyhow(r, reading.statement) and around.holds(r.near, reading))
        held = [_Match(c.rule.issue, c.evidence, c) for c in claims(reading.text, hits, fitting)]
        said = {m.issue for m in held}
        about = [m for m in self._about(hits) if m.issue not in said]
        return [*held, *about]

    def _about(self, hits: Found) -> list[_Match]:
        return [_Match(i.id, spans) for i in self._touched(hits) if i.about.any and (spans := evidence(i.about, hits))]

    def _weakly(self, hits: Found) -> list[_Match]:
        return [_Match(i.id, spans) for i in self._touched(hits) if (spans := weak_evidence(i.about, hits))]

    def _carried(self, reading: Reading, carried: _Carry) -> list[_Match]:
        """Give the issues carried on, but none past another that the narrator names in the same sentence."""
        text = reading.statement.document.words(reading.sentence)
        named = {m.issue for m in self._about(self._index.find(text))}
        return [m for m in carried.issues(reading) if not named or m.issue in named]

    def _touched(self, hits: Found) -> list[Issue]:
        ids = {i.id for p in hits for i in self._index.users[p].issues}
        return [i for i in self.ruleset.issues if i.id in ids]

    def _place(self, rule: Rule) -> int:
        return self._order[rule.id]

    def _stances(self, reading: Reading, hits: Found, matches: Iterable[_Match]) -> Iterator[Stance]:
        acts = {id(a): a for p in hits for a in self._index.users[p].acts}.values()
        marks = markers(reading.text, hits, acts)
        for match in matches:
            done = act(reading.text, marks, match.evidence, reading.cue)
            if match.claim and not allowed(match.claim.rule, reading.statement, done):
                continue
            yield self._stance(reading, hits, match, done, marks)

    def _stance(self, reading: Reading, hits: Found, match: _Match, done: Act, marks: Sequence[Marker]) -> Stance:
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


def allowed_anyhow(rule: Rule, statement: Statement) -> bool:
    """Whether the limits of a rule other than its acts let it hold for a statement."""
    return allowed(replace(rule, acts=()), statement, Act.STATE)


class _Around:
    """Which issues the sentences of a text name, for rules that ask for another issue nearby."""

    def __init__(self, sentences: Sequence[Span], named: Iterable[tuple[Reading, frozenset[str]]]) -> None:
        self._numbers = {s: n for n, s in enumerate(sentences)}
        self._named: dict[int, set[str]] = {}
        for reading, issues in named:
            self._named.setdefault(self._numbers[reading.sentence], set()).update(issues)

    def holds(self, near: Near | None, reading: Reading) -> bool:
        """Whether the issue a rule asks for is named in the sentence or in those before or after it."""
        if near is None:
            return True
        here = self._numbers[reading.sentence]
        window = range(here - near.sentences, here + near.sentences + 1)
        return any(near.issue in self._named.get(n, ()) for n in window)


class _Carry:
    """The issues of the sentence before, and of the whole text, for a sentence that goes on without naming one."""

    def __init__(self, sentences: Sequence[Span], topic: str | None) -> None:
        self._numbers = {s: n for n, s in enumerate(sentences)}
        self._last: dict[str | None, tuple[int, tuple[str, ...]]] = {}
        self._topic = topic

    def note(self, reading: Reading, matches: Sequence[_Match]) -> None:
        """Remember what a sentence is about, for the same side and for anybody."""
        number = self._numbers[reading.sentence]
        issues = tuple(dict.fromkeys(m.issue for m in matches))
        if issues:
            for key in (reading.statement.side, None):
                self._last[key] = (number, issues)

    def issues(self, reading: Reading) -> list[_Match]:
        """Give the issue that a sentence without any carries on; a list of issues is not carried on."""
        number = self._numbers[reading.sentence]
        for key in (reading.statement.side, None):
            last, issues = self._last.get(key, (-9, ()))
            if number - last <= _CARRY and len(issues) <= _FEW:
                return [_Match(i, ()) for i in issues]
        return [_Match(self._topic, ())] if self._topic else []


def _topic(matches: Iterable[_Match], title: Iterable[_Match]) -> str | None:
    """Name the one issue a whole text is about: its title names it, or most of its statements do."""
    counts = Counter(m.issue for m in matches)
    named = [m.issue for m in title]
    best = max(counts, key=lambda i: (counts[i], i), default=None)
    if best is None:
        return None
    share = counts[best] / counts.total()
    return best if share >= (_TITLED if best in named else _MOST) else None


def _by_document(statements: Sequence[Statement]) -> Iterator[list[Statement]]:
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
