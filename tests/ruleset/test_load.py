"""Packs into rule sets: what is read, what is inherited, in which order."""

import gc
import hashlib
import json
import time
from pathlib import Path

import pytest

from briefing.errors import ChoiceError, RuleError
from briefing.model import Act, Authority, Genre, Kind, Near, Patterns, Status
from briefing.ruleset import Packs, load, load_files, load_texts
from briefing.ruleset.folders import shipped
from tests.ruleset.packs import PACK, changed


@pytest.fixture(name="packs")
def _packs() -> Packs:
    return load_texts(PACK)


# ── one pack ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_rule_says_all_that_its_file_says(packs: Packs) -> None:
    (rule,) = packs.select("ald-bor").issue("trade").rules
    assert (rule.id, rule.issue, rule.proposition, rule.position) == ("trade.tariffs.end", "trade", "trade.tariffs", 2)
    assert rule.patterns == Patterns(any=("(firmly|strongly) urge* ... end its tariffs",))
    assert (rule.sides, rule.negated, rule.conditional, rule.near) == (("ALD",), -1, None, Near(issue="talks"))
    assert (rule.summary, rule.ask) == ("urges Borska to end its tariffs", "end its tariffs")
    assert (rule.status, rule.related, rule.note) == (Status.DRAFT, ("talks.welcome",), "they do")
    assert (str(rule.place), rule.place.column) == ("ald-bor/issues/trade.yaml:9", 5)


def test_a_test_is_the_own_text_of_the_first_side_unless_it_is_news(packs: Packs) -> None:
    (rule,) = packs.select("ald-bor").issue("trade").rules
    own, news = rule.match
    assert (own.text, own.side, own.genre, own.place.line) == (
        "We firmly urge Borska to end its tariffs.",
        "ALD",
        None,
        19,
    )
    assert (news.side, news.genre, news.before) == (None, Genre.NEWS, "They met.")
    assert news.expect is not None
    assert (news.expect.side, news.expect.position, news.expect.act, news.expect.force) == ("ALD", 2, Act.REQUEST, 2)
    assert rule.no_match[0].side == "ALD"


def test_an_issue_has_its_names_and_words(packs: Packs) -> None:
    issue = packs.select("ald-bor").issue("trade")
    assert (issue.name, issue.in_text, issue.short) == ("Trade", "trade between the two", "Trade")
    assert issue.about.any == ("trade", "tariff(s)")


def test_a_proposition_inside_a_sentence_has_no_full_stop_and_keeps_names(packs: Packs) -> None:
    ruleset = packs.select("ald-bor")
    assert ruleset.proposition("trade.tariffs").in_text == "Borska should end its tariffs"
    assert ruleset.proposition("talks.hold").in_text == "talks should be held"


def test_the_lexicon_names_sides_people_bodies_roles_and_cues(packs: Packs) -> None:
    lexicon = packs.lexicon
    alden, borska = lexicon.sides
    assert (alden.id, alden.short, alden.adjectives, alden.state) == ("ALD", "Alden", ("Aldenian",), True)
    assert (borska.in_text, borska.short, borska.aliases) == ("the Republic of Borska", "Borska", ("Borska",))
    (person,) = lexicon.people
    assert (person.name, person.side, person.pronoun, person.offices[0].since) == ("Ada Berg", "ALD", "she", "2023-07")
    assert [(b.name, b.authority) for b in lexicon.bodies] == [("Borskan Foreign Ministry", Authority.MINISTER)]
    assert [(r.noun, r.body) for r in lexicon.roles] == [("foreign minister", False), ("army", True)]
    assert lexicon.cues[0].verbs == ("say", "tell")


def test_a_folder_that_is_the_shipped_one_is_read_once() -> None:
    assert len(load([shipped()]).written) == len(load().written)


def test_acts_force_and_phrases_are_read(packs: Packs) -> None:
    ruleset = packs.select("base")
    assert [(a.act, a.any, a.nouns) for a in ruleset.acts] == [(Act.WARN, ("warn*",), ("a warning",))]
    assert [(f.force, f.any, f.cites) for f in ruleset.forces] == [(4, ("red line",), "Godwin & Miller 2013")]
    assert ruleset.phrases == {"claimed": "{A} says that {B} {words}", "silent-in.report": ""}


def test_limits_are_read_as_what_they_are() -> None:
    texts = changed(
        "ald-bor/issues/trade.yaml", "    sides: [ALD]\n", "    kinds: [own]\n    acts: [warn]\n    within: statement\n"
    )
    (rule,) = load_texts(texts).select("ald-bor").issue("trade").rules
    assert (rule.kinds, rule.acts, rule.within, rule.sides) == ((Kind.OWN,), (Act.WARN,), "statement", ())


