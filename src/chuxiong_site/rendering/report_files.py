"""One report's findings → its files: pages, data, exports. Nothing else of the site can change them."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterable, Mapping
from dataclasses import replace

from ..analysis.english import list_english_reports
from ..charts import compute_chart_records, compute_left_out_charts, picture_id
from ..model import addresses
from ..model.chart import LeftOutChart
from ..model.findings import Findings
from ..model.records import dataclass
from . import registry
from .cards import render_cards
from .citing.files import CITATION_FILES
from .data.data_package import describe_resources
from .data.downloads import describe_citation_files, describe_downloads
from .data.files import DATA_FILES
from .data.search_data import render_search_data
from .data.site_files import describe_site_downloads
from .export import ExportInputs
from .frame.assets import address_by_content
from .frame.languages import list_twinned
from .frame.page import Assets, Context
from .frame.shared_files import WITH_CHARTS
from .frame.surroundings import Surroundings
from .kit import Kit, render_page
from .pages.report import describe_report_page
from .parts.chart_words import describe_chart_foot, describe_chart_view, list_vocabulary
from .summary import ReportSummary, select_pictures


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportFiles:
    """The files of one report, and what the site's own pages need to know of them."""

    files: Mapping[str, bytes]
    summary: ReportSummary


def render_report(findings: Findings, surroundings: Surroundings, kit: Kit) -> ReportFiles:
    """Return the files of the one report of these findings."""
    own, project = findings.reports[0], findings.project
    search = {
        addresses.data_file(own.report, "search-data.js"): render_search_data(project, own, surroundings)
    }
    assets = replace(
        kit.assets, search_data={path: address_by_content(path, data) for path, data in search.items()}
    )
    context = create_report_context(findings, surroundings, assets, kit.built)
    pictures, cards = render_cards((context,), kit.font)
    context = replace(context, pictures=pictures)
    described = tuple(registry.describe_report_pages(context))
    pages = {page.path: render_page(kit.environment, page) for page in described}
    data = _render_data(context, kit, pages)
    pages |= render_front_page(context, kit, data)
    data |= search
    summary = ReportSummary(
        kinds=tuple(sorted({page.kind for page in described} | ({WITH_CHARTS} if context.charts else set()))),
        pictures=select_pictures(pictures, own.report),
        search=next(iter(assets.search_data.values())),
        resources=tuple(describe_resources(own.report, data)),
    )
    return ReportFiles(files={**pages, **data, **cards}, summary=summary)


def create_report_context(
    findings: Findings, surroundings: Surroundings, assets: Assets, built: str
) -> Context:
    """Return the context of a report's pages."""
    own, site = findings.reports[0], findings.project.site
    charts, vocabulary = compute_chart_records(findings), list_vocabulary(own)
    foot = describe_chart_foot(site, own.report)
    english = list_english_reports(findings) if surroundings.has_english else ()
    return Context(
        findings=findings,
        report_findings=own,
        surroundings=surroundings,
        charts=charts,
        views={
            picture_id(record): describe_chart_view(record, vocabulary, site.theme.accent, foot)
            for record in charts
        },
        assets=assets,
        built=built,
        english=english,
        twinned=list_twinned(entry.report for entry in english) if surroundings.has_english else frozenset(),
    )


def _render_data(context: Context, kit: Kit, pages: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the data files and the exports; each sees the pages, and the files made before it."""
    made: dict[str, bytes] = {}
    given = ExportInputs(
        context=context,
        environment=kit.environment,
        templates=kit.templates,
        font=kit.font,
        files=ChainMap(made, dict(pages)),
    )
    for file in (*DATA_FILES, *CITATION_FILES):
        made[addresses.data_file(context.report, file.name)] = file.render(given)
    for export in registry.REPORT_EXPORTS:
        made |= export(given)
    return made


def render_front_page(context: Context, kit: Kit, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the front page of a report: it lists the files that are made of the other pages."""
    missing = _name_missing(context.findings, compute_left_out_charts(context.findings))
    downloads = (*describe_downloads(context.report, files), *describe_site_downloads())
    page = describe_report_page(
        replace(context, downloads=downloads), describe_citation_files(context.report, files), missing
    )
    return {page.path: render_page(kit.environment, page)}


def _name_missing(findings: Findings, charts: Iterable[LeftOutChart]) -> tuple[str, ...]:
    """Return the names of the indicators that left-out charts would need, each once."""
    ids = dict.fromkeys(id for chart in charts for id in chart.missing)  # noqa: A001
    return tuple(findings.project.indicators[id].name for id in ids)  # noqa: A001
