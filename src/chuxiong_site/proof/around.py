"""What the files of one report are held against beside its own findings: the rest of the site, in a few words."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from ..model.chart_forms import TREND
from ..model.findings import Findings, ReportFindings
from ..model.records import dataclass
from ..model.site import Artifact, Site
from .pages import has_english_pages, list_site_pages
from .scopes.charts import list_trend

SHARED = frozenset({"embed", "data", "cards"})
"""Folders in which the files of all reports stand, each under its report's name."""
SITE_DATA = ("data/facts.csv", "data/indicators.csv", "data/csv-metadata.json", "data/datapackage.json")
"""The data files that are made of all reports."""
END = re.compile(r"[/.-]")
"""What may stand behind that name: `2023/…`, `2023.zip`, `2023-…`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What is around one report, or around the site's own files."""

    several: bool
    """Whether there are other reports."""
    newest: str
    """The id of the newest report where that is at hand here; else empty."""
    site_pages: tuple[str, ...]
    """The names of the site's own pages that have something in them."""
    has_english: bool
    """Whether there are English pages."""

    def list_site_files(self) -> list[str]:
        """Return the site's own files that a report's pages may speak of."""
        return [*(f"{name}.html" for name in self.site_pages), *SITE_DATA]


def describe_each_around(findings: Findings) -> dict[str, Around]:
    """Return what is around each report of a site by its id."""
    newest = describe_around(findings, findings.reports[0])
    older = replace(newest, newest="")
    return {entry.report.id: newest if entry is findings.reports[0] else older for entry in findings.reports}


def describe_around(findings: Findings, own: ReportFindings) -> Around:
    """Return what is around a report of a site; around the newest one it is the same as around the site's own files."""
    return Around(
        several=len(findings.reports) > 1,
        newest=own.report.id if own is findings.reports[0] else "",
        site_pages=tuple(list_site_pages(findings)),
        has_english=has_english_pages(findings),
    )


def select_alone(findings: Findings, own: ReportFindings) -> Findings:
    """Return the findings of one report: with the one of the year before, those its sums need, and those of its trends."""
    near = {f"{int(own.report.id) - 1}"} if own.report.id.isdecimal() else set()
    near |= {check.base[0] for check in own.checks if check.base is not None}
    if own is findings.reports[0]:
        near |= set(_list_drawn(findings))
    beside = tuple(
        ReportFindings(report=entry.report, facts=entry.facts, census=(), checks=(), follow_ups=())
        for entry in findings.reports
        if entry is not own and entry.report.id in near
    )
    present = set(own.report.display.text)
    variants = {old: new for old, new in findings.project.variants.items() if new in present}
    project = replace(findings.project, reports=(own.report,), places={}, variants=variants)
    return Findings(project=project, reports=(own,), series={}, neighbours=beside)


def _list_drawn(findings: Findings) -> Iterator[str]:
    """Yield the ids of the reports whose numbers the trends of the newest one draw."""
    for spec in findings.project.charts:
        if spec.form == TREND:
            for row in list_trend(findings.reports, spec.indicators[0]):
                yield row.report_findings.report.id


def split_files(findings: Findings, site: Site) -> Mapping[str, Site]:
    """Return the files of each report by its id, and under the empty id those of the site."""
    ids = {entry.report.id for entry in findings.reports}
    files: dict[str, dict[str, Artifact]] = {id: {} for id in ("", *ids)}  # noqa: A001
    for path, data in site.items():
        files[find_owner(path, ids)][path] = data
    return files


def find_owner(path: str, ids: Collection[str]) -> str:
    """Return the id of the report that a file is of, of several that fit the longest; empty for the site's own files."""
    folder, _, name = path.removeprefix("en/").partition("/")
    if folder in SHARED:
        ends = (match.start() for match in END.finditer(name))
        return max((name[:end] for end in ends if name[:end] in ids), key=len, default="")
    return folder if folder in ids and name else ""
