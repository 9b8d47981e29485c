"""Findings → Site: every page, data file and asset by its path, in a fixed order."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

import jinja2

from ..analysis.english import list_english_reports
from ..charts import compute_chart_records, compute_left_out_charts, picture_id
from ..model import addresses
from ..model.chart import LeftOutChart
from ..model.findings import Findings
from ..model.site import Artifact, ChartLibrary, Site
from . import registry
from .cards import render_cards
from .compiled import CompiledTemplates
from .data.data_package import render_data_package
from .data.downloads import describe_downloads
from .data.files import DATA_FILES
from .data.search_data import render_search_data
from .export import ExportInputs
from .frame.page import Assets, Context, Page
from .frame.shared_files import WITH_CHARTS, list_loaded, render_shared_files
from .pages.report import describe_report_page
from .parts.chart_words import describe_chart_foot, describe_chart_view, list_vocabulary
from .text.breaks import break_code, keep_dates, keep_figure


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderInputs:
    """What rendering needs beside the findings."""

    templates: Mapping[str, bytes]
    own: frozenset[str]
    """The templates that are the project's and not the program's."""
    plotly: ChartLibrary
    font: Artifact
    """What words in pictures are painted with; read only where a picture is new."""
    built: str = ""
    """When the site was made, in words; empty unless SOURCE_DATE_EPOCH is set."""


def render_site(findings: Findings, inputs: RenderInputs) -> Site:
    """Return the whole site. Same findings and inputs, same bytes."""
    search_data = {
        addresses.data_file(report_findings.report, "search-data.js"): render_search_data(
            findings, report_findings
        )
        for report_findings in findings.reports
    }
    assets, shared = render_shared_files(findings, inputs.templates, inputs.plotly, search_data)
    environment = create_environment(inputs.templates)
    contexts = create_contexts(findings, assets, inputs.built)
    pictures, cards = render_cards(contexts, inputs.font)
    contexts = tuple(replace(context, pictures=pictures) for context in contexts)
    described = tuple(registry.describe_pages(contexts))
    pages = {page.path: render_page(environment, page) for page in described}
    data: dict[str, bytes] = {}
    for context in contexts:
        made: dict[str, bytes] = {}
        files = ChainMap(made, data, pages)
        given = ExportInputs(
            context=context,
            environment=environment,
            templates=inputs.templates,
            font=inputs.font,
            files=files,
        )
        for file in DATA_FILES:
            made[addresses.data_file(context.report, file.name)] = file.render(given)
        for export in registry.REPORT_EXPORTS:
            made |= export(given)
        data |= made
    data |= render_data_package(findings, data)
    for page in describe_front_pages(contexts, data):
        pages[page.path] = render_page(environment, page)
    site: dict[str, Artifact] = {**pages, **data, **cards}
    for export_addresses in registry.SITE_EXPORTS:
        site |= export_addresses(findings, tuple(pages))
    site |= search_data
    kinds = {page.kind for page in described} | ({WITH_CHARTS} if contexts[0].charts else set[str]())
    site |= list_loaded(shared, kinds)
    site[".nojekyll"] = b""
    return site


def create_contexts(findings: Findings, assets: Assets, built: str) -> tuple[Context, ...]:
    """Return the context of each report's pages, newest report first."""
    charts = compute_chart_records(findings)
    vocabulary = list_vocabulary(findings)
    site, reports = findings.project.site, {entry.report.id: entry.report for entry in findings.reports}
    english = list_english_reports(findings)
    views = {
        picture_id(record): describe_chart_view(
            record, vocabulary, site.theme.accent, describe_chart_foot(site, reports[record.report_id])
        )
        for record in charts
    }
    return tuple(
        Context(
            findings=findings,
            report_findings=report_findings,
            charts=charts,
            views=views,
            assets=assets,
            built=built,
            english=english,
        )
        for report_findings in findings.reports
    )


def describe_front_pages(contexts: tuple[Context, ...], files: Mapping[str, bytes]) -> Iterable[Page]:
    """Return the front pages of the reports: they list the files that are made from the other pages."""
    left_out = compute_left_out_charts(contexts[0].findings)
    for context in contexts:
        missing = _name_missing(
            context.findings, [chart for chart in left_out if chart.report_id == context.report.id]
        )
        downloads = describe_downloads(context.report, files)
        yield describe_report_page(replace(context, downloads=downloads), missing)


def _name_missing(findings: Findings, charts: Iterable[LeftOutChart]) -> tuple[str, ...]:
    """Return the names of the indicators that left-out charts would need, each once."""
    ids = dict.fromkeys(id for chart in charts for id in chart.missing)  # noqa: A001
    return tuple(findings.project.indicators[id].name for id in ids)  # noqa: A001


def create_environment(templates: Mapping[str, bytes]) -> jinja2.Environment:
    """Return a Jinja environment with auto-escaping that raises on undefined fields."""
    sources = {name: data.decode("utf-8") for name, data in templates.items() if name.endswith(".html")}
    environment = jinja2.Environment(
        loader=jinja2.FunctionLoader(
            lambda name: (sources[name], f"templates/{name}", None) if name in sources else None
        ),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        bytecode_cache=CompiledTemplates(),
    )
    environment.globals["addresses"] = addresses
    environment.filters |= {"keep_dates": keep_dates, "keep_figure": keep_figure, "break_code": break_code}
    return environment


def render_page(environment: jinja2.Environment, page: Page) -> bytes:
    """Return a page's bytes."""
    template = environment.get_template(f"pages/{page.kind}.html")
    return template.render(page=page, body=page.body).encode("utf-8")
