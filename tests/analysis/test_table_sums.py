"""Totals of tables are found by their heads and compared with the sum of what they total."""

from __future__ import annotations

from pathlib import Path

import pytest

from chuxiong_site.model.check_specs import TableSum
from chuxiong_site.model.findings import CheckOutcome
from table_samples import analyse_table


@pytest.mark.parametrize(
    ("table", "sums"),
    [
        ("地\t数\n甲\t3\n乙\t4\n合计\t7", ["3 + 4 = 7 holds"]),
        ("地\t数\n合计\t7\n甲\t3\n乙\t4", ["3 + 4 = 7 holds"]),
        ("地\t数\n甲\t3\n乙\t4\n合计\t8", ["3 + 4 = 7 unverifiable"]),
        ("地\t合计\t男\t女\n甲\t7\t3\t4\n乙\t9\t4\t5", ["3 + 4 = 7 holds", "4 + 5 = 9 holds"]),
        ("地\t数\n甲\t3\n其中：新\t1\n乙\t4\n合计\t7", ["3 + 4 = 7 holds"]),
        ("地\t数\n甲\t3\n乙\t4\n小计\t7\n丙\t5\n丁\t6\n小计\t11\n合计\t18",
            ["3 + 4 = 7 holds", "5 + 6 = 11 holds", "3 + 4 + 5 + 6 = 18 holds"]),
        ("类\t项\t数\n甲类\t新\t3\n\t旧\t4\n\t合计\t7\n乙类\t新\t5\n\t旧\t6\n\t合计\t11",
            ["3 + 4 = 7 holds", "5 + 6 = 11 holds"]),
        ("地\t数(万人)\n甲\t1.2\n乙\t2.3\n合计\t3.6", ["1.2万人 + 2.3万人 = 35000人 holds"]),
        ("地\t增长(%)\n甲\t3\n乙\t4\n合计\t3.5", []),
        ("地\t数\n甲\t3\n乙\t—\n丙\t4\n合计\t7", ["3 + 4 = 7 holds"]),
        ("地\t数\n甲\t3\n乙\t未报\n丙\t4\n合计\t7", []),
        ("地\t数\n合计\t7\n甲\t7", []),
    ],
)  # fmt: skip
def test_totals(table: str, sums: list[str], tmp_path: Path) -> None:
    """A total adds up the lines beside it: those of its group, without other totals and without 其中."""
    checks = [c for c in analyse_table(tmp_path, table).checks if isinstance(c.spec, TableSum)]
    assert [f"{c.formula} = {c.computed} {c.outcome}" for c in checks] == sums


def test_a_difference_is_no_mistake(tmp_path: Path) -> None:
    """Where the sum is another one, what the lines add up to is said, and nothing is held against the report."""
    [check] = [
        c
        for c in analyse_table(tmp_path, "地\t数\n甲\t3\n乙\t4\n合计\t8").checks
        if isinstance(c.spec, TableSum)
    ]
    assert check.outcome is CheckOutcome.UNVERIFIABLE
    assert check.reason == "表里没有写明怎样加总，各项相加是 7。"
    assert check.spec.name == "「合计」一行、「数」一栏：各行相加"
