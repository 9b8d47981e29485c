"""Terms that readers ask about: what the report or a named law says of them, and where they stand.

The site's page has those of the newest report; of several reports each has its own page. What only other reports say is
a link away, and its anchor is on the site's page all the same: links from every text lead there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...model import addresses
from ...model.catalogue import Term
from ...model.findings import ReportFindings
from ...model.headings import describe_marker, describe_sentence_place
from ...model.records import dataclass
from ...model.report import Report
from ...model.words import TermMention
from ..frame.nav import Link
from ..frame.page import Context, Page, describe_page, report_crumb
from ..frame.titles import name_report
from ..parts.report_list import ReportList, describe_report_list, list_other_reports

UNDEFINED = "报告未给出定义。"
TITLE = "词语"
NONE = ReportList(newest=(), older=())


@dataclass(frozen=True, slots=True, kw_only=True)
class TermView:
    """A term with its definition, or the sentence that says there is none."""

    anchor: str
    word: str
    definition: str
    source: str
    occurrences: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TermElsewhere:
    """A term that the newest report does not use."""

    anchor: str
    word: str
    href: str
    """Its explanation with the last report that uses it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TermsPage:
    """What a page of terms shows."""

    total: int
    of: str
    """The report whose places are named; empty where there is no other."""
    terms: tuple[TermView, ...]
    elsewhere: tuple[TermElsewhere, ...]
    others: ReportList
    """The terms of the other reports."""


def describe_terms_page(context: Context) -> Page:
    """Return the site's page of terms, in the order staff wrote them."""
    findings, own = context.findings, context.report_findings
    last = _find_last_users(findings.reports)
    return describe_page(
        context,
        path=addresses.TERMS,
        title=TITLE,
        description="报告里的专门词语：出自报告或法律文件的解释，以及出现的地方。",
        kind="terms",
        body=TermsPage(
            total=len(findings.project.terms),
            of=name_report(own.report) if context.surroundings.several else "",
            terms=tuple(
                _describe_term(own, term)
                for term in findings.project.terms
                if last.get(term.id) in {None, own.report.id}
            ),
            elsewhere=tuple(
                TermElsewhere(
                    anchor=addresses.term_anchor(term.id),
                    word=term.id,
                    href=f"{last[term.id]}/{addresses.term_href(term.id)}",
                )
                for term in findings.project.terms
                if last.get(term.id) not in {None, own.report.id}
            ),
            others=describe_report_list(
                _list_with_terms(context), lambda report: addresses.report_page(report, "terms")
            ),
        ),
    )


def describe_report_terms_page(context: Context) -> Iterator[Page]:
    """Yield a report's own page of terms, where there are several reports and this one has terms."""
    own = context.report_findings
    if context.surroundings.several and own.terms:
        yield describe_page(
            context,
            path=addresses.report_page(own.report, "terms"),
            title=TITLE,
            description=f"{own.report.title}里的专门词语：出自报告或法律文件的解释，以及出现的地方。",
            kind="terms",
            body=TermsPage(
                total=len(own.terms),
                of="",
                terms=tuple(_describe_term(own, mention.term) for mention in own.terms),
                elsewhere=(),
                others=NONE,
            ),
            crumbs=(report_crumb(own.report),),
        )


def _find_last_users(reports: Iterable[ReportFindings]) -> dict[str, str]:
    """Return term → the id of the newest report that uses it."""
    last: dict[str, str] = {}
    for entry in reports:
        for mention in entry.terms:
            last.setdefault(mention.term.id, entry.report.id)
    return last


def _list_with_terms(context: Context) -> Iterator[Report]:
    stating = {entry.report.id for entry in context.findings.reports if entry.terms}
    return (report for report in list_other_reports(context) if report.id in stating)


def _describe_term(own: ReportFindings, term: Term) -> TermView:
    mentions = [mention for mention in own.terms if mention.term.id == term.id]
    return TermView(
        anchor=addresses.term_anchor(term.id),
        word=term.id,
        definition=term.definition or UNDEFINED,
        source=term.source,
        occurrences=tuple(
            link for mention in mentions for link in _describe_occurrences(own.report, mention)
        ),
    )


def _describe_occurrences(report: Report, mention: TermMention) -> list[Link]:
    """Return one link a section, to the first sentence in it where the term stands."""
    links: dict[str, Link] = {}
    for span in mention.spans:
        text = describe_marker(report, report.section_at(span.start))
        label = describe_sentence_place(report, span)
        links.setdefault(text, Link(text=text, href=addresses.sentence_href(report, span), label=label))
    return list(links.values())
