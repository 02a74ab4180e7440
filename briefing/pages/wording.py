"""The words of the page, from `phrases.yaml` of the rule set. In: a key and values; out: a sentence.

No wording stands in the code: a desk can reword or translate the page by its own `phrases.yaml`.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping, Sequence

from briefing.errors import Problem, RuleError

_SLOT = re.compile(r"\{(\w+)\}")


class Wording:
    """Fills the templates of a rule set."""

    def __init__(self, phrases: Mapping[str, str]) -> None:
        self._phrases = phrases

    def __call__(self, key: str, /, **values: str) -> str:
        """Fill one template; every `{name}` in it must be among the values.

        Raises:
            RuleError: the template is missing, or asks for a value that this place does not have.
        """
        text = self._phrases.get(key)
        if text is None:
            raise _wrong(f"the phrase '{key}' is missing")
        unknown = [name for name in _SLOT.findall(text) if name not in values]
        if unknown:
            raise _wrong(f"the phrase '{key}' asks for {{{unknown[0]}}}, which is not known there")
        return _SLOT.sub(lambda slot: values[slot[1]], text)

    def has(self, key: str) -> bool:
        """Whether a template is there."""
        return key in self._phrases

    def count(self, key: str, n: int, /, **values: str) -> str:
        """Fill the template for one or for many; `{n}` is the number."""
        return self(f"{key}.one" if n == 1 else f"{key}.many", **{"n": self.number(n), **values})

    def tally(self, key: str, n: int) -> str:
        """Fill the template for one or for many with the number in digits, for tables and facts."""
        return self(f"{key}.one" if n == 1 else f"{key}.many", n=str(n))

    def number(self, n: int) -> str:
        """Write a number, as a word where the language of the page has one listed."""
        words = self("numbers").split()
        return words[n] if n < len(words) else str(n)

    def listing(self, items: Sequence[str]) -> str:
        """Join items to "a, b and c"."""
        if len(items) == 1:
            return items[0]
        return self("list.comma").join(items[:-1]) + self("list.and") + items[-1]

    def listing_plain(self, items: Sequence[str]) -> str:
        """Join items with commas alone."""
        return self("list.comma").join(items)

    def some(self, items: Sequence[str]) -> str:
        """Join up to three items; of more only the first, and how many others."""
        if len(items) < 4:
            return self.listing(items)
        return self("list.others", first=items[0], n=self.number(len(items) - 1))

    def date(self, day: datetime.date, form: str = "date.long") -> str:
        """Write a date, its parts held together on one line."""
        months = self(f"{form}.months").split()
        text = self(form, day=str(day.day), month=months[day.month - 1], year=str(day.year))
        return text.replace(" ", "\u00a0")


def capital(text: str) -> str:
    """Begin a sentence with a capital."""
    return text[:1].upper() + text[1:]


def _wrong(message: str) -> RuleError:
    return RuleError([Problem(path="phrases.yaml", code="P001", message=message)])
