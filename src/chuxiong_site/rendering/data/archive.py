"""`2023.zip`: all of the year's files with a README and a data package of their own. Sorted, with fixed dates."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping

from ...model import addresses
from ...model.catalogue import DataLicence
from ...model.findings import ReportFindings
from ...model.report import Report
from ..citing.bibtex import render_bibtex
from ..citing.gbt7714 import describe_citation
from ..export import ExportInputs
from ..frame.page import Context
from ..parts.downloads import Download
from ..parts.outcomes import compute_tallies
from .data_package import describe_resource, list_resource_files, render_package
from .downloads import describe_citation_files, describe_downloads
from .packing import pack_files


def render_archive(inputs: ExportInputs) -> Mapping[str, bytes]:
    """Return the archive by its path."""
    report = inputs.report
    downloads = (
        *describe_downloads(report, inputs.files),
        *describe_citation_files(report, inputs.files),
    )
    members = {file.path: inputs.files[file.path] for file in downloads}
    inside = {name_inside(report, path): data for path, data in members.items()}
    inside["README.txt"] = render_readme(inputs.context, downloads).encode()
    inside["datapackage.json"] = _render_own_package(inputs.context, members)
    packed = pack_files({f"{report.id}/{name}": inside[name] for name in sorted(inside)})
    return {addresses.archive(report): packed}


def render_readme(context: Context, downloads: tuple[Download, ...]) -> str:
    """Return the archive's README."""
    report, site = context.report, context.site
    address = addresses.absolute(site.base_url, addresses.report_page(report, "index"))
    lines = [
        report.title,
        "",
        site.notice,
        *([f"官方原页：{report.source_url}"] if report.source_url else []),
        *([f"可读版：{address}"] if address else []),
        "",
        "文件",
        *(f"  {name_inside(report, file.path)}　{file.about}" for file in downloads),
        "  datapackage.json　各文件的字段、单位、大小和校验值（Frictionless Data Package）",
        "",
        describe_counts(context.report_findings),
        "「数值」一列由原文读出，只用来计算和排序；引用时请用「显示」一列，它与原文相同。",
        f"采集页的校验值（SHA-256）：{report.capture_sha256}",
        "",
        "许可",
        f"  标注与数据：{_describe_licence(site.data_licence)}。",
        "  官方文件：依《中华人民共和国著作权法》第五条不受该法保护，照原文转载。",
        "",
        "引用（GB/T 7714，「引用日期」请换成当天的日期）",
        f"  {describe_citation(report)}",
        "",
        "引用（BibTeX）",
        render_bibtex(report),
        "",
    ]
    return "\r\n".join("\r\n".join(line.split("\n")) for line in lines)


def _describe_licence(licence: DataLicence) -> str:
    address = f"（{licence.url}）" if licence.url else ""
    return "，".join(filter(None, (licence.name + address, licence.condition)))


def describe_counts(report_findings: ReportFindings) -> str:
    """Return how much there is of each kind of data."""
    counts = (f"标注的数字 {len(report_findings.facts)} 个", *map(str, compute_tallies(report_findings)))
    return "；".join((*counts, f"正文里各类的数 {len(report_findings.census)} 处")) + "。"


def name_inside(report: Report, path: str) -> str:
    """Return a file's name inside the archive: data files lose their folder."""
    name = posixpath.basename(path)
    return "offline.html" if path == addresses.offline_page(report) else name


def _render_own_package(context: Context, members: Mapping[str, bytes]) -> bytes:
    report = context.report
    resources = [
        describe_resource(report, file, members[file.path], folder=f"data/{report.id}")
        for file in list_resource_files(report, members)
    ]
    return render_package(f"report-{report.id}".lower(), report.title, context.site, (report,), resources)
