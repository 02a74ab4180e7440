"""The register: every piece of evidence with its number, speaker, line, rules and the sentence it stands in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from string import ascii_lowercase

from briefing.model import Document, Span, Theme
from briefing.pages import desk
from briefing.pages.blocks import Anchor, Block, Heading, Item, Note, Rule, Space, Text
from briefing.pages.evidence import Evidence
from briefing.pages.grid import Columns
from briefing.pages.kit import Kit
from briefing.pages.lines import Run
from briefing.pages.paginate import Flow, Need
from briefing.pages.tagged import Element, Role
from briefing.pages.theme import HEADING, INK, REGISTER, SANS_BOLD, Style
from briefing.pages.wording import capital

_ROOM = 150.0


def letters(documents: tuple[Document, ...]) -> dict[str, str]:
    """Give each of several documents a letter; a single one needs none."""
    if len(documents) < 2:
        return {}
    return {d.id: _letter(k) for k, d in enumerate(documents)}


def _letter(place: int) -> str:
    high, low = divmod(place, len(ascii_lowercase))
    return (_letter(high - 1) if high else "") + ascii_lowercase[low]


def register(kit: Kit, named: dict[str, str]) -> list[Block]:
    """Build the register in two columns."""
    title = kit.say("section.register")
    around = Element(role=Role.LIST, numbering="Decimal")
    entries: list[Block] = [
        Rule(hairline=False),
        Heading(kit.fonts, HEADING, title, anchor=Anchor("register", title, 1)),
        Space(1),
        *_sources(kit, named),
        Space(3),
        *(_entry(kit, evidence, named).within(around) for evidence in kit.register.entries),
        *_struck(kit, named),
    ]
    return [Need(_ROOM), Flow(), Columns(entries).within(Element(role=Role.SECTION))]


def _struck(kit: Kit, named: dict[str, str]) -> Iterator[Block]:
    """Set what a desk took out, as a list of its own."""
    around = Element(role=Role.LIST)
    for k, stance in enumerate(desk.struck(kit)):
        if not k:
            yield Space(3)
            yield kit.made(Note, REGISTER, kit.say("register.struck.head"))
        letter = named.get(stance.statement.document.id)
        runs = [*([Run(f"{letter} ", SANS_BOLD, colour=INK)] if letter else []), *desk.taken_out(kit, stance)]
        number = Run(kit.say("register.struck.mark"), SANS_BOLD, 8, INK)
        yield Item(kit.fonts, _hanging(kit), runs, number=number).listed().within(around)


def _sources(kit: Kit, named: dict[str, str]) -> Iterator[Text]:
    documents = kit.analysis.documents
    if len(documents) == 1:
        text = kit.say("register.from", document=_described(kit, documents[0]))
        yield kit.made(Note, REGISTER, f"{text} {kit.say('register.legend')}")
        return
    yield kit.made(Note, REGISTER, kit.say("register.legend.many") + " " + kit.say("register.legend"))
    around = Element(role=Role.LIST, numbering="LowerAlpha")
    for document in documents:
        number = Run(named[document.id], SANS_BOLD, 8, INK)
        text = kit.say("register.document", document=_described(kit, document), hash=document.sha256[:8])
        yield Item(kit.fonts, _hanging(kit), text, number=number).listed().within(around)


def _described(kit: Kit, document: Document) -> str:
    """Name a document: title or file, publisher, date, kind of text."""
    name = kit.say("facts.title", title=document.title) if document.title else document.path
    parts = [name, document.publisher, kit.say.date(document.date) if document.date else None]
    return kit.say("list.comma").join([*(p for p in parts if p), kit.say(f"genre.{document.genre}.name")])


def _hanging(kit: Kit) -> Style:
    longest = max(len(kit.register.entries), 10 if len(kit.analysis.documents) > len(ascii_lowercase) else 0)
    wide = 9.0 if longest < 10 else 14.0 if longest < 100 else 18.0
    return replace(REGISTER, indent=wide)


def _entry(kit: Kit, evidence: Evidence, named: dict[str, str]) -> Item:
    """Set one entry: what is the statement's is dark, the rest of its sentence is soft."""
    statement, lead = evidence.statement, evidence.stances[0]
    document = statement.document
    head = [kit.sentences.kind(statement.kind)]
    head += [kit.say("register.headline")] if statement.headline else []
    if statement.via:
        head.append(kit.say("register.told", B=kit.analysis.ruleset.side(statement.via).in_text))
    head.append(kit.say("register.line", line=str(document.line(statement.span.start))))
    letter = named.get(document.id)
    runs = [Run(f"{letter} ", SANS_BOLD, colour=INK)] if letter else []
    runs.append(Run(capital(kit.sentences.speaker(lead)), SANS_BOLD, colour=INK))
    comma = kit.say("list.comma")
    runs.append(Run(comma + comma.join(head) + comma))
    runs.append(Run(comma.join(evidence.rules), size=None if kit.look.theme == Theme.LARGE else 7.6))
    runs.append(Run(kit.say("register.colon")))
    runs += [*_sentence(document, statement.span, evidence), *desk.edits(kit, evidence)]
    number = Run(str(evidence.number), SANS_BOLD, 8, INK)
    return Item(kit.fonts, _hanging(kit), runs, number=number, anchor=Anchor(f"e{evidence.number}")).listed()


def _sentence(document: Document, span: Span, evidence: Evidence) -> Iterator[Run]:
    """Cut a statement's sentences into its own words and the rest."""
    done = span.start
    for content in sorted({c for s in evidence.statements for c in s.content}):
        start, stop = max(content.start, done), min(content.stop, span.stop)
        if start >= stop:
            continue
        if done < start:
            yield Run(document.text[done:start])
        yield Run(document.text[start:stop], colour=INK)
        done = stop
    if done < span.stop:
        yield Run(document.text[done : span.stop])
