"""How a result came about, or why it did not, and what a rule says. In: values of a run; out: plain lines."""

from briefing.explain.lines import tree
from briefing.explain.rule import find, rule_ids, show
from briefing.explain.why import why
from briefing.explain.why_not import why_not

__all__ = ["find", "rule_ids", "show", "tree", "why", "why_not"]
