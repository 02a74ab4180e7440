"""All twins of one briefing. In: an analysis and its look; out: files by the ends of their names."""

from __future__ import annotations

import math
from collections.abc import Mapping

from briefing.model import Analysis, Look
from briefing.pages.about import about, plain
from briefing.pages.description import describe
from briefing.pages.kit import Kit
from briefing.pages.margin import foot
from briefing.pages.story import compose
from briefing.pages.twins.html import Labels, html
from briefing.pages.twins.markdown import markdown
from briefing.pages.twins.tables import matrix, register

ENDS = (".html", ".md", ".matrix.csv", ".register.csv")


def retell(analysis: Analysis, *, record: bytes, look: Look | None = None) -> Mapping[str, bytes]:
    """Write a briefing as HTML, as Markdown, and its matrix and register as CSV.

    Args:
        analysis: what was found.
        record: the analysis as JSON; named by its hash.
        look: what its maker chooses.

    Returns:
        The files, by what follows the briefing's name: `.html`, `.md`, `.matrix.csv`, `.register.csv`.

    Raises:
        RuleError: the rule set's phrases lack a template.
    """
    look = plain(look or Look())
    kit = Kit.of(analysis, look, paged=False)
    _, story = compose(kit, math.inf, look)
    root, what = describe(story), about(kit, look)
    labels = _labels(kit, record, look)
    texts = (
        html(root, what, labels),
        markdown(root, [s.name for s in analysis.sides], labels.foot, look.marking),
        matrix(kit),
        register(kit),
    )
    return {end: text.encode("utf-8") for end, text in zip(ENDS, texts, strict=True)}


def _labels(kit: Kit, record: bytes, look: Look) -> Labels:
    def back(name: str, n: int, total: int) -> str:
        return kit.say("link.back", name=name, n=str(n), total=str(total))

    return Labels(
        skip=kit.say("skip"),
        contents=kit.say("contents"),
        matrix=kit.say("matrix.name"),
        foot=foot(kit, record, look.title),
        marking=look.marking,
        back=back,
    )
