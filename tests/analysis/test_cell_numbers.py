"""When are four digits in a cell of a table a quantity, and when a year?"""

from __future__ import annotations

import pytest

from chuxiong_site.analysis.report_numerals import read_paragraph_numerals
from chuxiong_site.content.tables import find_tables
from chuxiong_site.model.numeral import NumeralKind
from chuxiong_site.model.place import Span


def list_quantities(body: str) -> list[str]:
    """Return the quantities of a text whose lines are its paragraphs."""
    spans, start = [], 0
    for line in body.split("\n"):
        spans.append(Span(start=start, end=start + len(line)))
        start += len(line) + 1
    numerals = read_paragraph_numerals(body, spans, find_tables(body, spans, frozenset()))
    return [numeral.text for numeral in numerals if numeral.kind is NumeralKind.FACT]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("项目\t2023年\t2024年\n国道\t1872\t1956\n省道\t2010\t305", ["1872", "1956", "2010", "305"]),
        ("工程\t建成\t投资\n甲桥\t2019\t1950.5\n乙桥\t2021\t2000", ["1950.5", "2000"]),
        ("年份\t人口\n2022\t35\n2023\t36", ["35", "36"]),
        ("2023 年建成 2010 米的桥。\n又一段。", ["2010 米"]),
    ],
)
def test_four_digits_in_a_cell(body: str, expected: list[str]) -> None:
    """In a column with a figure that is no year they are quantities; where all may be years, and in heads, they are years."""
    assert list_quantities(body) == expected
