"""Measures against the team's coded documents, which live beside the project and are never needed to run it.

python -m tests.measure gold SHARED     the scores of issue, stance and relation on SHARED/gold/dev
                                        --bare: the texts without their metadata
                                        --base: the documents of other pairs than that of `us-china`, by `base` alone
                                        --errors FILE: write each wrong and missing item there, with its rule
python -m tests.measure quotes SHARED   who said what, on the attribution corpora of SHARED/quotes
python -m tests.measure ablation SHARED  the same with each construction left out in turn
python -m tests.measure sentences SHARED  sentences, beside the splitters that others use
python -m tests.measure acts SHARED     the acts of coded sentences of SHARED/acts
python -m tests.measure halves SHARED   the same where no sentence vouches for its own patterns
python -m tests.measure speed           phrases beside one regular expression each, loading rules, attribution
"""

from __future__ import annotations

import importlib
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from briefing import act_of, analyze
from briefing.errors import BriefingError
from briefing.model import Kind, Span
from briefing.record import record
from briefing.version import VERSION
from tests.halves import halves
from tests.mistakes import report

_SHIPPED = {"USA", "CHN"}  # the pair that has a pack of its own
_FIELDS = ("title", "publisher", "date", "genre", "side")


def gold(shared: Path, *options: str) -> None:
    """Analyse each coded document with its metadata and two sides, and run the scorer on the results."""
    files = sorted((shared / "gold" / "dev").glob("*.json"))
    coded = [json.loads(path.read_text("utf-8")) for path in files]
    if pack := "base" if "--base" in options else None:
        coded = [c for c in coded if set(c["sides"]) != _SHIPPED]
    with tempfile.TemporaryDirectory() as folder:
        right, found = Path(folder, "gold"), Path(folder, "found")
        for made in (right, found):
            made.mkdir()
        for item in coded:
            name = f"{item['doc']}.json"
            (right / name).write_text(json.dumps(item), "utf-8")
            (found / name).write_bytes(_analysed(item, Path(folder), bare="--bare" in options, pack=pack))
        _run(shared / "score" / "stances.py", right, found)
        if "--errors" in options:
            analyses = [json.loads((found / f"{c['doc']}.json").read_bytes()) for c in coded]
            Path(options[options.index("--errors") + 1]).write_text(report(coded, analyses), "utf-8")


def _analysed(coded: Mapping[str, Any], folder: Path, *, bare: bool, pack: str | None) -> bytes:
    head = "" if bare else front_matter(coded)
    file = folder / f"{coded['doc']}.txt"
    file.write_text(head + coded["text"], "utf-8")
    first, second = coded["sides"]
    try:
        return record(analyze(file, sides=(first, second), pack=pack), version=VERSION)
    except BriefingError as error:
        print(error)
        return b"{}"


def front_matter(coded: Mapping[str, Any]) -> str:
    """Write what is known of a coded document the way a desk would."""
    lines = [f"{key}: {json.dumps(coded[key], ensure_ascii=False)}" for key in _FIELDS if coded.get(key)]
    return "\n".join(["---", *lines, "---", ""])


def quotes(shared: Path, *_: str) -> None:
    """Attribute the texts of the corpora and run their scorer, with a speech verb and over all items."""
    scorer = shared / "quotes" / "score.py"
    spoken = {Kind.DIRECT, Kind.MIXED, Kind.INDIRECT}
    for corpus, runs in (("polnear_dev", (spoken, spoken | {Kind.NARRATED})), ("gum_politall", (spoken,))):
        for kinds in runs:
            with tempfile.TemporaryDirectory() as folder:
                source, found = shared / "quotes" / f"{corpus}.jsonl", Path(folder) / "found.jsonl"
                found.write_text("".join(map(_attributed(kinds), source.read_text("utf-8").splitlines())), "utf-8")
                wide = Kind.NARRATED in kinds
                print(f"\n{corpus}, {'all items' if wide or corpus != 'polnear_dev' else 'items with a speech verb'}")
                _run(scorer, source, found, *([] if wide or corpus != "polnear_dev" else ["--speech"]))


def ablation(shared: Path, *_: str) -> None:
    """Print what is lost without each construction, on the items with a speech verb."""
    from tests import bench_attribution

    sys.path.insert(0, str(shared / "quotes"))
    scorer = importlib.import_module("score")
    options = SimpleNamespace(punct=False, speech=True, need_cue=False)
    corpus = shared / "quotes" / "polnear_dev.jsonl"
    gold_rows = [json.loads(line) for line in corpus.read_text("utf-8").splitlines()]

    def said_by(found: list[dict[str, Any]]) -> float:
        return float(100 * scorer.report(scorer.evaluate(gold_rows, found, options))["all"]["saidby"][2])

    bench_attribution.worth(corpus, said_by)


def cuts(shared: Path, *_: str) -> None:
    """Print what wrong ends of sentences cost, here and with the splitters that are installed."""
    from tests import bench_sentences

    bench_sentences.main(shared / "quotes" / "polnear_dev.jsonl")


def _attributed(kinds: set[Kind]) -> Callable[[str], str]:
    from briefing.attribution import attribute
    from briefing.documents import Metadata, read
    from briefing.pipeline import load_packs

    lexicon = load_packs(None).lexicon

    def line(row: str) -> str:
        item = json.loads(row)
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "text.txt"
            file.write_text(item["text"], "utf-8", newline="")
            document = read(file, Metadata(), lexicon)
        found = [
            {"content": _pairs(s.content), "source": _pairs(s.source), "cue": _pairs(s.cue), "kind": s.kind}
            for s in attribute(document, lexicon)
            if s.kind in kinds
        ]
        return json.dumps({"doc_id": item["doc_id"], "text": item["text"], "attributions": found}) + "\n"

    return line


def _pairs(spans: Span | tuple[Span, ...] | None) -> list[list[int]]:
    several = (spans,) if isinstance(spans, Span) else spans or ()
    return [[s.start, s.stop] for s in several]


def acts(shared: Path, *options: str) -> None:
    """Run the scorer of coded acts, which calls `briefing.act_of` itself."""
    assert act_of("Alden warned Borska.", "Alden")
    _run(shared / "acts" / "score.py", shared / "acts" / "plv_train.jsonl", *options)


def speed(*_: object) -> None:
    """Print how many sentences are searched a second for 10 to 10,000 patterns, and how many rules are loaded."""
    from tests import bench_attribution, bench_cases, bench_phrases, bench_rules

    bench_phrases.main()
    bench_rules.main()
    bench_cases.main()
    bench_attribution.main()


def _run(script: Path, *arguments: object) -> None:
    sys.stdout.flush()
    here = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])}  # a scorer that calls us calls this checkout
    subprocess.run([sys.executable, str(script), *map(str, arguments)], check=True, env=here)


def main(name: str = "", *arguments: str) -> None:
    """Run one measure by its name."""
    commands: Mapping[str, Callable[..., None]] = {
        "gold": gold,
        "quotes": quotes,
        "ablation": ablation,
        "sentences": cuts,
        "acts": acts,
        "halves": halves,
        "speed": speed,
    }
    if name not in commands:
        sys.exit(__doc__)
    folder = [Path(a) for a in arguments[:1]]
    if folder and not folder[0].is_dir():
        sys.exit(f"{folder[0]}: the coded documents are not here, so there is nothing to measure against")
    commands[name](*folder, *arguments[1:])


if __name__ == "__main__":
    main(*sys.argv[1:])
