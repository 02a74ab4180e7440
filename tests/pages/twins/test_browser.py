"""What axe-core says of the twin for a screen, in a real browser; skipped where there is none."""

from __future__ import annotations

import pytest

from briefing.model import Look
from briefing.pages import retell
from tests import browser
from tests.pages import scenes

pytestmark = pytest.mark.skipif(browser.missing() is not None, reason=str(browser.missing()))


@pytest.mark.parametrize("name", ["beijing", "readouts", "nobody", "scripts", "many"])
def test_no_rule_of_axe_is_broken(name: str) -> None:
    files = retell(getattr(scenes, name)().analysis(), record=b"{}\n", look=Look(marking="FOR THE DESK"))
    assert browser.violations(files[".html"].decode()) == []


def test_a_broken_page_is_found() -> None:
    text = retell(scenes.quarrel().analysis(), record=b"{}\n")[".html"].decode()
    broken = (
        text.replace(' lang="en"', "", 1).replace("#4b5763", "#c0c8d0").replace("<h1", "<h5").replace("</h1", "</h5")
    )
    assert {name for name, _, _ in browser.violations(broken)} >= {"html-has-lang", "color-contrast"}
