"""Draw the hand-made scenes to look at them: `python -m tests.pages.show FOLDER NAME…`."""

from __future__ import annotations

import sys
from pathlib import Path

from briefing.pages import draw
from tests.pages import scenes


def main() -> None:
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for name in sys.argv[2:]:
        analysis = getattr(scenes, name)().analysis()
        (folder / f"{name}.pdf").write_bytes(draw(analysis, record=b"{}\n"))


if __name__ == "__main__":
    main()
