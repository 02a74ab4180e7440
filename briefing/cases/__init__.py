"""Which briefings are kept under test. In: `briefing.yaml`, or `[tool.briefing]` of a project. Out: `Settings`."""

from briefing.cases.begin import beginning
from briefing.cases.case import Case, Known, Settings
from briefing.cases.load import load_cases

__all__ = ["Case", "Known", "Settings", "beginning", "load_cases"]
