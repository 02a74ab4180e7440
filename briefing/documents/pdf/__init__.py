"""PDF into text."""
from typing import Any


def extract(data: bytes) -> dict[str, Any]:
    """Stub."""
    raise NotImplementedError
