"""The form of ids, dates and versions in rule files. In: a text. Out: what is wrong with it, if anything."""

import re

from briefing.marked_yaml import Check, Flaw

_ID = re.compile(r"[a-z0-9]+(?:[.-][a-z0-9]+)*")
_SIDE = re.compile(r"[A-Z][A-Z0-9]{1,7}")
_DAY = re.compile(r"[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?")
_VERSION = re.compile(r">=[0-9]{1,4}(\.[0-9]{1,4}){0,2}")


def _form(pattern: re.Pattern[str], code: str, message: str) -> Check:
    def check(text: str) -> Flaw | None:
        return None if pattern.fullmatch(text) else Flaw(code, message)

    return check


an_id = _form(_ID, "R014", "an id is lower-case words joined by - or .")
a_side = _form(_SIDE, "R014", "a side is written in capitals: ISO 3166-1 alpha-3, or EU, NATO, UN, G7")
a_day = _form(_DAY, "R015", "a date is written 2024, 2024-04 or 2024-04-26")
a_version = _form(_VERSION, "R015", "a requirement is written '>=0.1'")
