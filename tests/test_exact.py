"""The same input gives the same bytes, whatever surrounds the run: hash seed, time zone, locale, folder, order."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
NAMES = ("report.md", "readout-us.md", "readout-china.md")


def made(folder: Path, *names: str, **environment: str) -> dict[str, bytes]:
    """Make a briefing of the examples from a folder of their own, with all its forms."""
    folder.mkdir(parents=True)
    for name in NAMES:
        shutil.copy(ROOT / "examples" / name, folder)
    clean = {k: v for k, v in os.environ.items() if k not in {"SOURCE_DATE_EPOCH", "PYTHONHASHSEED", "TZ", "LC_ALL"}}
    command = [sys.executable, "-m", "briefing", "make", *names, "-o", "out/b.pdf", "--json", "out/b.json", "--twins"]
    done = subprocess.run(
        command, cwd=folder, env={**clean, "PYTHONPATH": str(ROOT), **environment}, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr.decode()
    return {path.name: path.read_bytes() for path in sorted((folder / "out").iterdir())}


@pytest.fixture(scope="module", name="usual")
def _usual(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return made(tmp_path_factory.mktemp("a") / "here", *NAMES, PYTHONHASHSEED="1", TZ="UTC", LC_ALL="C.UTF-8")


def test_seed_zone_locale_folder_and_order_change_no_byte(tmp_path: Path, usual: dict[str, bytes]) -> None:
    odd = tmp_path / "another folder, ein Ordner mit ä"
    other = made(odd, *reversed(NAMES), PYTHONHASHSEED="99", TZ="Asia/Kathmandu", LC_ALL="C", COLUMNS="40")
    assert other == usual
    assert len(usual) == 6


def test_the_builders_date_is_in_the_file_and_nowhere_else(tmp_path: Path, usual: dict[str, bytes]) -> None:
    one, two = (made(tmp_path / n, *NAMES, SOURCE_DATE_EPOCH="1700000000", TZ=n) for n in ("UTC", "Asia/Tokyo"))
    assert one == two
    assert [name for name in usual if usual[name] != one[name]] == ["b.pdf"]
    assert b"D:20231114221320" in one["b.pdf"]


@pytest.mark.parametrize("version", ["3.11", "3.12", "3.13"])
def test_another_python_writes_the_same_bytes(tmp_path: Path, usual: dict[str, bytes], version: str) -> None:
    if version == ".".join(map(str, sys.version_info[:2])):
        pytest.skip("this is the Python that runs the tests")
    python = shutil.which(f"python{version}")
    loads = "import briefing.cli.run, pypdf, reportlab, yaml, zlib"
    modules = f"{loads}; print(reportlab.Version, zlib.ZLIB_RUNTIME_VERSION)"
    here, there = (_said(p, modules) for p in (sys.executable, python))
    if here != there:
        pytest.skip(f"no Python {version} with the same reportlab and zlib on this machine")
    folder = tmp_path / "there"
    folder.mkdir()
    command = [str(python), "-m", "briefing", "make", *(str(ROOT / "examples" / n) for n in NAMES)]
    subprocess.run([*command, "-o", str(folder / "b.pdf")], cwd=ROOT, check=True, capture_output=True)
    assert (folder / "b.pdf").read_bytes() == usual["b.pdf"]


def _said(python: str | None, code: str) -> str | None:
    if python is None:
        return None
    done = subprocess.run([python, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    return done.stdout if done.returncode == 0 else None
