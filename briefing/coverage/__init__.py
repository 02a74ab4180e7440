"""What a rule set does to documents, and what it misses. In: an analysis and its trials; out: a `Coverage`.

Per rule hits, overlap and clashes (after the analysis of labelling functions in Snorkel); what never or always holds;
whether the sides are treated alike; phrases that no rule reads. `FORMS` writes it as text, JSON or Markdown.
"""

from briefing.coverage.cover import cover
from briefing.coverage.forms import FORMS
from briefing.coverage.values import Coverage

__all__ = ["FORMS", "Coverage", "cover"]
