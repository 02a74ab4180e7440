"""The process that reads one HTML or PDF file. In: its bytes on standard input. Out: JSON on standard output.

It begins by giving up what a reader does not need: memory, time, files to write, other programs, the network.
"""

import json
import os
import sys
from collections.abc import Callable
from typing import Any

from briefing.documents.limits import RefusalError

# What Python tells before it does it; none of it is a reader's business.
_REFUSED = ("socket.", "subprocess.", "os.system", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "os.startfile")
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


def main(kind: str, limits: str) -> None:
    """Read one file, and end."""
    answer = os.dup(1)
    os.dup2(2, 1)  # what a library prints must not get into the answer
    data = sys.stdin.buffer.read()
    confine(*json.loads(limits))
    text = json.dumps(_answer(kind, data))
    with os.fdopen(answer, "w", encoding="ascii") as out:
        out.write(text)
    sys.stdout.flush()
    os._exit(0)  # nothing is left to do, and a library may not know how to end


def confine(seconds: int, memory: int) -> None:
    """Give up what a reader does not need; for good, since neither limits nor audit hooks can be taken back."""
    _limit(seconds, memory)
    sys.addaudithook(_refuse)


def _limit(seconds: int, memory: int) -> None:
    try:
        import resource
    except ModuleNotFoundError:  # Windows: the parent's clock has to do
        return
    wanted = {"RLIMIT_CPU": seconds, "RLIMIT_AS": memory, "RLIMIT_FSIZE": 0, "RLIMIT_CORE": 0, "RLIMIT_NOFILE": 64}
    for name, value in wanted.items():
        which = getattr(resource, name, None)
        if which is not None:
            hard = resource.getrlimit(which)[1]
            low = value if hard == resource.RLIM_INFINITY else min(value, hard)
            resource.setrlimit(which, (low, low))


def _refuse(event: str, arguments: tuple[Any, ...]) -> None:
    if event.startswith(_REFUSED):
        raise PermissionError(f"a reader must not do this: {event}")
    if event == "open" and not isinstance(arguments[0], int) and (arguments[2] or 0) & _WRITING:
        raise PermissionError("a reader must not write")


def _answer(kind: str, data: bytes) -> dict[str, Any]:
    try:
        return _reader(kind)(data)
    except RefusalError as refusal:
        return {"error": str(refusal)}
    except MemoryError:
        return {"error": "reading this file needs more memory than it is given"}
    except RecursionError:
        return {"error": "this file is nested too deeply"}
    except Exception as error:  # a stranger's library on a stranger's file: whatever it is, the file is not read
        return {"error": f"this file cannot be read ({type(error).__name__} in the library that reads it)"}


def _reader(kind: str) -> Callable[[bytes], dict[str, Any]]:
    if kind == "html":
        from briefing.documents.html import extract
    else:
        from briefing.documents.pdf import extract
    return extract
