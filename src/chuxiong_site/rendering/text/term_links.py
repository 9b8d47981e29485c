"""Choose the words of the official text that link to their explanation: each term's first place on a page."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

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
    links: dict[Span, str] = {}
    for mention in sorted(report_findings.terms, key=lambda mention: -len(mention.term.id)):
        spans = (span for paragraph in paragraphs for span in _list_inside(mention.spans, paragraph))
        free = (span for span in spans if not any(span.overlaps(other) for other in links))
        first = next((span for span in free if not _is_crossed(report_findings, span)), None)
        if mention.term.definition and first is not None:
            links[first] = address(mention.term)
    return links


def _list_inside(spans: Sequence[Span], whole: Span) -> Iterator[Span]:
    """Yield those of a term's spans, which are in order, that stand inside a paragraph."""
    first = bisect_left(spans, whole.start, key=lambda span: span.start)
    behind = bisect_left(spans, whole.end, lo=first, key=lambda span: span.start)
    return (span for span in spans[first:behind] if span.end <= whole.end)


def _is_crossed(report_findings: ReportFindings, span: Span) -> bool:
    """Tell whether a link stands in the way: a fact, a hotline, or what begins or ends in the middle of the words."""
    report = report_findings.report
    sentence = report.sentence_at(span.start)
    if not sentence.contains(span):
        return True
    entries = [entry for entry in report_findings.census_in(sentence) if entry.span.overlaps(span)]
    facts = report_findings.facts_in(sentence)
    if any(entry.text in HOTLINES for entry in entries) or any(fact.overlaps(span) for fact in facts):
        return True
    others = [*(entry.span for entry in entries), *(tag.span for tag in report.tags_across(span))]
    return any(not other.contains(span) and not span.contains(other) for other in others)
