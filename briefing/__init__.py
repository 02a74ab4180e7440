"""Where two governments stand, issue by issue, with the words that prove it.

`analyze` reads documents and gives an `Analysis`; `make` writes the briefing; `act_of` codes one sentence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from briefing.version import VERSION

if TYPE_CHECKING:
    from briefing.pipeline import act_of, analyze, make

__version__ = VERSION
__all__ = ["__version__", "act_of", "analyze", "make"]


def __getattr__(name: str) -> Any:
    """Import the pipeline only when it is asked for: `briefing --help` should not wait for it."""
    if name in ("act_of", "analyze", "make"):
        from briefing import pipeline

        return getattr(pipeline, name)
    raise AttributeError(f"module 'briefing' has no attribute {name!r}")
