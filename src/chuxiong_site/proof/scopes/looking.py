"""Find the scope in which a sentence is judged: of its element, then of its link's target, then of its page."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from urllib.parse import quote, unquote

from ...model.catalogue import SiteConfig
from ...model.findings import Findings, ReportFindings
from ...model.numeral import NumeralKind
from ...model.report import Report, Section
from ...model.site import Site, read_artifact
from ..documents.utterance import Utterance, fold
from ..phrases import Look
from .cards import describe_cards
from .charts import Chart, describe_chart, list_charts
from .comparisons import Compared, list_compared, say_extent
from .data import describe_report_fields, list_anchored_fields, merge
from .report import (
    Told,
    count_told,
    describe_kind,
    describe_report,
    describe_section,
    describe_site,
    find_last_change,
    say_told,
    say_year,
)
from .things import (
    describe_check,
    describe_fact,
    describe_indicator,
    describe_term,
    list_joint_facts,
    list_passages,
)
from .words import Scope, one, read_marker, say_value

SENTENCE = re.compile(r"_s(.+)-(\d+)")
HEIGHT = re.compile(r'chart__picture[^>]* height="(\d+)"')
AROUND = 320
"""Pixels that title, source and notice need around a chart in a frame."""
SITE_FOLDERS = frozenset({"indicators", "assets"})
"""Folders in which the site's own files stand."""
TAIL = re.compile(r"-(title|desc|sentence|name|value|check-\d+)$")
"""What a picture, or a part of a row, adds to the anchor of the whole."""


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
    terms: Mapping[str, Scope]
    staff: Collection[str]
    """What staff wrote in content fields that all reports share."""
    charts: Mapping[str, Chart]
    """The anchor of a chart's figure → the chart."""
    files: Mapping[str, Scope]
    """What is said of a file that readers take away."""

    def list_views(self, path: str, said: Utterance) -> Iterator[tuple[ReportScopes, Look]]:
        """Yield the scopes that apply to an utterance: of the page's own report, or of each in turn."""
        own = {"page_address": tuple(self._list_addresses(path))}
        led: Scope = {"term_place": ()} if said.link else {}
        for report in self._list_reports(path, said):
            scopes = (led, *self._list_scopes(report, path, said), report.report, self.site, own)
            look = look_up if "." in said.role or not path.endswith((".html", ".svg")) else look_up_seen
            yield report, partial(look, tuple(filter(None, scopes)))

    def _list_addresses(self, path: str) -> Iterator[str]:
        base = self.site["base_url"][0].rstrip("/")
        if base:
            yield f"{base}/{quote(path)}"

    def _list_reports(self, path: str, said: Utterance) -> Iterable[ReportScopes]:
        """Return the reports that an utterance may be about: the one it names, that of its page or link, else any."""
        if said.report_id:
            known = (*self.reports, *self.neighbours)
            return [report for report in known if report.report_findings.report.id == said.report_id]
        if said.subject.startswith("_value-"):
            return [
                r for r in self.reports if said.subject.startswith(f"_value-{r.report_findings.report.id}-")
            ]
        own = [report for report in self.reports if belongs(path, report.report_findings.report.id)]
        if own and not path.startswith("data/"):
            return own
        is_led = said.link and not said.subject.startswith("_chart-")  # a trend leads to several years
        if aim := self._find_aim(path, said.link) if is_led else None:
            led = [report for report in self.reports if belongs(aim[0], report.report_findings.report.id)]
            if led and not own:
                return led
        return [*own, *(report for report in self.reports if report not in own)]

    def _list_scopes(self, report: ReportScopes, path: str, said: Utterance) -> Iterator[Scope]:
        if path in report.edition:
            yield report.edition.get(said.subject, {})
            yield report.edition[path]
        named = (id for ids in said.facts for id in (ids, *ids.split(" ")))  # noqa: A001
        for anchor in (*named, said.subject):
            yield self._find(report, anchor)
        if said.link and (aim := self._find_aim(path, said.link)):
            full, anchor = aim
            if not is_of_another(full, report.report_findings.report.id):
                yield self._find(report, anchor)
            yield report.pages.get(full, {})
            yield self.files.get(full, {})
        yield report.pages.get(path, {})
        yield report.anchors.get(f"_chart-{posixpath.basename(path).removesuffix('.html')}", {})
        if path.startswith("indicators/"):
            yield self.indicators.get(posixpath.basename(path).removesuffix(".html"), {})

    def _find_aim(self, path: str, link: str) -> tuple[str, str] | None:
        """Return page and anchor of a link's target; `None` when it leaves the site."""
        target, _, anchor = link.partition("#")
        base = self.site["base_url"][0].rstrip("/")
        if base and target.startswith(f"{base}/"):
            return unquote(target.removeprefix(f"{base}/")), unquote(anchor)
        if "//" in target:
            return None
        joined = posixpath.join(posixpath.dirname(path), unquote(target)) if target else path
        return posixpath.normpath(joined), unquote(anchor)

    def _find(self, report: ReportScopes, anchor: str) -> Scope:
        if anchor.startswith("file:"):
            return self._find_file(report.report_findings.report.id, anchor.removeprefix("file:"))
        for prefix, scopes in (("_indicator-", self.indicators), ("_term-", self.terms)):
            if anchor.startswith(prefix):
                return scopes.get(anchor.removeprefix(prefix), {})
        known = report.anchors.get(anchor)
        return known if known is not None else report.anchors.get(TAIL.sub("", anchor), {})

    def _find_file(self, report_id: str, name: str) -> Scope:
        """Return the scope of a file by its name: a report's own, else one of the site."""
        paths = (f"data/{report_id}/{name}", f"data/{name}")
        return next((self.files[path] for path in paths if path in self.files), {})


