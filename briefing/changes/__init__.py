"""What differs between two briefings. In: two analysis files as JSON values. Out: `Changes`, and the words for them."""

import json
from collections.abc import Callable, Mapping

from briefing.changes.as_json import tree
from briefing.changes.as_markdown import markdown
from briefing.changes.as_snapshot import Snapshot, written
from briefing.changes.as_text import Entry, sections, text
from briefing.changes.compare import Changes, What, compare
from briefing.changes.from_snapshot import issues_in, read_snapshot
from briefing.changes.picture import Picture, picture
from briefing.changes.words import headline

FORMS: Mapping[str, Callable[[Changes], str]] = {
    "text": text,
    "json": lambda changes: json.dumps(tree(changes), ensure_ascii=False, indent=1),
    "markdown": markdown,
}

__all__ = [
    "FORMS",
    "Changes",
    "Entry",
    "Picture",
    "Snapshot",
    "What",
    "compare",
    "headline",
    "issues_in",
    "markdown",
    "picture",
    "read_snapshot",
    "sections",
    "text",
    "tree",
    "written",
]
