"""A digest of what other pages may say of a report: its name, its source, its facts and where they stand; not its text."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from ..memory import compute_question
from ..model import addresses
from ..model.findings import Fact
from ..model.headings import describe_marker
from ..model.place import Place, Span
from ..model.report import Report

NOWHERE, NO_PLACE = Span(start=0, end=0), Place(file="")


def compute_stated_digest(report: Report, facts: Sequence[Fact], *others: Collection[object]) -> str:
    """Return the digest: another word between the facts leaves it as it is, another value, unit or section does not.

    Of `others` counts whether there are any: pages about what a report has none of are not made, and not linked to.
    """
    identity = (
        report.id,
        report.title,
        report.disclosure,
        report.source_url,
        report.title_en,
        report.publisher_en,
    )
    return compute_question(
        (identity, [_describe(report, fact) for fact in facts], [bool(other) for other in others])
    ).hex()


def _describe(report: Report, fact: Fact) -> tuple[object, ...]:
    bare = replace(fact, span=NOWHERE, sentence=NOWHERE, place=NO_PLACE, occurrences=())
    marker = describe_marker(report, report.section_at(fact.span.start))
    return bare, marker, addresses.fact_href(report, fact)
