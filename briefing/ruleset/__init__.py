"""YAML rules into values. In: folders of packs. Out: `Packs`, of which one is chosen and becomes a `RuleSet`.

Two side doors stand for those who write the files: `tidy_all` puts them into one form, `schema` tells editors what may
stand in them.
"""

from briefing.ruleset.codes import explain
from briefing.ruleset.load import Packs, load, load_files, load_texts

__all__ = ["Packs", "explain", "load", "load_files", "load_texts"]
