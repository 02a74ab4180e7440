"""What the page says of a stance that a desk read anew. In: a reading and the phrases of the rules. Out: a verb phrase.

A rule's own words are for the sentences that the rule reads; a desk's reading gets words that say only the reading.
"""

from __future__ import annotations

from briefing.model import RuleSet
from briefing.review.readings import Reading


def words_for(reading: Reading, ruleset: RuleSet) -> str:
    """Say a reading as a third-person verb phrase."""
    if reading.proposition is None or reading.position is None:
        issue = ruleset.issue(reading.issue or "")
        return ruleset.phrases[f"about.{reading.act}"].format(issue=issue.in_text)
    proposition = ruleset.proposition(reading.proposition)
    template = ruleset.phrases[f"desk.position.{reading.position}"]
    return template.format(prop=proposition.in_text, label=proposition.label)
