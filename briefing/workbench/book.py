"""A rule set to read on paper. In: a `RuleSet`. Out: Markdown, the same for the same rules."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from briefing.model import ActRule, Case, ForceRule, Issue, Patterns, Person, Rule, RuleSet
from briefing.phrases.pattern import GAP

_POSITIONS = {-2: "rejects", -1: "has reservations about", 0: "is neutral on", 1: "supports in part", 2: "affirms"}
_AUTHORITY = {1: "head of state or government", 2: "minister or ministry", 3: "official", 4: "state media"}
_LIMITS = {
    "kinds": "Only what reaches us as",
    "acts": "Only words that",
    "via": "Only as told by",
    "addressee": "Only to",
    "of": "Only about the doings of",
}
_GAP = re.compile(r"\s*\.\.\.(\d*)\s*")
_MARKS = re.compile(r"([\\`*_\[\]<>|~]|&(?=#?\w+;))")
_AT_START = re.compile(r"^([-+#=]|\d+[.)])(?=\s|$)")

_READING = f"""\
## How to read this

An **issue** is what sides speak about. A **proposition** is a sentence that a side can agree or disagree with. A
**rule** says which words of a side mean which position on a proposition: −2 rejects it, −1 has reservations, 0 is
neutral, +1 supports it in part, +2 affirms it. Each rule has examples that are tried whenever the rules are checked.

Words to be found are written like this:

