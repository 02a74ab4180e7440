"""What is no mistake but worth a look. In: packs as read, without mistakes. Out: warnings, added to their sources."""

from __future__ import annotations

from collections.abc import Mapping

from briefing.errors import Severity
from briefing.ruleset.pack import Written


def lint(chains: Mapping[Written, tuple[Written, ...]]) -> None:
    """Warn of what is worth a look in packs; each comes with all that it extends."""
    for pack in chains:
        _macros(pack, chains)


def _macros(pack: Written, chains: Mapping[Written, tuple[Written, ...]]) -> None:
    """Warn of macros that no pattern of this pack, or of one that extends it, uses."""
    if pack.head is None:
        return
    users = [each for each, chain in chains.items() if pack in chain]
    texts = [row for user in users for source in user.sources for row in source.rows]
    for name, text in pack.macros.items():
        if not any(f"{{{name}}}" in row for row in texts):
            message = f"no pattern uses macro '{name}'"
            pack.head.wrong("W004", message, "macros", entry=text, severity=Severity.WARNING)
