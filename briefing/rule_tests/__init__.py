"""The rules' own tests. In: a folder of packs; out: a `Report` of which tests hold, and what happened instead."""

from briefing.rule_tests.report import Outcome, Report, Result
from briefing.rule_tests.run import check

__all__ = ["Outcome", "Report", "Result", "check"]
