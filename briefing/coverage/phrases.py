"""Phrases that come back in words no rule read. In: an analysis; out: patterns, ready to be pasted into a rule.

A phrase is two to five words of a holder, in a row, without a comma or an end of sentence between them. It neither
begins nor ends with a function word, holds no name of a person, and says more than names, numbers, dates and what an
issue's `about` already finds. Phrases are ranked by the number of statements and documents they come back in, times the
words that say something. One that comes back in no other statements than a better one is left out: so a long phrase
swallows its parts, and a passage that is repeated gives one phrase.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from briefing.coverage.counts import by_rule
from briefing.coverage.heard import Marks, Piece, pieces
from briefing.coverage.known import Known
from briefing.coverage.runs import Word, runs
from briefing.coverage.values import FrequentPhrase
from briefing.model import Analysis, Span
from briefing.phrases import Tokens

SHORTEST, LONGEST = 2, 5  # words of a phrase
LEAST = 2  # statements it comes back in

Forms = tuple[str, ...]
_UNNEEDED = dict.fromkeys(map(ord, '"“”„‟«»‹›「」『』`´'), " ")


@dataclass(frozen=True, slots=True)
class _Use:
    """A phrase at one place."""

    piece: Piece
    span: Span


@dataclass(slots=True)
class _Candidate:
    """A phrase with all its places, and how much its words say."""

    forms: Forms
    weight: int
    uses: list[_Use]

    @property
    def statements(self) -> frozenset[str]:
        """The ids of the statements it comes back in."""
        return frozenset(u.piece.statement.id for u in self.uses)

    @property
    def documents(self) -> int:
        """In how many documents it stands."""
        return len({u.piece.statement.document.id for u in self.uses})

    @property
    def rank(self) -> tuple[int, int, Forms]:
        """The best comes first."""
        return -(len(self.statements) + self.documents) * self.weight, -len(self.forms), self.forms


def frequent(analysis: Analysis, top: int) -> tuple[FrequentPhrase, ...]:
    """Give the best phrases of the words that no rule read, at most `top`."""
    issues = _issues(analysis)
    reached: list[frozenset[str]] = []  # by the better ones
    out: list[FrequentPhrase] = []
    for candidate in sorted(_candidates(analysis), key=lambda c: c.rank):
        if len(out) == top:
            break
        statements = candidate.statements
        if not any(statements <= better for better in reached):
            reached.append(statements)
            out.append(_phrase(candidate, issues))
    return tuple(out)


def _candidates(analysis: Analysis) -> Iterator[_Candidate]:
    known = Known(analysis.ruleset, {s.speaker for s in analysis.statements if s.speaker})
    found: dict[Forms, _Candidate] = {}
    for piece in _unread(analysis):
        for row in (row for run in runs(piece, known) for row in _rows(run)):
            forms = tuple(w.form for w in row)
            candidate = found.setdefault(forms, _Candidate(forms, sum(w.weight for w in row), []))
            candidate.uses.append(_Use(piece, Span(row[0].span.start, row[-1].span.stop)))
    return (c for c in found.values() if len(c.statements) >= LEAST)


def _rows(run: Sequence[Word]) -> Iterator[Sequence[Word]]:
    for start, first in enumerate(run):
        for stop in range(start + SHORTEST, min(start + LONGEST, len(run)) + 1):
            row = run[start:stop]
            if first.edge and row[-1].edge and any(w.new for w in row):
                yield row


def _unread(analysis: Analysis) -> Iterable[Piece]:
    """Give the words of sides that no rule read, the same words once, however many hold or repeat them."""
    evidence: dict[str, list[Span]] = defaultdict(list)
    for stance in (s for stances in by_rule(analysis).values() for s in stances):
        evidence[stance.statement.document.id] += stance.evidence
    read = {d.id: Marks(len(d.text), evidence[d.id]) for d in analysis.documents}
    every = [p for s in analysis.statements if s.side and not s.headline for p in pieces(s)]
    every.sort(key=lambda p: (p.statement.document.id, p.span.start, -p.span.stop))
    out: dict[Forms, Piece] = {}
    ends: Counter[str] = Counter()  # of documents: what lies before was seen
    for piece in every:
        document = piece.statement.document.id
        if read[document].meet(piece.span) or piece.span.stop <= ends[document]:
            continue
        ends[document] = piece.span.stop
        out.setdefault(tuple(Tokens.of(piece.words).words), piece)
    return out.values()


def _issues(analysis: Analysis) -> dict[str, list[str]]:
    """Give the issues of each statement, by its id."""
    out: dict[str, list[str]] = defaultdict(list)
    for stance in analysis.stances:
        out[stance.statement.id].append(stance.issue)
    return out


def _phrase(candidate: _Candidate, issues: dict[str, list[str]]) -> FrequentPhrase:
    """Write a phrase as its text most often does, with the first such place as its example."""
    spellings = [_spelling(u) for u in candidate.uses]
    pattern = Counter(spellings).most_common(1)[0][0]
    first = candidate.uses[spellings.index(pattern)]
    counted = Counter(i for u in candidate.uses for i in dict.fromkeys(issues[u.piece.statement.id]))
    return FrequentPhrase(
        pattern=pattern,
        statements=len(candidate.statements),
        documents=candidate.documents,
        issues=tuple(sorted(counted, key=lambda i: (-counted[i], i))),
        document=first.piece.statement.document,
        sentence=first.piece.sentence,
        words=first.span,
    )


def _spelling(use: _Use) -> str:
    """Give the words of a place, without the blanks, quotation marks and dashes that a pattern need not hold."""
    words = use.piece.statement.document.words(use.span).translate(_UNNEEDED).split()
    return " ".join(bare for word in words if (bare := word.strip("'’‘‛‚-–")))
