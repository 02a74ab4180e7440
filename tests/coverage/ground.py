"""Analyses of what Alden and Borska say, made without reading files."""

from __future__ import annotations

from dataclasses import replace

from briefing.model import Analysis, AsOf, Document, RuleSet, Statement
from briefing.stances import detect
from tests.fiction import document, ruleset, said


def spoken(*lines: tuple[str, str], name: str = "d1") -> tuple[Statement, ...]:
    """Give the statements of one text, a line each: who speaks, and the words."""
    text = document("\n\n".join(words for _, words in lines), id=name, path=f"{name}.txt")
    return tuple(said(side, words, text) for side, words in lines)


def analysis(*statements: Statement, rules: RuleSet | None = None) -> Analysis:
    """Analyse statements under the rules of Alden and Borska, or others."""
    chosen = rules or ruleset()
    numbered = tuple(replace(s, id=f"s{n}") for n, s in enumerate(statements))
    documents: dict[str, Document] = {s.document.id: s.document for s in numbered}
    return Analysis(
        as_of=AsOf(),
        ruleset=chosen,
        sides=(chosen.side("ALD"), chosen.side("BOR")),
        documents=tuple(documents.values()),
        statements=numbered,
        stances=detect(numbered, chosen),
        rows=(),
    )
