"""Each chart as files: a picture that stands alone, and its rows. Plain addresses, so that every reader can open them."""

from __future__ import annotations

from collections.abc import Mapping

from ...charts import render_standalone
from ...model import addresses
from ...model.chart import ChartRecord
from ...model.numeral import describe_decimal
from ..export import ExportInputs
from ..parts.chart_words import describe_chart_foot
from .data_files import render_table

HEADER = ("名称", "数值", "值", "单位", "范围", "出处", "标识")


def render_chart_files(inputs: ExportInputs) -> Mapping[str, bytes]:
    """Return an SVG and a CSV for every chart of the report."""
    files: dict[str, bytes] = {}
    for record in inputs.context.charts:
        if record.report_id == inputs.report.id:
            files[addresses.chart_file(record.report_id, record.id, "svg")] = render_standalone(
                record,
                describe_chart_foot(inputs.context.site, inputs.report),
                inputs.context.site.theme.accent,
            )
            files[addresses.chart_file(record.report_id, record.id, "csv")] = _render_rows(record)
    return files


def _render_rows(record: ChartRecord) -> bytes:
    return render_table(
        HEADER,
        (
            (
                row.label,
                row.shown,
                describe_decimal(row.value),
                row.fact.unit,
                row.fact.indicator.scope,
                row.source,
                row.fact.id,
            )
            for row in record.rows
        ),
    )
