"""What the site's own pages and lists need of a report's files: a few names, no bytes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from ..model import addresses
from ..model.records import dataclass
from ..model.report import Report
from .frame.share import SharePicture


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportSummary:
    """The files of one report in a few words. All of it can be written as JSON."""

    kinds: tuple[str, ...]
    """The kinds of its pages, and `WITH_CHARTS` where some have charts."""
    pictures: Mapping[str, SharePicture]
    """Path of a page → the card that links to it are shown with: those that pages of the site may be shown with too."""
    search: str
    """The address of its search data, which names their content."""
    resources: tuple[Mapping[str, Any], ...]
    """Its data files as the site's data package lists them."""


def select_pictures(pictures: Mapping[str, SharePicture], report: Report) -> dict[str, SharePicture]:
    """Return the cards that a page of the site may be shown with, should the report be the newest: of all of it, of its sections."""
    pages = (
        addresses.report_page(report, "index"),
        *(addresses.section_href(report, page) for page in report.pages),
    )
    return {path: pictures[path] for path in pages if path in pictures}


def join_kinds(summaries: Iterable[ReportSummary]) -> frozenset[str]:
    """Return the kinds of all reports' pages."""
    return frozenset(kind for summary in summaries for kind in summary.kinds)
