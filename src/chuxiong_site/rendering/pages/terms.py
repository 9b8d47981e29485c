"""Terms that readers ask about: what the report or a named law says of them, and where they stand."""

from __future__ import annotations

from ...model import addresses
from ...model.catalogue import Term
from ...model.findings import Findings
from ...model.headings import describe_marker, describe_sentence_place
from ...model.records import dataclass
from ...model.report import Report
from ...model.words import TermMention
from ..frame.nav import Link
from ..frame.page import Context, Page, describe_page

UNDEFINED = "报告未给出定义。"


@dataclass(frozen=True, slots=True, kw_only=True)
class TermView:
    """A term with its definition, or the sentence that says there is none."""

    anchor: str
    word: str
    definition: str
    source: str
    also: tuple[str, ...]
    occurrences: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TermsPage:
    """What the terms page shows."""

    terms: tuple[TermView, ...]


def describe_terms_page(context: Context) -> Page:
    """Return the page of terms, in the order staff wrote them."""
    terms = tuple(_describe_term(context.findings, term) for term in context.findings.project.terms)
    return describe_page(
        context,
        path=addresses.TERMS,
        title="词语",
        description="报告里的专门词语：出自报告或法律文件的解释，以及出现的地方。",
        kind="terms",
        body=TermsPage(terms=terms),
    )


def _describe_term(findings: Findings, term: Term) -> TermView:
    return TermView(
        anchor=addresses.term_anchor(term.id),
        word=term.id,
        definition=term.definition or UNDEFINED,
        source=term.source,
        also=term.also,
        occurrences=tuple(
            link
            for report_findings in findings.reports
            for mention in report_findings.terms
            if mention.term.id == term.id
            for link in _describe_occurrences(
                report_findings.report, mention, with_year=len(findings.reports) > 1
            )
        ),
    )


def _describe_occurrences(report: Report, mention: TermMention, *, with_year: bool) -> list[Link]:
    """Return one link a section, to the first sentence in it where the term stands; the year where there are several."""
    year = f"{report.id}年度 " if with_year else ""
    links: dict[str, Link] = {}
    for span in mention.spans:
        text = year + describe_marker(report, report.section_at(span.start))
        label = year + describe_sentence_place(report, span)
        links.setdefault(text, Link(text=text, href=addresses.sentence_href(report, span), label=label))
    return list(links.values())
