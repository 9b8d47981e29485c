"""Sentences at the head of a page that stand for its text, each with the way to its place."""

from __future__ import annotations

from markupsafe import Markup

from ...model import addresses
from ...model.findings import ReportFindings
from ...model.records import dataclass
from ...model.report import Section
from ..text.breaks import quote


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """A sentence of the page, quoted whole."""

    text: Markup
    anchor: str


def describe_excerpts(report_findings: ReportFindings, page: Section) -> tuple[Excerpt, ...]:
    """Return the excerpts of a page, in the order of its text; none where it is short."""
    report = report_findings.report
    own = next((entry for entry in report_findings.excerpts if entry.section == page.number), None)
    return tuple(
        Excerpt(
            text=quote(report_findings, sentence),
            anchor=addresses.sentence_href(report, sentence).partition("#")[2],
        )
        for sentence in (own.sentences if own else ())
    )
