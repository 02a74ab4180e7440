"""The order of the rooms, a line each: documents → statements → stances → comparison → briefing."""

from __future__ import annotations

import datetime
import functools
import hashlib
import json
import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeVar

from briefing import comparison
from briefing.attribution import attribute, remarks
from briefing.documents import Metadata, read
from briefing.errors import BriefingError, ChoiceError, DocumentError
from briefing.model import (
    Act,
    Analysis,
    AsOf,
    Document,
    Embed,
    Finding,
    Lexicon,
    Look,
    Reviewed,
    Rule,
    RuleSet,
    Side,
    Span,
    Stance,
    Statement,
    Status,
    Trial,
)
from briefing.outline import outline
from briefing.record import record
from briefing.review import Carried, Ground, apply, carry_over, read_review, sheet
from briefing.ruleset import Packs, load
from briefing.stances import ActCoder, detect, trials
from briefing.version import VERSION

ONE_SIDE = "one-side"  # the code of the finding
_STAND_IN = ("USA", "CHN")  # compared where nobody else speaks or is named
Value = TypeVar("Value", Statement, Stance)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What a caller may choose: a pack, and two sides."""

    pack: str | None = None
    sides: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A briefing as bytes, with the analysis it shows, the sentences of its first page, and twins by name's end."""

    analysis: Analysis
    pdf: bytes
    json: bytes
    page: tuple[str, ...]
    twins: Mapping[str, bytes] = field(default_factory=dict)


def analyze(
    *documents: str | Path,
    rules: str | Path | Packs | None = None,
    pack: str | None = None,
    sides: tuple[str, str] | None = None,
    metadata: Metadata | None = None,
    review: str | Path | None = None,
    progress: Callable[[str], None] | None = None,
) -> Analysis:
    """Read documents and find where the two sides stand.

    Args:
        documents: paths of text, Markdown, HTML or PDF files; `-` is standard input.
        rules: a folder of packs, looked in before those that ship, or packs that are loaded.
        pack: the id of the pack to use; else the one that has the two sides, else the one whose sides speak most.
        sides: ids of the two sides to compare.
        metadata: what holds for documents that do not say it themselves.
        review: a review file whose edits are applied before the comparison.
        progress: is told what is being done.

    Returns:
        The analysis; the order of the documents changes nothing in it.

    Raises:
        BriefingError: a document, the rules, the review or a choice cannot be used.
    """
    tell = progress or (lambda _: None)
    ground = _ground(documents, rules, Choice(pack=pack, sides=sides), metadata or Metadata(), tell)
    tell("comparing")
    analysis = _compared(ground, review)
    if sides or ground.ruleset.sides:
        return analysis
    return replace(analysis, findings=(*_one_side(ground.statements, ground.sides), *analysis.findings))


def _ground(
    documents: Sequence[str | Path],
    rules: str | Path | Packs | None,
    choice: Choice,
    metadata: Metadata,
    tell: Callable[[str], None],
) -> Ground:
    """Find all that the program finds, before any review and comparison."""
    packs = rules if isinstance(rules, Packs) else load_packs(Path(rules) if rules else None)
    lexicon = packs.lexicon
    texts = _sorted(_read_all(documents, metadata, lexicon, tell))
    tell("attributing")
    statements = _with_statement_ids([s for text in texts for s in attribute(text, lexicon)])
    ruleset, pair = choose(packs, statements, choice)
    stances = _with_stance_ids(detect(statements, ruleset))
    return Ground(documents=texts, statements=statements, stances=stances, sides=pair, ruleset=ruleset)


def _compared(ground: Ground, review: str | Path | None) -> Analysis:
    texts, ruleset, pair = ground.documents, ground.ruleset, ground.sides
    statements, stances, reviewed = _reviewed(ground, review)
    rows, findings = comparison.compare(texts, statements, stances, pair, ruleset)
    found = [f for text in texts for f in remarks(text, tuple(s for s in statements if s.document.id == text.id))]
    return Analysis(
        as_of=_as_of(texts),
        ruleset=ruleset,
        sides=pair,
        documents=texts,
        statements=statements,
        stances=stances,
        rows=rows,
        outline=outline(texts, statements, stances, pair, ruleset),
        findings=(
            *found,
            *_undated(texts),
            *_unseen(texts),
            *_by_drafts(stances, ruleset),
            *_without_issue(statements, (*ground.stances, *stances)),
            *_without_proposition(stances, pair),
            *findings,
        ),
        review=reviewed,
    )


