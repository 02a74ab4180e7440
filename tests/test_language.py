"""The rule language, sentence by sentence: from a rule as an officer writes it to what it makes of a text."""

from __future__ import annotations

import pytest

from briefing.attribution import attribute
from briefing.model import Genre, RuleSet, Stance
from briefing.ruleset import load_texts
from briefing.stances import detect, trials
from tests.fiction import PACK, document

HEAD = """
id: nets
name: Nets
about: {any: [net(s)]}
propositions:
  - {id: nets.ban, label: A ban on nets, text: Nets should be banned.}
rules:
"""
RULE = "  - {{id: nets.r{n}, proposition: nets.ban, position: {position}, summary: does, match: [x], {lines}}}\n"


def rules(*lines: str) -> RuleSet:
    """Give the rules of Alden and Borska with rules of one line each: patterns and limits."""
    written = (RULE.format(n=n, position=("+2", "-1")[n % 2], lines=each) for n, each in enumerate(lines))
    texts = {**PACK, "ald-bor/issues/nets.yaml": HEAD + "".join(written)}
    texts["ald-bor/pack.yaml"] = PACK["ald-bor/pack.yaml"] + "macros: {big: (big|huge)}\n"
    return load_texts(texts).select("ald-bor")


def made(text: str, *lines: str, genre: Genre = Genre.READOUT) -> list[Stance]:
    """Give the stances that the rules take from a text, Alden's own unless it is news."""
    ruleset = rules(*lines)
    read = document(text, genre=genre, side=None if genre == Genre.NEWS else "ALD")
    return [s for s in detect(attribute(read, ruleset.lexicon), ruleset) if s.rule.startswith("nets.r")]


def positions(text: str, *lines: str, genre: Genre = Genre.READOUT) -> list[int | None]:
    return [s.position for s in made(text, *lines, genre=genre)]


PATTERNS = [
    pytest.param("old boats", "We like OLD boats.", True, id="words in order, case-blind"),
    pytest.param("old boats", "We like boats, old ones.", False, id="not in another order"),
    pytest.param("café boats", "We like cafe boats.", True, id="accent-blind"),
    pytest.param("BOR fleet", "We fear the BOR fleet.", True, id="capitals match capitals"),
    pytest.param("BOR fleet", "We fear the bor fleet.", False, id="and nothing else"),
    pytest.param("BOR fleet", "We fear the B.O.R. fleet.", True, id="with or without full stops"),
    pytest.param(
        "support boat building", "We support “boat-building”.", True, id="quotation marks and hyphens between"
    ),
    pytest.param("old boats", "We are old. Boats sink.", False, id="no end of sentence between"),
    pytest.param("build* boats", "Alden is building boats.", True, id="any ending"),
    pytest.param("boat(s) sink", "A boat sink is old.", True, id="an optional part"),
    pytest.param("(old|very new) boats", "We like very new boats.", True, id="alternatives of several words"),
    pytest.param("the (new|) boats", "We like the boats.", True, id="an optional word"),
    pytest.param("like ... boats", "We like 1 2 3 4 5 6 boats.", True, id="a gap of six"),
    pytest.param("like ... boats", "We like 1 2 3 4 5 6 7 boats.", False, id="not of seven"),
    pytest.param("like ...3 boats", "We like 1 2 3 boats.", True, id="a gap of three"),
    pytest.param("like ...3 boats", "We like 1 2 3 4 boats.", False, id="not of four"),
    pytest.param("{big} boats", "We like huge boats.", True, id="a macro"),
    pytest.param("why not boats?", "Why not boats, then.", True, id="nothing else has a meaning"),
]


@pytest.mark.parametrize(("pattern", "text", "hit"), PATTERNS)
def test_a_pattern(pattern: str, text: str, hit: bool) -> None:
    assert bool(made(text, f'any: ["{pattern}"]')) == hit


# ── reach ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_cue_is_within_reach_and_the_narrator_is_not() -> None:
    text = "Port Alden burned its old boats. “We will go on,” said Ada Berg, told of the new boats."
    assert not made(text, "any: [old boats, new boats]", genre=Genre.NEWS)
    assert made("Ada Berg said that boats sink.", "any: [said that boats]", genre=Genre.NEWS)


def test_what_a_nested_holder_says_is_not_the_outer_ones() -> None:
    text = "Ada Berg said that Ivo Kral had said that boats sink."
    assert [s.side for s in made(text, "any: [boats sink]", genre=Genre.NEWS)] == ["BOR"]


def test_conditions_look_within_one_sentence_and_within_statement_widens() -> None:
    text = "We like boats. They carry herring."
    assert not made(text, "any: [boats], all: [herring]")
    assert made("We like boats and herring.", "any: [boats], all: [herring]")
    assert made(text, "any: [boats], all: [herring], within: statement")


def test_all_and_any_are_both_needed() -> None:
    assert not made("We like boats.", "any: [boats, ships], all: [herring, cod]")
    assert not made("We like herring and cod.", "any: [boats, ships], all: [herring, cod]")
    assert made("Ships carry herring and cod.", "any: [boats, ships], all: [herring, cod]")


