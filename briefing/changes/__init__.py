"""What differs between two briefings. In: two analysis files as JSON values. Out: `Changes`, and the words for them."""

from briefing.changes.as_json import tree
from briefing.changes.as_markdown import markdown
from briefing.changes.as_text import text
from briefing.changes.compare import Changes, compare
from briefing.changes.picture import Picture, picture
from briefing.changes.words import headline

__all__ = ["Changes", "Picture", "compare", "headline", "markdown", "picture", "text", "tree"]
