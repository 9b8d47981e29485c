"""Findings → Site: every page, data file and asset by its path, in a fixed order."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

import jinja2

from ..charts import compute_chart_records, compute_left_out_charts, picture_id
from ..model import addresses
from ..model.chart import LeftOutChart
from ..model.findings import Findings
from ..model.site import Artifact, ChartLibrary, Site
from .compiled import CompiledTemplates
from .data.data_files import render_data_files
from .data.data_package import render_data_package
from .data.search_data import render_search_data
from .elsewhere.embeds import describe_embed_pages
from .export import ExportInputs
from .frame.assets import address_by_content, name_by_content, render_script, render_stylesheet
from .frame.icon import render_icon, render_icon_file
from .frame.page import Assets, Context, Page
from .pages.about import describe_about_page
from .pages.checks import describe_checks_page
from .pages.facts import describe_facts_page
from .pages.follow_up import describe_follow_up_page
from .pages.full import describe_full_page
from .pages.home import describe_home
from .pages.indicators import describe_indicator_pages
from .pages.keywords import describe_keywords_page
from .pages.not_found import describe_not_found
from .pages.places import describe_places_page
from .pages.report import describe_report_page
from .pages.search import describe_search_page
from .pages.section import describe_section_pages
from .pages.terms import describe_terms_page
from .parts.chart_words import describe_chart_view, list_vocabulary
from .parts.downloads import describe_downloads
from .registry import REPORT_EXPORTS, SITE_EXPORTS
from .text.breaks import break_code, keep_dates


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderInputs:
    """What rendering needs beside the findings."""

    templates: Mapping[str, bytes]
    own: frozenset[str]
    """The templates that are the project's and not the program's."""
    plotly: ChartLibrary
    built: str = ""
    """When the site was made, in words; empty unless SOURCE_DATE_EPOCH is set."""


def render_site(findings: Findings, inputs: RenderInputs) -> Site:
    """Return the whole site. Same findings and inputs, same bytes."""
    stylesheet, script = render_stylesheet(inputs.templates), render_script(inputs.templates)
    search, charts = (render_script(inputs.templates, folder) for folder in ("search", "charts"))
    icon = render_icon_file()
    search_data = {
        addresses.data_file(found.report, "search-data.js"): render_search_data(findings, found)
        for found in findings.reports
    }
    assets = Assets(
        icon=render_icon(),
        icon_file=name_by_content("icon", "png", icon),
        stylesheet=name_by_content("site", "css", stylesheet),
        script=name_by_content("site", "js", script),
        search=name_by_content("search", "js", search),
        charts=name_by_content("charts", "js", charts),
        plotly=inputs.plotly,
        search_data={path: address_by_content(path, data) for path, data in search_data.items()},
    )
    environment = create_environment(inputs.templates)
    contexts = create_contexts(findings, assets, inputs.built)
    pages = {page.path: render_page(environment, page) for page in describe_pages(contexts)}
    data = {path: file for found in findings.reports for path, file in render_data_files(found).items()}
    for context in contexts:
        made: dict[str, bytes] = {}
        files = ChainMap(made, data, pages)
        for export in REPORT_EXPORTS:
            made |= export(
                ExportInputs(
                    context=context, environment=environment, templates=inputs.templates, files=files
                )
            )
        data |= made
    data |= render_data_package(findings, data)
    for page in describe_front_pages(contexts, data):
        pages[page.path] = render_page(environment, page)
    site: dict[str, Artifact] = {**pages, **data}
    for export_addresses in SITE_EXPORTS:
        site |= export_addresses(findings, tuple(pages))
    site |= search_data
    site[assets.icon_file] = icon
    site[assets.stylesheet] = stylesheet
    site[assets.script] = script
    site[assets.search] = search
    site[assets.charts] = charts
    site[inputs.plotly.path] = inputs.plotly.bundle
    site[".nojekyll"] = b""
    return site


def create_contexts(findings: Findings, assets: Assets, built: str) -> tuple[Context, ...]:
    """Return what the pages of each report are made from, newest report first."""
    charts = compute_chart_records(findings)
    vocabulary = list_vocabulary(findings)
    views = {picture_id(record): describe_chart_view(record, vocabulary) for record in charts}
    return tuple(
        Context(findings=findings, found=found, charts=charts, views=views, assets=assets, built=built)
        for found in findings.reports
    )


def describe_front_pages(contexts: tuple[Context, ...], files: Mapping[str, bytes]) -> Iterable[Page]:
    """Return the front pages of the reports: they list the files that are made from the other pages."""
    left_out = compute_left_out_charts(contexts[0].findings)
    for context in contexts:
        missing = _name_missing(
            context.findings, [chart for chart in left_out if chart.report == context.report.id]
        )
        downloads = describe_downloads(context.report, files)
        yield describe_report_page(replace(context, downloads=downloads), missing)


def _name_missing(findings: Findings, charts: Iterable[LeftOutChart]) -> tuple[str, ...]:
    """Return the names of the indicators that left-out charts would need, each once."""
    ids = dict.fromkeys(id for chart in charts for id in chart.missing)  # noqa: A001
    return tuple(findings.project.indicators[id].name for id in ids)  # noqa: A001


def describe_pages(contexts: tuple[Context, ...]) -> Iterable[Page]:
    """Return the records of all pages but the reports' front pages, in the order of the site map."""
    latest = contexts[0]
    yield describe_home(latest, tuple(other.report for other in contexts[1:]))
    for own in contexts:
        yield from describe_section_pages(own)
        yield describe_full_page(own)
        yield describe_facts_page(own)
        yield describe_checks_page(own)
        yield describe_follow_up_page(own)
        yield describe_places_page(own)
        yield from describe_embed_pages(own)
    yield from describe_indicator_pages(latest)
    yield describe_keywords_page(latest)
    yield describe_terms_page(latest)
    yield describe_search_page(latest)
    yield describe_about_page(latest)
    yield describe_not_found(latest)


def create_environment(templates: Mapping[str, bytes]) -> jinja2.Environment:
    """Return an environment that escapes everything and refuses what a record does not have."""
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
    environment.filters |= {"keep_dates": keep_dates, "break_code": break_code}
    return environment


def render_page(environment: jinja2.Environment, page: Page) -> bytes:
    """Return a page's bytes."""
    template = environment.get_template(f"pages/{page.kind}.html")
    return template.render(page=page, body=page.body).encode("utf-8")
