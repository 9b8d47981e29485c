"""Prove the Markdown edition of a report: its text, character for character, its headings, anchors, links, and what the site adds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from urllib.parse import quote, unquote

from ..model.catalogue import SiteConfig
from ..model.findings import Findings
from ..model.place import Span
from ..model.report import Report, Section
from ..model.site import Site, read_artifact
from ..problems import Problem
from .documents.built_page import BuiltPage
from .documents.markdown import MarkdownBlock, read_markdown
from .faults import create_fault
from .scopes.references import say_source
from .scopes.report import say_changes
from .text import compare_text, show

OWN = ">"
"""The kind of a block that the site says."""
HOW_TO_LINK = "每段末尾的 ¶ 通到网页上这一段的第一句；往后的每一句，网址末尾的数依次加一。"


def check_markdown(findings: Findings, files: Site, pages: Mapping[str, BuiltPage]) -> Iterator[Problem]:
    """Yield faults of the edition of the one report of these findings."""
    report, site = findings.reports[0].report, findings.project.site
    path = f"data/{report.id}/report.md"
    found = read_markdown(read_artifact(files, path).decode("utf-8", "replace"))
    for line in found.unread:
        yield create_fault(path, f"读不懂的一行「{line[:40]}」", "标题、段落、表格或者本站的说明")
    official = (row for block in found.blocks if block.kind != OWN for row in block.rows)
    whole = show(report, Span(start=0, end=len(report.body)))
    yield from compare_text(path, "".join(cell for row in official for cell in row), whole)
    wanted = [block for section in report.sections for block in _list_blocks(site, report, section)]
    wanted.insert(1, _say(*_list_notes(site, report)))
    if len(found.blocks) != len(wanted):
        yield create_fault(path, f"有 {len(found.blocks)} 段", f"{len(wanted)} 段")
    for block, right in zip(found.blocks, wanted, strict=False):
        place, _, anchor = block.link.removeprefix(f"{site.base_url.rstrip('/')}/").partition("#")
        if block != right:
            yield create_fault(path, str(block)[:120], str(right)[:120])
        elif block.link and unquote(anchor) not in pages.get(unquote(place), BuiltPage()).ids:
            yield create_fault(path, f"链接「{block.link}」没有去处", "网页里有的标识")


def _list_notes(site: SiteConfig, report: Report) -> Iterator[str]:
    """Yield what the edition has to say of itself, line by line."""
    yield f"来源：{say_source(report)}"
    if report.source_url:
        yield f"官方原页：<{report.source_url}>"
    if site.base_url:
        yield f"可读版：<{site.base_url.rstrip('/')}/{report.id}/index.html>"
        yield HOW_TO_LINK
    if changes := say_changes(report):
        yield f"为便于阅读，{changes}；字句未改。"
    yield from (line for line in site.notice.split("\n") if line)


def _list_blocks(site: SiteConfig, report: Report, section: Section) -> Iterator[MarkdownBlock]:
    """Yield every block of a section that has something to show, and behind it what the official page has there besides."""
    carrying = report.page_of(section)
    page = f"{report.id}/{carrying.slug if carrying else 'full'}.html"
    tables = {table.lines[0]: table for table in section.tables}
    inside = {line for table in section.tables for line in table.lines}
    for span in section.blocks:
        sentence = report.sentence_at(span.start)
        anchor = f"_s{section.number}-{section.order_of(sentence)}"
        link = f"{site.base_url.rstrip('/')}/{quote(page)}#{anchor}" if site.base_url else ""
        shown = report.display.of(span)
        if span in tables:
            table = tables[span]
            rows = [tuple(report.display.of(cell).strip(" ") for cell in row) for row in table.rows]
            head = [] if table.head_rows else [("",) * len(rows[0])]
            place = ("", "") if sentence.start < span.start else (anchor, link)
            yield MarkdownBlock("|", (*head, *rows), *place)
        elif span not in inside and shown.strip():
            kind = "#" * min(6, 1 + section.depth) if span == section.heading else ""
            yield MarkdownBlock(kind, ((shown,),), anchor, link)
        for missing in report.missing:
            if missing.after == span.end:
                named = f"「{missing.words}」" if missing.words else "图片或附件"
                yield _say(f"官方原页这里有{named}，本站没有收录。")


def _say(*lines: str) -> MarkdownBlock:
    return MarkdownBlock(OWN, tuple((line,) for line in lines))
