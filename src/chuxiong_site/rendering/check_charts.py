"""Does every chart say on the page what its record says: title, picture, sentence, table and Plotly figure?"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from ..charts import compute_chart_records, compute_chart_table, describe_chart, picture_id
from ..model.chart import ChartRecord
from ..model.findings import Findings
from ..problems import Problem
from . import urls
from .faults import describe_fault
from .read_back import BuiltPage, ShownChart

PICTURE_WORDS = re.compile(r"(?:<title|<desc|data-fact-value)[^>]*>(.*?)</(?:title|desc|text)>")
TAG = re.compile(r"<[^>]*>")


def check_charts(findings: Findings, pages: Mapping[str, BuiltPage]) -> Iterator[Problem]:
    """Yield every chart that is missing, unknown, or says anything else than its record."""
    records = {picture_id(record): record for record in compute_chart_records(findings)}
    shown = {
        chart.id for path, page in pages.items() if not urls.is_taken_away(path) for chart in page.charts
    }
    for id in sorted(records.keys() - shown):  # noqa: A001
        yield describe_fault(f"{records[id].report}/", f"没有图 {id}", "每张图都在它那一节的网页上")
    for path, page in pages.items():
        for chart in page.charts:
            if chart.id in records:
                yield from _check_chart(path, chart, records[chart.id])
            else:
                yield describe_fault(path, f"多出图 {chart.id}", "charts.yaml 里有的图")


def _check_chart(path: str, chart: ShownChart, record: ChartRecord) -> Iterator[Problem]:
    for name, wanted in _list_words(record).items():
        shown = chart.words.get(name, [])
        if shown != wanted:
            yield describe_fault(
                path, f"图 {record.id} 的 {name}「{'、'.join(shown)}」", f"「{'、'.join(wanted)}」"
            )
    figures = chart.words.get("chart__data", [] if urls.is_taken_away(path) else ["{}"])
    for shown_figure in figures:
        yield from _check_figure(path, record, json.loads(shown_figure))


def _list_words(record: ChartRecord) -> dict[str, list[str]]:
    """Return what each part of the chart has to say."""
    values = [row.shown for row in record.rows]
    return {
        "chart__title": [record.title],
        "chart__sentence": [describe_chart(record)],
        "chart__note": [record.note] if record.note else [],
        "chart__table-caption": [compute_chart_table(record).caption],
        "chart__label": [row.label for row in record.rows],
        "chart__value": values,
        "chart__cell": values,
    }


def _check_figure(path: str, record: ChartRecord, figure: dict[str, Any]) -> Iterator[Problem]:
    """Numbers, words and hover notes of the Plotly figure are those of the record's rows, in their order."""
    trace = (figure.get("data") or [{}])[0]
    values = [row.shown for row in record.rows]
    found: dict[str, list[Any]] = {
        "数值": [Decimal(str(number)) for number in trace.get("x", ())],
        "文字": list(trace.get("text", ())),
        "提示": [
            value if value in _read_lines(note) else "".join(_read_lines(note))
            for value, note in zip(values, trace.get("customdata", ()), strict=False)
        ],
        "下载的图": _read_picture(figure.get("download", {}).get("picture", "")),
        "下载标题": ["".join(figure.get("download", {}).get("title", ())).replace(" ", "")],
    }
    wanted: dict[str, list[Any]] = {
        "数值": [row.value for row in record.rows],
        "文字": values,
        "提示": values,
        "下载的图": [record.title, describe_chart(record), *values],
        "下载标题": [record.title.replace(" ", "")],
    }
    for name, ours in found.items():
        if ours != wanted[name]:
            yield describe_fault(
                path,
                f"图 {record.id} 互动图的{name}「{'、'.join(map(str, ours))}」",
                f"「{'、'.join(map(str, wanted[name]))}」",
            )


def _read_picture(svg: str) -> list[str]:
    """Return title, description and values of a picture."""
    return [html.unescape(TAG.sub("", words)) for words in PICTURE_WORDS.findall(svg)]


def _read_lines(text: str) -> list[str]:
    """Undo Plotly's little markup."""
    return [html.unescape(line) for line in text.split("<br>")]
