"""Which characters a font has: its own table tells, before one of them is drawn as a box."""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

TABLE = b"cmap"
WHOLE = 12
"""The form of the table that holds the characters of all planes."""
NUL_PLANE = (0, 0)


def list_undrawn(font: bytes, text: str) -> str:
    """Return the characters of a text that a font does not have, each once; blanks need no drawing."""
    ranges = _read_ranges(font)
    starts = [first for first, _ in ranges]
    undrawn = (
        char
        for char in dict.fromkeys(text)
        if not char.isspace() and ord(char) > ranges[max(0, bisect_right(starts, ord(char)) - 1)][1]
    )
    return "".join(undrawn)


@lru_cache(maxsize=1)
def _read_ranges(font: bytes) -> tuple[tuple[int, int], ...]:
    """Return the first and last code points of every run that has glyphs, ascending; of a collection those of its first font."""
    (start,) = struct.unpack_from(">I", font, 12) if font[:4] == b"ttcf" else (0,)
    tables = dict(_list_entries(font, start + 4, start + 12, ">4s4xI4x"))
    place: int = tables[TABLE]
    for (offset,) in _list_entries(font, place + 2, place + 4, ">4xI"):
        at = place + offset
        if struct.unpack_from(">H", font, at) == (WHOLE,):
            (size,) = struct.unpack_from(">I", font, at + 4)
            groups = struct.iter_unpack(">III", font[at + 16 : at + size])
            return (NUL_PLANE, *((first, last) for first, last, glyph in groups if glyph))
    return (NUL_PLANE,)


def _list_entries(font: bytes, counted: int, start: int, form: str) -> Iterator[tuple[Any, ...]]:
    """Yield the entries of a list whose count stands at `counted`."""
    (count,) = struct.unpack_from(">H", font, counted)
    yield from struct.iter_unpack(form, font[start : start + count * struct.calcsize(form)])
