"""What a briefing is, in the words of a file's metadata. In: the tools and the look; out: `About`."""

from __future__ import annotations

import datetime
from dataclasses import replace

from briefing.model import Look
from briefing.pages.file import moment
from briefing.pages.fonts import visible, whole
from briefing.pages.kit import Kit
from briefing.pages.tagged import About


def about(kit: Kit, look: Look, dated: datetime.datetime | None = None) -> About:
    """Say what the file is; keywords are both sides and all issues."""
    analysis = kit.analysis
    keywords = dict.fromkeys([*(s.name for s in analysis.sides), *(row.issue.name for row in analysis.rows)])
    return About(
        title=whole(look.title or kit.sentences.title()),
        subject=whole(kit.say("page.subtitle")),
        author=whole(look.prepared_by) if look.prepared_by else None,
        keywords=tuple(map(whole, keywords)),
        language=kit.say("language"),
        moment=dated or moment(analysis.as_of.date),
    )


def plain(look: Look) -> Look:
    """Fold the blanks of all that is said in a look."""
    folded = {name: folded_text(getattr(look, name)) for name in ("title", "marking", "prepared_by")}
    return replace(look, **folded)  # type: ignore[arg-type]  # these three are texts


def folded_text(text: str | None) -> str | None:
    """Fold the blanks of an option; one that shows nothing is none."""
    return " ".join(visible(text or "").split()) or None