def _reviewed(
    ground: Ground, review: str | Path | None
) -> tuple[tuple[Statement, ...], tuple[Stance, ...], Reviewed | None]:
    """Give the statements and stances as they stand after a review, if there is one."""
    if review is None:
        return ground.statements, ground.stances, None
    done = apply(read_review(review), ground)
    return done.statements, done.stances, done.reviewed


def review_sheet(
    *documents: str | Path,
    old: str | Path | None = None,
    rules: str | Path | Packs | None = None,
    pack: str | None = None,
    sides: tuple[str, str] | None = None,
    metadata: Metadata | None = None,
    progress: Callable[[str], None] | None = None,
) -> tuple[str, Carried]:
    """Write the review file of documents; `old` is one that is there, further arguments are those of `analyze`.

    Returns:
        The file's text, and what became of the edits of the old one.

    Raises:
        BriefingError: a document, the rules, the old file or a choice cannot be used.
    """
    before = read_review(old) if old else None
    ground = _ground(
        documents, rules, Choice(pack=pack, sides=sides), metadata or Metadata(), progress or (lambda _: None)
    )
    carried = carry_over(before, ground) if before else Carried()
    return sheet(ground, carried), carried


def make(
    *documents: str | Path,
    look: Look | None = None,
    twins: bool = False,
    **choices: Any,
) -> Made:
    """Read documents and draw their briefing as the look says, with its twins if wished; the rest is as in `analyze`.

    Raises:
        BriefingError: a document, the rules or a choice cannot be used, or nobody speaks in what was read.
    """
    from briefing import pages  # reportlab is slow to import, and only a PDF needs it

    analysis = analyze(*documents, **choices)
    if alone := [f for f in analysis.findings if f.code == ONE_SIDE and analysis.statements]:
        ids = ",".join(side.id for side in analysis.sides)
        raise ChoiceError(f"{alone[0].message}; name the two sides with --sides, as in --sides {ids}")
    if not analysis.statements:
        names = ", ".join(d.path for d in analysis.documents)
        raise BriefingError(f"{names}: nobody speaks in this text, so there is nothing to brief on")
    look = look or Look()
    whole = record(analysis, version=VERSION, look=look)
    inside = whole if look.embed == Embed.FULL else record(analysis, version=VERSION, text=False, look=look)
    return Made(
        analysis=analysis,
        pdf=pages.draw(analysis, record=inside, look=look),
        json=whole,
        page=pages.said(analysis, title=look.title),
        twins=pages.retell(analysis, record=inside, look=look) if twins else {},
    )


def document(path: str | Path, metadata: Metadata | None = None) -> Document:
    """Read one document as `analyze` does.

    Raises:
        BriefingError: it cannot be read.
    """
    return read(path, metadata, load_packs(None).lexicon)


def tried(analysis: Analysis, rule: Rule | None = None) -> tuple[Trial, ...]:
    """Try the rules of an analysis on its statements once more, telling every condition; or one rule on all of them."""
    return trials(analysis.statements, analysis.ruleset, rule)


def act_of(sentence: str, source: str | None = None) -> Act | None:
    """Code what the marked source does in a sentence.

    Args:
        sentence: one sentence.
        source: the words in it that name the speaker.

    Returns:
        One of the twelve acts, None where nothing in the sentence marks one.
    """
    return _coder().act_of(sentence, source)


@functools.cache
def _coder() -> ActCoder:
    return ActCoder(load_packs(None).select("base"))


def load_packs(rules: Path | None) -> Packs:
    """Load the packs of a folder, if one is given, and those that ship; a folder is read anew each time."""
    return load((rules,)) if rules else _shipped()


@functools.cache
def _shipped() -> Packs:
    return load()


# ── documents ───────────────────────────────────────────────────────────────────────────────────────────────────────


def _read_all(
    documents: Sequence[str | Path], metadata: Metadata, lexicon: Lexicon, tell: Callable[[str], None]
) -> list[Document]:
    """Read all documents; every one that cannot be read is named."""
    found, errors = list[Document](), list[DocumentError]()
    for n, path in enumerate(documents, 1):
        tell(f"reading {n} of {len(documents)}")
        try:
            found.append(read(path, metadata, lexicon))
        except DocumentError as error:
            errors.append(error)
    if errors:
        raise DocumentError("\n".join(map(str, errors)))
    return found


