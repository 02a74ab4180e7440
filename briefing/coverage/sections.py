"""A coverage in words. In: a `Coverage`; out: sections of heading, note, table and lines, for any form of text."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from briefing.coverage import balance, density
from briefing.coverage.values import Balance, Coverage, FrequentPhrase, PatternCount, RuleCount, SideCount
from briefing.model import Document, Span

_EXAMPLE = 80  # characters of an example sentence
_PLAIN = re.compile(r"[^\W\d_][\w .'’-]*")  # of several words: YAML reads it as it stands
_RANKED = "Best first: statements and documents, times the words that say something. Ready to paste under any:"
_MOST = 3  # patterns named as found most

Table = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One part of the report. The first row of `table` is its head; `yaml` tells that `lines` are to be pasted."""

    title: str
    note: str | None = None
    table: Table = ()
    lines: tuple[str, ...] = ()
    yaml: bool = False


def sections(coverage: Coverage) -> tuple[Section, ...]:
    """Give the whole report, the totals first and what to paste last."""
    return tuple(make(coverage) for make in _SECTIONS)


def _totals(c: Coverage) -> Section:
    t = c.totals
    names = " and ".join(side.name for side in c.sides)
    groups = (
        ("with a position", t.with_position),
        ("with a rule that takes no position", t.with_rule),
        ("with an issue only", t.with_issue),
        ("that nothing touches", t.untouched),
    )
    rows = tuple((name, str(n), _percent(n, t.of_a_side)) for name, n in groups)
    return Section(
        title=f"{names}: {_count(len(c.documents), 'document')}, rules {c.ruleset.id} {c.ruleset.version}",
        note=f"{t.of_a_side} of {_count(t.statements, 'statement')} are a side's.",
        table=(("Statements of a side", "number", "share"), *rows),
    )


def _rules(c: Coverage) -> Section:
    fired = [r for r in c.rules if r.hits]
    rows: list[tuple[str, ...]] = []
    for issue, group in groupby(fired, key=lambda r: r.rule.issue):
        rows.append((c.ruleset.issue(issue).name, *[""] * 6))
        rows += [("  " + r.rule.id, *map(str, (r.hits, r.documents, r.alone, r.shared, r.won, r.lost))) for r in group]
    return Section(
        title=f"Rules that fired: {len(fired)} of {len(c.rules)}",
        note="hits: stances it made. alone, shared: sentences of a side that no other rule of the issue reads, or one "
        "does. won, lost: clashes with a rule that takes another position on the proposition from the same words.",
        table=(("rule", "hits", "documents", "alone", "shared", "won", "lost"), *rows) if rows else (),
    )


def _clashes(c: Coverage) -> Section:
    rows = tuple((f"{x.winner.id}", f"{x.loser.id}", str(x.times), _place(x.document, x.sentence)) for x in c.clashes)
    return Section(
        title=f"Rules that clash: {_count(len(rows), 'pair') if rows else 'none'}",
        table=(("winner", "loser", "times", "first"), *rows) if rows else (),
    )


def _idle(c: Coverage) -> Section:
    idle = [r for r in c.rules if not r.hits]
    files = groupby(sorted(idle, key=lambda r: r.rule.place), key=lambda r: r.rule.place.path)
    return Section(
        title=f"Rules that never fired: {len(idle) or 'none'}",
        lines=tuple(f"{path}: {', '.join(map(_idle_rule, group))}" for path, group in files),
    )


def _idle_rule(count: RuleCount) -> str:
    lost = f" (lost {count.lost})" if count.lost else ""
    return f"{count.rule.place.line} {count.rule.id}{lost}"


def _alarms(c: Coverage) -> Section:
    return Section(
        title=f"So dense that they may say nothing: {len(c.alarms) or 'none'}",
        note=f"Rules and patterns that hold in over {density.SHARE:.0%} of the statements of their sides, if these are "
        f"{density.FEW} or more, and in more than half of the documents.",
        lines=tuple(
            f"{a.name} ({a.place}): {a.held} of {a.asked} statements, {_count(a.documents, 'document')}"
            for a in c.alarms
        ),
    )