def look_up(scopes: tuple[Scope, ...], slot: str) -> tuple[str, ...]:
    """Return the texts allowed in a slot: those of the first scope that has it."""
    for scope in scopes:
        if slot in scope:
            return scope[slot]
    return ()


def look_up_seen(scopes: tuple[Scope, ...], slot: str) -> tuple[str, ...]:
    """Return the texts allowed in a slot with white space folded, as on a page."""
    return _fold_all(look_up(scopes, slot))


@lru_cache(maxsize=4096)
def _fold_all(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(fold, texts))


@lru_cache(maxsize=65536)  # asked for every utterance of every page, of each report
def belongs(path: str, report_id: str) -> bool:
    """Tell whether a page speaks of one report: it stands in its folder, or its name begins with it."""
    folder, _, name = path.removeprefix("en/").partition("/")
    return folder == report_id or (folder in {"embed", "data"} and name.startswith(report_id))


def is_of_another(path: str, report_id: str) -> bool:
    """Tell whether a file speaks of another report than this: it stands in a folder, and not in this one's or the site's."""
    folder, _, name = path.removeprefix("en/").partition("/")
    return bool(name) and folder not in SITE_FOLDERS and not belongs(path, report_id)


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
    project = findings.project
    themes = {theme.id: theme.name for theme in project.themes}
    counts = count_told(findings)
    compared = {entry.report.id: dict(list_compared(findings, entry)) for entry in findings.reports}
    charts = {
        f"_chart-{chart.report_findings.report.id}-{chart.spec.id}": chart
        for chart in list_charts(findings, newest)
    }
    return Scopes(
        site=describe_site(findings)
        | build
        | {
            "frame": tuple(_list_frames(findings, charts.values(), files)),
            "address": tuple(_list_addresses(project.site.base_url, (*files, *others))),
            **describe_cards(findings, files),
        },
        reports=tuple(
            _describe_report(
                report_findings,
                project.site,
                find_last_change(findings, report_findings.report.id),
                themes,
                charts,
                counts=counts,
                compared=compared[report_findings.report.id],
                extent=say_extent(
                    findings, report_findings, len(compared[report_findings.report.id]), several=several
                ),
                edition=dict(_list_edition(findings, report_findings)),
                is_whole=report_findings is findings.reports[0],
            )
            for report_findings in findings.reports
        ),
        neighbours=tuple(_describe_neighbour(entry, themes) for entry in findings.neighbours),
        indicators={
            id: describe_indicator(indicator, themes.get(indicator.theme, ""))
            for id, indicator in project.indicators.items()  # noqa: A001
        },
        terms={term.id: describe_term(findings, term) for term in project.terms},
        staff=frozenset(form for words in _list_staff_words(findings) for form in (words, fold(words))),
        charts=charts,
        files={path: describe_file(path) for path in others}
        | {
            path: describe_file(path) | describe_size(len(data))
            for path, data in files.items()
            if isinstance(data, bytes)
        },
    )


