"""YAML rules into values. In: folders of packs. Out: `Packs`, of which one is chosen and becomes a `RuleSet`."""

from briefing.ruleset.load import Packs, load, load_texts

__all__ = ["Packs", "load", "load_texts"]
