"""The files that begin a folder of briefings under test. In: nothing. Out: their texts, by their paths."""

from __future__ import annotations

from collections.abc import Mapping

_CASES = """\
# The briefings this team keeps under test.
#   briefing check    builds each of them and compares it with what was accepted
#   briefing accept   accepts what they say now; commit the files under snapshots/
#
# What stands here, outside of `cases`, holds for every case that does not say it itself:
# rules: my-rules               # a folder of rule packs, looked in before those that ship
# marking: For internal use

cases:
  - name: example
    documents: [texts/*.md]     # one file or several; * stands for any name, ** for any folder
    sides: [USA, CHN]
    title: An example to replace
    # pack: us-china            # the rule pack, else the one that has the two sides
    # outputs: [out/example.pdf]  # written each time the briefing is accepted
"""

_TEXT = """\
---
title: Deputies discuss shipping
publisher: Harbour News
date: 2026-03-02
genre: news
---

# Deputies discuss shipping

A Chinese Foreign Ministry spokesperson said on Monday that China firmly opposes the new tariffs on cargo ships.

A State Department spokesperson said the United States does not support Taiwan independence.
"""


def beginning() -> Mapping[str, str]:
    """Give a file of cases, and a text to try it on."""
    return {"briefing.yaml": _CASES, "texts/example.md": _TEXT}
