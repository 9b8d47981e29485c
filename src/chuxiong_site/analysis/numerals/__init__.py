"""The reader of numbers in any Chinese official text: pure, exact, driven by the tables of this package.

Its rules are imported for a text that was not read before: to compile them takes longer than to read a report.
"""

from __future__ import annotations

from collections.abc import Iterable

from ...memory import remember
from ...model.numeral import Numeral
from ...model.place import Span
from .lexicon import HOTLINES

__all__ = ["HOTLINES", "find_unread_digits", "read_numerals"]


@remember
def read_numerals(text: str) -> tuple[Numeral, ...]:
    """Return the numerals of a text in order; they do not overlap, and spans are offsets in `text`."""
    from . import reader

    return reader.read_numerals(text)


def find_unread_digits(text: str, numerals: Iterable[Numeral]) -> tuple[Span, ...]:
    """Return the runs of digits, the 百分之 and 分之, and the Chinese amounts that no numeral covers."""
    from . import unread

    return unread.find_unread_digits(text, numerals)
