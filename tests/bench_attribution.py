"""How fast documents are read for who said what, and what each construction is worth.

In: a folder of corpora for the worth, nothing for the speed; out: rows of a table.
"""

from __future__ import annotations

import json
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from briefing.attribution import attribute
from briefing.documents import Metadata, read
from briefing.model import Document, Kind, Lexicon
from briefing.pipeline import load_packs

SPOKEN = frozenset({Kind.DIRECT, Kind.MIXED, Kind.INDIRECT})
CONSTRUCTIONS = (
    "subject-verb-content",
    "subject-verb-content that",
    "subject-verb-content clause",
    "subject-verb-content bare-clause",
    "subject-verb-content object",
    "subject-verb-content object-that",
    "subject-verb-content object-clause",
    "subject-verb-content object-to",
    "subject-verb-content object-of",
    "subject-verb-content object-as",
    "subject-verb-content to",
    "subject-verb-content wh",
    "subject-verb-content quotation",
    "content-subject-verb",
    "content-holder-verb",
    "according-to",
    "passive",
    "noun",
    "adjective",
    "say-clause",
    "lead-in",
    "floating",
    "headline",
)
_SENTENCES = (
    "Berg, the envoy of the islands, said on Monday that the two sides would meet again before the harvest.",
    "“We came to listen,” she told reporters in the harbour, “and we will come again.”",
    "The talks should go on, according to a readout, although the ministry had accused the other side of delay.",
    "The ferry left at noon, with forty crates of pears and a piano, and nobody in the town had much to say.",
)


def documents(corpus: Path, lexicon: Lexicon) -> list[tuple[dict[str, Any], Document]]:
    """Read the texts of a corpus once."""
    rows = [json.loads(line) for line in corpus.read_text("utf-8").splitlines()]
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "text.txt"

        def document(text: str) -> Document:
            file.write_text(text, "utf-8", newline="")
            return read(file, Metadata(), lexicon)

        return [(row, document(row["text"])) for row in rows]


def worth(corpus: Path, score: Callable[[list[dict[str, Any]]], float]) -> None:
    """Print what the score of a corpus loses without each construction."""
    lexicon = load_packs(None).lexicon
    texts = documents(corpus, lexicon)

    def scored(without: frozenset[str]) -> float:
        return score([prediction(row, document, lexicon, without) for row, document in texts])

    whole = scored(frozenset())
    print(f"| all constructions | {whole:.1f} | |\n| --- | --- | --- |")
    for name in CONSTRUCTIONS:
        left = scored(frozenset({name}))
        print(f"| without {name} | {left:.1f} | {left - whole:+.1f} |")


def prediction(row: dict[str, Any], document: Document, lexicon: Lexicon, without: frozenset[str]) -> dict[str, Any]:
    """Give the attributions of a text in the scorer's form."""
    found = [s for s in attribute(document, lexicon, without) if s.kind in SPOKEN]
    spans = [
        {
            "content": [[c.start, c.stop] for c in s.content],
            "source": [[s.source.start, s.source.stop]] if s.source else [],
            "cue": [[s.cue.start, s.cue.stop]] if s.cue else [],
            "kind": s.kind,
        }
        for s in found
    ]
    return {"doc_id": row["doc_id"], "text": row["text"], "attributions": spans}


def main() -> None:
    """Print how many made-up articles of 4,600 characters are attributed a second, cutting into sentences included."""
    lexicon = load_packs(None).lexicon
    paragraph = " ".join(_SENTENCES)
    text = "\n\n".join([paragraph] * (4_600 // len(paragraph) + 1))[:4_600]
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "text.txt"
        file.write_text(text, "utf-8")
        document = read(file, Metadata(), lexicon)
    attribute(document, lexicon)
    best = min(_seconds(document, lexicon) for _ in range(5))
    print(f"attribution: {1 / best:,.0f} documents of {len(text):,} characters a second")


def _seconds(document: Document, lexicon: Lexicon) -> float:
    begin = time.process_time()
    for _ in range(20):
        attribute(document, lexicon)
    return (time.process_time() - begin) / 20