- *support…* stands for any ending: support, supports, supported.
- *sale(s)* stands for sale and sales.
- *(stop / end / nothing)* is a choice.
- *‹up to 3 words›* are up to three words that do not matter; a plain gap is one of up to {GAP}.
- A word in CAPITALS is found in capitals only."""


def book(ruleset: RuleSet) -> str:
    """Write a rule set out for a colleague to review."""
    parts = [_title(ruleset), _contents(ruleset), _READING]
    parts += [_issue(n, issue, ruleset) for n, issue in enumerate(ruleset.issues, 1)]
    parts += [_acts(ruleset.acts, ruleset), _forces(ruleset.forces, ruleset)]
    parts += [_side(side, ruleset) for side in ruleset.sides]
    return "\n\n".join(part for part in parts if part) + "\n"


def _title(ruleset: RuleSet) -> str:
    count = sum(len(issue.rules) for issue in ruleset.issues)
    propositions = sum(len(issue.propositions) for issue in ruleset.issues)
    counts = f"{_count(len(ruleset.issues), 'issue')}, {_count(propositions, 'proposition')}, {_count(count, 'rule')}"
    sides = " and ".join(_side_name(id, ruleset) for id in ruleset.sides) or "any two sides"
    rules = f"Rules {_code(ruleset.id)}, version {_plain(ruleset.version)}, about {sides}: {counts}."
    return f"# {_plain(ruleset.title)}\n\n{rules}"


def _contents(ruleset: RuleSet) -> str:
    headings = [_heading(n, issue) for n, issue in enumerate(ruleset.issues, 1)]
    headings += ["Acts"] if ruleset.acts else []
    headings += ["How strongly"] if ruleset.forces else []
    headings += [_people_heading(side, ruleset) for side in ruleset.sides]
    lines = [f"- [{heading}](#{slug(heading)})" for heading in headings]
    return "\n".join(["## Contents", "", *lines])


def slug(heading: str) -> str:
    """Give the name by which a heading is linked to.

    >>> slug("1. People’s contacts & visas")
    '1-peoples-contacts--visas'
    """
    return "".join(c for c in heading.lower().replace(" ", "-") if c.isalnum() or c in "-_")


# ── issues ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def _heading(n: int, issue: Issue) -> str:
    return f"{n}. {_plain(issue.name)}"


def _issue(n: int, issue: Issue, ruleset: RuleSet) -> str:
    parts = [f"## {_heading(n, issue)}", _about(issue)]
    if issue.propositions:
        rows = [[_code(p.id), _plain(p.label), _plain(p.text)] for p in issue.propositions]
        parts.append(_table(["Proposition", "Label", "Sentence"], rows))
    parts += [_rule(rule, ruleset) for rule in issue.rules]
    return "\n\n".join(parts)


def _about(issue: Issue) -> str:
    about = issue.about
    lists = (
        ("A sentence is about it that has one of", about.any),
        ("and each of", about.all),
        ("or, where it names no other issue, one of", about.weak),
        ("but not where the words are part of", about.none),
    )
    said = "; ".join(f"{lead}: {', '.join(map(_words, patterns))}" for lead, patterns in lists if patterns)
    return f"Id {_code(issue.id)}. {said}." if said else f"Id {_code(issue.id)}."


def _rule(rule: Rule, ruleset: RuleSet) -> str:
    return "\n".join([f"### Rule {_code(rule.id)}", "", _position(rule, ruleset), "", *_lines(rule, ruleset)])


def _position(rule: Rule, ruleset: RuleSet) -> str:
    says = f"The side **{_plain(rule.summary)}**"
    asks = f" and asks the other side to **{_plain(rule.ask)}**" if rule.ask else ""
    if rule.proposition is None or rule.position is None:
        return f"{says}{asks}. It takes no position."
    sentence = _plain(ruleset.proposition(rule.proposition).text)
    return f"{says}{asks}. It {_stands(rule.position)} “{sentence}” ({_code(rule.proposition)})."


def _stands(position: int) -> str:
    return f"{_POSITIONS[position]} ({_signed(position)})"


def _signed(position: int) -> str:
    return f"{position:+d}".replace("-", "−") if position else "0"


def _lines(rule: Rule, ruleset: RuleSet) -> Iterator[str]:
    if rule.sides:
        yield f"- Only words of: {', '.join(_side_name(side, ruleset) for side in rule.sides)}"
    for name, lead in _LIMITS.items():
        if limits := getattr(rule, name):
            yield f"- {lead}: {', '.join(_plain(str(limit)) for limit in limits)}"
    yield from _patterns(rule.patterns)
    if rule.within != "sentence":
        yield f"- The words may stand anywhere in the {rule.within}."
    if rule.near:
        yield f"- Only near {_code(rule.near.issue)}, within {_count(rule.near.sentences, 'sentence')}"
    for name, lead in (("negated", "Under “not”"), ("conditional", "Under a condition")):
        if (value := getattr(rule, name)) is not None:
            yield f"- {lead} the side {_stands(value)} the sentence."
    yield from _cases(rule.match, rule.no_match, ruleset)
    for lead, text in (("Note", rule.note), ("Source", rule.cites), ("Related", ", ".join(rule.related))):
        if text:
            yield f"- {lead}: {_plain(text)}"
    yield f"- Status: {rule.status}; {_code(str(rule.place))}"


def _patterns(patterns: Patterns) -> Iterator[str]:
    for lead, each in (("One of", patterns.any), ("Each of", patterns.all), ("Not as part of", patterns.none)):
        if each:
            yield f"- {lead}:"
            yield from (f"  - {_words(pattern)}" for pattern in each)


def _cases(match: Iterable[Case], no_match: Iterable[Case], ruleset: RuleSet) -> Iterator[str]:
    for lead, cases in (("Yes", match), ("No", no_match)):
        for case in cases:
            before = f"{_plain(case.before)} " if case.before else ""
            who = f" — {_side_name(case.side, ruleset)}" if case.side else ""
            yield f"- {lead}: {before}“{_plain(case.text)}”{who}"


# ── acts, force, people ─────────────────────────────────────────────────────────────────────────────────────────────


def _acts(acts: Sequence[ActRule], ruleset: RuleSet) -> str:
    if not acts:
        return ""
    parts = ["## Acts", "What is done with the words. The first words of an act decide."]
    for act in acts:
        lines = [*_patterns(Patterns(any=(*act.any, *act.nouns))), *_cases(act.match, act.no_match, ruleset)]
        parts.append("\n".join([f"### {act.act}", "", *lines, f"- {_code(str(act.place))}"]))
    return "\n\n".join(parts)


def _forces(forces: Sequence[ForceRule], ruleset: RuleSet) -> str:
    if not forces:
        return ""
    parts = ["## How strongly", "The ladder of force, from 1 (mild) to 5 (last warning)."]
    for rung in sorted(forces, key=lambda rung: rung.force):
        of = f", words of {' and '.join(_side_name(side, ruleset) for side in rung.sides)}" if rung.sides else ""
        lines = [*_patterns(Patterns(any=rung.any)), *_cases(rung.match, rung.no_match, ruleset)]
        lines.append(f"- Source: {_plain(rung.cites)}")
        parts.append("\n".join([f"### Rung {rung.force}{of}", "", *lines, f"- {_code(str(rung.place))}"]))
    return "\n\n".join(parts)


def _people_heading(side: str, ruleset: RuleSet) -> str:
    return f"Who speaks for {_plain(ruleset.side(side).in_text)}"


def _side(side: str, ruleset: RuleSet) -> str:
    people = [person for person in ruleset.lexicon.people if person.side == side]
    bodies = [body for body in ruleset.lexicon.bodies if body.side == side]
    parts = [f"## {_people_heading(side, ruleset)}"]
    if people:
        rows = [row for person in people for row in _person(person)]
        parts.append(_table(["Name", "Office", "From", "To", "Source"], rows))
    if bodies:
        rows = [
            [_plain(b.name), _plain(", ".join(b.aliases)), _AUTHORITY[b.authority], _plain(b.cites)] for b in bodies
        ]
        parts.append(_table(["Body", "Also called", "Level", "Source"], rows))
    return "\n\n".join(parts if len(parts) > 1 else [*parts, "Nobody is named."])


def _person(person: Person) -> Iterator[list[str]]:
    name = _plain(person.name)
    for office in person.offices:
        yield [name, _plain(office.title), office.since or "", office.until or "", _plain(office.cites)]


# ── Markdown ────────────────────────────────────────────────────────────────────────────────────────────────────────


def _words(pattern: str) -> str:
    return f"*{_plain(in_words(pattern))}*"


def in_words(pattern: str) -> str:
    """Write a pattern so that people read it without knowing its marks.

    >>> in_words("(stop|end|) ...3 arms sale(s|ing) to Taiwan*")
    '(stop / end / nothing) ‹up to 3 words› arms sale(s/ing) to Taiwan…'
    """
    text = _GAP.sub(lambda found: f" ‹up to {found[1] or GAP} words› ", pattern).replace("*", "…")
    written: list[str] = []
    endings = False
    for before, char in zip(" " + text, text, strict=False):
        if char == "(":
            endings = before not in " (|"
        written.append(("/" if endings else " / ") if char == "|" else char)
        endings = endings and char != ")"
    return "".join(written).replace("( / ", "(nothing / ").replace(" / )", " / nothing)").strip()


def _plain(text: str) -> str:
    """Write a text so that Markdown takes no character of it for a mark."""
    escaped = _MARKS.sub(r"\\\1", " ".join(text.split()))
    return _AT_START.sub(lambda found: f"{found[0][:-1]}\\{found[0][-1]}", escaped)


def _code(text: str) -> str:
    return f"`{text}`"


def _side_name(id: str, ruleset: RuleSet) -> str:
    side = ruleset.side(id)
    return _plain(side.name) if side.name == id else f"{_plain(side.name)} ({id})"


def _count(n: int, noun: str) -> str:
    return f"{n} {noun}{'s' * (n != 1)}"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
