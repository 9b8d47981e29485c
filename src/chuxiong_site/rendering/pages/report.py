"""A report's own front page: disclosure fields, contents, preamble, downloads, citation, 要素对照."""

from __future__ import annotations

from dataclasses import asdict

from markupsafe import Markup

from ...model import addresses
from ...model.catalogue import Disclosure
from ...model.findings import ReportFindings
from ...model.records import dataclass
from ...model.report import Report, Section
from ...model.rules import list_descriptions
from ..citing.bibtex import render_bibtex
from ..citing.gbt7714 import describe_citation
from ..elsewhere.linked_data import render_report_data
from ..frame.nav import Link
from ..frame.page import EMPTY_FIELD, Context, Page, describe_page
from ..parts.change_log import ChangeLine, list_report_changes
from ..parts.downloads import Download
from ..parts.qr import render_qr
from ..parts.sources import Source, describe_source
from ..text.breaks import render_heading
from ..text.official_text import Block, describe_blocks
from .section import ContentsPart, describe_contents


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A disclosure field as the page prints it."""

    label: str
    value: str
    empty: bool
    code: bool
    """An identifier, set so that it can be copied."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """What such a report has to contain, and where this one does."""

    name: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportPage:
    """What a report's front page shows."""

    report: Report
    title: Markup
    """With the places where it may break."""
    fields: tuple[Field, ...]
    contents: tuple[ContentsPart, ...]
    preamble: tuple[Block, ...]
    downloads: tuple[Download, ...]
    citation: str
    bibtex: str
    citation_files: tuple[Download, ...]
    """The same for reference managers."""
    address: str
    """Where this page is on the web; empty while that is unknown."""
    qr: Markup
    elements: tuple[Element, ...]
    elements_source: str
    facts: int
    source: Source | None
    """Where it is from; `None` in a site of one report, whose page about itself says it."""
    changes: tuple[ChangeLine, ...]
    """What was corrected in it; likewise."""
    has_terms: bool
    """Whether there is a page of its terms."""
    left_out: tuple[str, ...]
    """Names of the indicators without which some charts could not be drawn here."""


def describe_report_page(
    context: Context, citation_files: tuple[Download, ...], left_out: tuple[str, ...]
) -> Page:
    """Return the front page of a report."""
    report, several = context.report, context.surroundings.several
    address = addresses.absolute(context.site.base_url, addresses.report_page(report, "index"))
    preamble = next((section for section in report.sections if section.number == "0"), None)
    fields = describe_fields(report.disclosure)
    body = ReportPage(
        report=report,
        title=render_heading(context.report_findings, report.sections[0]),
        fields=fields,
        contents=describe_contents(context),
        preamble=describe_blocks(context.report_findings, preamble, table=_preamble_table(report))
        if preamble
        else (),
        downloads=context.downloads,
        citation=describe_citation(report),
        bibtex=render_bibtex(report),
        citation_files=citation_files,
        address=address,
        qr=render_qr(address, "这份报告的网址"),
        elements=tuple(
            Element(name=name, links=tuple(_link(context.report_findings, number) for number in numbers))
            for name, numbers in report.elements.items()
        ),
        elements_source=report.elements_source,
        facts=len(context.report_findings.facts),
        source=describe_source(report) if several else None,
        changes=tuple(list_report_changes(context.site, report.id)) if several else (),
        has_terms=several and bool(context.report_findings.terms),
        left_out=left_out,
    )
    return describe_page(
        context,
        path=addresses.report_page(report, "index"),
        title=report.title,
        description=f"{report.title}：目录、{'公开要素、' * bool(fields)}数据下载与引用格式。",
        kind="report",
        body=body,
        linked_data=render_report_data(context),
    )


def describe_fields(disclosure: Disclosure) -> tuple[Field, ...]:
    """Return the eight fields in the official page's order; an empty one says so. None where all are empty."""
    if not any(asdict(disclosure).values()):
        return ()
    fields = []
    for name, label in list_descriptions(Disclosure).items():
        value = getattr(disclosure, name)
        fields.append(
            Field(
                label=label,
                value=value or EMPTY_FIELD,
                empty=not value,
                code=name in {"index_number", "document_number"} and bool(value),
            )
        )
    return tuple(fields)


def _preamble_table(report: Report) -> str:
    return addresses.report_page(report, "facts").rpartition("/")[2]


def _link(report_findings: ReportFindings, number: str) -> Link:
    report = report_findings.report
    section: Section = next(other for other in report.sections if other.number == number)
    return Link(text=render_heading(report_findings, section), href=addresses.section_href(report, section))


__all__ = ["Element", "Field", "ReportPage", "describe_fields", "describe_report_page"]
