"""The home page: the latest report in one screen."""

from __future__ import annotations

from dataclasses import dataclass

from ...model.report import Report, Section
from .. import urls
from ..fact_rows import FactRow, describe_rows
from ..page import (
    DEFAULT_DOORS,
    Context,
    Link,
    Page,
    describe_heading,
    describe_page,
    iso_date,
    report_crumb,
)
from .section import ContentsPart, describe_contents

FACTS_PER_SECTION = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """A part of the report, named by the question it answers."""

    name: str
    heading: str
    href: str
    sections: tuple[Link, ...]
    facts: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionLine:
    """A section in the contents of the home page, with two of its facts."""

    number: str
    href: str
    title: str
    facts: int
    rows: tuple[FactRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HomePage:
    """What the home page shows."""

    report: Report
    published: str
    headline: tuple[FactRow, ...]
    doors: tuple[Door, ...]
    lines: tuple[SectionLine, ...]
    contents: tuple[ContentsPart, ...]
    facts: int
    checks: int
    first_sentence: str
    others: tuple[Link, ...]
    """The other reports."""


def describe_home(context: Context, others: tuple[Report, ...]) -> Page:
    """Return the home page for the latest report."""
    report, found = context.report, context.found
    themes = {theme.id: theme.name for theme in context.findings.project.themes}
    by_id = {fact.id: fact for fact in found.facts}
    headline = describe_rows(found, tuple(by_id[id] for id in report.headline), themes)  # noqa: A001
    body = HomePage(
        report=report,
        published=iso_date(report.disclosure.published),
        headline=headline,
        doors=describe_doors(context),
        lines=_describe_lines(context, themes),
        contents=describe_contents(context),
        facts=len(found.facts),
        checks=len(found.checks),
        first_sentence=report.display.of(report.pages[0].sentences[0]),
        others=tuple(report_crumb(other) for other in others),
    )
    return describe_page(
        context,
        path=urls.HOME,
        title=context.site.name,
        description=context.site.description,
        kind="home",
        body=body,
        column="首页",
    )


def describe_doors(context: Context) -> tuple[Door, ...]:
    """Return one door a part, in the order of the report."""
    report = context.report
    parts = [section for section in report.sections if section.is_part]
    names = (
        dict(zip((part.number for part in parts), DEFAULT_DOORS, strict=False))
        if len(parts) == len(DEFAULT_DOORS)
        else {}
    )
    doors = []
    for part in parts:
        pages = [page for page in report.pages if page.part == part.number]
        heading = describe_heading(report, part)
        doors.append(
            Door(
                name=report.doors.get(part.number) or names.get(part.number) or heading,
                heading=heading,
                href=urls.section_href(report, part),
                sections=tuple(_link(report, page) for page in pages),
                facts=sum(fact.section.split(".")[0] == part.number for fact in context.found.facts),
            )
        )
    return tuple(doors)


def _link(report: Report, section: Section) -> Link:
    return Link(text=describe_heading(report, section), href=urls.section_href(report, section))


def _describe_lines(context: Context, themes: dict[str, str]) -> tuple[SectionLine, ...]:
    report, found = context.report, context.found
    lines = []
    for section in report.pages:
        facts = tuple(fact for fact in found.facts if fact.section == section.number)
        lines.append(
            SectionLine(
                number=section.number,
                href=urls.section_href(report, section),
                title=describe_heading(report, section),
                facts=len(facts),
                rows=describe_rows(found, facts[:FACTS_PER_SECTION], themes),
            )
        )
    return tuple(lines)
