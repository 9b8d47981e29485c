"""The data files that are made of all reports, in the order readers see them: one entry each."""

from __future__ import annotations

from collections.abc import Callable

from ...model.findings import Findings
from ...model.records import dataclass
from .all_years import render_all_facts, render_indicators
from .fields import ALL_FACTS, INDICATORS, DataTable


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteFile:
    """A data file of the site: one entry is all that the lists of downloads and the data package need to know."""

    path: str
    media_type: str
    about: str
    """What readers find in it, in a few words."""
    table: DataTable
    render: Callable[[Findings], bytes]


SITE_FILES: list[SiteFile] = [
    SiteFile(
        path="data/facts.csv",
        media_type="text/csv",
        about="全部年度的数字，一张表，第一列是哪一份报告",
        table=ALL_FACTS,
        render=render_all_facts,
    ),
    SiteFile(
        path="data/indicators.csv",
        media_type="text/csv",
        about="全部指标：名称、种类、单位、范围、主题、定义",
        table=INDICATORS,
        render=render_indicators,
    ),
]
