"""A text as it was captured, and as it is read: without its hidden characters."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter

from .place import Span
from .records import dataclass

HIDDEN = re.compile(
    "[\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff0-\ufffc"
    "\U000e0000-\U000e007f]"
)
"""Control, zero-width, soft-hyphen and bidirectional characters. Official pages have them; no reader is meant to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CapturedText:
    """Offsets of both texts in code points."""

    text: str
    """As captured."""
    seen: str
    """The same without hidden characters."""
    hidden: tuple[int, ...]
    """Offsets of the hidden characters in `text`, in order."""

    def place(self, offset: int) -> int:
        """Return where in `text` the character stands that is at `offset` in `seen`; its length for the end."""
        skipped = bisect_right(range(len(self.hidden)), offset, key=lambda index: self.hidden[index] - index)
        return offset + skipped

    def span(self, seen: Span) -> Span:
        """Return the span in `text` from the first to the last character of a span in `seen`."""
        start = self.place(seen.start)
        return Span(start=start, end=self.place(seen.end - 1) + 1 if seen.end > seen.start else start)

    def of(self, seen: Span) -> str:
        """Return the captured words of a span in `seen`, hidden characters between them included."""
        return self.span(seen).of(self.text)

    def see(self, offset: int) -> int:
        """Return where in `seen` a place of `text` is: the way back from `place`."""
        return offset - bisect_left(self.hidden, offset)

    def count_hidden(self) -> tuple[tuple[str, int], ...]:
        """Return each hidden character with how often it stands in the text."""
        return tuple(sorted(Counter(self.text[offset] for offset in self.hidden).items()))


def read_captured_text(text: str) -> CapturedText:
    """Return a text with its hidden characters found."""
    hidden = tuple(match.start() for match in HIDDEN.finditer(text))
    return CapturedText(text=text, seen=drop_hidden(text) if hidden else text, hidden=hidden)


def drop_hidden(text: str) -> str:
    """Return a text without hidden characters."""
    return HIDDEN.sub("", text)
