"""The reference of a report as labels in the heads of its pages (Highwire Press tags): Zotero and Google Scholar read them."""

from __future__ import annotations

from collections.abc import Iterator

from ...model import addresses
from ...model.catalogue import SiteConfig
from ...model.report import Report
from .reference import LANGUAGE, describe_reference


def list_citation_labels(site: SiteConfig, report: Report) -> Iterator[tuple[str, str]]:
    """Yield each label; none where no issuing body is known: without one it would be taken for a journal's article."""
    reference = describe_reference(report)
    if not reference.author:
        return
    yield "citation_title", reference.title
    yield "citation_author", reference.author
    yield "citation_technical_report_institution", reference.author
    yield "citation_technical_report_number", reference.document_number
    yield "citation_publication_date", reference.day.replace("-", "/")
    yield "citation_language", LANGUAGE
    yield "citation_public_url", reference.url
    yield (
        "citation_fulltext_html_url",
        addresses.absolute(site.base_url, addresses.report_page(report, "full")),
    )
