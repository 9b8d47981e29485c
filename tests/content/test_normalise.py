from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chuxiong_site.content.normalise import MARKS, compute_display
from chuxiong_site.model.place import Span

BOTH = ("punctuation", "spaces")
TEXTS = st.text(alphabet="全州办结ab12,():;。 　\n%", max_size=40)


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("2023年,全州", "2023年，全州"),
        ("件(次)", "件（次）"),
        ("如下:甲;乙", "如下：甲；乙"),
        ("1,234件", "1,234件"),
        ("12:30", "12:30"),
        ("f(x)", "f(x）"),
        ("a;b", "a;b"),
        ("(一)", "（一）"),
        ("5%,6%", "5%，6%"),
    ],
)
def test_punctuation(raw: str, shown: str) -> None:
    """The five marks become full-width, except between two ASCII letters or digits."""
    assert compute_display(raw, BOTH).text == shown


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("亟 需", "亟需"),
        ("亟　 需", "亟需"),
        ("共 5 件", "共 5 件"),
        ("A 级", "A 级"),
        ("甲\n乙", "甲\n乙"),
        (" 甲", " 甲"),
    ],
)
def test_spaces(raw: str, shown: str) -> None:
    """Blanks between two Hanzi are dropped; others, and line ends, stay."""
    assert compute_display(raw, BOTH).text == shown


def test_counts() -> None:
    """How many marks of each kind and which spaces were changed is disclosed."""
    display = compute_display("甲,乙,(丙) 丁 戊", BOTH)
    assert display.marks == ((",", "，", 2), ("(", "（", 1), (")", "）", 1))
    assert display.spaces == (9,)


def test_rules_are_asked_for() -> None:
    """Without a rule nothing changes, and each rule changes only its own."""
    assert compute_display("甲,乙 丙", ()).text == "甲,乙 丙"
    assert compute_display("甲,乙 丙", ["spaces"]).text == "甲,乙丙"
    assert compute_display("甲,乙 丙", ["punctuation"]).text == "甲，乙 丙"


@settings(max_examples=200)
@given(TEXTS)
def test_offsets_lead_back(raw: str) -> None:
    """From the offsets and the disclosed changes the raw text comes back, character for character."""
    display = compute_display(raw, BOTH)
    narrow = {full: mark for mark, full in MARKS.items()}
    assert len(display.offsets) == len(raw) + 1
    assert display.offsets[-1] == len(display.text)
    for offset, char in enumerate(raw):
        shown = display.of(Span(start=offset, end=offset + 1))
        assert shown == ("" if offset in display.spaces else shown)
        assert offset in display.spaces or narrow.get(shown, shown) == char
    assert len(display.text) == len(raw) - len(display.spaces)


@settings(max_examples=200)
@given(TEXTS)
def test_counts_are_the_changes(raw: str) -> None:
    """The disclosed counts are exactly the characters that differ."""
    display = compute_display(raw, BOTH)
    kept = [char for offset, char in enumerate(raw) if offset not in display.spaces]
    changed = sum(a != b for a, b in zip(kept, display.text, strict=True))
    assert changed == sum(count for _, _, count in display.marks)


@settings(max_examples=100)
@given(TEXTS)
def test_twice_is_once(raw: str) -> None:
    """Normalising what is shown changes no mark again."""
    shown = compute_display(raw, ["punctuation"]).text
    assert compute_display(shown, ["punctuation"]).text == shown
