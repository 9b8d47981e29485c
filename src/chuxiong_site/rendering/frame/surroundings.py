"""What the pages of a report say of the rest of the site: which other pages there are."""

from __future__ import annotations

from ...analysis.english import list_english_reports
from ...model.findings import Findings
from ...model.records import dataclass
from .left_out import list_left_out_site_pages


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What a report's pages know of the site beside the catalogue and their neighbours."""

    left_out: tuple[str, ...]
    """The paths of the site's own pages, and of the feed, that are not made, in order: a set has another in every process."""
    several: bool
    """Whether there are other reports."""
    has_english: bool
    """Whether there are English pages."""


def describe_surroundings(findings: Findings) -> Surroundings:
    """Return what every page of a site knows of it."""
    return Surroundings(
        left_out=tuple(sorted(list_left_out_site_pages(findings))),
        several=len(findings.reports) > 1,
        has_english=bool(list_english_reports(findings)),
    )
