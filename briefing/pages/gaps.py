"""What the rules did not understand: findings by kind, sentences without a statement, unknown characters."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence

from briefing.model import Document, Finding, Span, Statement
from briefing.pages.blocks import Block, Item
from briefing.pages.grid import beside, listed
from briefing.pages.kit import Kit
from briefing.pages.section import head, section
from briefing.pages.theme import WIDE
from briefing.pages.wording import capital

_FEW = 8  # kinds of findings that are kept together on a page
_SHOWN = 4  # findings of one kind
_LONGEST = 160  # characters of a finding's words


def gaps(kit: Kit, room: float, letters: dict[str, str]) -> Iterator[Block]:
    """Give the section on what was read and not understood; built last, when all unknown characters are known."""
    analysis = kit.analysis
    loose = _loose(kit)
    kinds: dict[str, list[str]] = {}
    for finding in analysis.findings:
        kinds.setdefault(_kind_of_gap(kit, finding.code), []).append(_one_gap(kit, finding, letters))
    if loose:
        kinds[kit.say("gap.left-out")] = [_left_out(kit, d, sentence, letters) for d, sentence in loose]
    unknown = kit.fonts.unknown()
    if unknown and kit.paged:
        kinds[kit.say("gap.characters")] = [kit.say("gap.characters.text", names=some(unknown))]
    rows = [listed(beside([kit.tag(label)], _first_of(kit, texts))) for label, texts in kinds.items()]
    yield from section(head(kit, "gaps", understood(kit)), rows, room, whole=len(rows) < _FEW)


def understood(kit: Kit) -> str:
    """Say how many sentences were read, and how many of them carry a statement."""
    total, rest = sum(len(d.sentences) for d in kit.analysis.documents), len(_loose(kit))
    return kit.say("gaps.text", s=str(total), c=str(total - rest), rest=str(rest))


def _loose(kit: Kit) -> list[tuple[Document, Span]]:
    """Give all sentences that no statement covers."""
    analysis = kit.analysis
    return [(d, sentence) for d in analysis.documents for sentence in _uncovered(d, analysis.statements)]


def _uncovered(document: Document, statements: Iterable[Statement]) -> Iterator[Span]:
    """Give the sentences of a document that no statement covers, in one pass over both."""
    spans = deque(sorted(s.span for s in statements if s.document is document))
    for sentence in document.sentences:
        while spans and spans[0].stop <= sentence.start:
            spans.popleft()
        if not spans or spans[0].start >= sentence.stop:
            yield sentence


def _left_out(kit: Kit, document: Document, sentence: Span, letters: dict[str, str]) -> str:
    words = _shortened(document.words(sentence))
    line = str(document.line(sentence.start))
    return kit.say("gap.line", line=line, letter=letters.get(document.id, ""), message=words)


def _shortened(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else text[:_LONGEST].rsplit(" ", 1)[0] + " …"


def some(names: Sequence[str]) -> str:
    """List the first names of many."""
    return ", ".join(names[:12]) + (", …" if len(names) > 12 else "")


def _kind_of_gap(kit: Kit, code: str) -> str:
    """Name a kind of finding; one that the phrases do not know names itself."""
    key = f"gap.{code}"
    return kit.say(key) if kit.say.has(key) else capital(code.replace("-", " "))


def _first_of(kit: Kit, texts: Sequence[str]) -> list[Item]:
    """Set the first findings of one kind, and count the rest."""
    distinct = list(dict.fromkeys(texts))
    shown = distinct[:_SHOWN]
    if len(distinct) > _SHOWN:
        shown.append(capital(kit.say("gap.more", n=kit.say.number(len(distinct) - _SHOWN))))
    return [kit.made(Item, WIDE, text) for text in shown]


def _message(kit: Kit, finding: Finding) -> str:
    """Word a finding about a whole document by the page's own phrase, if there is one."""
    key = f"gap.{finding.code}.text"
    document = finding.document
    if document is None or not kit.say.has(key):
        return _shortened(finding.message)
    return kit.say(key, document=_shortened(document.title or document.path))


def _one_gap(kit: Kit, finding: Finding, letters: dict[str, str]) -> str:
    text = _message(kit, finding)
    if finding.document is None or finding.span is None:
        text = capital(text)
    else:
        line = str(finding.document.line(finding.span.start))
        text = kit.say("gap.line", line=line, letter=letters.get(finding.document.id, ""), message=text)
    return text if text.endswith((".", "…", "?", "!")) else text + "."
