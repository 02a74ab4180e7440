"""All parts of a briefing in the order of reading. In: the tools, room on a page, the look. Out: blocks.

A new part is added here, once: PDF, HTML and Markdown are all written from these blocks.
"""

from __future__ import annotations

from briefing.model import Look, Profile
from briefing.pages import desk
from briefing.pages.blocks import Block
from briefing.pages.closing import closing
from briefing.pages.front import Front, front
from briefing.pages.kit import Kit
from briefing.pages.register import letters, register
from briefing.pages.sections import sections
from briefing.pages.two_page import in_their_words


def compose(kit: Kit, room: float, look: Look) -> tuple[Front, list[Block]]:
    """Build all blocks, page one for a height of page; give page one, and all."""
    if look.profile == Profile.TWO_PAGE:
        kit.places = frozenset()
        front(kit, room, look.title, look.prepared_by)  # so that all characters that no font has are known
        words = in_their_words(kit, room)
        first = front(kit, room, look.title, look.prepared_by)
        return first, [*first.story, *words]
    named = letters(kit.analysis.documents)
    first = front(kit, room, look.title, look.prepared_by)
    issues = list(sections(kit, room))
    evidence = register(kit, named) if kit.register.entries or desk.struck(kit) else []
    rest = list(closing(kit, room, named))  # last, when all characters that no font has are known
    return first, [*first.story, *issues, *rest, *evidence]
