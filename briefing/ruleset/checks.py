"""Mistakes that only show across entries and files. In: packs as read. Out: problems, added to their sources."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from briefing.ruleset.pack import Written


def check(packs: Sequence[Written], chains: Mapping[str, tuple[Written, ...]]) -> None:
    """Report every mistake of the packs that no single entry shows."""