@pytest.mark.parametrize(
    ("none", "hit"),
    [
        pytest.param("toy boats", False, id="it encloses the hit"),
        pytest.param("boats sink", False, id="it overlaps the hit"),
        pytest.param("we like", True, id="elsewhere in the sentence it cancels nothing"),
    ],
)
def test_none_cancels_the_hits_it_overlaps_or_encloses(none: str, hit: bool) -> None:
    assert bool(made("We like it when toy boats sink.", f"any: [boats], none: [{none}]")) == hit


def test_none_leaves_other_hits_of_the_sentence() -> None:
    (stance,) = made("Toy boats sink, real boats do too.", "any: [boats], none: [toy boats]")
    assert [span.start for span in stance.evidence] == [len("Toy boats sink, real ")]


# ── negation and condition ──────────────────────────────────────────────────────────────────────────────────────────


def test_a_hit_under_a_negator_is_dropped_unless_the_rule_says_what_it_means() -> None:
    assert positions("We do not like boats.", "any: [like boats]") == []
    assert positions("We do not like boats.", "any: [like boats], negated: -2") == [-2]
    assert positions("We like boats.", "any: [like boats], negated: -2") == [2]


def test_a_negator_in_the_pattern_is_literal() -> None:
    assert positions("We do not like boats.", "any: [do not like boats]") == [2]
    assert positions("We like boats.", "any: [do not like boats]") == []


def test_a_hit_under_a_condition_is_dropped_unless_the_rule_says_what_it_means() -> None:
    assert positions("If we like boats, we say so.", "any: [like boats]") == []
    assert positions("If we like boats, we say so.", "any: [like boats], conditional: 0") == [0]
    assert positions("If asked, we like boats.", "any: [like boats], conditional: 0") == [2]


# ── conflict ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_of_two_positions_on_overlapping_words_the_longer_evidence_wins() -> None:
    assert positions("We like old boats.", "any: [like old]", "any: [like old boats]") == [-1]
    assert positions("We like old boats.", "any: [like old boats]", "any: [like old]") == [2]


def test_of_two_as_long_the_earlier_in_the_file_wins() -> None:
    assert positions("We like old boats.", "any: [like old boats]", "any: [like * boats]".replace("*", "old*")) == [2]


def test_positions_on_other_words_of_the_sentence_both_stand() -> None:
    assert positions("We like old boats and we hate nets.", "any: [old boats]", "any: [hate nets]") == [2, -1]


def test_the_loser_is_told() -> None:
    ruleset = rules("any: [like old]", "any: [like old boats]")
    read = document("We like old boats.", genre=Genre.READOUT, side="ALD")
    (lost,) = [t for t in trials(attribute(read, ruleset.lexicon), ruleset) if t.outweighed_by]
    assert (lost.rule.id, lost.outweighed_by and lost.outweighed_by.id) == ("nets.r0", "nets.r1")


# ── limits, carry-over, near ────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("limit", "hit"),
    [
        pytest.param("sides: [ALD]", True, id="the side"),
        pytest.param("sides: [BOR]", False, id="another side"),
        pytest.param("kinds: [own]", True, id="the kind"),
        pytest.param("kinds: [direct]", False, id="another kind"),
        pytest.param("acts: [support]", True, id="the act"),
        pytest.param("acts: [warn, reject]", False, id="another act"),
        pytest.param("via: [BOR]", False, id="nobody else told it"),
        pytest.param("addressee: [BOR]", False, id="nobody is addressed"),
        pytest.param("sides: [ALD, BOR], acts: [support]", True, id="several limits"),
    ],
)
def test_a_limit(limit: str, hit: bool) -> None:
    assert bool(made("We support old boats.", f"any: [old boats], {limit}")) == hit


def test_a_sentence_that_goes_on_keeps_the_issue_of_the_one_before() -> None:
    ruleset = rules("any: [never mind]")
    read = document("We like nets. It must not stop.", genre=Genre.READOUT, side="ALD")
    found = detect(attribute(read, ruleset.lexicon), ruleset)
    assert [(s.issue, read.words(s.covers)) for s in found] == [("nets", read.text)]


@pytest.mark.parametrize(
    ("text", "hit"),
    [
        pytest.param("The drills go on. We like old boats.", True, id="the sentence before"),
        pytest.param("The drills go on. It rains. We like old boats.", False, id="two before"),
        pytest.param("We like old boats.", False, id="nowhere"),
    ],
)
def test_near_asks_for_another_issue(text: str, hit: bool) -> None:
    assert bool(made(text, "any: [old boats], near: {issue: drills, sentences: 1}")) == hit


def test_a_rule_may_name_the_proposition_of_another_file_and_keeps_its_own_issue() -> None:
    text = HEAD.replace("propositions:\n  - {id: nets.ban, label: A ban on nets, text: Nets should be banned.}\n", "")
    rule = RULE.format(n=0, position="+1", lines="any: [finer nets]").replace("nets.ban", "fish.quota")
    ruleset = load_texts({**PACK, "ald-bor/issues/nets.yaml": text + rule}).select("ald-bor")
    read = document("We want finer nets.", genre=Genre.READOUT, side="ALD")
    (stance,) = detect(attribute(read, ruleset.lexicon), ruleset)
    assert (stance.issue, stance.proposition, stance.position) == ("nets", "fish.quota", 1)


def test_a_deprecated_rule_holds_nowhere() -> None:
    assert made("We like old boats.", "any: [old boats], status: draft")
    assert not made("We like old boats.", "any: [old boats], status: deprecated, related: [fish.quota.affirm]")
