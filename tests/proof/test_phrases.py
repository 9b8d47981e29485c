"""The notation of the site's own sentences: words, slots, pieces that are there if they have something to say."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from built import BuiltSite
from chuxiong_site.proof.making import describe_making
from chuxiong_site.proof.phrases import Texts, is_said_by, parse_phrase
from chuxiong_site.proof.scopes.creating import create_scopes
from chuxiong_site.proof.vocabulary import BOUND, PHRASES, PLACED

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


@given(
    st.lists(st.text("甲乙1", max_size=3), max_size=9),
    st.text("甲乙1", max_size=6),
    st.integers(min_value=0, max_value=7),
)
def test_many_texts_end_where_each_of_them_ends(texts: list[str], text: str, start: int) -> None:
    """Texts that are looked up by their words are found at a place exactly where one by one they are found."""
    alone = {start + len(words) for words in texts if text.startswith(words, start)}
    many = Texts(tuple(texts))
    assert set(many.list_ends(text, start)) == alone
    assert (text in many) is (text in texts)


def test_every_slot_is_worked_out(built_site: BuiltSite) -> None:
    """No phrase has a slot that nothing fills: such a phrase would be dead, or a hole."""
    scopes = create_scopes(
        built_site.findings,
        built_site.site,
        describe_making(built_site.site).library | {"built": ("",)},
        newest=built_site.findings.reports[0].report.id,
        several=True,
    )
    filled = {*scopes.site, "page_address", "site_id_code", "official_footer"}  # rich is no office's own site
    for report in scopes.reports:
        filled |= {*report.report, *(slot for scope in report.anchors.values() for slot in scope)}
        filled |= {slot for scope in report.pages.values() for slot in scope}
    for group in (scopes.indicators, scopes.terms, scopes.files):
        filled |= {slot for scope in group.values() for slot in scope}
    texts = [*PHRASES, *(text for group in (PLACED, BOUND) for texts in group.values() for text in texts)]
    assert {slot for text in texts for slot in re.findall(r"\{([^{}]+)\}", text)} - filled == set()
