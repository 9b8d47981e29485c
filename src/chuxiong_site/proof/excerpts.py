"""Prove the excerpts at the head of a section's page: whole sentences of its own text, in order, each led to its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from ..model.findings import ReportFindings
from ..model.report import Report, Section
from ..problems import Problem
from .documents.built_page import BuiltPage
from .documents.utterance import fold
from .faults import create_fault
from .scopes.words import list_carried

SHOWN = 16


def check_excerpts(report_findings: ReportFindings, pages: Mapping[str, BuiltPage]) -> Iterator[Problem]:
    """Yield excerpts that are no sentence of their page, stand in another order, or lead elsewhere."""
    report = report_findings.report
    for section in report.pages:
        path = f"{report.id}/{section.slug}.html"
        excerpts = pages[path].excerpts if path in pages else []
        sentences = _list_sentences(report, section)
        for excerpt in excerpts:
            if sentences.get(excerpt.anchor) != excerpt.text:
                yield create_fault(path, f"摘录「{excerpt.text[:SHOWN]}」", "这一页正文的一整句")
            if excerpt.link != f"#{excerpt.anchor}":
                yield create_fault(path, f"摘录的链接「{excerpt.link}」", f"#{excerpt.anchor}")
        places = [
            list(sentences).index(excerpt.anchor) for excerpt in excerpts if excerpt.anchor in sentences
        ]
        if any(later <= earlier for earlier, later in pairwise(places)):
            yield create_fault(path, "摘录的次序", "正文的次序，每句一次")


def _list_sentences(report: Report, page: Section) -> dict[str, str]:
    """Return the sentences of a page without its headings: anchor → words."""
    return {
        f"_s{section.number}-{order}": fold(report.display.of(sentence))
        for section in list_carried(report, page)
        for order, sentence in enumerate(section.sentences, start=1)
        if not (section.heading and section.heading.contains(sentence))
    }
