"""Work out the scopes of a site or of one report: every slot, by the anchors and pages of the things that fill it."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from urllib.parse import quote

from ...model.catalogue import SiteConfig
from ...model.findings import Findings, ReportFindings
from ...model.numeral import NumeralKind
from ...model.report import Report, Section
from ...model.site import Site, compute_size, name_bytes
from ..documents.utterance import fold
from ..indicators import list_indicator_pages
from .cards import describe_cards
from .charts import Chart, describe_chart, list_charts
from .comparisons import Compared, list_compared, say_extent
from .data import describe_report_fields, list_anchored_fields, merge
from .frames import say_frame
from .looking import ReportScopes, Scopes
from .report import describe_identity, describe_kind, describe_report
from .section import describe_section
from .site import describe_site, find_last_change
from .things import (
    describe_check,
    describe_fact,
    describe_indicator,
    describe_term,
    describe_value,
    list_joint_facts,
    list_passages,
)
from .words import Scope, one, say_value
from .years import Told, count_told, say_told, say_year


def create_scopes(
    findings: Findings,
    files: Site,
    build: Scope,
    others: Iterable[str] = (),
    *,
    newest: str,
    several: bool,
) -> Scopes:
    """Compute all scopes of these reports and their files; `build` is the scope of their making.

    `others` are the paths of files that may be spoken of too, but not of their sizes.
    """
    project, pages = findings.project, list_indicator_pages(findings)
    themes = {theme.id: theme.name for theme in project.themes}
    counts = count_told(findings)
    own, *older = findings.reports
    compared = dict(list_compared(findings, own))
    charts = {
        f"_chart-{chart.report_findings.report.id}-{chart.spec.id}": chart
        for chart in list_charts(findings, newest)
    }
    return Scopes(
        site=describe_site(findings)
        | build
        | {
            "frame": tuple(
                say_frame(project.site.base_url.rstrip("/"), chart, files) for chart in charts.values()
            ),
            "address": tuple(_list_addresses(project.site.base_url, (*files, *others))),
            **describe_cards(findings, files),
        },
        reports=(
            _describe_report(
                own,
                project.site,
                find_last_change(findings, own.report.id),
                themes,
                charts,
                counts=counts,
                compared=compared,
                extent=say_extent(findings, own, len(compared), several=several),
                version=name_bytes(files, f"data/{own.report.id}/facts.json"),
            ),
            *(_describe_older(entry, project.site.name, themes, counts) for entry in older),
        ),
        neighbours=tuple(_describe_neighbour(entry, themes) for entry in findings.neighbours),
        indicators={
            id: describe_indicator(indicator, themes.get(indicator.theme, ""))
            | {"report_span": tuple(page.span for page in pages.get(id, ()))}
            for id, indicator in project.indicators.items()  # noqa: A001
        },
        spans={page.path: one(report_span=page.span) for parts in pages.values() for page in parts},
        terms={term.id: describe_term(findings.reports[0], term) for term in project.terms},
        staff=frozenset(form for words in _list_staff_words(findings) for form in (words, fold(words))),
        charts=charts,
        files={path: describe_file(path) for path in others}
        | {path: describe_file(path) | describe_size(compute_size(data)) for path, data in files.items()},
    )


def _list_addresses(base_url: str, paths: Iterable[str]) -> Iterator[str]:
    base = base_url.rstrip("/")
    if base:
        yield from (f"{base}/{quote(path)}" for path in sorted(paths, key=len, reverse=True))


def describe_size(size: int) -> Scope:
    """Return a file's size, and as readers see it."""
    return one(file_bytes=size, file_size=f"{max(1, round(size / 1000))} KB")


def describe_file(path: str) -> Scope:
    """Return a file's name."""
    return one(file_name=posixpath.basename(path))


def _describe_neighbour(report_findings: ReportFindings, themes: Mapping[str, str]) -> ReportScopes:
    return ReportScopes(
        report_findings=report_findings,
        report={},
        anchors=Described(report_findings, themes),
        pages={},
        whole=frozenset(),
        edition={},
    )


class Described(Mapping[str, Scope]):
    """The scopes of a report's facts by their ids, each worked out when it is asked for: few stand beside another report."""

    def __init__(self, report_findings: ReportFindings, themes: Mapping[str, str]) -> None:
        self.report_findings, self.themes = report_findings, themes
        self.known: dict[str, Scope] = {}

    def __getitem__(self, id: str) -> Scope:  # noqa: A002  # the contract's word
        if id not in self.known:
            fact = self.report_findings.fact(id)
            if fact is None:
                raise KeyError(id)
            theme = self.themes.get(fact.indicator.theme, "")
            self.known[id] = describe_fact(self.report_findings, fact, theme)
        return self.known[id]

    def __iter__(self) -> Iterator[str]:
        return (fact.id for fact in self.report_findings.facts)

    def __len__(self) -> int:
        return len(self.report_findings.facts)


