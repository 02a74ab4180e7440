"""Rule files to begin with. In: a `RuleSet` and what is to be added. Out: files whose comments say what each key means.

The example in them is whole: it has a proposition, a rule and tests that hold, whatever the issue and the sides.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import count

from briefing.marked_yaml import in_yaml
from briefing.model import RuleSet

_WHAT = "yearly-report"
_ANYBODY = "USA"  # speaks in the tests of a pack that knows no sides at all


def new_issue(ruleset: RuleSet, issue: str, *, check: str, first_line: str | None = None) -> str:
    """Write an issue file with one proposition and one rule.

    Args:
        ruleset: the rules the file is added to; an issue that is there already is added to, not named again.
        issue: the id of the issue.
        check: the command that checks the file.
        first_line: the line that tells editors the schema, if there is one.
    """
    known = next((each for each in ruleset.issues if each.id == issue), None)
    words = issue.replace("-", " ").replace(".", " ")
    in_text = known.in_text if known else words
    proposition = _free(f"{issue}.{_WHAT}", (p.id for each in ruleset.issues for p in each.propositions))
    rule = _free(f"{proposition}.support", (r.id for each in ruleset.issues for r in each.rules))
    head = _KNOWN if known else _NEW
    text = _HEAD + head + _PROPOSITION + _RULE
    filled = text.format(
        id=in_yaml(issue),
        check=check,
        name=in_yaml(words[:1].upper() + words[1:]),
        in_text=in_yaml(in_text),
        words=in_yaml(words, flow=True),
        proposition=in_yaml(proposition),
        rule=in_yaml(rule),
        label=in_yaml(f"A yearly report on {in_text}"),
        sentence=in_yaml(f"There should be a yearly report on {in_text}."),
        summary=in_yaml(f"supports a yearly report on {in_text}"),
        ask=in_yaml(f"publish a yearly report on {in_text}"),
        **_speakers(ruleset),
    )
    return f"{first_line}\n{filled}" if first_line else filled


def new_pack(id: str, title: str, *, extends: str, sides: Sequence[str] = (), first_line: str) -> str:
    """Write a pack.yaml; without sides the pack takes those of the one it extends."""
    return f"{first_line}\n" + _PACK.format(
        id=in_yaml(id),
        title=in_yaml(title),
        extends=in_yaml(extends, flow=True),
        sides=_SIDES.format(", ".join(sides)) if sides else "",
    )


def _free(id: str, taken: Iterable[str]) -> str:
    """Give an id that nobody has yet."""
    known = set(taken)
    return next(each for n in count(1) if (each := id if n == 1 else f"{id}-{n}") not in known)


def _speakers(ruleset: RuleSet) -> dict[str, str]:
    sides = ruleset.sides or tuple(side.id for side in ruleset.lexicon.sides[:2]) or (_ANYBODY,)
    return {"one": sides[0], "other": sides[-1]}


_HEAD = """\
# Lines that begin with # are for people; the program does not read them. Whenever you have changed something, run:
#   {check}
# Write your own words in place of the example, and take away what you do not need.

"""
_KNOWN = """\
# This issue is there already; what stands here is added to it.
id: {id}

"""
_NEW = """\
# Small letters joined by -; never changed later. The file has the same name.
id: {id}
# As printed; and as it stands inside a sentence.
name: {name}
in_text: {in_text}

# A shorter one for narrow columns, if the name is long:
# short: Short name

# The words by which a sentence is about this issue.
about:
  any: [{words}]
  # Words that count only where the sentence names no other issue:
  # weak: [a word, another]
  # Words that look alike but mean something else:
  # none: [a phrase]

"""
_PROPOSITION = """\
# Sentences that a side can agree or disagree with.
propositions:
  - id: {proposition}
    # What the sentence is about, in neutral words, as printed.
    label: {label}
    # The sentence itself.
    text: {sentence}

"""
_RULE = """\
# What the words of a side mean. Begin each rule with '- id:', indented like this one.
rules:
  - id: {rule}
    # The sentence above that the side agrees or disagrees with, and how far:
    # -2 rejects it, -1 has reservations, 0 is neutral, +1 supports it in part, +2 affirms it.
    proposition: {proposition}
    position: +2
    # Only the words of these sides, if not of all:
    # sides: [{one}]
    # The words: word* has any ending, (one|another) is a choice, ...4 are up to four words that do not matter.
    any:
      - (support*|welcome*|propose*) ...4 yearly report
    # What the side does, as printed after its name; and what it asks the other side to do, if it asks something.
    summary: {summary}
    ask: {ask}
    # Sentences that the rule must find, and whose words they are.
    match:
      - {{text: We support a yearly report., side: {one}}}
      - {{text: We welcome the plan for a yearly report., side: {other}}}
    # Sentences that look alike, but that it must leave alone.
    no_match:
      - {{text: We have read the report., side: {one}}}
"""
_PACK = """\
# A pack of your own. It takes over all names, issues and rules of the packs that it extends, and adds to them.

# The name of this folder.
id: {id}
# As printed.
title: {title}
# Raise it whenever rules change; it is printed in every briefing.
version: "1"
extends: [{extends}]
{sides}
# The order of issues on the page; those that are not named here follow:
# issues: [trade, technology]

# Parts that several patterns share; a pattern then says {{firm}}:
# macros:
#   firm: (firmly|strongly)

# Rules that are taken over but do not fit, by their ids:
# disable: [trade.one-rule]
"""
_SIDES = """\
# The two sides that are compared.
sides: [{}]
"""
