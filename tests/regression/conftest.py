"""Each test works in a folder of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.regression.repository import Repository, begin


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    monkeypatch.chdir(tmp_path)
    return begin(tmp_path)
