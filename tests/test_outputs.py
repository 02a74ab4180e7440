"""Files are written whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from briefing import outputs
from briefing.errors import OutputError


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    target = tmp_path / "a.pdf"
    target.write_bytes(b"old")
    outputs.write({str(target): b"new"})
    assert target.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [target]


def test_when_one_file_cannot_be_written_none_is_touched(tmp_path: Path) -> None:
    target = tmp_path / "a.pdf"
    target.write_bytes(b"old")
    with pytest.raises(OutputError, match="cannot be written"):
        outputs.write({str(target): b"new", str(tmp_path / "no" / "b.json"): b"new"})
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_the_same_name_for_two_outputs_is_refused(tmp_path: Path) -> None:
    name = str(tmp_path / "a.pdf")
    with pytest.raises(OutputError, match="two outputs"):
        outputs.check([name, name], inputs=[])


def test_a_file_where_a_folder_should_be_is_named(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("")
    with pytest.raises(OutputError, match="folder cannot be made"):
        outputs.check([str(tmp_path / "a" / "b.pdf")], inputs=[])


def test_an_empty_name_is_refused() -> None:
    with pytest.raises(OutputError, match="empty"):
        outputs.check([""], inputs=[])


def test_a_pipe_is_never_replaced_by_a_file(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(OutputError, match="not a file"):
        outputs.check([str(pipe)], inputs=[])
