"""The colour space of the page: sRGB as an ICC profile, built from the published numbers. In: nothing; out: bytes.

IEC 61966-2-1 gives primaries and curve; the primaries stand here as ICC profiles want them, adapted to D50 by
Bradford's matrix. Version 2 of the format is read everywhere.
"""

from __future__ import annotations

from functools import cache
from struct import pack

_WHITE = (0.9642, 1.0, 0.8249)  # D50
_PRIMARIES = {
    b"rXYZ": (0.43607, 0.22249, 0.01392),
    b"gXYZ": (0.38515, 0.71687, 0.09708),
    b"bXYZ": (0.14307, 0.06061, 0.71410),
}
_STEPS = 1024  # of the curve
_NAME = b"sRGB IEC61966-2.1"
_HEADER = 128


@cache
def srgb() -> bytes:
    """Build the profile."""
    curve = b"curv" + bytes(4) + pack(">I", _STEPS) + b"".join(pack(">H", _linear(k)) for k in range(_STEPS))
    tags = {b"desc": _described(), b"cprt": b"text" + bytes(4) + b"No copyright, use freely\0", b"wtpt": _xyz(_WHITE)}
    tags |= {name: _xyz(value) for name, value in _PRIMARIES.items()}
    tags |= dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), curve)
    table, body = _laid_out(tags)
    return _header(_HEADER + len(table) + len(body)) + table + body


def _linear(step: int) -> int:
    """Give the light of a coded value, both as parts of 65535."""
    coded = step / (_STEPS - 1)
    light = coded / 12.92 if coded <= 0.04045 else ((coded + 0.055) / 1.055) ** 2.4
    return round(light * 65535)


def _xyz(values: tuple[float, float, float]) -> bytes:
    return b"XYZ " + bytes(4) + pack(">3i", *(round(v * 65536) for v in values))


def _described() -> bytes:
    """Give the description: in ASCII, then places for Unicode and for a Macintosh script, both empty."""
    return b"desc" + bytes(4) + pack(">I", len(_NAME) + 1) + _NAME + b"\0" + bytes(4 + 4 + 2 + 1 + 67)


def _laid_out(tags: dict[bytes, bytes]) -> tuple[bytes, bytes]:
    """Give the table of tags and what it points to; the three curves are one."""
    start = _HEADER + 4 + 12 * len(tags)
    places: dict[bytes, int] = {}
    body = b""
    for content in tags.values():
        if content not in places:
            places[content] = start + len(body)
            body += content + bytes(-len(content) % 4)
    entries = [name + pack(">II", places[content], len(content)) for name, content in tags.items()]
    return pack(">I", len(tags)) + b"".join(entries), body


def _header(size: int) -> bytes:
    date = pack(">6H", 2000, 1, 1, 0, 0, 0)
    start = pack(">I", size) + bytes(4) + pack(">I", 0x02100000) + b"mntrRGB XYZ " + date + b"acsp"
    middle = bytes(4 * 7) + pack(">3i", *(round(v * 65536) for v in _WHITE))
    return (start + middle).ljust(_HEADER, b"\0")
