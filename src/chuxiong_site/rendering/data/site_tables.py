"""The tables that are made of all reports, in the order readers see them: one entry each."""

from __future__ import annotations

from collections.abc import Callable

from ...model.findings import Findings
from ...model.records import dataclass
from .all_years import render_all_facts, render_indicators
from .fields import ALL_FACTS, INDICATORS, DataTable


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteTable:
    """A table of the site as CSV: one entry is all that the files which describe it need to know."""

    path: str
    about: str
    """What readers find in it, in a few words."""
    table: DataTable
    render: Callable[[Findings], bytes]


SITE_TABLES: list[SiteTable] = [
    SiteTable(
        path="data/facts.csv",
        about="全部年度的数字，一张表，第一列是哪一份报告",
        table=ALL_FACTS,
        render=render_all_facts,
    ),
    SiteTable(
        path="data/indicators.csv",
        about="全部指标：名称、种类、单位、范围、主题、定义",
        table=INDICATORS,
        render=render_indicators,
    ),
]
