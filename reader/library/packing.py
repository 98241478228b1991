"""Outlines made small: zlib with a dictionary (RFC 1950, 2.2), for short JSON says the same names again and again.

`outline.dictionary` is such a JSON. What was packed with it can be unpacked with it alone: it never changes.
"""

import zlib
from functools import cache
from pathlib import Path


def packed(data: bytes) -> bytes:
    """*data*, small."""
    packer = zlib.compressobj(9, zdict=_dictionary())
    return packer.compress(data) + packer.flush()


def unpacked(data: bytes) -> bytes:
    """What was packed."""
    unpacker = zlib.decompressobj(zdict=_dictionary())
    return unpacker.decompress(data) + unpacker.flush()


@cache
def _dictionary() -> bytes:
    return Path(__file__).with_name("outline.dictionary").read_bytes()
