"""Warnings: what is no mistake but worth a look, each at its words."""

import time

import pytest

from briefing.errors import Severity
from briefing.ruleset import load, load_texts
from tests.ruleset.packs import PACK, changed

TRADE = "ald-bor/issues/trade.yaml"
TALKS = "base/issues/talks.yaml"


def warned(texts: dict[str, str]) -> list[str]:
    """Load texts and give what is worth a look in them: place, code, message."""
    found = load_texts(texts).warnings()
    assert all(problem.severity is Severity.WARNING and problem.hint and problem.source for problem in found)
    return [f"{p.path}:{p.line}:{p.column} {p.code} {p.message}" for p in found]


def test_a_pack_without_blemish_and_those_that_ship_give_no_warning() -> None:
    assert warned(dict(PACK)) == []
    assert load().warnings() == ()


def test_warnings_asked_for_twice_are_the_same() -> None:
    packs = load_texts(changed(TRADE, "[trade, ", "[the, "))
    assert packs.warnings() == packs.warnings() != ()


# ── patterns ────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("path", "old", "new", "place"),
    [
        (TRADE, "[trade, ", "[trade, of ... the, ", "5:16 W001 any: 'of ... the'"),
        (TRADE, "[trade, ", "[trade, A*, ", "5:16 W001 any: 'A*'"),
        (TRADE, "[trade, ", "[trade, (timber|it), ", "5:16 W001 any: '(timber|it)'"),
        (TRADE, "(s)]", "(s)]\n  weak: [we]", "6:10 W001 weak: 'we'"),
        (TRADE, "any: [trade, tariff(s)]", "all: [we, of]", "5:9 W001 all: 'we'"),
        (TALKS, "[welcome* the talks]", "[the (talks|)]", "10:11 W001 any: 'the (talks|)'"),
        ("base/acts.yaml", "[warn*]", "[warn*, it is]", "2:16 W001 any: 'it is'"),
        ("base/acts.yaml", "[a warning]", "[a (warning|)]", "3:11 W001 nouns: 'a (warning|)'"),
        ("base/force.yaml", "[red line]", "[red line, wa*, re*]", "1:30 W001 any: 'wa*'"),
    ],
)
def test_a_pattern_that_hits_nearly_everything_is_seen(path: str, old: str, new: str, place: str) -> None:
    assert warned(changed(path, old, new))[0] == f"{path}:{place} hits nearly every sentence"


@pytest.mark.parametrize(
    "pattern",
    ["must", "US", "U.S.", "will not", "have to", "G7*", "20*", "the talks", "war*", "中国*", "IT", "U.S.*"],
)
def test_a_pattern_that_says_something_is_left_alone(pattern: str) -> None:
    assert warned(changed(TRADE, "[trade, ", f'["{pattern}", trade, ')) == []


def test_a_common_word_beside_one_that_must_be_there_is_left_alone() -> None:
    assert warned(changed(TRADE, "any: [trade, tariff(s)]", "any: [we, our]\n  all: [trade]")) == []
    assert len(warned(changed(TRADE, "any: [trade, tariff(s)]", "any: [we, our]\n  all: [the]"))) == 2


@pytest.mark.parametrize(
    ("path", "old", "new", "place"),
    [
        (TRADE, "(s)]", "(s), Trade]", "5:27 W003 any: this pattern stands for the same words as 'trade'"),
        (
            TRADE,
            "(s)]",
            "(s), (tariffs|tariff)]",
            "5:27 W003 any: this pattern stands for the same words as 'tariff(s)'",
        ),
        (TRADE, "(s)]", "(s)]\n  none: [fair-trade, x, fair trade]", "6:25 W003 none: this pattern"),
        (TRADE, "(s)]", "(s)]\n  weak: [levy, levy]", "6:16 W003 weak: this pattern"),
        ("base/acts.yaml", "[warn*]", "[warn*, warn*]", "2:16 W003 any: this pattern"),
        ("base/acts.yaml", "[a warning]", "[a warning, A warning]", "3:22 W003 nouns: this pattern"),
        ("base/force.yaml", "[red line]", "[red line, red line]", "1:30 W003 any: this pattern"),
        (
            TALKS,
            "declin* the talks",
            'declin* the talks", "(firmly|strongly) declin* the talks',
            "16:39 W003 any: this",
        ),
    ],
)
def test_a_pattern_twice_in_a_list_is_seen_at_the_second(path: str, old: str, new: str, place: str) -> None:
    (found,) = warned(changed(path, old, new))
    assert found.startswith(f"{path}:{place}")