def _patterns(c: Coverage) -> Section:
    groups = ((issue, list(group)) for issue, group in groupby(c.patterns, key=lambda p: p.issue.id))
    return Section(
        title="What issues are about, pattern by pattern",
        note="Statements on the issue in which each is found; ~ marks weak words.",
        lines=tuple(line for issue, group in groups for line in _about(issue, group)),
    )


def _about(issue: str, counts: Sequence[PatternCount]) -> Iterator[str]:
    most = sorted((p for p in counts if p.statements), key=lambda p: -p.statements)[:_MOST]
    never = [_marked(p) for p in counts if not p.statements]
    found = "; ".join(f"{_marked(p)} {p.statements}" for p in most) or "nothing"
    yield f"{issue}, most: {found}"
    if never:
        yield f"{issue}, never: {'; '.join(never)}"


def _marked(count: PatternCount) -> str:
    return f"~{count.pattern}" if count.weak else count.pattern


def _balances(c: Coverage) -> Section:
    names = ("rules", "patterns", "affirm", "reject", "spoken", "read")
    rows = [(b.issue.name, s.side.short, *_numbers(s)) for b in c.balances for s in b.sides if _matters(b)]
    asked = [f"{b.issue.name}: {question}." for b in c.balances for question in b.questions]
    return Section(
        title="Side against side",
        note="rules and patterns that can speak for the side; propositions these can affirm and reject; its statements "
        f"on the issue, and those a rule reads. Asked about below: {balance.TIMES} times the patterns ({balance.FEW} "
        f"or more), or {balance.TIMES} times the share read ({balance.FEW} statements each, or more).",
        table=(("issue", "side", *names), *rows),
        lines=(*asked, *(["Is the rule set fair here?"] if asked else [])),
    )


def _matters(b: Balance) -> bool:
    return any(s.rules or s.spoken for s in b.sides)


def _numbers(s: SideCount) -> tuple[str, ...]:
    return tuple(map(str, (s.rules, s.patterns, s.affirms, s.rejects, s.spoken, s.read)))


def _phrases(c: Coverage) -> Section:
    return Section(
        title=f"Phrases that come back where no rule reads: {f'the best {n}' if (n := len(c.phrases)) else 'none'}",
        note=_RANKED if c.phrases else None,
        lines=tuple(line for phrase in c.phrases for line in _pasted(phrase)),
        yaml=True,
    )


def _pasted(phrase: FrequentPhrase) -> Iterator[str]:
    where = f"{_count(phrase.statements, 'statement')}, {_count(phrase.documents, 'document')}"
    issues = f"; {', '.join(phrase.issues[:_MOST])}" if phrase.issues else ""
    yield f"- {quoted(phrase.pattern)}  # {where}{issues}"
    yield f"#   {_place(phrase.document, phrase.sentence)} “{_example(phrase)}”"


def quoted(pattern: str) -> str:
    """Write a pattern as YAML, in quotation marks where YAML needs them.

    >>> quoted("open seas"), quoted("3 miles")
    ('open seas', '"3 miles"')
    """
    return pattern if _PLAIN.fullmatch(pattern) and " " in pattern else f'"{pattern}"'


def _example(phrase: FrequentPhrase) -> str:
    """Give the example sentence, cut around the phrase where it is long."""
    document, sentence, words = phrase.document, phrase.sentence, phrase.words
    text = " ".join(document.words(sentence).split())
    if len(text) <= _EXAMPLE:
        return text
    before = len(" ".join(document.words(Span(sentence.start, words.start)).split()))
    start = max(0, min(before - (_EXAMPLE - len(words)) // 2, len(text) - _EXAMPLE))
    return textwrap.shorten(text[start:], _EXAMPLE, placeholder=" …") if not start else _inner(text, start)


def _inner(text: str, start: int) -> str:
    """Cut a stretch that begins inside a text, at blanks."""
    begin = text.index(" ", start)
    return "… " + textwrap.shorten(text[begin:], _EXAMPLE, placeholder=" …")


def _place(document: Document, span: Span) -> str:
    return f"{document.path}:{document.line(span.start)}"


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.0f} %" if whole else "–"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'s' * (number != 1)}"


_SECTIONS = (_totals, _rules, _clashes, _idle, _alarms, _patterns, _balances, _phrases)
