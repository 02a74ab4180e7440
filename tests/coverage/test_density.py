"""What hits everywhere, and what hits nowhere."""

from __future__ import annotations

import pytest

from briefing.coverage import cover
from tests.coverage.ground import analysis, spoken

IDLE = ("ALD", "Good day.")
QUOTA = ("ALD", "We support the quota.")
ALARM = "fish.quota.affirm"


def alarms(*lines_of: tuple[tuple[str, str], ...]) -> list[str]:
    texts = [s for n, lines in enumerate(lines_of) for s in spoken(*lines, name=f"d{n}")]
    return [a.name for a in cover(analysis(*texts), ()).alarms]


@pytest.mark.parametrize(
    ("hits", "others", "raised"),
    [
        pytest.param(4, 16, True, id="a fifth of twenty"),
        pytest.param(3, 17, False, id="no more than 15 in a hundred"),
        pytest.param(10, 9, False, id="too few statements to tell"),
    ],
)
def test_an_alarm_needs_a_share_of_enough_statements(hits: int, others: int, raised: bool) -> None:
    lines = [("ALD", f"We support the quota of {n}.") for n in range(hits)]
    lines += [("ALD", f"Good day number {n}.") for n in range(others)]
    assert (ALARM in alarms(tuple(lines))) == raised


def test_a_rule_dense_in_one_of_two_documents_may_just_be_its_subject() -> None:
    dense = tuple(("ALD", f"We support the quota of {n}.") for n in range(12))
    quiet = tuple(("ALD", f"Good day number {n}.") for n in range(12))
    assert ALARM not in alarms(dense, quiet)
    assert ALARM in alarms(dense, (*quiet, QUOTA))


def test_only_statements_of_a_rules_sides_are_counted() -> None:
    theirs = [("BOR", f"Good day number {n}.") for n in range(20)]
    ours = [("ALD", "The drills should stop."), *(("ALD", f"Good night number {n}.") for n in range(3))]
    count = next(r for r in cover(analysis(*spoken(*theirs, *ours)), ()).rules if r.rule.id == "drills.stop.affirm")
    assert (count.held, count.asked) == (1, 4)


def test_a_pattern_of_an_issue_raises_the_alarm_by_name() -> None:
    lines = [("ALD", f"The trawlers are {n}.") for n in range(20)]
    assert "fish.about: trawler*" in alarms(tuple(lines))


def test_patterns_are_counted_by_statements_on_the_issue() -> None:
    lines = (
        ("ALD", "The trawlers fish."),
        ("BOR", "Fish is good."),
        ("BOR", "The fish market opens."),
        ("BOR", "Boats watch drills."),
    )
    counts = {p.pattern: (p.statements, p.weak) for p in cover(analysis(*spoken(*lines)), ()).patterns}
    assert counts["fish*"] == (2, False)  # "fish market" is cancelled
    assert counts["trawler*"] == (1, False)
    assert counts["boats"] == (0, True)  # the drills are stronger
    assert counts["drill*"] == (1, False)
