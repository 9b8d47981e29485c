"""Which lines are a table, and what do its head and its cells hold?"""

from __future__ import annotations

import pytest

from chuxiong_site.content.tables import find_tables
from chuxiong_site.model.place import Span
from chuxiong_site.model.table import Table


def read(body: str) -> list[Table]:
    """Return the tables of a text whose lines are its paragraphs."""
    spans, start = [], 0
    for line in body.split("\n"):
        spans += [Span(start=start, end=start + len(line))] if line.strip() else []
        start += len(line) + 1
    return list(find_tables(body, spans, frozenset(span for span in spans if "---" in span.of(body))))


def words(body: str, table: Table) -> list[list[str]]:
    """Return the cells of a table."""
    return [[cell.of(body) for cell in row] for row in table.rows]


@pytest.mark.parametrize(
    "body",
    [
        "话。\n项目\t2023年\t2024年\n道路\t12\t15\n桥梁\t3\t\n话。",
        "| 项目 | 2023年 | 2024年 |\n| --- | --- | --- |\n| 道路 | 12 | 15 |\n| 桥梁 | 3 |  |",
    ],
)
def test_tabs_and_bars(body: str) -> None:
    """Rows between tabs and between bars are cells without the blanks around them; the head says what columns are."""
    [table] = read(body)
    assert words(body, table) == [["项目", "2023年", "2024年"], ["道路", "12", "15"], ["桥梁", "3", ""]]
    assert (table.head_rows, table.head_columns) == (1, 1)


@pytest.mark.parametrize("body", ["话。\n\t地表水\n话。", "甲\t乙", "用 | 分开的一句话。\n又一句。"])
def test_what_is_no_table(body: str) -> None:
    """An indent, a single row, a bar in a sentence make no table."""
    assert read(body) == []


def test_a_head_of_several_rows() -> None:
    """All rows above the first with figures are the head; cells that stretch over others say so of each."""
    body = "事项\t申请人\t\t\n\t自然人\t单位\t总计\n新收\t15\t6\t21\n上年结转\t1\t0\t1"
    [table] = read(body)
    assert (table.head_rows, table.head_columns) == (2, 1)
    assert [cell.of(body) for cell in table.list_column_heads(2)] == ["申请人", "单位"]
    assert [cell.of(body) for cell in table.list_row_heads(3)] == ["上年结转"]


def test_rows_go_on_below_an_empty_cell() -> None:
    """A row whose first cell is empty belongs to the one above."""
    body = "事项\t情形\t数\n办理\t公开\t3\n\t不公开\t1"
    [table] = read(body)
    assert [cell.of(body) for cell in table.list_row_heads(2)] == ["办理", "不公开"]


def test_notes_stand_above() -> None:
    """The lines right above a table that name it or its unit are its notes."""
    body = "话。\n表1 道路情况\n单位：公里\n项目\t长\n国道\t12\n省道\t30"
    [table] = read(body)
    assert [note.of(body) for note in table.notes] == ["表1 道路情况", "单位：公里"]
