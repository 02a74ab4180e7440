"""The order of the finders, for every kind of text."""

from __future__ import annotations

from functools import lru_cache

from briefing.attribution.choose import chosen
from briefing.attribution.clauses import ClauseFinder
from briefing.attribution.cues import compiled
from briefing.attribution.discourse import Discourse
from briefing.attribution.names import Names
from briefing.attribution.news import news_statements
from briefing.attribution.own_text import own_statements
from briefing.attribution.page import Page
from briefing.attribution.quotes import QuoteFinder, joined, run_on, with_loose
from briefing.attribution.sides import form, own_side
from briefing.attribution.speakers import Resolver
from briefing.model import Document, Genre, Lexicon, Same, Statement

OWN = frozenset(
    {Genre.READOUT, Genre.SPEECH, Genre.FACT_SHEET, Genre.JOINT_STATEMENT, Genre.TRANSCRIPT, Genre.INTERVIEW}
)


class Tools:
    """The finders built from one lexicon."""

    def __init__(self, lexicon: Lexicon, without: frozenset[str]) -> None:
        """Compile names and reporting words."""
        cues = compiled(lexicon.cues)
        self.clauses = ClauseFinder(cues, without)
        self.quotes = QuoteFinder(cues, without)
        self.names = Names(lexicon)


@lru_cache(maxsize=4)
def _tools(key: Same[Lexicon], without: frozenset[str]) -> Tools:
    return Tools(key.value, without)


# Their form says who speaks, whoever published them.
_LABELLED = frozenset({Genre.TRANSCRIPT, Genre.INTERVIEW, Genre.JOINT_STATEMENT})


def attribute(document: Document, lexicon: Lexicon, without: frozenset[str] = frozenset()) -> tuple[Statement, ...]:
    """Find who said what in a document.

    `without` names constructions to leave out, as `found_by` or "found_by frame": what is each worth?
    """
    tools = _tools(Same(lexicon), without)
    page = Page(document)
    if not page.sentences:
        return ()
    discourse = Discourse(page, tools.names)
    genre = form(page, discourse)
    if genre in OWN:
        own = own_side(page, discourse, genre, Resolver(page, discourse, tools.clauses.verbs))
        official = own_statements(page, discourse, tools.clauses, genre, own)
        if own or (official and genre in _LABELLED):
            return official
    quoted = tools.quotes.proposals(page)
    outer, inner = chosen(
        page, quoted, [run_on(page, p) for s in page.sentences for p in tools.clauses.proposals(page, s)]
    )
    return news_statements(page, discourse, joined(page, with_loose(page, outer)), inner, tools.clauses.verbs)
