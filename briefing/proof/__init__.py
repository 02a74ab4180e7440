"""Whether a PDF briefing still follows from its documents and rules. In: the PDF, the documents. Out: a `Proof`."""

from briefing.proof.forms import FORMS
from briefing.proof.verify import Drawn, Proof, verify

__all__ = ["FORMS", "Drawn", "Proof", "verify"]
