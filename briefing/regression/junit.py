"""The results of a run as JUnit XML, which every CI service shows. In: a `Report`. Out: XML, a suite a case.

Each issue of a briefing is a test of its suite, and so is page one; a test fails with the words for what moved.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from xml.etree import ElementTree

from briefing.changes import Changes, Entry, What, sections
from briefing.errors import shown
from briefing.regression.run import Report
from briefing.regression.verdict import Result, Verdict

_WHOLE = "the briefing"
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def junit(report: Report) -> str:
    """Write the results as JUnit XML."""
    root = ElementTree.Element("testsuites", name="briefing check")
    for result in report.results:
        _suite(root, result)
    ElementTree.indent(root)
    head = '<?xml version="1.0" encoding="utf-8"?>\n'
    return head + ElementTree.tostring(root, encoding="unicode")


def _suite(root: ElementTree.Element, result: Result) -> None:
    moved = _moved(result)
    failed = result.verdict == Verdict.FAILED
    names = list(dict.fromkeys((_WHOLE, *result.issues, *moved)))
    counts = {"tests": len(names), "failures": len(moved), "errors": int(failed), "skipped": 0}
    said = {"name": result.case.name, **{name: str(n) for name, n in counts.items()}, "time": "0"}
    suite = ElementTree.SubElement(root, "testsuite", said)
    for name in names:
        test = ElementTree.SubElement(suite, "testcase", classname=result.case.name, name=name, time="0")
        if name in moved:
            _tell(test, "failure", moved[name])
        elif failed:
            _tell(test, "error", "\n".join([result.message or "", *map(str, result.problems)]))


def _tell(test: ElementTree.Element, tag: str, words: str) -> None:
    words = _NO_XML.sub("\ufffd", shown(words)).strip()
    ElementTree.SubElement(test, tag, message=words.split("\n")[0], type=tag).text = words


def _moved(result: Result) -> Mapping[str, str]:
    """Give for each test that fails the words for why; what belongs to no issue counts against the whole."""
    if result.verdict == Verdict.NEW:
        return {_WHOLE: "nothing was accepted yet"}
    if result.changes is None or result.verdict.passes:
        return {}
    found = defaultdict[str, list[str]](list)
    for title, entries in sections(result.changes):
        for entry in entries if title != "Documents" else _read_anew(result.changes):
            found[entry.issue or _WHOLE].append(f"{title}: {entry.words}")
    for line in result.page if not found else ():
        found[_WHOLE].append(f"Page one: {line.old}\n    → {line.new}")
    return {name: "\n".join(words) for name, words in found.items()}


def _read_anew(changes: Changes) -> list[Entry]:
    """Give the documents that only one of the two briefings has; one that was edited moves nothing by itself."""
    return [Entry(words=f"{text.path}: {text.what}") for text in changes.texts if text.what != What.CHANGED]
