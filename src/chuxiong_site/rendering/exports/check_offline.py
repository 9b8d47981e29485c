"""Is the offline document complete in itself, and does it carry the official text once, whole?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ...model.findings import ReportFindings
from ...model.site import Site
from ...problems import Problem
from .. import urls
from ..check_text import compare_text
from ..faults import describe_fault
from ..read_back import BuiltPage

LARGEST = 400_000
"""Bytes: what people forward in a chat without a second thought."""


def check_offline(found: ReportFindings, site: Site, pages: Mapping[str, BuiltPage]) -> Iterator[Problem]:
    """Yield what is wrong with the document. Links inside it and its inline code are checked with all pages."""
    report = found.report
    path = urls.offline_page(report)
    page, data = pages.get(path, BuiltPage()), site.get(path, b"")
    yield from compare_text(path, page.official, report.display.text.replace("\n", ""))
    yield from compare_text(path, page.captured, report.body.replace("\n", ""))
    for href in page.links:
        if not href.startswith(("#", "http://", "https://", "mailto:", "tel:")):
            yield describe_fault(path, f"链接「{href}」要用别的文件", "文件里的位置，或者网址")
    for fact in found.facts:
        for id in (fact.id, urls.row_id(fact.id)):  # noqa: A001
            if id not in page.ids:
                yield describe_fault(path, f"没有「{id}」这个位置", f"{fact.id} 有自己的位置")
    if isinstance(data, bytes) and len(data) > LARGEST:
        yield describe_fault(path, f"{len(data)} 字节", f"不超过 {LARGEST} 字节")
