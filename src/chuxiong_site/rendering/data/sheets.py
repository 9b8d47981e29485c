"""The sheets of the workbook: columns and cells as values; `workbook.py` writes them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from ...model import addresses
from ...model.catalogue import SiteConfig
from ...model.findings import ReportFindings
from ...model.records import dataclass
from ..parts.outcomes import Tally, compute_tallies
from .data_files import describe_check, describe_fact, describe_numerals
from .fields import CHECKS, FACTS, NUMERALS, TABLES, DataField, DataTable


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number with the places it is shown to: 98.22 to two, 1328700 to none."""

    value: Decimal
    places: int


Cell = str | Number
"""An empty text is an empty cell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A heading with its width in characters."""

    title: str
    width: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A sheet that holds one table."""

    title: str
    name: str
    """The table's name for formulas and queries: `facts`."""
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


def describe_cover(site: SiteConfig, report_findings: ReportFindings) -> tuple[tuple[str, Cell], ...]:
    """Return the lines of the cover: title, source, licence, counts."""
    report, fields = report_findings.report, report_findings.report.disclosure
    address = addresses.absolute(site.base_url, addresses.report_page(report, "index"))
    lines: tuple[tuple[str, Cell], ...] = (
        ("标题", report.title),
        ("声明", site.notice),
        ("发布机构", fields.publisher),
        ("发布日期", fields.published),
        ("索引号", fields.index_number),
        ("官方原页", report.source_url),
        ("采集页校验值（SHA-256）", report.capture_sha256),
        ("可读版", address),
        ("许可", f"标注与数据：{site.data_licence.sentence}。官方文件依《中华人民共和国著作权法》第五条不受该法保护。"),
        ("全部数字（个）", _count(len(report_findings.facts))),
        *(line for tally in compute_tallies(report_findings) for line in _describe_tally(tally)),
        ("正文里各类的数（处）", _count(len(report_findings.census))),
    )  # fmt: skip
    return tuple((label, cell) for label, cell in lines if cell != "")


def _describe_tally(tally: Tally) -> tuple[tuple[str, Cell], ...]:
    outcomes = ((f"{tally.name}：{outcome}（{tally.unit}）", _count(n)) for outcome, n in tally.outcomes)
    return ((f"{tally.name}（{tally.unit}）", _count(tally.total)), *outcomes)


def describe_sheets(report_findings: ReportFindings) -> tuple[Sheet, ...]:
    """Return the notes and the three tables."""
    facts = [
        {**describe_fact(report_findings.report, fact), "value": Number(value=fact.value, places=_places(fact.resolution))}
        for fact in report_findings.facts
    ]  # fmt: skip
    checks = [describe_check(check) for check in report_findings.checks]
    return (
        _describe_notes(),
        _describe_table(FACTS, facts),
        _describe_table(CHECKS, checks),
        _describe_table(NUMERALS, describe_numerals(report_findings)),
    )


def _count(number: int) -> Number:
    return Number(value=Decimal(number), places=0)


def _places(resolution: Decimal) -> int:
    """Return how many digits stand behind the point: a resolution of 0.01 is two, of 100 none."""
    exponent = resolution.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _describe_notes() -> Sheet:
    return Sheet(
        title="字段说明",
        name="notes",
        columns=(
            Column(title="表", width=12),
            Column(title="列", width=12),
            Column(title="数据文件里的名称", width=18),
            Column(title="说明", width=90),
        ),
        rows=tuple(
            (table.title, field.title, f"{table.name}.{field.name}", field.explanation)
            for table in TABLES
            for field in table.fields
        ),
    )


def _describe_table(table: DataTable, rows: Sequence[Mapping[str, Any]]) -> Sheet:
    return Sheet(
        title=table.title,
        name=table.name,
        columns=tuple(column for field in table.fields for column in _list_columns(field)),
        rows=tuple(
            tuple(cell for field in table.fields for cell in _list_cells(field, row[field.name]))
            for row in rows
        ),
    )


def _list_columns(field: DataField) -> tuple[Column, ...]:
    own = Column(title=field.title, width=field.width)
    if field.name == "interval":
        return (Column(title="区间下限", width=10), Column(title="区间上限", width=10))
    if field.codes:
        return (own, Column(title=f"{field.title}名称", width=14))
    return (own,)


def _list_cells(field: DataField, value: Any) -> tuple[Cell, ...]:
    if field.name == "interval":
        return tuple(_describe_bound(bound) for bound in value) if value else ("", "")
    if field.codes:
        return (value or "", dict(field.codes).get(value, ""))
    if field.type == "array":
        return (" ".join(value),)
    if field.type == "integer":
        return (_count(value),)
    if field.type == "boolean":
        return (str(value).lower(),)
    return ("" if value is None else value,)


def _describe_bound(bound: str) -> Number:
    number = Decimal(bound)
    return Number(value=number, places=_places(number) if number % 1 else 0)
