"""Numbers in cells of tables: their unit, value and year, what they are called, and when nothing is read."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from table_samples import analyse_table


@pytest.mark.parametrize(
    ("table", "cells"),
    [
        ("指标\t数量(万人)\n甲\t1.5\n乙\t2", [("15000", "人", "万人"), ("20000", "人", "万人")]),
        ("单位:万元\n指标\t上半年\n甲\t1.5\n乙\t2", [("15000", "元", "万元"), ("20000", "元", "万元")]),
        ("单位:个、万人\n指标\t上半年\n甲\t1\n乙\t2", [("1", "", ""), ("2", "", "")]),
        ("指标\t单位\t上半年\n人口\t万人\t1.5\n户数\t户\t20", [("15000", "人", "万人"), ("20", "户", "户")]),
        ("单位:万元\n指标\t增长(%)\n甲\t1.5\n乙\t2", [("1.5", "%", "%"), ("2", "%", "%")]),
        ("单位:万元\n指标\t比上年增长\n甲\t1.5\n乙\t2", [("1.5", "", ""), ("2", "", "")]),
        ("指标\t上半年\n人口(万人)\t1.5\n户数(户)\t20", [("15000", "人", "万人"), ("20", "户", "户")]),
        ("单位:个\n县(市)\t上半年\n青石(镇)\t3\n白石(镇)\t4", [("3", "个", "个"), ("4", "个", "个")]),
        ("指标\t数量(含市本级)\n甲\t3\n乙\t4", [("3", "", ""), ("4", "", "")]),
    ],
)
def test_the_unit_of_a_cell(table: str, cells: list[tuple[str, str, str]], tmp_path: Path) -> None:
    """The nearest word that is one unit counts: the column's, a column of units, the row's, that above the table."""
    facts = [fact for fact in analyse_table(tmp_path, table).facts if not fact.named]
    assert [(f"{fact.value:f}", fact.unit, fact.unit_words) for fact in facts] == cells


def test_a_value_keeps_its_precision(tmp_path: Path) -> None:
    """1.5 under 万人 stands for every number that would be printed so."""
    fact = next(f for f in analyse_table(tmp_path, "指标\t数量(万人)\n甲\t1.5\n乙\t2").facts if not f.named)
    assert (fact.resolution, fact.is_rounded, fact.surface, fact.words) == (
        Decimal(1000),
        True,
        "1.5",
        "1.5万人",
    )


@pytest.mark.parametrize(
    ("table", "names"),
    [
        ("指标\t2022年\n甲\t3\n乙\t4", ["「甲」一行、「2022年」一栏", "「乙」一行、「2022年」一栏"]),
        (
            "指标\t申请人\t\n\t个人\t机构\n一、收到\t3\t4",
            ["「一、收到」一行、「申请人／个人」一栏", "「一、收到」一行、「申请人／机构」一栏"],
        ),
        (
            "类\t指标\t数量\n甲类\t新收\t3\n\t办结\t4",
            ["「甲类／新收」一行、「数量」一栏", "「甲类／办结」一行、「数量」一栏"],
        ),
        ("\t按人\t按户\t\t\n\t去年\t今年\t去年\t今年\n甲\t5\t2\t3\t4",
            [f"「甲」一行、「{head}」一栏" for head in ("按人／去年", "按人／今年", "按户／去年", "按户／今年")]),
        ("指标\t数量\n甲\t3\n其中：\t\n乙\t4",
            ["「甲」一行、「数量」一栏", "「其中：／乙」一行、「数量」一栏"]),
        ("指标\t数量\t增长\n甲\t3\t5\n指标\t人数\t增长\n乙\t4\t6",
            ["「甲」一行、「数量」一栏", "「甲」一行、「增长」一栏", "「乙」一行、「人数」一栏", "「乙」一行、「增长」一栏"]),
    ],
)  # fmt: skip
def test_the_name_of_a_cell(table: str, names: list[str], tmp_path: Path) -> None:
    """A number is called by the heads of its row and column, those that stretch over it included."""
    facts = [fact for fact in analyse_table(tmp_path, table).facts if not fact.named]
    assert [fact.indicator.name for fact in facts] == names


def test_the_year_of_a_cell(tmp_path: Path) -> None:
    """A head that begins with a year says it; 比2022年增长 compares with one and says none."""
    facts = analyse_table(tmp_path, "指标\t2022年\t比2022年增长\n甲\t3\t4\n乙\t5\t6").facts
    assert [fact.year for fact in facts if not fact.named] == ["2022", "2023", "2022", "2023"]


def test_a_broken_table_says_nothing(tmp_path: Path) -> None:
    """Where a column has numbers and no head, cells may have slipped: no unit and no name is taken from heads."""
    facts = analyse_table(tmp_path, "单位:个\n指标\t数量\n甲\t3\t4\n乙\t5\t6").facts
    cells = [fact for fact in facts if not fact.named]
    assert [fact.unit for fact in cells] == [""] * 4
    assert not any("一栏" in fact.indicator.name for fact in cells)
