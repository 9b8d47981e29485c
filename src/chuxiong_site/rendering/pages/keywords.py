"""What each section is about: its keywords, each in its sentences. Not a word cloud."""

from __future__ import annotations

from ...model import addresses
from ...model.findings import ReportFindings
from ...model.records import dataclass
from ...model.report import Section
from ...model.words import Keyword
from ..frame.page import Context, Page, describe_page
from ..text.breaks import render_heading
from ..text.quotation import Quotation, describe_quotation
from .section import find_part_head


@dataclass(frozen=True, slots=True, kw_only=True)
class KeywordView:
    """A keyword with the sentences it stands in."""

    text: str
    count: int
    quotations: tuple[Quotation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class KeywordGroup:
    """The keywords of a section."""

    part: str
    """The part's heading, before the first section of a part."""
    title: str
    href: str
    keywords: tuple[KeywordView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class KeywordsPage:
    """What the keywords page shows."""

    groups: tuple[KeywordGroup, ...]
    total: int


def describe_keywords_page(context: Context) -> Page:
    """Return the page of keywords of the latest report."""
    report, report_findings = context.report, context.report_findings
    sections = {section.number: section for section in report.sections}
    groups = tuple(
        KeywordGroup(
            part=_describe_part(report_findings, sections[entry.section]),
            title=render_heading(report_findings, sections[entry.section]),
            href=addresses.section_href(report, sections[entry.section]),
            keywords=tuple(_describe_keyword(report_findings, keyword) for keyword in entry.keywords),
        )
        for entry in report_findings.keywords
        if entry.keywords
    )
    return describe_page(
        context,
        path=addresses.KEYWORDS,
        title="关键词",
        description=f"{report.title}各节的关键词，连同所在的句子。",
        kind="keywords",
        body=KeywordsPage(groups=groups, total=sum(len(group.keywords) for group in groups)),
    )


def _describe_keyword(report_findings: ReportFindings, keyword: Keyword) -> KeywordView:
    return KeywordView(
        text=keyword.text,
        count=keyword.count,
        quotations=tuple(
            describe_quotation(report_findings, span, keyword.text) for span in keyword.sentences
        ),
    )


def _describe_part(report_findings: ReportFindings, section: Section) -> str:
    part = find_part_head(report_findings.report, section)
    return render_heading(report_findings, part) if part else ""
