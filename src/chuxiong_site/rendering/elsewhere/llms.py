"""`llms.txt`: where programs that read text find the reports and their data, in the form of llmstxt.org; as short with many reports."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from urllib.parse import quote

from ...model import addresses
from ...model.catalogue import SiteConfig
from ...model.findings import Findings
from ...model.report import Report
from ..frame.titles import name_report
from ..text.markdown_words import escape_markdown

NEWEST = 5
"""How many reports it lists; the home page leads to all."""
USE = "全文照录官方原文。数字引用时用「display」，与原文相同；「value」只用来计算。全文里没有的数，就是报告没有写。"


def render_llms(findings: Findings, pages: Sequence[str]) -> dict[str, bytes]:
    """Return the file by its path; while the site's address is not known, its links start at the file."""
    site, reports = findings.project.site, findings.project.reports
    head = [f"# {escape_markdown(site.name)}", f"> {_join(site.description or site.notice)}"]
    if site.description:
        head.append(_join(site.notice))
    parts = [
        *head,
        USE,
        "## 报告",
        "\n".join(_link_report(site, report) for report in reports[:NEWEST]),
        "## 数据",
        "\n".join(_list_data(site, reports[:NEWEST])),
        "## Optional",
        "\n".join(_list_more(site, pages, has_more=len(reports) > NEWEST)),
    ]
    return {addresses.LLMS: ("\n\n".join(parts) + "\n").encode()}


def _link_report(site: SiteConfig, report: Report) -> str:
    fields = report.disclosure
    known = "，".join(filter(None, (fields.publisher, report.title, fields.published)))
    return _link(site, name_report(report), addresses.data_file(report, "report.md"), f"{known}。全文。")


def _list_data(site: SiteConfig, reports: Sequence[Report]) -> Iterator[str]:
    for report in reports:
        path = addresses.data_file(report, "facts.json")
        yield _link(
            site, f"{name_report(report)}的数字", path, "每个数字的名称、数值、单位、范围、原句和网页。"
        )
    yield _link(
        site, "数据包说明", addresses.DATA_PACKAGE, "全部报告的数据文件，各文件的字段、单位、校验值。"
    )


def _list_more(site: SiteConfig, pages: Container[str], *, has_more: bool) -> Iterator[str]:
    home = "最近一份报告的要点；通向更早的各份报告。" if has_more else "最近一份报告的要点。"
    rows = (
        ("首页", addresses.HOME, home),
        ("指标", addresses.INDICATORS, "各个指标的单位、范围、历年数值。"),
        ("词语", addresses.TERMS, "专门词语的解释和出处。"),
        ("关于本站", addresses.ABOUT, "怎样制作、怎样核对，来源、许可与更正。"),
    )
    yield from (_link(site, name, path, note) for name, path, note in rows if path in pages)


def _link(site: SiteConfig, name: str, path: str, note: str) -> str:
    address = addresses.absolute(site.base_url, quote(path)) or quote(path)
    return f"- [{escape_markdown(name)}]({address}): {escape_markdown(note)}"


def _join(words: str) -> str:
    """Return words of several lines in one."""
    return escape_markdown(" ".join(words.split()))
