from __future__ import annotations

from dataclasses import replace

import pytest

from chuxiong_site.content.disclosure import LABELS, check_disclosure, read_captured
from chuxiong_site.model.catalogue import Disclosure
from chuxiong_site.model.place import Place

HEAD = (
    "首页\n索引号:示例-001 | 公开目录:年度报告 | 发布机构:示例州人民政府办公室 |\n"
    "主题词: | 发布日期:2024年03月01日 | 文 号: |\n标 题:\n示例州 年度报告\n|\n成文日期: |"
)
RIGHT = Disclosure(
    index_number="示例-001",
    catalogue="年度报告",
    publisher="示例州人民政府办公室",
    published="2024年03月01日",
    title="示例州年度报告",
)


def test_the_eight_fields() -> None:
    """All eight fields of the official page are read, the empty ones as empty."""
    captured = read_captured(HEAD)
    assert list(captured) == list(LABELS)
    assert captured["published"] == "2024年03月01日"
    assert (captured["subject_words"], captured["document_number"], captured["written"]) == ("", "", "")


def test_full_width_colons() -> None:
    """Pages that write ： are read too."""
    assert read_captured("索引号：甲|")["index_number"] == "甲"


@pytest.mark.parametrize(
    ("head", "found"),
    [
        ("索 引 号：\t甲-1\t信息分类：\t年报\n发布机构：\t乙局\t文号：\t\n", {"index_number": "甲-1", "publisher": "乙局", "document_number": ""}),
        ("索引号：甲-1 发布机构：乙局 发布时间：2025-02-03 10:20:05", {"index_number": "甲-1", "publisher": "乙局", "published": "2025-02-03"}),
        ("发文机关：\n乙局\n发文字号：\n成文日期：\n2025年1月8日\n", {"publisher": "乙局", "document_number": "", "written": "2025年1月8日"}),
        ("【发布日期】：2025-02-03\n首页", {"published": "2025-02-03"}),
    ],
)  # fmt: skip
def test_other_pages(head: str, found: dict[str, str]) -> None:
    """Fields in cells, one behind another on a line, and under their labels are read; so are other names of the same."""
    assert read_captured(head) == found


def test_the_same_fields() -> None:
    """Fields that say what the page says are right; blanks make no difference."""
    assert check_disclosure(RIGHT, HEAD, {}, "reports/2023.md") == []


@pytest.mark.parametrize(
    ("field", "value", "found", "expected"),
    [
        (
            "published",
            "2024年03月02日",
            "发布日期写的是「2024年03月02日」",
            "与采集页相同：「2024年03月01日」",
        ),
        ("published", "", "发布日期没有填", "与采集页相同：「2024年03月01日」"),
        ("subject_words", "植树", "主题词写的是「植树」", "与采集页相同：没有填"),
    ],
)
def test_other_fields(field: str, value: str, found: str, expected: str) -> None:
    """A field that is changed, left out or filled in is a problem at its place."""
    place = Place(file="reports/2023.md", line=7, column=3)
    [problem] = check_disclosure(replace(RIGHT, **{field: value}), HEAD, {field: place}, "reports/2023.md")
    assert (problem.code, problem.place, problem.found, problem.expected) == ("E320", place, found, expected)


def test_a_page_without_fields() -> None:
    """A captured page that has no such head gives nothing to compare with."""
    assert check_disclosure(RIGHT, "只有正文", {}, "reports/2023.md") == []
