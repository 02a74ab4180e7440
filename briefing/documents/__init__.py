"""Files into documents. In: a path, and what is known of it. Out: a `Document` whose text is the file's own."""

from briefing.documents.door import read
from briefing.documents.metadata import Metadata, with_front_matter

__all__ = ["Metadata", "read", "with_front_matter"]
