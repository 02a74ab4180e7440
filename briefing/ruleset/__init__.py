"""YAML rules into values. In: folders of packs. Out: `Packs`, of which one is chosen and becomes a `RuleSet`."""

from briefing.ruleset.codes import explain
from briefing.ruleset.load import Packs, load, load_files, load_texts

__all__ = ["Packs", "explain", "load", "load_files", "load_texts"]
