"""The scopes of a site and of its reports, and which page speaks of which report."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import lru_cache

from ...model.findings import ReportFindings
from ...model.records import dataclass
from .charts import Chart
from .words import Scope

SHARED = frozenset({"embed", "data"})
"""Folders in which the files of all reports stand, each under its report's name."""
SITE_FOLDERS = frozenset({"indicators", "assets"})
"""Folders in which the site's own files stand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportScopes:
    """The scopes of one report, by the anchors of the site that stand for its things."""

    report_findings: ReportFindings
    report: Scope
    anchors: Mapping[str, Scope]
    """`_row-disputes-found`, `disputes-found`, `_check-…`, `_chart-2023-…`, `_s1.7-3` → scope."""
    pages: Mapping[str, Scope]
    """The page of a section → its scope."""
    edition: Mapping[str, Scope]
    """What the report's one-file edition says of this report alone, by anchor; of the edition itself under its path."""
    whole: Collection[str]
    """Headings, sentences, passages and fields of the report: words that need no other proof."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scopes:
    """The scopes of a site."""

    site: Scope
    reports: tuple[ReportScopes, ...]
    """The newest whole; of others, where there are any, only what the site's own pages say: no sentences, no checks."""
    neighbours: tuple[ReportScopes, ...]
    """Of reports whose numbers stand beside theirs: the facts alone, for what names its report."""
    indicators: Mapping[str, Scope]
    spans: Mapping[str, Scope]
    """The page of an indicator → which reports' values stand on it."""
    terms: Mapping[str, Scope]
    staff: Collection[str]
    """What staff wrote in content fields that all reports share."""
    charts: Mapping[str, Chart]
    """The anchor of a chart's figure → the chart."""
    files: Mapping[str, Scope]
    """What is said of a file that readers take away."""


@lru_cache(maxsize=65536)  # asked for every utterance of every page, of each report
def belongs(path: str, report_id: str) -> bool:
    """Tell whether a page speaks of one report: it stands in its folder, or its name begins with it."""
    folder, _, name = path.removeprefix("en/").partition("/")
    return folder == report_id or (folder in SHARED and name.startswith(report_id))


def is_of_another(path: str, report_id: str) -> bool:
    """Tell whether a file speaks of another report than this: it stands in a folder, and not in this one's or the site's."""
    folder, _, name = path.removeprefix("en/").partition("/")
    return bool(name) and folder not in SITE_FOLDERS and not belongs(path, report_id)
