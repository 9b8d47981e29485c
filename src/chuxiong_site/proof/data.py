"""Prove the data files of a report: every field of every record, and that no record is missing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from ..model.findings import ReportFindings
from ..model.site import Site, read_artifact
from ..problems import Problem
from .documents.tables import Row, UnreadableError, read_csv, read_json, read_rows, read_workbook, say_cell
from .documents.utterance import Record, Utterance
from .faults import create_fault
from .scopes.data import locate_numeral

Said = tuple[str, Utterance | Record]
"""A path and what the file says."""
TABLES: Mapping[str, Callable[[Row], str]] = {
    "facts": lambda row: row.get("id", ""),
    "numerals": lambda row: f"_numeral-{row.get('start', '')}",
    "checks": lambda row: f"_check-{row.get('id', '')}",
}
"""Table → the anchor of the thing that a record is about."""
COVER = "说明"
"""The sheet whose lines are a label and what it names."""
SHEETS = {
    "全部数字": ("facts", {
        "标识": "id", "指标名称": "name", "原文": "surface", "显示": "display", "数值": "value", "单位": "unit",
        "种类": "measure", "种类名称": "measure_name", "限定": "qualifier", "限定名称": "qualifier_name", "范围": "scope",
        "节": "section", "报告里的节": "section_label", "所在句子": "sentence", "指标标识": "indicator", "已命名": "named", "角色": "role", "角色名称": "role_name", "年份": "year", "所指": "of",
        "起": "start", "止": "end", "网页": "href",
    }),
    "核对": ("checks", {
        "标识": "id", "名称": "name", "用到的数字": "inputs", "算式": "formula", "报告写的结果": "printed",
        "区间下限": "low", "区间上限": "high", "结果": "result", "结果名称": "result_name", "理由": "reason",
    }),
    "数的归类": ("numerals", {
        "起": "start", "止": "end", "原文": "text", "类别": "kind", "类别名称": "kind_name", "数字标识": "fact",
    }),
}  # fmt: skip
"""Sheet of the workbook → its table, and the field behind each heading."""


def list_expected(report_findings: ReportFindings) -> Mapping[str, list[str]]:
    """Return the anchors of the records of each table, in order."""
    return {
        "facts": [fact.id for fact in report_findings.facts],
        "numerals": [locate_numeral(report_findings.report, entry) for entry in report_findings.census],
        "checks": [f"_check-{check.spec.id}" for check in report_findings.checks],
    }


def list_data_files(
    report_findings: ReportFindings,
) -> Iterator[tuple[str, str, Callable[[bytes], list[Row]]]]:
    """Yield (path, table, how its rows are read) for every table that a report has to have."""
    folder = f"data/{report_findings.report.id}"
    for table in TABLES:
        yield f"{folder}/{table}.json", table, partial(_read_json_table, table)
    yield f"{folder}/facts.csv", "facts", _read_csv_table
    for title, (table, fields) in SHEETS.items():
        yield f"{folder}/facts.xlsx", table, partial(_read_sheet, title, fields)


def check_data(report_findings: ReportFindings, site: Site) -> Iterator[Problem | Said]:
    """Yield faults of the files as such, and every cell as an utterance for the gate."""
    wanted = list_expected(report_findings)
    for path, table, read in list_data_files(report_findings):
        try:
            rows = read(read_artifact(site, path))
        except UnreadableError as error:
            yield create_fault(path, str(error), "完好的数据文件")
            continue
        anchors = [TABLES[table](row) for row in rows]
        if anchors != wanted[table]:
            yield create_fault(path, _name_difference(anchors, wanted[table]), "与报告的条目和次序相同")
        if path.endswith("facts.json"):
            yield from _check_extents(path, report_findings, dict(zip(anchors, rows, strict=True)))
        for anchor, row in zip(anchors, rows, strict=True):
            yield path, Record(kind=table, subject=anchor, fields=row)
    yield from _read_words(f"data/{report_findings.report.id}/facts.xlsx", site)
    yield from _read_report(f"data/{report_findings.report.id}/facts.json", site)


def _check_extents(path: str, report_findings: ReportFindings, rows: Mapping[str, Row]) -> Iterator[Problem]:
    """Yield the ends, rates, members and bounds that a record leaves out, as only some records have them."""
    for fact in report_findings.facts:
        wanted = {
            "upper": fact.upper is not None,
            "per": fact.per is not None,
            "members": bool(fact.members),
            "included": fact.included is not None,
        }
        missing = [
            name for name, is_there in wanted.items() if is_there and not rows.get(fact.id, {}).get(name)
        ]
        for name in missing:
            yield create_fault(path, f"{fact.id} 没有 {name}", "报告里写的范围、比率和界限都在")


def _read_words(path: str, site: Site) -> Iterator[Said]:
    """Yield the lines of the sheets that are no tables: the cover and the notes."""
    try:
        sheets = read_workbook(read_artifact(site, path))
    except UnreadableError:
        return
    for title, lines in sheets.items():
        if title == COVER:
            yield from ((path, Utterance(text="：".join(line), role="sheet")) for line in lines)
        elif title not in SHEETS:
            yield from ((path, Utterance(text=cell, role="sheet")) for line in lines for cell in line)


def _read_report(path: str, site: Site) -> Iterator[Said]:
    """Yield the utterances of the data about the report itself."""
    try:
        whole = read_json(read_artifact(site, path))
    except UnreadableError:
        return
    for name, value in whole.get("report", {}).items() if isinstance(whole, dict) else ():
        yield path, Utterance(text=say_cell(value), role=f"report.{name}")


def _name_difference(ours: list[str], theirs: list[str]) -> str:
    at = next((i for i, pair in enumerate(zip(ours, theirs, strict=False)) if pair[0] != pair[1]), None)
    if at is None:
        return f"有 {len(ours)} 条记录，该有 {len(theirs)} 条"
    return f"第 {at + 1} 条记录是「{ours[at]}」，该是「{theirs[at]}」"


def _read_json_table(table: str, data: bytes) -> list[Row]:
    whole = read_json(data)
    return read_rows(whole.get(table) if isinstance(whole, dict) else None)


def _read_csv_table(data: bytes) -> list[Row]:
    return [_unshield(row) for row in read_csv(data)]


def _read_sheet(title: str, fields: Mapping[str, str], data: bytes) -> list[Row]:
    lines = read_workbook(data).get(title)
    if not lines:
        raise UnreadableError(f"没有「{title}」这张表")
    return list(_name_cells(lines, fields))


def _unshield(row: Row) -> Row:
    """Return a cell without the apostrophe that shields formulas from spreadsheet programs."""
    return {
        name: cell[1:] if cell.startswith("'") and cell[1:2] in "=+-@\t\r" else cell
        for name, cell in row.items()
    }


def _name_cells(lines: list[list[str]], fields: Mapping[str, str]) -> Iterator[Row]:
    head = lines[0] if lines else []
    names = [fields.get(title, title) for title in head]
    for line in lines[1:]:
        yield dict(zip(names, [*line, *[""] * (len(names) - len(line))], strict=False))
