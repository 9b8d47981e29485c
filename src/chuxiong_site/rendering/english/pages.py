"""The English pages: of each report its figures and checks, of the site its home page and what it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...model import addresses
from ...model.check_specs import TableSum
from ...model.english_names import QUALIFIER_NOTES, TALLY_NAMES, TALLY_OUTCOMES
from ...model.findings import CheckOutcome, Fact, ReportFindings
from ...model.headings import describe_heading, describe_marker
from ...model.records import dataclass
from ...model.report import TITLE, Report, Section
from ..frame.dates import iso_date
from ..frame.page import Context, Page
from ..parts.outcomes import Tally, compute_tallies
from ..parts.report_list import ReportList, describe_report_list
from .figures import describe_qualifier
from .frame import describe_english_page, name_report
from .rows import EnglishCheck, EnglishRow, describe_english_checks, describe_english_rows

EXAMPLES = 3
"""How many figures of a section the home page names, so that its Chinese heading can be placed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The figures of one page of the report."""

    heading: str
    href: str
    rows: tuple[EnglishRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FactsPage:
    """What the page of all figures shows."""

    groups: tuple[Group, ...]
    qualifiers: tuple[tuple[str, str], ...]
    """(words, what they mean) for those that occur."""
    total: int
    csv: str
    json: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecksPage:
    """What the page of the checks shows."""

    recomputed: tuple[EnglishCheck, ...]
    relations: tuple[EnglishCheck, ...]
    tables: tuple[EnglishCheck, ...]
    unverifiable: tuple[EnglishCheck, ...]
    tallies: tuple[str, ...]
    numerals: int
    tagged: int
    facts: int
    characters: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionLine:
    """A page of the report in the list of the home page."""

    heading: str
    href: str
    total: int
    names: str
    """Some of its figures."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HomePage:
    """What the home page shows."""

    published: str
    headline: tuple[EnglishRow, ...]
    facts: int
    tallies: tuple[str, ...]
    sections: tuple[SectionLine, ...]
    others: ReportList
    """Figures of the other reports that have English pages."""


def describe_english_report_pages(context: Context) -> Iterator[Page]:
    """Yield the English pages of a report; none while a fact of it has no English name."""
    if context.report_findings in context.english:
        yield _describe_facts(context)
        yield _describe_checks(context)


def describe_english_site_pages(context: Context) -> Iterator[Page]:
    """Yield the English pages of the site; none while the latest report has no English pages."""
    if context.english:
        yield _describe_home(context)
        yield describe_english_page(
            context,
            path=addresses.ABOUT,
            title="About this site",
            description="How this site is made and checked, its source, licence, privacy and corrections.",
            kind="en_about",
            body=context.report,
        )


def _describe_facts(context: Context) -> Page:
    report, facts, name = context.report, context.report_findings.facts, name_report(context.report)
    body = FactsPage(
        groups=tuple(_list_groups(context.report_findings)),
        qualifiers=tuple(_list_qualifiers(facts)),
        total=len(facts),
        csv=addresses.data_file(report, "facts.csv"),
        json=addresses.data_file(report, "facts.json"),
    )
    return describe_english_page(
        context,
        path=addresses.report_page(report, "facts"),
        title=f"All figures, {name}",
        description=f"Every figure of the {name} that states a quantity: what is counted, as printed and in digits, with its sentence.",
        kind="en_facts",
        body=body,
    )


def _list_groups(report_findings: ReportFindings) -> Iterator[Group]:
    report = report_findings.report
    rows = describe_english_rows(report_findings, report_findings.facts)
    for section in (report.sections[0], *report.pages):
        numbers = {piece.number for piece in report.on_page(section)} or {section.number}
        own = tuple(row for row in rows if row.chinese.section in numbers)
        if own:
            heading = report.title if section.number == TITLE else _describe_heading(report, section)
            yield Group(heading=heading, href=addresses.section_href(report, section), rows=own)


