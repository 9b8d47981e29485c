"""English figures and words: plain digits, a word for everything that the Chinese pages name."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from built import BuiltSite
from chuxiong_site.model import display_names, english_names
from chuxiong_site.model.findings import CheckOutcome
from chuxiong_site.model.measures import MEASURES
from chuxiong_site.model.numeral import Qualifier
from chuxiong_site.proof.scopes.english import say_figures
from chuxiong_site.proof.scopes.tallies import CLAIM_ORDER, UNSTATED
from chuxiong_site.rendering.english.figures import describe_figures


def test_every_word_has_one_in_english() -> None:
    """Measures, qualifiers, roles, outcomes: all that the Chinese pages name."""
    assert all(measure.name_en.isascii() and measure.name_en for measure in MEASURES.values())
    for names in (english_names.QUALIFIER_NAMES, english_names.QUALIFIER_NOTES):
        assert names.keys() == set(Qualifier)
    assert english_names.ROLE_NAMES.keys() == display_names.ROLE_NAMES.keys()
    for outcomes in (english_names.CLAIM_NAMES, english_names.CHECK_NAMES):
        assert outcomes.keys() == set(CheckOutcome)
    assert english_names.TALLY_OUTCOMES.keys() == {
        *CLAIM_ORDER,
        UNSTATED,
        *display_names.CHECK_NAMES.values(),
    }


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"value": Decimal(1328700), "resolution": Decimal(100), "unit": "件"}, "1,328,700"),
        ({"value": Decimal("98.20"), "resolution": Decimal("0.01"), "unit": "%"}, "98.20%"),
        ({"value": Decimal(5), "unit": "人", "qualifier": Qualifier.AT_LEAST}, "at least 5"),
        ({"value": Decimal(5), "unit": "人", "qualifier": Qualifier.AT_LEAST, "included": False}, "more than 5"),
        ({"value": Decimal(9), "unit": "天", "qualifier": Qualifier.AT_MOST, "included": False}, "less than 9 days"),
        ({"value": Decimal(1), "unit": "天"}, "1 day"),
        ({"value": Decimal(3), "upper": Decimal(5), "unit": "个工作日"}, "3–5 working days"),
        ({"value": Decimal("2.1"), "resolution": Decimal("0.1"), "per": Decimal(100000), "unit": ""}, "2.1 per 100,000"),
        ({"value": Decimal(3), "members": (Decimal(3), Decimal(1)), "unit": ""}, "3:1"),
        ({"value": Decimal("-1234.5"), "resolution": Decimal("0.1"), "unit": "元"}, "-1,234.5 yuan"),
    ],
)  # fmt: skip
def test_plain_digits(change: dict[str, Any], said: str, built_site: BuiltSite) -> None:
    """A figure is written as English readers write it, and read back in the same words by the proof."""
    plain: dict[str, Any] = {"qualifier": None, "upper": None, "per": None, "members": (), "included": None}
    fact = replace(built_site.report_findings.facts[0], **(plain | {"resolution": Decimal(1)} | change))
    assert describe_figures(fact) == said
    assert say_figures(fact) == said


def test_weight(built_site: BuiltSite) -> None:
    """English pages load style sheets and nothing else: the shared one, and their own."""
    for path, text in built_site.pages.items():
        if path.startswith("en/"):
            assert "<script src" not in text
            assert text.count('rel="stylesheet"') == 2
