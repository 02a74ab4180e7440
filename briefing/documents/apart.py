"""Reading HTML and PDF in a process of its own. In: the bytes of a file. Out: an `Extract`, or a `DocumentError`.

The libraries that take such files apart are large, and files may be made to break them. So they run in a child with
little memory and time, no network and nothing to write to, which hands back text and metadata as JSON.
"""

import json
import os
import subprocess
import sys
from dataclasses import dataclass, fields
from importlib.util import find_spec
from typing import Any

from briefing.documents.formats import Format, extra
from briefing.documents.limits import MAX_TEXT, Limits
from briefing.errors import DocumentError

_NEEDED = {Format.HTML: "trafilatura", Format.PDF: "pypdfium2"}
_START = (
    "import sys; kind, limits, *sys.path[:] = sys.argv[1:]\n"
    "from briefing.documents.child import main\n"
    "main(kind, limits)\n"
)
# What a Python may need to find its own libraries; nothing else of the user's settings reaches the child.
_KEPT = ("SYSTEMROOT", "LD_LIBRARY_PATH")
_ALWAYS = {"PYTHONHASHSEED": "0", "PYTHONUTF8": "1"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Extract:
    """What a file holds: its text, what it says of itself, and words that are in it but not to be seen."""

    text: str
    title: str | None = None
    publisher: str | None = None
    date: str | None = None
    url: str | None = None
    language: str | None = None
    hidden: tuple[str, ...] = ()


def extract(name: str, kind: Format, data: bytes, limits: Limits | None = None) -> Extract:
    """Take the text out of HTML or a PDF.

    Args:
        name: what messages call the file.
        kind: HTML, whose bytes are UTF-8, or PDF.
        data: the bytes.
        limits: what the child may use, if not the usual.

    Raises:
        DocumentError: the extra is not installed, or the file cannot be read within the limits.
    """
    if find_spec(_NEEDED[kind]) is None:
        wanted = f"[{extra(kind)}]"
        raise DocumentError(f"{name}: needs the extra {wanted}: pip install 'diplomatic-briefing{wanted}'")
    return _result(name, kind, _output(name, kind, data, limits or Limits()))


def _output(name: str, kind: Format, data: bytes, limits: Limits) -> bytes:
    settings = json.dumps([limits.processor, limits.memory])
    paths = [os.path.abspath(path) for path in sys.path]  # noqa: PTH100 - an empty one is the current folder
    command = [sys.executable, "-P", "-B", "-c", _START, extra(kind), settings, *paths]
    environment = {key: os.environ[key] for key in _KEPT if key in os.environ} | _ALWAYS
    try:
        ran = subprocess.run(command, input=data, capture_output=True, timeout=limits.wall, env=environment)
    except subprocess.TimeoutExpired:
        raise DocumentError(f"{name}: reading this {kind} took more than {limits.wall} s") from None
    if ran.returncode:
        raise DocumentError(f"{name}: {_why(kind, ran.returncode, limits)}")
    return ran.stdout


def _why(kind: Format, code: int, limits: Limits) -> str:
    """Say why a child ended early."""
    import signal

    if code in (-getattr(signal, "SIGXCPU", 0), -getattr(signal, "SIGKILL", 0)):
        return f"reading this {kind} took more than {limits.processor} s"
    return f"this {kind} is damaged, or reading it needs more than {limits.memory >> 20} MiB of memory"


def _result(name: str, kind: Format, output: bytes) -> Extract:
    """Take what a child hands back as what it is: somebody else's data."""
    try:
        found: Any = json.loads(output)
        if message := found.pop("error", None):
            raise DocumentError(f"{name}: {message}")
        hidden = tuple(found.pop("hidden", ()))
        texts = {f.name: found.pop(f.name, None) for f in fields(Extract) if f.name != "hidden"}
    except (ValueError, AttributeError, TypeError):
        texts, hidden = {"text": None}, ()
    if not isinstance(texts["text"], str) or not all(
        isinstance(t, str) for t in (*filter(None, texts.values()), *hidden)
    ):
        raise DocumentError(f"{name}: this {kind} cannot be read: the process that reads it gave no answer")
    if len(texts["text"]) > MAX_TEXT:
        raise DocumentError(f"{name}: the text in this {kind} is longer than {MAX_TEXT >> 20} Mi characters")
    return Extract(**texts, hidden=hidden)
