"""Asking a real browser: Chromium opens a page, and axe-core judges it there. Out: the rules it breaks."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import tempfile
from html import unescape
from pathlib import Path

ROOT = Path(__file__).parents[1]
AXE = ROOT / ".axe" / "node_modules" / "axe-core" / "axe.min.js"
_QUIET = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update", "--virtual-time-budget=60000"),
)
_RUN = """<pre id="axe-said"></pre><script>axe.run().then(found => {
 document.getElementById("axe-said").textContent = JSON.stringify(found.violations.map(v =>
  [v.id, v.help, v.nodes.map(n => n.html.slice(0, 200))])) })</script>"""


def missing() -> str | None:
    """Say why no browser can be asked; None where one can."""
    if not browser():
        return "no Chromium on this machine"
    return None if AXE.exists() else "axe-core is not fetched: make axe"


def browser() -> str | None:
    return shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


def violations(html: str) -> list[tuple[str, str, list[str]]]:
    """Give the rules of axe-core that a page breaks: name, meaning, places."""
    free = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", html)
    page = free.replace("</body>", f"<script>{AXE.read_text('utf-8')}</script>{_RUN}</body>")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "page.html"
        file.write_text(page, "utf-8")
        command = [str(browser()), *_QUIET, f"--user-data-dir={folder}/profile", "--dump-dom", file.as_uri()]
        said = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120).stdout
    found = re.search(r'<pre id="axe-said">(.*?)</pre>', said, re.DOTALL)
    assert found, said[-500:]
    assert found[1], "axe-core said nothing"
    return [(name, meaning, places) for name, meaning, places in json.loads(unescape(found[1]))]