def test_words_in_capitals_are_not_the_same_words() -> None:
    assert warned(changed(TRADE, "(s)]", "(s), TRADE]")) == []


# ── macros, tests, deprecated rules, issues ─────────────────────────────────────────────────────────────────────────


def test_a_macro_that_nobody_uses_is_seen_at_its_words() -> None:
    texts = changed("base/pack.yaml", "{firm: (firmly|strongly)}", "{firm: (firmly|strongly), fast: (firmly|strongly)}")
    assert warned(texts) == ["base/pack.yaml:5:41 W004 no pattern uses macro 'fast'"]


@pytest.mark.parametrize(
    ("path", "old", "new", "place"),
    [
        (TRADE, "    no_match: [Tariffs were raised.]", "    no_match: [a b, c, a b]", "24:24"),
        (TALKS, "match: [{text: We w", "match: [{text: We welcome the talks., side: ALD}, {text: We w", "12:56"),
        (TRADE, "    no_match: [", "    todo_match: [a b, a b]\n    no_match: [", "24:23"),
        ("base/acts.yaml", "[That is a warning.]", "[That is a warning., That is a warning.]", "4:31"),
    ],
)
def test_a_test_twice_is_seen_at_the_second(path: str, old: str, new: str, place: str) -> None:
    assert warned(changed(path, old, new)) == [f"{path}:{place} W005 this test stands here twice"]


def test_the_same_sentence_of_two_sides_or_expecting_two_things_is_two_tests() -> None:
    one = "{text: We welcome the talks., side: ALD}"
    others = [one.replace("ALD", "BOR"), one[:-1] + ", before: They met.}", one[:-1] + ", expect: {position: 2}}"]
    assert warned(changed(TALKS, f"match: [{one}]", f"match: [{', '.join([one, *others])}]")) == []


def test_a_deprecated_rule_says_what_follows_it() -> None:
    texts = changed(TRADE, "    status: draft\n    related: [talks.welcome]\n", "    status: deprecated\n")
    assert warned(texts) == [f"{TRADE}:25:13 W006 nothing says what follows rule 'trade.tariffs.end'"]
    assert warned(changed(TRADE, "status: draft", "status: deprecated")) == []


def test_a_deprecated_rule_may_be_named_and_switched_off_and_an_inherited_one_replaced() -> None:
    texts = changed(
        TALKS, "    summary: welcomes", "    status: deprecated\n    related: [talks.decline]\n    summary: welcomes"
    )
    assert warned(texts) == []
    texts["ald-bor/pack.yaml"] += "disable: [talks.welcome]\n"
    texts["ald-bor/issues/talks.yaml"] = "id: talks\nrules:\n" + PACK[TALKS].partition("rules:\n")[2].replace(
        "talks.welcome", "talks.greet"
    )
    assert warned(texts) == []


EMPTY = "id: fish\nname: Fish\n"


def test_an_issue_that_nothing_leads_to_is_seen_unless_another_pack_leads_to_it() -> None:
    texts = {**PACK, "base/issues/fish.yaml": EMPTY}
    assert warned(texts) == ["base/issues/fish.yaml:1:5 W007 nothing leads to issue 'fish'"]
    assert warned({**texts, "ald-bor/issues/fish.yaml": "id: fish\nabout: {weak: [fish*]}\n"}) == []


# ── rules that never count ──────────────────────────────────────────────────────────────────────────────────────────

RULE = """\
  - id: talks.{id}
    proposition: talks.hold
    position: {position}
    any: {any}
    {more}
    summary: says so
    match: [{{text: We say so., side: ALD}}]
"""