def _describe_report(
    report_findings: ReportFindings,
    site: SiteConfig,
    last_change: str,
    themes: Mapping[str, str],
    charts: Mapping[str, Chart],
    *,
    counts: Mapping[Told, int],
    compared: Mapping[str, Compared],
    extent: str,
    version: str,
) -> ReportScopes:
    report = report_findings.report
    anchors = _list_fact_anchors(report_findings, themes, counts, compared)
    anchors[f"_marks-{report.id}"] = {"mark_count": tuple(str(count) for _, _, count in report.display.marks)}
    anchors |= {
        anchor: describe_chart(chart)
        for anchor, chart in charts.items()
        if chart.report_findings is report_findings
    }
    pages: dict[str, Scope] = {}
    anchors |= _list_text_anchors(report_findings)
    merge(anchors, dict(list_anchored_fields(report_findings)))
    for section in report.sections:
        scope = describe_section(report_findings, section)
        if section.slug is not None:
            pages[f"{report.id}/{section.slug}.html"] = scope
        anchors |= _list_sentences(report, section, scope)
    return ReportScopes(
        report_findings=report_findings,
        report=describe_report(report_findings, site.name)
        | describe_report_fields(report, site.data_licence)
        | one(
            last_change=last_change,
            comparison_extent=extent,
            data_version=version,
            data_subjects=_say_subjects(report_findings, themes),
            data_places="、".join(mention.name for mention in report_findings.localities),
        )
        | {"data_place": tuple(mention.name for mention in report_findings.localities)},
        anchors=anchors,
        pages=pages,
        edition=dict(_list_edition(report_findings)),
        whole=frozenset(_list_whole(report_findings)),
    )


def _say_subjects(report_findings: ReportFindings, themes: Mapping[str, str]) -> str:
    stated = {fact.indicator.theme for fact in report_findings.facts}
    return "，".join(name for id, name in themes.items() if id in stated)  # noqa: A001


def _describe_older(
    report_findings: ReportFindings, site: str, themes: Mapping[str, str], counts: Mapping[Told, int]
) -> ReportScopes:
    """Return what the site's own pages and lists may say of a report that is not the newest: its name, its source, its values."""
    report = report_findings.report
    anchors: dict[str, Scope] = {}
    for fact in report_findings.facts:
        said = describe_value(report, fact, themes.get(fact.indicator.theme, ""))
        said |= one(value_year=say_year(report, fact), value_told=say_told(report, fact, counts))
        anchors |= dict.fromkeys((fact.id, f"_value-{report.id}-{fact.id}"), said)
    return ReportScopes(
        report_findings=report_findings,
        report=describe_identity(report, site),
        anchors=anchors,
        pages={},
        edition={},
        whole=frozenset(),
    )


def _list_fact_anchors(
    report_findings: ReportFindings,
    themes: Mapping[str, str],
    counts: Mapping[Told, int],
    compared: Mapping[str, Compared],
) -> dict[str, Scope]:
    report = report_findings.report
    anchors: dict[str, Scope] = {}
    for fact in report_findings.facts:
        said = describe_fact(report_findings, fact, themes.get(fact.indicator.theme, ""))
        if fact.id in compared:
            said |= one(comparison=compared[fact.id].text, last_value=say_value(compared[fact.id].base))
        said |= one(value_year=say_year(report, fact), value_told=say_told(report, fact, counts))
        anchors |= {
            f"_headline-{order}{part}": said
            for order, id in enumerate(report.headline, start=1)  # noqa: A001
            if id == fact.id
            for part in ("", "-value", "-whole")
        }
        anchors |= dict.fromkeys((fact.id, f"_row-{fact.id}", f"_value-{report.id}-{fact.id}"), said)
    return anchors


def _list_text_anchors(report_findings: ReportFindings) -> dict[str, Scope]:
    """Return the scopes of numbers that are several facts, of passages, of kinds of numerals, of checks."""
    return {
        **dict(list_joint_facts(report_findings)),
        **dict(list_passages(report_findings)),
        **{f"_kind-{kind}": describe_kind(report_findings, kind) for kind in NumeralKind},
        **{
            f"_check-{check.spec.id}": describe_check(report_findings, check)
            for check in report_findings.checks
        },
    }


def _list_sentences(report: Report, section: Section, scope: Scope) -> dict[str, Scope]:
    return {
        f"_s{section.number}-{order}": {
            **scope,
            "sentence": (report.display.of(sentence),),
            "sentence_place": (f"{scope['marker'][0]}第 {order} 句",),
        }
        for order, sentence in enumerate(section.sentences, start=1)
    }


def _list_edition(report_findings: ReportFindings) -> Iterator[tuple[str, Scope]]:
    """Yield the scopes of a report's terms, and how many there are, for the pages that have these alone."""
    id = report_findings.report.id  # noqa: A001  # the contract's word
    for path in (f"data/{id}-offline.html", f"{id}/terms.html"):
        yield path, one(terms_total=len(report_findings.terms))
    for mention in report_findings.terms:
        yield f"_term-{mention.term.id}", describe_term(report_findings, mention.term)


def _list_whole(report_findings: ReportFindings) -> Iterator[str]:
    report = report_findings.report
    spans = [section.heading for section in report.sections if section.heading]
    spans += [sentence for section in report.sections for sentence in section.sentences]
    spans += [tag.span for tag in report.tags if tag.problem or tag.plan or tag.achievement]
    for span in spans:
        text = " ".join(report.display.of(span).split())
        yield text
        yield text.rstrip("。")
    yield from (form for words in _list_report_words(report) for form in (words, fold(words)))


def _list_report_words(report: Report) -> Iterator[str]:
    """Yield what the head of a report says: true of this report alone."""
    yield from (report.title, report.elements_source, *report.elements, *report.doors.values())
    yield from (str(value) for value in asdict(report.disclosure).values())


def _list_staff_words(findings: Findings) -> Iterator[str]:
    project = findings.project
    for indicator in project.indicators.values():
        yield from (
            indicator.name,
            indicator.scope,
            indicator.unit,
            indicator.definition,
            indicator.definition_source,
        )
    for term in project.terms:
        yield from (term.id, term.definition, term.source, *term.also)
    for check in project.checks:
        yield check.name
    site = project.site
    yield from (site.name, site.notice, site.description, site.how_made)
    yield from (theme.name for theme in project.themes)
    yield from (change.text for change in site.changes)
