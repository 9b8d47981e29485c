"""A captured text keeps its hidden characters, and everybody reads it without them."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chuxiong_site.model.captured import HIDDEN, drop_hidden, read_captured_text
from chuxiong_site.model.place import Span

TEXTS = st.text(alphabet="甲12。\n\u200b\u00ad\ufeff\u202e", max_size=30)


def test_places_in_both_texts() -> None:
    """A span that is seen begins and ends at its own characters in the capture; what is hidden inside belongs to it."""
    captured = read_captured_text("\u200b甲1\u200b2\ufeff\u00ad件\u200b")
    assert captured.seen == "甲12件"
    assert captured.of(Span(start=1, end=4)) == "1\u200b2\ufeff\u00ad件"
    assert captured.span(Span(start=0, end=1)) == Span(start=1, end=2)
    assert captured.place(len(captured.seen)) == len(captured.text)
    assert captured.count_hidden() == (("\u00ad", 1), ("\u200b", 3), ("\ufeff", 1))


@given(text=TEXTS, data=st.data())
def test_every_span_is_found_again(text: str, data: st.DataObject) -> None:
    """The captured words of a span, without hidden characters, are the words that are seen, and no hidden one leads or trails."""
    captured = read_captured_text(text)
    assert captured.seen == drop_hidden(text)
    start = data.draw(st.integers(0, len(captured.seen)))
    span = Span(start=start, end=data.draw(st.integers(start, len(captured.seen))))
    words = captured.of(span)
    assert drop_hidden(words) == span.of(captured.seen)
    assert words == words.strip("\u200b\u00ad\ufeff\u202e")
    assert all(captured.see(captured.place(offset)) == offset for offset in range(len(captured.seen)))


@pytest.mark.parametrize(
    "char", "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f\u202a\u202e\u2066\u2069\u061c\u2028\x0b\x85"
)
def test_hidden_characters(char: str) -> None:
    """Zero-width, soft-hyphen, bidirectional and control characters are hidden."""
    assert drop_hidden(f"甲{char}乙") == "甲乙"


@pytest.mark.parametrize("char", "甲 \u00a0\u2003\u3000\t\n\x00\r\ufffd·é\ufe0f")
def test_characters_that_are_seen_or_lost(char: str) -> None:
    """Blanks are seen, and what is left of broken bytes is never dropped in silence."""
    assert drop_hidden(char) == char


def test_all_formats_are_hidden() -> None:
    """Every character of the basic plane that Unicode calls a format is hidden, but those that Arabic letters need."""
    formats = (char for char in map(chr, range(0x10000)) if unicodedata.category(char) == "Cf")
    assert {char for char in formats if not HIDDEN.match(char) and not "\u0600" <= char <= "\u08e2"} == set()
