"""The table of a chart: the rows of the picture, with scope and source."""

from __future__ import annotations

from ..model.chart import ChartRecord
from ..model.records import dataclass
from .forms import FORMS


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartTableRow:
    """One row of the table."""

    fact: str
    report_id: str
    label: str
    shown: str
    unit: str
    scope: str
    source: str
    href: str
    """Relative to the site root."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartTable:
    """A chart's table; shown on the page with or without the picture."""

    caption: str
    header: tuple[str, ...]
    """Headings of label, value, scope and source."""
    rows: tuple[ChartTableRow, ...]


def compute_chart_table(record: ChartRecord) -> ChartTable:
    """Return the table of a chart; the value holds its unit."""
    caption = f"{record.subject or record.title}（单位：{record.unit}）"
    rows = tuple(
        ChartTableRow(
            fact=row.fact.id,
            report_id=row.report_id,
            label=row.label,
            shown=row.shown,
            unit=row.fact.counted_in,
            scope=row.fact.indicator.scope,
            source=row.source,
            href=row.href,
        )
        for row in record.rows
    )
    return ChartTable(
        caption=caption, header=(FORMS[record.form].row_header, "数值", "范围", "出处"), rows=rows
    )
