"""The form of ids, dates and versions in rule files. In: a text. Out: what is wrong with it, if anything."""

import re
from dataclasses import dataclass

from briefing.marked_yaml import Flaw


@dataclass(frozen=True, slots=True)
class Form:
    """A form that a whole text must have; used as a `Check`. Its pattern is one that JSON Schema understands too."""

    pattern: str
    code: str
    message: str

    def __call__(self, text: str) -> Flaw | None:
        """Say what is wrong with a text, if it has another form."""
        return None if re.fullmatch(self.pattern, text) else Flaw(self.code, self.message)


an_id = Form(r"[a-z0-9]+(?:[.-][a-z0-9]+)*", "R014", "an id is lower-case words joined by - or .")
a_side = Form(r"[A-Z][A-Z0-9]{1,7}", "R014", "a side is written in capitals: ISO 3166-1 alpha-3, or EU, NATO, UN, G7")
a_day = Form(
    r"[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?", "R015", "a date is written 2024, 2024-04 or 2024-04-26"
)
a_version = Form(r">=[0-9]{1,4}(\.[0-9]{1,4}){0,2}", "R015", "a requirement is written '>=0.1'")
