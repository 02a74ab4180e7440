"""From statements to stances. In: statements and a rule set; out: who holds what on which issue, and the proof.

The room's door is `detect`. `Detector` is the same with the rule set read in once, for many runs; `trials` tells why a
rule holds in a sentence, or why not.
"""

from briefing.stances.acts import ActCoder
from briefing.stances.detect import Detector, detect
from briefing.stances.trials import trials

__all__ = ["ActCoder", "Detector", "detect", "trials"]
