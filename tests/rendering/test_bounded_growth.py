"""Only lists of links grow with the number of reports, by a link each: a site of 24 years is as light as one of 12, page by page."""

from __future__ import annotations

import gzip
import re
from dataclasses import replace

import pytest

from built import ROOT
from chuxiong_site.analysis.alone import select_report
from chuxiong_site.build.inputs import read_inputs
from chuxiong_site.build.options import Options
from chuxiong_site.model.findings import Fact, Findings, ReportFindings
from chuxiong_site.model.site import Site, make_artifact
from chuxiong_site.rendering import render
from chuxiong_site.rendering.frame.surroundings import describe_surroundings
from chuxiong_site.rendering.kit import Kit, create_kit
from chuxiong_site.rendering.pages.indicator import group_earlier_chapters
from chuxiong_site.rendering.report_files import ReportFiles, render_report
from many_years import write_years
from sample_projects import analyse_content

LINK = 25
"""Bytes that a link to one more report may take, packed: lists of reports name each."""
LISTS = frozenset({"index.html", "about.html", "terms.html"})
CHOICES = frozenset({"search.html"})
"""Here each report's search data stand too, by their digest."""


LOADED = re.compile(r'<(?:link rel="stylesheet" href|script[^>]* src)="([^"]+)"')


@pytest.fixture(scope="module")
def measured(tmp_path_factory: pytest.TempPathFactory) -> tuple[Site, Site]:
    """Return the site's own files with 12 and with 24 reports; the older ones are the oldest of two, told of other years."""
    content = tmp_path_factory.mktemp("growing") / "content"
    write_years(content, 2)
    findings, _ = analyse_content(content)
    inputs, _ = read_inputs(Options(content=content, out=content.parent / "_site", root=ROOT))
    kit = create_kit(findings.project, inputs)
    few = describe_surroundings(findings)
    made = {
        entry.report.id: render_report(select_report(findings, entry), few, kit) for entry in findings.reports
    }
    return render_many(findings, kit, made, 12), render_many(findings, kit, made, 24)


def render_many(findings: Findings, kit: Kit, made: dict[str, ReportFiles], count: int) -> Site:
    """Return the site's own files of some years, the newest as it is."""
    newest, last = findings.reports
    years = range(int(last.report.id), int(last.report.id) - count + 1, -1)
    entries = (newest, *(tell_of_year(last, str(year)) for year in years))
    project = replace(findings.project, reports=tuple(entry.report for entry in entries))
    many = replace(findings, project=project, reports=entries)
    files = [made[newest.report.id], *(made[last.report.id] for _ in years)]
    summaries = [report.summary for report in files]
    context = render.create_site_context(many, describe_surroundings(many), kit, summaries)
    earlier = [
        render.render_chapters(context, kit, chapters)
        for chapters in group_earlier_chapters(context).values()
    ]
    own = {path: data for pages in earlier for path, data in pages.items()}
    return own | render.render_site_files(context, kit, summaries, own)


def tell_of_year(entry: ReportFindings, year: str) -> ReportFindings:
    """Return a report as if it were of another year."""
    report = replace(entry.report, id=year)
    facts = tuple(_tell_fact(fact, entry.report.id, year) for fact in entry.facts)
    return replace(entry, report=report, facts=facts, comparisons={})


def _tell_fact(fact: Fact, old: str, new: str) -> Fact:
    return replace(fact, year=new) if fact.year == old else fact


def weigh(site: Site, path: str) -> int:
    """Return what a file weighs as servers send it."""
    return len(gzip.compress(make_artifact(site[path]), mtime=0))


def list_pages(site: Site) -> list[str]:
    """Return the paths of the site's pages."""
    return [path for path in site if path.endswith(".html")]


def test_pages_do_not_grow(measured: tuple[Site, Site]) -> None:
    """From 12 to 24 reports a page grows by a link a report at most, an indicator's page not beyond its rows."""
    few, many = measured
    for path in list_pages(few):
        room = 12 * LINK * (path in LISTS) + 12 * 2 * LINK * (path in CHOICES)
        if path.startswith("indicators/"):
            assert weigh(many, path) <= 8 * 1024, path
        else:
            assert weigh(many, path) <= weigh(few, path) + room + 64, path


def test_many_reports_make_more_pages_of_an_indicator(measured: tuple[Site, Site]) -> None:
    """What does not fit on an indicator's page is on another; all of them are light."""
    few, many = measured
    more = sorted(set(list_pages(many)) - set(list_pages(few)))
    assert more
    assert all(path.startswith("indicators/") and path.count("/") == 2 for path in more)
    assert max(weigh(many, path) for path in more) <= 8 * 1024


def test_every_page_keeps_its_budget(measured: tuple[Site, Site]) -> None:
    """With 24 reports each page makes six requests at most, and weighs 60 KB at most with all that it loads by itself."""
    _, many = measured
    for path in list_pages(many):
        html = make_artifact(many[path]).decode()
        loaded = [address.partition("?")[0] for address in LOADED.findall(html)]
        assert len(loaded) + 1 <= 6, path
        names = [name for address in loaded if (name := address.rpartition("../")[2]) in many]
        assert sum(weigh(many, name) for name in (path, *names)) <= 60 * 1024, path
        assert sum(weigh(many, name) for name in names if name.endswith(".js")) <= 20 * 1024, path
