"""Prove `llms.txt`: what it says of the site and its reports, and that each link leads to a file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote, unquote

from ..model.findings import Findings
from ..model.report import Report
from ..model.site import Site, read_artifact
from ..problems import Problem
from .documents.markdown import unescape_markdown
from .documents.utterance import fold
from .faults import create_fault
from .pages import list_site_pages
from .scopes.references import say_source
from .scopes.words import name_report

PATH = "llms.txt"
NEWEST = 5
LINK = re.compile(r"- \[(.*)\]\((\S+)\): (.*)")
USE = "全文照录官方原文。数字引用时用「display」，与原文相同；「value」只用来计算。全文里没有的数，就是报告没有写。"
MORE = {
    "index": ("首页", "最近一份报告的要点。"),
    "indicators": ("指标", "各个指标的单位、范围、历年数值。"),
    "terms": ("词语", "专门词语的解释和出处。"),
    "about": ("关于本站", "怎样制作、怎样核对，来源、许可与更正。"),
}
Line = tuple[str, str, str]
"""The name, file and note of a link; of any other line its words alone."""


def check_llms(findings: Findings, site: Site) -> Iterator[Problem]:
    """Yield the first line that is not what it should be, and every link that leads nowhere."""
    base = findings.project.site.base_url.rstrip("/")
    lines = read_artifact(site, PATH).decode("utf-8", "replace").split("\n")
    found = [_read_line(line, base) for line in lines if line]
    wanted = [line for line in _list_lines(findings) if line[0]]
    for ours, theirs in zip([*found, ("", "", "")], [*wanted, ("", "", "")], strict=False):
        if ours != theirs:
            yield create_fault(
                PATH, "，".join(filter(None, ours)) or "少一行", "，".join(filter(None, theirs))
            )
            break
    for _, path, _ in found:
        if path and path not in site:
            yield create_fault(PATH, f"链接「{path}」没有去处", "站内有的文件")


def _read_line(line: str, base: str) -> Line:
    match = LINK.fullmatch(line)
    if match is None:
        return unescape_markdown(line), "", ""
    name, address, note = map(unescape_markdown, match.groups())
    path = unquote(address.removeprefix(f"{base}/") if base else address)
    complete = f"{base}/{quote(path)}" if base else quote(path)
    return name, path if address == complete else address, note


def _list_lines(findings: Findings) -> Iterator[Line]:
    site, reports = findings.project.site, findings.project.reports
    yield f"# {site.name}", "", ""
    yield f"> {fold(site.description or site.notice)}", "", ""
    if site.description:
        yield fold(site.notice), "", ""
    yield USE, "", ""
    yield "## 报告", "", ""
    yield from (_describe_text(report) for report in reports[:NEWEST])
    yield "## 数据", "", ""
    for report in reports[:NEWEST]:
        note = "每个数字的名称、数值、单位、范围、原句和网页。"
        yield f"{name_report(report)}的数字", f"data/{report.id}/facts.json", note
    yield "数据包说明", "data/datapackage.json", "全部报告的数据文件，各文件的字段、单位、校验值。"
    yield "## Optional", "", ""
    made = list_site_pages(findings)
    for page, (name, note) in MORE.items():
        if page in made:
            is_told = page == "index" and len(reports) > NEWEST
            said = f"{note.rstrip('。')}；通向更早的各份报告。" if is_told else note
            yield name, f"{page}.html", said


def _describe_text(report: Report) -> Line:
    return name_report(report), f"data/{report.id}/report.md", f"{say_source(report, with_index=False)}全文。"
