"""Watching files: a change is seen, what is written beside them is not."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from queue import Queue

import pytest

from briefing.errors import ExtraError
from briefing.watching import stamps, watch

ROOT = Path(__file__).resolve().parent.parent
PATIENCE = 30.0  # seconds until a test gives up


class StopWatchingError(Exception):
    """Ends a watch from inside."""


def watched(paths: list[Path], change: Callable[[], None], times: int = 2) -> int:
    """Watch until the action ran some times; the change is made whenever the watch waits."""
    runs: Queue[int] = Queue()

    def action() -> None:
        runs.put(1)
        if runs.qsize() == times:
            raise StopWatchingError

    def run() -> None:
        with pytest.raises(StopWatchingError):
            watch(action, paths, waiting=change)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(PATIENCE)
    assert not thread.is_alive(), "no change was seen"
    return runs.qsize()


def test_a_change_of_a_file_starts_another_run(tmp_path: Path) -> None:
    text = tmp_path / "text.md"
    text.write_text("one")
    assert watched([text], lambda: void(text.write_text(text.read_text() + " more")), times=3) == 3


def void(_: object) -> None:
    """Drop a value."""


def test_a_file_that_an_editor_puts_in_place_of_another_is_seen(tmp_path: Path) -> None:
    text = tmp_path / "text.md"
    text.write_text("one")

    def change() -> None:
        new = tmp_path / ".text.md.new"
        new.write_text("another text")
        new.replace(text)

    assert watched([text], change) == 2


def test_a_new_rule_file_in_a_new_folder_is_seen(tmp_path: Path) -> None:
    def change() -> None:
        folder = tmp_path / "pack" / "issues"
        folder.mkdir(parents=True)
        (folder / "trade.yaml").write_text("id: trade\n")

    assert watched([tmp_path], change) == 2


def test_only_files_of_rules_count_in_a_folder(tmp_path: Path) -> None:
    before = stamps([tmp_path])
    (tmp_path / "brief.pdf").write_text("x")
    assert stamps([tmp_path]) == before
    (tmp_path / "a.yaml").write_text("x")
    assert stamps([tmp_path]) != before


def test_without_the_extra_one_line_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    with pytest.raises(ExtraError, match=r"pip install 'diplomatic-briefing\[watch\]'"):
        watch(lambda: None, [tmp_path])


def test_a_mistake_is_shown_and_watching_goes_on_until_ctrl_c(tmp_path: Path) -> None:
    pack = tmp_path / "mine"
    pack.mkdir()
    head = pack / "pack.yaml"
    head.write_text("id: mine\ntitel: Mine\n")
    log = tmp_path / "log.txt"
    with log.open("w") as file:
        command = [sys.executable, "-m", "briefing", "rules", "check", str(tmp_path), "--watch"]
        running = subprocess.Popen(
            command, cwd=ROOT, stdout=file, stderr=file, env={**os.environ, "NO_COLOR": "1"}, preexec_fn=hear_ctrl_c
        )
    try:
        wait_for(log, "did you mean 'title'", 1)
        wait_for(log, "waiting for changes", 1)
        head.write_text("id: mine\ntitle: Mine\nversion: '1'\nextends: [nothing]\n")
        wait_for(log, "unknown pack 'nothing'", 1)
        wait_for(log, "waiting for changes", 2)
        running.send_signal(signal.SIGINT)
        assert running.wait(PATIENCE) == 0
    finally:
        running.kill()
        running.wait()
    assert "Traceback" not in log.read_text()


def hear_ctrl_c() -> None:
    """Undo what a shell does to commands in the background: they are deaf to Ctrl-C."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


def wait_for(log: Path, text: str, times: int) -> None:
    end = time.monotonic() + PATIENCE
    while log.read_text().count(text) < times:
        assert time.monotonic() < end, log.read_text()
        time.sleep(0.05)
