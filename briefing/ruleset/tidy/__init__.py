"""Rule files in one form. In: files of packs. Out: the same content, keys in a stable order, every comment kept.

`entries` says what a file is made of, `comments` which comment belongs to which entry, `outline` puts both together and
in order, `layout` writes it, `lossless` reads it again and compares.
"""

from briefing.ruleset.tidy.lossless import Tidied, tidy, tidy_all

__all__ = ["Tidied", "tidy", "tidy_all"]
