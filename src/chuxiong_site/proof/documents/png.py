"""A PNG file, read back: its size, and the words it carries for those who cannot see it. Its pixels are not read."""

from __future__ import annotations

import struct
import zlib

from ...model.records import dataclass

BEGINNING = bytes((137, 80, 78, 71, 13, 10, 26, 10))
KEYWORD = b"Description\0" + bytes((0, 0, 0, 0))
"""Keyword, not compressed, in no stated language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPicture:
    """What a picture says of itself."""

    width: int
    height: int
    words: tuple[str, ...]
    """A line each."""


def read_png(data: bytes) -> ShownPicture | None:
    """Return what a picture says; `None` for a file that is damaged or no PNG."""
    chunks = _split(data)
    kinds = [kind for kind, _ in chunks]
    if kinds[:1] != [b"IHDR"] or kinds[-1:] != [b"IEND"] or b"IDAT" not in kinds:
        return None
    width, height = struct.unpack(">II", chunks[0][1][:8])
    texts = [body for kind, body in chunks if kind in {b"iTXt", b"tEXt", b"zTXt"}]
    if len(texts) != 1 or not texts[0].startswith(KEYWORD):
        return None
    lines = texts[0].removeprefix(KEYWORD).decode("utf-8", "replace").split("\n")
    return ShownPicture(width=width, height=height, words=tuple(lines))


def _split(data: bytes) -> list[tuple[bytes, bytes]]:
    """Return the chunks in order; none where a length or a checksum is wrong."""
    found, at = list[tuple[bytes, bytes]](), len(BEGINNING)
    while data.startswith(BEGINNING) and at < len(data):
        length = int.from_bytes(data[at : at + 4])
        kind, end = data[at + 4 : at + 8], at + 12 + length
        body, checksum = data[at + 8 : end - 4], data[end - 4 : end]
        if len(checksum) != 4 or int.from_bytes(checksum) != zlib.crc32(kind + body):
            return []
        found.append((kind, body))
        at = end
    return found
