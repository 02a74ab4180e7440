"""A tiny pack about two made-up states, to be changed by each test."""

from __future__ import annotations

from collections.abc import Mapping

from briefing.errors import Problem, RuleError
from briefing.ruleset import Packs, load_texts

PACK: Mapping[str, str] = {
    "base/pack.yaml": """\
id: base
title: Any two states
version: '1'
issues: [talks]
macros: {firm: (firmly|strongly)}
""",
    "base/acts.yaml": "- act: warn\n  any: [warn*]\n  nouns: [a warning]\n  match: [That is a warning.]\n",
    "base/force.yaml": "- {force: 4, any: [red line], cites: Godwin & Miller 2013}\n",
    "base/cues.yaml": "- {class: speech, verbs: [say, tell], frames: [that]}\n",
    "base/phrases.yaml": "claimed: '{A} says that {B} {words}'\nsilent-in.report: ''\n",
    "base/people.yaml": "- {role: foreign minister, authority: 2}\n- {role: army, authority: 3, body: yes}\n",
    "base/issues/talks.yaml": """\
id: talks
name: Talks
about: {any: [talks]}
propositions:
  - {id: talks.hold, label: Holding talks, text: Talks should be held.}
rules:
  - id: talks.welcome
    proposition: talks.hold
    position: +2
    any: [welcome* the talks]
    summary: welcomes the talks
    match: [{text: We welcome the talks., side: ALD}]
  - id: talks.decline
    proposition: talks.hold
    position: -2
    any: ["{firm} declin* the talks"]
    summary: declines the talks
    match: [{text: We firmly decline the talks., side: ALD}]
""",
    "ald-bor/pack.yaml": "id: ald-bor\ntitle: Alden and Borska\nversion: '2'\nextends: [base]\nsides: [ALD, BOR]\n",
    "base/countries.yaml": """\
- {id: ALD, name: Alden, in_text: Alden, adjectives: [Aldenian], metonyms: [Aldenburg]}
- {id: BOR, name: Republic of Borska, in_text: the Republic of Borska, short: Borska, aliases: [Borska]}
""",
    "ald-bor/people.yaml": """\
- name: Ada Berg
  side: ALD
  aliases: [Berg]
  pronoun: she
  offices: [{title: Foreign Minister, from: 2023-07, authority: 2, cites: desk judgement}]
- {body: Borskan Foreign Ministry, side: BOR, cites: desk judgement}
""",
    "ald-bor/issues/trade.yaml": """\
id: trade
name: Trade
in_text: trade between the two
about:
  any: [trade, tariff(s)]
propositions:
  - {id: trade.tariffs, label: Tariffs on timber, text: Borska should end its tariffs.}
rules:
  - id: trade.tariffs.end
    proposition: trade.tariffs
    position: +2
    any: ["{firm} urge* ... end its tariffs"]
    sides: [ALD]
    negated: -1
    near: {issue: talks}
    summary: urges Borska to end its tariffs
    ask: end its tariffs
    match:
      - We firmly urge Borska to end its tariffs.
      - text: Berg firmly urged Borska to end its tariffs.
        genre: news
        before: They met.
        expect: {side: ALD, position: 2, act: request, force: 2}
    no_match: [Tariffs were raised.]
    status: draft
    related: [talks.welcome]
    note: they do
""",
}


def packs(*, without: tuple[str, ...] = (), **changes: str) -> Packs:
    """Load the pack, some of its files left out."""
    return load_texts({path: text for path, text in {**PACK, **changes}.items() if path not in without})


def changed(path: str, old: str, new: str) -> dict[str, str]:
    """Give the texts with one passage put in place of another."""
    assert old in PACK[path], f"{old!r} is not in {path}"
    return {**PACK, path: PACK[path].replace(old, new)}


def problems(texts: Mapping[str, str]) -> list[Problem]:
    """Load texts and give what is wrong with them."""
    try:
        load_texts(texts)
    except RuleError as error:
        return list(error.problems)
    return []
