"""HTML into text. In: the bytes of a page, in UTF-8. Out: the article in it and what the page says of itself.

Runs in the child process alone; the only user of lxml and trafilatura.
"""

from typing import Any

from briefing.documents.html.article import Article
from briefing.documents.html.facts import facts
from briefing.documents.html.tree import parsed

__all__ = ["extract"]


def extract(data: bytes) -> dict[str, Any]:
    """Give the text of a page's article, its metadata, and words of it that nobody is meant to see.

    Raises:
        RefusalError: there is no article in it, or it is built to be slow.
    """
    tree = parsed(data)
    known = facts(tree, data)
    article = Article(tree, known.get("title"))
    return {**known, "title": article.title or known.get("title"), "text": article.text(), "hidden": article.hidden()}
