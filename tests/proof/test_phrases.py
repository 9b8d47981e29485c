"""The notation of the site's own sentences: words, slots, pieces that are there if they have something to say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chuxiong_site.proof.phrases import is_said_by, parse_phrase

SLOTS = {"n": ("12",), "many": ("1", "12", "123"), "none": ("",), "unit": ("件", "件次")}


def says(phrase: str, text: str) -> bool:
    """Tell whether a text is a phrase with these slots."""
    return is_said_by(text, parse_phrase(phrase), lambda slot: SLOTS.get(slot, ()))


@pytest.mark.parametrize(
    ("phrase", "text", "said"),
    [
        ("共 {n} 个", "共 12 个", True),
        ("共 {n} 个", "共 13 个", False),
        ("共 {n} 个", "共 12 个。", False),
        ("共 {n} 个", "共  12 个", False),
        ("{many}{unit}", "12件次", True),
        ("{many}{unit}", "12件次次", False),
        ("共 {n} 个[，{none} 处]", "共 12 个", True),
        ("共 {n} 个[，{none} 处]", "共 12 个， 处", False),
        ("共[ {n}] 个", "共 12 个", True),
        ("共[ {n}] 个", "共 个", False),
        ("共[（也算）]", "共", True),
        ("共[（也算）]", "共（也算）", True),
        ("共 {unknown} 个", "共 12 个", False),
        ("", "", True),
        ("", "1", False),
    ],
)
def test_what_a_phrase_says(phrase: str, text: str, said: bool) -> None:
    """A phrase is said whole or not at all; an optional piece is there exactly when its slots have words."""
    assert says(phrase, text) is said


@given(st.text(st.sampled_from("共个件次0123456789 "), max_size=12))
def test_nothing_else_is_said(text: str) -> None:
    """Of all texts only those that the slots allow are the phrase."""
    allowed = {f"共{many}{unit}" for many in SLOTS["many"] for unit in SLOTS["unit"]}
    assert says("共{many}{unit}", text) is (text in allowed)
