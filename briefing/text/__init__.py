"""Paragraphs, sentences, words and quotation marks. In: a text; out: spans of it.

Knows writing, no politics. Everything runs in time linear in the text.
"""

from briefing.text.blocks import paragraphs
from briefing.text.marks import Marks, Quotation, quotations
from briefing.text.splitter import sentences
from briefing.text.tokens import Token, pieces, tokens, words

__all__ = ["Marks", "Quotation", "Token", "paragraphs", "pieces", "quotations", "sentences", "tokens", "words"]
