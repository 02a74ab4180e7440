"""A desk's review of what the program read. In: what was found, and a file an officer edits. Out: what stands.

`sheet` writes the file, `read_review` reads it, `apply` puts it to what was found. A file that exists is written anew
with `carry_over`, which keeps every edit that still holds.
"""

from briefing.review.apply import Applied, apply
from briefing.review.carry import Carried, carry_over
from briefing.review.ground import Ground
from briefing.review.read import Review, read_review, review_of
from briefing.review.sheet import sheet

__all__ = ["Applied", "Carried", "Ground", "Review", "apply", "carry_over", "read_review", "review_of", "sheet"]