def _sorted(documents: Iterable[Document]) -> tuple[Document, ...]:
    """Put documents in an order that does not depend on the command line, once each, and number them."""
    unique = {d.sha256 + d.path: d for d in documents}.values()
    ordered = sorted(unique, key=lambda d: (d.date or datetime.date.max, d.title or "", d.sha256))
    return tuple(replace(d, id=f"d{n}") for n, d in enumerate(ordered, 1))


def _as_of(documents: Sequence[Document]) -> AsOf:
    dated = [d for d in documents if d.date]
    if not dated:
        return AsOf()
    last = max(dated, key=lambda d: d.date or datetime.date.min)
    return AsOf(date=last.date, source="text" if "date" in last.inferred else "metadata")


# ── ids that only depend on words ───────────────────────────────────────────────────────────────────────────────────


def _hash(prefix: str, parts: Sequence[object]) -> str:
    text = json.dumps(parts, ensure_ascii=False)
    return prefix + hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def _with_statement_ids(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    def parts(s: Statement) -> tuple[Hashable, ...]:
        source = s.document.words(s.source) if s.source else None
        return s.side, s.kind, s.via, source, " ".join(s.words.split())

    return _numbered("s", statements, parts)


def _with_stance_ids(stances: Sequence[Stance]) -> tuple[Stance, ...]:
    def parts(s: Stance) -> tuple[Hashable, ...]:
        return s.statement.id, s.side, s.rule, s.issue, " ".join(s.statement.document.words(s.covers).split())

    return _numbered("t", stances, parts)


def _numbered(
    prefix: str, values: Sequence[Value], parts: Callable[[Value], tuple[Hashable, ...]]
) -> tuple[Value, ...]:
    """Give each value an id from its words, and from its number among those alike."""
    seen: Counter[tuple[Hashable, ...]] = Counter()
    out: list[Value] = []
    for value in values:
        key: tuple[Hashable, ...] = parts(value)
        out.append(replace(value, id=_hash(prefix, [*key, seen[key]])))
        seen[key] += 1
    return tuple(out)


# ── which rules, which sides ────────────────────────────────────────────────────────────────────────────────────────


def choose(packs: Packs, statements: Sequence[Statement], choice: Choice) -> tuple[RuleSet, tuple[Side, Side]]:
    """Choose the pack and the two sides: as told, else as the statements suggest.

    Raises:
        ChoiceError: a pack or side is not known.
    """
    speaking = Counter(s.side for s in statements if s.side)
    _check_sides(packs, choice)
    pack = choice.pack or _pack_for(packs, choice.sides, speaking)
    ruleset = packs.select(pack)
    ids = choice.sides or (ruleset.sides if len(ruleset.sides) == 2 else _most_heard(packs, statements, speaking))
    first, second = (ruleset.side(i) for i in ids)
    return ruleset, (first, second)


def _check_sides(packs: Packs, choice: Choice) -> None:
    known = {s.id for s in packs.lexicon.sides}
    for side in choice.sides or ():
        if side not in known:
            raise ChoiceError(f"--sides: unknown side '{side}' ({_guess(side, known)})")
    if choice.sides and choice.sides[0] == choice.sides[1]:
        raise ChoiceError(f"--sides: '{choice.sides[0]}' is named twice; name two sides")


def _guess(word: str, known: Iterable[str]) -> str:
    import difflib

    close = difflib.get_close_matches(word.upper(), sorted(known), 1, 0.5)
    return f"did you mean '{close[0]}'?" if close else "use ISO codes such as USA or CHN, or EU, NATO, UN, G7"


def _pack_for(packs: Packs, sides: tuple[str, str] | None, speaking: Counter[str]) -> str:
    """Name the pack that has the two sides, or those that make most statements; else the one for any two states.

    Of packs that fit as well, the first is taken: whoever hands in rules of their own means these, not those that ship.
    """
    wanted = set(sides or _ranked(speaking)[:2])
    pairs = {pack: packs.sides(pack) for pack in packs.ids}
    fitting = [pack for pack, pair in pairs.items() if len(pair) == 2 and wanted <= set(pair)]
    return max(fitting, key=lambda pack: sum(speaking[s] for s in pairs[pack])) if fitting else "base"


def _ranked(speaking: Counter[str]) -> list[str]:
    return sorted(speaking, key=lambda s: (-speaking[s], s))


def _most_heard(packs: Packs, statements: Sequence[Statement], speaking: Counter[str]) -> tuple[str, str]:
    """Give the two sides that speak most; where fewer do, those named most stand in, and a finding says so."""
    found = _ranked(speaking)
    if len(found) < 2:
        found += _ranked(_named(packs.lexicon.sides, {s.document for s in statements}))
    first, second, *_ = dict.fromkeys((*found, *_STAND_IN))
    return first, second


def _named(sides: Iterable[Side], documents: Iterable[Document]) -> Counter[str]:
    """Count how often texts name each state."""
    ids = {n: s.id for s in sides if s.state for n in (s.name, s.short, *s.aliases, *s.adjectives, *s.metonyms)}
    names = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(ids, key=len, reverse=True)))})\b")
    return Counter(ids[m[0]] for d in documents for m in names.finditer(d.text))


