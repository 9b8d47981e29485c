"""Every fact of a report in one table that readers can filter, sort and take away."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...model import addresses
from ...model.display_names import QUALIFIER_NAMES, QUALIFIER_NOTES
from ...model.findings import Fact
from ...model.headings import UNHEADED
from ...model.measures import MEASURES
from ...model.records import dataclass
from ...model.report import TITLE
from ..elsewhere.linked_data import render_fact_data
from ..frame.page import Context, Page, describe_page, report_crumb
from ..parts.comparisons import describe_comparisons
from ..parts.fact_rows import FactRow, describe_rows
from ..text.breaks import render_heading


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The facts of one section."""

    number: str
    title: str
    href: str
    rows: tuple[FactRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """A choice that narrows the table: its words, and the row attribute it looks at."""

    name: str
    label: str
    options: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureNote:
    """A measure or qualifier that occurs, and what it means."""

    name: str
    about: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FactsPage:
    """What the facts page shows."""

    groups: tuple[Group, ...]
    filters: tuple[Filter, ...]
    measures: tuple[MeasureNote, ...]
    census: str
    """Where every number of the text stands by kind, those that are no facts among them."""
    total: int
    comparisons: str
    """How many of them stand beside last year's, or why none does; empty where nothing can be said."""
    csv: str
    xlsx: str
    json: str


def describe_facts_page(context: Context) -> Page:
    """Return the table of all facts, grouped by section."""
    report, report_findings = context.report, context.report_findings
    themes = {theme.id: theme.name for theme in context.findings.project.themes}
    rows = describe_rows(report_findings, report_findings.facts, themes)
    groups = []
    for section in (report.sections[0], *report.pages):
        numbers = {piece.number for piece in report.on_page(section)} or {section.number}
        own = tuple(row for row in rows if row.section in numbers)
        if own:
            groups.append(
                Group(
                    number=section.number,
                    title=render_heading(report_findings, section)
                    if section.number != TITLE
                    else UNHEADED[TITLE],
                    href=addresses.section_href(report, section),
                    rows=own,
                )
            )
    body = FactsPage(
        groups=tuple(groups),
        filters=(
            Filter(name="marker", label="节", options=_options(row.marker for row in rows)),
            Filter(name="theme", label="主题", options=_options(row.theme for row in rows)),
            Filter(name="measure", label="种类", options=_options(row.measure for row in rows)),
            Filter(name="qualifier", label="限定", options=_options(row.qualifier for row in rows)),
            Filter(name="unit", label="单位", options=_options(row.fact.counted_in for row in rows)),
        ),
        measures=(*_list_measures(report_findings.facts), *_list_qualifiers(report_findings.facts)),
        census=f"{addresses.report_page(report, 'checks')}#_census",
        total=len(rows),
        comparisons=describe_comparisons(context),
        csv=addresses.data_file(report, "facts.csv"),
        xlsx=addresses.data_file(report, "facts.xlsx"),
        json=addresses.data_file(report, "facts.json"),
    )
    return describe_page(
        context,
        path=addresses.report_page(report, "facts"),
        title="全部数字",
        description=f"{report.title}里说明数量的数：名称、数值、单位、范围、所在句子，可筛选、排序、下载。",
        kind="facts",
        body=body,
        crumbs=(report_crumb(report),),
        site_column="数据发布",
        linked_data=render_fact_data(context),
    )


def _list_measures(facts: tuple[Fact, ...]) -> Iterator[MeasureNote]:
    occurring = {fact.measure for fact in facts}
    for word, measure in MEASURES.items():
        if word in occurring:
            yield MeasureNote(name=measure.name, about=measure.note)


def _list_qualifiers(facts: tuple[Fact, ...]) -> Iterator[MeasureNote]:
    occurring = {fact.qualifier for fact in facts}
    for qualifier, name in QUALIFIER_NAMES.items():
        if qualifier in occurring:
            yield MeasureNote(name=f"限定：{name}", about=QUALIFIER_NOTES[qualifier])


def _options(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, values)))
