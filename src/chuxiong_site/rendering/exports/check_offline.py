"""Is the offline document complete in itself, and does it carry the official text once, whole?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ...model.findings import ReportFindings
from ...problems import Problem
from .. import urls
from ..check_text import compare_whole
from ..faults import describe_fault
from ..read_back import BuiltPage


def check_offline(found: ReportFindings, pages: Mapping[str, BuiltPage]) -> Iterator[Problem]:
    """Yield what is wrong with the document. Links inside it and its inline code are checked with all pages."""
    report = found.report
    path = urls.offline_page(report)
    page = pages.get(path, BuiltPage())
    yield from compare_whole(report, path, page)
    for href in page.links:
        if not href.startswith(("#", "http://", "https://", "mailto:", "tel:")):
            yield describe_fault(path, f"链接「{href}」要用别的文件", "文件里的位置，或者网址")
    for fact in found.facts:
        for id in (fact.id, urls.row_id(fact.id)):  # noqa: A001
            if id not in page.ids:
                yield describe_fault(path, f"没有「{id}」这个位置", f"{fact.id} 有自己的位置")
