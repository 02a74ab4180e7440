"""Every rule that ships holds its own tests; a rule needs no Python."""

from __future__ import annotations

import pytest

from briefing import rule_tests
from briefing.model import RuleSet
from briefing.pipeline import load_packs


def test_the_rules_that_ship_hold_their_own_tests() -> None:
    report = rule_tests.check()
    assert len(report.results) > 100
    assert report.problems == ()
    assert report.passed(strict=True)


@pytest.fixture(scope="module")
def us_china() -> RuleSet:
    return load_packs(None).select("us-china")


def test_both_packs_have_every_issue(us_china: RuleSet) -> None:
    wanted = """relationship taiwan russia trade technology ai south-china-sea military nuclear counternarcotics
    north-korea
    middle-east human-rights elections people climate border terrorism health global other"""
    for ruleset in (us_china, load_packs(None).select("base")):
        assert {i.id for i in ruleset.issues} == set(wanted.split())


def test_us_china_has_every_proposition_of_the_codebook(us_china: RuleSet) -> None:
    wanted = """taiwan.part-of-china taiwan.one-china-policy taiwan.independence taiwan.peace taiwan.arms russia.support
    russia.peace trade.unfair trade.suppression tech.controls ai.dialogue military.channels drugs.cooperation
    relationship.stability relationship.rivalry scs.conduct rights.concern"""
    assert set(wanted.split()) <= {p.id for i in us_china.issues for p in i.propositions}


def test_strong_rungs_of_force_cite_a_published_work(us_china: RuleSet) -> None:
    works = ("Gruenberg 2009", "Godwin & Miller 2013", "Gao Yang", "Sung 2022")
    for rung in us_china.forces:
        assert any(work in rung.cites for work in works), rung.place


def test_every_person_of_a_side_has_an_office_with_a_source(us_china: RuleSet) -> None:
    people = [p for p in us_china.lexicon.people if p.side in us_china.sides]
    assert len(people) > 60
    for person in people:
        assert person.offices, person.name
        assert all(office.cites for office in person.offices), person.name
