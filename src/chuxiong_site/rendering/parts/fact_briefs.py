"""A fact away from its report, in a few words: made of the fact and of where it stands, never of the text around it."""

from __future__ import annotations

from ...charts import describe_value
from ...model import addresses
from ...model.findings import Fact
from ...model.headings import describe_marker
from ...model.numeral import describe_decimal
from ...model.records import dataclass
from ...model.report import Report
from .fact_rows import describe_name_note


@dataclass(frozen=True, slots=True, kw_only=True)
class FactBrief:
    """What pages about many reports show of a fact."""

    fact: Fact
    report_id: str
    name: str
    name_note: str
    """That nobody has confirmed the name; empty for others."""
    role: str
    shown: str
    """The value as printed, with the words that qualify it."""
    sort_value: str
    marker: str
    """一（七）."""
    href: str
    """The fact in its sentence, from the site root."""


def describe_brief(report: Report, fact: Fact) -> FactBrief:
    """Return a fact in brief."""
    return FactBrief(
        fact=fact,
        report_id=report.id,
        name=fact.indicator.name,
        name_note=describe_name_note(fact.indicator),
        role=fact.role_name,
        shown=describe_value(fact),
        sort_value=describe_decimal(fact.value),
        marker=describe_marker(report, report.section_at(fact.span.start)),
        href=addresses.fact_href(report, fact),
    )
