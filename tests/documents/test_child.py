"""The process that reads strangers' files has little time and memory, writes nothing and speaks to nobody."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from briefing.documents.apart import extract
from briefing.documents.formats import Format
from briefing.documents.limits import Limits
from briefing.errors import DocumentError

CONFINED = "from briefing.documents.child import confine; confine(30, 1 << 30)\n"


@pytest.mark.parametrize(
    "deed",
    [
        pytest.param("import socket; socket.create_connection(('127.0.0.1', 9))", id="network"),
        pytest.param("import subprocess; subprocess.run(['true'])", id="program"),
        pytest.param("import os; os.system('true')", id="shell"),
        pytest.param("import os; os.fork()", id="fork"),
        pytest.param("open('left-behind.txt', 'w')", id="file"),
    ],
)
def test_what_a_reader_has_no_business_with_is_refused(deed: str) -> None:
    ran = subprocess.run([sys.executable, "-c", CONFINED + deed], capture_output=True, text=True, timeout=60)
    assert ran.returncode != 0
    assert "a reader must not" in ran.stderr


def test_reading_is_not_refused() -> None:
    deed = "import json; print(json.dumps(open(json.__file__).readable()))"
    ran = subprocess.run([sys.executable, "-c", CONFINED + deed], capture_output=True, text=True, timeout=60)
    assert json.loads(ran.stdout) is True, ran.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limits of a process")
@pytest.mark.parametrize(
    ("limits", "message"),
    [
        pytest.param(Limits(processor=2), "reading this HTML took more than 2 s", id="time"),
        pytest.param(Limits(memory=300 << 20), "reading this file needs more memory than it is given", id="memory"),
    ],
)
def test_too_much_work_is_ended_with_one_line(limits: Limits, message: str) -> None:
    pytest.importorskip("trafilatura", reason="HTML is read with the extra [html]")
    with pytest.raises(DocumentError) as caught:
        extract("big.html", Format.HTML, b"<p>Alden spoke." * 400_000, limits)
    assert str(caught.value) == f"big.html: {message}"
