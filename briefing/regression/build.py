"""A case built in memory. In: a case and its address. Out: the snapshot it would have now, its analysis, its PDF."""

from __future__ import annotations

import functools
import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from briefing import pipeline
from briefing.cases import Case
from briefing.changes import Snapshot, picture, written
from briefing.documents import Metadata
from briefing.errors import BriefingError, FileError, Problem
from briefing.model import Look
from briefing.regression.address import Address
from briefing.ruleset import Packs


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What a case says now: its snapshot as text, its analysis as JSON, and its PDF, which no cache keeps."""

    snapshot: str
    analysis: bytes
    pdf: bytes | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """Why a case cannot be built; `problems` where rule files hold mistakes."""

    message: str
    problems: tuple[Problem, ...] = ()


def build(case: Case, address: Address) -> Built | Failure:
    """Build a case; what people did wrong is given back, so that the other cases go on."""
    try:
        return _built(case, address)
    except FileError as error:
        return Failure(message=f"{len(error.problems)} mistake(s) in {error.what}", problems=error.problems)
    except (BriefingError, OSError) as error:
        return Failure(message=str(error))


def _built(case: Case, address: Address) -> Built:
    made = pipeline.make(
        *case.documents,
        look=Look(title=case.title, marking=case.marking, prepared_by=case.prepared_by),
        rules=_packs(case.rules, address.rules),
        pack=case.pack,
        sides=case.sides,
        review=case.review,
        metadata=Metadata.of(**{name: value for name, value in asdict(case.known).items() if value}),
    )
    facts = _facts(address, rules=made.analysis.ruleset.sha256, pdf=made.pdf)
    snapshot = Snapshot(picture=picture(json.loads(made.json)), page=made.page, facts=facts)
    return Built(snapshot=written(snapshot), analysis=made.json, pdf=made.pdf)


def _facts(address: Address, *, rules: str, pdf: bytes) -> Mapping[str, str]:
    return {"rules": rules, **address.facts, "pdf": hashlib.sha256(pdf).hexdigest()}


@functools.lru_cache(maxsize=4)
def _packs(folder: Path | None, _: str) -> Packs:
    """Load the packs of a folder once for all cases that a process builds, as long as their hash is the same."""
    return pipeline.load_packs(folder)