def _list_addresses(base_url: str, paths: Iterable[str]) -> Iterator[str]:
    base = base_url.rstrip("/")
    if base:
        yield from (f"{base}/{quote(path)}" for path in sorted(paths, key=len, reverse=True))


def _list_frames(findings: Findings, charts: Iterable[Chart], site: Site) -> Iterator[str]:
    """Yield the code that puts each chart into another page: as high as its picture, and room for words around it."""
    base = findings.project.site.base_url.rstrip("/")
    for chart in charts:
        report, name = chart.key
        drawing = read_artifact(site, f"data/{report}/charts/{name}.svg").decode("utf-8", "replace")
        height = HEIGHT.search(drawing)
        path = f"embed/{report}-{name}.html"
        address = _escape(f"{base}/{path}" if base else path)
        yield (
            f'<iframe src="{address}" title="{_escape(chart.title)}" width="100%"'
            f' height="{int(height[1]) + AROUND if height else 0}" loading="lazy"></iframe>'
        )


def _escape(text: str) -> str:
    """Return text as it stands in an attribute of code that readers copy: quotation marks by their numbers."""
    return html.escape(text).replace("&quot;", "&#34;").replace("&#x27;", "&#39;")


def describe_size(size: int) -> Scope:
    """Return a file's size, and as readers see it."""
    return one(file_bytes=size, file_size=f"{max(1, round(size / 1000))} KB")


def describe_file(path: str) -> Scope:
    """Return a file's name."""
    name = posixpath.basename(path)
    stem, _, ending = name.rpartition(".")
    return one(
        file_name=name,
        file_path=path.removeprefix("data/"),
        file_stem=stem,
        file_ending=ending,
    )


def _describe_neighbour(report_findings: ReportFindings, themes: Mapping[str, str]) -> ReportScopes:
    anchors = {
        fact.id: describe_fact(report_findings, fact, themes.get(fact.indicator.theme, ""))
        for fact in report_findings.facts
    }
    return ReportScopes(
        report_findings=report_findings, report={}, anchors=anchors, pages={}, whole=frozenset(), edition={}
    )


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
    edition: Mapping[str, Scope],
    is_whole: bool,
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
    if is_whole:
        anchors |= _list_text_anchors(report_findings)
        merge(anchors, dict(list_anchored_fields(report_findings)))
        for section in report.sections:
            scope = describe_section(report_findings, section)
            if section.slug is not None:
                pages[f"{report.id}/{section.slug}.html"] = scope
            anchors |= _list_sentences(report, section, scope)
    else:
        anchors |= _list_term_sentences(report_findings)
    return ReportScopes(
        report_findings=report_findings,
        report=describe_report(report_findings, site.name)
        | describe_report_fields(report, site.data_licence)
        | one(last_change=last_change, comparison_extent=extent),
        anchors=anchors,
        pages=pages,
        edition=edition,
        whole=frozenset(_list_whole(report_findings)),
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


def _list_term_sentences(report_findings: ReportFindings) -> dict[str, Scope]:
    """Return the places of the sentences that terms stand in: the page of all terms leads to them."""
    report, places = report_findings.report, dict[str, Scope]()
    for span in (span for mention in report_findings.terms for span in mention.spans):
        section = report.section_at(span.start)
        order = section.sentences.index(report.sentence_at(span.start)) + 1
        place = f"{read_marker(report, section)}第 {order} 句"
        places[f"_s{section.number}-{order}"] = one(sentence_place=place)
    return places


def _list_sentences(report: Report, section: Section, scope: Scope) -> dict[str, Scope]:
    return {
        f"_s{section.number}-{order}": {
            **scope,
            "sentence": (report.display.of(sentence),),
            "sentence_place": (f"{scope['marker'][0]}第 {order} 句",),
        }
        for order, sentence in enumerate(section.sentences, start=1)
    }


def _list_edition(findings: Findings, report_findings: ReportFindings) -> Iterator[tuple[str, Scope]]:
    """Yield the scopes of the terms as if there were no other report, and how many there are."""
    alone = replace(findings, reports=(report_findings,))
    yield f"data/{report_findings.report.id}-offline.html", one(terms_total=len(report_findings.terms))
    for mention in report_findings.terms:
        yield f"_term-{mention.term.id}", describe_term(alone, mention.term)


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
    yield from (str(value) for value in report.disclosure.model_dump().values())


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