def test_lists_may_be_cut_into_several_files() -> None:
    texts = {**PACK, "base/people-army.yaml": "- {role: general, authority: 3}\n"}
    assert [r.noun for r in load_texts(texts).lexicon.roles] == ["general", "foreign minister", "army"]


# ── what is inherited ───────────────────────────────────────────────────────────────────────────────────────────────

MORE = """\
id: talks
about: {any: [negotiations]}
rules:
  - id: talks.decline
    proposition: talks.hold
    position: -1
    any: [hesitate* about the talks]
    summary: hesitates about the talks
    match: [We hesitate about the talks.]
"""


def test_an_extending_pack_adds_to_an_issue_and_replaces_rules_by_their_id() -> None:
    issue = load_texts({**PACK, "ald-bor/issues/talks.yaml": MORE}).select("ald-bor").issue("talks")
    assert issue.name == "Talks"
    assert issue.about.any == ("negotiations", "talks")
    assert [(rule.id, rule.position) for rule in issue.rules] == [("talks.decline", -1), ("talks.welcome", 2)]


def test_the_pack_that_is_extended_stays_as_it_is() -> None:
    issue = load_texts({**PACK, "ald-bor/issues/talks.yaml": MORE}).select("base").issue("talks")
    assert [(rule.id, rule.position) for rule in issue.rules] == [("talks.welcome", 2), ("talks.decline", -2)]


@pytest.mark.parametrize("id", ["talks.decline", "base.talks.decline"])
def test_an_inherited_rule_can_be_switched_off(id: str) -> None:
    texts = changed("ald-bor/pack.yaml", "extends: [base]\n", f"extends: [base]\ndisable: [{id}]\n")
    packs = load_texts(texts)
    assert [rule.id for rule in packs.select("ald-bor").issue("talks").rules] == ["talks.welcome"]
    assert len(packs.select("base").issue("talks").rules) == 2


def test_issues_stand_in_the_order_of_the_pack_then_of_what_it_extends() -> None:
    assert [i.id for i in load_texts(PACK).select("ald-bor").issues] == ["talks", "trade"]
    texts = changed("ald-bor/pack.yaml", "sides:", "issues: [trade]\nsides:")
    assert [i.id for i in load_texts(texts).select("ald-bor").issues] == ["trade", "talks"]


def test_cues_add_up_and_phrases_give_way() -> None:
    texts = {
        **PACK,
        "ald-bor/cues.yaml": "- {class: speech, verbs: [tell, warn]}\n- {class: thought, verbs: [think]}\n",
        "ald-bor/phrases.yaml": "claimed: '{A}: {words}'\n",
    }
    ruleset = load_texts(texts).select("ald-bor")
    assert [(c.name, c.verbs) for c in ruleset.lexicon.cues] == [
        ("speech", ("say", "tell", "warn")),
        ("thought", ("think",)),
    ]
    assert ruleset.phrases["claimed"] == "{A}: {words}"
    assert ruleset.phrases["silent-in.report"] == ""


def test_a_rule_may_speak_to_a_proposition_of_another_file() -> None:
    texts = changed("ald-bor/issues/trade.yaml", "    proposition: trade.tariffs\n", "    proposition: talks.hold\n")
    texts = {
        **texts,
        "ald-bor/issues/trade.yaml": texts["ald-bor/issues/trade.yaml"].replace(
            "propositions:\n  - {id: trade.tariffs, label: Tariffs on timber, text: Borska should end its tariffs.}\n",
            "",
        ),
    }
    (rule,) = load_texts(texts).select("ald-bor").issue("trade").rules
    assert (rule.issue, rule.proposition) == ("trade", "talks.hold")


# ── what was read ───────────────────────────────────────────────────────────────────────────────────────────────────


def test_every_file_is_listed_with_the_hash_of_its_bytes_and_one_hash_covers_them(packs: Packs) -> None:
    ruleset = packs.select("ald-bor")
    assert [file.path for file in ruleset.files] == sorted(PACK)
    assert {f.path: f.sha256 for f in ruleset.files} == {
        path: hashlib.sha256(text.encode()).hexdigest() for path, text in PACK.items()
    }
    listed = json.dumps([[f.path, f.sha256] for f in ruleset.files], separators=(",", ":"))
    assert ruleset.sha256 == hashlib.sha256(listed.encode()).hexdigest()
    assert [f.path for f in packs.select("base").files] == [p for p in sorted(PACK) if p.startswith("base/")]


def test_packs_are_told_with_their_sides(packs: Packs) -> None:
    assert {pack.id: pack.sides for pack in packs.packs} == {"ald-bor": ("ALD", "BOR"), "base": ()}


