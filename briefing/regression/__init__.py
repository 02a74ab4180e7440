"""Briefings under test. In: `Settings` of cases. Out: a `Report` of what they say beside what was accepted; its forms.

Above the pipeline, because it makes briefings; it changes nothing of how one is made.
"""

from briefing.regression.forms import FORMS, chunks, said
from briefing.regression.run import Report, accept, check
from briefing.regression.verdict import Result, Verdict, judge

__all__ = ["FORMS", "Report", "Result", "Verdict", "accept", "check", "chunks", "judge", "said"]
