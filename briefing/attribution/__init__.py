"""Who said what: statements found in a document. In: a document and a lexicon; out: statements, ids left empty."""

from briefing.attribution.attribute import attribute
from briefing.attribution.remarks import remarks

__all__ = ["attribute", "remarks"]