# ── findings about the run as a whole ───────────────────────────────────────────────────────────────────────────────


def _one_side(statements: Iterable[Statement], pair: tuple[Side, Side]) -> Iterable[Finding]:
    """Say so where the sides compared are not both among those that speak."""
    speaking = {s.side for s in statements}
    missing = [side for side in pair if side.id not in speaking]
    if missing and len(speaking - {None}) < 2:
        alone = next((f"only {side.in_text} speaks" for side in pair if side not in missing), "no side speaks")
        yield Finding(code=ONE_SIDE, message=f"{alone} in what was read")


def _undated(documents: Iterable[Document]) -> Iterable[Finding]:
    for d in documents:
        if d.date is None:
            message = f"{d.title or d.path} has no date, so everybody who ever held an office counts as holding it"
            yield Finding(code="undated", document=d, message=message)


def _unseen(documents: Iterable[Document]) -> Iterable[Finding]:
    for d in documents:
        for words in d.hidden:
            message = f"{d.title or d.path} holds words that are not to be seen, and were not read: {words}"
            yield Finding(code="hidden-text", document=d, message=message)


def _by_drafts(stances: Iterable[Stance], ruleset: RuleSet) -> Iterable[Finding]:
    """Say which stances come from rules that are still drafts."""
    drafts = {r.id for issue in ruleset.issues for r in issue.rules if r.status == Status.DRAFT}
    for s in stances:
        if s.rule in drafts:
            message = f"rule {s.rule} is a draft, and reads here: {s.words}"
            yield Finding(code="draft-rule", document=s.statement.document, span=s.covers, message=message)


def _without_issue(statements: Iterable[Statement], stances: Iterable[Stance]) -> Iterable[Finding]:
    used = {s.statement.id for s in stances}
    for s in statements:
        if s.side and s.id not in used and not s.headline:
            words = " ".join(s.words.split())
            yield Finding(code="no-issue", document=s.document, span=s.span, message=f"no rule speaks to: {words}")


def _without_proposition(stances: Sequence[Stance], pair: tuple[Side, Side]) -> Iterable[Finding]:
    """Find what the two sides say on an issue of which no rule says more: what a desk officer may add rules for.

    Of two statements of one side in the same sentences it is enough if a rule reads one.
    """
    ours = [s for s in stances if s.side in (pair[0].id, pair[1].id) and not s.statement.headline]
    bare = {s.statement.id: s.statement for s in ours if s.rule == f"{s.issue}.about"}
    read = {(s.side, s.statement.document.id, at) for s in ours if s.rule != f"{s.issue}.about" for at in _held(s)}
    for statement in bare.values():
        if not any((statement.side, statement.document.id, at) in read for at in statement.sentences):
            issues = ", ".join(dict.fromkeys(s.issue for s in ours if s.statement.id == statement.id))
            message = f"no rule says more than {issues}: {' '.join(statement.words.split())}"
            yield Finding(code="no-proposition", document=statement.document, span=statement.span, message=message)


def _held(stance: Stance) -> list[Span]:
    return [s for s in stance.statement.sentences if stance.covers.holds(s)]
