"""Findings → Site: every page, data file and asset by its path, in a fixed order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import jinja2

from ..charts import compute_chart_records, compute_left_out_charts
from ..model.findings import Findings, ReportFindings
from ..model.site import Artifact, Site
from . import urls
from .assets import name_by_content, render_script, render_stylesheet
from .data_files import render_data_files
from .page import Assets, Context, Page
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
from .pages.section import describe_section_pages
from .pages.terms import describe_terms_page


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderInputs:
    """What rendering needs beside the findings."""

    templates: Mapping[str, bytes]
    plotly: Artifact
    plotly_version: str
    built: str = ""
    """When the site was made, in words; empty unless SOURCE_DATE_EPOCH is set."""


def render_site(findings: Findings, inputs: RenderInputs) -> Site:
    """Return the whole site. Same findings and inputs, same bytes."""
    stylesheet, script = render_stylesheet(inputs.templates), render_script(inputs.templates)
    assets = Assets(
        stylesheet=name_by_content("site", "css", stylesheet),
        script=name_by_content("site", "js", script),
        plotly=f"assets/plotly-{inputs.plotly_version}.js",
    )
    environment = create_environment(inputs.templates)
    site: dict[str, Artifact] = {}
    for page in describe_pages(findings, assets, inputs.built):
        site[page.path] = render_page(environment, page)
    for found in findings.reports:
        site.update(render_data_files(found))
    site[assets.stylesheet] = stylesheet
    site[assets.script] = script
    site[assets.plotly] = inputs.plotly
    site[".nojekyll"] = b""
    return site


def describe_pages(findings: Findings, assets: Assets, built: str) -> Iterable[Page]:
    """Return the records of all pages, in the order of the site map."""
    charts = compute_chart_records(findings)
    left_out = compute_left_out_charts(findings)

    def context(found: ReportFindings) -> Context:
        return Context(findings=findings, found=found, charts=charts, assets=assets, built=built)

    latest = context(findings.reports[0])
    yield describe_home(latest, tuple(found.report for found in findings.reports[1:]))
    for found in findings.reports:
        own = context(found)
        missing = tuple(left.spec.id for left in left_out if left.report == found.report.id)
        yield describe_report_page(own, missing)
        yield from describe_section_pages(own)
        yield describe_full_page(own)
        yield describe_facts_page(own)
        yield describe_checks_page(own)
        yield describe_follow_up_page(own)
        yield describe_places_page(own)
    yield from describe_indicator_pages(latest)
    yield describe_keywords_page(latest)
    yield describe_terms_page(latest)
    yield describe_about_page(latest)
    yield describe_not_found(latest)


def create_environment(templates: Mapping[str, bytes]) -> jinja2.Environment:
    """Return an environment that escapes everything and refuses what a record does not have."""
    sources = {name: data.decode("utf-8") for name, data in templates.items() if name.endswith(".html")}
    environment = jinja2.Environment(
        loader=jinja2.DictLoader(sources),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals["urls"] = urls
    return environment


def render_page(environment: jinja2.Environment, page: Page) -> bytes:
    """Return a page's bytes."""
    template = environment.get_template(f"pages/{page.kind}.html")
    return template.render(page=page, body=page.body).encode("utf-8")
