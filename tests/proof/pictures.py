"""The words inside a PNG, for tests that change them."""

from __future__ import annotations

from chuxiong_site.proof.documents.png import read_png
from chuxiong_site.rendering.frame.png import FRONT, add_description


def read_picture(data: bytes) -> str:
    """Return the words of a picture, a line each."""
    picture = read_png(data)
    assert picture is not None
    return "\n".join(picture.words)


def drop_words(data: bytes) -> bytes:
    """Return a picture that says nothing."""
    length = int.from_bytes(data[FRONT : FRONT + 4])
    return data[:FRONT] + data[FRONT + 12 + length :]


def reword_picture(data: bytes, words: str) -> bytes:
    """Return a picture with other words."""
    return add_description(drop_words(data), words)


def resize_picture(data: bytes, width: int) -> bytes:
    """Return a picture whose head says another width."""
    from zlib import crc32

    header = b"IHDR" + width.to_bytes(4) + data[20:29]
    return data[:12] + header + crc32(header).to_bytes(4) + data[33:]
