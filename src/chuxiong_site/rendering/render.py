"""Findings → Site: every report's files, then the site's own pages and files, in a fixed order."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from ..analysis.alone import select_report
from ..analysis.english import list_english_reports
from ..model import addresses
from ..model.findings import Findings
from ..model.site import Artifact, Site
from . import registry
from .data.site_files import render_site_data
from .frame.languages import list_twinned
from .frame.page import Context
from .frame.shared_files import list_loaded
from .frame.surroundings import Surroundings, describe_surroundings
from .kit import Kit, RenderInputs, create_kit, render_page
from .pages.indicator import Chapter, describe_chapter, group_earlier_chapters
from .report_files import create_report_context, render_report
from .summary import ReportSummary, join_kinds


def render_site(findings: Findings, inputs: RenderInputs) -> Site:
    """Return the whole site. Same findings and inputs, same bytes."""
    kit, surroundings = create_kit(findings.project, inputs), describe_surroundings(findings)
    made = [render_report(select_report(findings, entry), surroundings, kit) for entry in findings.reports]
    summaries = [report.summary for report in made]
    context = create_site_context(findings, surroundings, kit, summaries)
    site: dict[str, Artifact] = {path: data for report in made for path, data in report.files.items()}
    for chapters in group_earlier_chapters(context).values():
        site |= render_chapters(context, kit, chapters)
    return site | render_site_files(context, kit, summaries, site)


def render_chapters(context: Context, kit: Kit, chapters: Iterable[Chapter]) -> dict[str, bytes]:
    """Return pages with earlier values of indicators."""
    pages = (describe_chapter(context, chapter) for chapter in chapters)
    return {page.path: render_page(kit.environment, page) for page in pages}


def render_site_files(
    context: Context, kit: Kit, summaries: Sequence[ReportSummary], others: Collection[str]
) -> dict[str, Artifact]:
    """Return what is made of all reports: the site's own pages, its lists for machines, the files that pages load.

    Only the newest report's own charts and words are looked at; of the others their facts and these summaries. `others`
    are the paths of all other files.
    """
    findings = context.findings
    described = tuple(registry.describe_site_pages(context))
    pages = {page.path: render_page(kit.environment, page) for page in described}
    resources = (resource for summary in summaries for resource in summary.resources)
    site: dict[str, Artifact] = {**pages, **render_site_data(findings, resources)}
    paths = [path for path in others if path.endswith(".html")]
    for export_addresses in registry.SITE_EXPORTS:
        site |= export_addresses(findings, (*paths, *pages))
    kinds = {page.kind for page in described} | join_kinds(summaries)
    return site | list_loaded(kit.shared, kinds) | {".nojekyll": b""}


def create_site_context(
    findings: Findings, surroundings: Surroundings, kit: Kit, summaries: Sequence[ReportSummary]
) -> Context:
    """Return the context of the site's own pages: all findings, with the links and charts of the newest report."""
    newest, english = select_report(findings, findings.reports[0]), list_english_reports(findings)
    search = {
        addresses.data_file(entry.report, "search-data.js"): summary.search
        for entry, summary in zip(findings.reports, summaries, strict=True)
    }
    return replace(
        create_report_context(newest, surroundings, replace(kit.assets, search_data=search), kit.built),
        findings=findings,
        pictures=summaries[0].pictures,
        english=english,
        twinned=list_twinned(entry.report for entry in english) if english else frozenset(),
    )
