"""What differs between two briefings. In: two analysis files as JSON values. Out: `Changes`, and the words for them."""

import json
from collections.abc import Callable, Mapping

from briefing.changes.as_json import tree
from briefing.changes.as_markdown import markdown
from briefing.changes.as_text import text
from briefing.changes.compare import Changes, compare
from briefing.changes.picture import Picture, picture
from briefing.changes.words import headline

FORMS: Mapping[str, Callable[[Changes], str]] = {
    "text": text,
    "json": lambda changes: json.dumps(tree(changes), ensure_ascii=False, indent=1),
    "markdown": markdown,
}

__all__ = ["FORMS", "Changes", "Picture", "compare", "headline", "markdown", "picture", "text", "tree"]
