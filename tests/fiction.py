"""Two states that do not exist, Alden and Borska, with a rule pack of their own: the ground of the unit tests."""

from __future__ import annotations

import datetime
import hashlib

from briefing.model import Act, Authority, Document, Genre, Kind, RuleSet, Span, Statement
from briefing.ruleset import load_texts
from briefing.text import paragraphs, sentences

PACK = {
    "ald-bor/pack.yaml": """
id: ald-bor
title: Alden and Borska
version: '1'
sides: [ALD, BOR]
issues: [fish, drills]
""",
    "ald-bor/countries.yaml": """
- {id: ALD, name: Alden, adjectives: [Aldenian], metonyms: [Port Alden]}
- {id: BOR, name: Borska, adjectives: [Borskan], metonyms: [Borsk]}
""",
    "ald-bor/people.yaml": """
- {name: Ada Berg, side: ALD, pronoun: she, offices: [{title: Foreign Minister, authority: 2, cites: invented}]}
- {name: Ivo Kral, side: BOR, pronoun: he, offices: [{title: President, authority: 1, cites: invented}]}
""",
    "ald-bor/cues.yaml": "- {class: speech, verbs: [say, tell], frames: [that, clause, quotation]}\n",
    "ald-bor/acts.yaml": """
- {act: warn, any: ["(warn|warns|warned|warnings)", red line, pay a price], match: [That is a red line.]}
- {act: reject, any: ["(reject|rejects|rejected)", "(oppose|opposes|opposed)"], match: [Borska rejects it.]}
- {act: request, any: ["(urge|urges|urged)", should], match: [Borska urged calm.]}
- {act: support, any: ["(support|supports|supported)", "(welcome|welcomes|welcomed)"], match: [Borska welcomes it.]}
- {act: commit, any: ["(agree|agrees|agreed)"], match: [Borska agreed.]}
- {act: consult, any: ["(discuss|discusses|discussed)"], match: [They discussed it.]}
""",
    "ald-bor/force.yaml": """
- {force: 3, any: [firmly], cites: invented}
- {force: 5, any: [for the last time], sides: [BOR], cites: invented}
""",
    "ald-bor/phrases.yaml": "\n".join(
        [
            *(f"about.{act}: '{act} on {{issue}}'" for act in Act),
            "desk.position.2: 'affirms that {prop}'",
            "desk.position.-2: 'rejects that {prop}'",
            "summary.both: 'On {issue}, {A} {a}; {B} {b}.'",
            "summary.one: 'On {issue}, only {A} is reported; it {a}.'",
            "answer.divergent: '{A} {a}; {B} {b}: opposite positions.'",
            "answer.claimed.not-read: '{A} says that {B} {b}.'",
        ]
    ),
    "ald-bor/namings.yaml": """
- {matter: The spring talks, side: ALD, name: Harbour talks, any: [Harbour talks], cites: invented}
- {matter: The spring talks, side: BOR, name: spirit of Borsk, any: [spirit of Borsk], cites: invented}
""",
    "ald-bor/issues/fish.yaml": """
id: fish
name: Fisheries
in_text: fisheries
about: {any: [fish*, trawler*], weak: [boats], none: [fish market]}
propositions:
  - {id: fish.quota, label: A fishing quota, text: There should be a fishing quota.}
rules:
  - id: fish.quota.affirm
    proposition: fish.quota
    position: +2
    any: ["(support*|welcom*|want*) ...3 quota"]
    negated: -2
    summary: wants a fishing quota
    ask: agree to a fishing quota
    match: [{text: We support the quota., side: ALD}]
  - id: fish.quota.partly
    proposition: fish.quota
    position: +1
    any: [could live with a quota]
    summary: could live with a quota
    match: [{text: We could live with a quota., side: ALD}]
  - id: fish.quota.oppose
    proposition: fish.quota
    position: -2
    any: ["(oppos*|reject*) ...3 quota"]
    summary: opposes a fishing quota
    match: [{text: We oppose the quota., side: BOR}]
""",
    "ald-bor/issues/drills.yaml": """
id: drills
name: Drills
in_text: drills
about: {any: [drill*]}
propositions:
  - {id: drills.stop, label: The drills, text: The drills should stop.}
rules:
  - id: drills.stop.affirm
    proposition: drills.stop
    position: +2
    any: [drills should stop]
    sides: [ALD]
    summary: wants the drills to stop
    match: [{text: The drills should stop., side: ALD}]
""",
}


def ruleset() -> RuleSet:
    """Give the rule set of Alden and Borska."""
    return load_texts(PACK).select("ald-bor")


def document(text: str, **more: object) -> Document:
    """Read a text as a document."""
    values: dict[str, object] = {"path": "text.txt", "id": "d1", "genre": Genre.NEWS, "date": datetime.date(2030, 5, 1)}
    return Document(
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        sentences=sentences(text),
        paragraphs=paragraphs(text),
        **(values | more),  # type: ignore[arg-type]  # the tests' own short form
    )


def said(side: str, words: str, text: Document | None = None, **more: object) -> Statement:
    """Give a statement of a side whose content is one sentence of a text."""
    source = text or document(words)
    start = source.text.index(words)
    span = Span(start, start + len(words))
    values: dict[str, object] = {"kind": Kind.INDIRECT, "authority": Authority.MINISTER, "content": (span,)}
    return Statement(document=source, span=span, side=side, **(values | more))  # type: ignore[arg-type]  # short form
