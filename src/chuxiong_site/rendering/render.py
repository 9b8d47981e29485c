"""Findings → Site: every report's files, then the site's own pages and files, in a fixed order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..analysis.alone import select_report
from ..analysis.english import list_english_reports
from ..model import addresses
from ..model.findings import Findings
from ..model.site import Artifact, Site
from . import registry
from .data.data_package import render_data_package
from .frame.languages import list_twinned
from .frame.page import Context
from .frame.shared_files import list_loaded
from .frame.surroundings import Surroundings, describe_surroundings
from .kit import Kit, RenderInputs, create_kit, render_page
from .report_files import ReportFiles, render_report


def render_site(findings: Findings, inputs: RenderInputs) -> Site:
    """Return the whole site. Same findings and inputs, same bytes."""
    kit, surroundings = create_kit(findings.project, inputs), describe_surroundings(findings)
    made = [render_report(select_report(findings, entry), surroundings, kit) for entry in findings.reports]
    site: dict[str, Artifact] = {path: data for report in made for path, data in report.files.items()}
    return site | render_site_files(findings, surroundings, kit, made)


def render_site_files(
    findings: Findings, surroundings: Surroundings, kit: Kit, reports: Sequence[ReportFiles]
) -> dict[str, Artifact]:
    """Return what is made of all reports: the site's own pages, its lists for machines, the files that pages load."""
    context = create_site_context(findings, surroundings, kit, reports)
    described = tuple(registry.describe_site_pages(context))
    pages = {page.path: render_page(kit.environment, page) for page in described}
    site: dict[str, Artifact] = {
        **pages,
        **render_data_package(
            findings, {path: data for report in reports for path, data in report.data.items()}
        ),
    }
    paths = [path for report in reports for path in report.pages]
    for export_addresses in registry.SITE_EXPORTS:
        site |= export_addresses(findings, (*paths, *pages))
    kinds = {page.kind for page in described}.union(*(report.kinds for report in reports))
    return site | list_loaded(kit.shared, kinds) | {".nojekyll": b""}


def create_site_context(
    findings: Findings, surroundings: Surroundings, kit: Kit, reports: Sequence[ReportFiles]
) -> Context:
    """Return the context of the site's own pages: all findings, with the links of the newest report in their heads."""
    newest, english = findings.reports[0], list_english_reports(findings)
    search = {
        addresses.data_file(entry.report, "search-data.js"): made.search
        for entry, made in zip(findings.reports, reports, strict=True)
    }
    return Context(
        findings=findings,
        report_findings=newest,
        surroundings=surroundings,
        charts=reports[0].charts,
        views=reports[0].views,
        assets=replace(kit.assets, search_data=search),
        built=kit.built,
        pictures=reports[0].pictures,
        english=english,
        twinned=list_twinned(entry.report for entry in english) if english else frozenset(),
    )
