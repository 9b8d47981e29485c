"""The parts of a PNG file: chunks, and words for those who cannot see the picture."""

from __future__ import annotations

import struct
import zlib

SIGNATURE = b"\x89PNG\r\n\x1a\n"
FRONT = len(SIGNATURE) + 25
"""Signature and header: what has to stand before every other chunk."""


def pack_chunk(kind: bytes, data: bytes) -> bytes:
    """Return a chunk with its length and checksum."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def add_description(png: bytes, words: str) -> bytes:
    """Return the picture with its words, in UTF-8, as the standard's keyword Description."""
    text = pack_chunk(b"iTXt", b"Description\0\0\0\0\0" + words.encode())
    return png[:FRONT] + text + png[FRONT:]
