"""Many patterns over one text in one pass. In: patterns of the rule language and a text; out: hits with exact spans.

No politics in here, no regular expressions from rules, no guessing. A pattern is words in order:
`word*` any ending · `word(s)` an optional part · `(a|b c)` alternatives · `...` a gap of up to six words, `...3` up to
three. A word in CAPITALS matches only capitals. Case and accents do not count, `U.S.` and `US` are alike. Between
neighbours may stand blanks, quotation marks and hyphens, nothing else; a gap may also cross commas, never the end of a
sentence, which is why callers hand over one sentence at a time.

The work per text is one dictionary look-up a word, and a check around each rare word found; gaps are at most three and
bounded, so no text and no pattern is slow.
"""

from briefing.phrases.engine import Hit, Phrases
from briefing.phrases.nearest import Miss, nearest
from briefing.phrases.pattern import (
    MAX_GAP,
    MAX_GAPS,
    MAX_LENGTH,
    MAX_VARIANTS,
    Gap,
    PatternError,
    Variant,
    Word,
    parse,
)
from briefing.phrases.tokens import Tokens, fold

__all__ = [
    "MAX_GAP",
    "MAX_GAPS",
    "MAX_LENGTH",
    "MAX_VARIANTS",
    "Gap",
    "Hit",
    "Miss",
    "PatternError",
    "Phrases",
    "Tokens",
    "Variant",
    "Word",
    "fold",
    "nearest",
    "parse",
]
