"""A new project from raw texts: read, structure, annotate; nothing is written here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from ..analysis import check_reader
from ..content.find_origin import read_year
from ..content.read_raw import RawText, read_raw
from ..content.structure_raw import structure_raw
from ..drafting.starting import NewProject, NewReport, Source, compute_new_project, compute_new_report
from ..drafting.starting.doubts import find_why_no_report
from ..model.place import Place
from ..model.raw_report import Doubt, RawReport
from ..problems import Problem, create_problem


def start_project(
    files: Sequence[Path],
    *,
    name: str = "",
    years: Sequence[str] = (),
    addresses: Sequence[str] = (),
    program: str = "chuxiong-site",
) -> tuple[NewProject | None, list[Problem]]:
    """Return the project that raw texts make, or every reason why there is none.

    `years` and `addresses` of the official pages are given for all files or for none, in their order.
    """
    problems = list(check_reader())
    if problems:
        return None, problems
    reports: list[NewReport] = []
    for index, file in enumerate(files):
        address = addresses[index] if index < len(addresses) else ""
        report, found = _start_report(file, years[index] if index < len(years) else "", address)
        problems += found
        reports += [report] if report else []
    problems += _check_years(reports)
    return (None, problems) if problems else (compute_new_project(tuple(reports), name, program), [])


def _start_report(file: Path, year: str, address: str) -> tuple[NewReport | None, list[Problem]]:
    text, problems = read_raw(file, keep_markup=True)
    if text is None:
        return None, problems
    raw = structure_raw(text.text)
    if raw is None:
        return None, [create_problem("E120", Place(file=text.name), "里面没有文字", "一份报告的文字")]
    raw = replace(raw, head=replace(raw.head, doubts=(*text.doubts, *raw.head.doubts)))
    raw, found = _choose_year(raw, text, year)
    source = Source(
        name=text.name,
        data=text.data,
        is_exact=text.is_exact,
        address=address or text.address,
        missing=text.missing,
    )
    report = compute_new_report(raw, source, found)
    if why := find_why_no_report(report):
        hint = "换成一份报告的全文；确实是报告的，看文件是不是存错了。"
        return None, [
            create_problem("E120", Place(file=text.name), f"不像一份报告：{why}", "一份报告的文字", hint)
        ]
    return (report, []) if found else (None, [_create_year_problem(raw, text)])


def _choose_year(raw: RawReport, text: RawText, year: str) -> tuple[RawReport, str]:
    """Return the year of a report: as told, as its head says, else as its file is named, which is a doubt."""
    if year or raw.head.year:
        return raw, year or raw.head.year
    year = read_year(Path(text.name).stem)
    if not year:
        return raw, ""
    said = f"报告里没有认准是哪一年的，照文件名当作 {year} 年"
    doubt = Doubt(
        line=raw.body_from_line, found=said, advice="不对就删掉新建的文件夹，用 --year 写明，再运行一次"
    )
    return replace(raw, head=replace(raw.head, doubts=(*raw.head.doubts, doubt))), year


def _create_year_problem(raw: RawReport, text: RawText) -> Problem:
    place = Place(file=text.name, line=raw.body_from_line)
    hint = "加上 --year 和四位数的年份；几个文件就写几次，次序与文件相同。"
    return create_problem("E121", place, "看不出是哪一年的报告", "标题、副标题或者文件名里有一个年份", hint)


def _check_years(reports: Sequence[NewReport]) -> list[Problem]:
    """Return a problem for every report of a year that another has already."""
    first: dict[str, str] = {}
    problems = []
    for report in reports:
        other = first.setdefault(report.id, report.source.name)
        if other != report.source.name:
            found = f"与 {other} 同是 {report.id} 年的报告"
            hint = "年份认错了的，用 --year 逐个写明；确实同一年的，各建一个网站。"
            problems.append(
                create_problem("E122", Place(file=report.source.name), found, "一个网站里一年一份", hint)
            )
    return problems