def test_an_unknown_pack_is_a_choice_nobody_has(packs: Packs) -> None:
    with pytest.raises(ChoiceError, match=r"--pack ald-bro: no pack has this id \(did you mean 'ald-bor'\?\)"):
        packs.select("ald-bro")


# ── those that ship ─────────────────────────────────────────────────────────────────────────────────────────────────


def written(folder: Path, texts: dict[str, str]) -> Path:
    for path, text in texts.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return folder


def test_what_ships_is_read_without_a_mistake() -> None:
    packs = load()
    assert {"base", "us-china"} <= set(packs.ids)
    assert packs.select("us-china").sides == ("USA", "CHN")


def test_a_folder_is_looked_in_before_what_ships(tmp_path: Path) -> None:
    own = written(tmp_path, {path: text for path, text in PACK.items() if path.startswith("base/")})
    packs = load([own])
    assert packs.select("base").title == "Any two states"
    assert len(packs.select("base").acts) == 1


def test_a_folder_with_its_own_base_changes_nothing_for_what_ships(tmp_path: Path) -> None:
    own = written(tmp_path, {path: text for path, text in PACK.items() if path.startswith("base/")})
    assert load([own]).select("us-china") == load().select("us-china")


def test_a_pack_may_extend_what_ships(tmp_path: Path) -> None:
    texts = {path: text for path, text in PACK.items() if path.startswith("ald-bor/")}
    texts["ald-bor/countries.yaml"] = PACK["base/countries.yaml"]
    for path in ("ald-bor/pack.yaml", "ald-bor/issues/trade.yaml"):
        texts[path] = texts[path].replace("{firm} ", "").replace("talks.welcome", "trade.unfair.criticise")
        texts[path] = (
            texts[path].replace("issue: talks", "issue: border").replace("    related: [trade.unfair.criticise]\n", "")
        )
    ruleset = load([written(tmp_path, texts)]).select("ald-bor")
    assert {"ALD", "BOR", "USA"} <= {side.id for side in ruleset.lexicon.sides}
    assert ruleset.issue("trade").rules[0].id == "trade.tariffs.end"
    assert len(ruleset.issues) > 10


def test_a_folder_can_stand_alone(tmp_path: Path) -> None:
    packs = load([written(tmp_path, dict(PACK))], with_shipped=False)
    assert packs.ids == ("ald-bor", "base")
    assert packs.select("ald-bor") == load_texts(PACK).select("ald-bor")


def test_the_collector_is_on_again_after_loading_rules_or_mistakes() -> None:
    load_texts(PACK)
    with pytest.raises(RuleError):
        load_texts({"a/pack.yaml": "id: b"})
    assert gc.isenabled()


def test_a_thousand_rules_load_in_well_under_a_second() -> None:
    rule = PACK["ald-bor/issues/trade.yaml"].partition("rules:\n")[2]
    rules = "".join(rule.replace("trade.tariffs.end", f"trade.tariffs.end-{n}") for n in range(1000))
    texts = {**PACK, "ald-bor/issues/trade.yaml": PACK["ald-bor/issues/trade.yaml"].replace(rule, rules)}
    start = time.process_time()
    packs = load_texts(texts)
    assert time.process_time() - start < 1
    assert len(packs.select("ald-bor").issue("trade").rules) == 1000


# ── packs that are not on the disk ──────────────────────────────────────────────────────────────────────────────────


def test_packs_from_bytes_are_those_of_a_folder_with_the_same_files(tmp_path: Path) -> None:
    for path, text in PACK.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    loaded = load_files({path: text.encode() for path, text in PACK.items()}, at="main:rules")
    assert loaded.select("ald-bor") == load([tmp_path]).select("ald-bor")
    assert loaded.ids == load([tmp_path]).ids


@pytest.mark.parametrize(
    ("files", "problem"),
    [
        pytest.param({}, "main:rules: error[F003]", id="nothing"),
        pytest.param({"pack.yaml": b"id: a"}, "main:rules: error[F002]", id="one pack"),
        pytest.param({"a/pack.yaml": b"id: a", "a/act.yaml": b""}, "main:rules/a/act.yaml: error[F004]", id="a name"),
        pytest.param(
            {"a/pack.yaml": b"id: a", **{f"a/n{n}.txt": b"" for n in range(500)}}, "error[F007]", id="too many"
        ),
        pytest.param({"a/pack.yaml": b"idd: a\n"}, "main:rules/a/pack.yaml:1:1: error[S001]", id="a key"),
    ],
)
def test_packs_from_bytes_have_the_mistakes_of_a_folder(files: dict[str, bytes], problem: str) -> None:
    with pytest.raises(RuleError) as caught:
        load_files(files, at="main:rules")
    assert problem in str(caught.value)
