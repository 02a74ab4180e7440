"""The package as others get it: the wheel carries the rules, an editable install finds them."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from briefing.ruleset.folders import shipped

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


def test_the_wheel_holds_the_only_copy_of_the_rules_and_the_types(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    rules = {p.relative_to(ROOT / "rules").as_posix() for p in (ROOT / "rules").rglob("*") if p.is_file()}
    assert {n.removeprefix("briefing/rules/") for n in names if n.startswith("briefing/rules/")} == rules
    assert "briefing/py.typed" in names
    assert not any(n.startswith(("rules/", "tests/", "out/")) for n in names)


def test_the_wheel_alone_makes_a_briefing_from_another_folder(wheel: Path, tmp_path: Path) -> None:
    """Only the wheel's own files come first on the path; its dependencies are those of this environment."""
    place = tmp_path / "site"
    zipfile.ZipFile(wheel).extractall(place)
    text = tmp_path / "text.md"
    text.write_text((ROOT / "examples" / "report.md").read_text("utf-8"), "utf-8")
    environment = {**os.environ, "PYTHONPATH": str(place)}
    where = "import briefing.ruleset.folders as f; print(f.shipped())"
    ran = subprocess.run(
        [sys.executable, "-c", where], env=environment, cwd=tmp_path, check=True, capture_output=True, text=True
    )
    assert Path(ran.stdout.strip()) == place / "briefing" / "rules"
    subprocess.run(
        [sys.executable, "-m", "briefing", "make", "text.md", "-o", "brief.pdf"],
        env=environment,
        cwd=tmp_path,
        check=True,
        capture_output=True,
    )
    assert (tmp_path / "brief.pdf").read_bytes().startswith(b"%PDF-")


def test_an_editable_install_finds_the_rules_of_the_checkout() -> None:
    assert shipped() == ROOT / "rules"