def rules(
    first: str, second: str, *, positions: tuple[str, str] = ("+1", "+1"), more: tuple[str, str] = ("", "")
) -> str:
    """Give the warning on two rules with these patterns, positions and further keys; "" where there is none."""
    written = (
        RULE.format(id=id, any=any, position=position, more=extra)
        for id, any, position, extra in zip(("one", "two"), (first, second), positions, more, strict=True)
    )
    head = PACK[TALKS].partition("rules:\n")[0]
    texts = {path: text for path, text in PACK.items() if path.startswith("base/")}
    texts |= {
        TALKS: f"{head}rules:\n{''.join(written)}",
        "base/pack.yaml": PACK["base/pack.yaml"].partition("macros")[0],
    }
    return "; ".join(warned(texts))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("[begin talks]", "[begin talks]"),
        ("[begin* (the|) talks]", "[begin talks, beginning the talks]"),
        ("[oppos* ... talks]", "[oppose ...3 talks]"),
        ("[oppos* ... talks]", "[oppose the talks]"),
        ("[begin talks, stop talks]", "[(begin|stop) talks]"),
        ("[hold talks]", "[hold-talks]"),
    ],
)
def test_a_rule_whose_phrases_an_earlier_one_hits_whole_never_counts(first: str, second: str) -> None:
    found = f"{TALKS}:14:9 W002 rule 'talks.two' never counts: 'talks.one' before it"
    assert rules(first, second) == f"{found} says the same of all its words"
    assert rules(first, second, positions=("+1", "-1")) == f"{found} wins on all its words"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("[talks]", "[begin talks]"),  # the longer evidence wins
        ("[begin talks]", "[begin talk(s)]"),
        ("[begin talks]", "[begin* talks]"),
        ("[oppos* ...3 talks]", "[oppose ...4 talks]"),
        ("[oppose talks]", "[oppose ... talks]"),
        ("[US talks]", "[us talks]"),
        ("[begin the talks]", "[begin talks]"),
    ],
)
def test_a_rule_with_words_of_its_own_counts(first: str, second: str) -> None:
    assert rules(first, second) == rules(first, second, positions=("+1", "-1")) == ""


@pytest.mark.parametrize(
    ("more", "counts"),
    [
        (("", "sides: [ALD]"), False),
        (("sides: [ALD, BOR]", "sides: [ALD]"), False),
        (("sides: [ALD]", ""), True),
        (("sides: [ALD]", "sides: [BOR]"), True),
        (("acts: [warn]", "acts: [warn, demand]"), True),
        (("near: {issue: talks}", ""), True),
        (("", "near: {issue: talks}"), False),
        (("none: [peace talks]", ""), True),
        (("", "none: [peace talks]"), False),
        (("all: [peace]", ""), True),
        (("", "all: [peace]"), True),
        (("all: [peace]", "all: [peace]"), False),
        (("", "negated: -1"), True),
        (("negated: -1", "negated: +1"), False),
        (("", "conditional: 0"), True),
        (("", "within: statement"), True),
    ],
)
def test_limits_decide_whether_the_earlier_rule_is_always_there(more: tuple[str, str], counts: bool) -> None:
    assert (rules("[begin talks]", "[begin talks]", more=more) == "") is counts


def test_rules_on_two_propositions_do_not_shadow_each_other() -> None:
    second = "  - {id: talks.end, label: Ending talks, text: Talks should end.}\nrules:\n"
    rule = PACK[TALKS].partition("rules:\n")[2].partition("  - id: talks.decline")[0]
    other = rule.replace("talks.welcome", "talks.leave").replace("talks.hold", "talks.end")
    assert warned({**PACK, TALKS: PACK[TALKS].replace("rules:\n", second) + other}) == []
    same = rule.replace("talks.welcome", "talks.leave")
    assert len(warned({**PACK, TALKS: PACK[TALKS] + same})) == 1


@pytest.mark.parametrize("number", ["{n}", ""], ids=["distinct", "all alike"])
def test_three_thousand_rules_are_looked_over_in_a_few_seconds(number: str) -> None:
    rule = PACK[TALKS].partition("rules:\n")[2].partition("  - id: talks.decline")[0]
    many = (
        rule.replace("talks.welcome", f"talks.w{n}").replace("the talks]", f"the ... talks{number.format(n=n)}]")
        for n in range(3000)
    )
    packs = load_texts({**PACK, TALKS: PACK[TALKS] + "".join(many)})
    start = time.process_time()
    found = packs.warnings()
    assert time.process_time() - start < 4
    assert {p.code for p in found} == (set() if number else {"W002", "Y011"})