def _describe_heading(report: Report, section: Section) -> str:
    """Return a heading with the place of what it is a part of, where it counts anew in each: 一（二）政府职能."""
    heading, marker = describe_heading(report, section), describe_marker(report, section)
    above = next((n for n in range(len(marker)) if heading.startswith(marker[n:])), 0)
    return marker[:above] + heading


def _list_qualifiers(facts: Iterable[Fact]) -> Iterator[tuple[str, str]]:
    words = {fact.qualifier: describe_qualifier(fact) for fact in facts}
    for qualifier, note in QUALIFIER_NOTES.items():
        if qualifier in words:
            yield words[qualifier].rstrip(":"), note


def _describe_checks(context: Context) -> Page:
    report_findings, name = context.report_findings, name_report(context.report)
    checks = report_findings.checks
    claims = [c for c in checks if c.claim is not None and not isinstance(c.spec, TableSum)]
    kinds = (
        [check for check in claims if check.outcome is not CheckOutcome.UNVERIFIABLE],
        [check for check in checks if check.claim is None],
        [check for check in checks if isinstance(check.spec, TableSum)],
        [check for check in claims if check.outcome is CheckOutcome.UNVERIFIABLE],
    )
    recomputed, relations, tables, unverifiable = (
        describe_english_checks(report_findings, kind) for kind in kinds
    )
    body = ChecksPage(
        recomputed=recomputed,
        relations=relations,
        tables=tables,
        unverifiable=unverifiable,
        tallies=describe_english_tallies(report_findings),
        numerals=len(report_findings.census),
        tagged=sum(bool(entry.facts) for entry in report_findings.census),
        facts=len(report_findings.facts),
        characters=sum(not char.isspace() for char in context.report.body),
    )
    return describe_english_page(
        context,
        path=addresses.report_page(context.report, "checks"),
        title=f"Checks, {name}",
        description=f"What was verified in the {name} and how: text, figures, and which figures can be recomputed from others.",
        kind="en_checks",
        body=body,
    )


def describe_english_tallies(report_findings: ReportFindings) -> tuple[str, ...]:
    """Return how the claims came out, one text a kind: 13 shares: 2 agree when recomputed, 11 lack …"""
    return tuple(map(_describe_tally, compute_tallies(report_findings)))


def _describe_tally(tally: Tally) -> str:
    outcomes = (f"{count} {_choose(TALLY_OUTCOMES[name], count)}" for name, count in tally.outcomes)
    return f"{tally.total} {_choose(TALLY_NAMES[tally.name], tally.total)}: {', '.join(outcomes)}"


def _choose(words: tuple[str, str], count: int) -> str:
    return words[0] if count == 1 else words[1]


def _describe_home(context: Context) -> Page:
    report, report_findings = context.report, context.report_findings
    edition = context.site.english
    assert edition is not None, "English pages are made from the site's English words"
    by_id = {fact.id: fact for fact in report_findings.facts}
    body = HomePage(
        published=iso_date(report.disclosure.published),
        headline=describe_english_rows(report_findings, tuple(by_id[id] for id in report.headline)),  # noqa: A001
        facts=len(report_findings.facts),
        tallies=describe_english_tallies(report_findings),
        sections=tuple(_list_sections(report_findings)),
        others=describe_report_list(
            (other.report for other in context.english if other is not report_findings),
            lambda other: addresses.ENGLISH + addresses.report_page(other, "facts"),
            name_report,
        ),
    )
    return describe_english_page(
        context,
        path=addresses.HOME,
        title=edition.name,
        description=edition.description,
        kind="en_home",
        body=body,
    )


def _list_sections(report_findings: ReportFindings) -> Iterator[SectionLine]:
    report = report_findings.report
    for section in report.pages:
        numbers = {piece.number for piece in report.carried_by(section)}
        facts = [fact for fact in report_findings.facts if fact.section in numbers]
        names = list(dict.fromkeys(fact.indicator.name_en for fact in facts))
        yield SectionLine(
            heading=_describe_heading(report, section),
            href=addresses.section_href(report, section),
            total=len(facts),
            names="; ".join(names[:EXAMPLES]) + "; …" * (len(names) > EXAMPLES),
        )
