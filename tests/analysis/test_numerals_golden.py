"""The numerals of the 2023 report, counted and listed by hand."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from chuxiong_site.analysis.numerals import find_unread_digits, read_numerals
from chuxiong_site.model.numeral import Numeral, NumeralKind, Qualifier

CAPTURE = Path(__file__).parents[2] / "content" / "reports" / "2023.txt"
TITLE_LINE = 8

FACTS = [
    "4年",
    "20余次",
    "361项",
    "142项",
    "112项",
    "103个",
    "135项",
    "95.07%",
    "1106个",
    "132.87万件",
    "20个工作日",
    "5个工作日",
    "5人",
    "655人",
    "2735人",
    "41%",
    "40条",
    "一天",
    "3件",
    "27件",
    "7件",
    "11项",
    "156项",
    "734家",
    "1313名",
    "649件",
    "100%",
    "28次",
    "385个",
    "5.51亿元",
    "3.1亿元",
    "2.97亿元",
    "5358条",
    "194件",
    "72842件(次)",
    "21689件",
    "5788项",
    "200项",
    "3074人",
    "86.5%",
    "400卷",
    "531件",
    "16个",
    "1979个",
    "753场",
    "178914人(次)",
    "60人",
    "15人",
    "1897人",
    "2000余件(次)",
    "41903件",
    "41159件",
    "98.22%",
    "23件",
    "19件",
    "21%",
    "6件",
    "100%",
    "16570件",
    "98%",
    "627名",
    "4078场次",
    "3.8万件",
    "99.96%",
    "99.04%",
    "157项",
    "275项",
    "77.1%",
    "20个",
    "1379项",
    "56种",
    "11232项",
    "10563项",
    "100%",
    "2651件",
]
"""Section by section, as they stand in the text: 74 in digits, and 一天."""


@pytest.fixture(scope="module")
def body() -> str:
    """The report from its title line to the end."""
    return CAPTURE.read_bytes().decode("utf-8").split("\n", TITLE_LINE)[TITLE_LINE]


@pytest.fixture(scope="module")
def numerals(body: str) -> tuple[Numeral, ...]:
    """The numerals of the report."""
    return read_numerals(body)


def by_kind(numerals: tuple[Numeral, ...], kind: NumeralKind) -> list[str]:
    """List the words of one kind."""
    return [numeral.text for numeral in numerals if numeral.kind is kind]


def test_the_quantities_are_the_seventy_five_of_the_report(numerals: tuple[Numeral, ...]) -> None:
    """74 quantities in digits and 一天, in the order of the text."""
    facts = by_kind(numerals, NumeralKind.FACT)
    assert facts == FACTS
    assert len(facts) == 75
    assert sum(any(character.isdecimal() for character in fact) for fact in facts) == 74


def test_no_digit_is_left_over(body: str, numerals: tuple[Numeral, ...]) -> None:
    """Every digit of the report stands in a numeral."""
    assert find_unread_digits(body, numerals) == ()


def test_every_other_kind_is_complete(numerals: tuple[Numeral, ...]) -> None:
    """The non-facts are those that the reading of the report lists."""
    assert Counter(by_kind(numerals, NumeralKind.YEAR)) == {"2023年": 6, "2024年": 2, "2025年": 1}
    assert by_kind(numerals, NumeralKind.DATE) == ["2024年2月1日"]
    assert Counter(by_kind(numerals, NumeralKind.PLAN_PERIOD)) == {"2021—2025年": 3, "2023—2025年": 1}
    assert Counter(by_kind(numerals, NumeralKind.ORDINAL)) == {
        "二十大": 2, "第一": 1, "第五次": 1, "十四五": 1, "第二批": 3, "第三批": 1,
    }  # fmt: skip
    assert by_kind(numerals, NumeralKind.DOCUMENT_NUMBER) == ["12345"]
    assert by_kind(numerals, NumeralKind.LEGAL_NAME) == ["三年"]
    assert by_kind(numerals, NumeralKind.EVENT_DATE) == ["8·13", "8·29"]
    assert by_kind(numerals, NumeralKind.STRUCTURAL) == ["两级", "四级", "两级"]
    assert len(by_kind(numerals, NumeralKind.LIST_MARKER)) == 19
    assert Counter(by_kind(numerals, NumeralKind.IDIOM)) == {
        "一颗印章管审批": 1, "一支队伍管执法": 1, "一规划两实施规划": 1, "一张网": 2, "一网通办": 1,
        "一部手机办事通": 1, "两法衔接": 1, "一件事一次办": 2, "三项制度": 2,
    }  # fmt: skip


def test_the_qualified_quantities_are_known(numerals: tuple[Numeral, ...]) -> None:
    """Seven quantities are qualified, the others exact."""
    qualified = {(n.text, n.qualifier, n.qualifier_text) for n in numerals if n.qualifier}
    assert qualified == {
        ("20余次", Qualifier.APPROXIMATE, "余"),
        ("2000余件(次)", Qualifier.APPROXIMATE, "余"),
        ("5人", Qualifier.AT_LEAST, "不少于"),
        ("60人", Qualifier.AT_LEAST, "不少于"),
        ("15人", Qualifier.AT_LEAST, "不少于"),
        ("135项", Qualifier.AVERAGE, "平均"),
        ("7件", Qualifier.PLANNED, "拟"),
    }


def test_values_and_units_apply_ten_thousands(numerals: tuple[Numeral, ...]) -> None:
    """万 and 亿 go into the value, the bare measure word into the unit."""
    facts = {n.text: (str(n.value), n.unit) for n in numerals if n.kind is NumeralKind.FACT}
    assert facts["132.87万件"] == ("1328700", "件")
    assert facts["3.8万件"] == ("38000", "件")
    assert facts["5.51亿元"] == ("551000000", "元")
    assert facts["178914人(次)"] == ("178914", "人(次)")
    assert facts["20个工作日"] == ("20", "个工作日")
    assert facts["98.22%"] == ("98.22", "%")
    assert facts["一天"] == ("1", "天")
