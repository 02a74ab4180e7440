"""What people work with beside the rules. In: a `RuleSet`. Out: texts: files to begin with, and a book to read.

Nothing is read or written here; callers bring the rule set and take the text.
"""

from briefing.workbench.begin import new_issue, new_pack
from briefing.workbench.book import book

__all__ = ["book", "new_issue", "new_pack"]
