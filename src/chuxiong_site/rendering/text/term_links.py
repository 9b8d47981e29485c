"""Choose the words of the official text that link to their explanation: each term's first place on a page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from ...analysis.numerals import HOTLINES
from ...model.catalogue import Term
from ...model.findings import ReportFindings
from ...model.place import Span
from ...model.report import Section

TermLinks = Mapping[Span, str]
"""Raw span of a term in the text → the address of its explanation."""


def choose_term_links(
    report_findings: ReportFindings, sections: Iterable[Section], address: Callable[[Term], str]
) -> TermLinks:
    """Return the links of a page with these sections. A longer term wins over one inside it; headings have none."""
    paragraphs = [paragraph for section in sections for paragraph in section.paragraphs]
    taken = [span for fact in report_findings.facts for span in (fact.span, *fact.occurrences)]
    taken += [entry.span for entry in report_findings.census if entry.text in HOTLINES]
    links: dict[Span, str] = {}
    for mention in sorted(report_findings.terms, key=lambda mention: -len(mention.term.id)):
        spans = (span for span in mention.spans if any(whole.contains(span) for whole in paragraphs))
        free = (span for span in spans if not any(span.overlaps(other) for other in taken))
        first = next((span for span in free if not _crosses(report_findings, span)), None)
        if mention.term.definition and first is not None:
            links[first] = address(mention.term)
            taken.append(first)
    return links


def _crosses(report_findings: ReportFindings, span: Span) -> bool:
    """Tell whether a sentence, a tagged passage or a numeral begins or ends in the middle of the words."""
    if not report_findings.report.sentence_at(span.start).contains(span):
        return True
    others = [tag.span for tag in report_findings.report.tags] + [
        entry.span for entry in report_findings.census
    ]
    return any(
        other.overlaps(span) and not other.contains(span) and not span.contains(other) for other in others
    )
