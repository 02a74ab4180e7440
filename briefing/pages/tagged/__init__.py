"""What a screen reader gets of the file. In: elements, and what is drawn in each; out: tags, metadata, colour space.

They are what PDF/UA-1 and PDF/A-3a ask for. `element` and `tree` are plain values, which blocks and pen fill; `writer`
alone knows the library's document.
"""

from briefing.pages.tagged.element import Element, Inside, Role, Scope
from briefing.pages.tagged.packet import About
from briefing.pages.tagged.tree import Tree
from briefing.pages.tagged.writer import number_page, write

__all__ = ["About", "Element", "Inside", "Role", "Scope", "Tree", "number_page", "write"]
