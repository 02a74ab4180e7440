"""What an edit of the rules does to a briefing. In: old and new rules, documents. Out: `Impact`, in three forms."""

from briefing.impact.forms import FORMS
from briefing.impact.run import Impact, impact

__all__ = ["FORMS", "Impact", "impact"]
